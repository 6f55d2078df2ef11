import { sql, type WriteTx } from '#platform/db';

interface Place {
  readonly unitId: string;
  readonly departmentId: string;
}

/** A staff member as an import writes it; null keeps what is recorded. */
export interface ImportedStaff {
  readonly id: string;
  readonly code: string | null;
  readonly fullName: string | null;
  readonly sex: string | null;
  readonly birthDate: string | null;
  readonly post: string | null;
  readonly employment: string | null;
  readonly qualification: string | null;
  readonly teamId: string | null;
  readonly phone: string | null;
  readonly email: string | null;
  readonly joinedOn: string | null;
  readonly identityNumber: string | null;
  readonly ethnicGroup: string | null;
  readonly subjects: readonly string[] | null;
}

const staffShape = sql`(id uuid, code text, "fullName" text, sex text, "birthDate" date, post text, employment text, qualification text,
  "teamId" uuid, phone text, email text, "joinedOn" date, "identityNumber" text, "ethnicGroup" text, subjects jsonb)`;

/** New staff, and what a sheet says of known ones. Subjects that the sheet names replace those recorded without a strand. */
export async function saveStaff(
  tx: WriteTx,
  place: Place & { teachesLower: boolean; teachesUpper: boolean; startsOn: string },
  staff: readonly ImportedStaff[],
): Promise<void> {
  const rows = sql`jsonb_to_recordset(${JSON.stringify(staff)}::jsonb) n ${staffShape}`;
  await sql`
    INSERT INTO people.staff_member (id, unit_id, department_id, team_id, code, full_name, sex, birth_date, post, employment,
      qualification, phone, email, joined_on)
    SELECT n.id, ${place.unitId}, ${place.departmentId}, n."teamId", n.code, n."fullName", n.sex, n."birthDate",
      coalesce(n.post, 'teacher'), coalesce(n.employment, 'tenured'), n.qualification, n.phone, n.email,
      coalesce(n."joinedOn", ${place.startsOn}::date)
    FROM ${rows} WHERE NOT EXISTS (SELECT FROM people.staff_member s WHERE s.id = n.id)`.execute(tx);
  await sql`
    UPDATE people.staff_member s SET team_id = coalesce(n."teamId", s.team_id), code = coalesce(n.code, s.code),
      full_name = coalesce(n."fullName", s.full_name), sex = coalesce(n.sex, s.sex), birth_date = coalesce(n."birthDate", s.birth_date),
      post = coalesce(n.post, s.post), employment = coalesce(n.employment, s.employment),
      qualification = coalesce(n.qualification, s.qualification), phone = coalesce(n.phone, s.phone), email = coalesce(n.email, s.email),
      joined_on = coalesce(n."joinedOn", s.joined_on), version = s.version + 1
    FROM ${rows} WHERE s.id = n.id AND s.unit_id = ${place.unitId}
      AND (coalesce(n."teamId", s.team_id), coalesce(n.code, s.code), coalesce(n."fullName", s.full_name), coalesce(n.sex, s.sex),
        coalesce(n."birthDate", s.birth_date), coalesce(n.post, s.post), coalesce(n.employment, s.employment),
        coalesce(n.qualification, s.qualification), coalesce(n.phone, s.phone), coalesce(n.email, s.email),
        coalesce(n."joinedOn", s.joined_on))
      IS DISTINCT FROM (s.team_id, s.code, s.full_name, s.sex, s.birth_date, s.post, s.employment, s.qualification, s.phone, s.email,
        s.joined_on)`.execute(tx);
  await sql`
    INSERT INTO people.staff_private AS v (staff_id, unit_id, department_id, identity_number, ethnic_group)
    SELECT n.id, ${place.unitId}, ${place.departmentId}, n."identityNumber", n."ethnicGroup" FROM ${rows}
    ON CONFLICT (staff_id) DO UPDATE SET identity_number = coalesce(excluded.identity_number, v.identity_number),
      ethnic_group = coalesce(excluded.ethnic_group, v.ethnic_group), version = v.version + 1
    WHERE (coalesce(excluded.identity_number, v.identity_number), coalesce(excluded.ethnic_group, v.ethnic_group))
      IS DISTINCT FROM (v.identity_number, v.ethnic_group)`.execute(tx);
  await sql`
    DELETE FROM people.staff_subject x USING ${rows}
    WHERE x.staff_id = n.id AND x.strand = '' AND jsonb_typeof(n.subjects) = 'array' AND NOT n.subjects ? x.subject_code`.execute(
    tx,
  );
  await sql`
    INSERT INTO people.staff_subject (staff_id, unit_id, department_id, subject_code, lower_level, upper_level)
    SELECT n.id, ${place.unitId}, ${place.departmentId}, one.code, ${place.teachesLower}, ${place.teachesUpper}
    FROM ${rows}, jsonb_array_elements_text(CASE jsonb_typeof(n.subjects) WHEN 'array' THEN n.subjects ELSE '[]' END) AS one(code)
    WHERE NOT EXISTS (SELECT FROM people.staff_subject x WHERE x.staff_id = n.id AND x.subject_code = one.code)`.execute(
    tx,
  );
}

/** A class as an import writes it; null keeps what is recorded. */
export interface ImportedClass {
  readonly id: string;
  readonly name: string;
  readonly grade: number;
  readonly kind: string | null;
  readonly specialisedSubject: string | null;
  readonly homeroomStaffId: string | null;
  readonly roomId: string | null;
  readonly siteId: string | null;
  readonly twoSessions: boolean | null;
}

/** New classes of a year, and what a sheet says of known ones. */
export async function saveClasses(
  tx: WriteTx,
  place: Place & { schoolYearId: string },
  classes: readonly ImportedClass[],
): Promise<void> {
  const rows = sql`jsonb_to_recordset(${JSON.stringify(classes)}::jsonb) n (id uuid, name text, grade smallint, kind text,
    "specialisedSubject" text, "homeroomStaffId" uuid, "roomId" uuid, "siteId" uuid, "twoSessions" boolean)`;
  await sql`
    INSERT INTO people.school_class AS c (id, unit_id, department_id, school_year_id, grade, name, kind, specialised_subject, site_id,
      room_id, homeroom_staff_id, two_sessions)
    SELECT n.id, ${place.unitId}, ${place.departmentId}, ${place.schoolYearId}, n.grade, n.name, coalesce(n.kind, 'ordinary'),
      n."specialisedSubject", n."siteId", n."roomId", n."homeroomStaffId", coalesce(n."twoSessions", false)
    FROM ${rows} WHERE NOT EXISTS (SELECT FROM people.school_class c WHERE c.id = n.id)`.execute(tx);
  await sql`
    UPDATE people.school_class c SET name = n.name, grade = n.grade, kind = coalesce(n.kind, c.kind),
      specialised_subject = CASE WHEN coalesce(n.kind, c.kind) = 'specialised' THEN coalesce(n."specialisedSubject", c.specialised_subject) END,
      site_id = coalesce(n."siteId", c.site_id), room_id = coalesce(n."roomId", c.room_id),
      homeroom_staff_id = coalesce(n."homeroomStaffId", c.homeroom_staff_id),
      two_sessions = coalesce(n."twoSessions", c.two_sessions), version = c.version + 1
    FROM ${rows} WHERE c.id = n.id AND c.unit_id = ${place.unitId}`.execute(tx);
}
