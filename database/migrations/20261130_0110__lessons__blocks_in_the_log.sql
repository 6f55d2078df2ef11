-- Periods of elective blocks in the lesson log: the book of each group stands in the books of the classes its pupils come from.
ALTER TABLE lessons.group_entry
  ADD COLUMN programme_lesson_id uuid REFERENCES education_plan.lesson (id) ON DELETE SET NULL,
  ADD COLUMN programme_period smallint CHECK (programme_period BETWEEN 1 AND 1000),
  ADD COLUMN stands_in boolean NOT NULL DEFAULT false;
CREATE INDEX group_entry_programme ON lessons.group_entry (programme_lesson_id);
COMMENT ON COLUMN lessons.group_entry.programme_period IS 'Of a group of an elective block: number of the period in the distribution of the programme (tiết thứ).';
COMMENT ON TABLE lessons.group_entry IS 'Log of a group of session 2 or of an elective block: what was taught in a period, by whom, remark and homework.';

-- A block is of the programme: its lines are read like those of a class book. Who was away stays with the teacher and the office.
CREATE POLICY colleagues ON lessons.group_entry FOR SELECT TO hoaban_runtime USING (
  unit_id = (SELECT people.my_workplace())
  AND study_group_id IN (SELECT g.id FROM needs_survey.study_group g WHERE g.unit_id = (SELECT people.my_workplace()) AND g.block IS NOT NULL));

-- Whoever stands in for the teacher of a group writes its book too.
CREATE OR REPLACE FUNCTION lessons.my_groups() RETURNS SETOF uuid LANGUAGE sql STABLE SECURITY DEFINER SET search_path = lessons, pg_temp ROWS 5 AS $$
  SELECT g.id FROM needs_survey.study_group g WHERE g.unit_id = (SELECT people.my_school()) AND g.teacher_id IN (SELECT lessons.my_staff())
  UNION SELECT l.study_group_id FROM timetable.day_change x JOIN timetable.lesson l ON l.id = x.lesson_id AND l.study_group_id IS NOT NULL
    WHERE x.staff_id IN (SELECT lessons.my_staff()) AND x.unit_id = (SELECT people.my_school())
$$;
CREATE OR REPLACE FUNCTION lessons.group_roster(wanted uuid) RETURNS TABLE (pupil_id uuid, name text, class_name text)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = lessons, pg_temp AS $$
  SELECT p.id, p.full_name, c.name FROM needs_survey.study_group g JOIN needs_survey.group_member m ON m.unit_id = g.unit_id AND m.group_id = g.id
  JOIN people.pupil p ON p.id = m.pupil_id
  LEFT JOIN people.enrolment e ON e.pupil_id = p.id AND e.ends_on IS NULL AND e.unit_id = g.unit_id
  LEFT JOIN people.school_class c ON c.id = e.class_id
  WHERE g.id = wanted AND g.unit_id = (SELECT people.my_school())
    AND (organisation.acting_role() IN ('principal', 'vicePrincipal', 'clerk') OR g.id IN (SELECT lessons.my_groups()))
  ORDER BY c.grade, length(c.name), c.name, p.given_name, p.family_name, p.id
$$;

-- Whether the school has signed the week of a day in the book of a class whose pupils sit in a group of a block.
CREATE FUNCTION lessons.group_week_signed(wanted uuid, on_day date) RETURNS boolean LANGUAGE sql STABLE SECURITY DEFINER SET search_path = lessons, pg_temp AS $$
  SELECT EXISTS (SELECT FROM needs_survey.study_group g
    JOIN organisation.school_week w ON w.school_year_id = g.school_year_id AND on_day BETWEEN w.starts_on AND w.ends_on
    JOIN needs_survey.group_member m ON m.unit_id = g.unit_id AND m.group_id = g.id
    JOIN people.enrolment e ON e.pupil_id = m.pupil_id AND e.unit_id = g.unit_id AND e.ends_on IS NULL
    JOIN week_signature s ON s.class_id = e.class_id AND s.week = w.number AND s.part = 'principal'
    WHERE g.id = wanted AND g.block IS NOT NULL)
$$;
CREATE FUNCTION lessons.refuse_signed_group() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = lessons, pg_temp AS $$
BEGIN
  IF EXISTS (SELECT FROM changed c WHERE group_week_signed(c.study_group_id, c.day)) THEN
    RAISE EXCEPTION 'the week is signed' USING ERRCODE = 'insufficient_privilege';
  END IF;
  RETURN NULL;
END $$;
CREATE TRIGGER signed_insert AFTER INSERT ON lessons.group_entry REFERENCING NEW TABLE AS changed
  FOR EACH STATEMENT EXECUTE FUNCTION lessons.refuse_signed_group();
-- Not for the database itself, when a row of the programme that is referred to goes away.
CREATE TRIGGER signed_update AFTER UPDATE ON lessons.group_entry REFERENCING OLD TABLE AS changed
  FOR EACH STATEMENT WHEN (current_user = 'hoaban_runtime') EXECUTE FUNCTION lessons.refuse_signed_group();
CREATE TRIGGER signed_delete AFTER DELETE ON lessons.group_entry REFERENCING OLD TABLE AS changed
  FOR EACH STATEMENT EXECUTE FUNCTION lessons.refuse_signed_group();
