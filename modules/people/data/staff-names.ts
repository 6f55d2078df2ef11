import { type ReadTx, sql } from '#platform/db';
import { type Namesake, tellApart } from '../rules/staff-names.ts';

/** What a staff member is called in lists of a school: the full name, marked where others there bear it too. */
export type ShownName = (staff: {
  readonly unitId: string;
  readonly id: string;
  readonly name: string;
}) => string;

/** How the staff of some schools are called in lists of these schools; also for pupils and guardians who learn there. */
export async function shownStaffNames(tx: ReadTx, unitIds: readonly string[]): Promise<ShownName> {
  const { rows } = await sql<Namesake & { unitId: string }>`
    SELECT unit_id AS "unitId", staff_id AS id, full_name AS name, subjects, code, place FROM people.namesakes(${unitIds}::uuid[])`.execute(
    tx,
  );
  const marked = new Map(
    [
      ...Map.groupBy(rows, ({ unitId, name }) => `${unitId} ${name.toLocaleLowerCase('vi')}`).values(),
    ].flatMap((alike) =>
      tellApart(alike).map(({ id, name }, index) => [`${alike[index]!.unitId} ${id}`, name] as const),
    ),
  );
  return ({ unitId, id, name }) => marked.get(`${unitId} ${id}`) ?? name;
}
