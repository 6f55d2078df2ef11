import { v7 as uuidv7 } from 'uuid';
import { type ReadTx, sql, type WriteTx } from '#platform/db';

export interface TrustAnchor {
  readonly id: string;
  readonly name: string;
  readonly fingerprint: string;
  readonly expiresAt: string;
  readonly addedAt: string;
}

/** Authorities that the department trusts. */
export async function listAnchors(tx: ReadTx): Promise<TrustAnchor[]> {
  const { rows } = await sql<TrustAnchor>`
    SELECT id, name, fingerprint, expires_at AS "expiresAt", added_at AS "addedAt" FROM transcript.trust_anchor ORDER BY name, id`.execute(
    tx,
  );
  return rows;
}

/** Their certificates, DER. */
export async function listAnchorCertificates(tx: ReadTx): Promise<Uint8Array[]> {
  const { rows } = await sql<{
    certificate: Buffer;
  }>`SELECT certificate FROM transcript.trust_anchor`.execute(tx);
  return rows.map(({ certificate }) => new Uint8Array(certificate));
}

/** Undefined: it is there already. */
export async function insertAnchor(
  tx: WriteTx,
  anchor: {
    departmentId: string;
    name: string;
    certificate: Uint8Array;
    fingerprint: string;
    expiresAt: Date;
  },
  by: { accountId: string; now: Date },
): Promise<string | undefined> {
  const { rows } = await sql<{ id: string }>`
    INSERT INTO transcript.trust_anchor (id, department_id, name, fingerprint, certificate, expires_at, added_by, added_at)
    VALUES (${uuidv7()}, ${anchor.departmentId}, ${anchor.name}, ${anchor.fingerprint}, ${Buffer.from(anchor.certificate)}, ${anchor.expiresAt},
      ${by.accountId}, ${by.now})
    ON CONFLICT (department_id, fingerprint) DO NOTHING RETURNING id`.execute(tx);
  return rows[0]?.id;
}

export async function deleteAnchor(tx: WriteTx, id: string): Promise<boolean> {
  const { rows } = await sql<{
    id: string;
  }>`DELETE FROM transcript.trust_anchor WHERE id = ${id} RETURNING id`.execute(tx);
  return rows.length > 0;
}

export interface CertificateHolder {
  readonly holder: 'person' | 'school';
  readonly unitId: string;
  readonly accountId: string | null;
}

/** Whose a certificate is, wherever it has signed; undefined: it has not. */
export async function findHolderOptional(
  tx: ReadTx,
  fingerprint: string,
): Promise<CertificateHolder | undefined> {
  const { rows } = await sql<CertificateHolder>`
    SELECT holder, unit_id AS "unitId", account_id AS "accountId" FROM transcript.certificate_holder(${fingerprint})`.execute(
    tx,
  );
  return rows[0];
}

export async function insertCertificate(
  tx: WriteTx,
  one: {
    fingerprint: string;
    unitId: string;
    departmentId: string;
    holder: 'person' | 'school';
    subject: string;
    serialNumber: string;
    expiresAt: Date;
    accountId: string;
    now: Date;
  },
): Promise<void> {
  await sql`
    INSERT INTO transcript.certificate (fingerprint, unit_id, department_id, holder, account_id, subject, serial_number, expires_at, first_used_by,
      first_used_at)
    VALUES (${one.fingerprint}, ${one.unitId}, ${one.departmentId}, ${one.holder}, ${one.holder === 'person' ? one.accountId : null}, ${one.subject},
      ${one.serialNumber}, ${one.expiresAt}, ${one.accountId}, ${one.now})`.execute(tx);
}
