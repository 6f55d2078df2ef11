-- The school education plan: the year of a school in rows, from the draft to what everybody reads.
CREATE SCHEMA education_plan;
GRANT USAGE ON SCHEMA education_plan TO hoaban_runtime;

CREATE TABLE education_plan.plan (
  id uuid PRIMARY KEY,
  unit_id uuid NOT NULL REFERENCES organisation.unit (id),
  department_id uuid NOT NULL REFERENCES organisation.unit (id),
  school_year_id uuid NOT NULL REFERENCES organisation.school_year (id),
  revision smallint NOT NULL CHECK (revision BETWEEN 1 AND 99),
  based_on uuid REFERENCES education_plan.plan (id) ON DELETE SET NULL,
  state text NOT NULL DEFAULT 'draft' CHECK (state IN ('draft', 'proposed', 'approved', 'acknowledged', 'published', 'superseded')),
  amendment_reason text CHECK (length(amendment_reason) BETWEEN 1 AND 1000),
  council_minute text CHECK (length(council_minute) BETWEEN 1 AND 300),
  lessons_from date NOT NULL,
  semester1_to date NOT NULL,
  semester2_from date NOT NULL,
  lessons_to date NOT NULL,
  warnings_reason text CHECK (length(warnings_reason) BETWEEN 1 AND 2000),
  figures jsonb,
  drafted_by uuid REFERENCES identity.account (id),
  drafted_at timestamptz NOT NULL,
  proposed_at timestamptz,
  approved_by uuid REFERENCES identity.account (id),
  approved_at timestamptz,
  returned_note text CHECK (length(returned_note) BETWEEN 1 AND 2000),
  acknowledged_by uuid REFERENCES identity.account (id),
  acknowledged_at timestamptz,
  acknowledgement_note text CHECK (length(acknowledgement_note) BETWEEN 1 AND 2000),
  published_by uuid REFERENCES identity.account (id),
  published_at timestamptz,
  version integer NOT NULL DEFAULT 1,
  UNIQUE (unit_id, id),
  UNIQUE (unit_id, school_year_id, revision),
  CHECK (revision = 1 OR (amendment_reason IS NOT NULL AND council_minute IS NOT NULL)),
  CHECK (state NOT IN ('published', 'superseded') OR published_at IS NOT NULL)
);
COMMENT ON TABLE education_plan.plan IS 'School education plan (kế hoạch giáo dục nhà trường) of a year; a later revision amends it with reason and council minute.';
COMMENT ON COLUMN education_plan.plan.figures IS 'Classes, pupils, staff and rooms as they stood on approval; computed live before.';
COMMENT ON COLUMN education_plan.plan.version IS 'Counts every change of the plan or of its rows.';
CREATE UNIQUE INDEX plan_one_published ON education_plan.plan (unit_id, school_year_id) WHERE state = 'published';
CREATE UNIQUE INDEX plan_one_open ON education_plan.plan (unit_id, school_year_id) WHERE state IN ('draft', 'proposed', 'approved', 'acknowledged');
CREATE INDEX plan_year ON education_plan.plan (school_year_id, unit_id);
CREATE INDEX plan_department ON education_plan.plan (department_id, school_year_id);
CREATE INDEX plan_based_on ON education_plan.plan (based_on);
CREATE INDEX plan_drafted_by ON education_plan.plan (drafted_by);
CREATE INDEX plan_approved_by ON education_plan.plan (approved_by);
CREATE INDEX plan_acknowledged_by ON education_plan.plan (acknowledged_by);
CREATE INDEX plan_published_by ON education_plan.plan (published_by);

CREATE TABLE education_plan.section (
  id uuid PRIMARY KEY, plan_id uuid NOT NULL, unit_id uuid NOT NULL REFERENCES organisation.unit (id),
  department_id uuid NOT NULL REFERENCES organisation.unit (id), copied_from uuid, position smallint NOT NULL,
  title text NOT NULL CHECK (length(title) BETWEEN 1 AND 200),
  body text NOT NULL CHECK (length(body) <= 20000)
);
COMMENT ON TABLE education_plan.section IS 'Texts of the plan in order: context, goals, organisation of the work…';

CREATE TABLE education_plan.target (
  id uuid PRIMARY KEY, plan_id uuid NOT NULL, unit_id uuid NOT NULL REFERENCES organisation.unit (id),
  department_id uuid NOT NULL REFERENCES organisation.unit (id), copied_from uuid, position smallint NOT NULL,
  grade smallint CHECK (grade BETWEEN 6 AND 12),
  label text NOT NULL CHECK (length(label) BETWEEN 1 AND 200),
  value numeric(10, 2) NOT NULL,
  unit text NOT NULL CHECK (length(unit) BETWEEN 1 AND 30)
);
COMMENT ON TABLE education_plan.target IS 'Targets of the year, of a grade or (grade null) of the school.';

CREATE TABLE education_plan.subject_periods (
  id uuid PRIMARY KEY, plan_id uuid NOT NULL, unit_id uuid NOT NULL REFERENCES organisation.unit (id),
  department_id uuid NOT NULL REFERENCES organisation.unit (id), copied_from uuid, position smallint NOT NULL,
  grade smallint NOT NULL CHECK (grade BETWEEN 6 AND 12),
  class_id uuid REFERENCES people.school_class (id) ON DELETE CASCADE,
  subject_code text NOT NULL CHECK (subject_code ~ '^[A-Z0-9]{2,8}$'),
  semester1 smallint NOT NULL CHECK (semester1 BETWEEN 0 AND 350),
  semester2 smallint NOT NULL CHECK (semester2 BETWEEN 0 AND 350)
);
COMMENT ON TABLE education_plan.subject_periods IS 'Periods of a subject in each semester, for a grade or (electives) for one class; periods a week follow from the weeks.';
CREATE INDEX subject_periods_class ON education_plan.subject_periods (class_id);

CREATE TABLE education_plan.day_load (
  id uuid PRIMARY KEY, plan_id uuid NOT NULL, unit_id uuid NOT NULL REFERENCES organisation.unit (id),
  department_id uuid NOT NULL REFERENCES organisation.unit (id), copied_from uuid, position smallint NOT NULL,
  grade smallint NOT NULL CHECK (grade BETWEEN 6 AND 12),
  weekday smallint NOT NULL CHECK (weekday BETWEEN 1 AND 6),
  half text NOT NULL CHECK (half IN ('morning', 'afternoon')),
  programme smallint NOT NULL CHECK (programme BETWEEN 0 AND 12),
  support smallint NOT NULL CHECK (support BETWEEN 0 AND 12)
);
COMMENT ON TABLE education_plan.day_load IS 'Frame of the week: how many periods of the programme and of session 2 a grade has in each half day.';

CREATE TABLE education_plan.second_session (
  id uuid PRIMARY KEY, plan_id uuid NOT NULL, unit_id uuid NOT NULL REFERENCES organisation.unit (id),
  department_id uuid NOT NULL REFERENCES organisation.unit (id), copied_from uuid, position smallint NOT NULL,
  grade smallint NOT NULL CHECK (grade BETWEEN 6 AND 12),
  content text NOT NULL CHECK (content IN ('tutoring', 'gifted', 'examReview', 'research', 'career', 'experience', 'stem', 'reading', 'lifeSkills',
    'finance', 'traffic', 'digital', 'ai', 'languages', 'arts', 'sports')),
  subject_code text CHECK (subject_code ~ '^[A-Z0-9]{2,8}$'),
  periods_per_week numeric(4, 1) NOT NULL CHECK (periods_per_week BETWEEN 0 AND 20),
  group_size smallint NOT NULL CHECK (group_size BETWEEN 1 AND 500),
  funding text NOT NULL CHECK (funding IN ('stateBudget', 'otherLegal', 'pupilFee'))
);
COMMENT ON TABLE education_plan.second_session IS 'What session 2 is used for, by grade: content, subject of the three groups, periods a week, pupils in a group, who pays.';

CREATE TABLE education_plan.activity (
  id uuid PRIMARY KEY, plan_id uuid NOT NULL, unit_id uuid NOT NULL REFERENCES organisation.unit (id),
  department_id uuid NOT NULL REFERENCES organisation.unit (id), copied_from uuid, position smallint NOT NULL,
  title text NOT NULL CHECK (length(title) BETWEEN 1 AND 300),
  grades text CHECK (length(grades) <= 60),
  starts_on date NOT NULL,
  ends_on date NOT NULL,
  lead text CHECK (length(lead) <= 200),
  place text CHECK (length(place) <= 200),
  topics text CHECK (length(topics) <= 300),
  CHECK (starts_on <= ends_on)
);
COMMENT ON TABLE education_plan.activity IS 'Activities and fixed days of the school year, with grades, who leads, place and integrated topics.';

CREATE TABLE education_plan.integrated_topic (
  id uuid PRIMARY KEY, plan_id uuid NOT NULL, unit_id uuid NOT NULL REFERENCES organisation.unit (id),
  department_id uuid NOT NULL REFERENCES organisation.unit (id), copied_from uuid, position smallint NOT NULL,
  grade smallint NOT NULL CHECK (grade BETWEEN 6 AND 12),
  subject_code text NOT NULL CHECK (subject_code ~ '^[A-Z0-9]{2,8}$'),
  topic text NOT NULL CHECK (length(topic) BETWEEN 1 AND 200),
  periods smallint NOT NULL CHECK (periods BETWEEN 0 AND 200)
);
COMMENT ON TABLE education_plan.integrated_topic IS 'Topics taught within a subject (safety, digital competence, environment…): grade, subject, periods.';

CREATE TABLE education_plan.team_plan (
  id uuid PRIMARY KEY,
  plan_id uuid NOT NULL,
  unit_id uuid NOT NULL REFERENCES organisation.unit (id),
  department_id uuid NOT NULL REFERENCES organisation.unit (id),
  state text NOT NULL DEFAULT 'draft' CHECK (state IN ('draft', 'proposed', 'returned', 'accepted')),
  note text CHECK (length(note) BETWEEN 1 AND 2000),
  proposed_by uuid REFERENCES identity.account (id),
  proposed_at timestamptz,
  version integer NOT NULL DEFAULT 1,
  UNIQUE (plan_id, unit_id)
);
COMMENT ON TABLE education_plan.team_plan IS 'Part of a subject team (unit_id) in the plan: Annexes 1 and 2, from draft to accepted by the principal.';
CREATE INDEX team_plan_proposed_by ON education_plan.team_plan (proposed_by);

CREATE TABLE education_plan.lesson (
  id uuid PRIMARY KEY, plan_id uuid NOT NULL, unit_id uuid NOT NULL REFERENCES organisation.unit (id),
  department_id uuid NOT NULL REFERENCES organisation.unit (id), copied_from uuid, position smallint NOT NULL,
  grade smallint NOT NULL CHECK (grade BETWEEN 6 AND 12),
  subject_code text NOT NULL CHECK (subject_code ~ '^[A-Z0-9]{2,8}$'),
  title text NOT NULL CHECK (length(title) BETWEEN 1 AND 300),
  periods smallint NOT NULL CHECK (periods BETWEEN 1 AND 100),
  week smallint NOT NULL CHECK (week BETWEEN 1 AND 35),
  requirement text CHECK (length(requirement) <= 2000),
  equipment text CHECK (length(equipment) <= 500),
  room text CHECK (length(room) <= 100)
);
COMMENT ON TABLE education_plan.lesson IS 'Annex 1: distribution of the programme (PPCT) of a subject and grade; unit_id is the subject team.';

CREATE TABLE education_plan.periodic_test (
  id uuid PRIMARY KEY, plan_id uuid NOT NULL, unit_id uuid NOT NULL REFERENCES organisation.unit (id),
  department_id uuid NOT NULL REFERENCES organisation.unit (id), copied_from uuid, position smallint NOT NULL,
  grade smallint NOT NULL CHECK (grade BETWEEN 6 AND 12),
  subject_code text NOT NULL CHECK (subject_code ~ '^[A-Z0-9]{2,8}$'),
  kind text NOT NULL CHECK (kind IN ('midterm1', 'final1', 'midterm2', 'final2')),
  minutes smallint NOT NULL CHECK (minutes BETWEEN 15 AND 240),
  week smallint NOT NULL CHECK (week BETWEEN 1 AND 35),
  requirement text CHECK (length(requirement) <= 2000),
  form text CHECK (length(form) <= 200)
);
COMMENT ON TABLE education_plan.periodic_test IS 'Annex 1: mid-term and final tests of a subject and grade; unit_id is the subject team.';

CREATE TABLE education_plan.team_activity (
  id uuid PRIMARY KEY, plan_id uuid NOT NULL, unit_id uuid NOT NULL REFERENCES organisation.unit (id),
  department_id uuid NOT NULL REFERENCES organisation.unit (id), copied_from uuid, position smallint NOT NULL,
  grade smallint NOT NULL CHECK (grade BETWEEN 6 AND 12),
  title text NOT NULL CHECK (length(title) BETWEEN 1 AND 300),
  requirement text CHECK (length(requirement) <= 2000),
  periods smallint NOT NULL CHECK (periods BETWEEN 1 AND 100),
  held text NOT NULL CHECK (length(held) BETWEEN 1 AND 100),
  place text CHECK (length(place) <= 200),
  lead text CHECK (length(lead) <= 200),
  partners text CHECK (length(partners) <= 200),
  conditions text CHECK (length(conditions) <= 500)
);
COMMENT ON TABLE education_plan.team_activity IS 'Annex 2: educational activities of a subject team (unit_id).';

CREATE TABLE education_plan.teacher_lesson (
  id uuid PRIMARY KEY,
  plan_id uuid NOT NULL,
  unit_id uuid NOT NULL REFERENCES organisation.unit (id),
  department_id uuid NOT NULL REFERENCES organisation.unit (id),
  staff_id uuid NOT NULL REFERENCES people.staff_member (id) ON DELETE CASCADE,
  lesson_id uuid NOT NULL REFERENCES education_plan.lesson (id) ON DELETE CASCADE,
  week smallint NOT NULL CHECK (week BETWEEN 1 AND 35),
  equipment text CHECK (length(equipment) <= 500),
  place text CHECK (length(place) <= 200),
  UNIQUE (staff_id, lesson_id),
  FOREIGN KEY (unit_id, plan_id) REFERENCES education_plan.plan (unit_id, id) ON DELETE CASCADE
);
COMMENT ON TABLE education_plan.teacher_lesson IS 'Annex 3: a teacher''s own plan, drawn from the lessons of Annex 1; week, equipment and place are the teacher''s.';
CREATE INDEX teacher_lesson_plan ON education_plan.teacher_lesson (unit_id, plan_id, staff_id);
CREATE INDEX teacher_lesson_lesson ON education_plan.teacher_lesson (lesson_id);

CREATE TABLE education_plan.finding (
  id uuid PRIMARY KEY,
  plan_id uuid NOT NULL,
  unit_id uuid NOT NULL REFERENCES organisation.unit (id),
  department_id uuid NOT NULL REFERENCES organisation.unit (id),
  position smallint NOT NULL,
  rule text NOT NULL,
  severity text NOT NULL CHECK (severity IN ('mustFix', 'warning')),
  place text NOT NULL,
  message text NOT NULL,
  FOREIGN KEY (unit_id, plan_id) REFERENCES education_plan.plan (unit_id, id) ON DELETE CASCADE
);
COMMENT ON TABLE education_plan.finding IS 'What the checks found in a plan at its last change, for the board and the indicators.';
CREATE INDEX finding_plan ON education_plan.finding (unit_id, plan_id);

CREATE TABLE education_plan.reading (
  plan_id uuid NOT NULL,
  account_id uuid NOT NULL REFERENCES identity.account (id) ON DELETE CASCADE,
  unit_id uuid NOT NULL REFERENCES organisation.unit (id),
  department_id uuid NOT NULL REFERENCES organisation.unit (id),
  role text NOT NULL,
  read_at timestamptz NOT NULL,
  PRIMARY KEY (plan_id, account_id),
  FOREIGN KEY (unit_id, plan_id) REFERENCES education_plan.plan (unit_id, id) ON DELETE CASCADE
);
COMMENT ON TABLE education_plan.reading IS 'Who has confirmed having read a published plan.';
CREATE INDEX reading_plan ON education_plan.reading (unit_id, plan_id);
CREATE INDEX reading_account ON education_plan.reading (account_id);

CREATE TABLE education_plan.guidance (
  id uuid PRIMARY KEY,
  unit_id uuid NOT NULL REFERENCES organisation.unit (id),
  department_id uuid NOT NULL REFERENCES organisation.unit (id),
  school_year_id uuid NOT NULL REFERENCES organisation.school_year (id),
  title text NOT NULL CHECK (length(title) BETWEEN 1 AND 200),
  body text NOT NULL CHECK (length(body) BETWEEN 1 AND 20000),
  publish_by date,
  sections jsonb NOT NULL DEFAULT '[]',
  published_at timestamptz,
  version integer NOT NULL DEFAULT 1,
  UNIQUE (unit_id, school_year_id)
);
COMMENT ON TABLE education_plan.guidance IS 'Guidance of the department or a commune for the plans of a year, the day they must be published by, and the texts schools start from.';
COMMENT ON COLUMN education_plan.guidance.sections IS 'Template of the texts: [{"title": "…", "body": "…"}]; empty: the frame of the system.';
CREATE INDEX guidance_year ON education_plan.guidance (school_year_id);
CREATE INDEX guidance_department ON education_plan.guidance (department_id);

-- Pupils and parents see what is published; whoever only teaches too. A team lead works in the open plan of the school.
SELECT organisation.protect('education_plan.plan', own_rows => $$unit_id = (SELECT people.my_school()) AND state IN ('published', 'superseded')$$);
CREATE POLICY colleagues ON education_plan.plan FOR SELECT TO hoaban_runtime USING (
  unit_id = (SELECT people.my_workplace()) AND (SELECT organisation.acting_role()) = 'teamLead');
-- Proposing a part counts the plan up; the action says which columns.
DO $$
DECLARE
  part text;
BEGIN
  FOREACH part IN ARRAY ARRAY['section', 'target', 'subject_periods', 'day_load', 'second_session', 'activity', 'integrated_topic'] LOOP
    EXECUTE format('ALTER TABLE education_plan.%I ADD FOREIGN KEY (unit_id, plan_id) REFERENCES education_plan.plan (unit_id, id) ON DELETE CASCADE', part);
    EXECUTE format('CREATE INDEX %I ON education_plan.%I (unit_id, plan_id, position)', part || '_plan', part);
  END LOOP;
  FOREACH part IN ARRAY ARRAY['lesson', 'periodic_test', 'team_activity', 'team_plan'] LOOP
    EXECUTE format('ALTER TABLE education_plan.%I ADD FOREIGN KEY (plan_id) REFERENCES education_plan.plan (id) ON DELETE CASCADE', part);
    EXECUTE format('CREATE INDEX %I ON education_plan.%I (plan_id, unit_id)', part || '_plan', part);
    EXECUTE format('CREATE INDEX %I ON education_plan.%I (unit_id)', part || '_unit', part);
  END LOOP;
  FOREACH part IN ARRAY ARRAY['section', 'target', 'subject_periods', 'day_load', 'second_session', 'activity', 'integrated_topic', 'lesson',
    'periodic_test', 'team_activity', 'team_plan', 'finding'] LOOP
    EXECUTE format('CREATE INDEX %I ON education_plan.%I (department_id)', part || '_department', part);
    PERFORM organisation.protect(format('education_plan.%I', part)::regclass, own_rows => 'plan_id IN (SELECT seen.id FROM education_plan.plan seen)');
    EXECUTE format($policy$CREATE POLICY colleagues ON education_plan.%I FOR SELECT TO hoaban_runtime USING (
      (SELECT organisation.acting_role()) = 'teamLead' AND plan_id IN (SELECT seen.id FROM education_plan.plan seen))$policy$, part);
    EXECUTE format('GRANT SELECT, INSERT, UPDATE, DELETE ON education_plan.%I TO hoaban_runtime', part);
  END LOOP;
END $$;
CREATE INDEX teacher_lesson_department ON education_plan.teacher_lesson (department_id);
CREATE INDEX reading_department ON education_plan.reading (department_id);

SELECT organisation.protect('education_plan.teacher_lesson',
  own_rows => 'staff_id IN (SELECT s.id FROM people.staff_member s WHERE s.account_id = (SELECT organisation.current_account()))');
CREATE POLICY own_account ON education_plan.teacher_lesson TO hoaban_runtime
  USING (staff_id IN (SELECT s.id FROM people.staff_member s WHERE s.account_id = (SELECT organisation.current_account())));
CREATE POLICY team_lead ON education_plan.teacher_lesson FOR SELECT TO hoaban_runtime USING (
  (SELECT organisation.acting_role()) = 'teamLead' AND staff_id IN (SELECT s.id FROM people.staff_member s WHERE s.team_id = (SELECT organisation.current_unit())));
SELECT organisation.protect('education_plan.reading', own_rows => 'account_id = (SELECT organisation.current_account())');
CREATE POLICY own_account ON education_plan.reading TO hoaban_runtime USING (account_id = (SELECT organisation.current_account()));
SELECT organisation.protect_department('education_plan.guidance', writable => $$
  (SELECT organisation.current_scope()) = 'department' OR (SELECT organisation.current_scope()) = 'subtree' AND unit_id = (SELECT organisation.current_unit())$$);
GRANT SELECT, INSERT, UPDATE, DELETE ON education_plan.plan, education_plan.teacher_lesson TO hoaban_runtime;
GRANT SELECT, INSERT ON education_plan.reading TO hoaban_runtime;
GRANT SELECT, INSERT, UPDATE ON education_plan.guidance TO hoaban_runtime;

-- What a published plan shows to everybody without signing in: no person is named.
CREATE FUNCTION education_plan.public_plan(school_code text, year_name text) RETURNS jsonb
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = education_plan, pg_temp AS $$
  SELECT jsonb_build_object('school', u.name, 'schoolYear', y.name, 'revision', p.revision, 'publishedAt', p.published_at,
    'amendmentReason', p.amendment_reason, 'lessonsFrom', p.lessons_from, 'semester1To', p.semester1_to, 'semester2From', p.semester2_from,
    'lessonsTo', p.lessons_to, 'figures', p.figures,
    'sections', (SELECT coalesce(jsonb_agg(jsonb_build_object('title', s.title, 'body', s.body) ORDER BY s.position), '[]') FROM section s WHERE s.plan_id = p.id),
    'targets', (SELECT coalesce(jsonb_agg(jsonb_build_object('grade', t.grade, 'label', t.label, 'value', t.value, 'unit', t.unit) ORDER BY t.position), '[]')
      FROM target t WHERE t.plan_id = p.id),
    'periods', (SELECT coalesce(jsonb_agg(jsonb_build_object('grade', s.grade, 'className', c.name, 'subjectCode', s.subject_code,
      'semester1', s.semester1, 'semester2', s.semester2) ORDER BY s.position), '[]')
      FROM subject_periods s LEFT JOIN people.school_class c ON c.id = s.class_id WHERE s.plan_id = p.id),
    'secondSession', (SELECT coalesce(jsonb_agg(jsonb_build_object('grade', s.grade, 'content', s.content, 'subjectCode', s.subject_code,
      'periodsPerWeek', s.periods_per_week, 'groupSize', s.group_size, 'funding', s.funding) ORDER BY s.position), '[]')
      FROM second_session s WHERE s.plan_id = p.id),
    'activities', (SELECT coalesce(jsonb_agg(jsonb_build_object('title', a.title, 'grades', a.grades, 'startsOn', a.starts_on, 'endsOn', a.ends_on,
      'place', a.place) ORDER BY a.starts_on, a.position), '[]') FROM activity a WHERE a.plan_id = p.id))
  FROM plan p JOIN organisation.unit u ON u.id = p.unit_id JOIN organisation.school_year y ON y.id = p.school_year_id
  WHERE u.kind = 'school' AND u.code = school_code AND p.state = 'published' AND (y.name = year_name OR year_name IS NULL AND y.is_current)
  ORDER BY p.published_at DESC LIMIT 1
$$;

-- Pupils of each class in numbers: the ethnic group is sensitive, its count is not. For those who reach the school or work there.
CREATE FUNCTION education_plan.pupil_figures(school uuid, year_id uuid) RETURNS TABLE (class_id uuid, pupils integer, female integer, ethnic integer)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = education_plan, pg_temp AS $$
  SELECT e.class_id, count(*)::int, count(*) FILTER (WHERE p.sex = 'female')::int, count(*) FILTER (WHERE v.ethnic_group <> '01')::int
  FROM people.enrolment e JOIN people.pupil p ON p.id = e.pupil_id LEFT JOIN people.pupil_private v ON v.pupil_id = e.pupil_id
  WHERE e.unit_id = school AND e.school_year_id = year_id AND e.ends_on IS NULL AND e.department_id = organisation.current_department()
    AND (organisation.current_scope() = 'department' OR school = people.my_workplace()
      OR organisation.current_scope() = 'subtree' AND EXISTS (SELECT FROM organisation.unit_reach r
        WHERE r.ancestor_id = organisation.current_unit() AND r.descendant_id = school))
  GROUP BY e.class_id
$$;

-- How many of each role could read the plan of a school: the base of the read receipts.
CREATE FUNCTION education_plan.readers(school uuid) RETURNS TABLE (role text, people bigint)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = education_plan, pg_temp AS $$
  SELECT r.role, count(DISTINCT r.account_id) FROM identity.role_assignment r
  JOIN organisation.unit u ON u.id = r.unit_id AND (u.id = school OR u.parent_id = school)
  WHERE u.department_id = organisation.current_department() AND r.ends_on IS NULL
    AND r.role IN ('teamLead', 'teacher', 'homeroomTeacher', 'pupil', 'guardian') GROUP BY r.role
$$;

SELECT audit.watch('education_plan.plan');
SELECT audit.watch('education_plan.section', inserts => false);
SELECT audit.watch('education_plan.target', inserts => false);
SELECT audit.watch('education_plan.subject_periods', inserts => false);
SELECT audit.watch('education_plan.day_load', inserts => false);
SELECT audit.watch('education_plan.second_session', inserts => false);
SELECT audit.watch('education_plan.activity', inserts => false);
SELECT audit.watch('education_plan.integrated_topic', inserts => false);
SELECT audit.watch('education_plan.team_plan');
SELECT audit.watch('education_plan.lesson', inserts => false);
SELECT audit.watch('education_plan.periodic_test', inserts => false);
SELECT audit.watch('education_plan.team_activity', inserts => false);
SELECT audit.watch('education_plan.teacher_lesson', inserts => false);
SELECT audit.watch('education_plan.guidance');
