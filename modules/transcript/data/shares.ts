import { v7 as uuidv7 } from 'uuid';
import { type ReadTx, sql, type WriteTx } from '#platform/db';

export interface Share {
  readonly id: string;
  readonly purpose: string;
  readonly madeAt: string;
  readonly expiresAt: string;
  readonly openedAt: string | null;
  readonly withdrawnAt: string | null;
}

export async function insertShare(
  tx: WriteTx,
  share: {
    pageId: string;
    unitId: string;
    departmentId: string;
    hash: Buffer;
    purpose: string;
    expiresAt: Date;
  },
  by: { accountId: string; now: Date },
): Promise<string> {
  const id = uuidv7();
  await sql`
    INSERT INTO transcript.share (id, page_id, unit_id, department_id, token_hash, purpose, made_by, made_at, expires_at)
    VALUES (${id}, ${share.pageId}, ${share.unitId}, ${share.departmentId}, ${share.hash}, ${share.purpose}, ${by.accountId}, ${by.now},
      ${share.expiresAt})`.execute(tx);
  return id;
}

/** Links to a page that the person asking may see, newest first. */
export async function listShares(tx: ReadTx, pageId: string): Promise<Share[]> {
  const { rows } = await sql<Share>`
    SELECT id, purpose, made_at AS "madeAt", expires_at AS "expiresAt", opened_at AS "openedAt", withdrawn_at AS "withdrawnAt"
    FROM transcript.share WHERE page_id = ${pageId} ORDER BY made_at DESC, id DESC LIMIT 50`.execute(tx);
  return rows;
}

/** False: no such link in reach, or withdrawn already. */
export async function withdrawShareRow(tx: WriteTx, id: string, now: Date): Promise<boolean> {
  const { rows } = await sql<{ id: string }>`
    UPDATE transcript.share SET withdrawn_at = ${now} WHERE id = ${id} AND withdrawn_at IS NULL RETURNING id`.execute(
    tx,
  );
  return rows.length > 0;
}

export interface OpenedShare {
  readonly limited: boolean;
  /** Null: wrong, expired, used or withdrawn. */
  readonly state: 'issued' | 'superseded' | 'revoked' | null;
  readonly content: Buffer | null;
  readonly digest: string | null;
  readonly code: string | null;
  readonly number: number | null;
  readonly until: string | null;
}

export async function openShareRow(tx: WriteTx, hash: Buffer, ip: string, now: Date): Promise<OpenedShare> {
  const { rows } = await sql<OpenedShare>`
    SELECT limited, state, content, digest, code, number, until FROM transcript.open_share(${hash}, ${ip}, ${now})`.execute(
    tx,
  );
  return rows[0]!;
}
