import { type ReadTx, sql, type WriteTx } from '#platform/db';
import type { ClassKind, Outcome } from '../rules/roll-over.ts';

export interface YearSpan {
  readonly id: string;
  readonly name: string;
  readonly startsOn: string;
  readonly endsOn: string;
}

/** The year that ends (by name, or the current one) and the one after it. */
export async function selectStepYears(
  tx: ReadTx,
  fromYear: string | undefined,
): Promise<{ from: YearSpan | undefined; to: YearSpan | undefined }> {
  const { rows } = await sql<YearSpan & { isCurrent: boolean }>`
    SELECT id, name, starts_on AS "startsOn", ends_on AS "endsOn", is_current AS "isCurrent"
    FROM organisation.school_year ORDER BY name`.execute(tx);
  const at = rows.findIndex((year) => (fromYear === undefined ? year.isCurrent : year.name === fromYear));
  const from = rows[at];
  const first = Number(from?.name.slice(0, 4)) + 1;
  return { from, to: rows.find(({ name }) => name === `${first}-${first + 1}`) };
}

export interface ClassOfYear {
  readonly id: string;
  readonly unitId: string;
  readonly schoolYearId: string;
  readonly name: string;
  readonly grade: number;
  readonly kind: ClassKind;
}

export interface PupilOfYear {
  readonly id: string;
  readonly unitId: string;
  readonly classId: string;
  readonly enrolmentId: string;
  readonly fullName: string;
}

export interface ChoiceOfPupil {
  readonly pupilId: string;
  readonly unitId: string;
  readonly outcome: Outcome;
  readonly toClassName: string | null;
  readonly reason: string | null;
}

/** Classes of both years, who sits in them, and what people chose; of one school or of every school in reach. */
export async function selectStepFacts(
  tx: ReadTx,
  years: { fromId: string; toId: string },
  unitId: string | null,
): Promise<{ classes: ClassOfYear[]; pupils: PupilOfYear[]; choices: ChoiceOfPupil[] }> {
  const own = (column: string) => (unitId === null ? sql`true` : sql`${sql.raw(column)} = ${unitId}`);
  const [classes, pupils, choices] = await Promise.all([
    sql<ClassOfYear>`
      SELECT c.id, c.unit_id AS "unitId", c.school_year_id AS "schoolYearId", c.name, c.grade, c.kind FROM people.school_class c
      WHERE c.school_year_id IN (${years.fromId}, ${years.toId}) AND ${own('c.unit_id')} ORDER BY c.unit_id, c.grade, c.name`.execute(
      tx,
    ),
    sql<PupilOfYear>`
      SELECT p.id, e.unit_id AS "unitId", e.class_id AS "classId", e.id AS "enrolmentId", p.full_name AS "fullName"
      FROM people.enrolment e JOIN people.pupil p ON p.id = e.pupil_id
      WHERE e.school_year_id = ${years.fromId} AND e.ends_on IS NULL AND ${own('e.unit_id')}
      ORDER BY ${unitId === null ? sql`e.unit_id, p.id` : sql`p.given_name, p.family_name, p.id`}`.execute(
      tx,
    ),
    sql<ChoiceOfPupil>`
      SELECT pupil_id AS "pupilId", unit_id AS "unitId", outcome, to_class_name AS "toClassName", reason
      FROM people.roll_over_choice choice WHERE choice.from_year_id = ${years.fromId} AND ${own('choice.unit_id')}`.execute(
      tx,
    ),
  ]);
  return { classes: classes.rows, pupils: pupils.rows, choices: choices.rows };
}

/** Pupils of a school who take no part: dropped out, or learning but in no class. */
export async function countOutside(
  tx: ReadTx,
  unitId: string,
): Promise<{ away: number; unplaced: number; openTransfers: number }> {
  const { rows } = await sql<{ away: number; unplaced: number; openTransfers: number }>`
    SELECT count(*) FILTER (WHERE p.status = 'away')::int AS away,
      count(*) FILTER (WHERE p.status = 'learning' AND NOT EXISTS (
        SELECT FROM people.enrolment e WHERE e.pupil_id = p.id AND e.ends_on IS NULL))::int AS unplaced,
      (SELECT count(*) FROM people.transfer t WHERE t.unit_id = ${unitId} AND t.state = 'asked')::int AS "openTransfers"
    FROM people.pupil p WHERE p.unit_id = ${unitId} AND p.status IN ('learning', 'away')`.execute(tx);
  return rows[0] ?? { away: 0, unplaced: 0, openTransfers: 0 };
}

export interface RollOver {
  readonly id: string;
  readonly unitId: string;
  readonly state: 'done' | 'reversed';
  readonly doneAt: string;
  readonly toYear: YearSpan;
  readonly version: number;
}

const rollOverColumns = sql`r.id, r.unit_id AS "unitId", r.state, r.done_at AS "doneAt", r.version,
  jsonb_build_object('id', y.id, 'name', y.name, 'startsOn', y.starts_on, 'endsOn', y.ends_on) AS "toYear"`;

/** The roll-over in force out of a year; undefined: not yet, or taken back. */
export async function selectDoneOptional(
  tx: ReadTx,
  unitId: string,
  fromYearId: string,
): Promise<RollOver | undefined> {
  const { rows } = await sql<RollOver>`
    SELECT ${rollOverColumns} FROM people.roll_over r JOIN organisation.school_year y ON y.id = r.to_year_id
    WHERE r.unit_id = ${unitId} AND r.from_year_id = ${fromYearId} AND r.state = 'done'`.execute(tx);
  return rows[0];
}

/** One roll-over, locked until the transaction ends; undefined: not there or not the person's. */
export async function lockRollOverOptional(tx: WriteTx, rollOverId: string): Promise<RollOver | undefined> {
  const { rows } = await sql<RollOver>`
    SELECT ${rollOverColumns} FROM people.roll_over r JOIN organisation.school_year y ON y.id = r.to_year_id
    WHERE r.id = ${rollOverId} FOR UPDATE OF r`.execute(tx);
  return rows[0];
}

/** Schools that stepped out of the year already, of those in reach. */
export async function listDoneUnits(tx: ReadTx, fromYearId: string): Promise<string[]> {
  const { rows } = await sql<{ unitId: string }>`
    SELECT unit_id AS "unitId" FROM people.roll_over WHERE from_year_id = ${fromYearId} AND state = 'done'`.execute(
    tx,
  );
  return rows.map(({ unitId }) => unitId);
}

export interface NewRollOver {
  readonly id: string;
  readonly unitId: string;
  readonly madeClasses: readonly { id: string; name: string; grade: number; modelId: string }[];
}

/** Writes the heads of roll-overs; gives the schools written: a school already done is left out. */
export async function insertRollOvers(
  tx: WriteTx,
  rows: readonly NewRollOver[],
  step: { departmentId: string; fromYearId: string; toYearId: string; accountId: string; now: Date },
): Promise<string[]> {
  const heads = rows.map(({ id, unitId, madeClasses }) => ({
    id,
    unitId,
    made: madeClasses.map((one) => one.id),
  }));
  const { rows: written } = await sql<{ unitId: string }>`
    INSERT INTO people.roll_over (id, unit_id, department_id, from_year_id, to_year_id, state, done_by, done_at, made_classes)
    SELECT head.id, head."unitId", ${step.departmentId}, ${step.fromYearId}, ${step.toYearId}, 'done', ${step.accountId}, ${step.now},
      ARRAY(SELECT jsonb_array_elements_text(head.made)::uuid)
    FROM jsonb_to_recordset(${JSON.stringify(heads)}::jsonb) head (id uuid, "unitId" uuid, made jsonb)
    ON CONFLICT (unit_id, from_year_id) WHERE state = 'done' DO NOTHING RETURNING unit_id AS "unitId"`.execute(
    tx,
  );
  return written.map(({ unitId }) => unitId);
}

/** Makes classes of the next year after the classes they grow out of; room and homeroom teacher are for people to give. */
export async function insertMadeClasses(
  tx: WriteTx,
  rows: readonly NewRollOver[],
  toYearId: string,
): Promise<void> {
  const made = rows.flatMap(({ madeClasses }) => madeClasses);
  if (made.length === 0) return;
  await sql`
    INSERT INTO people.school_class (id, unit_id, department_id, school_year_id, grade, name, kind, specialised_subject, site_id, two_sessions)
    SELECT one.id, model.unit_id, model.department_id, ${toYearId}, one.grade, one.name, model.kind, model.specialised_subject,
      model.site_id, model.two_sessions
    FROM jsonb_to_recordset(${JSON.stringify(made)}::jsonb) one (id uuid, name text, grade int, "modelId" uuid)
    JOIN people.school_class model ON model.id = one."modelId"`.execute(tx);
}

export interface NewTrace {
  readonly rollOverId: string;
  readonly pupilId: string;
  readonly unitId: string;
  readonly outcome: Outcome;
  readonly fromClassId: string;
  readonly toClassId: string | null;
  readonly oldEnrolmentId: string;
  readonly newEnrolmentId: string | null;
}

/** Writes where each pupil goes; everything after this reads from here. */
export async function insertTraces(
  tx: WriteTx,
  rows: readonly NewTrace[],
  departmentId: string,
): Promise<void> {
  await sql`
    INSERT INTO people.roll_over_row (roll_over_id, pupil_id, unit_id, department_id, outcome, from_class_id, to_class_id,
      old_enrolment_id, new_enrolment_id)
    SELECT one."rollOverId", one."pupilId", one."unitId", ${departmentId}, one.outcome, one."fromClassId", one."toClassId",
      one."oldEnrolmentId", one."newEnrolmentId"
    FROM jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) one ("rollOverId" uuid, "pupilId" uuid, "unitId" uuid, outcome text,
      "fromClassId" uuid, "toClassId" uuid, "oldEnrolmentId" uuid, "newEnrolmentId" uuid)`.execute(tx);
}

/**
 * Ends the old places, opens the new ones, writes movements and states, all from the traces. Gives how many old places were
 * ended: fewer than traces means that somebody moved a pupil meanwhile.
 */
export async function moveAlong(
  tx: WriteTx,
  rollOverIds: readonly string[],
  step: { from: YearSpan; to: YearSpan; today: string; accountId: string; now: Date },
): Promise<number> {
  const ids = sql`ANY (${rollOverIds}::uuid[])`;
  const ended = await sql<{ id: string }>`
    UPDATE people.enrolment e SET ends_on = greatest(e.starts_on, ${step.from.endsOn}::date), ended_as = 'completed'
    FROM people.roll_over_row r WHERE r.roll_over_id = ${ids} AND e.id = r.old_enrolment_id AND e.ends_on IS NULL`.execute(
    tx,
  );
  await sql`
    INSERT INTO people.enrolment (id, pupil_id, unit_id, department_id, school_year_id, class_id, starts_on, repeating)
    SELECT r.new_enrolment_id, r.pupil_id, r.unit_id, r.department_id, ${step.to.id}, r.to_class_id, least(${step.today}::date, ${step.to.startsOn}::date), r.outcome = 'repeated'
    FROM people.roll_over_row r WHERE r.roll_over_id = ${ids} AND r.new_enrolment_id IS NOT NULL`.execute(tx);
  // The version stays: no form shows the state, and taking the roll-over back gives the very same rows.
  await sql`
    UPDATE people.pupil p SET status = r.outcome FROM people.roll_over_row r
    WHERE r.roll_over_id = ${ids} AND r.outcome IN ('graduated', 'left') AND p.id = r.pupil_id`.execute(tx);
  await sql`
    INSERT INTO people.movement (id, pupil_id, unit_id, department_id, school_year_id, kind, happened_on, from_class_id, to_class_id,
      reason, recorded_by, recorded_at, roll_over_id)
    SELECT organisation.uuid_v7(), r.pupil_id, r.unit_id, r.department_id,
      CASE WHEN r.to_class_id IS NULL THEN ${step.from.id}::uuid ELSE ${step.to.id}::uuid END,
      CASE r.outcome WHEN 'left' THEN 'leftProvince' ELSE r.outcome END, ${step.today}, r.from_class_id, r.to_class_id, choice.reason,
      ${step.accountId}, ${step.now}, r.roll_over_id
    FROM people.roll_over_row r
    LEFT JOIN people.roll_over_choice choice ON choice.pupil_id = r.pupil_id AND choice.from_year_id = ${step.from.id}
    WHERE r.roll_over_id = ${ids}`.execute(tx);
  return Number(ended.numAffectedRows ?? 0n);
}

/** What happened since a roll-over and stands in the way of taking it back: pupils who moved on, classes others sit in. */
export async function selectObstacles(
  tx: ReadTx,
  rollOverId: string,
): Promise<{ pupils: number; names: string[]; classes: string[] }> {
  const { rows } = await sql<{ pupils: number; names: string[]; classes: string[] }>`
    WITH moved AS (
      SELECT r.pupil_id FROM people.roll_over_row r
      LEFT JOIN people.enrolment e ON e.id = r.new_enrolment_id
      LEFT JOIN people.pupil p ON p.id = r.pupil_id
      WHERE r.roll_over_id = ${rollOverId} AND (
        p.id IS NULL OR p.unit_id <> r.unit_id
        OR r.new_enrolment_id IS NOT NULL AND (e.id IS NULL OR e.ends_on IS NOT NULL OR e.class_id <> r.to_class_id)
        OR r.new_enrolment_id IS NULL AND p.status <> r.outcome))
    SELECT (SELECT count(*) FROM moved)::int AS pupils,
      ARRAY(SELECT p.full_name FROM moved JOIN people.pupil p ON p.id = moved.pupil_id ORDER BY p.given_name, p.family_name LIMIT 5) AS names,
      ARRAY(SELECT DISTINCT c.name FROM people.roll_over r CROSS JOIN unnest(r.made_classes) made (id)
        JOIN people.school_class c ON c.id = made.id
        JOIN people.enrolment e ON e.unit_id = c.unit_id AND e.class_id = c.id
        WHERE r.id = ${rollOverId} AND NOT EXISTS (
          SELECT FROM people.roll_over_row own WHERE own.roll_over_id = r.id AND own.new_enrolment_id = e.id)
        ORDER BY c.name) AS classes`.execute(tx);
  return rows[0] ?? { pupils: 0, names: [], classes: [] };
}

/** Takes a roll-over back; the caller has made sure that nothing stands in the way. */
export async function undoRollOver(
  tx: WriteTx,
  rollOverId: string,
  by: { accountId: string; now: Date },
): Promise<void> {
  const traces = sql`people.roll_over_row r WHERE r.roll_over_id = ${rollOverId}`;
  await sql`DELETE FROM people.movement WHERE roll_over_id = ${rollOverId}`.execute(tx);
  await sql`DELETE FROM people.enrolment WHERE id IN (SELECT r.new_enrolment_id FROM ${traces})`.execute(tx);
  await sql`UPDATE people.enrolment SET ends_on = NULL, ended_as = NULL
    WHERE id IN (SELECT r.old_enrolment_id FROM ${traces})`.execute(tx);
  await sql`UPDATE people.pupil SET status = 'learning'
    WHERE id IN (SELECT r.pupil_id FROM ${traces} AND r.outcome IN ('graduated', 'left'))`.execute(tx);
  await sql`DELETE FROM people.roll_over_row WHERE roll_over_id = ${rollOverId}`.execute(tx);
  await sql`DELETE FROM people.school_class c USING people.roll_over r
    WHERE r.id = ${rollOverId} AND c.id = ANY (r.made_classes)`.execute(tx);
  await sql`UPDATE people.roll_over SET state = 'reversed', reversed_by = ${by.accountId}, reversed_at = ${by.now},
      version = version + 1 WHERE id = ${rollOverId}`.execute(tx);
}

/** Keeps what a person chose for one pupil. */
export async function upsertChoice(
  tx: WriteTx,
  choice: ChoiceOfPupil & { departmentId: string; fromYearId: string; accountId: string; now: Date },
): Promise<void> {
  await sql`
    INSERT INTO people.roll_over_choice (pupil_id, from_year_id, unit_id, department_id, outcome, to_class_name, reason, made_by, made_at)
    VALUES (${choice.pupilId}, ${choice.fromYearId}, ${choice.unitId}, ${choice.departmentId}, ${choice.outcome}, ${choice.toClassName},
      ${choice.reason}, ${choice.accountId}, ${choice.now})
    ON CONFLICT (pupil_id, from_year_id) DO UPDATE SET outcome = excluded.outcome, to_class_name = excluded.to_class_name,
      reason = excluded.reason, made_by = excluded.made_by, made_at = excluded.made_at`.execute(tx);
}

/** Back to what is proposed. */
export async function deleteChoice(tx: WriteTx, pupilId: string, fromYearId: string): Promise<void> {
  await sql`DELETE FROM people.roll_over_choice WHERE pupil_id = ${pupilId} AND from_year_id = ${fromYearId}`.execute(
    tx,
  );
}
