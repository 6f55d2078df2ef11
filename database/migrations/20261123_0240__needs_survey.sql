-- What pupils and guardians wish of session 2, asked on a phone by the code of a slip, and the groups that come of it.
-- Nobody sits in a group who did not ask, except by a recorded decision: the table of members holds that by itself.
CREATE SCHEMA needs_survey;
GRANT USAGE ON SCHEMA needs_survey TO hoaban_runtime;

CREATE TABLE needs_survey.form (
  id uuid PRIMARY KEY,
  unit_id uuid NOT NULL REFERENCES organisation.unit (id),
  department_id uuid NOT NULL REFERENCES organisation.unit (id),
  title text NOT NULL CHECK (length(title) BETWEEN 3 AND 150 AND title = btrim(title)),
  questions jsonb NOT NULL CHECK (jsonb_typeof(questions) = 'array' AND jsonb_array_length(questions) BETWEEN 1 AND 40),
  retired boolean NOT NULL DEFAULT false,
  saved_by uuid NOT NULL REFERENCES identity.account (id),
  saved_at timestamptz NOT NULL,
  version integer NOT NULL DEFAULT 1
);
COMMENT ON TABLE needs_survey.form IS 'Lists of questions of a school, or of the department for all its schools; a survey keeps the questions as they were when it was opened.';
CREATE INDEX form_unit ON needs_survey.form (unit_id);
CREATE INDEX form_department ON needs_survey.form (department_id, saved_at DESC);
CREATE INDEX form_saved_by ON needs_survey.form (saved_by);

CREATE TABLE needs_survey.survey (
  id uuid PRIMARY KEY,
  unit_id uuid NOT NULL REFERENCES organisation.unit (id),
  department_id uuid NOT NULL REFERENCES organisation.unit (id),
  school_year_id uuid NOT NULL REFERENCES organisation.school_year (id),
  form_id uuid REFERENCES needs_survey.form (id),
  form_version integer NOT NULL,
  title text NOT NULL CHECK (length(title) BETWEEN 3 AND 150 AND title = btrim(title)),
  questions jsonb NOT NULL CHECK (jsonb_typeof(questions) = 'array' AND jsonb_array_length(questions) BETWEEN 1 AND 40),
  opens_at timestamptz NOT NULL,
  closes_at timestamptz NOT NULL,
  opened_by uuid NOT NULL REFERENCES identity.account (id),
  version integer NOT NULL DEFAULT 1,
  UNIQUE (unit_id, id),
  CHECK (closes_at > opens_at AND closes_at <= opens_at + interval '120 days')
);
COMMENT ON TABLE needs_survey.survey IS 'A form put before classes of a school for a window of time; whether it is open is a matter of the clock.';
CREATE INDEX survey_unit ON needs_survey.survey (unit_id, school_year_id, closes_at DESC);
CREATE INDEX survey_department ON needs_survey.survey (department_id, school_year_id);
CREATE INDEX survey_year ON needs_survey.survey (school_year_id);
CREATE INDEX survey_form ON needs_survey.survey (form_id);
CREATE INDEX survey_opened_by ON needs_survey.survey (opened_by);

CREATE TABLE needs_survey.survey_class (
  survey_id uuid NOT NULL,
  class_id uuid NOT NULL,
  unit_id uuid NOT NULL REFERENCES organisation.unit (id),
  department_id uuid NOT NULL REFERENCES organisation.unit (id),
  PRIMARY KEY (survey_id, class_id),
  FOREIGN KEY (unit_id, survey_id) REFERENCES needs_survey.survey (unit_id, id) ON DELETE CASCADE,
  FOREIGN KEY (unit_id, class_id) REFERENCES people.school_class (unit_id, id)
);
COMMENT ON TABLE needs_survey.survey_class IS 'Classes that a survey asks; both are of one school.';
CREATE INDEX survey_class_class ON needs_survey.survey_class (class_id, survey_id);
CREATE INDEX survey_class_survey ON needs_survey.survey_class (unit_id, survey_id);
CREATE INDEX survey_class_of_unit ON needs_survey.survey_class (unit_id, class_id);
CREATE INDEX survey_class_department ON needs_survey.survey_class (department_id);

CREATE TABLE needs_survey.response (
  id uuid PRIMARY KEY,
  survey_id uuid NOT NULL,
  pupil_id uuid NOT NULL REFERENCES people.pupil (id) ON DELETE CASCADE,
  class_id uuid NOT NULL REFERENCES people.school_class (id),
  unit_id uuid NOT NULL REFERENCES organisation.unit (id),
  department_id uuid NOT NULL REFERENCES organisation.unit (id),
  answers jsonb NOT NULL CHECK (jsonb_typeof(answers) = 'object' AND length(answers::text) <= 20000),
  answered_by text NOT NULL CHECK (answered_by IN ('pupil', 'guardian')),
  device_command_id uuid NOT NULL,
  answered_at timestamptz NOT NULL,
  version integer NOT NULL DEFAULT 1,
  UNIQUE (survey_id, pupil_id),
  UNIQUE (id, pupil_id),
  FOREIGN KEY (unit_id, survey_id) REFERENCES needs_survey.survey (unit_id, id)
);
COMMENT ON TABLE needs_survey.response IS 'One answer of a pupil to a survey, changed until it closes; device_command_id: the sending that wrote it, so that a repeat is no second answer.';
CREATE INDEX response_pupil ON needs_survey.response (pupil_id);
CREATE INDEX response_class ON needs_survey.response (class_id, survey_id);
CREATE INDEX response_survey ON needs_survey.response (unit_id, survey_id);
CREATE INDEX response_department ON needs_survey.response (department_id);

CREATE TABLE needs_survey.eligibility (
  id uuid PRIMARY KEY,
  unit_id uuid NOT NULL REFERENCES organisation.unit (id),
  department_id uuid NOT NULL REFERENCES organisation.unit (id),
  school_year_id uuid NOT NULL REFERENCES organisation.school_year (id),
  pupil_id uuid NOT NULL REFERENCES people.pupil (id) ON DELETE CASCADE,
  subject_code text NOT NULL CHECK (subject_code ~ '^[A-Z0-9]{2,8}$'),
  kind text NOT NULL CHECK (kind IN ('belowRequirement', 'chosenGifted')),
  basis text NOT NULL CHECK (length(basis) BETWEEN 3 AND 300),
  recorded_by uuid NOT NULL REFERENCES identity.account (id),
  recorded_at timestamptz NOT NULL,
  UNIQUE (school_year_id, pupil_id, subject_code, kind)
);
COMMENT ON TABLE needs_survey.eligibility IS 'Who may be taught extra in school (Thông tư 29/2024, Điều 5): below requirement in the subject at the end of last semester, or chosen for gifted training; basis names the result or decision.';
CREATE INDEX eligibility_unit ON needs_survey.eligibility (unit_id, school_year_id);
CREATE INDEX eligibility_pupil ON needs_survey.eligibility (pupil_id);
CREATE INDEX eligibility_department ON needs_survey.eligibility (department_id);
CREATE INDEX eligibility_recorded_by ON needs_survey.eligibility (recorded_by);

CREATE TABLE needs_survey.study_group (
  id uuid PRIMARY KEY,
  unit_id uuid NOT NULL REFERENCES organisation.unit (id),
  department_id uuid NOT NULL REFERENCES organisation.unit (id),
  school_year_id uuid NOT NULL REFERENCES organisation.school_year (id),
  survey_id uuid,
  kind text NOT NULL CHECK (kind IN ('remedial', 'gifted', 'finalYearReview', 'club', 'language', 'stem', 'sport')),
  subject_code text CHECK (subject_code ~ '^[A-Z0-9]{2,8}$'),
  grade smallint CHECK (grade BETWEEN 6 AND 12),
  name text NOT NULL CHECK (length(name) BETWEEN 2 AND 100 AND name = btrim(name)),
  size_limit smallint NOT NULL CHECK (size_limit BETWEEN 1 AND 45),
  teacher_id uuid REFERENCES people.staff_member (id),
  periods_per_week smallint NOT NULL CHECK (periods_per_week BETWEEN 1 AND 10),
  state text NOT NULL DEFAULT 'proposed' CHECK (state IN ('proposed', 'confirmed')),
  version integer NOT NULL DEFAULT 1,
  UNIQUE (unit_id, id),
  FOREIGN KEY (unit_id, survey_id) REFERENCES needs_survey.survey (unit_id, id),
  CONSTRAINT study_group_tutoring CHECK (kind NOT IN ('remedial', 'gifted', 'finalYearReview')
    OR (periods_per_week <= 2 AND subject_code IS NOT NULL AND grade IS NOT NULL))
);
COMMENT ON TABLE needs_survey.study_group IS 'Groups of session 2; tutoring kinds: one subject and grade, at most 45 pupils and 2 periods a week (Thông tư 29/2024, Điều 5).';
CREATE INDEX study_group_unit ON needs_survey.study_group (unit_id, school_year_id, kind);
CREATE INDEX study_group_survey ON needs_survey.study_group (unit_id, survey_id);
CREATE INDEX study_group_department ON needs_survey.study_group (department_id, school_year_id);
CREATE INDEX study_group_year ON needs_survey.study_group (school_year_id);
CREATE INDEX study_group_teacher ON needs_survey.study_group (teacher_id);

CREATE TABLE needs_survey.group_member (
  group_id uuid NOT NULL,
  pupil_id uuid NOT NULL REFERENCES people.pupil (id),
  unit_id uuid NOT NULL REFERENCES organisation.unit (id),
  department_id uuid NOT NULL REFERENCES organisation.unit (id),
  reason text NOT NULL CHECK (reason IN ('belowRequirement', 'chosenGifted', 'finalYearVolunteer', 'wish', 'decision')),
  reason_text text NOT NULL CHECK (length(reason_text) BETWEEN 3 AND 300),
  response_id uuid,
  question_id text CHECK (length(question_id) <= 40),
  chosen text CHECK (length(chosen) <= 100),
  decided_by uuid REFERENCES identity.account (id),
  decided_at timestamptz,
  request_number text CHECK (length(request_number) BETWEEN 1 AND 40),
  requested_on date,
  PRIMARY KEY (group_id, pupil_id),
  FOREIGN KEY (unit_id, group_id) REFERENCES needs_survey.study_group (unit_id, id) ON DELETE CASCADE,
  FOREIGN KEY (response_id, pupil_id) REFERENCES needs_survey.response (id, pupil_id),
  CONSTRAINT group_member_basis CHECK (
    (response_id IS NOT NULL AND question_id IS NOT NULL AND chosen IS NOT NULL AND decided_by IS NULL AND decided_at IS NULL AND reason <> 'decision')
    OR (response_id IS NULL AND decided_by IS NOT NULL AND decided_at IS NOT NULL AND reason = 'decision')),
  CHECK ((request_number IS NULL) = (requested_on IS NULL))
);
COMMENT ON TABLE needs_survey.group_member IS 'A pupil in a group, with the reason and the basis: the own answer that asked for it, or a recorded decision. The written request (Mẫu 01, Thông tư 29/2024) is kept with number and day.';
CREATE INDEX group_member_pupil ON needs_survey.group_member (pupil_id);
CREATE INDEX group_member_group ON needs_survey.group_member (unit_id, group_id);
CREATE INDEX group_member_response ON needs_survey.group_member (response_id, pupil_id);
CREATE INDEX group_member_department ON needs_survey.group_member (department_id);
CREATE INDEX group_member_decided_by ON needs_survey.group_member (decided_by);
CREATE UNIQUE INDEX group_member_request ON needs_survey.group_member (unit_id, request_number) WHERE request_number IS NOT NULL;

-- The named answer must really ask, and the group must have room: whoever writes, by whatever way.
CREATE FUNCTION needs_survey.check_member() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = needs_survey, pg_temp AS $$
DECLARE
  room integer;
BEGIN
  IF NEW.response_id IS NOT NULL AND NOT EXISTS (
    SELECT FROM response r WHERE r.id = NEW.response_id AND r.unit_id = NEW.unit_id
      AND (r.answers -> NEW.question_id = to_jsonb(NEW.chosen) OR r.answers -> NEW.question_id @> jsonb_build_array(NEW.chosen)))
  THEN RAISE EXCEPTION 'the answer does not ask for it' USING ERRCODE = 'check_violation', CONSTRAINT = 'group_member_asked'; END IF;
  SELECT size_limit INTO room FROM study_group WHERE id = NEW.group_id FOR UPDATE;
  IF (SELECT count(*) FROM group_member m WHERE m.group_id = NEW.group_id AND m.pupil_id <> NEW.pupil_id) >= room
  THEN RAISE EXCEPTION 'the group is full' USING ERRCODE = 'check_violation', CONSTRAINT = 'group_member_room'; END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER check_member BEFORE INSERT OR UPDATE OF response_id, question_id, chosen, group_id ON needs_survey.group_member
  FOR EACH ROW EXECUTE FUNCTION needs_survey.check_member();

CREATE FUNCTION needs_survey.check_room() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = needs_survey, pg_temp AS $$
BEGIN
  IF (SELECT count(*) FROM group_member m WHERE m.group_id = NEW.id) > NEW.size_limit
  THEN RAISE EXCEPTION 'more pupils than room' USING ERRCODE = 'check_violation', CONSTRAINT = 'group_member_room'; END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER check_room BEFORE UPDATE OF size_limit ON needs_survey.study_group FOR EACH ROW EXECUTE FUNCTION needs_survey.check_room();

-- Surveys that a pupil is asked now or was asked lately (so that "closed" can be said), the one to answer first.
CREATE FUNCTION needs_survey.asked_of(pupil uuid, at timestamptz)
RETURNS TABLE (pupil_id uuid, pupil_name text, class_id uuid, class_name text, grade smallint, unit_id uuid, department_id uuid, school_name text,
  survey_id uuid, title text, questions jsonb, opens_at timestamptz, closes_at timestamptz,
  answers jsonb, answered_by text, answered_at timestamptz, response_version integer)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = needs_survey, pg_temp ROWS 2 AS $$
  SELECT p.id, p.full_name, c.id, c.name, c.grade, c.unit_id, c.department_id, u.name, s.id, s.title, s.questions, s.opens_at, s.closes_at,
    r.answers, r.answered_by, r.answered_at, r.version
  FROM people.pupil p JOIN people.enrolment e ON e.pupil_id = p.id AND e.ends_on IS NULL
  JOIN people.school_class c ON c.id = e.class_id JOIN organisation.unit u ON u.id = c.unit_id
  LEFT JOIN survey_class sc ON sc.class_id = c.id
  LEFT JOIN survey s ON s.id = sc.survey_id AND s.closes_at > at - interval '60 days'
  LEFT JOIN response r ON r.survey_id = s.id AND r.pupil_id = p.id
  WHERE p.id = pupil
  ORDER BY (s.opens_at <= at AND s.closes_at > at) DESC NULLS LAST, (s.opens_at > at) DESC NULLS LAST, r.answered_at IS NOT NULL, s.closes_at DESC NULLS LAST
$$;
REVOKE ALL ON FUNCTION needs_survey.asked_of FROM PUBLIC;

-- A code opens what its own pupil is asked. A wrong, expired or revoked one: no row, by the same index and in the same time;
-- people.try_code has counted it before.
CREATE FUNCTION needs_survey.asked_by_code(hash bytea, at timestamptz)
RETURNS TABLE (holder text, pupil_id uuid, pupil_name text, class_id uuid, class_name text, grade smallint, unit_id uuid, department_id uuid, school_name text,
  survey_id uuid, title text, questions jsonb, opens_at timestamptz, closes_at timestamptz,
  answers jsonb, answered_by text, answered_at timestamptz, response_version integer)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = needs_survey, pg_temp ROWS 1 AS $$
  SELECT k.holder, a.* FROM people.access_code k, needs_survey.asked_of(k.pupil_id, at) a
  WHERE k.code_hash = hash AND k.expires_at > at AND k.revoked_at IS NULL AND k.holder IN ('pupil', 'guardian')
$$;

-- What a signed-in pupil is asked, or a guardian for each child.
CREATE FUNCTION needs_survey.asked_of_mine(at timestamptz)
RETURNS TABLE (pupil_id uuid, pupil_name text, class_id uuid, class_name text, grade smallint, unit_id uuid, department_id uuid, school_name text,
  survey_id uuid, title text, questions jsonb, opens_at timestamptz, closes_at timestamptz,
  answers jsonb, answered_by text, answered_at timestamptz, response_version integer)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = needs_survey, pg_temp ROWS 2 AS $$
  SELECT a.* FROM people.my_pupils() mine (id), needs_survey.asked_of(mine.id, at) a
  WHERE organisation.acting_role() IN ('pupil', 'guardian') AND a.survey_id IS NOT NULL
$$;

-- One answer in one statement. A repeat of the same sending changes nothing; an answer based on an older one than is kept is not written.
-- Only while the survey is open, and only for a pupil whom it asks: both looked up here again.
CREATE FUNCTION needs_survey.keep_answer(new_id uuid, survey uuid, pupil uuid, given jsonb, by_whom text, command uuid, based_on integer, at timestamptz)
RETURNS TABLE (answered_at timestamptz, version integer) LANGUAGE sql SECURITY DEFINER SET search_path = needs_survey, pg_temp AS $$
  INSERT INTO response AS r (id, survey_id, pupil_id, class_id, unit_id, department_id, answers, answered_by, device_command_id, answered_at)
  SELECT new_id, s.id, e.pupil_id, e.class_id, s.unit_id, s.department_id, given, by_whom, command, at
  FROM survey s JOIN survey_class sc ON sc.survey_id = s.id
  JOIN people.enrolment e ON e.class_id = sc.class_id AND e.ends_on IS NULL AND e.pupil_id = pupil
  WHERE s.id = survey AND s.opens_at <= at AND s.closes_at > at
  ON CONFLICT (survey_id, pupil_id) DO UPDATE SET
    answers = CASE WHEN r.device_command_id = command THEN r.answers ELSE excluded.answers END,
    answered_by = CASE WHEN r.device_command_id = command THEN r.answered_by ELSE excluded.answered_by END,
    answered_at = CASE WHEN r.device_command_id = command THEN r.answered_at ELSE excluded.answered_at END,
    version = r.version + (r.device_command_id <> command)::integer,
    device_command_id = command
  WHERE r.version = based_on OR r.device_command_id = command
  RETURNING r.answered_at, r.version
$$;

CREATE FUNCTION needs_survey.answer_by_code(hash bytea, new_id uuid, survey uuid, given jsonb, by_whom text, command uuid, based_on integer, at timestamptz)
RETURNS TABLE (answered_at timestamptz, version integer) LANGUAGE sql SECURITY DEFINER SET search_path = needs_survey, pg_temp AS $$
  SELECT kept.answered_at, kept.version FROM people.access_code k,
    needs_survey.keep_answer(new_id, survey, k.pupil_id, given, by_whom, command, based_on, at) kept
  WHERE k.code_hash = hash AND k.expires_at > at AND k.revoked_at IS NULL AND k.holder IN ('pupil', 'guardian')
$$;

CREATE FUNCTION needs_survey.answer_of_mine(new_id uuid, survey uuid, pupil uuid, given jsonb, command uuid, based_on integer, at timestamptz)
RETURNS TABLE (answered_at timestamptz, version integer) LANGUAGE sql SECURITY DEFINER SET search_path = needs_survey, pg_temp AS $$
  SELECT kept.answered_at, kept.version
  FROM needs_survey.keep_answer(new_id, survey, pupil, given, organisation.acting_role(), command, based_on, at) kept
  WHERE organisation.acting_role() IN ('pupil', 'guardian') AND pupil IN (SELECT people.my_pupils())
$$;
REVOKE ALL ON FUNCTION needs_survey.keep_answer FROM PUBLIC;

-- Schools use the department's forms; everybody who asks pupils may read them.
SELECT organisation.protect('needs_survey.form', own_rows => 'false');
CREATE POLICY forms_of_department ON needs_survey.form FOR SELECT TO hoaban_runtime
  USING (unit_id = (SELECT organisation.current_department()) AND (SELECT organisation.current_scope()) = 'subtree');
SELECT organisation.protect('needs_survey.survey', own_rows => 'unit_id = (SELECT people.my_workplace())');
SELECT organisation.protect('needs_survey.survey_class', own_rows => 'unit_id = (SELECT people.my_workplace())');
SELECT organisation.protect('needs_survey.response', own_rows => 'pupil_id IN (SELECT people.my_pupils())');
SELECT organisation.protect('needs_survey.eligibility', own_rows => 'pupil_id IN (SELECT people.my_pupils())');
SELECT organisation.protect('needs_survey.study_group', own_rows => 'unit_id = (SELECT people.my_workplace())');
SELECT organisation.protect('needs_survey.group_member', own_rows => 'pupil_id IN (SELECT people.my_pupils())');

GRANT SELECT, INSERT, UPDATE ON needs_survey.form, needs_survey.survey TO hoaban_runtime;
GRANT SELECT, INSERT ON needs_survey.survey_class TO hoaban_runtime;
GRANT SELECT ON needs_survey.response TO hoaban_runtime;
GRANT SELECT, INSERT, DELETE ON needs_survey.eligibility TO hoaban_runtime;
GRANT SELECT, INSERT, UPDATE, DELETE ON needs_survey.study_group, needs_survey.group_member TO hoaban_runtime;

SELECT audit.watch('needs_survey.form');
SELECT audit.watch('needs_survey.survey');
-- The row itself says who answered first and when; every later change is kept.
SELECT audit.watch('needs_survey.response', inserts => false);
SELECT audit.watch('needs_survey.eligibility');
SELECT audit.watch('needs_survey.study_group');
SELECT audit.watch('needs_survey.group_member');
