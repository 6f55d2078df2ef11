-- Lesson plans of teachers with their materials, the lesson log of each class, its weekly signatures, and notes from observing lessons.
CREATE SCHEMA lessons;
GRANT USAGE ON SCHEMA lessons TO hoaban_runtime;

-- The staff record of the person asking, whichever of the teaching roles she acts in; heads of a school teach too.
CREATE FUNCTION lessons.my_staff() RETURNS SETOF uuid LANGUAGE sql STABLE SECURITY DEFINER SET search_path = lessons, pg_temp ROWS 1 AS $$
  SELECT s.id FROM people.staff_member s WHERE s.account_id = organisation.current_account()
    AND organisation.acting_role() IN ('teacher', 'homeroomTeacher', 'teamLead', 'principal', 'vicePrincipal')
$$;

-- The subject team of the person asking, as teacher: whose shared plans she reads.
CREATE FUNCTION lessons.my_team() RETURNS uuid LANGUAGE sql STABLE SECURITY DEFINER SET search_path = lessons, pg_temp AS $$
  SELECT s.team_id FROM people.staff_member s WHERE s.account_id = organisation.current_account()
    AND organisation.acting_role() IN ('teacher', 'homeroomTeacher', 'teamLead')
$$;

CREATE TABLE lessons.lesson_plan (
  id uuid PRIMARY KEY,
  unit_id uuid NOT NULL REFERENCES organisation.unit (id),
  department_id uuid NOT NULL REFERENCES organisation.unit (id),
  school_year_id uuid NOT NULL REFERENCES organisation.school_year (id),
  staff_id uuid NOT NULL REFERENCES people.staff_member (id),
  programme_lesson_id uuid REFERENCES education_plan.lesson (id) ON DELETE SET NULL,
  copied_from uuid REFERENCES lessons.lesson_plan (id) ON DELETE SET NULL,
  subject_code text NOT NULL CHECK (subject_code ~ '^[A-Z0-9]{2,8}$'),
  grade smallint NOT NULL CHECK (grade BETWEEN 6 AND 12),
  title text NOT NULL CHECK (length(title) BETWEEN 1 AND 300 AND title = btrim(title)),
  periods smallint NOT NULL CHECK (periods BETWEEN 1 AND 100),
  week smallint CHECK (week BETWEEN 1 AND 35),
  knowledge text NOT NULL DEFAULT '' CHECK (length(knowledge) <= 4000),
  competence text NOT NULL DEFAULT '' CHECK (length(competence) <= 4000),
  qualities text NOT NULL DEFAULT '' CHECK (length(qualities) <= 4000),
  equipment text NOT NULL DEFAULT '' CHECK (length(equipment) <= 4000),
  activities jsonb NOT NULL CHECK (jsonb_typeof(activities) = 'array' AND jsonb_array_length(activities) = 4 AND length(activities::text) <= 200000),
  methods text[] NOT NULL DEFAULT '{}' CHECK (cardinality(methods) <= 20),
  topics text[] NOT NULL DEFAULT '{}' CHECK (cardinality(topics) <= 20),
  state text NOT NULL DEFAULT 'draft' CHECK (state IN ('draft', 'proposed', 'returned', 'approved')),
  shared boolean NOT NULL DEFAULT false,
  note text CHECK (length(note) BETWEEN 1 AND 2000),
  changed_at timestamptz NOT NULL,
  proposed_at timestamptz,
  decided_by uuid REFERENCES identity.account (id),
  decided_at timestamptz,
  version integer NOT NULL DEFAULT 1,
  UNIQUE (unit_id, id),
  CHECK (state NOT IN ('returned', 'approved') OR (decided_by IS NOT NULL AND decided_at IS NOT NULL)),
  CHECK (state <> 'returned' OR note IS NOT NULL),
  CHECK (state = 'draft' OR proposed_at IS NOT NULL)
);
COMMENT ON TABLE lessons.lesson_plan IS 'Lesson plan (kế hoạch bài dạy, Annex 4 of CV 5512): objectives, four activities, methods and integrated topics as tags; from draft to approved by the group head. unit_id is the subject team, else the school.';
COMMENT ON COLUMN lessons.lesson_plan.activities IS 'Opening, new knowledge, practice, application: [{"objective", "content", "product", "organisation"}] of four.';
CREATE UNIQUE INDEX lesson_plan_one ON lessons.lesson_plan (staff_id, programme_lesson_id) WHERE programme_lesson_id IS NOT NULL;
CREATE INDEX lesson_plan_staff ON lessons.lesson_plan (staff_id, school_year_id);
CREATE INDEX lesson_plan_unit ON lessons.lesson_plan (unit_id, school_year_id, state);
CREATE INDEX lesson_plan_department ON lessons.lesson_plan (department_id, school_year_id);
CREATE INDEX lesson_plan_year ON lessons.lesson_plan (school_year_id);
CREATE INDEX lesson_plan_programme ON lessons.lesson_plan (programme_lesson_id);
CREATE INDEX lesson_plan_copied ON lessons.lesson_plan (copied_from);
CREATE INDEX lesson_plan_decided_by ON lessons.lesson_plan (decided_by);

CREATE TABLE lessons.material (
  id uuid PRIMARY KEY,
  lesson_plan_id uuid NOT NULL,
  unit_id uuid NOT NULL REFERENCES organisation.unit (id),
  department_id uuid NOT NULL REFERENCES organisation.unit (id),
  kind text NOT NULL CHECK (kind IN ('document', 'file', 'link')),
  title text NOT NULL CHECK (length(title) BETWEEN 1 AND 200),
  link text CHECK (link ~ '^https?://' AND length(link) <= 1000),
  media_type text,
  bytes integer CHECK (bytes > 0),
  sha256 text CHECK (sha256 ~ '^[0-9a-f]{64}$'),
  added_at timestamptz NOT NULL,
  CHECK ((kind = 'link') = (link IS NOT NULL)),
  CHECK (num_nonnulls(media_type, bytes, sha256) = CASE kind WHEN 'link' THEN 0 ELSE 3 END),
  FOREIGN KEY (unit_id, lesson_plan_id) REFERENCES lessons.lesson_plan (unit_id, id) ON DELETE CASCADE
);
COMMENT ON TABLE lessons.material IS 'What belongs to a lesson plan: the plan itself as a Word file (document), digital materials as files and links.';
CREATE INDEX material_plan ON lessons.material (unit_id, lesson_plan_id);
CREATE INDEX material_of ON lessons.material (lesson_plan_id);
CREATE INDEX material_department ON lessons.material (department_id);

CREATE TABLE lessons.log_entry (
  id uuid PRIMARY KEY,
  unit_id uuid NOT NULL REFERENCES organisation.unit (id),
  department_id uuid NOT NULL REFERENCES organisation.unit (id),
  school_year_id uuid NOT NULL REFERENCES organisation.school_year (id),
  class_id uuid NOT NULL,
  week smallint NOT NULL CHECK (week BETWEEN 1 AND 60),
  day date NOT NULL,
  half text NOT NULL CHECK (half IN ('morning', 'afternoon')),
  period smallint NOT NULL CHECK (period BETWEEN 1 AND 7),
  subject_code text CHECK (subject_code ~ '^[A-Z0-9]{2,8}$'),
  strand text NOT NULL DEFAULT '' CHECK (strand ~ '^[a-zA-Z]{0,20}$'),
  staff_id uuid NOT NULL REFERENCES people.staff_member (id),
  stands_in boolean NOT NULL DEFAULT false,
  programme_lesson_id uuid REFERENCES education_plan.lesson (id) ON DELETE SET NULL,
  programme_period smallint CHECK (programme_period BETWEEN 1 AND 1000),
  title text NOT NULL CHECK (length(title) BETWEEN 1 AND 300),
  held text NOT NULL CHECK (held IN ('taught', 'online', 'notTaught')),
  remark text NOT NULL DEFAULT '' CHECK (length(remark) <= 1000),
  homework text NOT NULL DEFAULT '' CHECK (length(homework) <= 1000),
  rating text CHECK (rating ~ '^([A-D]|10|[0-9])$'),
  late_reason text CHECK (length(late_reason) BETWEEN 1 AND 500),
  logged_by uuid NOT NULL REFERENCES identity.account (id),
  logged_at timestamptz NOT NULL,
  version integer NOT NULL DEFAULT 1,
  UNIQUE (class_id, day, half, period),
  CHECK (held <> 'notTaught' OR remark <> ''),
  FOREIGN KEY (unit_id, class_id) REFERENCES people.school_class (unit_id, id)
);
COMMENT ON TABLE lessons.log_entry IS 'Lesson log (sổ đầu bài): what was taught to a class in a period, by whom, remark, homework and rating. Who was absent stands in gradebook.absence.';
COMMENT ON COLUMN lessons.log_entry.rating IS 'A to D, or 0 to 10: as the school rates a lesson (settings).';
COMMENT ON COLUMN lessons.log_entry.programme_period IS 'Number of the period in the distribution of the programme (tiết thứ), counted from 1 in the year.';
CREATE INDEX log_entry_class ON lessons.log_entry (unit_id, class_id, week);
CREATE INDEX log_entry_staff ON lessons.log_entry (staff_id, day);
CREATE INDEX log_entry_year ON lessons.log_entry (school_year_id, class_id, subject_code);
CREATE INDEX log_entry_department ON lessons.log_entry (department_id);
CREATE INDEX log_entry_programme ON lessons.log_entry (programme_lesson_id);
CREATE INDEX log_entry_logged_by ON lessons.log_entry (logged_by);

CREATE TABLE lessons.week_signature (
  id uuid PRIMARY KEY,
  unit_id uuid NOT NULL REFERENCES organisation.unit (id),
  department_id uuid NOT NULL REFERENCES organisation.unit (id),
  school_year_id uuid NOT NULL REFERENCES organisation.school_year (id),
  class_id uuid NOT NULL,
  week smallint NOT NULL CHECK (week BETWEEN 1 AND 60),
  part text NOT NULL CHECK (part IN ('homeroom', 'principal')),
  signed_by uuid NOT NULL REFERENCES identity.account (id),
  signed_at timestamptz NOT NULL,
  missing smallint NOT NULL CHECK (missing >= 0),
  note text NOT NULL DEFAULT '' CHECK (length(note) <= 1000),
  UNIQUE (class_id, week, part),
  CHECK (missing = 0 OR note <> ''),
  FOREIGN KEY (unit_id, class_id) REFERENCES people.school_class (unit_id, id)
);
COMMENT ON TABLE lessons.week_signature IS 'A week of the lesson log seen and signed off, first by the homeroom teacher, then by a head of the school; from then on its entries stay as they are.';
CREATE INDEX week_signature_class ON lessons.week_signature (unit_id, class_id);
CREATE INDEX week_signature_year ON lessons.week_signature (school_year_id, unit_id, week);
CREATE INDEX week_signature_department ON lessons.week_signature (department_id);
CREATE INDEX week_signature_signed_by ON lessons.week_signature (signed_by);

CREATE TABLE lessons.observation (
  id uuid PRIMARY KEY,
  unit_id uuid NOT NULL REFERENCES organisation.unit (id),
  department_id uuid NOT NULL REFERENCES organisation.unit (id),
  school_year_id uuid NOT NULL REFERENCES organisation.school_year (id),
  observed_by uuid NOT NULL REFERENCES identity.account (id),
  staff_id uuid NOT NULL REFERENCES people.staff_member (id),
  class_id uuid NOT NULL,
  day date NOT NULL,
  half text NOT NULL CHECK (half IN ('morning', 'afternoon')),
  period smallint NOT NULL CHECK (period BETWEEN 1 AND 7),
  subject_code text CHECK (subject_code ~ '^[A-Z0-9]{2,8}$'),
  title text NOT NULL CHECK (length(title) BETWEEN 1 AND 300),
  notes text NOT NULL DEFAULT '' CHECK (length(notes) <= 8000),
  advice text NOT NULL DEFAULT '' CHECK (length(advice) <= 4000),
  shared_at timestamptz,
  version integer NOT NULL DEFAULT 1,
  FOREIGN KEY (unit_id, class_id) REFERENCES people.school_class (unit_id, id)
);
COMMENT ON TABLE lessons.observation IS 'Notes of whoever sat in on a lesson (dự giờ); read by the teacher observed and the heads once they are shared.';
CREATE INDEX observation_class ON lessons.observation (unit_id, class_id);
CREATE INDEX observation_observed_by ON lessons.observation (observed_by, day);
CREATE INDEX observation_staff ON lessons.observation (staff_id, day);
CREATE INDEX observation_year ON lessons.observation (school_year_id);
CREATE INDEX observation_department ON lessons.observation (department_id);

-- The author works in the own plans; who shares a team reads what is shared; the group head and the school's heads reach them by their unit.
SELECT organisation.protect('lessons.lesson_plan', own_rows => 'staff_id IN (SELECT lessons.my_staff())');
CREATE POLICY own_plans ON lessons.lesson_plan TO hoaban_runtime USING (staff_id IN (SELECT lessons.my_staff()));
CREATE POLICY shared_in_team ON lessons.lesson_plan FOR SELECT TO hoaban_runtime USING (shared AND unit_id = (SELECT lessons.my_team()));
SELECT organisation.protect('lessons.material',
  own_rows => 'lesson_plan_id IN (SELECT p.id FROM lessons.lesson_plan p WHERE p.staff_id IN (SELECT lessons.my_staff()))');
CREATE POLICY with_plan ON lessons.material FOR SELECT TO hoaban_runtime USING (lesson_plan_id IN (SELECT p.id FROM lessons.lesson_plan p));
CREATE POLICY own_plans ON lessons.material TO hoaban_runtime USING (
  lesson_plan_id IN (SELECT p.id FROM lessons.lesson_plan p WHERE p.staff_id IN (SELECT lessons.my_staff())));

-- The class book lies open in the classroom: everybody who works at the school reads it, the teacher of a lesson writes the own lines.
SELECT organisation.protect('lessons.log_entry');
CREATE POLICY colleagues ON lessons.log_entry FOR SELECT TO hoaban_runtime USING (unit_id = (SELECT people.my_workplace()));
CREATE POLICY own_lessons ON lessons.log_entry TO hoaban_runtime
  USING (unit_id = (SELECT people.my_workplace()) AND staff_id IN (SELECT lessons.my_staff()))
  WITH CHECK (unit_id = (SELECT people.my_workplace()) AND staff_id IN (SELECT lessons.my_staff()) AND logged_by = (SELECT organisation.current_account()));
SELECT organisation.protect('lessons.week_signature');
CREATE POLICY colleagues ON lessons.week_signature FOR SELECT TO hoaban_runtime USING (unit_id = (SELECT people.my_workplace()));
CREATE POLICY homeroom ON lessons.week_signature TO hoaban_runtime USING (
  part = 'homeroom' AND class_id IN (SELECT c.id FROM people.school_class c
    WHERE c.unit_id = (SELECT people.my_workplace()) AND c.homeroom_staff_id IN (SELECT lessons.my_staff())));
SELECT organisation.protect('lessons.observation');
CREATE POLICY own_notes ON lessons.observation TO hoaban_runtime
  USING (observed_by = (SELECT organisation.current_account()) AND unit_id = (SELECT people.my_workplace()));
CREATE POLICY observed ON lessons.observation FOR SELECT TO hoaban_runtime USING (
  shared_at IS NOT NULL AND staff_id IN (SELECT lessons.my_staff()));
-- What is not shared yet is the observer's alone, also against the heads of the school.
CREATE POLICY shared_only ON lessons.observation AS RESTRICTIVE TO hoaban_runtime USING (
  shared_at IS NOT NULL OR observed_by = (SELECT organisation.current_account()));

GRANT SELECT, INSERT, UPDATE, DELETE ON lessons.lesson_plan, lessons.log_entry, lessons.week_signature, lessons.observation TO hoaban_runtime;
GRANT SELECT, INSERT, DELETE ON lessons.material TO hoaban_runtime;

-- The last guard of a signed week: whoever writes, what a head of the school has signed stays.
CREATE FUNCTION lessons.refuse_signed() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = lessons, pg_temp AS $$
BEGIN
  IF EXISTS (SELECT FROM changed c JOIN week_signature s USING (class_id, week) WHERE s.part = 'principal') THEN
    RAISE EXCEPTION 'the week is signed' USING ERRCODE = 'insufficient_privilege';
  END IF;
  RETURN NULL;
END $$;
CREATE TRIGGER signed_insert AFTER INSERT ON lessons.log_entry REFERENCING NEW TABLE AS changed
  FOR EACH STATEMENT EXECUTE FUNCTION lessons.refuse_signed();
-- Not for the database itself, when a row of the programme that is referred to goes away.
CREATE TRIGGER signed_update AFTER UPDATE ON lessons.log_entry REFERENCING OLD TABLE AS changed
  FOR EACH STATEMENT WHEN (current_user = 'hoaban_runtime') EXECUTE FUNCTION lessons.refuse_signed();
CREATE TRIGGER signed_delete AFTER DELETE ON lessons.log_entry REFERENCING OLD TABLE AS changed
  FOR EACH STATEMENT EXECUTE FUNCTION lessons.refuse_signed();

SELECT audit.watch('lessons.lesson_plan');
SELECT audit.watch('lessons.material');
SELECT audit.watch('lessons.log_entry');
SELECT audit.watch('lessons.week_signature');
SELECT audit.watch('lessons.observation');
