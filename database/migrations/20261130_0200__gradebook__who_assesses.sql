-- A pupil's subject is assessed by whoever teaches it to the pupil (Thông tư 22/2021): of a pupil in an elective group that is its teacher, also
-- where the class takes the subject itself. Who is assigned the subject in the class goes on seeing those marks (gradebook.my_taught).

-- Pupils whom the person asking assesses in a subject. A group without a teacher leaves those of its own class to who is assigned there.
CREATE FUNCTION gradebook.my_assessed(school uuid, school_year uuid, subject text) RETURNS SETOF uuid LANGUAGE sql STABLE SECURITY DEFINER
SET search_path = gradebook, pg_temp ROWS 50 AS $$
  WITH me AS (SELECT s.id FROM people.staff_member s
    WHERE s.account_id = organisation.current_account() AND organisation.acting_role() IN ('teacher', 'homeroomTeacher')
  ), seat AS (
    SELECT s.pupil_id, s.subject_code, s.teacher_id FROM elective_seats(school, school_year) s WHERE subject IN (s.subject_code, s.own_code)
  )
  SELECT e.pupil_id FROM me
  JOIN staffing.teaching_assignment a ON a.staff_id = me.id AND a.unit_id = school AND a.school_year_id = school_year AND a.subject_code = subject
  JOIN staffing.assignment_plan p ON p.unit_id = a.unit_id AND p.school_year_id = a.school_year_id AND p.state = 'published'
  JOIN people.enrolment e ON e.unit_id = a.unit_id AND e.class_id = a.class_id AND (e.ends_on IS NULL OR e.ended_as = 'completed')
  WHERE NOT EXISTS (SELECT FROM seat s WHERE s.pupil_id = e.pupil_id AND (s.subject_code <> subject OR s.teacher_id IS NOT NULL))
  UNION
  SELECT s.pupil_id FROM seat s JOIN me ON me.id = s.teacher_id WHERE s.subject_code = subject
$$;

CREATE OR REPLACE FUNCTION gradebook.write_marks(school uuid, school_year uuid, subject text, of_semester smallint, judged_as text, why text, given jsonb)
RETURNS SETOF uuid LANGUAGE plpgsql SECURITY DEFINER SET search_path = gradebook, pg_temp AS $$
DECLARE
  asking text := organisation.acting_role();
  department uuid := organisation.current_department();
BEGIN
  IF asking IN ('teacher', 'homeroomTeacher') AND organisation.current_scope() = 'own' THEN
    IF EXISTS (SELECT g.p FROM jsonb_to_recordset(given) AS g (p uuid) EXCEPT SELECT a FROM my_assessed(school, school_year, subject) a) THEN
      RAISE EXCEPTION 'not a pupil assessed in this subject' USING ERRCODE = 'insufficient_privilege';
    END IF;
  ELSIF asking NOT IN ('principal', 'vicePrincipal') OR asking IS NULL OR organisation.current_scope() <> 'subtree' OR NOT EXISTS (
    SELECT FROM organisation.unit_reach r WHERE r.ancestor_id = organisation.current_unit() AND r.descendant_id = school) THEN
    RAISE EXCEPTION 'marks of this school are not for you' USING ERRCODE = 'insufficient_privilege';
  END IF;
  RETURN QUERY
    INSERT INTO subject_marks AS m (id, pupil_id, unit_id, department_id, school_year_id, subject_code, semester, judged, regular, midterm, final,
      comment, reason, version)
    SELECT g.id, g.p, school, department, school_year, subject, of_semester, judged_as, g.r, g.m, g.f, g.c, why, g.v + 1
    FROM jsonb_to_recordset(given) AS g (id uuid, p uuid, r smallint[], m smallint, f smallint, c text, v integer)
    ON CONFLICT (pupil_id, school_year_id, subject_code, semester) DO UPDATE
      SET regular = excluded.regular, midterm = excluded.midterm, final = excluded.final, comment = excluded.comment,
        reason = excluded.reason, version = excluded.version
      WHERE m.version = excluded.version - 1
    RETURNING m.pupil_id;
END $$;

-- What goes with a mark, by the same hand: a correction asked for, a re-test, evidence.
CREATE POLICY assessed ON gradebook.correction AS RESTRICTIVE FOR INSERT TO hoaban_runtime WITH CHECK (
  (SELECT organisation.current_scope()) <> 'own' OR pupil_id IN (SELECT gradebook.my_assessed(unit_id, school_year_id, subject_code)));
CREATE POLICY assessed_new ON gradebook.retest AS RESTRICTIVE FOR INSERT TO hoaban_runtime WITH CHECK (
  (SELECT organisation.current_scope()) <> 'own' OR pupil_id IN (SELECT gradebook.my_assessed(unit_id, school_year_id, subject_code)));
CREATE POLICY assessed_changed ON gradebook.retest AS RESTRICTIVE FOR UPDATE TO hoaban_runtime USING (
  (SELECT organisation.current_scope()) <> 'own' OR pupil_id IN (SELECT gradebook.my_assessed(unit_id, school_year_id, subject_code)));
CREATE POLICY assessed_new ON gradebook.attachment AS RESTRICTIVE FOR INSERT TO hoaban_runtime WITH CHECK (
  pupil_id IS NULL OR (SELECT organisation.current_scope()) <> 'own' OR pupil_id IN (SELECT gradebook.my_assessed(unit_id,
    (SELECT c.school_year_id FROM people.school_class c WHERE c.id = class_id), subject_code)));
CREATE POLICY assessed_removed ON gradebook.attachment AS RESTRICTIVE FOR DELETE TO hoaban_runtime USING (
  pupil_id IS NULL OR (SELECT organisation.current_scope()) <> 'own' OR pupil_id IN (SELECT gradebook.my_assessed(unit_id,
    (SELECT c.school_year_id FROM people.school_class c WHERE c.id = class_id), subject_code)));
