CREATE TABLE plan.report (
  id uuid PRIMARY KEY,
  unit_id uuid NOT NULL REFERENCES organisation.unit (id),
  department_id uuid NOT NULL REFERENCES organisation.unit (id),
  school_year_id uuid NOT NULL REFERENCES organisation.school_year (id),
  addressed_unit_id uuid REFERENCES organisation.unit (id),
  period_kind text NOT NULL CHECK (period_kind IN ('month', 'semester', 'year')),
  period_start date NOT NULL,
  period_end date NOT NULL,
  title text NOT NULL CHECK (length(title) BETWEEN 1 AND 300),
  symbol text CHECK (length(symbol) BETWEEN 1 AND 60),
  state text NOT NULL DEFAULT 'draft' CHECK (state IN ('draft', 'submitted', 'returned', 'accepted')),
  narrative jsonb NOT NULL,
  figures jsonb,
  opened_by uuid NOT NULL REFERENCES identity.account (id),
  opened_at timestamptz NOT NULL,
  submitted_by uuid REFERENCES identity.account (id),
  submitted_role text,
  submitted_at timestamptz,
  decided_by uuid REFERENCES identity.account (id),
  decided_at timestamptz,
  decision_note text CHECK (length(decision_note) <= 5000),
  version integer NOT NULL DEFAULT 1,
  UNIQUE (unit_id, period_kind, period_start),
  CHECK (period_start <= period_end),
  CHECK (state NOT IN ('submitted', 'accepted') OR figures IS NOT NULL AND submitted_at IS NOT NULL),
  CHECK (state <> 'returned' OR decision_note IS NOT NULL)
);
COMMENT ON TABLE plan.report IS 'A unit''s report for a month, semester or year; figures is the evidence as it stood when the report was handed in.';
CREATE INDEX report_unit ON plan.report (unit_id, period_start DESC);
CREATE INDEX report_period ON plan.report (department_id, period_kind, period_start);
CREATE INDEX report_year ON plan.report (school_year_id);
CREATE INDEX report_addressed ON plan.report (addressed_unit_id, state);
CREATE INDEX report_opened_by ON plan.report (opened_by);
CREATE INDEX report_submitted_by ON plan.report (submitted_by);
CREATE INDEX report_decided_by ON plan.report (decided_by);

SELECT organisation.protect('plan.report');
GRANT SELECT, INSERT ON plan.report TO hoaban_runtime;
GRANT UPDATE (title, symbol, state, narrative, figures, addressed_unit_id, submitted_by, submitted_role, submitted_at,
  decided_by, decided_at, decision_note, version)
  ON plan.report TO hoaban_runtime;
SELECT audit.watch('plan.report');

-- Background work acts for a whole department as role 'system', which no person can hold (see role_assignment).
-- It must see which notices it made, to send each person one mail about them.
CREATE POLICY system_sees_notices ON plan.notice FOR SELECT TO hoaban_runtime USING (
  (SELECT organisation.acting_role()) = 'system' AND department_id = (SELECT organisation.current_department()));

-- The departments that background work goes through, one transaction each.
CREATE FUNCTION plan.list_departments() RETURNS TABLE (department_id uuid)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = organisation, pg_temp AS $$
  SELECT id FROM unit WHERE kind = 'department' AND closed_on IS NULL ORDER BY id
$$;
REVOKE ALL ON FUNCTION plan.list_departments FROM PUBLIC;
GRANT EXECUTE ON FUNCTION plan.list_departments TO hoaban_runtime;

-- Nobody reads other people's addresses; background work does, for those who take mail.
CREATE FUNCTION plan.mail_takers() RETURNS TABLE (account_id uuid, email text, display_name text)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = identity, pg_temp AS $$
  SELECT id, email, display_name FROM account
  WHERE department_id = organisation.current_department() AND organisation.acting_role() = 'system'
    AND status = 'active' AND mail_notices AND email IS NOT NULL
$$;
REVOKE ALL ON FUNCTION plan.mail_takers FROM PUBLIC;
GRANT EXECUTE ON FUNCTION plan.mail_takers TO hoaban_runtime;
