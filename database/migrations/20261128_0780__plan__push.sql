-- Being told on a device, and by which way of what.
CREATE TABLE plan.push_subscription (
  id uuid PRIMARY KEY,
  account_id uuid NOT NULL REFERENCES identity.account (id) ON DELETE CASCADE,
  department_id uuid NOT NULL REFERENCES organisation.unit (id),
  session_id uuid NOT NULL REFERENCES identity.session (id) ON DELETE CASCADE,
  endpoint text NOT NULL UNIQUE CHECK (length(endpoint) BETWEEN 10 AND 1000),
  p256dh text NOT NULL CHECK (p256dh ~ '^[\w-]{80,100}=*$'),
  auth text NOT NULL CHECK (auth ~ '^[\w-]{20,30}=*$'),
  made_at timestamptz NOT NULL,
  told_at timestamptz
);
COMMENT ON TABLE plan.push_subscription IS 'Browsers that agreed to be told; goes with the session, so that signing out ends it. told_at: the last telling that was handed over.';
CREATE INDEX push_subscription_account ON plan.push_subscription (account_id, made_at);
CREATE INDEX push_subscription_department ON plan.push_subscription (department_id);
CREATE INDEX push_subscription_session ON plan.push_subscription (session_id);
ALTER TABLE plan.push_subscription ENABLE ROW LEVEL SECURITY;
ALTER TABLE plan.push_subscription FORCE ROW LEVEL SECURITY;
CREATE POLICY owner_works ON plan.push_subscription TO hoaban_owner USING (true) WITH CHECK (true);
CREATE POLICY own_devices ON plan.push_subscription TO hoaban_runtime USING (account_id = (SELECT organisation.current_account()));
GRANT SELECT (id, account_id, endpoint, made_at), DELETE ON plan.push_subscription TO hoaban_runtime;

-- Takes a browser up for the person asking; whoever had it before on this device is told there no more. At most ten a person.
CREATE FUNCTION plan.keep_push(new_id uuid, session uuid, address text, key text, secret text, at timestamptz) RETURNS void
LANGUAGE plpgsql SECURITY DEFINER SET search_path = plan, pg_temp AS $$
BEGIN
  IF NOT EXISTS (SELECT FROM identity.session s WHERE s.id = session AND s.account_id = organisation.current_account()) THEN RETURN; END IF;
  DELETE FROM push_subscription p WHERE p.endpoint = address;
  DELETE FROM push_subscription p WHERE p.id IN (SELECT old.id FROM push_subscription old
    WHERE old.account_id = organisation.current_account() ORDER BY old.made_at DESC OFFSET 9);
  INSERT INTO push_subscription (id, account_id, department_id, session_id, endpoint, p256dh, auth, made_at)
  VALUES (new_id, organisation.current_account(), organisation.current_department(), session, address, key, secret, at);
END $$;

-- For background work of the system alone: the browsers of these people to whom something was told at `told`, with its kinds.
CREATE FUNCTION plan.push_targets(accounts uuid[], told timestamptz, today timestamptz)
RETURNS TABLE (id uuid, account_id uuid, endpoint text, p256dh text, auth text, kinds text[])
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = plan, pg_temp AS $$
  SELECT p.id, p.account_id, p.endpoint, p.p256dh, p.auth, array_agg(DISTINCT n.kind)
  FROM push_subscription p JOIN identity.session s ON s.id = p.session_id AND s.expires_at > today
  JOIN identity.account a ON a.id = p.account_id AND a.status = 'active'
  JOIN notice n ON n.account_id = p.account_id AND n.at = told AND n.read_at IS NULL
  WHERE organisation.current_account() IS NULL AND organisation.current_scope() = 'department'
    AND p.department_id = organisation.current_department() AND p.account_id = ANY (accounts) AND coalesce(p.told_at, '-infinity') < told
  GROUP BY p.id
$$;

-- Whether any of these people has a browser to be told on: without one there is no work to add.
CREATE FUNCTION plan.any_push(accounts uuid[]) RETURNS boolean LANGUAGE sql STABLE SECURITY DEFINER SET search_path = plan, pg_temp AS $$
  SELECT EXISTS (SELECT FROM push_subscription p WHERE p.account_id = ANY (accounts) AND p.department_id = organisation.current_department())
$$;

-- What became of it: handed over, or the browser is gone.
CREATE FUNCTION plan.pushed(subscription uuid, gone boolean, told timestamptz) RETURNS void
LANGUAGE plpgsql SECURITY DEFINER SET search_path = plan, pg_temp AS $$
BEGIN
  IF organisation.current_account() IS NOT NULL OR organisation.current_scope() IS DISTINCT FROM 'department' THEN RETURN; END IF;
  IF gone THEN DELETE FROM push_subscription p WHERE p.id = subscription AND p.department_id = organisation.current_department();
  ELSE UPDATE push_subscription p SET told_at = told WHERE p.id = subscription AND p.department_id = organisation.current_department();
  END IF;
END $$;

CREATE TABLE plan.notice_choice (
  account_id uuid NOT NULL REFERENCES identity.account (id) ON DELETE CASCADE,
  department_id uuid NOT NULL REFERENCES organisation.unit (id),
  topic text NOT NULL CHECK (topic ~ '^[a-z]{3,20}$'),
  mail boolean NOT NULL,
  push boolean NOT NULL,
  PRIMARY KEY (account_id, topic)
);
COMMENT ON TABLE plan.notice_choice IS 'By which ways a person wants to be told of a topic besides the page itself; without a row by all that the person has.';
CREATE INDEX notice_choice_department ON plan.notice_choice (department_id);
ALTER TABLE plan.notice_choice ENABLE ROW LEVEL SECURITY;
ALTER TABLE plan.notice_choice FORCE ROW LEVEL SECURITY;
CREATE POLICY owner_works ON plan.notice_choice TO hoaban_owner USING (true) WITH CHECK (true);
CREATE POLICY own_choices ON plan.notice_choice TO hoaban_runtime USING (account_id = (SELECT organisation.current_account()))
  WITH CHECK (account_id = (SELECT organisation.current_account()) AND department_id = (SELECT organisation.current_department()));
CREATE POLICY background_work ON plan.notice_choice FOR SELECT TO hoaban_runtime USING ((SELECT organisation.current_account()) IS NULL
  AND (SELECT organisation.current_scope()) = 'department' AND department_id = (SELECT organisation.current_department()));
GRANT SELECT, INSERT, UPDATE ON plan.notice_choice TO hoaban_runtime;
