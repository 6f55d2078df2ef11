-- What pupils and their guardians read of the gradebook: the own child's rows, and of these what the school releases.

-- Classes and schools of the pupil asking, or of the children of the guardian asking; nothing for whoever works there.
CREATE FUNCTION people.my_learning_classes() RETURNS SETOF uuid LANGUAGE sql STABLE SECURITY DEFINER SET search_path = people, pg_temp ROWS 3 AS $$
  SELECT e.class_id FROM enrolment e WHERE organisation.acting_role() IN ('pupil', 'guardian')
    AND (e.ends_on IS NULL OR e.ended_as = 'completed') AND e.pupil_id IN (SELECT people.my_pupils())
$$;
CREATE FUNCTION people.my_learning_schools() RETURNS SETOF uuid LANGUAGE sql STABLE SECURITY DEFINER SET search_path = people, pg_temp ROWS 2 AS $$
  SELECT DISTINCT p.unit_id FROM pupil p WHERE organisation.acting_role() IN ('pupil', 'guardian') AND p.id IN (SELECT people.my_pupils())
$$;
CREATE POLICY learners ON people.school_class FOR SELECT TO hoaban_runtime USING (id IN (SELECT people.my_learning_classes()));
CREATE POLICY learners ON curriculum.class_choice FOR SELECT TO hoaban_runtime USING (class_id IN (SELECT people.my_learning_classes()));

CREATE TABLE gradebook.release (
  unit_id uuid PRIMARY KEY REFERENCES organisation.unit (id),
  department_id uuid NOT NULL REFERENCES organisation.unit (id),
  policy text NOT NULL CHECK (policy IN ('entered', 'locked', 'results')),
  set_by uuid NOT NULL REFERENCES identity.account (id),
  set_at timestamptz NOT NULL,
  version integer NOT NULL DEFAULT 1
);
COMMENT ON TABLE gradebook.release IS 'What a school shows of the marks to pupils and guardians: each mark as entered, marks once the semester is locked, or results only; no row: the setting of the department.';
CREATE INDEX release_department ON gradebook.release (department_id);
CREATE INDEX release_set_by ON gradebook.release (set_by);
SELECT organisation.protect('gradebook.release', own_rows => 'unit_id = (SELECT people.my_workplace())');
CREATE POLICY learners ON gradebook.release FOR SELECT TO hoaban_runtime USING (unit_id IN (SELECT people.my_learning_schools()));
GRANT SELECT, INSERT, UPDATE ON gradebook.release TO hoaban_runtime;
SELECT audit.watch('gradebook.release');

CREATE POLICY learners ON gradebook.term FOR SELECT TO hoaban_runtime USING (unit_id IN (SELECT people.my_learning_schools()));

-- The own child's marks, conduct, absences, exemptions and re-tests: to read, never to write. The role is asked first, so that whoever works
-- at the school does not wait for a list that is empty.
DO $$
DECLARE
  part text;
  readers text[];
BEGIN
  FOREACH part IN ARRAY ARRAY['subject_marks', 'conduct', 'absence', 'exemption', 'retest'] LOOP
    readers := CASE part WHEN 'exemption' THEN '{}'::text[] ELSE '{departmentLeader,divisionHead}' END
      || '{principal,vicePrincipal,clerk,teacher,homeroomTeacher,pupil,guardian}'::text[];
    EXECUTE format($policy$ALTER POLICY sensitive ON gradebook.%I
      USING ((SELECT organisation.acting_role()) IS NULL OR (SELECT organisation.acting_role()) = ANY (%L::text[]))$policy$, part, readers);
    EXECUTE format($policy$CREATE POLICY learners ON gradebook.%I FOR SELECT TO hoaban_runtime
      USING ((SELECT organisation.acting_role()) IN ('pupil', 'guardian') AND pupil_id IN (SELECT people.my_pupils()))$policy$, part);
    EXECUTE format($policy$CREATE POLICY families_insert_nothing ON gradebook.%I AS RESTRICTIVE FOR INSERT TO hoaban_runtime
      WITH CHECK ((SELECT coalesce(organisation.acting_role(), '')) NOT IN ('pupil', 'guardian'))$policy$, part);
    EXECUTE format($policy$CREATE POLICY families_update_nothing ON gradebook.%I AS RESTRICTIVE FOR UPDATE TO hoaban_runtime
      USING ((SELECT coalesce(organisation.acting_role(), '')) NOT IN ('pupil', 'guardian'))$policy$, part);
    EXECUTE format($policy$CREATE POLICY families_delete_nothing ON gradebook.%I AS RESTRICTIVE FOR DELETE TO hoaban_runtime
      USING ((SELECT coalesce(organisation.acting_role(), '')) NOT IN ('pupil', 'guardian'))$policy$, part);
  END LOOP;
END $$;

-- The own children as the home page shows them, with who leads the class: of the staff nothing but that name.
CREATE FUNCTION people.my_children() RETURNS TABLE (id uuid, name text, class_id uuid, class_name text, unit_id uuid, school text, homeroom text)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = people, pg_temp AS $$
  SELECT p.id, p.full_name, c.id, c.name, p.unit_id, u.name, s.full_name
  FROM pupil p JOIN organisation.unit u ON u.id = p.unit_id
  LEFT JOIN enrolment e ON e.pupil_id = p.id AND e.ends_on IS NULL
  LEFT JOIN school_class c ON c.id = e.class_id LEFT JOIN staff_member s ON s.id = c.homeroom_staff_id
  WHERE organisation.acting_role() IN ('pupil', 'guardian') AND p.department_id = organisation.current_department()
    AND p.id IN (SELECT people.my_pupils())
  ORDER BY c.grade DESC NULLS LAST, p.given_name, p.full_name, p.id
$$;

-- The groups of session 2 the own children sit in, once the school has confirmed them, with who teaches them.
CREATE FUNCTION needs_survey.my_groups() RETURNS TABLE (pupil_id uuid, id uuid, name text, kind text, subject_code text, periods smallint, teacher text)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = needs_survey, pg_temp AS $$
  SELECT m.pupil_id, g.id, g.name, g.kind, g.subject_code, g.periods_per_week, s.full_name
  FROM group_member m JOIN study_group g ON g.id = m.group_id AND g.state = 'confirmed'
  JOIN organisation.school_year y ON y.id = g.school_year_id AND y.is_current
  LEFT JOIN people.staff_member s ON s.id = g.teacher_id
  WHERE organisation.acting_role() IN ('pupil', 'guardian') AND m.pupil_id IN (SELECT people.my_pupils())
  ORDER BY g.name, g.id
$$;

-- A second child under the account a guardian has already: the slip of that child is the key, as for a new account. Gives the child's name;
-- null when the code is not of a guardian's slip, is used, or stands for nobody without an account.
CREATE FUNCTION people.add_child(hash bytea, at timestamptz) RETURNS text
LANGUAGE plpgsql SECURITY DEFINER SET search_path = people, pg_temp AS $$
DECLARE
  used access_code%ROWTYPE;
  taken uuid;
BEGIN
  IF organisation.acting_role() IS DISTINCT FROM 'guardian' OR organisation.current_account() IS NULL THEN RETURN NULL; END IF;
  SELECT * INTO used FROM access_code c WHERE c.code_hash = hash AND c.revoked_at IS NULL AND c.expires_at > at FOR UPDATE;
  IF used.id IS NULL OR used.activated_at IS NOT NULL OR used.holder <> 'guardian' OR used.department_id <> organisation.current_department()
  THEN RETURN NULL; END IF;
  UPDATE guardian g SET account_id = organisation.current_account(), version = g.version + 1 WHERE g.id = (
    SELECT one.id FROM guardian one WHERE one.pupil_id = used.pupil_id AND one.account_id IS NULL
    ORDER BY one.phone IS NULL, one.relation NOT IN ('mother', 'father'), one.id LIMIT 1) RETURNING g.id INTO taken;
  IF taken IS NULL THEN RETURN NULL; END IF;
  UPDATE access_code c SET activated_at = at WHERE c.id = used.id;
  PERFORM identity.hold_as_guardian(organisation.current_account(), used.unit_id, (at AT TIME ZONE 'Asia/Ho_Chi_Minh')::date);
  RETURN (SELECT p.full_name FROM pupil p WHERE p.id = used.pupil_id);
END $$;

-- The role of a guardian at the school of another child; called by people.add_child only.
CREATE FUNCTION identity.hold_as_guardian(account uuid, unit uuid, today date) RETURNS void
LANGUAGE sql SECURITY DEFINER SET search_path = identity, pg_temp AS $$
  INSERT INTO role_assignment (id, account_id, unit_id, department_id, role, starts_on)
  SELECT organisation.uuid_v7(), a.id, unit, a.department_id, 'guardian', today FROM account a
  WHERE a.id = account AND NOT EXISTS (SELECT FROM role_assignment r WHERE r.account_id = account AND r.unit_id = unit AND r.role = 'guardian'
    AND (r.ends_on IS NULL OR r.ends_on >= today))
$$;
REVOKE ALL ON FUNCTION identity.hold_as_guardian FROM PUBLIC;
