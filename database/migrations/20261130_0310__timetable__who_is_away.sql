-- Which teachers of a lesson are away on a day on which somebody stands in: of two who teach it together the other one still does. Read
-- from the absences themselves, so it is right also when one ends early; who reads the change may know it, the reason stays in the office.
CREATE FUNCTION timetable.away_from(lesson uuid, on_day date) RETURNS uuid[]
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = timetable, pg_temp AS $$
  SELECT coalesce(array_agg(s.staff_id ORDER BY s.staff_id), '{}') FROM lesson_staff s WHERE s.lesson_id = $1
    AND (s.unit_id IN (SELECT people.reached_schools()) OR s.unit_id IN (SELECT people.my_learning_schools()))
    AND EXISTS (SELECT FROM day_change x WHERE x.lesson_id = $1 AND x.day = $2 AND x.kind = 'substituted')
    AND EXISTS (SELECT FROM disruption d WHERE d.unit_id = s.unit_id AND d.kind = 'teacherAway' AND d.staff_id = s.staff_id
      AND d.from_day <= $2 AND coalesce(d.ended_on - 1, d.to_day) >= $2)
$$;
