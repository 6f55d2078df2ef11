import { executePrepared, type ReadTx, sql, type WriteTx } from '#platform/db';

export type CodeHolder = 'pupil' | 'guardian' | 'staff';

/** What trying a code gives. `id` null: no valid code. */
export interface TriedCode {
  /** Tried too often from this address or with these letters. */
  readonly limited: boolean;
  readonly id: string | null;
  readonly holder: CodeHolder | null;
  readonly pupilId: string | null;
  readonly staffId: string | null;
  readonly unitId: string | null;
  readonly departmentId: string | null;
  readonly activated: boolean | null;
}

/** Looks for a code and counts it when wrong. */
export async function tryCode(
  tx: WriteTx,
  code: { hash: Buffer; prefix: string; ip: string; now: Date },
): Promise<TriedCode> {
  const { rows } = await executePrepared(
    tx,
    sql<TriedCode>`
      SELECT limited, id, holder, pupil AS "pupilId", staff AS "staffId", unit_id AS "unitId", department_id AS "departmentId", activated
      FROM people.try_code(${code.hash}, ${code.prefix}, ${code.ip}, ${code.now})`,
  );
  return rows[0]!;
}

export interface Activation {
  readonly name: string;
  readonly role: 'pupil' | 'guardian' | 'teacher' | 'homeroomTeacher';
  readonly className: string | null;
  readonly unitName: string;
}

/** What account a code would give; undefined when it has been used or the person has one. */
export async function selectActivationOptional(tx: ReadTx, codeId: string): Promise<Activation | undefined> {
  const { rows } = await sql<Activation>`
    SELECT name, role, class_name AS "className", unit_name AS "unitName" FROM people.activation_of(${codeId})`.execute(
    tx,
  );
  return rows[0];
}

/** Turns a code into an account. Gives the username chosen of those wanted; null when the code cannot be used. */
export async function activateCode(
  tx: WriteTx,
  code: { hash: Buffer; accountId: string; usernames: readonly string[]; passwordHash: string; now: Date },
): Promise<string | null> {
  const { rows } = await sql<{ username: string | null }>`
    SELECT people.activate_code(${code.hash}, ${code.accountId}, ${code.usernames}::text[], ${code.passwordHash}, ${code.now}) AS username`.execute(
    tx,
  );
  return rows[0]?.username ?? null;
}

export interface SlipGroup {
  /** Null: the staff of the school. */
  readonly classId: string | null;
  readonly className: string | null;
  readonly people: number;
  /** Valid codes by holder, and how many of them became accounts. */
  readonly pupilCodes: number;
  readonly pupilActivated: number;
  readonly guardianCodes: number;
  readonly guardianActivated: number;
  readonly staffCodes: number;
  readonly staffActivated: number;
}

/** Classes of the school with their codes, in order; the staff at the end. */
export async function listSlipGroups(
  tx: ReadTx,
  place: { unitId: string; schoolYearId: string; now: Date },
): Promise<SlipGroup[]> {
  const { rows } = await sql<SlipGroup>`
    WITH code AS (
      SELECT k.pupil_id, k.staff_id, k.holder, k.activated_at FROM people.access_code k
      WHERE k.unit_id = ${place.unitId} AND k.school_year_id = ${place.schoolYearId} AND k.revoked_at IS NULL AND k.expires_at > ${place.now}),
    groups AS (
      SELECT c.id AS class_id, c.name, c.grade, count(DISTINCT e.pupil_id)::int AS people,
        count(*) FILTER (WHERE code.holder = 'pupil')::int AS pupil_codes,
        count(*) FILTER (WHERE code.holder = 'pupil' AND code.activated_at IS NOT NULL)::int AS pupil_activated,
        count(*) FILTER (WHERE code.holder = 'guardian')::int AS guardian_codes,
        count(*) FILTER (WHERE code.holder = 'guardian' AND code.activated_at IS NOT NULL)::int AS guardian_activated,
        0 AS staff_codes, 0 AS staff_activated
      FROM people.school_class c
      LEFT JOIN people.enrolment e ON e.class_id = c.id AND e.unit_id = c.unit_id AND e.ends_on IS NULL
      LEFT JOIN code ON code.pupil_id = e.pupil_id
      WHERE c.unit_id = ${place.unitId} AND c.school_year_id = ${place.schoolYearId} GROUP BY c.id
      UNION ALL
      SELECT NULL, NULL, 99, count(DISTINCT s.id)::int, 0, 0, 0, 0, count(code.staff_id)::int,
        count(*) FILTER (WHERE code.activated_at IS NOT NULL)::int
      FROM people.staff_member s LEFT JOIN code ON code.staff_id = s.id
      WHERE s.unit_id = ${place.unitId} AND s.left_on IS NULL AND s.post IN ('teacher', 'youthLeader', 'counsellor', 'inclusiveSupport'))
    SELECT class_id AS "classId", name AS "className", people, pupil_codes AS "pupilCodes", pupil_activated AS "pupilActivated",
      guardian_codes AS "guardianCodes", guardian_activated AS "guardianActivated", staff_codes AS "staffCodes",
      staff_activated AS "staffActivated" FROM groups ORDER BY grade, name`.execute(tx);
  return rows;
}

export interface SlipPerson {
  /** Pupil or staff member. */
  readonly id: string;
  readonly fullName: string;
  readonly className: string | null;
  readonly hasCode: boolean;
}

/** The pupils of a class, or the teaching staff of the school, in the order of the register. */
export async function listSlipPeople(
  tx: ReadTx,
  place: { unitId: string; schoolYearId: string; classId: string | null; holder: CodeHolder; now: Date },
): Promise<SlipPerson[]> {
  const valid = sql`k.holder = ${place.holder} AND k.school_year_id = ${place.schoolYearId} AND k.revoked_at IS NULL AND k.expires_at > ${place.now}`;
  const { rows } = place.classId
    ? await sql<SlipPerson>`
      SELECT p.id, p.full_name AS "fullName", c.name AS "className",
        EXISTS (SELECT FROM people.access_code k WHERE k.pupil_id = p.id AND ${valid}) AS "hasCode"
      FROM people.school_class c JOIN people.enrolment e ON e.class_id = c.id AND e.unit_id = c.unit_id AND e.ends_on IS NULL
      JOIN people.pupil p ON p.id = e.pupil_id
      WHERE c.id = ${place.classId} AND c.unit_id = ${place.unitId} AND c.school_year_id = ${place.schoolYearId}
      ORDER BY p.given_name, p.family_name, p.id`.execute(tx)
    : await sql<SlipPerson>`
      SELECT s.id, s.full_name AS "fullName", NULL AS "className",
        EXISTS (SELECT FROM people.access_code k WHERE k.staff_id = s.id AND ${valid}) AS "hasCode"
      FROM people.staff_member s WHERE s.unit_id = ${place.unitId} AND s.left_on IS NULL AND s.account_id IS NULL
        AND s.post IN ('teacher', 'youthLeader', 'counsellor', 'inclusiveSupport')
      ORDER BY s.given_name, s.family_name, s.id`.execute(tx);
  return rows;
}

/** Takes the valid codes of these people back and puts new ones. */
export async function replaceCodes(
  tx: WriteTx,
  place: {
    unitId: string;
    departmentId: string;
    schoolYearId: string;
    holder: CodeHolder;
    expiresAt: Date;
    now: Date;
  },
  codes: readonly { id: string; personId: string; hash: Buffer }[],
): Promise<void> {
  const person = place.holder === 'staff' ? sql`staff_id` : sql`pupil_id`;
  const ids = codes.map(({ personId }) => personId);
  await sql`
    UPDATE people.access_code SET revoked_at = ${place.now}
    WHERE ${person} = ANY (${ids}::uuid[]) AND holder = ${place.holder} AND school_year_id = ${place.schoolYearId} AND revoked_at IS NULL`.execute(
    tx,
  );
  const rows = JSON.stringify(
    codes.map(({ id, personId, hash }) => ({ id, personId, hash: hash.toString('hex') })),
  );
  await sql`
    INSERT INTO people.access_code (id, unit_id, department_id, school_year_id, ${person}, holder, code_hash, made_at, expires_at)
    SELECT n.id, ${place.unitId}, ${place.departmentId}, ${place.schoolYearId}, n."personId", ${place.holder}, decode(n.hash, 'hex'),
      ${place.now}, ${place.expiresAt}
    FROM jsonb_to_recordset(${rows}::jsonb) n (id uuid, "personId" uuid, hash text)`.execute(tx);
}
