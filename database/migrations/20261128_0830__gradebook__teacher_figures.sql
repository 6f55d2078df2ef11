-- A teacher reads the distribution of the marks given in the own classes and subjects, of nobody else's.
CREATE FUNCTION gradebook.my_sheets() RETURNS TABLE (class_id uuid, subject_code text) LANGUAGE sql STABLE SECURITY DEFINER
SET search_path = gradebook, pg_temp ROWS 20 AS $$
  SELECT DISTINCT a.class_id, a.subject_code FROM people.staff_member s
  JOIN staffing.teaching_assignment a ON a.staff_id = s.id AND a.unit_id = (SELECT people.my_school())
  JOIN staffing.assignment_plan p ON p.unit_id = a.unit_id AND p.school_year_id = a.school_year_id AND p.state = 'published'
  WHERE s.account_id = organisation.current_account() AND organisation.acting_role() IN ('teacher', 'homeroomTeacher')
$$;
CREATE POLICY own_sheets ON gradebook.subject_figure FOR SELECT TO hoaban_runtime USING (
  (class_id, subject_code) IN (SELECT s.class_id, s.subject_code FROM gradebook.my_sheets() s));
