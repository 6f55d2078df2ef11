CREATE SCHEMA audit;
GRANT USAGE ON SCHEMA audit TO hoaban_runtime;

CREATE TABLE audit.event (
  id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  at timestamptz NOT NULL DEFAULT clock_timestamp(),
  department_id uuid,
  unit_id uuid,
  account_id uuid,
  acting_role text,
  acting_unit_id uuid,
  action text NOT NULL,
  operation text NOT NULL CHECK (operation IN ('insert', 'update', 'delete', 'read', 'signIn', 'other')),
  entity text NOT NULL,
  entity_id text,
  before jsonb,
  after jsonb,
  request_id text,
  command_id uuid,
  ip text
);
COMMENT ON TABLE audit.event IS 'Append-only: who did what to which row, when, from where, before and after.';
CREATE INDEX event_entity ON audit.event (entity, entity_id, id DESC);
CREATE INDEX event_unit ON audit.event (unit_id, id DESC);
CREATE INDEX event_department ON audit.event (department_id, id DESC);
CREATE INDEX event_account ON audit.event (account_id, id DESC);

CREATE FUNCTION audit.refuse_change() RETURNS trigger LANGUAGE plpgsql AS
$$ BEGIN RAISE EXCEPTION 'audit.event is append-only' USING ERRCODE = 'insufficient_privilege'; END $$;
CREATE TRIGGER append_only BEFORE UPDATE OR DELETE ON audit.event FOR EACH ROW EXECUTE FUNCTION audit.refuse_change();

-- One row per changed row, written by the statement itself. Runs as owner: the runtime role cannot forge or skip it.
CREATE FUNCTION audit.record() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = audit, pg_temp AS $$
DECLARE
  entity_name text := TG_TABLE_SCHEMA || '.' || TG_TABLE_NAME;
  action_name text := coalesce(nullif(current_setting('hoaban.action', true), ''), 'system');
  changes text := CASE TG_OP
    WHEN 'INSERT' THEN 'SELECT NULL::jsonb AS old, to_jsonb(n) AS new FROM new_rows n'
    WHEN 'DELETE' THEN 'SELECT to_jsonb(o) AS old, NULL::jsonb AS new FROM old_rows o'
    ELSE 'SELECT o.doc AS old, n.doc AS new
          FROM (SELECT to_jsonb(r) AS doc, row_number() OVER () AS line FROM old_rows r) o
          JOIN (SELECT to_jsonb(r) AS doc, row_number() OVER () AS line FROM new_rows r) n USING (line)
          WHERE o.doc IS DISTINCT FROM n.doc' END;
BEGIN
  EXECUTE format($sql$
    INSERT INTO audit.event (department_id, unit_id, account_id, acting_role, acting_unit_id, action, operation, entity, entity_id,
                             before, after, request_id, command_id, ip)
    SELECT coalesce(new ->> 'department_id', old ->> 'department_id')::uuid, coalesce(new ->> 'unit_id', old ->> 'unit_id', new ->> $4, old ->> $4)::uuid,
           nullif(current_setting('hoaban.account_id', true), '')::uuid, nullif(current_setting('hoaban.role', true), ''),
           nullif(current_setting('hoaban.unit_id', true), '')::uuid, $1, $2, $3, coalesce(new ->> 'id', old ->> 'id'),
           old - generated, new - generated, nullif(current_setting('hoaban.request_id', true), ''),
           nullif(current_setting('hoaban.command_id', true), '')::uuid, nullif(current_setting('hoaban.ip', true), '')
    FROM (%s) changes, (SELECT ARRAY(SELECT a.attname::text FROM pg_attribute a
                                     WHERE a.attrelid = $5 AND a.attgenerated <> '')) g (generated) $sql$, changes)
  USING action_name, lower(TG_OP), entity_name,
    CASE entity_name WHEN 'organisation.unit' THEN 'id' WHEN 'organisation.unit_line' THEN 'subordinate_id' ELSE 'unit_id' END,
    TG_RELID;
  RETURN NULL;
END $$;

CREATE FUNCTION audit.watch(target regclass, inserts boolean DEFAULT true) RETURNS void LANGUAGE plpgsql AS $$
BEGIN
  IF inserts THEN
    EXECUTE format('CREATE TRIGGER audit_insert AFTER INSERT ON %s REFERENCING NEW TABLE AS new_rows
      FOR EACH STATEMENT EXECUTE FUNCTION audit.record()', target);
  END IF;
  EXECUTE format('CREATE TRIGGER audit_update AFTER UPDATE ON %s REFERENCING OLD TABLE AS old_rows NEW TABLE AS new_rows
    FOR EACH STATEMENT EXECUTE FUNCTION audit.record()', target);
  EXECUTE format('CREATE TRIGGER audit_delete AFTER DELETE ON %s REFERENCING OLD TABLE AS old_rows
    FOR EACH STATEMENT EXECUTE FUNCTION audit.record()', target);
END $$;
COMMENT ON FUNCTION audit.watch IS 'Writes an audit row for each changed row; inserts => false where the creating action records one summary row.';

-- What no trigger can see: reads of sensitive rows, sign-ins, summaries of bulk work.
CREATE FUNCTION audit.note(operation text, entity text, entity_id text, unit uuid, details jsonb) RETURNS void
LANGUAGE sql SECURITY DEFINER SET search_path = audit, pg_temp AS $$
  INSERT INTO event (department_id, unit_id, account_id, acting_role, acting_unit_id, action, operation, entity, entity_id, after,
                     request_id, command_id, ip)
  VALUES (nullif(current_setting('hoaban.department_id', true), '')::uuid, unit,
          nullif(current_setting('hoaban.account_id', true), '')::uuid, nullif(current_setting('hoaban.role', true), ''),
          nullif(current_setting('hoaban.unit_id', true), '')::uuid,
          coalesce(nullif(current_setting('hoaban.action', true), ''), 'system'), $1, $2, $3, $5,
          nullif(current_setting('hoaban.request_id', true), ''), nullif(current_setting('hoaban.command_id', true), '')::uuid,
          nullif(current_setting('hoaban.ip', true), ''));
$$;
REVOKE ALL ON FUNCTION audit.note FROM PUBLIC;
GRANT EXECUTE ON FUNCTION audit.note TO hoaban_runtime;

-- A command is carried out once: its answer is kept and given again when the same command id comes back.
CREATE TABLE audit.command (
  id uuid NOT NULL,
  account_id uuid NOT NULL,
  action text NOT NULL,
  department_id uuid NOT NULL,
  input_hash text NOT NULL,
  at timestamptz NOT NULL DEFAULT now(),
  status smallint NOT NULL DEFAULT 200,
  answer jsonb,
  PRIMARY KEY (account_id, id)
);
COMMENT ON TABLE audit.command IS 'Replay guard: one row per accepted command with the answer it gave.';
CREATE INDEX command_at ON audit.command (at);
ALTER TABLE audit.command ENABLE ROW LEVEL SECURITY;
ALTER TABLE audit.command FORCE ROW LEVEL SECURITY;
CREATE POLICY owner_works ON audit.command TO hoaban_owner USING (true) WITH CHECK (true);
CREATE POLICY own_commands ON audit.command TO hoaban_runtime
  USING (account_id = (SELECT organisation.current_account())) WITH CHECK (account_id = (SELECT organisation.current_account()));
GRANT SELECT, INSERT ON audit.command TO hoaban_runtime;
GRANT UPDATE (answer, status) ON audit.command TO hoaban_runtime;

ALTER TABLE audit.event ENABLE ROW LEVEL SECURITY;
ALTER TABLE audit.event FORCE ROW LEVEL SECURITY;
CREATE POLICY owner_works ON audit.event TO hoaban_owner USING (true) WITH CHECK (true);
CREATE POLICY entitled_read ON audit.event FOR SELECT TO hoaban_runtime USING (
  department_id = (SELECT organisation.current_department()) AND
  CASE (SELECT organisation.current_scope())
    WHEN 'department' THEN true
    WHEN 'subtree' THEN unit_id IN (SELECT reach.descendant_id FROM organisation.unit_reach reach
                                    WHERE reach.ancestor_id = (SELECT organisation.current_unit()))
    ELSE account_id = (SELECT organisation.current_account())
  END);
GRANT SELECT ON audit.event TO hoaban_runtime;

SELECT audit.watch('organisation.unit');
SELECT audit.watch('organisation.unit_line');
SELECT audit.watch('organisation.site');
SELECT audit.watch('organisation.school_year');
SELECT audit.watch('organisation.semester');
