import { type ReadTx, sql, type WriteTx } from '#platform/db';

/** The pupil asking, or a child of the guardian asking. */
export interface OwnChild {
  readonly id: string;
  readonly name: string;
  /** Null: in no class now. */
  readonly classId: string | null;
  readonly className: string | null;
  readonly unitId: string;
  readonly school: string;
  /** Name of the homeroom teacher. */
  readonly homeroom: string | null;
}

/** The person's own children (a pupil: the own record), the eldest class first. */
export async function listMyChildren(tx: ReadTx): Promise<OwnChild[]> {
  const { rows } = await sql<OwnChild>`
    SELECT id, name, class_id AS "classId", class_name AS "className", unit_id AS "unitId", school, homeroom FROM people.my_children()`.execute(
    tx,
  );
  return rows;
}

/** Puts the child of a guardian's slip under the account asking. Gives the child's name; null: the code cannot be used for it. */
export async function takeChild(tx: WriteTx, hash: Buffer, now: Date): Promise<string | null> {
  const { rows } = await sql<{
    name: string | null;
  }>`SELECT people.add_child(${hash}, ${now}) AS name`.execute(tx);
  return rows[0]?.name ?? null;
}
