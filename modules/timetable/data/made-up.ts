import { type ReadTx, sql, type WriteTx } from '#platform/db';
import type { Absent, DayPlace } from '../rules/index.ts';
import { absentOf } from './disruptions.ts';

/** A lost lesson that is made up, or another that was moved to make room for one. */
export interface MadeUpChange {
  readonly changeId: string;
  readonly lessonId: string;
  /** The day it was lost, or is held as ever. */
  readonly day: string;
  readonly kind: 'madeUp' | 'moved';
  /** Who is away there, and who stands in. */
  readonly absent: readonly Absent[];
  readonly to: DayPlace;
  readonly roomId: string | null;
}

/** What of a disruption was made up, and what was moved for it; not what has been put elsewhere since. */
export async function listMadeUp(tx: ReadTx, disruptionId: string): Promise<MadeUpChange[]> {
  const { rows } = await sql<MadeUpChange>`
    SELECT x.id AS "changeId", x.lesson_id AS "lessonId", x.day, x.kind, ${absentOf} AS absent,
      jsonb_build_object('day', x.held_on, 'half', x.half, 'period', x.period) AS "to", x.room_id AS "roomId"
    FROM timetable.day_change x
    JOIN timetable.lesson_change v ON v.lesson_id = x.lesson_id AND v.day = x.day AND v.moved_before = x.moved_before + 1
    WHERE x.disruption_id = ${disruptionId} AND (x.kind = 'madeUp' OR x.makes_room)
    ORDER BY x.held_on, x.half = 'afternoon', x.period, x.id`.execute(tx);
  return rows;
}

/** Made-up lessons are lost again, moves for them are gone; as long as the disruption has the version seen. Gives whether it had. */
export async function undoMakeUp(
  tx: WriteTx,
  disruptionId: string,
  version: number,
  { lost, back }: { readonly lost: readonly string[]; readonly back: readonly string[] },
): Promise<boolean> {
  const { rows } =
    await sql`UPDATE timetable.disruption SET version = version + 1 WHERE id = ${disruptionId} AND version = ${version}
    RETURNING id`.execute(tx);
  if (rows.length === 0) return false;
  await sql`UPDATE timetable.day_change SET kind = 'cancelled', held_on = NULL, half = NULL, period = NULL, room_id = NULL
    WHERE disruption_id = ${disruptionId} AND kind = 'madeUp' AND id = ANY (${lost}::uuid[])`.execute(tx);
  await sql`DELETE FROM timetable.day_change WHERE disruption_id = ${disruptionId} AND makes_room AND id = ANY (${back}::uuid[])`.execute(
    tx,
  );
  return true;
}
