import { v7 as uuidv7 } from 'uuid';
import type { Settings } from '#platform/db';
import { dienBienCommunes } from '#reference/dien-bien';
import type { TestDatabase } from '#tests/harness/database.ts';
import { generateProvince, type Province } from '#tests/sample-province/generate.ts';
import { loadProvince } from '#tests/sample-province/load.ts';

/** A small invented province with every kind of unit and people everywhere: 3 communes, 8 schools. */
export const province: Province = generateProvince({
  seed: 'plan-tests',
  communes: dienBienCommunes.slice(0, 3),
  schools: 8,
  teachersPerTeam: 1,
});

export const provinceSeed = {
  name: 'plan_small_province',
  load: ({ ownerUrl }: { ownerUrl: string }) =>
    loadProvince(ownerUrl, province, {
      passwordHash: 'no sign-in in these tests',
      mustChangePassword: false,
    }),
};

type Unit = Province['units'][number];

/** The first unit of a kind that fits. */
export function unitOf(kind: Unit['kind'], fits: (unit: Unit) => boolean = () => true): Unit {
  const found = province.units.find((unit) => unit.kind === kind && fits(unit));
  if (!found) throw new RangeError(`the province of these tests has no such ${kind}`);
  return found;
}

/** The account that holds a role in a unit. */
export function holderOf(unit: { id: string }, role: string): string {
  const held = province.roleAssignments.find((row) => row.unit_id === unit.id && row.role === role);
  if (!held) throw new RangeError(`nobody is ${role} there`);
  return held.account_id;
}

/** The user name of the one who holds a role in a unit. */
export function nameOf(unit: { id: string }, role: string): string {
  const id = holderOf(unit, role);
  return province.accounts.find((account) => account.id === id)?.username ?? '';
}

/** Settings of a transaction in which the holder of `role` in `unit` asks. */
export function actingAs(
  unit: { id: string },
  role: string,
  scope: 'department' | 'subtree' | 'own',
): Settings {
  return {
    'hoaban.account_id': holderOf(unit, role),
    'hoaban.department_id': province.departmentId,
    'hoaban.unit_id': unit.id,
    'hoaban.role': role,
    'hoaban.scope': scope,
  };
}

export interface TestDuty {
  readonly title: string;
  readonly section?: string;
  readonly startsOn?: string;
  readonly dueOn: string;
  readonly evidenceKind?: 'indicator' | 'form' | 'document' | 'confirmation';
  readonly evidenceSpec?: Record<string, unknown>;
}

/** Publishes a plan of the secondary division with these duties, assigned to nobody yet. Gives their ids in order. */
export async function publishDuties(
  { owner }: TestDatabase,
  duties: readonly TestDuty[],
  publishedAt = '2025-08-05T08:00:00+07:00',
): Promise<{ documentId: string; dutyIds: string[] }> {
  const division = unitOf('division');
  const documentId = uuidv7();
  await owner.query(
    `INSERT INTO plan.document (id, department_id, unit_id, school_year_id, title, status, source_name, source_sha256, report,
       imported_by, imported_at, published_by, published_at)
     VALUES ($1, $2, $3, $4, 'Kế hoạch thử', 'published', 'thu.docx', repeat('0', 64), '{}', $5, $6, $5, $6)`,
    [
      documentId,
      province.departmentId,
      division.id,
      province.schoolYearId,
      holderOf(division, 'divisionHead'),
      publishedAt,
    ],
  );
  const rows = duties.map((duty, position) => ({ ...duty, id: uuidv7(), position }));
  await owner.query(
    `INSERT INTO plan.duty (id, document_id, department_id, lineage_id, position, code, kind, title, body, section_path, starts_on, due_on,
       definition_of_done, evidence_kind, evidence_spec)
     SELECT d.id, $1, $2, d.id, d.position, 'N' || d.position, 'duty', d.title, d.title, ARRAY[coalesce(d.section, 'I. Nhiệm vụ chung')],
       coalesce(d."startsOn", '2025-08-01'), d."dueOn", 'Xong', coalesce(d."evidenceKind", 'confirmation'), coalesce(d."evidenceSpec", '{}')
     FROM jsonb_to_recordset($3::jsonb) AS d (id uuid, position int, title text, section text, "startsOn" date, "dueOn" date,
       "evidenceKind" text, "evidenceSpec" jsonb)`,
    [documentId, province.departmentId, JSON.stringify(rows)],
  );
  return { documentId, dutyIds: rows.map((row) => row.id) };
}

/** Assigns a duty to a unit's role, or to a person; other columns as given. Gives the assignment's id. */
export async function assign(
  { owner }: TestDatabase,
  dutyId: string,
  unit: Unit,
  role: string,
  columns: Readonly<Record<string, unknown>> = {},
): Promise<string> {
  const id = uuidv7();
  const names = Object.keys(columns);
  await owner.query(
    `INSERT INTO plan.assignment (id, department_id, document_id, duty_id, unit_id, board_unit_id, role, starts_on, due_on
       ${names.map((name) => `, ${name}`).join('')})
     SELECT $1, d.department_id, d.document_id, d.id, $3, $4, $5, d.starts_on, d.due_on ${names.map((_, at) => `, $${at + 6}`).join('')}
     FROM plan.duty d WHERE d.id = $2`,
    [
      id,
      dutyId,
      unit.id,
      unit.kind === 'subjectTeam' ? unit.parent_id : unit.id,
      role,
      ...Object.values(columns),
    ],
  );
  return id;
}
