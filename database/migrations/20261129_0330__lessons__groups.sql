-- The log of groups of session 2, with who was away: a group has pupils of several classes and a teacher who may teach none of them otherwise.
CREATE FUNCTION lessons.my_groups() RETURNS SETOF uuid LANGUAGE sql STABLE SECURITY DEFINER SET search_path = lessons, pg_temp ROWS 5 AS $$
  SELECT g.id FROM needs_survey.study_group g WHERE g.unit_id = (SELECT people.my_school()) AND g.teacher_id IN (SELECT lessons.my_staff())
$$;

-- Names and classes of a group's pupils, for who teaches it and the office of its school.
CREATE FUNCTION lessons.group_roster(wanted uuid) RETURNS TABLE (pupil_id uuid, name text, class_name text)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = lessons, pg_temp AS $$
  SELECT p.id, p.full_name, c.name FROM needs_survey.study_group g JOIN needs_survey.group_member m ON m.unit_id = g.unit_id AND m.group_id = g.id
  JOIN people.pupil p ON p.id = m.pupil_id
  LEFT JOIN people.enrolment e ON e.pupil_id = p.id AND e.ends_on IS NULL AND e.unit_id = g.unit_id
  LEFT JOIN people.school_class c ON c.id = e.class_id
  WHERE g.id = wanted AND g.unit_id = (SELECT people.my_school())
    AND (organisation.acting_role() IN ('principal', 'vicePrincipal', 'clerk') OR g.teacher_id IN (SELECT lessons.my_staff()))
  ORDER BY c.grade, length(c.name), c.name, p.given_name, p.family_name, p.id
$$;

CREATE TABLE lessons.group_entry (
  id uuid PRIMARY KEY,
  unit_id uuid NOT NULL REFERENCES organisation.unit (id),
  department_id uuid NOT NULL REFERENCES organisation.unit (id),
  study_group_id uuid NOT NULL,
  day date NOT NULL,
  half text NOT NULL CHECK (half IN ('morning', 'afternoon')),
  period smallint NOT NULL CHECK (period BETWEEN 1 AND 7),
  staff_id uuid NOT NULL REFERENCES people.staff_member (id),
  title text NOT NULL CHECK (length(title) BETWEEN 1 AND 300),
  held text NOT NULL CHECK (held IN ('taught', 'online', 'notTaught')),
  remark text NOT NULL DEFAULT '' CHECK (length(remark) <= 1000),
  homework text NOT NULL DEFAULT '' CHECK (length(homework) <= 1000),
  late_reason text CHECK (length(late_reason) BETWEEN 1 AND 500),
  logged_by uuid NOT NULL REFERENCES identity.account (id),
  logged_at timestamptz NOT NULL,
  version integer NOT NULL DEFAULT 1,
  UNIQUE (study_group_id, day, half, period),
  UNIQUE (unit_id, id),
  CHECK (held <> 'notTaught' OR remark <> ''),
  -- A group that was taught is not taken away.
  CONSTRAINT group_entry_group FOREIGN KEY (unit_id, study_group_id) REFERENCES needs_survey.study_group (unit_id, id)
);
COMMENT ON TABLE lessons.group_entry IS 'Log of a group of session 2: what was taught in a period, by whom, remark and homework.';
CREATE INDEX group_entry_unit ON lessons.group_entry (unit_id, study_group_id, day);
CREATE INDEX group_entry_staff ON lessons.group_entry (staff_id);
CREATE INDEX group_entry_department ON lessons.group_entry (department_id);
CREATE INDEX group_entry_logged_by ON lessons.group_entry (logged_by);

CREATE TABLE lessons.group_absence (
  entry_id uuid NOT NULL,
  pupil_id uuid NOT NULL REFERENCES people.pupil (id),
  unit_id uuid NOT NULL REFERENCES organisation.unit (id),
  department_id uuid NOT NULL REFERENCES organisation.unit (id),
  excused boolean NOT NULL,
  PRIMARY KEY (entry_id, pupil_id),
  FOREIGN KEY (unit_id, entry_id) REFERENCES lessons.group_entry (unit_id, id) ON DELETE CASCADE
);
COMMENT ON TABLE lessons.group_absence IS 'A pupil was away from a lesson of the group; sessions of the class''s day stand in gradebook.absence and alone count for ASM-20.';
CREATE INDEX group_absence_entry ON lessons.group_absence (unit_id, entry_id);
CREATE INDEX group_absence_pupil ON lessons.group_absence (pupil_id);
CREATE INDEX group_absence_department ON lessons.group_absence (department_id);

SELECT organisation.protect('lessons.group_entry', own_rows => 'study_group_id IN (SELECT lessons.my_groups())');
-- A head of a school who acts for it reaches the entries by the school; whoever teaches a group, also a head, by the group.
SELECT people.protect_sensitive('lessons.group_absence',
  'entry_id IN (SELECT e.id FROM lessons.group_entry e WHERE e.study_group_id IN (SELECT lessons.my_groups()))',
  '{principal,vicePrincipal,clerk,teamLead,teacher,homeroomTeacher}');
GRANT SELECT, INSERT, UPDATE, DELETE ON lessons.group_entry TO hoaban_runtime;
GRANT SELECT, INSERT, DELETE ON lessons.group_absence TO hoaban_runtime;
SELECT audit.watch('lessons.group_entry');
SELECT audit.watch('lessons.group_absence');
