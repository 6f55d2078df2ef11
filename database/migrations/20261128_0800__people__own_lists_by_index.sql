-- The lists that the policies of teachers ask on nearly every page, as before but found by the indexes: `my_pupils` walked the enrolments of the whole province
-- (no school was named), and the own school was asked for once a row.
CREATE OR REPLACE FUNCTION people.my_classes() RETURNS SETOF uuid LANGUAGE sql STABLE SECURITY DEFINER SET search_path = people, pg_temp ROWS 10 AS $$
  SELECT c.id FROM staff_member s JOIN school_class c ON c.homeroom_staff_id = s.id
  WHERE s.account_id = organisation.current_account() AND organisation.acting_role() IN ('teacher', 'homeroomTeacher', 'teamLead')
    AND c.unit_id = (SELECT people.my_school())
  UNION
  SELECT a.class_id FROM staff_member s JOIN staffing.teaching_assignment a ON a.staff_id = s.id
  JOIN staffing.assignment_plan p ON p.unit_id = a.unit_id AND p.school_year_id = a.school_year_id AND p.state = 'published'
  WHERE s.account_id = organisation.current_account() AND organisation.acting_role() IN ('teacher', 'homeroomTeacher', 'teamLead')
    AND a.unit_id = (SELECT people.my_school())
$$;

-- A class belongs to the school of its enrolments (foreign key), and `my_classes` gives classes of the own school only.
CREATE OR REPLACE FUNCTION people.my_pupils() RETURNS SETOF uuid LANGUAGE sql STABLE SECURITY DEFINER SET search_path = people, pg_temp ROWS 100 AS $$
  SELECT e.pupil_id FROM enrolment e
  WHERE e.unit_id = (SELECT people.my_school()) AND e.class_id = ANY (ARRAY(SELECT people.my_classes()))
  UNION SELECT p.id FROM pupil p WHERE organisation.acting_role() = 'pupil' AND p.account_id = organisation.current_account()
  UNION SELECT g.pupil_id FROM guardian g WHERE organisation.acting_role() = 'guardian' AND g.account_id = organisation.current_account()
$$;

CREATE OR REPLACE FUNCTION gradebook.my_taught() RETURNS TABLE (pupil_id uuid, subject_code text) LANGUAGE sql STABLE SECURITY DEFINER
SET search_path = gradebook, pg_temp ROWS 200 AS $$
  SELECT e.pupil_id, a.subject_code FROM people.staff_member s
  JOIN staffing.teaching_assignment a ON a.staff_id = s.id AND a.unit_id = (SELECT people.my_school())
  JOIN staffing.assignment_plan p ON p.unit_id = a.unit_id AND p.school_year_id = a.school_year_id AND p.state = 'published'
  JOIN people.enrolment e ON e.unit_id = a.unit_id AND e.class_id = a.class_id AND (e.ends_on IS NULL OR e.ended_as = 'completed')
  WHERE s.account_id = organisation.current_account() AND organisation.acting_role() IN ('teacher', 'homeroomTeacher')
$$;

CREATE OR REPLACE FUNCTION gradebook.my_homeroom_pupils() RETURNS SETOF uuid LANGUAGE sql STABLE SECURITY DEFINER
SET search_path = gradebook, pg_temp ROWS 50 AS $$
  SELECT e.pupil_id FROM people.staff_member s JOIN people.school_class c ON c.homeroom_staff_id = s.id AND c.unit_id = (SELECT people.my_school())
  JOIN people.enrolment e ON e.unit_id = c.unit_id AND e.class_id = c.id AND (e.ends_on IS NULL OR e.ended_as = 'completed')
  WHERE s.account_id = organisation.current_account() AND organisation.acting_role() IN ('teacher', 'homeroomTeacher')
$$;
