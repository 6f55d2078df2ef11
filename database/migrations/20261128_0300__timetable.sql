-- The timetable: the week of a school (bells, sessions, what is closed, fixed events, wishes of the principal), timetables from candidate
-- to published, their lessons, and the searches that make them.
CREATE SCHEMA timetable;
GRANT USAGE ON SCHEMA timetable TO hoaban_runtime;

CREATE TABLE timetable.frame (
  unit_id uuid NOT NULL REFERENCES organisation.unit (id),
  department_id uuid NOT NULL REFERENCES organisation.unit (id),
  school_year_id uuid NOT NULL REFERENCES organisation.school_year (id),
  bells jsonb NOT NULL CHECK (jsonb_typeof(bells) = 'array' AND jsonb_array_length(bells) BETWEEN 1 AND 14),
  sessions jsonb NOT NULL CHECK (jsonb_typeof(sessions) = 'array' AND jsonb_array_length(sessions) <= 84),
  goals jsonb NOT NULL DEFAULT '{}' CHECK (jsonb_typeof(goals) = 'object'),
  version integer NOT NULL DEFAULT 1,
  PRIMARY KEY (unit_id, school_year_id)
);
COMMENT ON TABLE timetable.frame IS 'The week of a school: bells [{"half", "period", "startsAt", "endsAt"}], half days of each grade [{"grade", "weekday", "half", "session", "periods"}], goals {"teacherGaps": 0..4, …}. Without a row the school education plan and defaults count.';
CREATE INDEX frame_department ON timetable.frame (department_id);
CREATE INDEX frame_year ON timetable.frame (school_year_id);

CREATE TABLE timetable.subject_rule (
  unit_id uuid NOT NULL REFERENCES organisation.unit (id),
  department_id uuid NOT NULL REFERENCES organisation.unit (id),
  school_year_id uuid NOT NULL REFERENCES organisation.school_year (id),
  subject_code text NOT NULL CHECK (subject_code ~ '^[A-Z0-9]{2,8}$'),
  room_kind text CHECK (room_kind IN ('classroom', 'laboratory', 'computerRoom', 'musicRoom', 'artRoom', 'technologyRoom', 'languageRoom',
    'gym', 'playground', 'library', 'hall', 'other')),
  doubles smallint NOT NULL DEFAULT 0 CHECK (doubles BETWEEN 0 AND 5),
  most_per_day smallint NOT NULL DEFAULT 2 CHECK (most_per_day BETWEEN 1 AND 5),
  demanding boolean NOT NULL DEFAULT false,
  not_after_lunch boolean NOT NULL DEFAULT false,
  PRIMARY KEY (unit_id, school_year_id, subject_code)
);
COMMENT ON TABLE timetable.subject_rule IS 'How a school wants a subject laid: room it needs, double periods a week, most periods a day, demanding (early), never first after lunch.';
CREATE INDEX subject_rule_department ON timetable.subject_rule (department_id);
CREATE INDEX subject_rule_year ON timetable.subject_rule (school_year_id);

CREATE TABLE timetable.slot_wish (
  id uuid PRIMARY KEY,
  unit_id uuid NOT NULL REFERENCES organisation.unit (id),
  department_id uuid NOT NULL REFERENCES organisation.unit (id),
  school_year_id uuid NOT NULL REFERENCES organisation.school_year (id),
  staff_id uuid REFERENCES people.staff_member (id) ON DELETE CASCADE,
  class_id uuid REFERENCES people.school_class (id) ON DELETE CASCADE,
  room_id uuid REFERENCES people.room (id) ON DELETE CASCADE,
  weekday smallint NOT NULL CHECK (weekday BETWEEN 1 AND 7),
  half text NOT NULL CHECK (half IN ('morning', 'afternoon')),
  period smallint NOT NULL CHECK (period BETWEEN 1 AND 7),
  wish text NOT NULL CHECK (wish IN ('closed', 'avoid', 'prefer')),
  UNIQUE NULLS NOT DISTINCT (unit_id, school_year_id, staff_id, class_id, room_id, weekday, half, period),
  CHECK (num_nonnulls(staff_id, class_id, room_id) = 1)
);
COMMENT ON TABLE timetable.slot_wish IS 'Periods in which a teacher, class or room is closed, better avoided or preferred.';
CREATE INDEX slot_wish_year ON timetable.slot_wish (school_year_id);
CREATE INDEX slot_wish_department ON timetable.slot_wish (department_id);
CREATE INDEX slot_wish_staff ON timetable.slot_wish (staff_id);
CREATE INDEX slot_wish_class ON timetable.slot_wish (class_id);
CREATE INDEX slot_wish_room ON timetable.slot_wish (room_id);

CREATE TABLE timetable.event (
  id uuid PRIMARY KEY,
  unit_id uuid NOT NULL REFERENCES organisation.unit (id),
  department_id uuid NOT NULL REFERENCES organisation.unit (id),
  school_year_id uuid NOT NULL REFERENCES organisation.school_year (id),
  kind text NOT NULL CHECK (kind IN ('flag', 'class', 'activity', 'meeting')),
  name text NOT NULL CHECK (length(name) BETWEEN 1 AND 100 AND name = btrim(name)),
  weekday smallint NOT NULL CHECK (weekday BETWEEN 1 AND 7),
  half text NOT NULL CHECK (half IN ('morning', 'afternoon')),
  period smallint NOT NULL CHECK (period BETWEEN 1 AND 7),
  duration smallint NOT NULL DEFAULT 1 CHECK (duration BETWEEN 1 AND 5),
  grades smallint[] CHECK (cardinality(grades) BETWEEN 1 AND 7),
  team_id uuid REFERENCES organisation.unit (id),
  CHECK ((kind = 'meeting') OR team_id IS NULL)
);
COMMENT ON TABLE timetable.event IS 'Fixed events of the week: flag salute and class meeting (with the homeroom teacher, part of HĐTN), activity of some grades, meeting of a team or of all teachers.';
CREATE INDEX event_unit ON timetable.event (unit_id, school_year_id);
CREATE INDEX event_year ON timetable.event (school_year_id);
CREATE INDEX event_department ON timetable.event (department_id);
CREATE INDEX event_team ON timetable.event (team_id);

CREATE TABLE timetable.timetable (
  id uuid PRIMARY KEY,
  unit_id uuid NOT NULL REFERENCES organisation.unit (id),
  department_id uuid NOT NULL REFERENCES organisation.unit (id),
  school_year_id uuid NOT NULL REFERENCES organisation.school_year (id),
  name text NOT NULL CHECK (length(name) BETWEEN 1 AND 100 AND name = btrim(name)),
  state text NOT NULL CHECK (state IN ('candidate', 'draft', 'published', 'superseded')),
  semester smallint NOT NULL CHECK (semester IN (1, 2)),
  parent_id uuid REFERENCES timetable.timetable (id) ON DELETE SET NULL,
  weeks int4multirange NOT NULL DEFAULT '{}' CHECK (weeks <@ int4multirange(int4range(1, 61))),
  figures jsonb NOT NULL DEFAULT '{}',
  made_by uuid REFERENCES identity.account (id),
  made_at timestamptz NOT NULL,
  changed_at timestamptz NOT NULL,
  published_by uuid REFERENCES identity.account (id),
  published_at timestamptz,
  version integer NOT NULL DEFAULT 1,
  UNIQUE (unit_id, id),
  CHECK ((state IN ('published', 'superseded')) = (published_at IS NOT NULL)),
  CHECK ((state = 'published') = (NOT isempty(weeks))),
  -- In any week one timetable holds, whoever publishes and by whatever way.
  CONSTRAINT timetable_one_a_week EXCLUDE USING gist (unit_id public.gist_uuid_ops WITH =, school_year_id public.gist_uuid_ops WITH =,
    weeks WITH &&)
);
COMMENT ON TABLE timetable.timetable IS 'A timetable of a school: candidate (made by a search or import), draft (being edited), published for weeks, superseded.';
COMMENT ON COLUMN timetable.timetable.weeks IS 'Numbers of the school weeks in which it holds; a later publication takes weeks away.';
COMMENT ON COLUMN timetable.timetable.figures IS 'What it is like, counted at the last change: violations, unplaced, gaps of teachers and the like.';
CREATE INDEX timetable_year ON timetable.timetable (school_year_id, unit_id, state);
CREATE INDEX timetable_department ON timetable.timetable (department_id, school_year_id);
CREATE INDEX timetable_parent ON timetable.timetable (parent_id);
CREATE INDEX timetable_made_by ON timetable.timetable (made_by);
CREATE INDEX timetable_published_by ON timetable.timetable (published_by);

CREATE TABLE timetable.lesson (
  id uuid PRIMARY KEY,
  timetable_id uuid NOT NULL,
  unit_id uuid NOT NULL REFERENCES organisation.unit (id),
  department_id uuid NOT NULL REFERENCES organisation.unit (id),
  kind text NOT NULL CHECK (kind IN ('lesson', 'event', 'group')),
  session smallint NOT NULL CHECK (session IN (1, 2)),
  subject_code text CHECK (subject_code ~ '^[A-Z0-9]{2,8}$'),
  strand text NOT NULL DEFAULT '' CHECK (strand ~ '^[a-zA-Z]{0,20}$'),
  title text CHECK (length(title) BETWEEN 1 AND 100),
  study_group_id uuid REFERENCES needs_survey.study_group (id) ON DELETE SET NULL,
  duration smallint NOT NULL CHECK (duration BETWEEN 1 AND 5),
  weekday smallint CHECK (weekday BETWEEN 1 AND 7),
  half text CHECK (half IN ('morning', 'afternoon')),
  period smallint CHECK (period BETWEEN 1 AND 7),
  room_id uuid REFERENCES people.room (id),
  locked boolean NOT NULL DEFAULT false,
  UNIQUE (unit_id, timetable_id, id),
  CHECK (num_nonnulls(weekday, half, period) IN (0, 3)),
  CHECK (subject_code IS NOT NULL OR title IS NOT NULL),
  FOREIGN KEY (unit_id, timetable_id) REFERENCES timetable.timetable (unit_id, id) ON DELETE CASCADE
);
COMMENT ON TABLE timetable.lesson IS 'A lesson of a timetable and where it lies; without a day it is not placed yet. session 2: teaching by need, not the programme.';
CREATE INDEX lesson_timetable ON timetable.lesson (unit_id, timetable_id);
CREATE INDEX lesson_of ON timetable.lesson (timetable_id);
CREATE INDEX lesson_department ON timetable.lesson (department_id);
CREATE INDEX lesson_room ON timetable.lesson (room_id);
CREATE INDEX lesson_study_group ON timetable.lesson (study_group_id);

CREATE TABLE timetable.lesson_class (
  lesson_id uuid NOT NULL,
  class_id uuid NOT NULL REFERENCES people.school_class (id),
  timetable_id uuid NOT NULL,
  unit_id uuid NOT NULL REFERENCES organisation.unit (id),
  department_id uuid NOT NULL REFERENCES organisation.unit (id),
  PRIMARY KEY (lesson_id, class_id),
  FOREIGN KEY (unit_id, timetable_id, lesson_id) REFERENCES timetable.lesson (unit_id, timetable_id, id) ON DELETE CASCADE
);
COMMENT ON TABLE timetable.lesson_class IS 'Classes taught in a lesson; several when they are taught together.';
CREATE INDEX lesson_class_lesson ON timetable.lesson_class (unit_id, timetable_id, lesson_id);
CREATE INDEX lesson_class_class ON timetable.lesson_class (class_id, timetable_id);
CREATE INDEX lesson_class_department ON timetable.lesson_class (department_id);

CREATE TABLE timetable.lesson_staff (
  lesson_id uuid NOT NULL,
  staff_id uuid NOT NULL REFERENCES people.staff_member (id),
  timetable_id uuid NOT NULL,
  unit_id uuid NOT NULL REFERENCES organisation.unit (id),
  department_id uuid NOT NULL REFERENCES organisation.unit (id),
  PRIMARY KEY (lesson_id, staff_id),
  FOREIGN KEY (unit_id, timetable_id, lesson_id) REFERENCES timetable.lesson (unit_id, timetable_id, id) ON DELETE CASCADE
);
COMMENT ON TABLE timetable.lesson_staff IS 'Teachers of a lesson; several when they teach it together.';
CREATE INDEX lesson_staff_lesson ON timetable.lesson_staff (unit_id, timetable_id, lesson_id);
CREATE INDEX lesson_staff_staff ON timetable.lesson_staff (staff_id, timetable_id);
CREATE INDEX lesson_staff_department ON timetable.lesson_staff (department_id);

CREATE TABLE timetable.solve (
  id uuid PRIMARY KEY,
  unit_id uuid NOT NULL REFERENCES organisation.unit (id),
  department_id uuid NOT NULL REFERENCES organisation.unit (id),
  school_year_id uuid NOT NULL REFERENCES organisation.school_year (id),
  semester smallint NOT NULL CHECK (semester IN (1, 2)),
  state text NOT NULL DEFAULT 'waiting' CHECK (state IN ('waiting', 'running', 'stopping', 'done', 'stopped', 'impossible', 'failed')),
  seconds smallint NOT NULL CHECK (seconds BETWEEN 1 AND 3600),
  input jsonb NOT NULL,
  checkpoint jsonb,
  progress jsonb NOT NULL DEFAULT '[]' CHECK (jsonb_typeof(progress) = 'array'),
  findings jsonb NOT NULL DEFAULT '[]' CHECK (jsonb_typeof(findings) = 'array'),
  timetable_id uuid REFERENCES timetable.timetable (id) ON DELETE SET NULL,
  asked_by uuid NOT NULL REFERENCES identity.account (id),
  asked_at timestamptz NOT NULL,
  started_at timestamptz,
  ended_at timestamptz,
  spent_seconds numeric(7, 1) NOT NULL DEFAULT 0,
  attempts smallint NOT NULL DEFAULT 0,
  CHECK ((ended_at IS NOT NULL) = (state IN ('done', 'stopped', 'impossible', 'failed')))
);
COMMENT ON TABLE timetable.solve IS 'A search for a timetable: the school as it was asked about, how far it is, and the best so far, from which a killed search goes on.';
CREATE UNIQUE INDEX solve_one_at_a_time ON timetable.solve (unit_id) WHERE state IN ('waiting', 'running', 'stopping');
CREATE INDEX solve_unit ON timetable.solve (unit_id, asked_at DESC);
CREATE INDEX solve_department ON timetable.solve (department_id);
CREATE INDEX solve_year ON timetable.solve (school_year_id);
CREATE INDEX solve_timetable ON timetable.solve (timetable_id);
CREATE INDEX solve_asked_by ON timetable.solve (asked_by);

CREATE TABLE timetable.presence (
  timetable_id uuid NOT NULL,
  account_id uuid NOT NULL REFERENCES identity.account (id) ON DELETE CASCADE,
  unit_id uuid NOT NULL REFERENCES organisation.unit (id),
  department_id uuid NOT NULL REFERENCES organisation.unit (id),
  seen_at timestamptz NOT NULL,
  PRIMARY KEY (timetable_id, account_id),
  FOREIGN KEY (unit_id, timetable_id) REFERENCES timetable.timetable (unit_id, id) ON DELETE CASCADE
);
COMMENT ON TABLE timetable.presence IS 'Who has a timetable open for editing, and when last heard of.';
CREATE INDEX presence_timetable ON timetable.presence (unit_id, timetable_id);
CREATE INDEX presence_account ON timetable.presence (account_id);
CREATE INDEX presence_department ON timetable.presence (department_id);

-- Classes that the pupil asking, or the child of the guardian asking, sits in.
CREATE FUNCTION timetable.my_learning_classes() RETURNS SETOF uuid LANGUAGE sql STABLE SECURITY DEFINER SET search_path = timetable, pg_temp ROWS 3 AS $$
  SELECT e.class_id FROM people.enrolment e
  WHERE e.ends_on IS NULL AND organisation.acting_role() IN ('pupil', 'guardian') AND e.pupil_id IN (SELECT people.my_pupils())
$$;

-- What everybody of the school builds on; only its office writes.
DO $$
DECLARE
  part text;
BEGIN
  FOREACH part IN ARRAY ARRAY['frame', 'subject_rule', 'slot_wish', 'event'] LOOP
    PERFORM organisation.protect(format('timetable.%I', part)::regclass);
    EXECUTE format('CREATE POLICY colleagues ON timetable.%I FOR SELECT TO hoaban_runtime USING (unit_id = (SELECT people.my_workplace()))', part);
    EXECUTE format('GRANT SELECT, INSERT, UPDATE, DELETE ON timetable.%I TO hoaban_runtime', part);
  END LOOP;
END $$;
-- Bells are no secret of the staff: a pupil's week shows clock times.
CREATE POLICY learners ON timetable.frame FOR SELECT TO hoaban_runtime USING (
  unit_id = (SELECT people.my_school()) AND (SELECT organisation.acting_role()) IN ('pupil', 'guardian'));

-- Colleagues see what is published; pupils and guardians of it the lessons of their class.
SELECT organisation.protect('timetable.timetable');
CREATE POLICY colleagues ON timetable.timetable FOR SELECT TO hoaban_runtime USING (
  state IN ('published', 'superseded') AND unit_id = (SELECT people.my_school()));
SELECT organisation.protect('timetable.lesson_class');
CREATE POLICY colleagues ON timetable.lesson_class FOR SELECT TO hoaban_runtime USING (
  unit_id = (SELECT people.my_workplace()) AND timetable_id IN (SELECT seen.id FROM timetable.timetable seen));
CREATE POLICY learners ON timetable.lesson_class FOR SELECT TO hoaban_runtime USING (
  class_id IN (SELECT timetable.my_learning_classes()) AND timetable_id IN (SELECT seen.id FROM timetable.timetable seen));
DO $$
DECLARE
  part text;
BEGIN
  FOREACH part IN ARRAY ARRAY['lesson', 'lesson_staff'] LOOP
    PERFORM organisation.protect(format('timetable.%I', part)::regclass);
    EXECUTE format($policy$CREATE POLICY colleagues ON timetable.%I FOR SELECT TO hoaban_runtime USING (
      unit_id = (SELECT people.my_workplace()) AND timetable_id IN (SELECT seen.id FROM timetable.timetable seen))$policy$, part);
    EXECUTE format($policy$CREATE POLICY learners ON timetable.%I FOR SELECT TO hoaban_runtime USING (
      (SELECT organisation.acting_role()) IN ('pupil', 'guardian') AND %I IN (SELECT taught.lesson_id FROM timetable.lesson_class taught))$policy$,
      part, CASE part WHEN 'lesson' THEN 'id' ELSE 'lesson_id' END);
  END LOOP;
END $$;
SELECT organisation.protect('timetable.solve');
SELECT organisation.protect('timetable.presence');

GRANT SELECT, INSERT, UPDATE, DELETE ON timetable.timetable, timetable.lesson, timetable.lesson_class, timetable.lesson_staff, timetable.presence
  TO hoaban_runtime;
GRANT SELECT, INSERT, UPDATE ON timetable.solve TO hoaban_runtime;

-- Names of the teachers of the lessons that a pupil or guardian sees: nothing else of the staff.
CREATE FUNCTION timetable.teacher_names(table_id uuid) RETURNS TABLE (id uuid, name text)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = timetable, pg_temp AS $$
  SELECT DISTINCT s.id, s.full_name FROM timetable t
  JOIN lesson_class c ON c.timetable_id = t.id AND c.class_id IN (SELECT timetable.my_learning_classes())
  JOIN lesson_staff l ON l.lesson_id = c.lesson_id JOIN people.staff_member s ON s.id = l.staff_id
  WHERE t.id = table_id AND t.state IN ('published', 'superseded')
$$;

-- When teachers whom two schools share are taken in the published timetable of the other one: times only, not what is taught.
CREATE FUNCTION timetable.taken_elsewhere(year_id uuid, week smallint)
RETURNS TABLE (staff_id uuid, school text, weekday smallint, half text, period smallint, duration smallint)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = timetable, pg_temp AS $$
  SELECT s.staff_id, u.name, l.weekday, l.half, l.period, l.duration
  FROM timetable t JOIN lesson_staff s ON s.timetable_id = t.id JOIN lesson l ON l.id = s.lesson_id
  JOIN organisation.unit u ON u.id = t.unit_id
  WHERE t.school_year_id = year_id AND t.state = 'published' AND t.weeks @> week::integer AND l.weekday IS NOT NULL
    AND t.department_id = organisation.current_department() AND t.unit_id IS DISTINCT FROM people.my_school()
    AND s.staff_id IN (SELECT staffing.shared_staff())
$$;

-- Accounts of those who teach or learn at a school: whom a new timetable concerns. Asked by its office only.
CREATE FUNCTION timetable.readers(school uuid) RETURNS SETOF uuid LANGUAGE sql STABLE SECURITY DEFINER SET search_path = timetable, pg_temp AS $$
  SELECT DISTINCT r.account_id FROM identity.role_assignment r JOIN organisation.unit u ON u.id = r.unit_id AND (u.id = school OR u.parent_id = school)
  WHERE u.department_id = organisation.current_department() AND r.ends_on IS NULL AND organisation.current_scope() = 'subtree'
    AND school = people.my_school()
    AND r.role IN ('principal', 'vicePrincipal', 'clerk', 'teamLead', 'teacher', 'homeroomTeacher', 'pupil', 'guardian')
$$;

-- The secret address of a person's week for a calendar programme, in the role it was asked in. Only its hash is kept.
CREATE TABLE timetable.feed (
  token_hash bytea PRIMARY KEY,
  account_id uuid NOT NULL UNIQUE REFERENCES identity.account (id) ON DELETE CASCADE,
  unit_id uuid NOT NULL REFERENCES organisation.unit (id),
  department_id uuid NOT NULL REFERENCES organisation.unit (id),
  role text NOT NULL,
  made_at timestamptz NOT NULL
);
COMMENT ON TABLE timetable.feed IS 'Secret address of the iCalendar feed of a teacher''s, pupil''s or guardian''s week; nobody reads it, functions look it up.';
CREATE INDEX feed_unit ON timetable.feed (unit_id);
CREATE INDEX feed_department ON timetable.feed (department_id);
ALTER TABLE timetable.feed ENABLE ROW LEVEL SECURITY;
ALTER TABLE timetable.feed FORCE ROW LEVEL SECURITY;
CREATE POLICY owner_works ON timetable.feed TO hoaban_owner USING (true) WITH CHECK (true);

CREATE FUNCTION timetable.set_own_feed(token bytea, at timestamptz) RETURNS void
LANGUAGE sql SECURITY DEFINER SET search_path = timetable, pg_temp AS $$
  INSERT INTO feed VALUES (token, organisation.current_account(), organisation.current_unit(), organisation.current_department(),
    organisation.acting_role(), at)
  ON CONFLICT (account_id) DO UPDATE SET token_hash = token, unit_id = excluded.unit_id, role = excluded.role, made_at = at
$$;

-- Opens a read for a calendar programme that knows only the secret address: own rows, as long as the person still holds the role.
CREATE FUNCTION timetable.open_feed(token bytea, today date) RETURNS TABLE (display_name text)
LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = timetable, pg_temp AS $$
DECLARE asker record;
BEGIN
  SELECT a.id, a.display_name, f.department_id, f.unit_id, f.role INTO asker
  FROM feed f JOIN identity.account a ON a.id = f.account_id AND a.status = 'active'
  WHERE f.token_hash = token AND EXISTS (SELECT FROM identity.role_assignment r WHERE r.account_id = a.id AND r.unit_id = f.unit_id
    AND r.role = f.role AND r.starts_on <= today AND (r.ends_on IS NULL OR r.ends_on >= today));
  IF NOT FOUND THEN RETURN; END IF;
  PERFORM set_config('hoaban.account_id', asker.id::text, true), set_config('hoaban.department_id', asker.department_id::text, true),
          set_config('hoaban.unit_id', asker.unit_id::text, true), set_config('hoaban.role', asker.role, true),
          set_config('hoaban.scope', 'own', true);
  RETURN QUERY SELECT asker.display_name;
END $$;

SELECT audit.watch('timetable.frame');
SELECT audit.watch('timetable.subject_rule', inserts => false);
SELECT audit.watch('timetable.slot_wish', inserts => false);
SELECT audit.watch('timetable.event');
SELECT audit.watch('timetable.timetable');
SELECT audit.watch('timetable.lesson', inserts => false);
