import { v7 as uuidv7 } from 'uuid';
import { type ReadTx, sql, type WriteTx } from '#platform/db';

export interface KeptList {
  readonly id: string;
  readonly authority: string;
  readonly certificates: number;
  readonly issuedAt: string;
  readonly nextAt: string | null;
}

/** Lists of withdrawn certificates that the department has given, the newest of each authority. */
export async function listWithdrawnLists(tx: ReadTx): Promise<KeptList[]> {
  const { rows } = await sql<KeptList>`
    SELECT id, authority, certificates, issued_at AS "issuedAt", next_at AS "nextAt" FROM transcript.withdrawn_list
    ORDER BY authority, id`.execute(tx);
  return rows;
}

/** Where they lie in the file store. */
export async function selectListFiles(tx: ReadTx): Promise<string[]> {
  const { rows } = await sql<{ sha256: string }>`SELECT sha256 FROM transcript.withdrawn_list`.execute(tx);
  return rows.map(({ sha256 }) => sha256);
}

/** Those of the department of an issued page, for anybody who holds its code. */
export async function selectListFilesOf(tx: ReadTx, code: string): Promise<string[]> {
  const { rows } = await sql<{ sha256: string }>`SELECT transcript.lists_of(${code}) AS sha256`.execute(tx);
  return rows.map(({ sha256 }) => sha256);
}

/** Keeps a list instead of the authority's former one; false: the one kept is newer. */
export async function putWithdrawnList(
  tx: WriteTx,
  list: {
    readonly departmentId: string;
    readonly authority: string;
    readonly issuer: string;
    readonly sha256: string;
    readonly certificates: number;
    readonly issuedAt: Date;
    readonly nextAt: Date | null;
  },
  by: { readonly accountId: string; readonly now: Date },
): Promise<boolean> {
  const { rows } = await sql<{ id: string }>`
    INSERT INTO transcript.withdrawn_list AS l (id, department_id, authority, issuer, sha256, certificates, issued_at, next_at, added_by, added_at)
    VALUES (${uuidv7()}, ${list.departmentId}, ${list.authority}, ${list.issuer}, ${list.sha256}, ${list.certificates}, ${list.issuedAt},
      ${list.nextAt}, ${by.accountId}, ${by.now})
    ON CONFLICT (department_id, issuer) DO UPDATE SET authority = excluded.authority, sha256 = excluded.sha256, certificates = excluded.certificates,
      issued_at = excluded.issued_at, next_at = excluded.next_at, added_by = excluded.added_by, added_at = excluded.added_at
    WHERE l.issued_at <= excluded.issued_at RETURNING id`.execute(tx);
  return rows.length > 0;
}
