-- A shared teacher is taken only in the weeks in which the other school has the lesson. Weeks are those of the school year, which both
-- schools have in common. Of each other school the timetable counts that holds last within the weeks asked.
DROP FUNCTION timetable.taken_elsewhere(uuid, smallint);
CREATE FUNCTION timetable.taken_elsewhere(year_id uuid, from_week smallint, to_week smallint)
RETURNS TABLE (staff_id uuid, school text, weeks text, weekday smallint, half text, period smallint, duration smallint)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = timetable, pg_temp AS $$
  WITH holding AS (SELECT DISTINCT ON (t.unit_id) t.id, u.name FROM timetable t JOIN organisation.unit u ON u.id = t.unit_id
    WHERE t.school_year_id = year_id AND t.state = 'published' AND t.weeks && int4range(from_week, to_week, '[]')
      AND t.department_id = organisation.current_department() AND t.unit_id IS DISTINCT FROM people.my_school()
      AND organisation.acting_role() IN ('principal', 'vicePrincipal', 'clerk')
      AND EXISTS (SELECT FROM lesson_staff s WHERE s.timetable_id = t.id AND s.staff_id IN (SELECT staffing.shared_staff()))
    ORDER BY t.unit_id, upper(t.weeks * int4multirange(int4range(from_week, to_week, '[]'))) DESC)
  SELECT s.staff_id, h.name, l.weeks, l.weekday, l.half, l.period, l.duration
  FROM holding h JOIN lesson_staff s ON s.timetable_id = h.id JOIN lesson l ON l.id = s.lesson_id
  WHERE l.weekday IS NOT NULL AND s.staff_id IN (SELECT staffing.shared_staff())
$$;
