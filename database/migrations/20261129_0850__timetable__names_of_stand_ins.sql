-- Names of the teachers of the lessons that a pupil or guardian sees, and of whoever stands in for one of them: nothing else of the staff.
CREATE OR REPLACE FUNCTION timetable.teacher_names(table_id uuid) RETURNS TABLE (id uuid, name text)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = timetable, pg_temp AS $$
  WITH seen AS (
    SELECT c.lesson_id FROM timetable t
    JOIN lesson_class c ON c.timetable_id = t.id AND c.class_id IN (SELECT timetable.my_learning_classes())
    WHERE t.id = table_id AND t.state IN ('published', 'superseded')
  )
  SELECT s.id, s.full_name FROM people.staff_member s WHERE s.id IN (
    SELECT l.staff_id FROM lesson_staff l JOIN seen ON seen.lesson_id = l.lesson_id
    UNION SELECT x.staff_id FROM day_change x JOIN seen ON seen.lesson_id = x.lesson_id)
$$;
