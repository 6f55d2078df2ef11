import { type ReadTx, sql, type WriteTx } from '#platform/db';

export interface WaitingItem {
  readonly name: string;
  readonly title: string;
  readonly madeAt: string;
}

export interface DeviceRow {
  readonly id: string;
  readonly accountId: string;
  readonly userAgent: string;
  readonly boundAt: string;
  readonly lastSeenAt: string;
  readonly offlineUntil: string;
  readonly waiting: WaitingItem[];
  readonly clockAheadSeconds: number;
  readonly revokedAt: string | null;
  readonly revokedReason: string | null;
  readonly wipedAt: string | null;
}

const columns = sql`d.id, d.account_id AS "accountId", d.user_agent AS "userAgent", d.bound_at AS "boundAt", d.last_seen_at AS "lastSeenAt",
  d.offline_until AS "offlineUntil", d.waiting, d.clock_ahead_seconds AS "clockAheadSeconds", d.revoked_at AS "revokedAt",
  d.revoked_reason AS "revokedReason", d.wiped_at AS "wipedAt"`;

export interface LockedDevice {
  readonly publicKey: Buffer;
  readonly boundAt: string;
  readonly lastSeq: number;
  readonly revoked: boolean;
}

/** The own device, locked: messages of one device are worked off one after the other. */
export async function lockOwnDeviceOptional(
  tx: WriteTx,
  deviceId: string,
  accountId: string,
): Promise<LockedDevice | undefined> {
  const { rows } = await sql<LockedDevice>`
    SELECT d.public_key AS "publicKey", d.bound_at AS "boundAt", d.last_seq AS "lastSeq", d.revoked_at IS NOT NULL AS revoked
    FROM sync.device d WHERE d.id = ${deviceId} AND d.account_id = ${accountId} FOR UPDATE`.execute(tx);
  return rows[0];
}

/** False: the id is taken. */
export async function insertDevice(
  tx: WriteTx,
  device: {
    id: string;
    accountId: string;
    unitId: string | null;
    departmentId: string;
    userAgent: string;
    publicKey: Buffer;
    now: Date;
    sessionId: string;
    offlineUntil: Date;
    clockAheadSeconds: number;
  },
): Promise<boolean> {
  const { rows } = await sql`
    INSERT INTO sync.device (id, account_id, unit_id, department_id, user_agent, public_key, bound_at, last_seen_at, session_id,
      offline_until, clock_ahead_seconds)
    VALUES (${device.id}, ${device.accountId}, ${device.unitId}, ${device.departmentId}, ${device.userAgent}, ${device.publicKey},
      ${device.now}, ${device.now}, ${device.sessionId}, ${device.offlineUntil}, ${device.clockAheadSeconds})
    ON CONFLICT (id) DO NOTHING RETURNING id`.execute(tx);
  return rows.length > 0;
}

/** What a contact tells of a device. */
export interface Contact {
  readonly now: Date;
  readonly sessionId: string;
  readonly offlineUntil: Date;
  readonly clockAheadSeconds: number;
  readonly waiting: readonly WaitingItem[];
  readonly lastSeq: number;
}

export async function updateContact(tx: WriteTx, deviceId: string, contact: Contact): Promise<void> {
  await sql`UPDATE sync.device SET last_seen_at = ${contact.now}, session_id = ${contact.sessionId}, offline_until = ${contact.offlineUntil},
    clock_ahead_seconds = ${contact.clockAheadSeconds}, waiting = ${JSON.stringify(contact.waiting)}::jsonb, last_seq = ${contact.lastSeq}
    WHERE id = ${deviceId}`.execute(tx);
}

export async function countBound(tx: ReadTx, accountId: string): Promise<number> {
  const { rows } = await sql<{ count: number }>`
    SELECT count(*) FROM sync.device WHERE account_id = ${accountId} AND revoked_at IS NULL`.execute(tx);
  return rows[0]?.count ?? 0;
}

/** The devices of one account, newest first: bound ones, and revoked ones of the last 90 days before `now`. */
export async function listDevicesOf(tx: ReadTx, accountId: string, now: Date): Promise<DeviceRow[]> {
  const { rows } = await sql<DeviceRow>`
    SELECT ${columns} FROM sync.device d
    WHERE d.account_id = ${accountId} AND (d.revoked_at IS NULL OR d.revoked_at > ${now}::timestamptz - interval '90 days')
    ORDER BY d.bound_at DESC, d.id`.execute(tx);
  return rows;
}

/** Devices of the reach, last seen first. `before`: of the last one of the page before. */
export async function listDevices(
  tx: ReadTx,
  filter: {
    accountId?: string | undefined;
    onlyWaiting: boolean;
    before?: { at: string; id: string } | undefined;
    limit: number;
  },
): Promise<DeviceRow[]> {
  const conditions = [sql`d.department_id = (SELECT organisation.current_department())`];
  if (filter.accountId) conditions.push(sql`d.account_id = ${filter.accountId}`);
  if (filter.onlyWaiting) conditions.push(sql`d.waiting <> '[]'`);
  if (filter.before) {
    conditions.push(
      sql`(d.last_seen_at, d.id) < (${filter.before.at}::timestamptz, ${filter.before.id}::uuid)`,
    );
  }
  const { rows } = await sql<DeviceRow>`
    SELECT ${columns} FROM sync.device d WHERE ${sql.join(conditions, sql` AND `)}
    ORDER BY d.last_seen_at DESC, d.id DESC LIMIT ${filter.limit}`.execute(tx);
  return rows;
}

/** False: not there, or out of reach. */
export async function revokeDevice(
  tx: WriteTx,
  deviceId: string,
  reason: string,
  now: Date,
): Promise<boolean> {
  const { rows } = await sql<{ done: boolean }>`
    SELECT sync.revoke_device(${deviceId}, ${reason}, ${now}) AS done`.execute(tx);
  return rows[0]?.done ?? false;
}

export async function selectDeviceOptional(tx: ReadTx, deviceId: string): Promise<DeviceRow | undefined> {
  const { rows } =
    await sql<DeviceRow>`SELECT ${columns} FROM sync.device d WHERE d.id = ${deviceId}`.execute(tx);
  return rows[0];
}

/** For a device on which nobody is signed in. */
export async function selectAtTheDoorOptional(
  tx: ReadTx,
  deviceId: string,
): Promise<{ publicKey: Buffer; revoked: boolean } | undefined> {
  const { rows } = await sql<{ publicKey: Buffer; revoked: boolean }>`
    SELECT public_key AS "publicKey", revoked FROM sync.device_at_the_door(${deviceId})`.execute(tx);
  return rows[0];
}

export async function takeReport(
  tx: WriteTx,
  deviceId: string,
  report: { waiting: readonly WaitingItem[]; clockAheadSeconds: number; now: Date },
): Promise<void> {
  await sql`SELECT sync.take_report(${deviceId}, ${JSON.stringify(report.waiting)}::jsonb, ${report.clockAheadSeconds},
    ${report.now})`.execute(tx);
}

/** What the change log says of a device, where no trigger sees it. */
export async function noteDevice(
  tx: WriteTx,
  deviceId: string,
  unitId: string | null,
  details: object,
): Promise<void> {
  await sql`SELECT audit.note('other', 'sync.device', ${deviceId}, ${unitId}, ${JSON.stringify(details)}::jsonb)`.execute(
    tx,
  );
}
