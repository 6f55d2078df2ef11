-- Request, address, action and command are read by the audit trail alone, and only changes write it: a transaction that may only read
-- does without them. Each setting costs as much as a tenth of finding the session.
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
    set_config('hoaban.scope', CASE WHEN found_session.in_role THEN found_session.scope ELSE '' END, true)];
  IF NOT current_setting('transaction_read_only')::boolean THEN
    settings := ARRAY[
      set_config('hoaban.request_id', coalesce(request_id, ''), true),
      set_config('hoaban.ip', coalesce(ip, ''), true),
      set_config('hoaban.action', coalesce(action, ''), true),
      set_config('hoaban.command_id', coalesce(command_id, ''), true)];
  END IF;
  RETURN CASE WHEN found_session.in_role THEN found_session.asker ELSE found_session.asker_without_role END;
END $$;
