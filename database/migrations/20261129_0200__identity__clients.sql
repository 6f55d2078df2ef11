-- Other systems that read from this one (OAuth 2 client credentials). A client is no person and holds no role: it is granted one unit and
-- sees that unit and what it reaches, through the same policies as everybody; the database lets it read no sensitive table but the marks
-- and guardians its scopes name.
CREATE TABLE identity.client (
  id uuid PRIMARY KEY,
  unit_id uuid NOT NULL REFERENCES organisation.unit (id),
  department_id uuid NOT NULL REFERENCES organisation.unit (id),
  name text NOT NULL CHECK (length(name) BETWEEN 3 AND 100 AND name = btrim(name)),
  purpose text NOT NULL CHECK (length(purpose) BETWEEN 10 AND 500),
  contact text NOT NULL CHECK (length(contact) BETWEEN 3 AND 200),
  scopes text[] NOT NULL CHECK (cardinality(scopes) BETWEEN 1 AND 20),
  made_by uuid NOT NULL REFERENCES identity.account (id),
  made_at timestamptz NOT NULL,
  expires_on date NOT NULL,
  revoked_at timestamptz,
  revoked_by uuid REFERENCES identity.account (id),
  CHECK ((revoked_at IS NULL) = (revoked_by IS NULL))
);
COMMENT ON TABLE identity.client IS 'Systems registered to read: for which unit, what for, with which OAuth 2 scopes, until which day (the last one included).';
CREATE INDEX client_unit ON identity.client (unit_id, made_at DESC);
CREATE INDEX client_department ON identity.client (department_id);
CREATE INDEX client_made_by ON identity.client (made_by);
CREATE INDEX client_revoked_by ON identity.client (revoked_by);
SELECT organisation.protect('identity.client');
GRANT SELECT, INSERT ON identity.client TO hoaban_runtime;
GRANT UPDATE (revoked_at, revoked_by) ON identity.client TO hoaban_runtime;
SELECT audit.watch('identity.client');

CREATE TABLE identity.client_secret (
  client_id uuid PRIMARY KEY REFERENCES identity.client (id) ON DELETE CASCADE,
  secret_hash bytea NOT NULL CHECK (length(secret_hash) = 32)
);
COMMENT ON TABLE identity.client_secret IS 'SHA-256 of the secret of a client (256 bits of luck: nothing to guess). Given once, read by nobody, never changed.';

CREATE TABLE identity.client_token (
  token_hash bytea PRIMARY KEY CHECK (length(token_hash) = 32),
  client_id uuid NOT NULL REFERENCES identity.client (id) ON DELETE CASCADE,
  scopes text[] NOT NULL,
  expires_at timestamptz NOT NULL
);
COMMENT ON TABLE identity.client_token IS 'Access tokens of clients, bound to the scopes asked for; only the SHA-256 is kept. No grants: functions only.';
CREATE INDEX client_token_client ON identity.client_token (client_id, expires_at);

DO $$
DECLARE name text;
BEGIN
  FOREACH name IN ARRAY ARRAY['client_secret', 'client_token'] LOOP
    EXECUTE format('ALTER TABLE identity.%I ENABLE ROW LEVEL SECURITY', name);
    EXECUTE format('ALTER TABLE identity.%I FORCE ROW LEVEL SECURITY', name);
    EXECUTE format('CREATE POLICY owner_works ON identity.%I TO hoaban_owner USING (true) WITH CHECK (true)', name);
  END LOOP;
END $$;
CREATE POLICY given_once ON identity.client_secret FOR INSERT TO hoaban_runtime WITH CHECK (client_id IN (SELECT c.id FROM identity.client c));
GRANT INSERT ON identity.client_secret TO hoaban_runtime;

CREATE FUNCTION organisation.granted_scopes() RETURNS text LANGUAGE sql STABLE PARALLEL SAFE AS
$$ SELECT coalesce(current_setting('hoaban.scopes', true), '') $$;
COMMENT ON FUNCTION organisation.granted_scopes IS 'Scopes of the client that asks, by spaces; nothing when a person asks.';

-- Gives the asker as modules/identity-access/actor.ts reads it, null when the token opens nothing; then no setting is made either.
CREATE FUNCTION identity.open_client(token bytea, asked_at timestamptz, request_id text, ip text, action text)
RETURNS json LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = identity, pg_temp AS $$
DECLARE
  found_client record;
BEGIN
  SELECT c.id, c.name, c.unit_id, c.department_id, u.kind, t.scopes INTO found_client
  FROM client_token t JOIN client c ON c.id = t.client_id JOIN organisation.unit u ON u.id = c.unit_id
  WHERE t.token_hash = token AND t.expires_at > asked_at AND c.revoked_at IS NULL AND c.expires_on >= organisation.local_day(asked_at);
  IF NOT FOUND THEN RETURN NULL; END IF;
  PERFORM
    set_config('hoaban.account_id', found_client.id::text, true),
    set_config('hoaban.department_id', found_client.department_id::text, true),
    set_config('hoaban.unit_id', found_client.unit_id::text, true),
    -- A role that no person holds: whatever names its readers by role shows it nothing.
    set_config('hoaban.role', 'client', true),
    set_config('hoaban.scope', 'subtree', true),
    set_config('hoaban.scopes', array_to_string(found_client.scopes, ' '), true),
    set_config('hoaban.request_id', coalesce(request_id, ''), true),
    set_config('hoaban.ip', coalesce(ip, ''), true),
    set_config('hoaban.action', coalesce(action, ''), true);
  RETURN json_build_object('sessionId', found_client.id, 'accountId', found_client.id, 'displayName', found_client.name, 'language', 'vi',
    'roleAssignmentId', null, 'role', null, 'unitId', found_client.unit_id, 'unitKind', found_client.kind,
    'departmentId', found_client.department_id, 'scope', 'subtree', 'secondFactorDue', false, 'mustChangePassword', false,
    'client', json_build_object('scopes', found_client.scopes));
END $$;

-- A token for a client that shows its secret: bound to the scopes asked for, of those it was granted (none asked: all of them).
-- Null: no such client, wrong secret, revoked or run out. Noted either way. No scope left: an empty list and no token.
CREATE FUNCTION identity.issue_client_token(client uuid, secret bytea, token bytea, wanted text[], asked_at timestamptz, seconds integer, ip text)
RETURNS text[] LANGUAGE plpgsql SECURITY DEFINER SET search_path = identity, pg_temp AS $$
DECLARE
  known record;
  given text[];
BEGIN
  SELECT c.id, c.name, c.department_id, c.unit_id, c.scopes, s.secret_hash = secret AND c.revoked_at IS NULL
    AND c.expires_on >= organisation.local_day(asked_at) AS opens
  INTO known FROM client c JOIN client_secret s ON s.client_id = c.id WHERE c.id = client;
  IF NOT FOUND THEN RETURN NULL; END IF;
  INSERT INTO audit.event (at, department_id, unit_id, account_id, acting_role, action, operation, entity, entity_id, after, ip)
  VALUES (asked_at, known.department_id, known.unit_id, known.id, 'client', 'exchange.issueToken', 'signIn', 'identity.client', known.id::text,
          jsonb_build_object('client', known.name, 'outcome', CASE WHEN known.opens THEN 'opened' ELSE 'refused' END), ip);
  IF NOT known.opens THEN RETURN NULL; END IF;
  given := ARRAY(SELECT s FROM unnest(known.scopes) s WHERE cardinality(wanted) = 0 OR s = ANY (wanted));
  IF cardinality(given) > 0 THEN
    DELETE FROM client_token t WHERE t.client_id = known.id AND t.expires_at <= asked_at;
    INSERT INTO client_token VALUES (token, known.id, given, asked_at + make_interval(secs => seconds));
  END IF;
  RETURN given;
END $$;

-- Guardians only by a scope of their own; marks only by the scope of the gradebook.
CREATE POLICY clients_by_scope ON people.guardian AS RESTRICTIVE FOR SELECT TO hoaban_runtime USING (
  (SELECT organisation.acting_role()) IS DISTINCT FROM 'client'
  OR 'urn:hoaban:scope:guardians.readonly' = ANY (string_to_array((SELECT organisation.granted_scopes()), ' ')));
DROP POLICY sensitive ON gradebook.subject_marks;
CREATE POLICY sensitive ON gradebook.subject_marks AS RESTRICTIVE TO hoaban_runtime USING (
  (SELECT organisation.acting_role()) IS NULL
  OR (SELECT organisation.acting_role()) = ANY ('{departmentLeader,divisionHead,principal,vicePrincipal,clerk,teacher,homeroomTeacher,pupil,guardian}'::text[])
  OR (SELECT organisation.acting_role()) = 'client'
     AND (SELECT organisation.granted_scopes()) LIKE '%/gradebook%');

CREATE SCHEMA exchange;
GRANT USAGE ON SCHEMA exchange TO hoaban_runtime;

-- When a row was last changed: by the change log, else when its id was made (UUIDv7). Tells a time and nothing else.
CREATE FUNCTION exchange.changed_at(entity_name text, key uuid) RETURNS timestamptz
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = exchange, pg_temp AS $$
  SELECT coalesce(
    (SELECT e.at FROM audit.event e WHERE e.entity = entity_name AND e.entity_id = key::text AND e.operation IN ('insert', 'update')
     ORDER BY e.id DESC LIMIT 1),
    CASE WHEN substr(key::text, 15, 1) = '7'
      THEN to_timestamp(('x' || substr(replace(key::text, '-', ''), 1, 12))::bit(48)::bigint / 1000.0) ELSE to_timestamp(0) END)
$$;
