import { type ReadTx, sql, type WriteTx } from '#platform/db';
import type { ComparedRow, Part, SchoolPart, SchoolRows, TeamPart, TeamRows } from '../rules/index.ts';

/** Table of a part and its own columns with their types; positions, ids and units are the same everywhere. */
const tables: Readonly<Record<Part, { table: string; columns: Readonly<Record<string, string>> }>> = {
  sections: { table: 'section', columns: { title: 'text', body: 'text' } },
  targets: { table: 'target', columns: { grade: 'smallint', label: 'text', value: 'numeric', unit: 'text' } },
  periods: {
    table: 'subject_periods',
    columns: {
      grade: 'smallint',
      classId: 'uuid',
      subjectCode: 'text',
      semester1: 'smallint',
      semester2: 'smallint',
    },
  },
  dayLoads: {
    table: 'day_load',
    columns: {
      grade: 'smallint',
      weekday: 'smallint',
      half: 'text',
      programme: 'smallint',
      support: 'smallint',
    },
  },
  secondSession: {
    table: 'second_session',
    columns: {
      grade: 'smallint',
      content: 'text',
      subjectCode: 'text',
      periodsPerWeek: 'numeric',
      groupSize: 'smallint',
      funding: 'text',
    },
  },
  activities: {
    table: 'activity',
    columns: {
      title: 'text',
      grades: 'text',
      startsOn: 'date',
      endsOn: 'date',
      lead: 'text',
      place: 'text',
      topics: 'text',
    },
  },
  integratedTopics: {
    table: 'integrated_topic',
    columns: { grade: 'smallint', subjectCode: 'text', topic: 'text', periods: 'smallint' },
  },
  lessons: {
    table: 'lesson',
    columns: {
      grade: 'smallint',
      subjectCode: 'text',
      title: 'text',
      periods: 'smallint',
      week: 'smallint',
      requirement: 'text',
      equipment: 'text',
      room: 'text',
      strand: 'text',
    },
  },
  tests: {
    table: 'periodic_test',
    columns: {
      grade: 'smallint',
      subjectCode: 'text',
      kind: 'text',
      minutes: 'smallint',
      week: 'smallint',
      requirement: 'text',
      form: 'text',
    },
  },
  teamActivities: {
    table: 'team_activity',
    columns: {
      grade: 'smallint',
      title: 'text',
      requirement: 'text',
      periods: 'smallint',
      held: 'text',
      place: 'text',
      lead: 'text',
      partners: 'text',
      conditions: 'text',
    },
  },
};

export interface PartPlace {
  readonly planId: string;
  /** The school, or the subject team of a team's part. */
  readonly unitId: string;
  readonly departmentId: string;
}

export type StoredRow<Row> = Row & { readonly id: string };
export type StoredSchoolRows = { readonly [P in SchoolPart]: readonly StoredRow<SchoolRows[P][number]>[] };
export type StoredTeamRows = { readonly [P in TeamPart]: readonly StoredRow<TeamRows[P][number]>[] };

const snake = (name: string) => name.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);

function namesOf(part: Part) {
  const { table, columns } = tables[part];
  const fields = Object.keys(columns);
  return {
    table: sql.raw(`education_plan.${table}`),
    list: sql.raw(fields.map(snake).join(', ')),
    given: sql.raw(fields.map((field) => `g."${field}"`).join(', ')),
    types: sql.raw(fields.map((field) => `"${field}" ${columns[field]}`).join(', ')),
    set: sql.raw(fields.map((field) => `${snake(field)} = excluded.${snake(field)}`).join(', ')),
    json: sql.raw(fields.map((field) => `'${field}', r.${snake(field)}`).join(', ')),
  };
}

/** All rows of some parts in one question, each in its order; of one team when `teamId` is given. */
async function listParts(
  tx: ReadTx,
  planId: string,
  parts: readonly Part[],
  options: { teamId?: string; lineage?: boolean } = {},
): Promise<Record<string, unknown[]>> {
  const columns = parts.map((part) => {
    const { table, json } = namesOf(part);
    const lineage = options.lineage ? sql`, 'copiedFrom', r.copied_from` : sql``;
    const ofTeam = options.teamId ? sql`AND r.unit_id = ${options.teamId}` : sql``;
    return sql`(SELECT coalesce(jsonb_agg(jsonb_build_object('id', r.id, ${json} ${lineage}) ORDER BY r.position, r.id), '[]')
      FROM ${table} r WHERE r.plan_id = ${planId} ${ofTeam}) AS ${sql.ref(part)}`;
  });
  const { rows } = await sql<Record<string, unknown[]>>`SELECT ${sql.join(columns)}`.execute(tx);
  return rows[0]!;
}

export async function selectSchoolRows(tx: ReadTx, planId: string): Promise<StoredSchoolRows> {
  const parts = [
    'sections',
    'targets',
    'periods',
    'dayLoads',
    'secondSession',
    'activities',
    'integratedTopics',
  ] as const;
  return (await listParts(tx, planId, parts)) as unknown as StoredSchoolRows;
}

/** Annexes 1 and 2 of a team, or of all teams. */
export async function selectTeamRows(tx: ReadTx, planId: string, teamId?: string): Promise<StoredTeamRows> {
  const parts = ['lessons', 'tests', 'teamActivities'] as const;
  return (await listParts(tx, planId, parts, teamId ? { teamId } : {})) as unknown as StoredTeamRows;
}

/** Every row with what it was copied from, for comparing revisions. */
export async function selectLineage(tx: ReadTx, planId: string): Promise<Record<Part, ComparedRow[]>> {
  const rows = await listParts(tx, planId, Object.keys(tables) as Part[], { lineage: true });
  return rows as unknown as Record<Part, ComparedRow[]>;
}

/** Makes `rows` the rows of a part, in this order: unknown ids are new, known ones changed, those left out removed. */
export async function replaceRows(
  tx: WriteTx,
  part: Part,
  place: PartPlace,
  rows: readonly (Readonly<Record<string, unknown>> & { readonly id: string })[],
): Promise<void> {
  const { table, list, given, types, set } = namesOf(part);
  await sql`DELETE FROM ${table} WHERE plan_id = ${place.planId} AND unit_id = ${place.unitId}
    AND id <> ALL (${rows.map(({ id }) => id)}::uuid[])`.execute(tx);
  if (rows.length === 0) return;
  const positioned = rows.map((row, position) => ({ ...row, position }));
  await sql`INSERT INTO ${table} AS r (id, plan_id, unit_id, department_id, position, ${list})
    SELECT g.id, ${place.planId}, ${place.unitId}, ${place.departmentId}, g.position, ${given}
    FROM jsonb_to_recordset(${JSON.stringify(positioned)}::jsonb) g (id uuid, position smallint, ${types})
    ON CONFLICT (id) DO UPDATE SET position = excluded.position, ${set}
      WHERE r.plan_id = excluded.plan_id AND r.unit_id = excluded.unit_id`.execute(tx);
}

/** Copies rows of some parts into another plan; each remembers the row it came from. */
export async function copyRows(tx: WriteTx, parts: readonly Part[], from: string, to: string): Promise<void> {
  for (const part of parts) {
    const { table, list } = namesOf(part);
    await sql`INSERT INTO ${table} (id, plan_id, unit_id, department_id, copied_from, position, ${list})
      SELECT organisation.uuid_v7(), ${to}, unit_id, department_id, id, position, ${list} FROM ${table} WHERE plan_id = ${from}`.execute(
      tx,
    );
  }
}

/** Moves the activities of a plan copied from the year before by so many days. */
export async function moveActivities(tx: WriteTx, planId: string, days: number): Promise<void> {
  await sql`UPDATE education_plan.activity SET starts_on = starts_on + ${days}::int, ends_on = ends_on + ${days}::int
    WHERE plan_id = ${planId}`.execute(tx);
}
