-- Groups of an elective block from day to day: where they learn, who hears of a change, and that a block moves as one.

-- Pupils and guardians read the rooms of their school by name: a group of a block seldom learns in the own classroom.
CREATE POLICY learners ON people.room FOR SELECT TO hoaban_runtime USING (
  (SELECT organisation.acting_role()) IN ('pupil', 'guardian')
  AND unit_id IN (SELECT c.unit_id FROM people.school_class c WHERE c.id IN (SELECT timetable.my_learning_classes())));

-- Of a lesson of a group those who sit in it are concerned, not their whole classes.
CREATE OR REPLACE FUNCTION timetable.concerned(lessons uuid[], staff uuid[], learners boolean) RETURNS SETOF uuid
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = timetable, pg_temp AS $$
  WITH own AS (SELECT l.id, l.study_group_id FROM lesson l
    WHERE l.id = ANY (lessons) AND l.unit_id = people.my_school() AND organisation.current_scope() = 'subtree'
  ), pupils AS (
    SELECT e.pupil_id FROM own JOIN lesson_class c ON c.lesson_id = own.id
    JOIN people.enrolment e ON e.class_id = c.class_id AND e.ends_on IS NULL WHERE learners AND own.study_group_id IS NULL
    UNION SELECT m.pupil_id FROM own JOIN needs_survey.group_member m ON m.group_id = own.study_group_id WHERE learners
  )
  SELECT s.account_id FROM people.staff_member s WHERE s.account_id IS NOT NULL AND organisation.current_scope() = 'subtree'
    AND s.department_id = organisation.current_department()
    AND (s.id = ANY (staff) OR s.id IN (SELECT t.staff_id FROM lesson_staff t JOIN own ON own.id = t.lesson_id)
      OR s.id IN (SELECT k.homeroom_staff_id FROM people.school_class k JOIN lesson_class c ON c.class_id = k.id JOIN own ON own.id = c.lesson_id))
  UNION SELECT p.account_id FROM people.pupil p JOIN pupils ON pupils.pupil_id = p.id WHERE p.account_id IS NOT NULL
  UNION SELECT g.account_id FROM people.guardian g JOIN pupils ON pupils.pupil_id = g.pupil_id WHERE g.account_id IS NOT NULL
$$;

-- The last guard: a group of a block does not go away from another one that is held that day.
CREATE FUNCTION timetable.refuse_torn_block() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = timetable, pg_temp AS $$
BEGIN
  IF EXISTS (
    SELECT FROM lesson own JOIN lesson o ON o.timetable_id = own.timetable_id AND o.block = own.block AND o.id <> own.id
    LEFT JOIN day_change x ON x.lesson_id = o.id AND x.day = NEW.day
    WHERE own.id = NEW.lesson_id AND coalesce(x.kind, '') NOT IN ('cancelled', 'madeUp')
      AND (x.kind IS DISTINCT FROM 'moved' OR (x.held_on, x.half, x.period) IS DISTINCT FROM (NEW.held_on, NEW.half, NEW.period)))
  THEN RAISE EXCEPTION 'groups of a block move together' USING ERRCODE = 'check_violation', CONSTRAINT = 'day_change_block'; END IF;
  RETURN NULL;
END $$;
CREATE CONSTRAINT TRIGGER refuse_torn_block AFTER INSERT OR UPDATE ON timetable.day_change DEFERRABLE INITIALLY DEFERRED
  FOR EACH ROW WHEN (NEW.kind = 'moved') EXECUTE FUNCTION timetable.refuse_torn_block();
