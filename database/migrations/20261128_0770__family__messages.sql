-- Messages between a family and the homeroom teacher. Nobody else reads them; the head of the school only with a reason that stays.
CREATE TABLE family.thread (
  id uuid PRIMARY KEY,
  unit_id uuid NOT NULL REFERENCES organisation.unit (id),
  department_id uuid NOT NULL REFERENCES organisation.unit (id),
  class_id uuid NOT NULL,
  pupil_id uuid NOT NULL REFERENCES people.pupil (id) ON DELETE CASCADE,
  family_account_id uuid NOT NULL REFERENCES identity.account (id) ON DELETE CASCADE,
  family_kind text NOT NULL CHECK (family_kind IN ('guardian', 'pupil')),
  family_read_at timestamptz,
  teacher_read_at timestamptz,
  last_at timestamptz NOT NULL,
  reported_at timestamptz,
  reported_by uuid REFERENCES identity.account (id),
  report_reason text CHECK (length(report_reason) BETWEEN 3 AND 500),
  blocked_at timestamptz,
  blocked_by uuid REFERENCES identity.account (id),
  block_reason text CHECK (length(block_reason) BETWEEN 3 AND 500),
  UNIQUE (unit_id, id),
  UNIQUE (class_id, pupil_id, family_account_id),
  CHECK (num_nonnulls(reported_at, reported_by, report_reason) IN (0, 3)),
  CHECK (num_nonnulls(blocked_at, blocked_by, block_reason) IN (0, 3)),
  FOREIGN KEY (unit_id, class_id) REFERENCES people.school_class (unit_id, id)
);
COMMENT ON TABLE family.thread IS 'The talk of a guardian or pupil with whoever leads the class; one for each class, pupil and account. Blocked by the school: nothing is added.';
CREATE INDEX thread_class ON family.thread (unit_id, class_id);
CREATE INDEX thread_department ON family.thread (department_id);
CREATE INDEX thread_pupil ON family.thread (pupil_id);
CREATE INDEX thread_family ON family.thread (family_account_id, last_at DESC);
CREATE INDEX thread_reported_by ON family.thread (reported_by);
CREATE INDEX thread_blocked_by ON family.thread (blocked_by);

CREATE TABLE family.message (
  id uuid PRIMARY KEY,
  thread_id uuid NOT NULL,
  unit_id uuid NOT NULL,
  department_id uuid NOT NULL REFERENCES organisation.unit (id),
  author_id uuid NOT NULL REFERENCES identity.account (id),
  from_family boolean NOT NULL,
  body text NOT NULL CHECK (length(body) BETWEEN 1 AND 2000 AND body = btrim(body)),
  sent_at timestamptz NOT NULL,
  FOREIGN KEY (unit_id, thread_id) REFERENCES family.thread (unit_id, id) ON DELETE CASCADE
);
COMMENT ON TABLE family.message IS 'A message of a thread; never changed.';
CREATE INDEX message_thread ON family.message (unit_id, thread_id, sent_at);
CREATE INDEX message_of_thread ON family.message (thread_id, sent_at);
CREATE INDEX message_department ON family.message (department_id);
CREATE INDEX message_author ON family.message (author_id);

-- Threads of the person asking: as guardian or pupil while the bond to the pupil lasts, as the homeroom teacher of today.
CREATE FUNCTION family.my_threads() RETURNS SETOF uuid LANGUAGE sql STABLE SECURITY DEFINER SET search_path = family, pg_temp ROWS 20 AS $$
  SELECT t.id FROM thread t WHERE t.family_account_id = organisation.current_account() AND t.family_kind = organisation.acting_role()
    AND t.pupil_id IN (SELECT people.my_pupils())
  UNION SELECT t.id FROM thread t WHERE t.class_id IN (SELECT family.my_homeroom_classes())
$$;

ALTER TABLE family.thread ENABLE ROW LEVEL SECURITY;
ALTER TABLE family.thread FORCE ROW LEVEL SECURITY;
CREATE POLICY owner_works ON family.thread TO hoaban_owner USING (true) WITH CHECK (true);
CREATE POLICY parties ON family.thread FOR SELECT TO hoaban_runtime USING (
  department_id = (SELECT organisation.current_department()) AND id IN (SELECT family.my_threads()));
ALTER TABLE family.message ENABLE ROW LEVEL SECURITY;
ALTER TABLE family.message FORCE ROW LEVEL SECURITY;
CREATE POLICY owner_works ON family.message TO hoaban_owner USING (true) WITH CHECK (true);
CREATE POLICY parties ON family.message FOR SELECT TO hoaban_runtime USING (
  department_id = (SELECT organisation.current_department()) AND thread_id IN (SELECT family.my_threads()));
GRANT SELECT ON family.thread, family.message TO hoaban_runtime;

-- Opens the thread of a pupil and a family account (or finds it), for its two sides only. NULL: not for the person asking.
CREATE FUNCTION family.open_thread(new_id uuid, pupil uuid, family_account uuid, at timestamptz) RETURNS uuid
LANGUAGE plpgsql SECURITY DEFINER SET search_path = family, pg_temp AS $$
DECLARE
  sits record;
  kind text;
  found_id uuid;
BEGIN
  SELECT e.class_id, e.unit_id, e.department_id INTO sits FROM people.enrolment e
  WHERE e.pupil_id = pupil AND e.ends_on IS NULL AND e.department_id = organisation.current_department();
  IF sits.class_id IS NULL THEN RETURN NULL; END IF;
  IF organisation.acting_role() IN ('pupil', 'guardian') THEN
    IF family_account IS DISTINCT FROM organisation.current_account() OR pupil NOT IN (SELECT people.my_pupils()) THEN RETURN NULL; END IF;
    kind := organisation.acting_role();
  ELSIF sits.class_id IN (SELECT family.my_homeroom_classes()) THEN
    kind := CASE WHEN EXISTS (SELECT FROM people.guardian g WHERE g.pupil_id = pupil AND g.account_id = family_account) THEN 'guardian'
      WHEN EXISTS (SELECT FROM people.pupil p WHERE p.id = pupil AND p.account_id = family_account) THEN 'pupil' END;
    IF kind IS NULL THEN RETURN NULL; END IF;
  ELSE RETURN NULL;
  END IF;
  INSERT INTO thread (id, unit_id, department_id, class_id, pupil_id, family_account_id, family_kind, last_at)
  VALUES (new_id, sits.unit_id, sits.department_id, sits.class_id, pupil, family_account, kind, at) ON CONFLICT DO NOTHING;
  SELECT t.id INTO found_id FROM thread t WHERE t.class_id = sits.class_id AND t.pupil_id = pupil AND t.family_account_id = family_account;
  RETURN found_id;
END $$;

-- Name of the other side of an own thread: the homeroom teacher of today, or the family's.
CREATE FUNCTION family.other_side(of_thread uuid) RETURNS text LANGUAGE sql STABLE SECURITY DEFINER SET search_path = family, pg_temp AS $$
  SELECT CASE WHEN t.family_account_id = organisation.current_account() AND t.family_kind = organisation.acting_role()
    THEN (SELECT s.full_name FROM people.school_class c JOIN people.staff_member s ON s.id = c.homeroom_staff_id WHERE c.id = t.class_id)
    ELSE (SELECT a.display_name FROM identity.account a WHERE a.id = t.family_account_id) END
  FROM thread t WHERE t.id = of_thread AND t.id IN (SELECT family.my_threads())
$$;
CREATE FUNCTION family.author_name(of_message uuid) RETURNS text LANGUAGE sql STABLE SECURITY DEFINER SET search_path = family, pg_temp AS $$
  SELECT a.display_name FROM message m JOIN identity.account a ON a.id = m.author_id
  WHERE m.id = of_message AND m.thread_id IN (SELECT family.my_threads())
$$;

-- With whom the person asking may begin a thread. account_id: of the family's side, as family.open_thread wants it.
CREATE FUNCTION family.partners() RETURNS TABLE (pupil_id uuid, pupil text, class_name text, account_id uuid, name text)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = family, pg_temp AS $$
  SELECT p.id, p.full_name, c.name, organisation.current_account(), s.full_name
  FROM people.pupil p JOIN people.enrolment e ON e.pupil_id = p.id AND e.ends_on IS NULL JOIN people.school_class c ON c.id = e.class_id
  JOIN people.staff_member s ON s.id = c.homeroom_staff_id AND s.account_id IS NOT NULL
  WHERE organisation.acting_role() IN ('pupil', 'guardian') AND p.id IN (SELECT people.my_pupils())
  UNION ALL
  SELECT p.id, p.full_name, c.name, f.account_id, f.name
  FROM people.school_class c JOIN people.enrolment e ON e.class_id = c.id AND e.ends_on IS NULL JOIN people.pupil p ON p.id = e.pupil_id
  JOIN LATERAL (SELECT g.account_id, g.full_name AS name FROM people.guardian g WHERE g.pupil_id = p.id AND g.account_id IS NOT NULL
    UNION ALL SELECT p.account_id, p.full_name WHERE p.account_id IS NOT NULL) f ON true
  WHERE c.id IN (SELECT family.my_homeroom_classes())
  ORDER BY 3, 2, 5
$$;

-- Adds a message as the person asking. Gives the account of the other side (NULL: nobody to tell); no row when blocked or not theirs.
CREATE FUNCTION family.say(new_id uuid, of_thread uuid, words text, at timestamptz) RETURNS TABLE (tell uuid, unread_since timestamptz)
LANGUAGE plpgsql SECURITY DEFINER SET search_path = family, pg_temp AS $$
DECLARE
  t thread%ROWTYPE;
  by_family boolean := organisation.acting_role() IN ('pupil', 'guardian');
BEGIN
  SELECT * INTO t FROM thread x WHERE x.id = of_thread AND x.id IN (SELECT family.my_threads()) AND x.blocked_at IS NULL FOR UPDATE;
  IF t.id IS NULL THEN RETURN; END IF;
  INSERT INTO message (id, thread_id, unit_id, department_id, author_id, from_family, body, sent_at)
  VALUES (new_id, t.id, t.unit_id, t.department_id, organisation.current_account(), by_family, words, at);
  UPDATE thread x SET last_at = at, family_read_at = CASE WHEN by_family THEN at ELSE x.family_read_at END,
    teacher_read_at = CASE WHEN by_family THEN x.teacher_read_at ELSE at END WHERE x.id = t.id;
  RETURN QUERY SELECT CASE WHEN by_family THEN (SELECT s.account_id FROM people.school_class c JOIN people.staff_member s ON s.id = c.homeroom_staff_id
      WHERE c.id = t.class_id) ELSE t.family_account_id END, CASE WHEN by_family THEN t.teacher_read_at ELSE t.family_read_at END;
END $$;

CREATE FUNCTION family.mark_thread_read(of_thread uuid, at timestamptz) RETURNS void LANGUAGE sql SECURITY DEFINER SET search_path = family, pg_temp AS $$
  UPDATE thread t SET family_read_at = CASE WHEN t.family_account_id = organisation.current_account() THEN at ELSE t.family_read_at END,
    teacher_read_at = CASE WHEN t.family_account_id = organisation.current_account() THEN t.teacher_read_at ELSE at END
  WHERE t.id = of_thread AND t.id IN (SELECT family.my_threads())
$$;

-- Either side asks the school to look at a thread.
CREATE FUNCTION family.report_thread(of_thread uuid, why text, at timestamptz) RETURNS boolean LANGUAGE sql SECURITY DEFINER
SET search_path = family, pg_temp AS $$
  WITH told AS (UPDATE thread t SET reported_at = at, reported_by = organisation.current_account(), report_reason = why
    WHERE t.id = of_thread AND t.id IN (SELECT family.my_threads()) RETURNING 1) SELECT EXISTS (SELECT FROM told)
$$;

-- Whether the person asking heads the school of a thread.
CREATE FUNCTION family.heads_school_of(unit uuid) RETURNS boolean LANGUAGE sql STABLE AS $$
  SELECT coalesce(organisation.acting_role() IN ('principal', 'vicePrincipal') AND organisation.current_scope() = 'subtree'
    AND organisation.current_unit() = unit, false)
$$;

-- What the heads of a school know of its threads without a reason: that they are there, not what was said.
CREATE FUNCTION family.threads_of_school() RETURNS TABLE (id uuid, class_name text, pupil text, other_side text, messages integer, last_at timestamptz,
  reported_at timestamptz, report_reason text, blocked_at timestamptz, block_reason text)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = family, pg_temp AS $$
  SELECT t.id, c.name, p.full_name, a.display_name, (SELECT count(*)::integer FROM message m WHERE m.thread_id = t.id), t.last_at,
    t.reported_at, t.report_reason, t.blocked_at, t.block_reason
  FROM thread t JOIN people.school_class c ON c.id = t.class_id JOIN people.pupil p ON p.id = t.pupil_id
  JOIN identity.account a ON a.id = t.family_account_id
  WHERE t.unit_id = organisation.current_unit() AND family.heads_school_of(t.unit_id)
  ORDER BY t.reported_at IS NULL, t.last_at DESC, t.id LIMIT 500
$$;

-- Reading somebody else's messages: only the heads of the school, only with a reason, and the audit trail keeps both.
CREATE FUNCTION family.read_with_reason(of_thread uuid, why text) RETURNS TABLE (id uuid, author text, from_family boolean, body text, sent_at timestamptz)
LANGUAGE plpgsql SECURITY DEFINER SET search_path = family, pg_temp AS $$
DECLARE school uuid;
BEGIN
  SELECT t.unit_id INTO school FROM thread t WHERE t.id = of_thread AND family.heads_school_of(t.unit_id);
  IF school IS NULL OR length(btrim(why)) < 10 THEN RETURN; END IF;
  PERFORM audit.note('read', 'family.thread', of_thread::text, school, jsonb_build_object('reason', why));
  RETURN QUERY SELECT m.id, a.display_name, m.from_family, m.body, m.sent_at FROM message m JOIN identity.account a ON a.id = m.author_id
    WHERE m.thread_id = of_thread ORDER BY m.sent_at, m.id;
END $$;

-- Stops a thread (why), or opens it again (NULL), by the heads of the school.
CREATE FUNCTION family.block_thread(of_thread uuid, why text, at timestamptz) RETURNS boolean LANGUAGE sql SECURITY DEFINER
SET search_path = family, pg_temp AS $$
  WITH done AS (UPDATE thread t SET blocked_at = CASE WHEN why IS NOT NULL THEN at END, blocked_by = CASE WHEN why IS NOT NULL THEN organisation.current_account() END,
      block_reason = why
    WHERE t.id = of_thread AND family.heads_school_of(t.unit_id) RETURNING 1) SELECT EXISTS (SELECT FROM done)
$$;

-- Whether a side still has to read what was said at a moment; asked by background work before it tells.
CREATE FUNCTION family.still_unread(of_thread uuid, account uuid, said_at timestamptz) RETURNS boolean LANGUAGE sql STABLE SECURITY DEFINER
SET search_path = family, pg_temp AS $$
  SELECT EXISTS (SELECT FROM thread t WHERE t.id = of_thread AND t.department_id = organisation.current_department()
    AND organisation.current_account() IS NULL AND organisation.current_scope() = 'department'
    AND coalesce(CASE WHEN t.family_account_id = account THEN t.family_read_at ELSE t.teacher_read_at END, '-infinity') < said_at)
$$;

-- Keeping no longer than needed (PRV-13): threads in which nothing was said since `before` go, with all their messages.
CREATE FUNCTION family.clear_threads(before timestamptz) RETURNS integer LANGUAGE sql SECURITY DEFINER SET search_path = family, pg_temp AS $$
  WITH gone AS (DELETE FROM thread t WHERE t.department_id = organisation.current_department() AND organisation.current_account() IS NULL
    AND organisation.current_scope() = 'department' AND t.last_at < before AND (t.reported_at IS NULL OR t.reported_at < before) RETURNING 1)
  SELECT count(*)::integer FROM gone
$$;

-- That a thread was opened, reported or blocked is kept; that a message was sent need not be twice.
SELECT audit.watch('family.thread', inserts => false);
