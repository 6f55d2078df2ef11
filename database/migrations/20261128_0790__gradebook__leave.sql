-- Leave asked by a guardian: the homeroom teacher accepts it, and attendance gets the day with its reason.
CREATE TABLE gradebook.leave_request (
  id uuid PRIMARY KEY,
  pupil_id uuid NOT NULL,
  unit_id uuid NOT NULL,
  department_id uuid NOT NULL REFERENCES organisation.unit (id),
  school_year_id uuid NOT NULL REFERENCES organisation.school_year (id),
  days date[] NOT NULL CHECK (cardinality(days) BETWEEN 1 AND 10),
  sessions smallint[] NOT NULL CHECK (cardinality(sessions) BETWEEN 1 AND 2 AND sessions <@ '{1,2}'),
  reason text NOT NULL CHECK (length(reason) BETWEEN 3 AND 300 AND reason = btrim(reason)),
  state text NOT NULL DEFAULT 'asked' CHECK (state IN ('asked', 'accepted', 'refused', 'withdrawn')),
  asked_by uuid NOT NULL REFERENCES identity.account (id),
  asked_at timestamptz NOT NULL,
  decided_by uuid REFERENCES identity.account (id),
  decided_at timestamptz,
  decision_note text CHECK (length(decision_note) BETWEEN 1 AND 300),
  written_until date,
  CHECK ((state IN ('accepted', 'refused')) = (decided_by IS NOT NULL)),
  CHECK ((decided_by IS NULL) = (decided_at IS NULL)),
  CHECK (written_until IS NULL OR state = 'accepted'),
  FOREIGN KEY (unit_id, pupil_id) REFERENCES people.pupil (unit_id, id) ON UPDATE CASCADE
);
COMMENT ON TABLE gradebook.leave_request IS 'Leave that a guardian asks for a pupil: days and sessions (1 morning, 2 afternoon). Accepted, its days become absences with leave as they come; written_until: up to which day they have.';
CREATE INDEX leave_request_pupil ON gradebook.leave_request (unit_id, pupil_id);
CREATE INDEX leave_request_open ON gradebook.leave_request (department_id, state);
CREATE INDEX leave_request_year ON gradebook.leave_request (school_year_id);
CREATE INDEX leave_request_asked_by ON gradebook.leave_request (asked_by);
CREATE INDEX leave_request_decided_by ON gradebook.leave_request (decided_by);

-- The reason may be of health: the homeroom teacher, the school's office and the guardians, not who only teaches the class.
SELECT people.protect_sensitive('gradebook.leave_request', $$pupil_id IN (SELECT gradebook.my_homeroom_pupils())
  OR (SELECT organisation.acting_role()) = 'guardian' AND pupil_id IN (SELECT people.my_pupils())$$,
  '{principal,vicePrincipal,clerk,teacher,homeroomTeacher,guardian}');
CREATE POLICY asked_in_own_name ON gradebook.leave_request AS RESTRICTIVE FOR INSERT TO hoaban_runtime
  WITH CHECK (state = 'asked' AND asked_by = (SELECT organisation.current_account()) AND (SELECT organisation.acting_role()) = 'guardian');
CREATE POLICY guardians_only_withdraw ON gradebook.leave_request AS RESTRICTIVE FOR UPDATE TO hoaban_runtime
  USING ((SELECT organisation.acting_role()) IS DISTINCT FROM 'guardian' OR state = 'asked' AND asked_by = (SELECT organisation.current_account()))
  WITH CHECK ((SELECT organisation.acting_role()) IS DISTINCT FROM 'guardian' OR state = 'withdrawn');
GRANT SELECT, INSERT ON gradebook.leave_request TO hoaban_runtime;
GRANT UPDATE (state, decided_by, decided_at, decision_note, written_until) ON gradebook.leave_request TO hoaban_runtime;
SELECT audit.watch('gradebook.leave_request');

-- Whom to tell of an own child: the account of who leads the class.
CREATE FUNCTION gradebook.homeroom_account(pupil uuid) RETURNS uuid LANGUAGE sql STABLE SECURITY DEFINER SET search_path = gradebook, pg_temp AS $$
  SELECT s.account_id FROM people.enrolment e JOIN people.school_class c ON c.id = e.class_id JOIN people.staff_member s ON s.id = c.homeroom_staff_id
  WHERE e.pupil_id = pupil AND e.ends_on IS NULL AND pupil IN (SELECT people.my_pupils())
$$;
