import { setTimeout as pause } from 'node:timers/promises';
import { actAs } from '#modules/identity-access';
import { publishTimetable, startSolve, stopSolve, timetableTasks } from '#modules/timetable';
import { type Clock, localDate } from '#platform/clock';
import { type Database, openDatabase, type ReadTx, sql } from '#platform/db';
import { runDueJobsNow } from '#platform/jobs';

const principal = 'hieutruong';
/** It ends with the first whole timetable, for a school of eight classes after a second or two of an idle machine. */
const mostSeconds = 60;

const underWay = ['waiting', 'running', 'stopping'];

interface Weeks {
  readonly semester: 1 | 2;
  readonly fromWeek: number;
  readonly toWeek: number;
}

/** What is left on `day` ('YYYY-MM-DD') of the semester that runs, before the year the whole first, after it the whole second. */
async function weeksOf(tx: ReadTx, day: string): Promise<Weeks> {
  const { rows } = await sql<Weeks>`
    SELECT w.semester, coalesce(min(w.number) FILTER (WHERE w.ends_on >= ${day}), min(w.number)) AS "fromWeek", max(w.number) AS "toWeek"
    FROM organisation.school_week w
    JOIN organisation.school_year y ON y.id = w.school_year_id AND y.is_current
    WHERE w.semester = (SELECT coalesce(max(r.semester), 1) FROM organisation.school_week r
      WHERE r.school_year_id = w.school_year_id AND r.starts_on <= ${day})
    GROUP BY w.semester`.execute(tx);
  return rows[0]!;
}

/** Asks the search to stop as soon as every lesson has a place and no rule is broken; ends with it. */
async function stopWhenWhole(database: Database, solveId: string, now: Date): Promise<void> {
  for (let state = 'waiting'; underWay.includes(state); ) {
    await pause(500);
    state = await actAs(
      database,
      { username: principal, operationId: 'timetable.stopSolve', now },
      async (tx, actor) => {
        const { rows } = await sql<{ state: string; whole: boolean }>`
          SELECT state, coalesce((progress -> -1 ->> 'hard')::float = 0 AND (progress -> -1 ->> 'unplaced')::float = 0, false) AS whole
          FROM timetable.solve WHERE id = ${solveId}`.execute(tx);
        const found = rows[0];
        if (found?.state === 'running' && found.whole) await stopSolve(tx, actor, solveId);
        return found?.state ?? 'gone';
      },
    );
  }
}

/** Searches the week of the demo school and publishes it for the semester that runs, as its principal would. */
export async function publishWeek(
  urls: { readonly ownerUrl: string; readonly runtimeUrl: string },
  clock: Clock,
): Promise<void> {
  const database = openDatabase(urls.runtimeUrl, { maxConnections: 3 });
  const now = clock.now();
  try {
    const asked = await actAs(
      database,
      { username: principal, operationId: 'timetable.startSolve', now },
      async (tx, actor) => {
        const weeks = await weeksOf(tx, localDate(now));
        const { id } = await startSolve(tx, actor, { semester: weeks.semester, seconds: mostSeconds }, now);
        return { ...weeks, id };
      },
    );
    const { id, fromWeek, toWeek } = asked;
    const { 'timetable.solve': task } = timetableTasks({ database, clock, log: () => {} });
    const search = runDueJobsNow({ ownerUrl: urls.ownerUrl, tasks: task ? { 'timetable.solve': task } : {} });
    await Promise.all([search, stopWhenWhole(database, id, now)]);
    await actAs(
      database,
      { username: principal, operationId: 'timetable.publishTimetable', now },
      async (tx, actor) => {
        const { rows } = await sql<{ id: string; version: number }>`
          SELECT t.id, t.version FROM timetable.timetable t JOIN timetable.solve s ON s.timetable_id = t.id
          WHERE s.id = ${id} AND s.state IN ('done', 'stopped')`.execute(tx);
        const [found] = rows;
        // On a slow machine the school begins without one, and its principal lays it.
        if (found)
          await publishTimetable(tx, actor, found.id, { version: found.version, fromWeek, toWeek }, now);
      },
    );
  } finally {
    await database.close();
  }
}
