import { type ReadTx, sql } from '#platform/db';

/** Open rooms of a school that groups of these classes can sit in at one time: those where the classes sit, and those where no class sits. */
export async function countRoomsFor(
  tx: ReadTx,
  at: { readonly unitId: string; readonly schoolYearId: string },
  classIds: readonly string[],
): Promise<number> {
  const { rows } = await sql<{ rooms: number }>`
    SELECT count(*)::int AS rooms FROM people.room r
    WHERE r.unit_id = ${at.unitId} AND r.closed_on IS NULL AND r.kind NOT IN ('gym', 'playground')
      AND (EXISTS (SELECT FROM people.school_class c WHERE c.room_id = r.id AND c.id = ANY (${classIds}::uuid[]))
        OR NOT EXISTS (SELECT FROM people.school_class c WHERE c.room_id = r.id AND c.school_year_id = ${at.schoolYearId}))`.execute(
    tx,
  );
  return rows[0]?.rooms ?? 0;
}
