-- Marks of who learns another elective than the own class: the group of that subject in the elective block says so. Such a pupil stands in
-- the sheet (own class, other subject), which the teacher of the group writes, and not in the sheet of the subject that it replaces.

-- Who sits in which elective, by confirmed groups. own_code: the elective of the class that it stands for; the same subject when the class
-- takes it itself, null when nothing of the block belongs to the class. It sees what its caller sees, and becomes part of the caller's query.
CREATE FUNCTION gradebook.elective_seats(school uuid, school_year uuid)
RETURNS TABLE (class_id uuid, pupil_id uuid, subject_code text, own_code text, teacher_id uuid) LANGUAGE sql STABLE ROWS 100 AS $$
  SELECT e.class_id, e.pupil_id, g.subject_code, fit.own_code, g.teacher_id
  FROM needs_survey.study_group g JOIN needs_survey.group_member m ON m.unit_id = g.unit_id AND m.group_id = g.id
  JOIN people.enrolment e ON e.pupil_id = m.pupil_id AND e.unit_id = g.unit_id AND e.school_year_id = g.school_year_id
    AND (e.ends_on IS NULL OR e.ended_as = 'completed')
  LEFT JOIN (
    SELECT own.id, o.class_id, CASE WHEN bool_or(o.subject_code = own.subject_code) THEN own.subject_code ELSE min(o.subject_code) END AS own_code
    FROM needs_survey.study_group own JOIN needs_survey.study_group b ON b.unit_id = own.unit_id AND b.school_year_id = own.school_year_id
      AND b.kind = 'elective' AND b.grade = own.grade AND b.block = own.block
    JOIN curriculum.class_choice o ON o.unit_id = own.unit_id AND o.kind = 'elective' AND o.subject_code = b.subject_code
    WHERE own.unit_id = school AND own.school_year_id = school_year AND own.kind = 'elective' AND own.state = 'confirmed'
    GROUP BY own.id, own.subject_code, o.class_id) fit ON fit.id = g.id AND fit.class_id = e.class_id
  WHERE g.unit_id = school AND g.school_year_id = school_year AND g.kind = 'elective' AND g.state = 'confirmed'
$$;

-- The same as far as the person asking sees the pupils. Most schools have no such group: asked first, for every sheet asks this.
CREATE FUNCTION gradebook.seats_in_sight(school uuid, school_year uuid)
RETURNS TABLE (class_id uuid, pupil_id uuid, subject_code text, own_code text, teacher_id uuid)
LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = gradebook, pg_temp ROWS 100 AS $$
DECLARE
  scope text := organisation.current_scope();
BEGIN
  IF NOT EXISTS (SELECT FROM needs_survey.study_group g
    WHERE g.unit_id = school AND g.school_year_id = school_year AND g.kind = 'elective' AND g.state = 'confirmed') THEN RETURN; END IF;
  IF scope = 'own' THEN
    RETURN QUERY SELECT s.* FROM gradebook.elective_seats(school, school_year) s WHERE s.pupil_id IN (SELECT people.my_pupils());
  ELSIF (scope = 'subtree' AND EXISTS (SELECT FROM organisation.unit_reach r
      WHERE r.ancestor_id = organisation.current_unit() AND r.descendant_id = school))
    OR (scope = 'department' AND EXISTS (SELECT FROM organisation.unit u
      WHERE u.id = school AND u.department_id = organisation.current_department())) THEN
    RETURN QUERY SELECT s.* FROM gradebook.elective_seats(school, school_year) s;
  END IF;
END $$;

-- Pupils of the elective groups that the person asking teaches are her pupils, whatever classes they come from.
CREATE OR REPLACE FUNCTION people.my_pupils() RETURNS SETOF uuid LANGUAGE sql STABLE SECURITY DEFINER SET search_path = people, pg_temp ROWS 100 AS $$
  SELECT e.pupil_id FROM enrolment e
  WHERE e.unit_id = (SELECT people.my_school()) AND e.class_id = ANY (ARRAY(SELECT people.my_classes()))
  UNION SELECT m.pupil_id FROM staff_member s JOIN needs_survey.study_group g ON g.teacher_id = s.id AND g.unit_id = (SELECT people.my_school())
    AND g.kind = 'elective' AND g.state = 'confirmed' JOIN needs_survey.group_member m ON m.unit_id = g.unit_id AND m.group_id = g.id
    WHERE s.account_id = organisation.current_account() AND organisation.acting_role() IN ('teacher', 'homeroomTeacher', 'teamLead')
  UNION SELECT p.id FROM pupil p WHERE organisation.acting_role() = 'pupil' AND p.account_id = organisation.current_account()
  UNION SELECT g.pupil_id FROM guardian g WHERE organisation.acting_role() = 'guardian' AND g.account_id = organisation.current_account()
$$;

CREATE OR REPLACE FUNCTION gradebook.my_taught() RETURNS TABLE (pupil_id uuid, subject_code text) LANGUAGE sql STABLE SECURITY DEFINER
SET search_path = gradebook, pg_temp ROWS 200 AS $$
  WITH me AS (SELECT s.id FROM people.staff_member s
    WHERE s.account_id = organisation.current_account() AND organisation.acting_role() IN ('teacher', 'homeroomTeacher')
  ), mine AS (
    SELECT a.unit_id, a.school_year_id, a.class_id, a.subject_code FROM me
    JOIN staffing.teaching_assignment a ON a.staff_id = me.id AND a.unit_id = (SELECT people.my_school())
    JOIN staffing.assignment_plan p ON p.unit_id = a.unit_id AND p.school_year_id = a.school_year_id AND p.state = 'published'
  ), elsewhere AS (
    SELECT s.pupil_id, s.own_code FROM (SELECT DISTINCT unit_id, school_year_id FROM mine) y
    CROSS JOIN LATERAL gradebook.elective_seats(y.unit_id, y.school_year_id) s
    WHERE s.own_code <> s.subject_code AND s.class_id IN (SELECT class_id FROM mine)
  )
  SELECT e.pupil_id, a.subject_code FROM mine a
  JOIN people.enrolment e ON e.unit_id = a.unit_id AND e.class_id = a.class_id AND (e.ends_on IS NULL OR e.ended_as = 'completed')
  WHERE NOT EXISTS (SELECT FROM elsewhere x WHERE x.pupil_id = e.pupil_id AND x.own_code = a.subject_code)
  UNION
  SELECT m.pupil_id, g.subject_code FROM me
  JOIN needs_survey.study_group g ON g.teacher_id = me.id AND g.unit_id = (SELECT people.my_school()) AND g.kind = 'elective' AND g.state = 'confirmed'
  JOIN needs_survey.group_member m ON m.unit_id = g.unit_id AND m.group_id = g.id
$$;

CREATE OR REPLACE FUNCTION gradebook.my_sheets() RETURNS TABLE (class_id uuid, subject_code text) LANGUAGE sql STABLE SECURITY DEFINER
SET search_path = gradebook, pg_temp ROWS 20 AS $$
  SELECT DISTINCT a.class_id, a.subject_code FROM people.staff_member s
  JOIN staffing.teaching_assignment a ON a.staff_id = s.id AND a.unit_id = (SELECT people.my_school())
  JOIN staffing.assignment_plan p ON p.unit_id = a.unit_id AND p.school_year_id = a.school_year_id AND p.state = 'published'
  WHERE s.account_id = organisation.current_account() AND organisation.acting_role() IN ('teacher', 'homeroomTeacher')
  UNION
  SELECT e.class_id, g.subject_code FROM people.staff_member s
  JOIN needs_survey.study_group g ON g.teacher_id = s.id AND g.unit_id = (SELECT people.my_school()) AND g.kind = 'elective' AND g.state = 'confirmed'
  JOIN needs_survey.group_member m ON m.unit_id = g.unit_id AND m.group_id = g.id
  JOIN people.enrolment e ON e.pupil_id = m.pupil_id AND e.unit_id = g.unit_id AND e.school_year_id = g.school_year_id
    AND (e.ends_on IS NULL OR e.ended_as = 'completed')
  WHERE s.account_id = organisation.current_account() AND organisation.acting_role() IN ('teacher', 'homeroomTeacher')
$$;

-- What belongs to a sheet and not to a pupil: its columns, and files of its tests.
CREATE POLICY own_sheets ON gradebook.assessment TO hoaban_runtime USING (
  (class_id, subject_code) IN (SELECT s.class_id, s.subject_code FROM gradebook.my_sheets() s));
CREATE POLICY own_sheets ON gradebook.attachment TO hoaban_runtime USING (
  pupil_id IS NULL AND (class_id, subject_code) IN (SELECT s.class_id, s.subject_code FROM gradebook.my_sheets() s));
