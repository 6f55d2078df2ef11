-- The classes a pupil sat in, year by year, also in other schools: marks go along with the pupil, the classes they were given in do not. For
-- whoever may read the pupil's marks: the office of the school the pupil is at, those who teach or lead the pupil, the family.
CREATE FUNCTION gradebook.classes_of_pupil(pupil uuid)
RETURNS TABLE (class_id uuid, class_name text, grade smallint, specialised_subject text, choices jsonb, unit_id uuid, school text,
  school_year_id uuid, school_year text, starts_on date, ends_on date)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = gradebook, pg_temp AS $$
  SELECT DISTINCT ON (y.starts_on) c.id, c.name, c.grade, c.specialised_subject,
    coalesce((SELECT jsonb_agg(jsonb_build_object('kind', o.kind, 'subjectCode', o.subject_code, 'periods', o.periods, 'reason', o.reason))
      FROM curriculum.class_choice o WHERE o.class_id = c.id), '[]'),
    u.id, u.name, y.id, y.name, y.starts_on, y.ends_on
  FROM people.pupil p JOIN people.enrolment e ON e.pupil_id = p.id AND e.ended_as IS DISTINCT FROM 'cancelled'
  JOIN people.school_class c ON c.id = e.class_id JOIN organisation.unit u ON u.id = e.unit_id
  JOIN organisation.school_year y ON y.id = e.school_year_id
  WHERE p.id = pupil AND p.department_id = organisation.current_department()
    AND CASE WHEN organisation.acting_role() IN ('principal', 'vicePrincipal', 'clerk') THEN p.unit_id = (SELECT people.my_school())
      ELSE p.id IN (SELECT people.my_pupils()) END
  ORDER BY y.starts_on, e.ends_on DESC NULLS FIRST, e.starts_on DESC
$$;
