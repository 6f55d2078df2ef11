import { type ReadTx, sql, type WriteTx } from '#platform/db';

export interface ClientRow {
  readonly id: string;
  readonly name: string;
  readonly purpose: string;
  readonly contact: string;
  readonly unitId: string;
  readonly unitName: string;
  readonly unitKind: string;
  readonly scopes: string[];
  readonly madeAt: string;
  readonly madeBy: string;
  readonly expiresOn: string;
  readonly revokedAt: string | null;
  /** Last time it asked for a token or read. */
  readonly lastUsedAt: string | null;
}

const columns = sql`
  SELECT c.id, c.name, c.purpose, c.contact, c.unit_id AS "unitId", u.name AS "unitName", u.kind AS "unitKind", c.scopes,
    c.made_at AS "madeAt", coalesce(a.display_name, '') AS "madeBy", c.expires_on AS "expiresOn", c.revoked_at AS "revokedAt",
    (SELECT e.at FROM audit.event e WHERE e.account_id = c.id ORDER BY e.id DESC LIMIT 1) AS "lastUsedAt"
  FROM identity.client c JOIN organisation.unit u ON u.id = c.unit_id LEFT JOIN identity.account a ON a.id = c.made_by`;

/** Every client within reach, those that still read first, the newest before. */
export async function listClients(tx: ReadTx): Promise<ClientRow[]> {
  const { rows } =
    await sql<ClientRow>`${columns} ORDER BY c.revoked_at IS NOT NULL, c.made_at DESC, c.id`.execute(tx);
  return rows;
}

export async function selectClientOptional(tx: ReadTx, id: string): Promise<ClientRow | undefined> {
  const { rows } = await sql<ClientRow>`${columns} WHERE c.id = ${id}`.execute(tx);
  return rows[0];
}

export async function insertClient(
  tx: WriteTx,
  client: {
    readonly id: string;
    readonly departmentId: string;
    readonly unitId: string;
    readonly name: string;
    readonly purpose: string;
    readonly contact: string;
    readonly scopes: readonly string[];
    readonly expiresOn: string;
    readonly secretHash: Buffer;
    readonly by: string;
    readonly now: Date;
  },
): Promise<void> {
  await sql`
    INSERT INTO identity.client (id, unit_id, department_id, name, purpose, contact, scopes, made_by, made_at, expires_on)
    VALUES (${client.id}, ${client.unitId}, ${client.departmentId}, ${client.name}, ${client.purpose}, ${client.contact},
      ${client.scopes}::text[], ${client.by}, ${client.now}, ${client.expiresOn})`.execute(tx);
  await sql`INSERT INTO identity.client_secret (client_id, secret_hash) VALUES (${client.id}, ${client.secretHash})`.execute(
    tx,
  );
}

/** False: it was revoked already. */
export async function revokeClient(tx: WriteTx, id: string, by: string, now: Date): Promise<boolean> {
  const { rows } = await sql<{ id: string }>`
    UPDATE identity.client SET revoked_at = ${now}, revoked_by = ${by} WHERE id = ${id} AND revoked_at IS NULL RETURNING id`.execute(
    tx,
  );
  return rows.length > 0;
}

/** Keeps a token if the secret is right. Gives its scopes; null: the secret opens nothing; none: no scope is left and no token was kept. */
export async function issueToken(
  tx: WriteTx,
  asked: {
    readonly clientId: string;
    readonly secretHash: Buffer;
    readonly tokenHash: Buffer;
    readonly wanted: readonly string[];
    readonly now: Date;
    readonly seconds: number;
    readonly ip: string;
  },
): Promise<string[] | null> {
  const { rows } = await sql<{ scopes: string[] | null }>`
    SELECT identity.issue_client_token(${asked.clientId}, ${asked.secretHash}, ${asked.tokenHash}, ${asked.wanted}::text[], ${asked.now},
      ${asked.seconds}, ${asked.ip}) AS scopes`.execute(tx);
  return rows[0]?.scopes ?? null;
}
