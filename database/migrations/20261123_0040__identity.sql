CREATE SCHEMA identity;
GRANT USAGE ON SCHEMA identity TO hoaban_runtime;

CREATE TABLE identity.account (
  id uuid PRIMARY KEY,
  department_id uuid NOT NULL REFERENCES organisation.unit (id),
  display_name text NOT NULL CHECK (length(display_name) BETWEEN 1 AND 100 AND display_name = btrim(display_name)),
  -- Not a phone number: it would stand in the way of the person whose phone it is.
  username text NOT NULL CHECK (username ~ '^[a-z0-9][a-z0-9._-]{2,59}$' AND username !~ '^0\d{9}$'),
  phone text CHECK (phone ~ '^0\d{9}$'),
  email text CHECK (email ~ '^[^@\s]+@[^@\s]+\.[^@\s]+$' AND length(email) <= 254),
  language text NOT NULL DEFAULT 'vi' CHECK (language IN ('vi', 'en')),
  mail_notices boolean NOT NULL DEFAULT true,
  status text NOT NULL DEFAULT 'active' CHECK (status IN ('active', 'disabled')),
  first_signed_in_at timestamptz,
  version integer NOT NULL DEFAULT 1,
  search_text text GENERATED ALWAYS AS (organisation.fold(display_name || ' ' || username)) STORED,
  given_name text COLLATE organisation.vietnamese GENERATED ALWAYS AS (substring(display_name FROM '\S+$')) STORED,
  family_name text COLLATE organisation.vietnamese GENERATED ALWAYS AS (btrim(regexp_replace(display_name, '\S+$', ''))) STORED
);
COMMENT ON TABLE identity.account IS 'A person who signs in. Secrets live in identity.credential.';
CREATE UNIQUE INDEX account_username ON identity.account (username);
CREATE UNIQUE INDEX account_phone ON identity.account (phone) WHERE phone IS NOT NULL;
-- Lists of people go by given name (tên), then by family and middle names.
CREATE INDEX account_order ON identity.account (department_id, given_name, family_name, id);
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
  CONSTRAINT credential_oidc UNIQUE (oidc_issuer, oidc_subject)
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
  -- The last day in force; the day before starts_on: taken back the same day.
  CHECK (ends_on IS NULL OR ends_on >= starts_on - 1)
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
  expires_at timestamptz NOT NULL,
  second_factor_due boolean NOT NULL DEFAULT false,
  ip text,
  user_agent text
);
COMMENT ON TABLE identity.session IS 'Signed-in browsers; only the SHA-256 of the token is kept.';
CREATE INDEX session_account ON identity.session (account_id, created_at DESC);
CREATE INDEX session_role_assignment ON identity.session (role_assignment_id);
CREATE INDEX session_expires ON identity.session (expires_at);

CREATE TABLE identity.oidc_attempt (
  state_hash bytea PRIMARY KEY,
  nonce text NOT NULL,
  code_verifier text NOT NULL,
  return_to text NOT NULL,
  link_account_id uuid REFERENCES identity.account (id) ON DELETE CASCADE,
  expires_at timestamptz NOT NULL
);
COMMENT ON TABLE identity.oidc_attempt IS 'Sign-ins under way at an outside identity provider (ten minutes); link_account_id: a signed-in person links the own account.';
CREATE INDEX oidc_attempt_expires ON identity.oidc_attempt (expires_at);
CREATE INDEX oidc_attempt_link_account ON identity.oidc_attempt (link_account_id);

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

-- The kinds of unit in which a role makes sense. Without it the head of a school could make a "division head" of the own school,
-- whose scope is the department.
CREATE FUNCTION identity.role_fits(role text, unit_kind text) RETURNS boolean LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$
  SELECT CASE role
    WHEN 'departmentLeader' THEN unit_kind = 'department'
    WHEN 'divisionHead' THEN unit_kind = 'division'
    WHEN 'specialist' THEN unit_kind IN ('division', 'cluster')
    WHEN 'communeLeader' THEN unit_kind = 'commune'
    WHEN 'communeOfficer' THEN unit_kind = 'commune'
    WHEN 'teamLead' THEN unit_kind = 'subjectTeam'
    WHEN 'teacher' THEN unit_kind IN ('school', 'subjectTeam')
    WHEN 'systemAdmin' THEN unit_kind IN ('department', 'commune', 'school')
    ELSE unit_kind = 'school'
  END
$$;

CREATE FUNCTION identity.refuse_misfit() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = identity, pg_temp AS $$
BEGIN
  IF NOT EXISTS (SELECT 1 FROM organisation.unit u JOIN account a ON a.id = NEW.account_id AND a.department_id = u.department_id
                 WHERE u.id = NEW.unit_id AND u.department_id = NEW.department_id AND role_fits(NEW.role, u.kind))
  THEN RAISE EXCEPTION 'role % does not fit the unit', NEW.role USING ERRCODE = 'check_violation', CONSTRAINT = 'role_assignment_fits_unit'; END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER fits_unit BEFORE INSERT OR UPDATE OF account_id, unit_id, department_id, role ON identity.role_assignment
  FOR EACH ROW EXECUTE FUNCTION identity.refuse_misfit();

CREATE FUNCTION identity.in_force(starts_on date, ends_on date, asked_at timestamptz) RETURNS boolean LANGUAGE sql IMMUTABLE PARALLEL SAFE AS
$$ SELECT starts_on <= organisation.local_day(asked_at) AND (ends_on IS NULL OR ends_on >= organisation.local_day(asked_at)) $$;

-- The role a person starts in: the one with the widest view.
CREATE FUNCTION identity.first_role(account uuid, asked_at timestamptz) RETURNS uuid
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = identity, pg_temp AS $$
  SELECT r.id FROM role_assignment r JOIN organisation.unit u ON u.id = r.unit_id
  WHERE r.account_id = account AND in_force(r.starts_on, r.ends_on, asked_at)
  ORDER BY array_position(ARRAY['departmentLeader', 'divisionHead', 'specialist', 'communeLeader', 'communeOfficer', 'principal',
    'vicePrincipal', 'clerk', 'teamLead', 'homeroomTeacher', 'teacher', 'systemAdmin', 'guardian', 'pupil'], r.role), u.name, r.id
  LIMIT 1
$$;

-- Opens a request: checks the session and sets who is asking for the rest of the transaction. One round trip.
CREATE FUNCTION identity.open_request(token bytea, asked_at timestamptz, request_id text, ip text, action text, command_id text)
RETURNS TABLE (session_id uuid, account_id uuid, display_name text, language text, role_assignment_id uuid, role text, unit_id uuid,
               unit_kind text, department_id uuid, scope text, second_factor_due boolean, must_change_password boolean)
LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = identity, pg_temp AS $$
DECLARE asker record;
BEGIN
  SELECT s.id AS session_id, a.id AS account_id, a.display_name, a.language, r.id AS role_assignment_id, r.role, r.unit_id,
         u.kind AS unit_kind, a.department_id, scope_of(r.role, u.kind) AS scope, s.second_factor_due, c.must_change_password
  INTO asker
  FROM session s
  JOIN account a ON a.id = s.account_id AND a.status = 'active'
  JOIN credential c ON c.account_id = a.id
  LEFT JOIN role_assignment r ON r.id = s.role_assignment_id AND in_force(r.starts_on, r.ends_on, asked_at)
  LEFT JOIN organisation.unit u ON u.id = r.unit_id
  WHERE s.token_hash = token AND s.expires_at > asked_at;
  IF NOT FOUND THEN RETURN; END IF;
  PERFORM set_config('hoaban.account_id', asker.account_id::text, true),
          set_config('hoaban.department_id', asker.department_id::text, true),
          set_config('hoaban.unit_id', coalesce(asker.unit_id::text, ''), true),
          set_config('hoaban.role', coalesce(asker.role, ''), true),
          -- Nobody sees a row before the second factor is given and the one-time password is changed.
          set_config('hoaban.scope', CASE WHEN asker.role IS NULL OR asker.second_factor_due OR asker.must_change_password THEN ''
                                     ELSE asker.scope END, true),
          set_config('hoaban.request_id', coalesce(request_id, ''), true),
          set_config('hoaban.ip', coalesce(ip, ''), true),
          set_config('hoaban.action', coalesce(action, ''), true),
          set_config('hoaban.command_id', coalesce(command_id, ''), true);
  RETURN QUERY SELECT asker.session_id, asker.account_id, asker.display_name, asker.language, asker.role_assignment_id, asker.role,
    asker.unit_id, asker.unit_kind, asker.department_id, asker.scope, asker.second_factor_due, asker.must_change_password;
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

-- Counts a wrong password or code; the last one allowed locks. Gives the end of the lock, null when not locked by it.
CREATE FUNCTION identity.note_failed_attempt(account uuid, failed_at timestamptz, allowed integer, lock_minutes integer, action text,
  from_ip text) RETURNS timestamptz
LANGUAGE plpgsql SECURITY DEFINER SET search_path = identity, pg_temp AS $$
DECLARE locks boolean;
BEGIN
  UPDATE credential SET failed_attempts = failed_attempts + 1 WHERE account_id = account RETURNING failed_attempts >= allowed INTO locks;
  IF locks THEN
    UPDATE credential SET failed_attempts = 0, locked_until = failed_at + make_interval(mins => lock_minutes) WHERE account_id = account;
  END IF;
  INSERT INTO audit.event (at, department_id, account_id, action, operation, entity, entity_id, after, ip)
  SELECT failed_at, a.department_id, a.id, action, 'signIn', 'identity.account', a.id, jsonb_build_object('outcome', 'refused', 'locked', locks),
         from_ip
  FROM account a WHERE a.id = account;
  RETURN CASE WHEN locks THEN failed_at + make_interval(mins => lock_minutes) END;
END $$;

-- The count of wrong attempts goes back to nothing only when nothing more is due: else the password would open unlimited guesses
-- of the second factor.
CREATE FUNCTION identity.open_session(id uuid, token bytea, account uuid, opened_at timestamptz, valid_hours integer,
  factor_due boolean, from_ip text, agent text, action text) RETURNS void
LANGUAGE plpgsql SECURITY DEFINER SET search_path = identity, pg_temp AS $$
BEGIN
  IF NOT factor_due THEN
    UPDATE credential SET failed_attempts = 0, locked_until = NULL WHERE account_id = account;
  END IF;
  UPDATE account a SET first_signed_in_at = opened_at WHERE a.id = account AND first_signed_in_at IS NULL;
  DELETE FROM session s WHERE s.account_id = account AND s.expires_at <= opened_at;
  INSERT INTO session (id, token_hash, account_id, role_assignment_id, created_at, expires_at, second_factor_due, ip, user_agent)
  VALUES (id, token, account, first_role(account, opened_at), opened_at, opened_at + make_interval(hours => valid_hours), factor_due,
          from_ip, left(agent, 300));
  INSERT INTO audit.event (at, department_id, account_id, action, operation, entity, entity_id, after, ip)
  SELECT opened_at, a.department_id, a.id, action, 'signIn', 'identity.account', a.id,
         jsonb_build_object('outcome', 'opened', 'secondFactorDue', factor_due), from_ip
  FROM account a WHERE a.id = account;
END $$;

CREATE FUNCTION identity.own_roles(asked_at timestamptz) RETURNS TABLE (id uuid, role text, unit_id uuid, unit_name text, unit_kind text)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = identity, pg_temp AS $$
  SELECT r.id, r.role, r.unit_id, u.name, u.kind FROM role_assignment r JOIN organisation.unit u ON u.id = r.unit_id
  WHERE r.account_id = organisation.current_account() AND in_force(r.starts_on, r.ends_on, asked_at)
  ORDER BY u.position, u.name, r.role, r.id
$$;

CREATE FUNCTION identity.switch_role(session uuid, chosen uuid, asked_at timestamptz) RETURNS boolean
LANGUAGE sql SECURITY DEFINER SET search_path = identity, pg_temp AS $$
  WITH changed AS (
    UPDATE session s SET role_assignment_id = chosen
    WHERE s.id = session AND s.account_id = organisation.current_account()
      AND EXISTS (SELECT 1 FROM role_assignment r WHERE r.id = chosen AND r.account_id = s.account_id
                    AND in_force(r.starts_on, r.ends_on, asked_at))
    RETURNING 1)
  SELECT EXISTS (SELECT 1 FROM changed)
$$;

CREATE FUNCTION identity.close_session(token bytea) RETURNS void
LANGUAGE sql SECURITY DEFINER SET search_path = identity, pg_temp AS $$ DELETE FROM session WHERE token_hash = token $$;

CREATE FUNCTION identity.own_credential() RETURNS TABLE (username text, password_hash text, locked_until timestamptz, totp_secret bytea,
  totp_confirmed boolean, totp_last_step bigint, oidc_linked boolean)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = identity, pg_temp AS $$
  SELECT a.username, c.password_hash, c.locked_until, c.totp_secret, c.totp_confirmed_at IS NOT NULL, c.totp_last_step,
         c.oidc_subject IS NOT NULL
  FROM credential c JOIN account a ON a.id = c.account_id WHERE c.account_id = organisation.current_account()
$$;

-- A person changes the own password: every other session ends.
CREATE FUNCTION identity.set_own_password(hash text, changed_at timestamptz, keep_session uuid) RETURNS void
LANGUAGE plpgsql SECURITY DEFINER SET search_path = identity, pg_temp AS $$
BEGIN
  UPDATE credential SET password_hash = hash, must_change_password = false, password_changed_at = changed_at, failed_attempts = 0
  WHERE account_id = organisation.current_account();
  DELETE FROM session WHERE account_id = organisation.current_account() AND id <> keep_session;
  PERFORM audit.note('other', 'identity.credential', organisation.current_account()::text, NULL, '{"changed": "password"}');
END $$;

-- A new secret waits for its first code; without a secret the second factor is off.
CREATE FUNCTION identity.set_own_totp(secret bytea) RETURNS void
LANGUAGE plpgsql SECURITY DEFINER SET search_path = identity, pg_temp AS $$
BEGIN
  UPDATE credential SET totp_secret = secret, totp_confirmed_at = NULL, totp_last_step = 0
  WHERE account_id = organisation.current_account();
  PERFORM audit.note('other', 'identity.credential', organisation.current_account()::text, NULL,
    jsonb_build_object('changed', 'secondFactor', 'state', CASE WHEN secret IS NULL THEN 'off' ELSE 'begun' END));
END $$;

-- A code counts once: the time step must be newer than the last one used. The first accepted code switches the second factor on.
CREATE FUNCTION identity.accept_totp_step(own_session uuid, step bigint, accepted_at timestamptz) RETURNS boolean
LANGUAGE plpgsql SECURITY DEFINER SET search_path = identity, pg_temp AS $$
DECLARE first_code boolean;
BEGIN
  SELECT totp_confirmed_at IS NULL INTO first_code FROM credential WHERE account_id = organisation.current_account() FOR UPDATE;
  UPDATE credential SET totp_last_step = step, totp_confirmed_at = coalesce(totp_confirmed_at, accepted_at), failed_attempts = 0
  WHERE account_id = organisation.current_account() AND totp_secret IS NOT NULL AND totp_last_step < step;
  IF NOT FOUND THEN RETURN false; END IF;
  UPDATE session SET second_factor_due = false WHERE id = own_session AND account_id = organisation.current_account();
  IF first_code THEN
    PERFORM audit.note('other', 'identity.credential', organisation.current_account()::text, NULL, '{"changed": "secondFactor", "state": "on"}');
  END IF;
  RETURN true;
END $$;

-- Whether the acting person may change another account: every role it holds today lies in the own reach, so that nobody reaches
-- through a shared person into another unit. The rules say further which roles stand above whom.
CREATE FUNCTION identity.may_administer(account uuid) RETURNS boolean
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = identity, pg_temp AS $$
  SELECT CASE organisation.current_scope()
    WHEN 'department' THEN EXISTS (SELECT 1 FROM account a WHERE a.id = account AND a.department_id = organisation.current_department())
    WHEN 'subtree' THEN coalesce((
      SELECT bool_and(EXISTS (SELECT 1 FROM organisation.unit_reach reach
                              WHERE reach.ancestor_id = organisation.current_unit() AND reach.descendant_id = r.unit_id))
      FROM role_assignment r
      WHERE r.account_id = account AND (r.ends_on IS NULL OR r.ends_on >= organisation.local_day(now()))), false)
    ELSE false
  END
$$;

-- A new one-time password for an account that may be administered.
CREATE FUNCTION identity.reset_password(account uuid, hash text) RETURNS boolean
LANGUAGE plpgsql SECURITY DEFINER SET search_path = identity, pg_temp AS $$
BEGIN
  IF NOT may_administer(account) THEN RETURN false; END IF;
  INSERT INTO credential (account_id, password_hash) VALUES (account, hash)
  ON CONFLICT (account_id) DO UPDATE SET password_hash = hash, must_change_password = true, failed_attempts = 0, locked_until = NULL;
  DELETE FROM session WHERE account_id = account;
  PERFORM audit.note('other', 'identity.credential', account::text, NULL, '{"changed": "oneTimePassword"}');
  RETURN true;
END $$;

CREATE FUNCTION identity.end_sessions(account uuid) RETURNS void
LANGUAGE plpgsql SECURITY DEFINER SET search_path = identity, pg_temp AS $$
BEGIN
  IF may_administer(account) THEN DELETE FROM session WHERE account_id = account; END IF;
END $$;

-- How to reach people and how their sign-in stands: for themselves and for those whose reach they are in.
CREATE FUNCTION identity.account_details(accounts uuid[]) RETURNS TABLE (account_id uuid, phone text, email text, mail_notices boolean,
  must_change_password boolean, locked_until timestamptz, second_factor boolean)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = identity, pg_temp AS $$
  SELECT a.id, a.phone, a.email, a.mail_notices, c.must_change_password, c.locked_until, c.totp_confirmed_at IS NOT NULL
  FROM account a LEFT JOIN credential c ON c.account_id = a.id
  WHERE a.id = ANY (accounts) AND (
    a.id = organisation.current_account()
    OR organisation.current_scope() = 'department' AND a.department_id = organisation.current_department()
    OR organisation.current_scope() = 'subtree' AND EXISTS (
      SELECT 1 FROM role_assignment r JOIN organisation.unit_reach reach
        ON reach.descendant_id = r.unit_id AND reach.ancestor_id = organisation.current_unit()
      WHERE r.account_id = a.id))
$$;

-- Who stands at the head of a unit: public knowledge inside the department.
CREATE FUNCTION identity.leaders_of(unit uuid, asked_at timestamptz) RETURNS TABLE (account_id uuid, name text, role text)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = identity, pg_temp AS $$
  SELECT a.id, a.display_name, r.role FROM role_assignment r JOIN account a ON a.id = r.account_id AND a.status = 'active'
  WHERE r.unit_id = unit AND r.department_id = organisation.current_department() AND in_force(r.starts_on, r.ends_on, asked_at)
    AND r.role IN ('departmentLeader', 'divisionHead', 'specialist', 'communeLeader', 'communeOfficer', 'principal', 'vicePrincipal', 'teamLead')
    AND organisation.current_scope() IS NOT NULL
  ORDER BY array_position(ARRAY['departmentLeader', 'divisionHead', 'communeLeader', 'principal', 'vicePrincipal', 'teamLead'], r.role),
    a.given_name, a.family_name
$$;

CREATE FUNCTION identity.begin_oidc(state bytea, nonce text, verifier text, return_to text, link_account uuid, begun_at timestamptz,
  valid_minutes integer) RETURNS void
LANGUAGE sql SECURITY DEFINER SET search_path = identity, pg_temp AS $$
  DELETE FROM oidc_attempt WHERE expires_at <= begun_at;
  INSERT INTO oidc_attempt (state_hash, nonce, code_verifier, return_to, link_account_id, expires_at)
  VALUES (state, nonce, verifier, return_to, link_account, begun_at + make_interval(mins => valid_minutes))
$$;

-- An attempt is used once.
CREATE FUNCTION identity.finish_oidc(state bytea, asked_at timestamptz)
RETURNS TABLE (nonce text, code_verifier text, return_to text, link_account_id uuid, expired boolean)
LANGUAGE sql SECURITY DEFINER SET search_path = identity, pg_temp AS $$
  DELETE FROM oidc_attempt WHERE state_hash = state
  RETURNING nonce, code_verifier, return_to, link_account_id, expires_at <= asked_at
$$;

CREATE FUNCTION identity.account_for_oidc(issuer text, subject text)
RETURNS TABLE (account_id uuid, status text, totp_confirmed boolean, locked_until timestamptz)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = identity, pg_temp AS $$
  SELECT a.id, a.status, c.totp_confirmed_at IS NOT NULL, c.locked_until FROM credential c JOIN account a ON a.id = c.account_id
  WHERE c.oidc_issuer = issuer AND c.oidc_subject = subject
$$;

-- Linking needs a signed-in person: nobody can be linked by name or mail alone. False: linked to somebody else.
CREATE FUNCTION identity.link_own_oidc(issuer text, subject text) RETURNS boolean
LANGUAGE plpgsql SECURITY DEFINER SET search_path = identity, pg_temp AS $$
BEGIN
  IF EXISTS (SELECT 1 FROM credential WHERE oidc_issuer = issuer AND oidc_subject = subject
               AND account_id <> organisation.current_account()) THEN RETURN false; END IF;
  UPDATE credential SET oidc_issuer = issuer, oidc_subject = subject WHERE account_id = organisation.current_account();
  PERFORM audit.note('other', 'identity.credential', organisation.current_account()::text, NULL, '{"changed": "oidcLink"}');
  RETURN true;
END $$;

CREATE FUNCTION identity.set_own_feed_token(token bytea, made_at timestamptz) RETURNS void
LANGUAGE sql SECURITY DEFINER SET search_path = identity, pg_temp AS $$
  INSERT INTO feed_token VALUES (token, organisation.current_account(), made_at)
  ON CONFLICT (account_id) DO UPDATE SET token_hash = token, created_at = made_at
$$;

-- Opens a read for a calendar programme that knows only the secret address: the person's first role, own rows.
CREATE FUNCTION identity.open_feed(token bytea, asked_at timestamptz) RETURNS TABLE (account_id uuid, display_name text)
LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = identity, pg_temp AS $$
DECLARE asker record;
BEGIN
  SELECT a.id, a.display_name, a.department_id, r.unit_id, r.role INTO asker
  FROM feed_token f JOIN account a ON a.id = f.account_id AND a.status = 'active'
  LEFT JOIN role_assignment r ON r.id = first_role(a.id, asked_at)
  WHERE f.token_hash = token;
  IF NOT FOUND THEN RETURN; END IF;
  PERFORM set_config('hoaban.account_id', asker.id::text, true), set_config('hoaban.department_id', asker.department_id::text, true),
          set_config('hoaban.unit_id', coalesce(asker.unit_id::text, ''), true), set_config('hoaban.role', coalesce(asker.role, ''), true),
          set_config('hoaban.scope', 'own', true);
  RETURN QUERY SELECT asker.id, asker.display_name;
END $$;

ALTER TABLE identity.account ENABLE ROW LEVEL SECURITY;
ALTER TABLE identity.account FORCE ROW LEVEL SECURITY;
CREATE POLICY owner_works ON identity.account TO hoaban_owner USING (true) WITH CHECK (true);
-- Names are known in the whole department (who gave, who accepted); pupils and guardians see only themselves.
-- Phone and e-mail are not granted at all: identity.contacts gives them to those whose reach they are in.
CREATE POLICY department_reads ON identity.account FOR SELECT TO hoaban_runtime USING (
  department_id = (SELECT organisation.current_department()) AND (SELECT organisation.current_scope()) IS NOT NULL
    AND (SELECT coalesce(organisation.acting_role(), '')) NOT IN ('pupil', 'guardian')
  OR id = (SELECT organisation.current_account()));
CREATE POLICY scope_inserts ON identity.account FOR INSERT TO hoaban_runtime WITH CHECK (
  department_id = (SELECT organisation.current_department()) AND (SELECT organisation.current_scope()) IN ('department', 'subtree'));
CREATE POLICY scope_updates ON identity.account FOR UPDATE TO hoaban_runtime USING (
  id = (SELECT organisation.current_account()) OR identity.may_administer(id));
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

GRANT SELECT (id, department_id, display_name, username, language, status, first_signed_in_at, version, search_text, given_name,
  family_name), INSERT ON identity.account TO hoaban_runtime;
GRANT UPDATE (display_name, phone, email, language, mail_notices, status, version) ON identity.account TO hoaban_runtime;
GRANT SELECT, INSERT ON identity.role_assignment TO hoaban_runtime;
GRANT UPDATE (starts_on, ends_on) ON identity.role_assignment TO hoaban_runtime;
GRANT SELECT (id, account_id, role_assignment_id, created_at, expires_at, ip, user_agent), DELETE ON identity.session TO hoaban_runtime;

SELECT audit.watch('identity.account');
SELECT audit.watch('identity.role_assignment');
