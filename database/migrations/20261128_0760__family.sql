-- School and family: what is told to families and teachers with a receipt of reading.
CREATE SCHEMA family;
GRANT USAGE ON SCHEMA family TO hoaban_runtime;

CREATE TABLE family.announcement (
  id uuid PRIMARY KEY,
  unit_id uuid NOT NULL REFERENCES organisation.unit (id),
  department_id uuid NOT NULL REFERENCES organisation.unit (id),
  author_id uuid NOT NULL REFERENCES identity.account (id),
  author_name text NOT NULL,
  title text NOT NULL CHECK (length(title) BETWEEN 3 AND 200 AND title = btrim(title)),
  body text NOT NULL CHECK (length(body) BETWEEN 1 AND 5000),
  audience text[] NOT NULL CHECK (cardinality(audience) BETWEEN 1 AND 3 AND audience <@ '{guardian,pupil,teacher}'),
  grades smallint[] NOT NULL DEFAULT '{}' CHECK (cardinality(grades) <= 7 AND 6 <= ALL (grades) AND 12 >= ALL (grades)),
  class_ids uuid[] NOT NULL DEFAULT '{}' CHECK (cardinality(class_ids) <= 100),
  state text NOT NULL DEFAULT 'draft' CHECK (state IN ('draft', 'sent', 'withdrawn')),
  made_at timestamptz NOT NULL,
  sent_at timestamptz,
  withdrawn_at timestamptz,
  withdrawal_reason text CHECK (length(withdrawal_reason) BETWEEN 3 AND 500),
  asked integer CHECK (asked >= 0),
  unreached integer CHECK (unreached >= 0),
  version integer NOT NULL DEFAULT 1,
  UNIQUE (unit_id, id),
  CHECK (grades = '{}' OR class_ids = '{}'),
  CHECK ((state = 'draft') = (sent_at IS NULL)),
  CHECK ((sent_at IS NULL) = (asked IS NULL)),
  CHECK ((state = 'withdrawn') = (withdrawn_at IS NOT NULL)),
  CHECK ((withdrawn_at IS NULL) = (withdrawal_reason IS NULL))
);
COMMENT ON TABLE family.announcement IS 'A notice of the school to guardians, pupils or teachers of the school, of grades or of classes (both empty: the whole school). asked: people addressed who have an account; unreached: those without one (a pupil without a guardian who signs in counts once).';
CREATE INDEX announcement_unit ON family.announcement (unit_id, made_at DESC);
CREATE INDEX announcement_department ON family.announcement (department_id);
CREATE INDEX announcement_author ON family.announcement (author_id, made_at DESC);

CREATE TABLE family.announcement_file (
  id uuid PRIMARY KEY,
  announcement_id uuid NOT NULL,
  unit_id uuid NOT NULL,
  department_id uuid NOT NULL REFERENCES organisation.unit (id),
  file_name text NOT NULL CHECK (length(file_name) BETWEEN 1 AND 200),
  media_type text NOT NULL,
  bytes integer NOT NULL CHECK (bytes BETWEEN 1 AND 10485760),
  sha256 text NOT NULL CHECK (sha256 ~ '^[0-9a-f]{64}$'),
  FOREIGN KEY (unit_id, announcement_id) REFERENCES family.announcement (unit_id, id) ON DELETE CASCADE
);
COMMENT ON TABLE family.announcement_file IS 'Files of a notice; the content lies under its hash in the file store.';
CREATE INDEX announcement_file_announcement ON family.announcement_file (unit_id, announcement_id);
CREATE INDEX announcement_file_department ON family.announcement_file (department_id);

CREATE TABLE family.recipient (
  announcement_id uuid NOT NULL,
  account_id uuid NOT NULL REFERENCES identity.account (id) ON DELETE CASCADE,
  unit_id uuid NOT NULL,
  department_id uuid NOT NULL REFERENCES organisation.unit (id),
  kind text NOT NULL CHECK (kind IN ('guardian', 'pupil', 'teacher')),
  pupil_ids uuid[] NOT NULL DEFAULT '{}',
  read_at timestamptz,
  PRIMARY KEY (announcement_id, account_id, kind),
  CHECK ((kind = 'teacher') = (pupil_ids = '{}')),
  FOREIGN KEY (unit_id, announcement_id) REFERENCES family.announcement (unit_id, id) ON DELETE CASCADE
);
COMMENT ON TABLE family.recipient IS 'Whom a notice was sent to, once in each capacity; pupil_ids: because of which pupils; read_at: opened.';
CREATE INDEX recipient_announcement ON family.recipient (unit_id, announcement_id);
CREATE INDEX recipient_account ON family.recipient (account_id, announcement_id);
CREATE INDEX recipient_department ON family.recipient (department_id);

-- Notices sent to the person asking. As guardian or pupil only while the bond to the pupil lasts: a guardian taken off the record reads no more.
CREATE FUNCTION family.my_announcements() RETURNS SETOF uuid LANGUAGE sql STABLE SECURITY DEFINER SET search_path = family, pg_temp ROWS 50 AS $$
  SELECT r.announcement_id FROM recipient r JOIN announcement a ON a.id = r.announcement_id AND a.state = 'sent'
  WHERE r.account_id = organisation.current_account() AND r.department_id = organisation.current_department()
    AND CASE organisation.acting_role() WHEN 'pupil' THEN r.kind = 'pupil' WHEN 'guardian' THEN r.kind = 'guardian' ELSE r.kind = 'teacher' END
    AND CASE r.kind WHEN 'teacher' THEN r.unit_id = people.my_workplace()
      ELSE EXISTS (SELECT FROM people.my_pupils() mine WHERE mine = ANY (r.pupil_ids)) END
$$;

-- Notices the person wrote; a teacher's or a head's own, at the school of today.
CREATE FUNCTION family.my_written() RETURNS SETOF uuid LANGUAGE sql STABLE SECURITY DEFINER SET search_path = family, pg_temp ROWS 50 AS $$
  SELECT a.id FROM announcement a WHERE a.author_id = organisation.current_account() AND a.unit_id = people.my_workplace()
$$;

-- Classes led by the person asking: whom a teacher may write to.
CREATE FUNCTION family.my_homeroom_classes() RETURNS SETOF uuid LANGUAGE sql STABLE SECURITY DEFINER SET search_path = family, pg_temp ROWS 2 AS $$
  SELECT c.id FROM people.school_class c JOIN people.staff_member s ON s.id = c.homeroom_staff_id
  WHERE s.account_id = organisation.current_account() AND organisation.acting_role() IN ('teacher', 'homeroomTeacher')
    AND c.unit_id = people.my_workplace()
$$;

SELECT organisation.protect('family.announcement', own_rows => 'unit_id = (SELECT people.my_workplace()) AND author_id = (SELECT organisation.current_account())');
CREATE POLICY addressed ON family.announcement FOR SELECT TO hoaban_runtime USING (id IN (SELECT family.my_announcements()));
SELECT organisation.protect('family.announcement_file', own_rows => 'announcement_id IN (SELECT family.my_written())');
CREATE POLICY addressed ON family.announcement_file FOR SELECT TO hoaban_runtime USING (announcement_id IN (SELECT family.my_announcements()));
SELECT organisation.protect('family.recipient', own_rows => 'announcement_id IN (SELECT family.my_written())');
CREATE POLICY own_receipt ON family.recipient FOR SELECT TO hoaban_runtime USING (account_id = (SELECT organisation.current_account()));

GRANT SELECT, INSERT ON family.announcement TO hoaban_runtime;
GRANT UPDATE (title, body, audience, grades, class_ids, state, withdrawn_at, withdrawal_reason, version) ON family.announcement TO hoaban_runtime;
GRANT DELETE ON family.announcement TO hoaban_runtime;
GRANT SELECT, INSERT, DELETE ON family.announcement_file TO hoaban_runtime;
-- Written by family.deliver and family.mark_read only.
GRANT SELECT ON family.recipient TO hoaban_runtime;

-- What was sent stays as it was sent.
CREATE FUNCTION family.keep_sent() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF TG_OP = 'DELETE' AND OLD.state <> 'draft' OR TG_OP = 'UPDATE' AND OLD.state <> 'draft'
    AND (OLD.title, OLD.body, OLD.audience, OLD.grades, OLD.class_ids) IS DISTINCT FROM (NEW.title, NEW.body, NEW.audience, NEW.grades, NEW.class_ids)
  THEN RAISE EXCEPTION 'a sent notice is not changed' USING ERRCODE = 'insufficient_privilege'; END IF;
  RETURN CASE TG_OP WHEN 'DELETE' THEN OLD ELSE NEW END;
END $$;
CREATE TRIGGER keep_sent BEFORE UPDATE OR DELETE ON family.announcement FOR EACH ROW EXECUTE FUNCTION family.keep_sent();

-- Whom a notice addresses: each account once (NULL: addressed, but without an account).
CREATE FUNCTION family.addressed(announcement uuid) RETURNS TABLE (account_id uuid, kind text, pupil_ids uuid[])
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = family, pg_temp AS $$
  WITH a AS (SELECT * FROM announcement x WHERE x.id = $1 AND x.author_id = organisation.current_account() AND x.unit_id = people.my_workplace()),
  reached AS (
    SELECT c.id, c.homeroom_staff_id FROM a JOIN people.school_class c ON c.unit_id = a.unit_id
    JOIN organisation.school_year y ON y.id = c.school_year_id AND y.is_current
    WHERE (cardinality(a.grades) = 0 OR c.grade = ANY (a.grades)) AND (cardinality(a.class_ids) = 0 OR c.id = ANY (a.class_ids))
      AND (organisation.current_scope() = 'subtree' OR c.id IN (SELECT family.my_homeroom_classes()))
  ), learners AS (
    SELECT e.pupil_id FROM reached JOIN people.enrolment e ON e.class_id = reached.id AND e.ends_on IS NULL
  ), whole AS (SELECT cardinality(a.grades) = 0 AND cardinality(a.class_ids) = 0 AS all_school, a.unit_id, a.audience FROM a),
  persons AS (
    SELECT g.account_id, 'guardian' AS kind, l.pupil_id FROM whole, learners l JOIN people.guardian g ON g.pupil_id = l.pupil_id
    WHERE 'guardian' = ANY (whole.audience) AND g.account_id IS NOT NULL
    UNION ALL
    SELECT NULL, 'guardian', l.pupil_id FROM whole, learners l WHERE 'guardian' = ANY (whole.audience)
      AND NOT EXISTS (SELECT FROM people.guardian g WHERE g.pupil_id = l.pupil_id AND g.account_id IS NOT NULL)
    UNION ALL
    SELECT p.account_id, 'pupil', p.id FROM whole, learners l JOIN people.pupil p ON p.id = l.pupil_id WHERE 'pupil' = ANY (whole.audience)
    UNION ALL
    SELECT s.account_id, 'teacher', CASE WHEN s.account_id IS NULL THEN s.id END FROM whole JOIN people.staff_member s ON s.unit_id = whole.unit_id AND s.left_on IS NULL
    WHERE 'teacher' = ANY (whole.audience) AND s.account_id IS DISTINCT FROM organisation.current_account()
      AND (whole.all_school OR s.id IN (SELECT reached.homeroom_staff_id FROM reached) OR s.id IN (
        SELECT t.staff_id FROM staffing.teaching_assignment t JOIN reached ON reached.id = t.class_id
        JOIN staffing.assignment_plan p ON p.unit_id = t.unit_id AND p.school_year_id = t.school_year_id AND p.state = 'published'))
  )
  SELECT p.account_id, p.kind, coalesce(array_agg(DISTINCT p.pupil_id) FILTER (WHERE p.pupil_id IS NOT NULL), '{}') FROM persons p
  WHERE p.account_id IS NULL OR EXISTS (SELECT FROM identity.account i WHERE i.id = p.account_id AND i.status = 'active')
  GROUP BY p.account_id, p.kind, CASE WHEN p.account_id IS NULL THEN p.pupil_id END
$$;
REVOKE ALL ON FUNCTION family.addressed FROM PUBLIC;

-- How many people a notice would reach, and how many have no account.
CREATE FUNCTION family.count_addressed(announcement uuid) RETURNS TABLE (asked integer, unreached integer)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = family, pg_temp AS $$
  SELECT count(p.account_id)::integer, (count(*) - count(p.account_id))::integer FROM family.addressed(announcement) p
$$;

-- Sends a draft: every addressed account gets its row, in one statement. Gives the accounts; none when it is no draft of the person asking.
CREATE FUNCTION family.deliver(announcement uuid, at timestamptz) RETURNS SETOF uuid
LANGUAGE plpgsql SECURITY DEFINER SET search_path = family, pg_temp AS $$
DECLARE
  own announcement%ROWTYPE;
  counted record;
BEGIN
  SELECT * INTO own FROM announcement x WHERE x.id = $1 AND x.state = 'draft' AND x.author_id = organisation.current_account()
    AND x.unit_id = people.my_workplace() FOR UPDATE;
  IF own.id IS NULL THEN RETURN; END IF;
  IF organisation.current_scope() <> 'subtree' AND (own.class_ids = '{}' OR EXISTS (
    SELECT unnest(own.class_ids) EXCEPT SELECT family.my_homeroom_classes()))
  THEN RAISE EXCEPTION 'a teacher writes to the own homeroom classes' USING ERRCODE = 'insufficient_privilege'; END IF;
  SELECT * INTO counted FROM family.count_addressed($1);
  UPDATE announcement x SET state = 'sent', sent_at = at, asked = counted.asked, unreached = counted.unreached, version = x.version + 1 WHERE x.id = $1;
  RETURN QUERY INSERT INTO recipient (announcement_id, account_id, unit_id, department_id, kind, pupil_ids)
    SELECT $1, p.account_id, own.unit_id, own.department_id, p.kind, p.pupil_ids FROM family.addressed($1) p WHERE p.account_id IS NOT NULL
    RETURNING recipient.account_id;
END $$;

-- The receipt: the person asking has opened the notice. Gives whether it was unread.
CREATE FUNCTION family.mark_read(announcement uuid, at timestamptz) RETURNS boolean
LANGUAGE sql SECURITY DEFINER SET search_path = family, pg_temp AS $$
  WITH marked AS (UPDATE recipient r SET read_at = at WHERE r.announcement_id = $1 AND r.account_id = organisation.current_account()
    AND r.read_at IS NULL AND r.announcement_id IN (SELECT family.my_announcements()) RETURNING 1)
  SELECT EXISTS (SELECT FROM marked)
$$;

SELECT audit.watch('family.announcement');
SELECT audit.watch('family.announcement_file');
