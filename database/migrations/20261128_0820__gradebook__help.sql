-- What was done for a pupil who fell behind: recorded beside the early warning, read by those who teach or lead the pupil.
CREATE TABLE gradebook.help (
  id uuid PRIMARY KEY,
  pupil_id uuid NOT NULL,
  unit_id uuid NOT NULL,
  department_id uuid NOT NULL REFERENCES organisation.unit (id),
  school_year_id uuid NOT NULL REFERENCES organisation.school_year (id),
  subject_code text CHECK (subject_code ~ '^[A-Z0-9]{2,8}$'),
  form text NOT NULL CHECK (form IN ('tutoring', 'classmate', 'talk', 'guardian', 'other')),
  note text NOT NULL CHECK (length(note) BETWEEN 1 AND 500 AND note = btrim(note)),
  given_on date NOT NULL,
  given_by uuid NOT NULL REFERENCES identity.account (id),
  FOREIGN KEY (unit_id, pupil_id) REFERENCES people.pupil (unit_id, id) ON UPDATE CASCADE
);
COMMENT ON TABLE gradebook.help IS 'Help given to a pupil who fell behind: in a subject, or in general (no subject).';
CREATE INDEX help_pupil ON gradebook.help (unit_id, pupil_id, given_on);
CREATE INDEX help_year ON gradebook.help (school_year_id);
CREATE INDEX help_department ON gradebook.help (department_id);
CREATE INDEX help_given_by ON gradebook.help (given_by);

SELECT people.protect_sensitive('gradebook.help', 'pupil_id IN (SELECT gradebook.my_homeroom_pupils())
  OR (pupil_id, subject_code) IN (SELECT t.pupil_id, t.subject_code FROM gradebook.my_taught() t)',
  '{principal,vicePrincipal,clerk,teacher,homeroomTeacher}');
GRANT SELECT, INSERT ON gradebook.help TO hoaban_runtime;
SELECT audit.watch('gradebook.help');
