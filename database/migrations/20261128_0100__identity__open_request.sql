-- Every request opens with this function, so its price is the price of every page: one statement that finds the session and sets who
-- is asking, one JSON column to describe, send and read. What is checked and set is as before.
DROP FUNCTION identity.open_request(bytea, timestamptz, text, text, text, text);

-- Gives the asker as modules/identity-access/actor.ts reads it, null when the token opens nothing; then no setting is made either.
CREATE FUNCTION identity.open_request(token bytea, asked_at timestamptz, request_id text, ip text, action text, command_id text)
RETURNS json LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = identity, pg_temp AS $$
DECLARE
  asker json;
  settings text[];
BEGIN
  SELECT
    json_build_object('sessionId', s.id, 'accountId', a.id, 'displayName', a.display_name, 'language', a.language,
      'roleAssignmentId', r.id, 'role', r.role, 'unitId', r.unit_id, 'unitKind', u.kind, 'departmentId', a.department_id,
      'scope', scope_of(r.role, u.kind), 'secondFactorDue', s.second_factor_due, 'mustChangePassword', c.must_change_password),
    ARRAY[
      set_config('hoaban.account_id', a.id::text, true),
      set_config('hoaban.department_id', a.department_id::text, true),
      set_config('hoaban.unit_id', coalesce(r.unit_id::text, ''), true),
      set_config('hoaban.role', coalesce(r.role, ''), true),
      -- Nobody sees a row before the second factor is given and the one-time password is changed.
      set_config('hoaban.scope', CASE WHEN r.role IS NULL OR s.second_factor_due OR c.must_change_password THEN ''
                                 ELSE scope_of(r.role, u.kind) END, true),
      set_config('hoaban.request_id', coalesce(open_request.request_id, ''), true),
      set_config('hoaban.ip', coalesce(open_request.ip, ''), true),
      set_config('hoaban.action', coalesce(open_request.action, ''), true),
      set_config('hoaban.command_id', coalesce(open_request.command_id, ''), true)]
  INTO asker, settings
  FROM session s
  JOIN account a ON a.id = s.account_id AND a.status = 'active'
  JOIN credential c ON c.account_id = a.id
  LEFT JOIN role_assignment r ON r.id = s.role_assignment_id AND in_force(r.starts_on, r.ends_on, asked_at)
  LEFT JOIN organisation.unit u ON u.id = r.unit_id
  WHERE s.token_hash = token AND s.expires_at > asked_at;
  RETURN asker;
END $$;
