import { type ReadTx, sql, type WriteTx } from '#platform/db';
import { type Responsible, targetRules } from '../rules/targets.ts';

/**
 * Rows (duty, unit, role) that a document's duties ask for; one set-based question for preview and for publishing.
 * Both sides are small and built once (a draft of minutes ago has no statistics yet), then joined by kind of unit.
 */
function wantedRows(documentId: string) {
  return sql`
    WITH asked AS MATERIALIZED (
      SELECT d.id AS duty_id, d.level, d.starts_on, d.due_on, rule.*,
        (SELECT doc.unit_id FROM plan.document doc WHERE doc.id = ${documentId}) AS division_id
      FROM plan.duty d
      JOIN jsonb_to_recordset(${JSON.stringify(targetRules)}::jsonb)
        AS rule (responsible text, "unitKind" text, role text, "schoolKinds" jsonb, "insideSchool" boolean) ON rule.responsible = ANY (d.responsible)
      WHERE d.document_id = ${documentId} AND d.status = 'active'
        AND (d.kind <> 'calendarEntry' OR NOT rule."insideSchool" OR NOT 'school' = ANY (d.responsible))
    ), place AS MATERIALIZED (
      SELECT u.id AS unit_id, u.kind, u.board_unit_id,
        school.id AS school_id, school.school_kind, school.teaches_lower, school.teaches_upper
      FROM organisation.unit u
      LEFT JOIN organisation.unit school ON school.id = CASE u.kind WHEN 'school' THEN u.id WHEN 'subjectTeam' THEN u.parent_id END
      WHERE u.department_id = (SELECT doc.department_id FROM plan.document doc WHERE doc.id = ${documentId})
        AND u.closed_on IS NULL AND school.closed_on IS NULL
    )
    SELECT DISTINCT ON (asked.duty_id, place.unit_id, asked.role) asked.duty_id, place.unit_id, asked.role, asked.responsible,
      asked.starts_on, asked.due_on, place.board_unit_id
    FROM asked JOIN place ON place.kind = asked."unitKind"
    WHERE (place.kind <> 'division' OR place.unit_id = asked.division_id)
      AND (place.school_id IS NULL OR
        CASE asked.level WHEN 'lowerSecondary' THEN place.teaches_lower WHEN 'upperSecondary' THEN place.teaches_upper ELSE true END)
      AND (asked."schoolKinds" IS NULL OR asked."schoolKinds" ? place.school_kind)
    ORDER BY asked.duty_id, place.unit_id, asked.role, asked.responsible`;
}

export interface TargetCount {
  readonly responsible: Responsible;
  readonly units: number;
  readonly assignments: number;
}

/** How many assignments the duties of a document come to, by what the document names. */
export async function countTargets(tx: ReadTx, documentId: string): Promise<TargetCount[]> {
  const { rows } = await sql<TargetCount>`
    SELECT responsible, count(DISTINCT unit_id) AS units, count(*) AS assignments FROM (${wantedRows(documentId)}) wanted
    GROUP BY responsible ORDER BY assignments DESC, responsible`.execute(tx);
  return rows;
}

/** Duties that reach no unit at all. */
export async function listUnreachedDuties(
  tx: ReadTx,
  documentId: string,
): Promise<{ dutyId: string; code: string; title: string; responsible: Responsible[] }[]> {
  const { rows } = await sql<{ dutyId: string; code: string; title: string; responsible: Responsible[] }>`
    WITH reached AS MATERIALIZED (SELECT DISTINCT duty_id FROM (${wantedRows(documentId)}) wanted)
    SELECT d.id AS "dutyId", d.code, d.title, d.responsible FROM plan.duty d
    WHERE d.document_id = ${documentId} AND d.status = 'active' AND d.id NOT IN (SELECT duty_id FROM reached)
    ORDER BY d.position`.execute(tx);
  return rows;
}

/** Assignments of the revision before, split into those whose duty goes on and those whose duty is gone. */
export async function countCarriedOver(
  tx: ReadTx,
  previousId: string | null,
  documentId: string,
): Promise<{ kept: number; withdrawn: number }> {
  if (previousId === null) return { kept: 0, withdrawn: 0 };
  const { rows } = await sql<{ kept: number; withdrawn: number }>`
    SELECT count(*) FILTER (WHERE next.id IS NOT NULL) AS kept, count(*) FILTER (WHERE next.id IS NULL) AS withdrawn
    FROM plan.assignment a JOIN plan.duty old ON old.id = a.duty_id
    LEFT JOIN plan.duty next ON next.document_id = ${documentId} AND next.lineage_id = old.lineage_id AND next.status = 'active'
    WHERE a.document_id = ${previousId}`.execute(tx);
  return rows[0] ?? { kept: 0, withdrawn: 0 };
}

/**
 * Moves the assignments of the revision before to the duties that go on: state, evidence and history stay.
 * A changed window moves deadlines that nobody had extended. Gives the number moved.
 */
export async function carryOver(
  tx: WriteTx,
  previousId: string,
  documentId: string,
  now: Date,
): Promise<number> {
  const { rows } = await sql<{ id: string; changed: boolean }>`
    WITH moved AS (
      UPDATE plan.assignment a SET duty_id = next.id, document_id = ${documentId}, version = a.version + 1,
        starts_on = CASE WHEN a.starts_on = old.starts_on THEN next.starts_on ELSE a.starts_on END,
        due_on = greatest(CASE WHEN a.due_on = old.due_on THEN next.due_on ELSE a.due_on END,
                          CASE WHEN a.starts_on = old.starts_on THEN next.starts_on ELSE a.starts_on END)
      FROM plan.duty old, plan.duty next
      WHERE old.id = a.duty_id AND a.document_id = ${previousId}
        AND next.document_id = ${documentId} AND next.lineage_id = old.lineage_id AND next.status = 'active'
      RETURNING a.id, a.unit_id, a.department_id,
        (old.title, old.body, old.due_on, old.starts_on) IS DISTINCT FROM (next.title, next.body, next.due_on, next.starts_on) AS changed
    ), told AS (
      INSERT INTO plan.assignment_event (id, assignment_id, unit_id, department_id, at, kind, note)
      SELECT organisation.uuid_v7(), id, unit_id, department_id, ${now}, 'amended', 'Kế hoạch điều chỉnh: nội dung hoặc thời hạn thay đổi'
      FROM moved WHERE changed RETURNING 1
    )
    SELECT id, changed FROM moved`.execute(tx);
  return rows.length;
}

/**
 * Creates the assignments that are asked for and not there yet. Gives how many were asked for and made. Tens of thousands of
 * rows appear at once: the statistics are taken anew, or the first boards after publishing would run on plans for an empty table.
 */
export async function createAssignments(
  tx: WriteTx,
  documentId: string,
  departmentId: string,
): Promise<{ asked: number; created: number; units: number }> {
  const { rows } = await sql<{ asked: number; created: number; units: number }>`
    WITH wanted AS MATERIALIZED (${wantedRows(documentId)}), made AS (
      INSERT INTO plan.assignment (id, department_id, document_id, duty_id, unit_id, board_unit_id, role, starts_on, due_on)
      SELECT organisation.uuid_v7(), ${departmentId}, ${documentId}, duty_id, unit_id, board_unit_id, role, starts_on, due_on FROM wanted
      ON CONFLICT (duty_id, unit_id, role, account_id) DO NOTHING RETURNING 1
    )
    SELECT (SELECT count(*) FROM wanted) AS asked, (SELECT count(*) FROM made) AS created,
      (SELECT count(DISTINCT unit_id) FROM wanted) AS units`.execute(tx);
  await sql`SELECT plan.refresh_statistics()`.execute(tx);
  return rows[0] ?? { asked: 0, created: 0, units: 0 };
}

/** Assignments carried over that the new revision no longer asks of their unit and nobody has begun. */
export async function dismissUnwanted(tx: WriteTx, documentId: string): Promise<number> {
  const { rows } = await sql`
    WITH wanted AS MATERIALIZED (${wantedRows(documentId)})
    UPDATE plan.assignment a SET state = 'notApplicable', state_note = 'Bản điều chỉnh không còn giao cho đơn vị này', version = version + 1
    WHERE a.document_id = ${documentId} AND a.parent_id IS NULL AND a.state = 'notStarted'
      AND NOT EXISTS (SELECT 1 FROM wanted w WHERE w.duty_id = a.duty_id AND w.unit_id = a.unit_id AND w.role = a.role)
    RETURNING a.id`.execute(tx);
  return rows.length;
}

/** Tells every person who carries new assignments: one notice each with the number. Gives how many were told. */
export async function tellCarriers(
  tx: WriteTx,
  documentId: string,
  title: string,
  now: Date,
): Promise<number> {
  const { rows } = await sql<{ told: number }>`
    SELECT plan.tell_carriers(${documentId}, ${`Kế hoạch đã ban hành: ${title}`}, ${now}) AS told`.execute(
    tx,
  );
  return rows[0]?.told ?? 0;
}

/** Draft → published, the revision before → superseded. False when the draft's version moved on. */
export async function markPublished(
  tx: WriteTx,
  document: { id: string; version: number; unitId: string; schoolYearId: string },
  by: string,
  now: Date,
): Promise<boolean> {
  await sql`UPDATE plan.document SET status = 'superseded', version = version + 1
    WHERE unit_id = ${document.unitId} AND school_year_id = ${document.schoolYearId} AND status = 'published'`.execute(
    tx,
  );
  const { rows } =
    await sql`UPDATE plan.document SET status = 'published', published_at = ${now}, published_by = ${by}, version = version + 1
    WHERE id = ${document.id} AND version = ${document.version} AND status = 'draft' RETURNING id`.execute(
      tx,
    );
  return rows.length === 1;
}
