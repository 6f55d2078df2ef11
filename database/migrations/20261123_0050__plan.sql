CREATE SCHEMA plan;
GRANT USAGE ON SCHEMA plan TO hoaban_runtime;

CREATE TABLE plan.document (
  id uuid PRIMARY KEY,
  department_id uuid NOT NULL REFERENCES organisation.unit (id),
  unit_id uuid NOT NULL REFERENCES organisation.unit (id),
  school_year_id uuid NOT NULL REFERENCES organisation.school_year (id),
  title text NOT NULL CHECK (length(title) BETWEEN 1 AND 500),
  place text,
  signed_on date,
  signatory_name text,
  signatory_position text,
  status text NOT NULL DEFAULT 'draft' CHECK (status IN ('draft', 'published', 'superseded', 'discarded')),
  revision integer NOT NULL DEFAULT 1 CHECK (revision >= 1),
  previous_id uuid REFERENCES plan.document (id),
  source_name text NOT NULL,
  source_sha256 text NOT NULL CHECK (source_sha256 ~ '^[0-9a-f]{64}$'),
  report jsonb NOT NULL,
  imported_by uuid NOT NULL REFERENCES identity.account (id),
  imported_at timestamptz NOT NULL,
  published_by uuid REFERENCES identity.account (id),
  published_at timestamptz,
  version integer NOT NULL DEFAULT 1,
  CHECK ((status IN ('published', 'superseded')) = (published_at IS NOT NULL))
);
COMMENT ON TABLE plan.document IS 'A plan document: imported as a draft, reviewed, published; an amended document is the next revision.';
CREATE INDEX document_department ON plan.document (department_id, school_year_id, revision DESC);
CREATE INDEX document_unit ON plan.document (unit_id);
CREATE INDEX document_year ON plan.document (school_year_id);
CREATE INDEX document_previous ON plan.document (previous_id);
CREATE INDEX document_imported_by ON plan.document (imported_by);
CREATE INDEX document_published_by ON plan.document (published_by);
CREATE UNIQUE INDEX document_one_published ON plan.document (unit_id, school_year_id) WHERE status = 'published';

CREATE TABLE plan.paragraph (
  document_id uuid NOT NULL REFERENCES plan.document (id) ON DELETE CASCADE,
  ordinal integer NOT NULL CHECK (ordinal >= 0),
  department_id uuid NOT NULL REFERENCES organisation.unit (id),
  body text NOT NULL,
  kind text NOT NULL CHECK (kind IN ('heading', 'duty', 'solution', 'calendar', 'notDuty')),
  heading_level smallint,
  reason text,
  PRIMARY KEY (document_id, ordinal),
  CHECK (kind <> 'notDuty' OR reason IS NOT NULL)
);
COMMENT ON TABLE plan.paragraph IS 'Every paragraph of the source, in order, with what became of it.';
CREATE INDEX paragraph_department ON plan.paragraph (department_id);

CREATE TABLE plan.duty (
  id uuid PRIMARY KEY,
  document_id uuid NOT NULL REFERENCES plan.document (id) ON DELETE CASCADE,
  department_id uuid NOT NULL REFERENCES organisation.unit (id),
  lineage_id uuid NOT NULL,
  position integer NOT NULL,
  code text NOT NULL,
  kind text NOT NULL CHECK (kind IN ('duty', 'solution', 'calendarEntry')),
  title text NOT NULL CHECK (length(title) BETWEEN 1 AND 300),
  body text NOT NULL,
  section_path text[] NOT NULL,
  level text NOT NULL DEFAULT 'both' CHECK (level IN ('lowerSecondary', 'upperSecondary', 'both')),
  responsible text[] NOT NULL DEFAULT '{}',
  starts_on date NOT NULL,
  due_on date NOT NULL,
  definition_of_done text NOT NULL,
  evidence_kind text NOT NULL CHECK (evidence_kind IN ('indicator', 'form', 'document', 'confirmation')),
  evidence_spec jsonb NOT NULL DEFAULT '{}',
  status text NOT NULL DEFAULT 'active' CHECK (status IN ('active', 'withdrawn')),
  version integer NOT NULL DEFAULT 1,
  search_text text GENERATED ALWAYS AS (organisation.fold(code || ' ' || title || ' ' || body)) STORED,
  UNIQUE (document_id, code),
  UNIQUE (document_id, lineage_id),
  CONSTRAINT duty_window CHECK (starts_on <= due_on)
);
COMMENT ON TABLE plan.duty IS 'A duty, solution or calendar entry of a document; lineage_id stays the same from revision to revision.';
CREATE INDEX duty_document ON plan.duty (document_id, position);
CREATE INDEX duty_department ON plan.duty (department_id);
CREATE INDEX duty_search ON plan.duty USING gin (search_text public.gin_trgm_ops);

CREATE TABLE plan.duty_paragraph (
  duty_id uuid NOT NULL REFERENCES plan.duty (id) ON DELETE CASCADE,
  document_id uuid NOT NULL,
  ordinal integer NOT NULL,
  department_id uuid NOT NULL REFERENCES organisation.unit (id),
  PRIMARY KEY (duty_id, ordinal),
  FOREIGN KEY (document_id, ordinal) REFERENCES plan.paragraph (document_id, ordinal) ON DELETE CASCADE
);
COMMENT ON TABLE plan.duty_paragraph IS 'Which source paragraphs a duty was read from.';
CREATE INDEX duty_paragraph_source ON plan.duty_paragraph (document_id, ordinal);
CREATE INDEX duty_paragraph_department ON plan.duty_paragraph (department_id);

CREATE TABLE plan.duty_solution (
  duty_id uuid NOT NULL REFERENCES plan.duty (id) ON DELETE CASCADE,
  solution_id uuid NOT NULL REFERENCES plan.duty (id) ON DELETE CASCADE,
  department_id uuid NOT NULL REFERENCES organisation.unit (id),
  PRIMARY KEY (duty_id, solution_id)
);
COMMENT ON TABLE plan.duty_solution IS 'The solutions (giải pháp) that the document gives for a duty.';
CREATE INDEX duty_solution_reverse ON plan.duty_solution (solution_id);
CREATE INDEX duty_solution_department ON plan.duty_solution (department_id);

CREATE TABLE plan.assignment (
  id uuid PRIMARY KEY,
  department_id uuid NOT NULL REFERENCES organisation.unit (id),
  document_id uuid NOT NULL REFERENCES plan.document (id),
  duty_id uuid NOT NULL REFERENCES plan.duty (id),
  unit_id uuid NOT NULL REFERENCES organisation.unit (id),
  board_unit_id uuid NOT NULL REFERENCES organisation.unit (id),
  role text NOT NULL,
  account_id uuid REFERENCES identity.account (id),
  parent_id uuid REFERENCES plan.assignment (id),
  state text NOT NULL DEFAULT 'notStarted' CHECK (state IN ('notStarted', 'inProgress', 'submitted', 'returned', 'accepted', 'notApplicable')),
  state_note text,
  starts_on date NOT NULL,
  due_on date NOT NULL,
  acknowledged_at timestamptz,
  acknowledged_by uuid REFERENCES identity.account (id),
  submitted_at timestamptz,
  decided_at timestamptz,
  decided_by uuid REFERENCES identity.account (id),
  blocked_since timestamptz,
  question_since timestamptz,
  reminded_at timestamptz,
  escalated_at timestamptz,
  version integer NOT NULL DEFAULT 1,
  CONSTRAINT assignment_window CHECK (starts_on <= due_on),
  CHECK (state <> 'notApplicable' OR state_note IS NOT NULL),
  CHECK (parent_id IS NULL OR parent_id <> id),
  UNIQUE NULLS NOT DISTINCT (duty_id, unit_id, role, account_id)
);
COMMENT ON TABLE plan.assignment IS 'A duty in the hands of a unit and role, or of one person; parent_id leads to the assignment it was split from.';
CREATE INDEX assignment_unit ON plan.assignment (unit_id, state, due_on);
CREATE INDEX assignment_account ON plan.assignment (account_id, state, due_on) WHERE account_id IS NOT NULL;
CREATE INDEX assignment_parent ON plan.assignment (parent_id) WHERE parent_id IS NOT NULL;
CREATE INDEX assignment_board ON plan.assignment (department_id, document_id, board_unit_id, duty_id) INCLUDE (state, due_on, blocked_since, unit_id);
CREATE INDEX assignment_board_unit ON plan.assignment (board_unit_id);
CREATE INDEX assignment_document ON plan.assignment (document_id);
CREATE INDEX assignment_open_due ON plan.assignment (due_on) WHERE state IN ('notStarted', 'inProgress', 'returned');
CREATE INDEX assignment_submitted ON plan.assignment (department_id, submitted_at) WHERE state = 'submitted';
CREATE INDEX assignment_question ON plan.assignment (department_id, question_since) WHERE question_since IS NOT NULL;
CREATE INDEX assignment_acknowledged_by ON plan.assignment (acknowledged_by) WHERE acknowledged_by IS NOT NULL;
CREATE INDEX assignment_decided_by ON plan.assignment (decided_by) WHERE decided_by IS NOT NULL;

-- Whoever splits a duty cannot receive it back from below.
CREATE FUNCTION plan.refuse_cycle() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = plan, pg_temp AS $$
BEGIN
  IF EXISTS (
    WITH RECURSIVE above (id, parent_id, unit_id, account_id, role, depth) AS (
      SELECT id, parent_id, unit_id, account_id, role, 1 FROM assignment WHERE id = NEW.parent_id
      UNION ALL
      SELECT a.id, a.parent_id, a.unit_id, a.account_id, a.role, above.depth + 1
      FROM assignment a JOIN above ON a.id = above.parent_id WHERE above.depth < 20
    ) SELECT 1 FROM above WHERE id = NEW.id OR depth >= 20
        OR (unit_id = NEW.unit_id AND account_id IS NOT DISTINCT FROM NEW.account_id AND role = NEW.role))
  THEN RAISE EXCEPTION 'delegation returns to where it came from' USING ERRCODE = 'check_violation', CONSTRAINT = 'assignment_no_cycle'; END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER no_cycle BEFORE INSERT OR UPDATE OF parent_id ON plan.assignment
  FOR EACH ROW WHEN (NEW.parent_id IS NOT NULL) EXECUTE FUNCTION plan.refuse_cycle();

CREATE TABLE plan.assignment_event (
  id uuid PRIMARY KEY,
  assignment_id uuid NOT NULL REFERENCES plan.assignment (id) ON DELETE CASCADE,
  unit_id uuid NOT NULL REFERENCES organisation.unit (id),
  department_id uuid NOT NULL REFERENCES organisation.unit (id),
  at timestamptz NOT NULL,
  account_id uuid REFERENCES identity.account (id),
  kind text NOT NULL CHECK (kind IN ('acknowledged', 'started', 'evidence', 'submitted', 'returned', 'accepted', 'notApplicable', 'reopened',
    'split', 'asked', 'answered', 'comment', 'extensionAsked', 'extensionGranted', 'extensionRefused', 'blocked', 'unblocked',
    'reminded', 'escalated', 'settled', 'amended')),
  note text CHECK (length(note) <= 5000),
  details jsonb
);
COMMENT ON TABLE plan.assignment_event IS 'History and discussion of an assignment as people read it; account_id null: the system.';
CREATE INDEX assignment_event_of ON plan.assignment_event (assignment_id, at);
CREATE INDEX assignment_event_unit ON plan.assignment_event (unit_id);
CREATE INDEX assignment_event_department ON plan.assignment_event (department_id);
CREATE INDEX assignment_event_account ON plan.assignment_event (account_id);

CREATE TABLE plan.attachment (
  id uuid PRIMARY KEY,
  unit_id uuid NOT NULL REFERENCES organisation.unit (id),
  department_id uuid NOT NULL REFERENCES organisation.unit (id),
  account_id uuid NOT NULL REFERENCES identity.account (id),
  file_name text NOT NULL CHECK (length(file_name) BETWEEN 1 AND 255),
  media_type text NOT NULL,
  bytes integer NOT NULL CHECK (bytes BETWEEN 1 AND 20971520),
  sha256 text NOT NULL CHECK (sha256 ~ '^[0-9a-f]{64}$'),
  uploaded_at timestamptz NOT NULL
);
COMMENT ON TABLE plan.attachment IS 'A file given as evidence or as an official document; its content lies in the file store under its SHA-256.';
CREATE INDEX attachment_unit ON plan.attachment (unit_id);
CREATE INDEX attachment_department ON plan.attachment (department_id);
CREATE INDEX attachment_account ON plan.attachment (account_id);

CREATE TABLE plan.evidence (
  id uuid PRIMARY KEY,
  assignment_id uuid NOT NULL REFERENCES plan.assignment (id) ON DELETE CASCADE,
  unit_id uuid NOT NULL REFERENCES organisation.unit (id),
  department_id uuid NOT NULL REFERENCES organisation.unit (id),
  kind text NOT NULL CHECK (kind IN ('form', 'document', 'confirmation', 'indicator')),
  form_values jsonb,
  attachment_id uuid REFERENCES plan.attachment (id),
  note text CHECK (length(note) <= 5000),
  account_id uuid REFERENCES identity.account (id),
  at timestamptz NOT NULL,
  withdrawn_at timestamptz,
  CHECK (kind <> 'form' OR form_values IS NOT NULL),
  CHECK (kind <> 'document' OR attachment_id IS NOT NULL)
);
COMMENT ON TABLE plan.evidence IS 'What shows that an assignment is done; the newest not withdrawn row of a kind counts.';
CREATE INDEX evidence_of ON plan.evidence (assignment_id, at DESC);
CREATE INDEX evidence_unit ON plan.evidence (unit_id);
CREATE INDEX evidence_department ON plan.evidence (department_id);
CREATE INDEX evidence_attachment ON plan.evidence (attachment_id);
CREATE INDEX evidence_account ON plan.evidence (account_id);

CREATE TABLE plan.extension (
  id uuid PRIMARY KEY,
  assignment_id uuid NOT NULL REFERENCES plan.assignment (id) ON DELETE CASCADE,
  unit_id uuid NOT NULL REFERENCES organisation.unit (id),
  department_id uuid NOT NULL REFERENCES organisation.unit (id),
  asked_by uuid NOT NULL REFERENCES identity.account (id),
  asked_at timestamptz NOT NULL,
  asked_due_on date NOT NULL,
  reason text NOT NULL CHECK (length(reason) BETWEEN 1 AND 2000),
  state text NOT NULL DEFAULT 'pending' CHECK (state IN ('pending', 'granted', 'refused')),
  decided_by uuid REFERENCES identity.account (id),
  decided_at timestamptz,
  answer text
);
COMMENT ON TABLE plan.extension IS 'A request for more time and its decision.';
CREATE UNIQUE INDEX extension_one_pending ON plan.extension (assignment_id) WHERE state = 'pending';
CREATE INDEX extension_assignment ON plan.extension (assignment_id);
CREATE INDEX extension_unit ON plan.extension (unit_id, state);
CREATE INDEX extension_department ON plan.extension (department_id);
CREATE INDEX extension_asked_by ON plan.extension (asked_by);
CREATE INDEX extension_decided_by ON plan.extension (decided_by);

CREATE TABLE plan.difficulty (
  id uuid PRIMARY KEY,
  unit_id uuid NOT NULL REFERENCES organisation.unit (id),
  department_id uuid NOT NULL REFERENCES organisation.unit (id),
  assignment_id uuid REFERENCES plan.assignment (id),
  addressed_unit_id uuid NOT NULL REFERENCES organisation.unit (id),
  title text NOT NULL CHECK (length(title) BETWEEN 1 AND 300),
  body text NOT NULL CHECK (length(body) BETWEEN 1 AND 5000),
  state text NOT NULL DEFAULT 'open' CHECK (state IN ('open', 'answered', 'closed')),
  raised_by uuid NOT NULL REFERENCES identity.account (id),
  raised_at timestamptz NOT NULL,
  answer text CHECK (length(answer) <= 5000),
  answered_by uuid REFERENCES identity.account (id),
  answered_at timestamptz,
  closed_at timestamptz,
  version integer NOT NULL DEFAULT 1,
  CHECK (state <> 'answered' OR answer IS NOT NULL)
);
COMMENT ON TABLE plan.difficulty IS 'A difficulty that the level above must answer (khó khăn, vướng mắc).';
CREATE INDEX difficulty_unit ON plan.difficulty (unit_id, state);
CREATE INDEX difficulty_addressed ON plan.difficulty (addressed_unit_id, state, raised_at);
CREATE INDEX difficulty_department ON plan.difficulty (department_id, state, raised_at);
CREATE INDEX difficulty_assignment ON plan.difficulty (assignment_id);
CREATE INDEX difficulty_raised_by ON plan.difficulty (raised_by);
CREATE INDEX difficulty_answered_by ON plan.difficulty (answered_by);

CREATE TABLE plan.indicator_value (
  indicator text NOT NULL,
  unit_id uuid NOT NULL REFERENCES organisation.unit (id) ON DELETE CASCADE,
  department_id uuid NOT NULL REFERENCES organisation.unit (id),
  school_year_id uuid NOT NULL REFERENCES organisation.school_year (id),
  numerator numeric,
  denominator numeric,
  value numeric,
  computed_at timestamptz NOT NULL,
  PRIMARY KEY (school_year_id, indicator, unit_id)
);
COMMENT ON TABLE plan.indicator_value IS 'The last computed value of an indicator for a unit; null where there is nothing to count.';
CREATE INDEX indicator_value_unit ON plan.indicator_value (unit_id, indicator);
CREATE INDEX indicator_value_department ON plan.indicator_value (department_id);

CREATE TABLE plan.notice (
  id uuid PRIMARY KEY,
  account_id uuid NOT NULL REFERENCES identity.account (id) ON DELETE CASCADE,
  department_id uuid NOT NULL REFERENCES organisation.unit (id),
  kind text NOT NULL,
  title text NOT NULL CHECK (length(title) BETWEEN 1 AND 300),
  body text NOT NULL DEFAULT '',
  link text NOT NULL CHECK (link LIKE '/%'),
  at timestamptz NOT NULL,
  read_at timestamptz,
  once_key text,
  UNIQUE NULLS DISTINCT (account_id, once_key)
);
COMMENT ON TABLE plan.notice IS 'Something a person is told; once_key keeps the same reminder from being sent twice.';
CREATE INDEX notice_account ON plan.notice (account_id, at DESC);
CREATE INDEX notice_department ON plan.notice (department_id);

-- People above or below are told without being seen: the functions look roles up as the owner, inside the own department only.
CREATE FUNCTION plan.tell_unit(unit uuid, roles text[], kind text, title text, body text, link text, told_at timestamptz, once text)
RETURNS integer LANGUAGE sql SECURITY DEFINER SET search_path = plan, pg_temp AS $$
  WITH told AS (
    INSERT INTO notice (id, account_id, department_id, kind, title, body, link, at, once_key)
    SELECT organisation.uuid_v7(), holder.account_id, holder.department_id, $3, left($4, 300), $5, $6, $7, $8
    FROM (SELECT DISTINCT r.account_id, r.department_id FROM identity.role_assignment r
          WHERE r.unit_id = $1 AND r.role = ANY ($2) AND r.department_id = organisation.current_department()
            AND r.starts_on <= $7::date AND (r.ends_on IS NULL OR r.ends_on >= $7::date)) holder
    ON CONFLICT (account_id, once_key) DO NOTHING RETURNING 1)
  SELECT count(*)::integer FROM told
$$;

CREATE FUNCTION plan.tell_holders(assignments uuid[], kind text, title text, told_at timestamptz, except_account uuid)
RETURNS integer LANGUAGE sql SECURITY DEFINER SET search_path = plan, pg_temp AS $$
  WITH told AS (
    INSERT INTO notice (id, account_id, department_id, kind, title, body, link, at)
    SELECT organisation.uuid_v7(), holder.account_id, holder.department_id, $2, left($3 || ': ' || holder.title, 300), holder.unit_name,
           '/viec/' || holder.id, $4
    FROM (SELECT DISTINCT a.id, a.department_id, d.title, u.name AS unit_name, coalesce(a.account_id, r.account_id) AS account_id
          FROM assignment a JOIN duty d ON d.id = a.duty_id JOIN organisation.unit u ON u.id = a.unit_id
          LEFT JOIN identity.role_assignment r ON a.account_id IS NULL AND r.unit_id = a.unit_id AND r.role = a.role
            AND r.starts_on <= $4::date AND (r.ends_on IS NULL OR r.ends_on >= $4::date)
          WHERE a.id = ANY ($1) AND a.department_id = organisation.current_department()) holder
    WHERE holder.account_id IS NOT NULL AND holder.account_id IS DISTINCT FROM $5
    RETURNING 1)
  SELECT count(*)::integer FROM told
$$;

-- Every person who carries assignments of a document, told once with the number of them.
CREATE FUNCTION plan.tell_carriers(document uuid, title text, told_at timestamptz)
RETURNS integer LANGUAGE sql SECURITY DEFINER SET search_path = plan, pg_temp AS $$
  WITH told AS (
    INSERT INTO notice (id, account_id, department_id, kind, title, body, link, at, once_key)
    SELECT organisation.uuid_v7(), r.account_id, r.department_id, 'planPublished', left($2, 300),
      count(*) || ' việc được giao cho ' || min(u.name), '/viec-cua-toi', $3, 'published:' || $1
    FROM assignment a
    JOIN identity.role_assignment r ON r.unit_id = a.unit_id AND r.role = a.role
      AND r.starts_on <= $3::date AND (r.ends_on IS NULL OR r.ends_on >= $3::date)
    JOIN organisation.unit u ON u.id = a.unit_id
    WHERE a.document_id = $1 AND a.department_id = organisation.current_department() AND a.account_id IS NULL
    GROUP BY r.account_id, r.department_id
    ON CONFLICT (account_id, once_key) DO NOTHING RETURNING 1)
  SELECT count(*)::integer FROM told
$$;

-- Open work of the reading account under all its roles, for the personal calendar feed.
CREATE FUNCTION plan.own_feed() RETURNS TABLE (id uuid, title text, body text, "startsOn" date, "dueOn" date, unit text, "updatedAt" timestamptz)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = plan, pg_temp AS $$
  SELECT DISTINCT a.id, d.title, d.body, a.starts_on, a.due_on, u.name,
    greatest(doc.published_at, a.acknowledged_at, a.submitted_at, a.decided_at)
  FROM assignment a JOIN duty d ON d.id = a.duty_id JOIN organisation.unit u ON u.id = a.unit_id
  JOIN document doc ON doc.id = a.document_id AND doc.status = 'published'
  LEFT JOIN identity.role_assignment r ON r.unit_id = a.unit_id AND r.role = a.role AND r.account_id = organisation.current_account()
    AND (r.ends_on IS NULL OR r.ends_on >= current_date)
  WHERE a.state IN ('notStarted', 'inProgress', 'returned')
    AND (a.account_id = organisation.current_account() OR a.account_id IS NULL AND r.id IS NOT NULL)
  ORDER BY a.due_on LIMIT 500
$$;

SELECT organisation.protect_department('plan.document', readable => $$status IN ('published', 'superseded') OR (SELECT organisation.current_scope()) = 'department'$$);
SELECT organisation.protect_department('plan.paragraph', readable => $$(SELECT organisation.current_scope()) = 'department'
  OR document_id IN (SELECT d.id FROM plan.document d WHERE d.status IN ('published', 'superseded'))$$);
SELECT organisation.protect_department('plan.duty', readable => $$(SELECT organisation.current_scope()) = 'department'
  OR document_id IN (SELECT d.id FROM plan.document d WHERE d.status IN ('published', 'superseded'))$$);
SELECT organisation.protect_department('plan.duty_paragraph', readable => $$(SELECT organisation.current_scope()) = 'department'
  OR document_id IN (SELECT d.id FROM plan.document d WHERE d.status IN ('published', 'superseded'))$$);
SELECT organisation.protect_department('plan.duty_solution');

-- Teachers see what is theirs by name, and what is given to everybody of their role in their own unit.
SELECT organisation.protect('plan.assignment', own_rows => $$
  account_id = (SELECT organisation.current_account())
  OR account_id IS NULL AND unit_id = (SELECT organisation.current_unit()) AND role = (SELECT organisation.acting_role())$$);
DO $$
DECLARE name text;
BEGIN
  FOREACH name IN ARRAY ARRAY['assignment_event', 'evidence', 'extension'] LOOP
    PERFORM organisation.protect(format('plan.%I', name)::regclass, own_rows =>
      'assignment_id IN (SELECT mine.id FROM plan.assignment mine WHERE mine.account_id = (SELECT organisation.current_account())
         OR mine.account_id IS NULL AND mine.unit_id = (SELECT organisation.current_unit()) AND mine.role = (SELECT organisation.acting_role()))');
  END LOOP;
END $$;
SELECT organisation.protect('plan.attachment', own_rows => 'account_id = (SELECT organisation.current_account())');
SELECT organisation.protect('plan.difficulty', own_rows => 'raised_by = (SELECT organisation.current_account())');
SELECT organisation.protect('plan.indicator_value');
ALTER TABLE plan.notice ENABLE ROW LEVEL SECURITY;
ALTER TABLE plan.notice FORCE ROW LEVEL SECURITY;
CREATE POLICY owner_works ON plan.notice TO hoaban_owner USING (true) WITH CHECK (true);
CREATE POLICY own_notices ON plan.notice TO hoaban_runtime USING (account_id = (SELECT organisation.current_account()))
  WITH CHECK (department_id = (SELECT organisation.current_department()));

GRANT SELECT, INSERT, UPDATE, DELETE ON plan.document, plan.paragraph, plan.duty, plan.duty_paragraph, plan.duty_solution TO hoaban_runtime;
GRANT SELECT, INSERT ON plan.assignment, plan.assignment_event, plan.attachment, plan.evidence, plan.extension, plan.difficulty, plan.notice TO hoaban_runtime;
GRANT UPDATE (state, state_note, starts_on, due_on, duty_id, document_id, acknowledged_at, acknowledged_by, submitted_at, decided_at, decided_by,
  blocked_since, question_since, reminded_at, escalated_at, version) ON plan.assignment TO hoaban_runtime;
GRANT UPDATE (withdrawn_at) ON plan.evidence TO hoaban_runtime;
GRANT UPDATE (state, decided_by, decided_at, answer) ON plan.extension TO hoaban_runtime;
GRANT UPDATE (state, answer, answered_by, answered_at, closed_at, addressed_unit_id, version) ON plan.difficulty TO hoaban_runtime;
GRANT SELECT, INSERT, UPDATE ON plan.indicator_value TO hoaban_runtime;
GRANT UPDATE (read_at) ON plan.notice TO hoaban_runtime;

SELECT audit.watch('plan.document');
SELECT audit.watch('plan.duty', inserts => false);
SELECT audit.watch('plan.assignment', inserts => false);
SELECT audit.watch('plan.evidence');
SELECT audit.watch('plan.extension');
SELECT audit.watch('plan.difficulty');
SELECT audit.watch('plan.attachment');
