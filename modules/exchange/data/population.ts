import { v7 as uuidv7 } from 'uuid';
import { type ReadTx, sql, type WriteTx } from '#platform/db';

export type ResultState = 'waiting' | 'match' | 'differs' | 'notFound' | 'notAnswered' | 'noNumber';
export type CheckedField = 'fullName' | 'birthDate' | 'identityNumber';

export interface RunRow {
  readonly id: string;
  readonly unitId: string;
  readonly state: 'open' | 'stopped' | 'done';
  readonly register: string;
  readonly asked: number;
  readonly match: number;
  readonly differs: number;
  readonly notFound: number;
  readonly notAnswered: number;
  readonly noNumber: number;
  readonly waiting: number;
  readonly settled: number;
  readonly trouble: string | null;
  readonly madeBy: string;
  readonly madeAt: string;
  readonly endedAt: string | null;
}

const count = (state: string) => sql`count(*) FILTER (WHERE r.state = ${sql.lit(state)})::int`;
const runs = sql`
  SELECT x.id, x.unit_id AS "unitId", x.state, x.register, x.asked, n.*, x.trouble, coalesce(a.display_name, '') AS "madeBy",
    x.made_at AS "madeAt", x.ended_at AS "endedAt"
  FROM exchange.population_run x LEFT JOIN identity.account a ON a.id = x.made_by
  CROSS JOIN LATERAL (
    SELECT ${count('match')} AS match, ${count('differs')} AS differs, ${count('notFound')} AS "notFound",
      ${count('notAnswered')} AS "notAnswered", ${count('noNumber')} AS "noNumber", ${count('waiting')} AS waiting,
      count(r.settled_at)::int AS settled
    FROM exchange.population_result r WHERE r.run_id = x.id) n`;

export async function listRuns(tx: ReadTx, unitId: string): Promise<RunRow[]> {
  const { rows } =
    await sql<RunRow>`${runs} WHERE x.unit_id = ${unitId} ORDER BY x.made_at DESC, x.id DESC LIMIT 20`.execute(
      tx,
    );
  return rows;
}

export async function selectRunOptional(tx: ReadTx, id: string): Promise<RunRow | undefined> {
  const { rows } = await sql<RunRow>`${runs} WHERE x.id = ${id}`.execute(tx);
  return rows[0];
}

/** A run over everybody who sits in a class of the school now; those without a number are answered at once. Gives its id, or undefined when nobody is there. */
export async function insertRun(
  tx: WriteTx,
  run: {
    readonly unitId: string;
    readonly departmentId: string;
    readonly register: string;
    readonly by: string;
    readonly now: Date;
  },
): Promise<string | undefined> {
  const id = uuidv7();
  const { rows } = await sql<{ id: string }>`
    INSERT INTO exchange.population_run (id, unit_id, department_id, register, asked, made_by, made_at)
    SELECT ${id}, ${run.unitId}, ${run.departmentId}, ${run.register}, count(*), ${run.by}, ${run.now}
    FROM people.enrolment e JOIN organisation.school_year y ON y.id = e.school_year_id AND y.is_current
    WHERE e.unit_id = ${run.unitId} AND e.ends_on IS NULL HAVING count(*) > 0 RETURNING id`.execute(tx);
  if (rows.length === 0) return undefined;
  await sql`
    INSERT INTO exchange.population_result (run_id, pupil_id, unit_id, department_id, state, answered_at)
    SELECT ${id}, e.pupil_id, e.unit_id, e.department_id, CASE WHEN v.identity_number IS NULL THEN 'noNumber' ELSE 'waiting' END,
      CASE WHEN v.identity_number IS NULL THEN ${run.now}::timestamptz END
    FROM people.enrolment e JOIN organisation.school_year y ON y.id = e.school_year_id AND y.is_current
    LEFT JOIN people.pupil_private v ON v.pupil_id = e.pupil_id
    WHERE e.unit_id = ${run.unitId} AND e.ends_on IS NULL`.execute(tx);
  return id;
}

/** Ends an open run; false: it is not open any more. */
export async function endRun(
  tx: WriteTx,
  id: string,
  end: { readonly state: 'stopped' | 'done'; readonly trouble: string | null; readonly now: Date },
): Promise<boolean> {
  const { rows } = await sql<{ id: string }>`
    UPDATE exchange.population_run SET state = ${end.state}, trouble = ${end.trouble}, ended_at = ${end.now}
    WHERE id = ${id} AND state = 'open' RETURNING id`.execute(tx);
  return rows.length > 0;
}

/** Opens a run that ended with questions unanswered: they wait again. False: there is nothing to ask. */
export async function reopenRun(tx: WriteTx, id: string): Promise<boolean> {
  await sql`
    UPDATE exchange.population_result SET state = 'waiting', answered_at = NULL WHERE run_id = ${id} AND state = 'notAnswered'`.execute(
    tx,
  );
  const { rows } = await sql<{ id: string }>`
    UPDATE exchange.population_run SET state = 'open', trouble = NULL, ended_at = NULL
    WHERE id = ${id} AND state <> 'open'
      AND EXISTS (SELECT FROM exchange.population_result r WHERE r.run_id = ${id} AND r.state = 'waiting') RETURNING id`.execute(
    tx,
  );
  return rows.length > 0;
}

export interface Waiting {
  readonly pupilId: string;
  readonly fullName: string;
  readonly birthDate: string;
  readonly identityNumber: string;
}

/** The next pupils to ask about, as our records have them now. */
export async function listWaiting(tx: ReadTx, runId: string, most: number): Promise<Waiting[]> {
  const { rows } = await sql<Waiting>`
    SELECT r.pupil_id AS "pupilId", p.full_name AS "fullName", p.birth_date AS "birthDate", v.identity_number AS "identityNumber"
    FROM exchange.population_result r JOIN people.pupil p ON p.id = r.pupil_id
    JOIN people.pupil_private v ON v.pupil_id = r.pupil_id AND v.identity_number IS NOT NULL
    WHERE r.run_id = ${runId} AND r.state = 'waiting' ORDER BY r.pupil_id LIMIT ${most}`.execute(tx);
  return rows;
}

export interface Answer {
  readonly pupilId: string;
  readonly state: ResultState;
  readonly fields: readonly CheckedField[];
}

/** Writes answers of pupils that still wait. */
export async function keepAnswers(
  tx: WriteTx,
  runId: string,
  answers: readonly Answer[],
  now: Date,
): Promise<void> {
  await sql`
    UPDATE exchange.population_result r SET state = a.state, fields = a.fields, answered_at = ${now}
    FROM jsonb_to_recordset(${JSON.stringify(answers)}::jsonb) AS a ("pupilId" uuid, state text, fields text[])
    WHERE r.run_id = ${runId} AND r.pupil_id = a."pupilId" AND r.state = 'waiting'`.execute(tx);
}

/** Whoever waits but has lost the number meanwhile: nothing can be asked. */
export async function keepNumberless(tx: WriteTx, runId: string, now: Date): Promise<void> {
  await sql`UPDATE exchange.population_result SET state = 'noNumber', answered_at = ${now} WHERE run_id = ${runId} AND state = 'waiting'`.execute(
    tx,
  );
}

export interface ResultRow {
  readonly pupilId: string;
  readonly name: string;
  readonly className: string | null;
  readonly state: ResultState;
  readonly fields: CheckedField[];
  readonly settledBy: string | null;
  readonly settledAt: string | null;
  readonly settledNote: string | null;
}

/** Results of some states, by class and name. `open`: what somebody should look at and has not. */
export async function listResults(
  tx: ReadTx,
  runId: string,
  wanted: ResultState | 'open',
): Promise<ResultRow[]> {
  const { rows } = await sql<ResultRow>`
    SELECT r.pupil_id AS "pupilId", p.full_name AS name, c.name AS "className", r.state, r.fields, a.display_name AS "settledBy",
      r.settled_at AS "settledAt", r.settled_note AS "settledNote"
    FROM exchange.population_result r JOIN people.pupil p ON p.id = r.pupil_id
    LEFT JOIN people.enrolment e ON e.pupil_id = p.id AND e.ends_on IS NULL LEFT JOIN people.school_class c ON c.id = e.class_id
    LEFT JOIN identity.account a ON a.id = r.settled_by
    WHERE r.run_id = ${runId} AND ${
      wanted === 'open'
        ? sql`r.state IN ('differs', 'notFound') AND r.settled_at IS NULL`
        : sql`r.state = ${wanted}`
    }
    ORDER BY c.grade, c.name, p.given_name, p.family_name, p.id LIMIT 2000`.execute(tx);
  return rows;
}

/** Says what was done about a difference; false: there is none to settle. */
export async function settleResult(
  tx: WriteTx,
  of: { readonly runId: string; readonly pupilId: string },
  settled: { readonly by: string; readonly note: string; readonly now: Date },
): Promise<boolean> {
  const { rows } = await sql<{ pupil_id: string }>`
    UPDATE exchange.population_result SET settled_by = ${settled.by}, settled_at = ${settled.now}, settled_note = ${settled.note}
    WHERE run_id = ${of.runId} AND pupil_id = ${of.pupilId} AND state IN ('differs', 'notFound') RETURNING pupil_id`.execute(
    tx,
  );
  return rows.length > 0;
}
