-- The same rows as before; for inserted and deleted ones by statements whose plans a session keeps; an upsert that changed nothing (the statement still fires the
-- trigger of its other half) writes nothing and asks nothing.
CREATE OR REPLACE FUNCTION audit.record() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = audit, pg_temp AS $$
DECLARE
  entity_name text := TG_TABLE_SCHEMA || '.' || TG_TABLE_NAME;
  action_name text := coalesce(nullif(current_setting('hoaban.action', true), ''), 'system');
  unit_column text := CASE entity_name WHEN 'organisation.unit' THEN 'id' WHEN 'organisation.unit_line' THEN 'subordinate_id' ELSE 'unit_id' END;
  generated text[];
BEGIN
  IF TG_OP <> 'DELETE' THEN
    IF NOT EXISTS (SELECT FROM new_rows) THEN RETURN NULL; END IF;
  END IF;
  generated := ARRAY(SELECT a.attname::text FROM pg_attribute a WHERE a.attrelid = TG_RELID AND a.attgenerated <> '');
  IF TG_OP = 'INSERT' THEN
    INSERT INTO event (department_id, unit_id, account_id, acting_role, acting_unit_id, action, operation, entity, entity_id, before, after,
                       request_id, command_id, ip)
    SELECT (c.new ->> 'department_id')::uuid, coalesce(c.new ->> 'unit_id', c.new ->> unit_column)::uuid, by.account, by.role, by.unit,
           action_name, 'insert', entity_name, c.new ->> 'id', NULL, c.new - generated, by.request, by.command, by.ip
    FROM (SELECT to_jsonb(n) AS new FROM new_rows n) c, audit.circumstances() by;
  ELSIF TG_OP = 'DELETE' THEN
    INSERT INTO event (department_id, unit_id, account_id, acting_role, acting_unit_id, action, operation, entity, entity_id, before, after,
                       request_id, command_id, ip)
    SELECT (c.old ->> 'department_id')::uuid, coalesce(c.old ->> 'unit_id', c.old ->> unit_column)::uuid, by.account, by.role, by.unit,
           action_name, 'delete', entity_name, c.old ->> 'id', c.old - generated, NULL, by.request, by.command, by.ip
    FROM (SELECT to_jsonb(o) AS old FROM old_rows o) c, audit.circumstances() by;
  ELSE
    -- Planned anew each time: a join kept for one changed row would be walked for each pair of eighty thousand.
    EXECUTE $sql$
      INSERT INTO audit.event (department_id, unit_id, account_id, acting_role, acting_unit_id, action, operation, entity, entity_id, before,
                               after, request_id, command_id, ip)
      SELECT coalesce(c.new ->> 'department_id', c.old ->> 'department_id')::uuid,
             coalesce(c.new ->> 'unit_id', c.old ->> 'unit_id', c.new ->> $1, c.old ->> $1)::uuid, by.account, by.role, by.unit,
             $2, 'update', $3, coalesce(c.new ->> 'id', c.old ->> 'id'), c.old - $4, c.new - $4, by.request, by.command, by.ip
      FROM (SELECT o.doc AS old, n.doc AS new
            FROM (SELECT to_jsonb(r) AS doc, row_number() OVER () AS line FROM old_rows r) o
            JOIN (SELECT to_jsonb(r) AS doc, row_number() OVER () AS line FROM new_rows r) n USING (line)
            WHERE o.doc IS DISTINCT FROM n.doc) c, audit.circumstances() by $sql$
    USING unit_column, action_name, entity_name, generated;
  END IF;
  RETURN NULL;
END $$;

-- Who acts, and in which request; no settings: the system.
CREATE FUNCTION audit.circumstances(OUT account uuid, OUT role text, OUT unit uuid, OUT request text, OUT command uuid, OUT ip text)
LANGUAGE sql STABLE AS $$
  SELECT nullif(current_setting('hoaban.account_id', true), '')::uuid, nullif(current_setting('hoaban.role', true), ''),
    nullif(current_setting('hoaban.unit_id', true), '')::uuid, nullif(current_setting('hoaban.request_id', true), ''),
    nullif(current_setting('hoaban.command_id', true), '')::uuid, nullif(current_setting('hoaban.ip', true), '')
$$;
REVOKE ALL ON FUNCTION audit.circumstances FROM PUBLIC;
