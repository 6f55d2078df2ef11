-- Working without a network: the devices that hold data and commands of a person, and what arrived from them in which order.
CREATE SCHEMA sync;
GRANT USAGE ON SCHEMA sync TO hoaban_runtime;

CREATE TABLE sync.device (
  id uuid PRIMARY KEY,
  account_id uuid NOT NULL REFERENCES identity.account (id) ON DELETE CASCADE,
  unit_id uuid REFERENCES organisation.unit (id),
  department_id uuid NOT NULL REFERENCES organisation.unit (id),
  user_agent text NOT NULL CHECK (length(user_agent) <= 300),
  public_key bytea NOT NULL CHECK (octet_length(public_key) BETWEEN 80 AND 200),
  bound_at timestamptz NOT NULL,
  last_seen_at timestamptz NOT NULL,
  session_id uuid,
  last_seq bigint NOT NULL DEFAULT 0 CHECK (last_seq >= 0),
  waiting jsonb NOT NULL DEFAULT '[]' CHECK (jsonb_typeof(waiting) = 'array'),
  clock_ahead_seconds bigint NOT NULL DEFAULT 0,
  offline_until timestamptz NOT NULL,
  revoked_at timestamptz,
  revoked_by uuid REFERENCES identity.account (id),
  revoked_reason text CHECK (length(revoked_reason) BETWEEN 1 AND 300),
  wiped_at timestamptz,
  CHECK ((revoked_at IS NULL) = (revoked_by IS NULL)),
  CHECK (wiped_at IS NULL OR revoked_at IS NOT NULL)
) WITH (fillfactor = 70);
COMMENT ON TABLE sync.device IS 'A browser that a person has bound: holds data and unsent commands without a network. Only the public half of its key is here.';
COMMENT ON COLUMN sync.device.session_id IS 'The session it was last seen with: ends when the device is revoked. No foreign key: sessions come and go.';
COMMENT ON COLUMN sync.device.last_seq IS 'Number of the last command that has its answer; the next one must follow without a gap.';
COMMENT ON COLUMN sync.device.waiting IS 'What it said at its last contact it still held unsent: [{name, title, madeAt}].';
COMMENT ON COLUMN sync.device.clock_ahead_seconds IS 'How far its clock was ahead of ours at the last contact; negative: behind.';
CREATE INDEX device_account ON sync.device (account_id, bound_at DESC);
CREATE INDEX device_unit ON sync.device (unit_id, last_seen_at DESC, id);
CREATE INDEX device_department ON sync.device (department_id, last_seen_at DESC, id);
CREATE INDEX device_revoked_by ON sync.device (revoked_by);

CREATE TABLE sync.receipt (
  device_id uuid NOT NULL REFERENCES sync.device (id) ON DELETE CASCADE,
  seq bigint NOT NULL CHECK (seq > 0),
  command_id uuid NOT NULL,
  account_id uuid NOT NULL,
  name text NOT NULL CHECK (length(name) BETWEEN 3 AND 100),
  input_hash text NOT NULL,
  made_at timestamptz NOT NULL,
  received_at timestamptz NOT NULL,
  clock_doubt text CHECK (clock_doubt IN ('ahead', 'behind')),
  outcome text NOT NULL CHECK (outcome IN ('applied', 'conflict', 'refused')),
  answer jsonb,
  together_with uuid,
  decides uuid,
  PRIMARY KEY (device_id, seq)
);
COMMENT ON TABLE sync.receipt IS 'One row for each command of a device that got its answer: in which order, when it came, what was said.';
COMMENT ON COLUMN sync.receipt.made_at IS 'What the device''s clock said: a claim. Order goes by seq, time by received_at.';
COMMENT ON COLUMN sync.receipt.together_with IS 'The first of the commands that were carried out in one step; the audit trail names that one.';
COMMENT ON COLUMN sync.receipt.decides IS 'The earlier command whose conflict this one decides.';
CREATE INDEX receipt_received ON sync.receipt (received_at);

ALTER TABLE sync.device ENABLE ROW LEVEL SECURITY;
ALTER TABLE sync.device FORCE ROW LEVEL SECURITY;
CREATE POLICY owner_works ON sync.device TO hoaban_owner USING (true) WITH CHECK (true);
-- A person's device is hers in whatever role she acts; keepers of accounts see those of their reach.
CREATE POLICY own_devices ON sync.device TO hoaban_runtime
  USING (account_id = (SELECT organisation.current_account())) WITH CHECK (account_id = (SELECT organisation.current_account()));
CREATE POLICY keepers_read ON sync.device FOR SELECT TO hoaban_runtime USING (
  CASE (SELECT organisation.current_scope())
    WHEN 'department' THEN department_id = (SELECT organisation.current_department())
    WHEN 'subtree' THEN unit_id IN (SELECT reach.descendant_id FROM organisation.unit_reach reach
                                    WHERE reach.ancestor_id = (SELECT organisation.current_unit()))
    ELSE false
  END);
ALTER TABLE sync.receipt ENABLE ROW LEVEL SECURITY;
ALTER TABLE sync.receipt FORCE ROW LEVEL SECURITY;
CREATE POLICY owner_works ON sync.receipt TO hoaban_owner USING (true) WITH CHECK (true);
CREATE POLICY own_receipts ON sync.receipt TO hoaban_runtime
  USING (account_id = (SELECT organisation.current_account())) WITH CHECK (account_id = (SELECT organisation.current_account()));

GRANT SELECT, INSERT ON sync.device, sync.receipt TO hoaban_runtime;
GRANT UPDATE (last_seen_at, session_id, last_seq, waiting, clock_ahead_seconds, offline_until) ON sync.device TO hoaban_runtime;

-- Ends a device: its session goes, and what it sends from now on is refused. Own devices, and those of accounts one may administer.
-- False: no such device, or out of reach.
CREATE FUNCTION sync.revoke_device(device uuid, why text, at timestamptz) RETURNS boolean
LANGUAGE plpgsql SECURITY DEFINER SET search_path = sync, pg_temp AS $$
DECLARE known record;
BEGIN
  SELECT d.account_id, d.session_id, d.revoked_at, d.waiting, d.unit_id INTO known FROM device d WHERE d.id = device
    AND (d.account_id = organisation.current_account() OR identity.may_administer(d.account_id)) FOR UPDATE;
  IF NOT FOUND THEN RETURN false; END IF;
  IF known.revoked_at IS NOT NULL THEN RETURN true; END IF;
  UPDATE device d SET revoked_at = at, revoked_by = organisation.current_account(), revoked_reason = why WHERE d.id = device;
  DELETE FROM identity.session s WHERE s.id = known.session_id AND s.account_id = known.account_id;
  PERFORM audit.note('other', 'sync.device', device::text, known.unit_id,
    jsonb_build_object('changed', 'revoked', 'reason', why, 'unsent', jsonb_array_length(known.waiting)));
  RETURN true;
END $$;

-- What a device that nobody is signed in on may ask: whether it is still bound. The caller has checked nothing yet: the key is for that.
CREATE FUNCTION sync.device_at_the_door(device uuid) RETURNS TABLE (public_key bytea, revoked boolean, account_id uuid)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = sync, pg_temp AS $$
  SELECT d.public_key, d.revoked_at IS NOT NULL OR a.status <> 'active', d.account_id FROM device d JOIN identity.account a ON a.id = d.account_id
  WHERE d.id = device
$$;

-- A device (its signature has been checked) says what it still holds; a revoked one says it before it wipes itself.
CREATE FUNCTION sync.take_report(device uuid, held jsonb, ahead_seconds bigint, at timestamptz) RETURNS void
LANGUAGE plpgsql SECURITY DEFINER SET search_path = sync, pg_temp AS $$
DECLARE reported record;
BEGIN
  UPDATE device d SET waiting = held, clock_ahead_seconds = ahead_seconds, last_seen_at = at,
    wiped_at = CASE WHEN d.revoked_at IS NULL THEN d.wiped_at ELSE coalesce(d.wiped_at, at) END
  WHERE d.id = device AND d.wiped_at IS NULL
  RETURNING d.department_id, d.unit_id, d.account_id, d.wiped_at INTO reported;
  IF FOUND AND reported.wiped_at IS NOT NULL THEN
    INSERT INTO audit.event (at, department_id, unit_id, account_id, action, operation, entity, entity_id, after)
    VALUES (at, reported.department_id, reported.unit_id, reported.account_id, 'sync.reportDevice', 'other', 'sync.device', device,
            jsonb_build_object('changed', 'wiped', 'unsent', held));
  END IF;
END $$;

-- Takes up another role of the person asking, for the rest of the transaction: a command was made in a role and is judged in it.
-- Nothing comes back when the role is not held (any more).
CREATE FUNCTION identity.take_role(assignment uuid, asked_at timestamptz)
RETURNS TABLE (role_assignment_id uuid, role text, unit_id uuid, unit_kind text, scope text)
LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = identity, pg_temp AS $$
DECLARE taken record;
BEGIN
  SELECT r.id, r.role, r.unit_id, u.kind, scope_of(r.role, u.kind) AS scope INTO taken
  FROM role_assignment r JOIN organisation.unit u ON u.id = r.unit_id
  WHERE r.id = assignment AND r.account_id = organisation.current_account() AND in_force(r.starts_on, r.ends_on, asked_at)
    AND organisation.current_scope() IS NOT NULL;
  IF NOT FOUND THEN RETURN; END IF;
  PERFORM set_config('hoaban.unit_id', taken.unit_id::text, true), set_config('hoaban.role', taken.role, true),
          set_config('hoaban.scope', taken.scope, true);
  RETURN QUERY SELECT taken.id, taken.role, taken.unit_id, taken.kind, taken.scope;
END $$;
