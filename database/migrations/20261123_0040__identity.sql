CREATE SCHEMA identity;
GRANT USAGE ON SCHEMA identity TO hoaban_runtime;

CREATE TABLE identity.account (
  id uuid PRIMARY KEY,
  department_id uuid NOT NULL REFERENCES organisation.unit (id),
  display_name text NOT NULL CHECK (length(display_name) BETWEEN 1 AND 100),
  username text NOT NULL CHECK (username ~ '^[a-z0-9][a-z0-9._-]{2,59}$'),
  phone text CHECK (phone ~ '^0\d{9}$'),
  email text CHECK (email ~ '^[^@\s]+@[^@\s]+\.[^@\s]+$' AND length(email) <= 254),
  language text NOT NULL DEFAULT 'vi' CHECK (language IN ('vi', 'en')),
  mail_notices boolean NOT NULL DEFAULT true,
  status text NOT NULL DEFAULT 'active' CHECK (status IN ('active', 'disabled')),
  first_signed_in_at timestamptz,
  version integer NOT NULL DEFAULT 1,
  search_text text GENERATED ALWAYS AS (organisation.fold(display_name || ' ' || username)) STORED
);
COMMENT ON TABLE identity.account IS 'A person who signs in. Secrets live in identity.credential.';
CREATE UNIQUE INDEX account_username ON identity.account (username);
CREATE UNIQUE INDEX account_phone ON identity.account (phone) WHERE phone IS NOT NULL;
CREATE INDEX account_department ON identity.account (department_id, display_name);
CREATE INDEX account_search ON identity.account USING gin (search_text public.gin_trgm_ops);

CREATE TABLE identity.credential (
  account_id uuid PRIMARY KEY REFERENCES identity.account (id) ON DELETE CASCADE,
  password_hash text,
  must_change_password boolean NOT NULL DEFAULT true,
  password_changed_at timestamptz,
  failed_attempts integer NOT NULL DEFAULT 0,
  locked_until timestamptz,
  totp_secret bytea,
  totp_confirmed_at timestamptz,
  totp_last_step bigint NOT NULL DEFAULT 0,
  oidc_issuer text,
  oidc_subject text,
  UNIQUE (oidc_issuer, oidc_subject)
);
COMMENT ON TABLE identity.credential IS 'Secrets of an account: argon2id hash, TOTP secret (encrypted by the server key), OIDC link. No grants: functions only.';

CREATE TABLE identity.role_assignment (
  id uuid PRIMARY KEY,
  account_id uuid NOT NULL REFERENCES identity.account (id) ON DELETE CASCADE,
  unit_id uuid NOT NULL REFERENCES organisation.unit (id),
  department_id uuid NOT NULL REFERENCES organisation.unit (id),
  role text NOT NULL CHECK (role IN ('departmentLeader', 'divisionHead', 'specialist', 'communeLeader', 'communeOfficer',
    'principal', 'vicePrincipal', 'clerk', 'teamLead', 'teacher', 'homeroomTeacher', 'pupil', 'guardian', 'systemAdmin')),
  class_code text,
  starts_on date NOT NULL DEFAULT '2025-07-01',
  ends_on date,
  UNIQUE NULLS NOT DISTINCT (account_id, unit_id, role, class_code),
  CHECK (ends_on IS NULL OR ends_on >= starts_on)
);
COMMENT ON TABLE identity.role_assignment IS 'A person holds a role in a unit (scope: unit subtree, class or own, by role) for a time.';
CREATE INDEX role_assignment_unit ON identity.role_assignment (unit_id, role);
CREATE INDEX role_assignment_department ON identity.role_assignment (department_id);

CREATE TABLE identity.session (
  id uuid PRIMARY KEY,
  token_hash bytea NOT NULL UNIQUE,
  account_id uuid NOT NULL REFERENCES identity.account (id) ON DELETE CASCADE,
  role_assignment_id uuid REFERENCES identity.role_assignment (id) ON DELETE SET NULL,
  created_at timestamptz NOT NULL,
  last_seen_at timestamptz NOT NULL,
  expires_at timestamptz NOT NULL,
  second_factor_due boolean NOT NULL DEFAULT false,
  ip text,
  user_agent text
);
COMMENT ON TABLE identity.session IS 'Signed-in browsers; only the SHA-256 of the token is kept.';
CREATE INDEX session_account ON identity.session (account_id, last_seen_at DESC);
CREATE INDEX session_role_assignment ON identity.session (role_assignment_id);
CREATE INDEX session_expires ON identity.session (expires_at);

CREATE TABLE identity.oidc_attempt (
  state_hash bytea PRIMARY KEY,
  nonce text NOT NULL,
  code_verifier text NOT NULL,
  return_to text NOT NULL,
  expires_at timestamptz NOT NULL
);
COMMENT ON TABLE identity.oidc_attempt IS 'Sign-ins under way at an outside identity provider (ten minutes).';

CREATE TABLE identity.feed_token (
  token_hash bytea PRIMARY KEY,
  account_id uuid NOT NULL UNIQUE REFERENCES identity.account (id) ON DELETE CASCADE,
  created_at timestamptz NOT NULL
);
COMMENT ON TABLE identity.feed_token IS 'Secret address of a personal iCalendar feed.';

-- Which rows a role sees; the one place that turns a role into a scope.
CREATE FUNCTION identity.scope_of(role text, unit_kind text) RETURNS text LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$
  SELECT CASE
    WHEN role IN ('departmentLeader', 'divisionHead') THEN 'department'
    WHEN role = 'specialist' THEN CASE unit_kind WHEN 'cluster' THEN 'subtree' ELSE 'department' END
    WHEN role = 'systemAdmin' THEN CASE unit_kind WHEN 'department' THEN 'department' ELSE 'subtree' END
    WHEN role IN ('communeLeader', 'communeOfficer', 'principal', 'vicePrincipal', 'clerk', 'teamLead') THEN 'subtree'
    ELSE 'own'
  END
$$;

-- Opens a request: checks the session and sets who is asking for the rest of the transaction. One round trip.
CREATE FUNCTION identity.open_request(token bytea, asked_at timestamptz, request_id text, ip text, action text, command_id text)
RETURNS TABLE (session_id uuid, account_id uuid, display_name text, language text, role_assignment_id uuid, role text, unit_id uuid,
               unit_kind text, department_id uuid, scope text, second_factor_due boolean, must_change_password boolean)
LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = identity, pg_temp AS $$
DECLARE found record;
BEGIN
  SELECT s.id AS session_id, a.id AS account_id, a.display_name, a.language, r.id AS role_assignment_id, r.role, r.unit_id,
         u.kind AS unit_kind, a.department_id, scope_of(r.role, u.kind) AS scope, s.second_factor_due, c.must_change_password
  INTO found
  FROM session s
  JOIN account a ON a.id = s.account_id AND a.status = 'active'
  JOIN credential c ON c.account_id = a.id
  LEFT JOIN role_assignment r ON r.id = s.role_assignment_id AND r.starts_on <= asked_at::date AND (r.ends_on IS NULL OR r.ends_on >= asked_at::date)
  LEFT JOIN organisation.unit u ON u.id = r.unit_id
  WHERE s.token_hash = token AND s.expires_at > asked_at;
  IF NOT FOUND THEN RETURN; END IF;
  PERFORM set_config('hoaban.account_id', found.account_id::text, true),
          set_config('hoaban.department_id', found.department_id::text, true),
          set_config('hoaban.unit_id', coalesce(found.unit_id::text, ''), true),
          set_config('hoaban.role', coalesce(found.role, ''), true),
          set_config('hoaban.scope', CASE WHEN found.second_factor_due OR found.must_change_password THEN '' ELSE coalesce(found.scope, '') END, true),
          set_config('hoaban.request_id', coalesce(request_id, ''), true),
          set_config('hoaban.ip', coalesce(ip, ''), true),
          set_config('hoaban.action', coalesce(action, ''), true),
          set_config('hoaban.command_id', coalesce(command_id, ''), true);
  RETURN QUERY SELECT found.session_id, found.account_id, found.display_name, found.language, found.role_assignment_id, found.role,
    found.unit_id, found.unit_kind, found.department_id, found.scope, found.second_factor_due, found.must_change_password;
END $$;

-- What sign-in must know before anybody is signed in.
CREATE FUNCTION identity.credential_for_sign_in(name text)
RETURNS TABLE (account_id uuid, department_id uuid, status text, password_hash text, must_change_password boolean,
               failed_attempts integer, locked_until timestamptz, totp_confirmed boolean)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = identity, pg_temp AS $$
  SELECT a.id, a.department_id, a.status, c.password_hash, c.must_change_password, c.failed_attempts, c.locked_until,
         c.totp_confirmed_at IS NOT NULL
  FROM account a JOIN credential c ON c.account_id = a.id
  WHERE a.username = lower(name) OR a.phone = name
$$;

CREATE FUNCTION identity.note_failed_sign_in(account uuid, failed_at timestamptz, allowed integer, lock_minutes integer)
RETURNS timestamptz LANGUAGE sql SECURITY DEFINER SET search_path = identity, pg_temp AS $$
  UPDATE credential SET
    failed_attempts = CASE WHEN failed_attempts + 1 >= allowed THEN 0 ELSE failed_attempts + 1 END,
    locked_until = CASE WHEN failed_attempts + 1 >= allowed THEN failed_at + make_interval(mins => lock_minutes) ELSE locked_until END
  WHERE account_id = account RETURNING locked_until
$$;

CREATE FUNCTION identity.open_session(id uuid, token bytea, account uuid, opened_at timestamptz, valid_hours integer,
  factor_due boolean, from_ip text, agent text) RETURNS void
LANGUAGE plpgsql SECURITY DEFINER SET search_path = identity, pg_temp AS $$
BEGIN
  UPDATE credential SET failed_attempts = 0, locked_until = NULL WHERE account_id = account;
  UPDATE account a SET first_signed_in_at = opened_at WHERE a.id = account AND first_signed_in_at IS NULL;
  INSERT INTO session (id, token_hash, account_id, role_assignment_id, created_at, last_seen_at, expires_at, second_factor_due, ip, user_agent)
  VALUES (id, token, account,
    (SELECT r.id FROM role_assignment r JOIN organisation.unit u ON u.id = r.unit_id
     WHERE r.account_id = account AND r.starts_on <= opened_at::date AND (r.ends_on IS NULL OR r.ends_on >= opened_at::date)
     ORDER BY array_position(ARRAY['departmentLeader', 'divisionHead', 'specialist', 'communeLeader', 'communeOfficer', 'principal',
       'vicePrincipal', 'clerk', 'teamLead', 'homeroomTeacher', 'teacher', 'systemAdmin', 'guardian', 'pupil'], r.role), u.name LIMIT 1),
    opened_at, opened_at, opened_at + make_interval(hours => valid_hours), factor_due, from_ip, left(agent, 300));
END $$;

CREATE FUNCTION identity.own_roles() RETURNS TABLE (id uuid, role text, unit_id uuid, unit_name text, unit_kind text)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = identity, pg_temp AS $$
  SELECT r.id, r.role, r.unit_id, u.name, u.kind FROM role_assignment r JOIN organisation.unit u ON u.id = r.unit_id
  WHERE r.account_id = organisation.current_account() AND (r.ends_on IS NULL OR r.ends_on >= current_date)
  ORDER BY u.position, u.name, r.role
$$;

CREATE FUNCTION identity.switch_role(session uuid, chosen uuid) RETURNS boolean
LANGUAGE sql SECURITY DEFINER SET search_path = identity, pg_temp AS $$
  WITH changed AS (
    UPDATE session s SET role_assignment_id = chosen
    WHERE s.id = session AND s.account_id = organisation.current_account()
      AND EXISTS (SELECT 1 FROM role_assignment r WHERE r.id = chosen AND r.account_id = s.account_id)
    RETURNING 1)
  SELECT EXISTS (SELECT 1 FROM changed)
$$;

CREATE FUNCTION identity.close_session(token bytea) RETURNS void
LANGUAGE sql SECURITY DEFINER SET search_path = identity, pg_temp AS $$ DELETE FROM session WHERE token_hash = token $$;

CREATE FUNCTION identity.own_credential() RETURNS TABLE (password_hash text, must_change_password boolean, totp_secret bytea,
  totp_confirmed boolean, totp_last_step bigint)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = identity, pg_temp AS $$
  SELECT password_hash, must_change_password, totp_secret, totp_confirmed_at IS NOT NULL, totp_last_step
  FROM credential WHERE account_id = organisation.current_account()
$$;

-- A person changes the own password: every other session ends.
CREATE FUNCTION identity.set_own_password(hash text, changed_at timestamptz, keep_session uuid) RETURNS void
LANGUAGE plpgsql SECURITY DEFINER SET search_path = identity, pg_temp AS $$
BEGIN
  UPDATE credential SET password_hash = hash, must_change_password = false, password_changed_at = changed_at
  WHERE account_id = organisation.current_account();
  DELETE FROM session WHERE account_id = organisation.current_account() AND id <> keep_session;
END $$;

CREATE FUNCTION identity.set_own_totp(secret bytea, confirmed timestamptz) RETURNS void
LANGUAGE sql SECURITY DEFINER SET search_path = identity, pg_temp AS $$
  UPDATE credential SET totp_secret = secret, totp_confirmed_at = confirmed, totp_last_step = 0
  WHERE account_id = organisation.current_account()
$$;

-- A code counts once: the time step must be newer than the last one used.
CREATE FUNCTION identity.accept_totp_step(session uuid, step bigint) RETURNS boolean
LANGUAGE plpgsql SECURITY DEFINER SET search_path = identity, pg_temp AS $$
BEGIN
  UPDATE credential SET totp_last_step = step WHERE account_id = organisation.current_account() AND totp_last_step < step;
  IF NOT FOUND THEN RETURN false; END IF;
  UPDATE session SET second_factor_due = false WHERE id = session AND account_id = organisation.current_account();
  RETURN true;
END $$;

-- The head of a unit gives an account of the subtree a new one-time password.
CREATE FUNCTION identity.reset_password(account uuid, hash text) RETURNS boolean
LANGUAGE plpgsql SECURITY DEFINER SET search_path = identity, pg_temp AS $$
BEGIN
  IF organisation.current_scope() NOT IN ('department', 'subtree') OR NOT EXISTS (
    SELECT 1 FROM role_assignment r WHERE r.account_id = account AND r.department_id = organisation.current_department()
      AND (organisation.current_scope() = 'department' OR r.unit_id IN (
        SELECT descendant_id FROM organisation.unit_reach WHERE ancestor_id = organisation.current_unit())))
  THEN RETURN false; END IF;
  INSERT INTO credential (account_id, password_hash) VALUES (account, hash)
  ON CONFLICT (account_id) DO UPDATE SET password_hash = hash, must_change_password = true, failed_attempts = 0, locked_until = NULL;
  DELETE FROM session WHERE account_id = account;
  RETURN true;
END $$;

CREATE FUNCTION identity.begin_oidc(state bytea, nonce text, verifier text, return_to text, expires timestamptz) RETURNS void
LANGUAGE sql SECURITY DEFINER SET search_path = identity, pg_temp AS
$$ INSERT INTO oidc_attempt VALUES (state, nonce, verifier, return_to, expires) $$;

CREATE FUNCTION identity.finish_oidc(state bytea, asked_at timestamptz) RETURNS TABLE (nonce text, code_verifier text, return_to text)
LANGUAGE sql SECURITY DEFINER SET search_path = identity, pg_temp AS
$$ DELETE FROM oidc_attempt WHERE state_hash = state AND expires_at > asked_at RETURNING nonce, code_verifier, return_to $$;

CREATE FUNCTION identity.account_for_oidc(issuer text, subject text) RETURNS TABLE (account_id uuid, status text, totp_confirmed boolean)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = identity, pg_temp AS $$
  SELECT a.id, a.status, c.totp_confirmed_at IS NOT NULL FROM credential c JOIN account a ON a.id = c.account_id
  WHERE c.oidc_issuer = issuer AND c.oidc_subject = subject
$$;

-- Linking needs a signed-in person: nobody can be linked by name or mail alone.
CREATE FUNCTION identity.link_own_oidc(issuer text, subject text) RETURNS void
LANGUAGE sql SECURITY DEFINER SET search_path = identity, pg_temp AS $$
  UPDATE credential SET oidc_issuer = issuer, oidc_subject = subject WHERE account_id = organisation.current_account()
$$;

CREATE FUNCTION identity.set_own_feed_token(token bytea, made_at timestamptz) RETURNS void
LANGUAGE sql SECURITY DEFINER SET search_path = identity, pg_temp AS $$
  INSERT INTO feed_token VALUES (token, organisation.current_account(), made_at)
  ON CONFLICT (account_id) DO UPDATE SET token_hash = token, created_at = made_at
$$;

-- Opens a read for a calendar programme that knows only the secret address: the person's first role, own rows.
CREATE FUNCTION identity.open_feed(token bytea) RETURNS TABLE (account_id uuid, display_name text)
LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = identity, pg_temp AS $$
DECLARE found record;
BEGIN
  SELECT a.id, a.display_name, a.department_id INTO found
  FROM feed_token f JOIN account a ON a.id = f.account_id AND a.status = 'active' WHERE f.token_hash = token;
  IF NOT FOUND THEN RETURN; END IF;
  PERFORM set_config('hoaban.account_id', found.id::text, true), set_config('hoaban.department_id', found.department_id::text, true),
          set_config('hoaban.scope', 'own', true);
  RETURN QUERY SELECT found.id, found.display_name;
END $$;

ALTER TABLE identity.account ENABLE ROW LEVEL SECURITY;
ALTER TABLE identity.account FORCE ROW LEVEL SECURITY;
CREATE POLICY owner_works ON identity.account TO hoaban_owner USING (true) WITH CHECK (true);
CREATE POLICY department_reads ON identity.account FOR SELECT TO hoaban_runtime USING (
  department_id = (SELECT organisation.current_department()) AND (SELECT organisation.current_scope()) IS NOT NULL
  OR id = (SELECT organisation.current_account()));
CREATE POLICY scope_inserts ON identity.account FOR INSERT TO hoaban_runtime WITH CHECK (
  department_id = (SELECT organisation.current_department()) AND (SELECT organisation.current_scope()) IN ('department', 'subtree'));
CREATE POLICY scope_updates ON identity.account FOR UPDATE TO hoaban_runtime USING (
  id = (SELECT organisation.current_account())
  OR department_id = (SELECT organisation.current_department()) AND (SELECT organisation.current_scope()) = 'department'
  OR (SELECT organisation.current_scope()) = 'subtree' AND id IN (
    SELECT r.account_id FROM identity.role_assignment r
    JOIN organisation.unit_reach reach ON reach.descendant_id = r.unit_id AND reach.ancestor_id = (SELECT organisation.current_unit())));
SELECT organisation.protect('identity.role_assignment', own_rows => 'account_id = (SELECT organisation.current_account())');
DO $$
DECLARE name text;
BEGIN
  FOREACH name IN ARRAY ARRAY['credential', 'session', 'oidc_attempt', 'feed_token'] LOOP
    EXECUTE format('ALTER TABLE identity.%I ENABLE ROW LEVEL SECURITY', name);
    EXECUTE format('ALTER TABLE identity.%I FORCE ROW LEVEL SECURITY', name);
    EXECUTE format('CREATE POLICY owner_works ON identity.%I TO hoaban_owner USING (true) WITH CHECK (true)', name);
  END LOOP;
END $$;
CREATE POLICY own_sessions ON identity.session TO hoaban_runtime USING (account_id = (SELECT organisation.current_account()));

GRANT SELECT, INSERT ON identity.account TO hoaban_runtime;
GRANT UPDATE (display_name, phone, email, language, mail_notices, status, version) ON identity.account TO hoaban_runtime;
GRANT SELECT, INSERT ON identity.role_assignment TO hoaban_runtime;
GRANT UPDATE (ends_on) ON identity.role_assignment TO hoaban_runtime;
GRANT SELECT (id, account_id, role_assignment_id, created_at, last_seen_at, expires_at, ip, user_agent), DELETE ON identity.session TO hoaban_runtime;

SELECT audit.watch('identity.account');
SELECT audit.watch('identity.role_assignment');
