-- Who teaches what: the teaching assignment of a school year, the duties teachers hold beside it, and its publication.
CREATE SCHEMA staffing;
GRANT USAGE ON SCHEMA staffing TO hoaban_runtime;

CREATE TABLE staffing.assignment_plan (
  id uuid PRIMARY KEY,
  unit_id uuid NOT NULL REFERENCES organisation.unit (id),
  department_id uuid NOT NULL REFERENCES organisation.unit (id),
  school_year_id uuid NOT NULL REFERENCES organisation.school_year (id),
  state text NOT NULL DEFAULT 'draft' CHECK (state IN ('draft', 'published')),
  published_at timestamptz,
  published_by uuid REFERENCES identity.account (id),
  changed_at timestamptz NOT NULL,
  version integer NOT NULL DEFAULT 1,
  UNIQUE (unit_id, school_year_id),
  CHECK (state = 'draft' OR published_at IS NOT NULL)
);
COMMENT ON TABLE staffing.assignment_plan IS 'The teaching assignment of a school for a year as a whole: draft or made known to the staff.';
COMMENT ON COLUMN staffing.assignment_plan.changed_at IS 'Last change of an assignment or duty; after published_at: there are changes not yet made known.';
CREATE INDEX assignment_plan_year ON staffing.assignment_plan (school_year_id, state);
CREATE INDEX assignment_plan_department ON staffing.assignment_plan (department_id);
CREATE INDEX assignment_plan_published_by ON staffing.assignment_plan (published_by);

CREATE TABLE staffing.teaching_assignment (
  id uuid PRIMARY KEY,
  unit_id uuid NOT NULL REFERENCES organisation.unit (id),
  department_id uuid NOT NULL REFERENCES organisation.unit (id),
  school_year_id uuid NOT NULL REFERENCES organisation.school_year (id),
  class_id uuid NOT NULL,
  subject_code text NOT NULL CHECK (subject_code ~ '^[A-Z0-9]{2,8}$'),
  strand text NOT NULL DEFAULT '' CHECK (strand ~ '^[a-zA-Z]{0,20}$'),
  staff_id uuid NOT NULL REFERENCES people.staff_member (id),
  periods_1 numeric(4, 1) NOT NULL CHECK (periods_1 BETWEEN 0 AND 20),
  periods_2 numeric(4, 1) NOT NULL CHECK (periods_2 BETWEEN 0 AND 20),
  exception_reason text CHECK (length(exception_reason) BETWEEN 1 AND 300 AND exception_reason = btrim(exception_reason)),
  version integer NOT NULL DEFAULT 1,
  UNIQUE (class_id, subject_code, strand, staff_id),
  CHECK (periods_1 + periods_2 > 0),
  FOREIGN KEY (unit_id, class_id) REFERENCES people.school_class (unit_id, id) ON DELETE CASCADE ON UPDATE CASCADE
);
COMMENT ON TABLE staffing.teaching_assignment IS 'A teacher teaches a subject (strand '''' = the whole of it) to a class; unit_id is the school of the class.';
COMMENT ON COLUMN staffing.teaching_assignment.periods_1 IS 'Periods a week in semester 1; periods_2 in semester 2. One row holds both, so semesters cannot overlap.';
COMMENT ON COLUMN staffing.teaching_assignment.exception_reason IS 'Why somebody teaches what the record of qualifications does not name.';
CREATE INDEX teaching_assignment_class ON staffing.teaching_assignment (unit_id, class_id);
CREATE INDEX teaching_assignment_year ON staffing.teaching_assignment (school_year_id, unit_id);
CREATE INDEX teaching_assignment_staff ON staffing.teaching_assignment (staff_id, school_year_id);
CREATE INDEX teaching_assignment_department ON staffing.teaching_assignment (department_id, school_year_id);

CREATE TABLE staffing.duty (
  id uuid PRIMARY KEY,
  unit_id uuid NOT NULL REFERENCES organisation.unit (id),
  department_id uuid NOT NULL REFERENCES organisation.unit (id),
  school_year_id uuid NOT NULL REFERENCES organisation.school_year (id),
  staff_id uuid NOT NULL REFERENCES people.staff_member (id),
  kind text NOT NULL CHECK (kind IN ('teamLead', 'deputyTeamLead', 'pupilTeamLead', 'deputyPupilTeamLead', 'partySecretary', 'unionChair',
    'youthUnionSecretary', 'subjectRoom', 'library', 'equipment', 'academicOffice', 'counselling', 'officeWork', 'other')),
  periods_per_week numeric(4, 1) NOT NULL CHECK (periods_per_week BETWEEN 0 AND 19),
  paid boolean NOT NULL DEFAULT false,
  note text CHECK (length(note) BETWEEN 1 AND 300 AND note = btrim(note)),
  version integer NOT NULL DEFAULT 1,
  UNIQUE (staff_id, school_year_id, kind)
);
COMMENT ON TABLE staffing.duty IS 'Duties beside teaching that reduce the weekly norm; homeroom is not here, it stands in people.school_class.';
COMMENT ON COLUMN staffing.duty.paid IS 'Already paid by an allowance: the duty then reduces nothing, with the exceptions of TT 05/2025 Điều 3.';
CREATE INDEX duty_unit ON staffing.duty (unit_id, school_year_id);
CREATE INDEX duty_year ON staffing.duty (school_year_id);
CREATE INDEX duty_department ON staffing.duty (department_id);

-- Schools that share the teachers of the school asking, and the teachers shared with it: their load is one over both schools.
CREATE FUNCTION staffing.shared_staff() RETURNS SETOF uuid LANGUAGE sql STABLE SECURITY DEFINER SET search_path = staffing, pg_temp ROWS 10 AS $$
  SELECT people.posted_to_us() UNION SELECT people.posted_from_us()
$$;

SELECT organisation.protect('staffing.assignment_plan', own_rows => 'unit_id = (SELECT people.my_workplace())');
SELECT organisation.protect('staffing.teaching_assignment', own_rows => 'unit_id = (SELECT people.my_workplace())');
SELECT organisation.protect('staffing.duty', own_rows => 'unit_id = (SELECT people.my_workplace())');
CREATE POLICY colleagues ON staffing.assignment_plan FOR SELECT TO hoaban_runtime USING (unit_id = (SELECT people.my_workplace()));
CREATE POLICY colleagues ON staffing.teaching_assignment FOR SELECT TO hoaban_runtime USING (
  unit_id = (SELECT people.my_workplace()) OR staff_id IN (SELECT staffing.shared_staff()));
CREATE POLICY colleagues ON staffing.duty FOR SELECT TO hoaban_runtime USING (
  unit_id = (SELECT people.my_workplace()) OR staff_id IN (SELECT staffing.shared_staff()));

GRANT SELECT, INSERT, UPDATE ON staffing.assignment_plan TO hoaban_runtime;
GRANT SELECT, INSERT, UPDATE, DELETE ON staffing.teaching_assignment, staffing.duty TO hoaban_runtime;
SELECT audit.watch('staffing.assignment_plan');
SELECT audit.watch('staffing.teaching_assignment');
SELECT audit.watch('staffing.duty');

-- Classes whose pupils the person asking may see: homeroom, and by the published assignment those she teaches, also in a second school
-- when she acts there.
CREATE OR REPLACE FUNCTION people.my_classes() RETURNS SETOF uuid LANGUAGE sql STABLE SECURITY DEFINER SET search_path = people, pg_temp ROWS 10 AS $$
  SELECT c.id FROM school_class c JOIN staff_member s ON s.id = c.homeroom_staff_id
  WHERE s.account_id = organisation.current_account() AND organisation.acting_role() IN ('teacher', 'homeroomTeacher', 'teamLead')
    AND c.unit_id = people.my_school()
  UNION
  SELECT a.class_id FROM staff_member s JOIN staffing.teaching_assignment a ON a.staff_id = s.id
  JOIN staffing.assignment_plan p ON p.unit_id = a.unit_id AND p.school_year_id = a.school_year_id AND p.state = 'published'
  WHERE s.account_id = organisation.current_account() AND organisation.acting_role() IN ('teacher', 'homeroomTeacher', 'teamLead')
    AND a.unit_id = people.my_school()
$$;
