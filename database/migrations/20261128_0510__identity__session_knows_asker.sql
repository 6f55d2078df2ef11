-- Every request opens with this function, so its price is the price of every page. Five tables were joined each time to learn what
-- changes once in months; now a session carries the description of its person, and whatever changes it writes it anew.
ALTER TABLE identity.session
  ADD COLUMN asker text,
  ADD COLUMN asker_without_role text,
  ADD COLUMN department_id uuid,
  ADD COLUMN unit_id uuid,
  ADD COLUMN role text,
  ADD COLUMN scope text,
  ADD COLUMN role_starts_on date,
  ADD COLUMN role_ends_on date;
COMMENT ON COLUMN identity.session.asker IS
  'What open_request answers, written by the trigger describes_asker; null: the account may not come in. asker_without_role: on days when the role is not in force.';

CREATE FUNCTION identity.describe_asker() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = identity, pg_temp AS $$
DECLARE
  may_see boolean;
BEGIN
  SELECT
    json_build_object('sessionId', NEW.id, 'accountId', a.id, 'displayName', a.display_name, 'language', a.language,
      'roleAssignmentId', r.id, 'role', r.role, 'unitId', r.unit_id, 'unitKind', u.kind, 'departmentId', a.department_id,
      'scope', scope_of(r.role, u.kind), 'secondFactorDue', NEW.second_factor_due, 'mustChangePassword', c.must_change_password),
    json_build_object('sessionId', NEW.id, 'accountId', a.id, 'displayName', a.display_name, 'language', a.language,
      'roleAssignmentId', null, 'role', null, 'unitId', null, 'unitKind', null, 'departmentId', a.department_id,
      'scope', scope_of(null, null), 'secondFactorDue', NEW.second_factor_due, 'mustChangePassword', c.must_change_password),
    -- Nobody sees a row before the second factor is given and the one-time password is changed.
    NOT (NEW.second_factor_due OR c.must_change_password),
    a.department_id, r.unit_id, r.role, scope_of(r.role, u.kind), r.starts_on, r.ends_on
  INTO NEW.asker, NEW.asker_without_role, may_see, NEW.department_id, NEW.unit_id, NEW.role, NEW.scope, NEW.role_starts_on, NEW.role_ends_on
  FROM account a
  JOIN credential c ON c.account_id = a.id
  LEFT JOIN role_assignment r ON r.id = NEW.role_assignment_id
  LEFT JOIN organisation.unit u ON u.id = r.unit_id
  WHERE a.id = NEW.account_id AND a.status = 'active';
  IF NEW.role IS NULL OR NOT may_see THEN NEW.scope := ''; END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER describes_asker BEFORE INSERT OR UPDATE ON identity.session
  FOR EACH ROW EXECUTE FUNCTION identity.describe_asker();
UPDATE identity.session SET asker = NULL;

CREATE FUNCTION identity.describe_sessions() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = identity, pg_temp AS $$
BEGIN
  IF TG_TABLE_NAME = 'account' THEN UPDATE session SET asker = NULL WHERE account_id = NEW.id;
  ELSE UPDATE session SET asker = NULL WHERE account_id = coalesce(NEW.account_id, OLD.account_id);
  END IF;
  RETURN NULL;
END $$;
CREATE TRIGGER describes_sessions AFTER UPDATE OF status, display_name, language, department_id ON identity.account
  FOR EACH ROW EXECUTE FUNCTION identity.describe_sessions();
CREATE TRIGGER describes_sessions AFTER INSERT OR DELETE OR UPDATE OF must_change_password ON identity.credential
  FOR EACH ROW EXECUTE FUNCTION identity.describe_sessions();
CREATE TRIGGER describes_sessions AFTER UPDATE ON identity.role_assignment
  FOR EACH ROW EXECUTE FUNCTION identity.describe_sessions();

-- The scope hangs on the kind of the unit.
CREATE FUNCTION organisation.keep_unit_kind() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION 'a unit keeps its kind' USING ERRCODE = 'check_violation';
END $$;
CREATE TRIGGER keeps_kind BEFORE UPDATE OF kind ON organisation.unit
  FOR EACH ROW WHEN (NEW.kind IS DISTINCT FROM OLD.kind) EXECUTE FUNCTION organisation.keep_unit_kind();

-- Gives the asker as modules/identity-access/actor.ts reads it, null when the token opens nothing; then no setting is made either.
CREATE OR REPLACE FUNCTION identity.open_request(token bytea, asked_at timestamptz, request_id text, ip text, action text, command_id text)
RETURNS json LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = identity, pg_temp AS $$
DECLARE
  found_session record;
  settings text[];
BEGIN
  SELECT s.account_id, s.department_id, s.unit_id, s.role, s.scope, s.asker, s.asker_without_role,
    s.role IS NOT NULL AND in_force(s.role_starts_on, s.role_ends_on, asked_at) AS in_role
  INTO found_session
  FROM session s
  WHERE s.token_hash = token AND s.expires_at > asked_at AND s.asker IS NOT NULL;
  IF NOT FOUND THEN RETURN NULL; END IF;
  settings := ARRAY[
    set_config('hoaban.account_id', found_session.account_id::text, true),
    set_config('hoaban.department_id', found_session.department_id::text, true),
    set_config('hoaban.unit_id', CASE WHEN found_session.in_role THEN found_session.unit_id::text ELSE '' END, true),
    set_config('hoaban.role', CASE WHEN found_session.in_role THEN found_session.role ELSE '' END, true),
    set_config('hoaban.scope', CASE WHEN found_session.in_role THEN found_session.scope ELSE '' END, true),
    set_config('hoaban.request_id', coalesce(request_id, ''), true),
    set_config('hoaban.ip', coalesce(ip, ''), true),
    set_config('hoaban.action', coalesce(action, ''), true),
    set_config('hoaban.command_id', coalesce(command_id, ''), true)];
  RETURN CASE WHEN found_session.in_role THEN found_session.asker ELSE found_session.asker_without_role END;
END $$;
