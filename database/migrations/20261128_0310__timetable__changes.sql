-- Days on which the published timetable does not hold as it hangs: somebody away, a flood, teaching online; what is done
-- about each lesson, and who stands in.
CREATE TABLE timetable.disruption (
  id uuid PRIMARY KEY,
  unit_id uuid NOT NULL REFERENCES organisation.unit (id),
  department_id uuid NOT NULL REFERENCES organisation.unit (id),
  school_year_id uuid NOT NULL REFERENCES organisation.school_year (id),
  kind text NOT NULL CHECK (kind IN ('teacherAway', 'noSchool', 'online')),
  staff_id uuid REFERENCES people.staff_member (id),
  class_id uuid REFERENCES people.school_class (id),
  grade smallint CHECK (grade BETWEEN 6 AND 12),
  site_id uuid REFERENCES organisation.site (id),
  from_day date NOT NULL,
  to_day date NOT NULL,
  reason text NOT NULL CHECK (length(reason) BETWEEN 1 AND 300 AND reason = btrim(reason)),
  link text CHECK (link ~ '^https://' AND length(link) <= 500),
  made_by uuid NOT NULL REFERENCES identity.account (id),
  made_at timestamptz NOT NULL,
  ended_on date,
  version integer NOT NULL DEFAULT 1,
  UNIQUE (unit_id, id),
  CHECK (to_day BETWEEN from_day AND from_day + 120),
  CHECK (ended_on >= from_day),
  CHECK ((kind = 'teacherAway') = (staff_id IS NOT NULL)),
  CHECK (kind <> 'teacherAway' OR num_nonnulls(class_id, grade, site_id) = 0),
  CHECK (num_nonnulls(class_id, grade, site_id) <= 1),
  CHECK (link IS NULL OR kind = 'online')
);
COMMENT ON TABLE timetable.disruption IS 'Why the timetable does not hold on some days: teacher away, no school (flood, cold), teaching online of a class, grade, site or the school.';
COMMENT ON COLUMN timetable.disruption.ended_on IS 'First day on which it holds again, when that came before the planned end.';
CREATE INDEX disruption_unit ON timetable.disruption (unit_id, school_year_id, from_day DESC);
CREATE INDEX disruption_department ON timetable.disruption (department_id, from_day);
CREATE INDEX disruption_year ON timetable.disruption (school_year_id);
CREATE INDEX disruption_staff ON timetable.disruption (staff_id);
CREATE INDEX disruption_class ON timetable.disruption (class_id);
CREATE INDEX disruption_site ON timetable.disruption (site_id);
CREATE INDEX disruption_made_by ON timetable.disruption (made_by);

CREATE TABLE timetable.day_change (
  id uuid PRIMARY KEY,
  disruption_id uuid NOT NULL,
  unit_id uuid NOT NULL REFERENCES organisation.unit (id),
  department_id uuid NOT NULL REFERENCES organisation.unit (id),
  lesson_id uuid NOT NULL REFERENCES timetable.lesson (id) ON DELETE CASCADE,
  day date NOT NULL,
  kind text NOT NULL CHECK (kind IN ('substituted', 'cancelled', 'online', 'madeUp')),
  staff_id uuid REFERENCES people.staff_member (id),
  half text CHECK (half IN ('morning', 'afternoon')),
  period smallint CHECK (period BETWEEN 1 AND 7),
  made_up_on date,
  UNIQUE (lesson_id, day),
  CHECK ((kind = 'substituted') = (staff_id IS NOT NULL)),
  CHECK ((kind = 'madeUp') = (made_up_on IS NOT NULL)),
  CHECK (num_nonnulls(half, period, made_up_on) IN (0, 3)),
  FOREIGN KEY (unit_id, disruption_id) REFERENCES timetable.disruption (unit_id, id) ON DELETE CASCADE
);
COMMENT ON TABLE timetable.day_change IS 'What happens to a lesson on a day: somebody stands in, it falls away, is taught online, or is made up on another day and period.';
CREATE INDEX day_change_disruption ON timetable.day_change (unit_id, disruption_id);
CREATE INDEX day_change_day ON timetable.day_change (unit_id, day);
CREATE INDEX day_change_department ON timetable.day_change (department_id);
CREATE INDEX day_change_staff ON timetable.day_change (staff_id, day);

-- Colleagues see who stands in; pupils and guardians what happens to the lessons of their class. The reason of an absence stays in the office.
SELECT organisation.protect('timetable.disruption');
SELECT organisation.protect('timetable.day_change');
CREATE POLICY colleagues ON timetable.day_change FOR SELECT TO hoaban_runtime USING (unit_id = (SELECT people.my_workplace()));
CREATE POLICY learners ON timetable.day_change FOR SELECT TO hoaban_runtime USING (
  (SELECT organisation.acting_role()) IN ('pupil', 'guardian') AND lesson_id IN (SELECT taught.lesson_id FROM timetable.lesson_class taught));
GRANT SELECT, INSERT, UPDATE, DELETE ON timetable.disruption, timetable.day_change TO hoaban_runtime;
SELECT audit.watch('timetable.disruption');
SELECT audit.watch('timetable.day_change', inserts => false);

-- The link of an online lesson, for those who learn or teach in it: the rest of the disruption is not theirs to read.
CREATE FUNCTION timetable.online_links(changes uuid[]) RETURNS TABLE (disruption_id uuid, link text)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = timetable, pg_temp AS $$
  SELECT d.id, d.link FROM disruption d
  WHERE d.id = ANY (changes) AND d.kind = 'online' AND d.unit_id = people.my_school() AND d.link IS NOT NULL
$$;

-- Accounts concerned by lessons: their teachers, those who stand in, and the homeroom teachers, pupils and guardians of their classes.
CREATE FUNCTION timetable.concerned(lessons uuid[], staff uuid[], learners boolean) RETURNS SETOF uuid
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = timetable, pg_temp AS $$
  WITH taught AS (SELECT c.class_id FROM lesson_class c WHERE c.lesson_id = ANY (lessons) AND c.unit_id = people.my_school()
    AND organisation.current_scope() = 'subtree')
  SELECT s.account_id FROM people.staff_member s WHERE s.account_id IS NOT NULL AND organisation.current_scope() = 'subtree'
    AND s.department_id = organisation.current_department()
    AND (s.id = ANY (staff) OR s.id IN (SELECT l.staff_id FROM lesson_staff l WHERE l.lesson_id = ANY (lessons) AND l.unit_id = people.my_school())
      OR s.id IN (SELECT c.homeroom_staff_id FROM people.school_class c JOIN taught ON taught.class_id = c.id))
  UNION SELECT p.account_id FROM people.enrolment e JOIN taught ON taught.class_id = e.class_id AND e.ends_on IS NULL
    JOIN people.pupil p ON p.id = e.pupil_id WHERE learners AND p.account_id IS NOT NULL
  UNION SELECT g.account_id FROM people.enrolment e JOIN taught ON taught.class_id = e.class_id AND e.ends_on IS NULL
    JOIN people.guardian g ON g.pupil_id = e.pupil_id WHERE learners AND g.account_id IS NOT NULL
$$;
