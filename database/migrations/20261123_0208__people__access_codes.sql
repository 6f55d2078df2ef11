-- Codes on slips: tried a limited number of times, and once only turned into an account.

CREATE TABLE people.code_attempt (
  bucket text PRIMARY KEY,
  since timestamptz NOT NULL,
  times integer NOT NULL
);
COMMENT ON TABLE people.code_attempt IS 'Wrong codes by address (ip/…) and by the first letters typed (code/…) within a quarter of an hour. No grants: functions only.';

-- Whether this address or these first letters have been tried too often; else the code is looked for, and a wrong one is counted.
-- `pupil`/`staff` null: no valid code (wrong, expired, revoked: all alike). Activated codes are found: they still open a survey.
CREATE FUNCTION people.try_code(hash bytea, prefix text, from_ip text, at timestamptz)
RETURNS TABLE (limited boolean, id uuid, holder text, pupil uuid, staff uuid, unit_id uuid, department_id uuid, activated boolean)
LANGUAGE plpgsql SECURITY DEFINER SET search_path = people, pg_temp AS $$
DECLARE
  found_code access_code%ROWTYPE;
BEGIN
  DELETE FROM code_attempt a WHERE a.since <= at - interval '15 minutes';
  IF EXISTS (SELECT FROM code_attempt a WHERE a.bucket = 'ip/' || from_ip AND a.times >= 30)
     OR EXISTS (SELECT FROM code_attempt a WHERE a.bucket = 'code/' || prefix AND a.times >= 30) THEN
    RETURN QUERY SELECT true, NULL::uuid, NULL::text, NULL::uuid, NULL::uuid, NULL::uuid, NULL::uuid, NULL::boolean;
    RETURN;
  END IF;
  SELECT * INTO found_code FROM access_code c WHERE c.code_hash = hash AND c.revoked_at IS NULL AND c.expires_at > at;
  IF found_code.id IS NULL THEN
    INSERT INTO code_attempt AS a (bucket, since, times) VALUES ('ip/' || from_ip, at, 1), ('code/' || prefix, at, 1)
    ON CONFLICT (bucket) DO UPDATE SET times = a.times + 1;
  END IF;
  RETURN QUERY SELECT false, found_code.id, found_code.holder, found_code.pupil_id, found_code.staff_id, found_code.unit_id,
    found_code.department_id, found_code.activated_at IS NOT NULL;
END $$;

-- What an account made from a code would be; no row when the code has been used, or the person has an account already.
CREATE FUNCTION people.activation_of(wanted uuid) RETURNS TABLE (name text, role text, class_name text, unit_name text)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = people, pg_temp AS $$
  SELECT person.name, person.role, person.class_name, u.name
  FROM access_code k JOIN organisation.unit u ON u.id = k.unit_id
  CROSS JOIN LATERAL (
    SELECT p.full_name AS name, 'pupil' AS role, c.name AS class_name
    FROM pupil p JOIN enrolment e ON e.pupil_id = p.id AND e.ends_on IS NULL JOIN school_class c ON c.id = e.class_id
    WHERE k.holder = 'pupil' AND p.id = k.pupil_id AND p.account_id IS NULL
    UNION ALL
    (SELECT g.full_name, 'guardian', c.name
    FROM guardian g JOIN enrolment e ON e.pupil_id = g.pupil_id AND e.ends_on IS NULL JOIN school_class c ON c.id = e.class_id
    WHERE k.holder = 'guardian' AND g.pupil_id = k.pupil_id AND g.account_id IS NULL
    ORDER BY g.phone IS NULL, g.relation NOT IN ('mother', 'father'), g.id LIMIT 1)
    UNION ALL
    SELECT s.full_name, CASE WHEN h.name IS NULL THEN 'teacher' ELSE 'homeroomTeacher' END, h.name
    FROM staff_member s LEFT JOIN LATERAL (SELECT c.name FROM school_class c
      WHERE c.homeroom_staff_id = s.id AND c.school_year_id = k.school_year_id ORDER BY c.name LIMIT 1) h ON true
    WHERE k.holder = 'staff' AND s.id = k.staff_id AND s.account_id IS NULL AND s.left_on IS NULL) person
  WHERE k.id = wanted AND k.activated_at IS NULL AND k.revoked_at IS NULL
$$;

-- Makes an account with one role for whoever has proved to be that person. Only other functions of the owner may call it.
CREATE FUNCTION identity.open_account(account uuid, department uuid, name text, wanted_usernames text[], hash text, role text, unit uuid,
  class_name text, at timestamptz) RETURNS text
LANGUAGE plpgsql SECURITY DEFINER SET search_path = identity, pg_temp AS $$
DECLARE
  chosen text;
BEGIN
  SELECT w INTO chosen FROM unnest(wanted_usernames) WITH ORDINALITY AS wanted(w, place)
  WHERE NOT EXISTS (SELECT FROM account a WHERE a.username = w) ORDER BY place LIMIT 1;
  IF chosen IS NULL THEN RETURN NULL; END IF;
  INSERT INTO account (id, department_id, display_name, username) VALUES (account, department, name, chosen);
  INSERT INTO credential (account_id, password_hash, must_change_password, password_changed_at) VALUES (account, hash, false, at);
  INSERT INTO role_assignment (id, account_id, unit_id, department_id, role, class_code, starts_on)
  VALUES (organisation.uuid_v7(), account, unit, department, role, class_name, (at AT TIME ZONE 'Asia/Ho_Chi_Minh')::date);
  RETURN chosen;
END $$;
REVOKE ALL ON FUNCTION identity.open_account FROM PUBLIC;

-- Turns a code into an account, once. Gives the username; null when the code cannot be used (any more).
CREATE FUNCTION people.activate_code(hash bytea, account uuid, wanted_usernames text[], password_hash text, at timestamptz) RETURNS text
LANGUAGE plpgsql SECURITY DEFINER SET search_path = people, pg_temp AS $$
DECLARE
  used access_code%ROWTYPE;
  person record;
  chosen text;
BEGIN
  SELECT * INTO used FROM access_code c WHERE c.code_hash = hash AND c.revoked_at IS NULL AND c.expires_at > at FOR UPDATE;
  IF used.id IS NULL OR used.activated_at IS NOT NULL THEN RETURN NULL; END IF;
  SELECT * INTO person FROM people.activation_of(used.id);
  IF person.name IS NULL THEN RETURN NULL; END IF;
  chosen := identity.open_account(account, used.department_id, person.name, wanted_usernames, password_hash, person.role, used.unit_id,
    person.class_name, at);
  IF chosen IS NULL THEN RETURN NULL; END IF;
  IF used.holder = 'pupil' THEN
    UPDATE pupil p SET account_id = account, version = p.version + 1 WHERE p.id = used.pupil_id AND p.account_id IS NULL;
  ELSIF used.holder = 'staff' THEN
    UPDATE staff_member s SET account_id = account, version = s.version + 1 WHERE s.id = used.staff_id AND s.account_id IS NULL;
  ELSE
    UPDATE guardian g SET account_id = account, version = g.version + 1 WHERE g.id = (
      SELECT one.id FROM guardian one WHERE one.pupil_id = used.pupil_id AND one.account_id IS NULL
      ORDER BY one.phone IS NULL, one.relation NOT IN ('mother', 'father'), one.id LIMIT 1);
  END IF;
  UPDATE access_code c SET activated_at = at WHERE c.id = used.id;
  INSERT INTO audit.event (at, department_id, unit_id, account_id, action, operation, entity, entity_id, after)
  VALUES (at, used.department_id, used.unit_id, account, 'people.activateAccount', 'other', 'people.access_code', used.id::text,
    jsonb_build_object('holder', used.holder));
  RETURN chosen;
END $$;

SELECT audit.watch('people.access_code', inserts => false);
