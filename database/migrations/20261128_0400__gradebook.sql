-- The gradebook: marks by pupil, subject and semester, what each assessment was, conduct, absences, and what the principal decides about them.
CREATE SCHEMA gradebook;
GRANT USAGE ON SCHEMA gradebook TO hoaban_runtime;

CREATE TABLE gradebook.term (
  id uuid PRIMARY KEY,
  unit_id uuid NOT NULL REFERENCES organisation.unit (id),
  department_id uuid NOT NULL REFERENCES organisation.unit (id),
  school_year_id uuid NOT NULL REFERENCES organisation.school_year (id),
  semester smallint NOT NULL CHECK (semester IN (1, 2)),
  opens_on date NOT NULL,
  closes_on date NOT NULL,
  locked_at timestamptz,
  locked_by uuid REFERENCES identity.account (id),
  note text CHECK (length(note) BETWEEN 1 AND 500),
  version integer NOT NULL DEFAULT 1,
  UNIQUE (unit_id, school_year_id, semester),
  CHECK (opens_on <= closes_on),
  CHECK ((locked_at IS NULL) = (locked_by IS NULL))
);
COMMENT ON TABLE gradebook.term IS 'When a school enters the marks of a semester, and whether they are locked; no row: the window of the settings, open.';
CREATE INDEX term_year ON gradebook.term (school_year_id);
CREATE INDEX term_department ON gradebook.term (department_id);
CREATE INDEX term_locked_by ON gradebook.term (locked_by);

CREATE TABLE gradebook.assessment (
  id uuid PRIMARY KEY,
  unit_id uuid NOT NULL REFERENCES organisation.unit (id),
  department_id uuid NOT NULL REFERENCES organisation.unit (id),
  class_id uuid NOT NULL,
  subject_code text NOT NULL CHECK (subject_code ~ '^[A-Z0-9]{2,8}$'),
  semester smallint NOT NULL CHECK (semester IN (1, 2)),
  place text NOT NULL CHECK (place ~ '^(regular[1-8]|midterm|final)$'),
  form text NOT NULL CHECK (form IN ('oral', 'written', 'presentation', 'practice', 'experiment', 'product', 'project', 'online', 'topicCluster')),
  title text CHECK (length(title) BETWEEN 1 AND 200 AND title = btrim(title)),
  held_on date,
  strand text NOT NULL DEFAULT '' CHECK (strand ~ '^[a-zA-Z]{0,20}$'),
  version integer NOT NULL DEFAULT 1,
  UNIQUE (class_id, subject_code, semester, place),
  FOREIGN KEY (unit_id, class_id) REFERENCES people.school_class (unit_id, id) ON DELETE CASCADE ON UPDATE CASCADE
);
COMMENT ON TABLE gradebook.assessment IS 'What a column of the grid was: form, title, day, and the strand of an integrated subject; without a row nobody has said.';
CREATE INDEX assessment_class ON gradebook.assessment (unit_id, class_id);
CREATE INDEX assessment_department ON gradebook.assessment (department_id);

CREATE TABLE gradebook.subject_marks (
  id uuid PRIMARY KEY,
  pupil_id uuid NOT NULL,
  unit_id uuid NOT NULL,
  department_id uuid NOT NULL REFERENCES organisation.unit (id),
  school_year_id uuid NOT NULL REFERENCES organisation.school_year (id),
  subject_code text NOT NULL CHECK (subject_code ~ '^[A-Z0-9]{2,8}$'),
  semester smallint NOT NULL CHECK (semester IN (1, 2)),
  judged text NOT NULL CHECK (judged IN ('score', 'comment')),
  regular smallint[] NOT NULL DEFAULT '{}' CHECK (cardinality(regular) <= 8 AND -1 <= ALL (regular) AND 100 >= ALL (regular)),
  midterm smallint CHECK (midterm BETWEEN -1 AND 100),
  final smallint CHECK (final BETWEEN -1 AND 100),
  comment text CHECK (length(comment) BETWEEN 1 AND 1000),
  reason text CHECK (length(reason) BETWEEN 1 AND 500),
  version integer NOT NULL DEFAULT 1,
  UNIQUE (pupil_id, school_year_id, subject_code, semester),
  CHECK (judged = 'score' OR (1 >= ALL (regular) AND midterm <= 1 AND final <= 1)),
  FOREIGN KEY (unit_id, pupil_id) REFERENCES people.pupil (unit_id, id) ON UPDATE CASCADE
) WITH (fillfactor = 70);
COMMENT ON TABLE gradebook.subject_marks IS 'Everything a pupil has in a subject in a semester; goes with the pupil to another class or school. Former values, author and time stand in audit.event.';
COMMENT ON COLUMN gradebook.subject_marks.regular IS 'Regular assessments by place. Scores in tenths (0-100); comments 1 Đạt, 0 Chưa đạt; -1 missed for a good reason, to be made up (ASM-09); null: none yet.';
COMMENT ON COLUMN gradebook.subject_marks.reason IS 'Why the last change was made, where one had to be given: a correction after the lock.';
CREATE INDEX subject_marks_pupil ON gradebook.subject_marks (unit_id, pupil_id);
CREATE INDEX subject_marks_year ON gradebook.subject_marks (school_year_id);
CREATE INDEX subject_marks_department ON gradebook.subject_marks (department_id);

CREATE TABLE gradebook.exemption (
  id uuid PRIMARY KEY,
  pupil_id uuid NOT NULL,
  unit_id uuid NOT NULL,
  department_id uuid NOT NULL REFERENCES organisation.unit (id),
  school_year_id uuid NOT NULL REFERENCES organisation.school_year (id),
  subject_code text NOT NULL CHECK (subject_code ~ '^[A-Z0-9]{2,8}$'),
  kind text NOT NULL CHECK (kind IN ('exempt', 'practice', 'reduced', 'iep')),
  basis text NOT NULL CHECK (length(basis) BETWEEN 1 AND 500),
  version integer NOT NULL DEFAULT 1,
  UNIQUE (pupil_id, school_year_id, subject_code),
  FOREIGN KEY (unit_id, pupil_id) REFERENCES people.pupil (unit_id, id) ON UPDATE CASCADE
);
COMMENT ON TABLE gradebook.exemption IS 'The principal''s decision on a pupil and subject: not assessed, no practice, reduced requirement, or by the individual education plan.';
CREATE INDEX exemption_pupil ON gradebook.exemption (unit_id, pupil_id);
CREATE INDEX exemption_year ON gradebook.exemption (school_year_id);
CREATE INDEX exemption_department ON gradebook.exemption (department_id);

CREATE TABLE gradebook.correction (
  id uuid PRIMARY KEY,
  pupil_id uuid NOT NULL,
  unit_id uuid NOT NULL,
  department_id uuid NOT NULL REFERENCES organisation.unit (id),
  school_year_id uuid NOT NULL REFERENCES organisation.school_year (id),
  class_id uuid NOT NULL REFERENCES people.school_class (id),
  subject_code text NOT NULL CHECK (subject_code ~ '^[A-Z0-9]{2,8}$'),
  semester smallint NOT NULL CHECK (semester IN (1, 2)),
  place text NOT NULL CHECK (place ~ '^(regular[1-8]|midterm|final)$'),
  from_value smallint CHECK (from_value BETWEEN -1 AND 100),
  to_value smallint CHECK (to_value BETWEEN -1 AND 100),
  reason text NOT NULL CHECK (length(reason) BETWEEN 1 AND 500 AND reason = btrim(reason)),
  state text NOT NULL DEFAULT 'asked' CHECK (state IN ('asked', 'approved', 'refused')),
  asked_by uuid NOT NULL REFERENCES identity.account (id),
  asked_at timestamptz NOT NULL,
  decided_by uuid REFERENCES identity.account (id),
  decided_at timestamptz,
  decision_note text CHECK (length(decision_note) BETWEEN 1 AND 500),
  version integer NOT NULL DEFAULT 1,
  CHECK ((state = 'asked') = (decided_at IS NULL)),
  CHECK (from_value IS DISTINCT FROM to_value),
  FOREIGN KEY (unit_id, pupil_id) REFERENCES people.pupil (unit_id, id) ON UPDATE CASCADE
);
COMMENT ON TABLE gradebook.correction IS 'A change of a mark after the lock: asked for by the teacher with a reason, approved or refused by the principal.';
CREATE UNIQUE INDEX correction_open ON gradebook.correction (pupil_id, school_year_id, subject_code, semester, place) WHERE state = 'asked';
CREATE INDEX correction_unit ON gradebook.correction (unit_id, state, asked_at DESC, id);
CREATE INDEX correction_pupil ON gradebook.correction (unit_id, pupil_id);
CREATE INDEX correction_class ON gradebook.correction (class_id);
CREATE INDEX correction_year ON gradebook.correction (school_year_id);
CREATE INDEX correction_department ON gradebook.correction (department_id);
CREATE INDEX correction_asked_by ON gradebook.correction (asked_by);
CREATE INDEX correction_decided_by ON gradebook.correction (decided_by);

CREATE TABLE gradebook.phrase (
  id uuid PRIMARY KEY,
  unit_id uuid NOT NULL REFERENCES organisation.unit (id),
  department_id uuid NOT NULL REFERENCES organisation.unit (id),
  subject_code text CHECK (subject_code ~ '^[A-Z0-9]{2,8}$'),
  text text NOT NULL CHECK (length(text) BETWEEN 1 AND 500 AND text = btrim(text)),
  made_by uuid NOT NULL REFERENCES identity.account (id)
);
COMMENT ON TABLE gradebook.phrase IS 'Bank of comments of a school: for a subject, or for conduct (no subject).';
CREATE UNIQUE INDEX phrase_same ON gradebook.phrase (unit_id, coalesce(subject_code, ''), lower(text));
CREATE INDEX phrase_department ON gradebook.phrase (department_id);
CREATE INDEX phrase_made_by ON gradebook.phrase (made_by);

CREATE TABLE gradebook.conduct (
  id uuid PRIMARY KEY,
  pupil_id uuid NOT NULL,
  unit_id uuid NOT NULL,
  department_id uuid NOT NULL REFERENCES organisation.unit (id),
  school_year_id uuid NOT NULL REFERENCES organisation.school_year (id),
  semester1 text CHECK (semester1 IN ('excellent', 'good', 'pass', 'fail')),
  semester2 text CHECK (semester2 IN ('excellent', 'good', 'pass', 'fail')),
  after_summer text CHECK (after_summer IN ('excellent', 'good', 'pass', 'fail')),
  comment1 text CHECK (length(comment1) BETWEEN 1 AND 1000),
  comment2 text CHECK (length(comment2) BETWEEN 1 AND 1000),
  version integer NOT NULL DEFAULT 1,
  UNIQUE (pupil_id, school_year_id),
  FOREIGN KEY (unit_id, pupil_id) REFERENCES people.pupil (unit_id, id) ON UPDATE CASCADE
);
COMMENT ON TABLE gradebook.conduct IS 'Conduct of a pupil by semester and after summer training, with the homeroom teacher''s comments.';
CREATE INDEX conduct_pupil ON gradebook.conduct (unit_id, pupil_id);
CREATE INDEX conduct_year ON gradebook.conduct (school_year_id);
CREATE INDEX conduct_department ON gradebook.conduct (department_id);

CREATE TABLE gradebook.absence (
  id uuid PRIMARY KEY,
  pupil_id uuid NOT NULL,
  unit_id uuid NOT NULL,
  department_id uuid NOT NULL REFERENCES organisation.unit (id),
  school_year_id uuid NOT NULL REFERENCES organisation.school_year (id),
  day date NOT NULL,
  session smallint NOT NULL CHECK (session IN (1, 2)),
  period smallint NOT NULL DEFAULT 0 CHECK (period BETWEEN 0 AND 6),
  excused boolean NOT NULL,
  reason text CHECK (length(reason) BETWEEN 1 AND 300),
  version integer NOT NULL DEFAULT 1,
  UNIQUE (pupil_id, day, session, period),
  FOREIGN KEY (unit_id, pupil_id) REFERENCES people.pupil (unit_id, id) ON UPDATE CASCADE
);
COMMENT ON TABLE gradebook.absence IS 'A pupil was away: a whole session (period 0) or one period of it, with leave or without.';
CREATE INDEX absence_pupil ON gradebook.absence (unit_id, pupil_id);
CREATE INDEX absence_day ON gradebook.absence (unit_id, day);
CREATE INDEX absence_year ON gradebook.absence (school_year_id);
CREATE INDEX absence_department ON gradebook.absence (department_id);

CREATE TABLE gradebook.retest (
  id uuid PRIMARY KEY,
  pupil_id uuid NOT NULL,
  unit_id uuid NOT NULL,
  department_id uuid NOT NULL REFERENCES organisation.unit (id),
  school_year_id uuid NOT NULL REFERENCES organisation.school_year (id),
  subject_code text NOT NULL CHECK (subject_code ~ '^[A-Z0-9]{2,8}$'),
  value smallint NOT NULL CHECK (value BETWEEN 0 AND 100),
  held_on date NOT NULL,
  version integer NOT NULL DEFAULT 1,
  UNIQUE (pupil_id, school_year_id, subject_code),
  FOREIGN KEY (unit_id, pupil_id) REFERENCES people.pupil (unit_id, id) ON UPDATE CASCADE
);
COMMENT ON TABLE gradebook.retest IS 'Result of a re-test in summer (tenths, or 1 Đạt and 0 Chưa đạt); replaces the year''s result for promotion only.';
CREATE INDEX retest_pupil ON gradebook.retest (unit_id, pupil_id);
CREATE INDEX retest_year ON gradebook.retest (school_year_id);
CREATE INDEX retest_department ON gradebook.retest (department_id);

-- Pupil and subject pairs of the person asking: the rosters of the classes she teaches by the published assignment.
CREATE FUNCTION gradebook.my_taught() RETURNS TABLE (pupil_id uuid, subject_code text) LANGUAGE sql STABLE SECURITY DEFINER
SET search_path = gradebook, pg_temp ROWS 200 AS $$
  SELECT e.pupil_id, a.subject_code FROM people.staff_member s
  JOIN staffing.teaching_assignment a ON a.staff_id = s.id AND a.unit_id = people.my_school()
  JOIN staffing.assignment_plan p ON p.unit_id = a.unit_id AND p.school_year_id = a.school_year_id AND p.state = 'published'
  JOIN people.enrolment e ON e.unit_id = a.unit_id AND e.class_id = a.class_id AND (e.ends_on IS NULL OR e.ended_as = 'completed')
  WHERE s.account_id = organisation.current_account() AND organisation.acting_role() IN ('teacher', 'homeroomTeacher')
$$;

-- Pupils of the classes whose homeroom teacher the person asking is.
CREATE FUNCTION gradebook.my_homeroom_pupils() RETURNS SETOF uuid LANGUAGE sql STABLE SECURITY DEFINER
SET search_path = gradebook, pg_temp ROWS 50 AS $$
  SELECT e.pupil_id FROM people.staff_member s JOIN people.school_class c ON c.homeroom_staff_id = s.id AND c.unit_id = people.my_school()
  JOIN people.enrolment e ON e.unit_id = c.unit_id AND e.class_id = c.id AND (e.ends_on IS NULL OR e.ended_as = 'completed')
  WHERE s.account_id = organisation.current_account() AND organisation.acting_role() IN ('teacher', 'homeroomTeacher')
$$;

-- Classes taught or led, for what belongs to a class and not to a pupil.
SELECT organisation.protect('gradebook.term', own_rows => 'unit_id = (SELECT people.my_workplace())');
SELECT organisation.protect('gradebook.assessment', own_rows => 'class_id IN (SELECT people.my_classes())');
SELECT organisation.protect('gradebook.phrase', own_rows => 'unit_id = (SELECT people.my_workplace())');
-- Marks are personal data of children: the school, those who teach them and, for the province's duties, the heads of the department.
SELECT people.protect_sensitive('gradebook.subject_marks', '(pupil_id, subject_code) IN (SELECT t.pupil_id, t.subject_code FROM gradebook.my_taught() t)',
  '{departmentLeader,divisionHead,principal,vicePrincipal,clerk,teacher,homeroomTeacher}');
-- The homeroom teacher reads every subject of the class; writing stays with who teaches it. Named to be asked after `scope`: whoever saves
-- the own subject's marks never waits for the second list.
CREATE POLICY whole_class ON gradebook.subject_marks FOR SELECT TO hoaban_runtime USING (pupil_id IN (SELECT gradebook.my_homeroom_pupils()));
SELECT people.protect_sensitive('gradebook.correction', '(pupil_id, subject_code) IN (SELECT t.pupil_id, t.subject_code FROM gradebook.my_taught() t)',
  '{principal,vicePrincipal,clerk,teacher,homeroomTeacher}');
SELECT people.protect_sensitive('gradebook.retest', '(pupil_id, subject_code) IN (SELECT t.pupil_id, t.subject_code FROM gradebook.my_taught() t)',
  '{departmentLeader,divisionHead,principal,vicePrincipal,clerk,teacher,homeroomTeacher}');
CREATE POLICY whole_class ON gradebook.retest FOR SELECT TO hoaban_runtime USING (pupil_id IN (SELECT gradebook.my_homeroom_pupils()));
SELECT people.protect_sensitive('gradebook.exemption', 'false', '{principal,vicePrincipal,clerk,teacher,homeroomTeacher}');
CREATE POLICY taught ON gradebook.exemption FOR SELECT TO hoaban_runtime USING (
  (pupil_id, subject_code) IN (SELECT t.pupil_id, t.subject_code FROM gradebook.my_taught() t) OR pupil_id IN (SELECT gradebook.my_homeroom_pupils()));
SELECT people.protect_sensitive('gradebook.conduct', 'pupil_id IN (SELECT gradebook.my_homeroom_pupils())',
  '{departmentLeader,divisionHead,principal,vicePrincipal,clerk,teacher,homeroomTeacher}');
SELECT people.protect_sensitive('gradebook.absence', 'pupil_id IN (SELECT people.my_pupils())',
  '{departmentLeader,divisionHead,principal,vicePrincipal,clerk,teacher,homeroomTeacher}');

GRANT SELECT, INSERT, UPDATE ON gradebook.term, gradebook.assessment, gradebook.correction, gradebook.conduct, gradebook.retest TO hoaban_runtime;
-- Written by gradebook.write_marks only.
GRANT SELECT ON gradebook.subject_marks TO hoaban_runtime;
GRANT SELECT, INSERT, UPDATE, DELETE ON gradebook.exemption, gradebook.absence TO hoaban_runtime;
GRANT SELECT, INSERT, DELETE ON gradebook.phrase TO hoaban_runtime;

-- The last guard of the lock: whoever writes, a locked semester changes only by the hand of the school's heads.
CREATE FUNCTION gradebook.refuse_locked() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = gradebook, pg_temp AS $$
BEGIN
  IF coalesce(organisation.acting_role(), '') NOT IN ('principal', 'vicePrincipal')
    AND EXISTS (SELECT FROM (SELECT DISTINCT unit_id, school_year_id, semester FROM changed) c JOIN term t USING (unit_id, school_year_id, semester)
                WHERE t.locked_at IS NOT NULL) THEN
    RAISE EXCEPTION 'the semester is locked' USING ERRCODE = 'insufficient_privilege';
  END IF;
  RETURN NULL;
END $$;
CREATE TRIGGER locked_insert AFTER INSERT ON gradebook.subject_marks REFERENCING NEW TABLE AS changed
  FOR EACH STATEMENT EXECUTE FUNCTION gradebook.refuse_locked();
CREATE TRIGGER locked_update AFTER UPDATE ON gradebook.subject_marks REFERENCING NEW TABLE AS changed
  FOR EACH STATEMENT EXECUTE FUNCTION gradebook.refuse_locked();

-- The only way marks are written: whole rows of one subject and semester, whoever may asked once for all of them instead of row by row. A
-- teacher writes for pupils of the classes taught by the published assignment, a head of the school for the own school (an approved
-- correction). Gives the pupils written; a row whose version is not the one given is left alone.
CREATE FUNCTION gradebook.write_marks(school uuid, school_year uuid, subject text, of_semester smallint, judged_as text, why text, given jsonb)
RETURNS SETOF uuid LANGUAGE plpgsql SECURITY DEFINER SET search_path = gradebook, pg_temp AS $$
DECLARE
  asking text := organisation.acting_role();
  department uuid := organisation.current_department();
BEGIN
  IF asking IN ('teacher', 'homeroomTeacher') AND organisation.current_scope() = 'own' THEN
    IF EXISTS (SELECT g.p FROM jsonb_to_recordset(given) AS g (p uuid) EXCEPT SELECT t.pupil_id FROM my_taught() t WHERE t.subject_code = subject) THEN
      RAISE EXCEPTION 'not a pupil taught this subject' USING ERRCODE = 'insufficient_privilege';
    END IF;
  ELSIF asking NOT IN ('principal', 'vicePrincipal') OR asking IS NULL OR organisation.current_scope() <> 'subtree' OR NOT EXISTS (
    SELECT FROM organisation.unit_reach r WHERE r.ancestor_id = organisation.current_unit() AND r.descendant_id = school) THEN
    RAISE EXCEPTION 'marks of this school are not for you' USING ERRCODE = 'insufficient_privilege';
  END IF;
  RETURN QUERY
    INSERT INTO subject_marks AS m (id, pupil_id, unit_id, department_id, school_year_id, subject_code, semester, judged, regular, midterm, final,
      comment, reason, version)
    SELECT g.id, g.p, school, department, school_year, subject, of_semester, judged_as, g.r, g.m, g.f, g.c, why, g.v + 1
    FROM jsonb_to_recordset(given) AS g (id uuid, p uuid, r smallint[], m smallint, f smallint, c text, v integer)
    ON CONFLICT (pupil_id, school_year_id, subject_code, semester) DO UPDATE
      SET regular = excluded.regular, midterm = excluded.midterm, final = excluded.final, comment = excluded.comment,
        reason = excluded.reason, version = excluded.version
      WHERE m.version = excluded.version - 1
    RETURNING m.pupil_id;
END $$;

-- What the audit trail knows of one row of marks, for those who see the row: the action asks for the row itself first.
CREATE FUNCTION gradebook.marks_history(marks uuid) RETURNS TABLE (at timestamptz, account_id uuid, before jsonb, after jsonb)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = gradebook, pg_temp AS $$
  SELECT e.at, e.account_id, e.before, e.after FROM audit.event e
  WHERE e.entity = 'gradebook.subject_marks' AND e.entity_id = marks::text AND e.department_id = organisation.current_department()
  ORDER BY e.id
$$;

SELECT audit.watch('gradebook.term');
SELECT audit.watch('gradebook.assessment');
SELECT audit.watch('gradebook.subject_marks');
SELECT audit.watch('gradebook.exemption');
SELECT audit.watch('gradebook.correction');
SELECT audit.watch('gradebook.phrase');
SELECT audit.watch('gradebook.conduct');
SELECT audit.watch('gradebook.absence');
SELECT audit.watch('gradebook.retest');
