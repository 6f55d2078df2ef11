import { executePrepared, type ReadTx, sql, type WriteTx } from '#platform/db';

export interface TakenRole {
  readonly roleAssignmentId: string;
  readonly role: string;
  readonly unitId: string;
  readonly unitKind: string;
  readonly scope: 'department' | 'subtree' | 'own';
}

/** Takes up a role of the person asking for the rest of the transaction; undefined: not held now, and nothing changes. */
export async function takeRoleOptional(
  tx: ReadTx,
  roleId: string,
  now: Date,
): Promise<TakenRole | undefined> {
  const { rows } = await executePrepared(
    tx,
    sql<TakenRole>`SELECT role_assignment_id AS "roleAssignmentId", role, unit_id AS "unitId", unit_kind AS "unitKind", scope
      FROM identity.take_role(${roleId}, ${now})`,
  );
  return rows[0];
}

/** Role assignments the person asking holds now. */
export async function listOwnRoleIds(tx: ReadTx, now: Date): Promise<string[]> {
  const { rows } = await sql<{ id: string }>`SELECT id FROM identity.own_roles(${now})`.execute(tx);
  return rows.map(({ id }) => id);
}

/** From here on the change log names this operation and command. */
export async function nameCommand(tx: WriteTx, name: string, commandId: string): Promise<void> {
  await executePrepared(
    tx,
    sql`SELECT set_config('hoaban.action', ${name}, true), set_config('hoaban.command_id', ${commandId}, true)`,
  );
}

/**
 * Runs `work` so that its refusal takes back only what it did itself.
 * Whatever it throws is thrown on, after the transaction is usable again.
 */
export async function apart<Result>(
  tx: WriteTx,
  name: string,
  commandId: string,
  work: () => Promise<Result>,
): Promise<Result> {
  // Not awaited one by one: savepoint, name and the first statement of the work leave in one flight.
  const opening = Promise.all([sql`SAVEPOINT command`.execute(tx), nameCommand(tx, name, commandId)]);
  opening.catch(() => {}); // told below
  try {
    const result = await work();
    await opening;
    await sql`RELEASE SAVEPOINT command`.execute(tx);
    return result;
  } catch (error) {
    await opening;
    await sql`ROLLBACK TO SAVEPOINT command`.execute(tx);
    await sql`RELEASE SAVEPOINT command`.execute(tx);
    throw error;
  }
}
