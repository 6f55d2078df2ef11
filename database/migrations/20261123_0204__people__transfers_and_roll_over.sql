-- Pupils between two schools that cannot see each other; what a roll-over leaves so that it can be taken back.

ALTER TABLE people.roll_over ADD made_classes uuid[] NOT NULL DEFAULT '{}';
COMMENT ON COLUMN people.roll_over.made_classes IS 'Classes of the new year that the roll-over itself made; they go when it is taken back.';
ALTER TABLE people.movement ADD roll_over_id uuid REFERENCES people.roll_over (id);
CREATE INDEX movement_roll_over ON people.movement (roll_over_id);

-- Append-only but for one thing: taking back a roll-over removes what the roll-over itself wrote.
CREATE POLICY append_only ON people.movement AS RESTRICTIVE FOR DELETE TO hoaban_runtime USING (roll_over_id IS NOT NULL);
CREATE POLICY append_only ON people.enrolment AS RESTRICTIVE FOR DELETE TO hoaban_runtime
  USING (id IN (SELECT trace.new_enrolment_id FROM people.roll_over_row trace));
GRANT DELETE ON people.roll_over_row TO hoaban_runtime;

CREATE TABLE people.roll_over_choice (
  pupil_id uuid NOT NULL REFERENCES people.pupil (id) ON DELETE CASCADE,
  from_year_id uuid NOT NULL REFERENCES organisation.school_year (id),
  unit_id uuid NOT NULL REFERENCES organisation.unit (id),
  department_id uuid NOT NULL REFERENCES organisation.unit (id),
  outcome text NOT NULL CHECK (outcome IN ('promoted', 'repeated', 'graduated', 'left')),
  to_class_name text CHECK (length(to_class_name) BETWEEN 1 AND 20 AND to_class_name = btrim(to_class_name)),
  reason text CHECK (length(reason) BETWEEN 1 AND 500),
  made_by uuid NOT NULL REFERENCES identity.account (id),
  made_at timestamptz NOT NULL,
  PRIMARY KEY (pupil_id, from_year_id),
  CHECK (outcome NOT IN ('repeated', 'left') OR reason IS NOT NULL),
  CHECK (outcome IN ('promoted', 'repeated') OR to_class_name IS NULL)
);
COMMENT ON TABLE people.roll_over_choice IS 'What a person decided for one pupil before the roll-over, where it differs from the proposal.';
CREATE INDEX roll_over_choice_unit ON people.roll_over_choice (unit_id, from_year_id);
CREATE INDEX roll_over_choice_year ON people.roll_over_choice (from_year_id);
CREATE INDEX roll_over_choice_department ON people.roll_over_choice (department_id);
CREATE INDEX roll_over_choice_made_by ON people.roll_over_choice (made_by);
SELECT organisation.protect('people.roll_over_choice');
GRANT SELECT, INSERT, UPDATE, DELETE ON people.roll_over_choice TO hoaban_runtime;
SELECT audit.watch('people.roll_over_choice');

-- The receiving school takes a pupil over. It sees neither the pupil nor the giving school's rows, so this works as owner and
-- checks by itself who asks. Answers: accepted, or why not: notFound, decided, moved, wrongClass, badDay.
CREATE FUNCTION people.accept_transfer(wanted uuid, into_class uuid, happened date, at timestamptz) RETURNS text
LANGUAGE plpgsql SECURITY DEFINER SET search_path = people, pg_temp AS $$
DECLARE
  asked transfer%ROWTYPE;
  sits enrolment%ROWTYPE;
BEGIN
  IF coalesce(organisation.acting_role(), '') NOT IN ('principal', 'vicePrincipal') OR coalesce(organisation.current_scope(), '') <> 'subtree' THEN
    RETURN 'notFound';
  END IF;
  SELECT * INTO asked FROM transfer t
  WHERE t.id = wanted AND t.to_unit_id = organisation.current_unit() AND t.department_id = organisation.current_department() FOR UPDATE;
  IF NOT FOUND THEN RETURN 'notFound'; END IF;
  IF asked.state <> 'asked' THEN RETURN 'decided'; END IF;
  PERFORM FROM pupil p WHERE p.id = asked.pupil_id AND p.unit_id = asked.unit_id FOR UPDATE;
  IF NOT FOUND THEN RETURN 'moved'; END IF;
  SELECT * INTO sits FROM enrolment e WHERE e.pupil_id = asked.pupil_id AND e.unit_id = asked.unit_id AND e.ends_on IS NULL FOR UPDATE;
  IF NOT FOUND THEN RETURN 'moved'; END IF;
  IF happened < sits.starts_on THEN RETURN 'badDay'; END IF;
  PERFORM FROM school_class there JOIN school_class here ON here.id = sits.class_id
  WHERE there.id = into_class AND there.unit_id = asked.to_unit_id AND there.school_year_id = here.school_year_id AND there.grade = here.grade;
  IF NOT FOUND THEN RETURN 'wrongClass'; END IF;

  UPDATE enrolment e SET ends_on = happened, ended_as = 'transferred' WHERE e.id = sits.id;
  UPDATE pupil p SET unit_id = asked.to_unit_id, version = p.version + 1 WHERE p.id = asked.pupil_id;
  UPDATE access_code c SET revoked_at = at WHERE c.pupil_id = asked.pupil_id AND c.revoked_at IS NULL;
  DELETE FROM roll_over_choice c WHERE c.pupil_id = asked.pupil_id AND c.from_year_id = sits.school_year_id;
  INSERT INTO enrolment (id, pupil_id, unit_id, department_id, school_year_id, class_id, starts_on, repeating)
  VALUES (organisation.uuid_v7(), asked.pupil_id, asked.to_unit_id, asked.department_id, sits.school_year_id, into_class, happened, sits.repeating);
  INSERT INTO movement (id, pupil_id, unit_id, department_id, school_year_id, kind, happened_on, from_class_id, to_class_id, other_unit_id,
    reason, recorded_by, recorded_at)
  VALUES (organisation.uuid_v7(), asked.pupil_id, asked.unit_id, asked.department_id, sits.school_year_id, 'transferredOut', happened,
      sits.class_id, NULL, asked.to_unit_id, asked.reason, organisation.current_account(), at),
    (organisation.uuid_v7(), asked.pupil_id, asked.to_unit_id, asked.department_id, sits.school_year_id, 'transferredIn', happened,
      NULL, into_class, asked.unit_id, asked.reason, organisation.current_account(), at);
  UPDATE transfer t SET state = 'accepted', decided_by = organisation.current_account(), decided_at = at, version = t.version + 1
  WHERE t.id = wanted;
  RETURN 'accepted';
END $$;

-- The receiving school says no. Answers: refused, notFound, decided.
CREATE FUNCTION people.refuse_transfer(wanted uuid, note text, at timestamptz) RETURNS text
LANGUAGE plpgsql SECURITY DEFINER SET search_path = people, pg_temp AS $$
DECLARE
  asked transfer%ROWTYPE;
BEGIN
  IF coalesce(organisation.acting_role(), '') NOT IN ('principal', 'vicePrincipal') OR coalesce(organisation.current_scope(), '') <> 'subtree' THEN
    RETURN 'notFound';
  END IF;
  SELECT * INTO asked FROM transfer t
  WHERE t.id = wanted AND t.to_unit_id = organisation.current_unit() AND t.department_id = organisation.current_department() FOR UPDATE;
  IF NOT FOUND THEN RETURN 'notFound'; END IF;
  IF asked.state <> 'asked' THEN RETURN 'decided'; END IF;
  UPDATE transfer t SET state = 'refused', decided_by = organisation.current_account(), decided_at = at, decision_note = note,
    version = t.version + 1 WHERE t.id = wanted;
  RETURN 'refused';
END $$;

-- Whose records the person asking may open: the same as the policy of people.pupil, for functions that work as owner.
CREATE FUNCTION people.holds_pupil(wanted uuid) RETURNS boolean
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = people, pg_temp AS $$
  SELECT EXISTS (SELECT FROM pupil p WHERE p.id = wanted AND p.department_id = organisation.current_department()
    AND CASE organisation.current_scope()
      WHEN 'department' THEN true
      WHEN 'subtree' THEN p.unit_id IN (SELECT r.descendant_id FROM organisation.unit_reach r WHERE r.ancestor_id = organisation.current_unit())
      WHEN 'own' THEN p.id IN (SELECT people.my_pupils())
      ELSE false END)
$$;

-- The whole way of a pupil, also through schools that the present one cannot see: the record goes with the pupil.
CREATE FUNCTION people.enrolments_of(wanted uuid) RETURNS TABLE (id uuid, school_year text, unit_id uuid, unit_name text, class_id uuid,
  class_name text, grade smallint, starts_on date, ends_on date, ended_as text, repeating boolean)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = people, pg_temp AS $$
  SELECT e.id, y.name, e.unit_id, u.name, c.id, c.name, c.grade, e.starts_on, e.ends_on, e.ended_as, e.repeating
  FROM enrolment e JOIN school_class c ON c.id = e.class_id JOIN organisation.unit u ON u.id = e.unit_id
  JOIN organisation.school_year y ON y.id = e.school_year_id
  WHERE e.pupil_id = wanted AND people.holds_pupil(wanted) ORDER BY e.starts_on, e.id
$$;
CREATE FUNCTION people.movements_of(wanted uuid) RETURNS TABLE (id uuid, kind text, happened_on date, school_year text, unit_name text,
  from_class text, to_class text, other_unit_name text, reason text, recorded_by text, recorded_at timestamptz)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = people, pg_temp AS $$
  SELECT m.id, m.kind, m.happened_on, y.name, u.name, f.name, t.name, o.name, m.reason, a.display_name, m.recorded_at
  FROM movement m JOIN organisation.unit u ON u.id = m.unit_id JOIN organisation.school_year y ON y.id = m.school_year_id
  LEFT JOIN school_class f ON f.id = m.from_class_id LEFT JOIN school_class t ON t.id = m.to_class_id
  LEFT JOIN organisation.unit o ON o.id = m.other_unit_id LEFT JOIN identity.account a ON a.id = m.recorded_by
  WHERE m.pupil_id = wanted AND people.holds_pupil(wanted) ORDER BY m.happened_on, m.id
$$;
