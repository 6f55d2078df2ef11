-- Who is asking. Every request sets these settings for its own transaction; nothing set means no rows.
CREATE SCHEMA organisation;
GRANT USAGE ON SCHEMA organisation TO hoaban_runtime;

CREATE COLLATION organisation.vietnamese (provider = icu, locale = 'vi-VN');

CREATE FUNCTION organisation.current_account() RETURNS uuid LANGUAGE sql STABLE PARALLEL SAFE AS
$$ SELECT nullif(current_setting('hoaban.account_id', true), '')::uuid $$;

CREATE FUNCTION organisation.current_unit() RETURNS uuid LANGUAGE sql STABLE PARALLEL SAFE AS
$$ SELECT nullif(current_setting('hoaban.unit_id', true), '')::uuid $$;

CREATE FUNCTION organisation.current_department() RETURNS uuid LANGUAGE sql STABLE PARALLEL SAFE AS
$$ SELECT nullif(current_setting('hoaban.department_id', true), '')::uuid $$;

CREATE FUNCTION organisation.acting_role() RETURNS text LANGUAGE sql STABLE PARALLEL SAFE AS
$$ SELECT nullif(current_setting('hoaban.role', true), '') $$;

-- 'department': every row of the own department; 'subtree': rows of the own unit and the units it reaches;
-- 'own': rows addressed to the person or to everybody of the person's role in the own unit.
CREATE FUNCTION organisation.current_scope() RETURNS text LANGUAGE sql STABLE PARALLEL SAFE AS
$$ SELECT nullif(current_setting('hoaban.scope', true), '') $$;

-- The calendar day in Việt Nam at a moment: roles begin and end with the day people live in.
CREATE FUNCTION organisation.local_day(at timestamptz) RETURNS date LANGUAGE sql IMMUTABLE PARALLEL SAFE STRICT AS
$$ SELECT (at AT TIME ZONE 'Asia/Ho_Chi_Minh')::date $$;

-- Search without diacritics: one folding for the index and for the question.
CREATE FUNCTION organisation.fold(value text) RETURNS text LANGUAGE sql IMMUTABLE PARALLEL SAFE STRICT AS
$$ SELECT lower(public.unaccent('public.unaccent', normalize(value, NFC))) $$;

-- Time-ordered ids for rows that the database makes in bulk (RFC 9562, version 7); PostgreSQL has its own only from 18 on.
CREATE FUNCTION organisation.uuid_v7() RETURNS uuid LANGUAGE sql VOLATILE PARALLEL SAFE AS $$
  SELECT encode(set_bit(set_bit(overlay(uuid_send(gen_random_uuid())
    PLACING substring(int8send((extract(epoch FROM clock_timestamp()) * 1000)::bigint) FROM 3) FROM 1 FOR 6), 52, 1), 53, 1), 'hex')::uuid
$$;

-- Encloses a table that holds a unit's data: forced row-level security, scope policies, owner policy.
-- The table has unit_id and department_id; own_rows is the condition for people who see only their own rows.
CREATE FUNCTION organisation.protect(target regclass, own_rows text DEFAULT 'false') RETURNS void LANGUAGE plpgsql AS $$
DECLARE
  visible text := format(
    $policy$
      CASE (SELECT organisation.current_scope())
        WHEN 'department' THEN department_id = (SELECT organisation.current_department())
        WHEN 'subtree' THEN unit_id IN (SELECT reach.descendant_id FROM organisation.unit_reach reach
                                        WHERE reach.ancestor_id = (SELECT organisation.current_unit()))
        WHEN 'own' THEN department_id = (SELECT organisation.current_department()) AND (%s)
        ELSE false
      END
    $policy$, own_rows);
BEGIN
  EXECUTE format('ALTER TABLE %s ENABLE ROW LEVEL SECURITY', target);
  EXECUTE format('ALTER TABLE %s FORCE ROW LEVEL SECURITY', target);
  EXECUTE format('CREATE POLICY owner_works ON %s TO hoaban_owner USING (true) WITH CHECK (true)', target);
  EXECUTE format('CREATE POLICY scope ON %s TO hoaban_runtime USING (%s) WITH CHECK (%s)', target, visible, visible);
END $$;
COMMENT ON FUNCTION organisation.protect IS 'Encloses a table with unit data in the scope policies; see ARCHITECTURE.md, access.';

-- Lists that everybody of the department may read: units, school years, the plan itself.
CREATE FUNCTION organisation.protect_department(target regclass, readable text DEFAULT 'true', writable text DEFAULT
  $$(SELECT organisation.current_scope()) = 'department'$$) RETURNS void LANGUAGE plpgsql AS $$
DECLARE
  same text := 'department_id = (SELECT organisation.current_department())';
BEGIN
  EXECUTE format('ALTER TABLE %s ENABLE ROW LEVEL SECURITY', target);
  EXECUTE format('ALTER TABLE %s FORCE ROW LEVEL SECURITY', target);
  EXECUTE format('CREATE POLICY owner_works ON %s TO hoaban_owner USING (true) WITH CHECK (true)', target);
  EXECUTE format('CREATE POLICY department_reads ON %s FOR SELECT TO hoaban_runtime USING (%s AND (%s))', target, same, readable);
  EXECUTE format('CREATE POLICY scope_inserts ON %s FOR INSERT TO hoaban_runtime WITH CHECK (%s AND (%s))', target, same, writable);
  EXECUTE format('CREATE POLICY scope_updates ON %s FOR UPDATE TO hoaban_runtime USING (%s AND (%s)) WITH CHECK (%s AND (%s))',
                 target, same, writable, same, writable);
  EXECUTE format('CREATE POLICY scope_deletes ON %s FOR DELETE TO hoaban_runtime USING (%s AND (%s))', target, same, writable);
END $$;
COMMENT ON FUNCTION organisation.protect_department IS 'Encloses a table that the whole department reads and only the entitled write.';
