import { type ReadTx, sql, type WriteTx } from '#platform/db';
import type { DemandFinding, Goals, Ground, Lesson } from '../rules/index.ts';
import { completeInput } from '../rules/kept-input.ts';
import type { School } from './place.ts';

/** The job that searches. */
export const solveTask = 'timetable.solve';
/** Key of the job of one search. */
export const solveJobKey = (id: string) => `${solveTask}:${id}`;

export interface ProgressPoint {
  /** Seconds of search so far. */
  readonly seconds: number;
  readonly hard: number;
  readonly soft: number;
  readonly unplaced: number;
  /** Cost by rule or goal. */
  readonly parts: Readonly<Record<string, number>>;
}

/** The school as it was when a search was asked for: what a restart goes on with. */
export interface SolveInput {
  readonly ground: Ground;
  readonly goals: Goals;
  readonly lessons: readonly Lesson[];
  /** Slot keys of the lessons in the timetable used when it was asked for; none in searches asked for before there was such a goal. */
  readonly former?: Readonly<Record<string, number>>;
  readonly name: string;
  readonly seed: number;
}

/** Where each lesson lies in the best timetable so far: lesson id → slot key and room. */
export type Checkpoint = Readonly<Record<string, { readonly slot: number; readonly roomId: string | null }>>;

export interface Solve {
  readonly id: string;
  readonly unitId: string;
  readonly departmentId: string;
  readonly schoolYearId: string;
  readonly semester: 1 | 2;
  readonly state: 'waiting' | 'running' | 'stopping' | 'done' | 'stopped' | 'impossible' | 'failed';
  readonly seconds: number;
  readonly spentSeconds: number;
  readonly progress: readonly ProgressPoint[];
  readonly findings: readonly DemandFinding[];
  readonly timetableId: string | null;
  readonly askedBy: string;
  readonly askedAt: string;
  readonly endedAt: string | null;
}

const columns = sql`id, unit_id AS "unitId", department_id AS "departmentId", school_year_id AS "schoolYearId", semester, state, seconds,
  spent_seconds::float8 AS "spentSeconds", progress, findings, timetable_id AS "timetableId", asked_by AS "askedBy", asked_at AS "askedAt",
  ended_at AS "endedAt"`;

/** Asks for a search; undefined: the school has one that has not ended. */
export async function insertSolve(
  tx: WriteTx,
  row: {
    id: string;
    school: School;
    yearId: string;
    semester: 1 | 2;
    seconds: number;
    input: SolveInput;
    /** Where it goes on from; null: from nothing. */
    checkpoint: Checkpoint | null;
    findings: readonly DemandFinding[];
    accountId: string;
    now: Date;
  },
): Promise<Solve | undefined> {
  const { rows } = await sql<Solve>`
    INSERT INTO timetable.solve (id, unit_id, department_id, school_year_id, semester, seconds, input, checkpoint, findings, asked_by, asked_at)
    VALUES (${row.id}, ${row.school.id}, ${row.school.departmentId}, ${row.yearId}, ${row.semester}, ${row.seconds},
      ${JSON.stringify(row.input)}::jsonb, ${row.checkpoint && JSON.stringify(row.checkpoint)}::jsonb, ${JSON.stringify(row.findings)}::jsonb, ${row.accountId}, ${row.now})
    ON CONFLICT (unit_id) WHERE state IN ('waiting', 'running', 'stopping') DO NOTHING RETURNING ${columns}`.execute(
    tx,
  );
  return rows[0];
}

export async function selectSolveOptional(tx: ReadTx, id: string): Promise<Solve | undefined> {
  const { rows } = await sql<Solve>`SELECT ${columns} FROM timetable.solve WHERE id = ${id}`.execute(tx);
  return rows[0];
}

/** The latest search of a school in a year. */
export async function selectLatestSolveOptional(
  tx: ReadTx,
  unitId: string,
  yearId: string,
): Promise<Solve | undefined> {
  const { rows } = await sql<Solve>`
    SELECT ${columns} FROM timetable.solve WHERE unit_id = ${unitId} AND school_year_id = ${yearId}
    ORDER BY ended_at IS NULL DESC, id DESC LIMIT 1`.execute(tx);
  return rows[0];
}

/** Asks a search to stop; it ends at its next breath. One that has not begun is ended at once by whoever takes it up. */
export async function askStop(tx: WriteTx, id: string): Promise<Solve | undefined> {
  const { rows } = await sql<Solve>`
    UPDATE timetable.solve SET state = 'stopping' WHERE id = ${id} AND state IN ('waiting', 'running', 'stopping')
    RETURNING ${columns}`.execute(tx);
  return rows[0];
}

export interface BegunSolve extends Solve {
  readonly input: SolveInput;
  readonly checkpoint: Checkpoint | null;
  /** How often it was taken up. */
  readonly attempts: number;
}

/** Takes up a search that waits, or one that a killed program was in the middle of; undefined: it has ended. */
export async function beginSolve(tx: WriteTx, id: string, now: Date): Promise<BegunSolve | undefined> {
  const { rows } = await sql<BegunSolve>`
    UPDATE timetable.solve SET state = CASE state WHEN 'stopping' THEN state ELSE 'running' END,
      started_at = coalesce(started_at, ${now}), attempts = attempts + 1
    WHERE id = ${id} AND state IN ('waiting', 'running', 'stopping') RETURNING ${columns}, input, checkpoint, attempts`.execute(
    tx,
  );
  return rows[0] && { ...rows[0], input: completeInput(rows[0].input) };
}

/** Searches that have not ended though no job will take them up again: tried too often, or the job is gone. */
export async function listAbandonedSolves(tx: ReadTx): Promise<string[]> {
  const { rows } = await sql<{ id: string }>`SELECT id FROM timetable.solve
    WHERE state IN ('waiting', 'running', 'stopping') AND NOT platform.job_goes_on(${solveJobKey('')} || id)`.execute(
    tx,
  );
  return rows.map(({ id }) => id);
}

/** Keeps how far a search is. Gives its state: 'stopping' when somebody wants it to end. */
export async function keepProgress(
  tx: WriteTx,
  id: string,
  kept: { progress: readonly ProgressPoint[]; checkpoint: Checkpoint | null; spentSeconds: number },
): Promise<Solve['state'] | undefined> {
  const { rows } = await sql<{ state: Solve['state'] }>`
    UPDATE timetable.solve SET progress = ${JSON.stringify(kept.progress)}::jsonb, spent_seconds = ${kept.spentSeconds},
      checkpoint = coalesce(${kept.checkpoint === null ? null : JSON.stringify(kept.checkpoint)}::jsonb, checkpoint)
    WHERE id = ${id} RETURNING state`.execute(tx);
  return rows[0]?.state;
}

export async function endSolve(
  tx: WriteTx,
  id: string,
  end: {
    state: 'done' | 'stopped' | 'impossible' | 'failed';
    timetableId: string | null;
    findings: readonly DemandFinding[];
    now: Date;
  },
): Promise<void> {
  await sql`UPDATE timetable.solve SET state = ${end.state}, timetable_id = ${end.timetableId},
    findings = findings || ${JSON.stringify(end.findings)}::jsonb, ended_at = ${end.now}, checkpoint = NULL WHERE id = ${id}`.execute(
    tx,
  );
}
