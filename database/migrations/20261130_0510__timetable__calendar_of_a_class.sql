-- The week of a class as a calendar too, for the group chat of the class: its lessons, nobody's name. Asked for by its homeroom teacher or
-- the office; whoever asks again ends the address before.
ALTER TABLE timetable.feed ADD COLUMN class_id uuid UNIQUE REFERENCES people.school_class (id) ON DELETE CASCADE,
  DROP CONSTRAINT feed_account_id_key;
CREATE UNIQUE INDEX feed_of_account ON timetable.feed (account_id) WHERE class_id IS NULL;
CREATE INDEX feed_account ON timetable.feed (account_id);
COMMENT ON TABLE timetable.feed IS 'Secret address of the iCalendar feed of a teacher''s, pupil''s or guardian''s week, or of a class; nobody reads it, functions look it up.';
COMMENT ON COLUMN timetable.feed.class_id IS 'The class whose week it is; without: the person''s own. Read in the role of the one who asked for it.';

-- Classes of this year whose calendar the asker may give away: of the homeroom teacher the own, of the office of the school all.
CREATE FUNCTION timetable.my_feed_classes() RETURNS SETOF uuid LANGUAGE sql STABLE SECURITY DEFINER SET search_path = timetable, pg_temp AS $$
  SELECT c.id FROM people.school_class c JOIN organisation.school_year y ON y.id = c.school_year_id AND y.is_current
  WHERE c.unit_id = (SELECT people.my_school()) AND (organisation.acting_role() IN ('principal', 'vicePrincipal', 'clerk')
    OR c.homeroom_staff_id IN (SELECT s.id FROM people.staff_member s WHERE s.account_id = organisation.current_account()))
$$;

DROP FUNCTION timetable.set_own_feed(bytea, timestamptz);
CREATE FUNCTION timetable.set_feed(token bytea, at timestamptz, of_class uuid) RETURNS boolean
LANGUAGE plpgsql SECURITY DEFINER SET search_path = timetable, pg_temp AS $$
BEGIN
  IF of_class IS NOT NULL AND of_class NOT IN (SELECT timetable.my_feed_classes()) THEN RETURN false; END IF;
  DELETE FROM feed f WHERE f.class_id = of_class OR (of_class IS NULL AND f.class_id IS NULL AND f.account_id = organisation.current_account());
  INSERT INTO feed VALUES (token, organisation.current_account(), organisation.current_unit(), organisation.current_department(),
    organisation.acting_role(), at, of_class);
  RETURN true;
END $$;

DROP FUNCTION timetable.open_feed(bytea, date);
CREATE FUNCTION timetable.open_feed(token bytea, today date) RETURNS TABLE (name text, class_id uuid)
LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = timetable, pg_temp AS $$
DECLARE asker record;
BEGIN
  SELECT a.id, coalesce('Lớp ' || c.name, a.display_name) AS name, f.class_id, f.department_id, f.unit_id, f.role INTO asker
  FROM feed f JOIN identity.account a ON a.id = f.account_id AND a.status = 'active' LEFT JOIN people.school_class c ON c.id = f.class_id
  WHERE f.token_hash = token AND EXISTS (SELECT FROM identity.role_assignment r WHERE r.account_id = a.id AND r.unit_id = f.unit_id
    AND r.role = f.role AND r.starts_on <= today AND (r.ends_on IS NULL OR r.ends_on >= today));
  IF NOT FOUND THEN RETURN; END IF;
  PERFORM set_config('hoaban.account_id', asker.id::text, true), set_config('hoaban.department_id', asker.department_id::text, true),
          set_config('hoaban.unit_id', asker.unit_id::text, true), set_config('hoaban.role', asker.role, true),
          set_config('hoaban.scope', 'own', true);
  RETURN QUERY SELECT asker.name, asker.class_id;
END $$;
