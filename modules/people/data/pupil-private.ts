import { type ReadTx, sql, type WriteTx } from '#platform/db';
import type { CircumstanceKind } from '../rules/pupil.ts';

export interface PupilPrivate {
  readonly identityNumber: string | null;
  readonly ethnicGroup: string | null;
  readonly birthPlace: string | null;
  readonly address: string | null;
  readonly version: number;
}

export interface Circumstance {
  readonly kind: CircumstanceKind;
  readonly startsOn: string;
  readonly endsOn: string | null;
  readonly note: string | null;
}

/** The sensitive part; undefined: the person asking may not see it. */
export async function selectPrivateOptional(tx: ReadTx, pupilId: string): Promise<PupilPrivate | undefined> {
  const { rows } = await sql<PupilPrivate>`
    SELECT identity_number AS "identityNumber", ethnic_group AS "ethnicGroup", birth_place AS "birthPlace", address, version
    FROM people.pupil_private WHERE pupil_id = ${pupilId}`.execute(tx);
  return rows[0];
}

/** Saves when the sensitive part still has `version`; false: changed meanwhile. */
export async function updatePrivate(tx: WriteTx, pupilId: string, part: PupilPrivate): Promise<boolean> {
  const { rows } = await sql<{ version: number }>`
    UPDATE people.pupil_private SET identity_number = ${part.identityNumber}, ethnic_group = ${part.ethnicGroup},
      birth_place = ${part.birthPlace}, address = ${part.address}, version = version + 1
    WHERE pupil_id = ${pupilId} AND version = ${part.version} RETURNING version`.execute(tx);
  return rows.length > 0;
}

/** Circumstances the person asking may see, the newest first. */
export async function listCircumstances(tx: ReadTx, pupilId: string): Promise<Circumstance[]> {
  const { rows } = await sql<Circumstance>`
    SELECT kind, starts_on AS "startsOn", ends_on AS "endsOn", note FROM people.pupil_circumstance
    WHERE pupil_id = ${pupilId} ORDER BY starts_on DESC, kind`.execute(tx);
  return rows;
}

/** Puts the circumstances of a pupil as given. */
export async function replaceCircumstances(
  tx: WriteTx,
  pupil: { id: string; unitId: string; departmentId: string },
  circumstances: readonly Circumstance[],
): Promise<void> {
  const rows = JSON.stringify(circumstances);
  await sql`DELETE FROM people.pupil_circumstance c WHERE c.pupil_id = ${pupil.id} AND NOT EXISTS (
    SELECT FROM jsonb_to_recordset(${rows}::jsonb) one (kind text, "startsOn" date)
    WHERE one.kind = c.kind AND one."startsOn" = c.starts_on)`.execute(tx);
  await sql`
    INSERT INTO people.pupil_circumstance AS c (pupil_id, unit_id, department_id, kind, starts_on, ends_on, note)
    SELECT ${pupil.id}, ${pupil.unitId}, ${pupil.departmentId}, one.kind, one."startsOn", one."endsOn", one.note
    FROM jsonb_to_recordset(${rows}::jsonb) one (kind text, "startsOn" date, "endsOn" date, note text)
    ON CONFLICT (pupil_id, kind, starts_on) DO UPDATE SET ends_on = excluded.ends_on, note = excluded.note
    WHERE (c.ends_on, c.note) IS DISTINCT FROM (excluded.ends_on, excluded.note)`.execute(tx);
}

/** Who else holds an identity number, in whichever school; the policies would hide them. */
export async function holderOfIdentityNumber(
  tx: ReadTx,
  identityNumber: string,
  exceptId: string,
): Promise<string | undefined> {
  const { rows } = await sql<{ unitName: string }>`
    SELECT unit_name AS "unitName" FROM people.identity_number_holders(${[identityNumber]}::text[]) WHERE id <> ${exceptId}
    LIMIT 1`.execute(tx);
  return rows[0]?.unitName;
}

/** Leaves the trace that somebody read sensitive rows of one person, or of a list. */
export async function noteRead(
  tx: WriteTx,
  read: { entity: string; id: string | null; unitId: string | null; details: unknown },
): Promise<void> {
  await sql`SELECT audit.note('read', ${read.entity}, ${read.id}, ${read.unitId}::uuid, ${JSON.stringify(read.details)}::jsonb)`.execute(
    tx,
  );
}
