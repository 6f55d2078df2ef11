-- In whose name a person writes official documents: the department for its own people, the own unit for heads and
-- clerks, nobody for those who see only their own rows.
CREATE FUNCTION plan.issuing_unit() RETURNS uuid LANGUAGE sql STABLE PARALLEL SAFE AS $$
  SELECT CASE organisation.current_scope()
    WHEN 'department' THEN organisation.current_department()
    WHEN 'subtree' THEN organisation.current_unit() END
$$;

-- The units whose post a person reads: the own one, the school of a subject team, the department of a division. Nobody
-- reads it before the second factor is given (no scope), nor do pupils and their guardians.
CREATE FUNCTION plan.reading_units() RETURNS uuid[] LANGUAGE sql STABLE PARALLEL SAFE AS $$
  SELECT CASE
    WHEN organisation.current_scope() IS NULL OR organisation.acting_role() IN ('pupil', 'guardian') THEN ARRAY[]::uuid[]
    ELSE array_remove(ARRAY[
      organisation.current_unit(),
      (SELECT team.parent_id FROM organisation.unit team WHERE team.id = organisation.current_unit() AND team.kind = 'subjectTeam'),
      CASE WHEN organisation.current_scope() = 'department' THEN organisation.current_department() END], NULL) END
$$;

-- Whom to tell in other units: ids only, within the department. A school does not see who works in a commune.
CREATE FUNCTION plan.accounts_holding(units uuid[], roles text[], on_day date) RETURNS TABLE (account_id uuid, unit_id uuid)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = plan, pg_temp AS $$
  SELECT DISTINCT held.account_id, held.unit_id
  FROM identity.role_assignment held JOIN identity.account a ON a.id = held.account_id AND a.status = 'active'
  WHERE held.department_id = organisation.current_department() AND held.unit_id = ANY (units) AND held.role = ANY (roles)
    AND held.starts_on <= on_day AND (held.ends_on IS NULL OR held.ends_on >= on_day)
$$;
REVOKE ALL ON FUNCTION plan.accounts_holding FROM PUBLIC;
GRANT EXECUTE ON FUNCTION plan.accounts_holding TO hoaban_runtime;

-- Inspections. unit_id is the inspecting unit: the audit trail of a surprise inspection must not reach the inspected one.
CREATE TABLE plan.inspection (
  id uuid PRIMARY KEY,
  department_id uuid NOT NULL REFERENCES organisation.unit (id),
  unit_id uuid NOT NULL REFERENCES organisation.unit (id),
  inspected_unit_id uuid NOT NULL REFERENCES organisation.unit (id),
  kind text NOT NULL CHECK (kind IN ('scheduled', 'surprise')),
  purpose text NOT NULL CHECK (length(purpose) BETWEEN 1 AND 1000),
  planned_on date NOT NULL,
  leader_id uuid NOT NULL REFERENCES identity.account (id),
  member_ids uuid[] NOT NULL DEFAULT '{}' CHECK (cardinality(member_ids) <= 20),
  state text NOT NULL DEFAULT 'planned' CHECK (state IN ('planned', 'underway', 'concluded', 'cancelled')),
  began_on date,
  concluded_at timestamptz,
  conclusion text CHECK (length(conclusion) BETWEEN 1 AND 10000),
  cancel_reason text CHECK (length(cancel_reason) BETWEEN 1 AND 2000),
  created_by uuid NOT NULL REFERENCES identity.account (id),
  created_at timestamptz NOT NULL,
  version integer NOT NULL DEFAULT 1,
  CHECK (unit_id <> inspected_unit_id),
  CHECK (state NOT IN ('underway', 'concluded') OR began_on IS NOT NULL),
  CHECK (state <> 'planned' OR began_on IS NULL),
  CHECK ((state = 'concluded') = (conclusion IS NOT NULL AND concluded_at IS NOT NULL)),
  CHECK ((state = 'cancelled') = (cancel_reason IS NOT NULL))
);
COMMENT ON TABLE plan.inspection IS 'An inspection of inspected_unit_id by unit_id; a surprise one stays hidden from the inspected side until began_on is set.';
CREATE INDEX inspection_department ON plan.inspection (department_id, planned_on DESC, id DESC);
CREATE INDEX inspection_unit ON plan.inspection (unit_id, planned_on DESC, id DESC);
CREATE INDEX inspection_inspected ON plan.inspection (inspected_unit_id, planned_on DESC, id DESC);
CREATE INDEX inspection_leader ON plan.inspection (leader_id);
CREATE INDEX inspection_created_by ON plan.inspection (created_by);

CREATE TABLE plan.inspection_item (
  id uuid PRIMARY KEY,
  inspection_id uuid NOT NULL REFERENCES plan.inspection (id) ON DELETE CASCADE,
  department_id uuid NOT NULL REFERENCES organisation.unit (id),
  unit_id uuid NOT NULL REFERENCES organisation.unit (id),
  duty_id uuid REFERENCES plan.duty (id),
  position integer NOT NULL,
  question text NOT NULL CHECK (length(question) BETWEEN 1 AND 1000),
  result text NOT NULL DEFAULT 'notChecked' CHECK (result IN ('notChecked', 'met', 'partlyMet', 'notMet')),
  note text CHECK (length(note) <= 5000),
  version integer NOT NULL DEFAULT 1
);
COMMENT ON TABLE plan.inspection_item IS 'A line of the checklist, made from a duty or written by the team; unit_id is the inspecting unit.';
CREATE INDEX inspection_item_of ON plan.inspection_item (inspection_id, position);
CREATE INDEX inspection_item_duty ON plan.inspection_item (duty_id);
CREATE INDEX inspection_item_department ON plan.inspection_item (department_id);
CREATE INDEX inspection_item_unit ON plan.inspection_item (unit_id);

CREATE TABLE plan.finding (
  id uuid PRIMARY KEY,
  inspection_id uuid NOT NULL REFERENCES plan.inspection (id),
  item_id uuid REFERENCES plan.inspection_item (id),
  department_id uuid NOT NULL REFERENCES organisation.unit (id),
  unit_id uuid NOT NULL REFERENCES organisation.unit (id),
  body text NOT NULL CHECK (length(body) BETWEEN 1 AND 5000),
  severity text NOT NULL CHECK (severity IN ('minor', 'major', 'critical')),
  found_on date NOT NULL,
  due_on date NOT NULL,
  state text NOT NULL DEFAULT 'open' CHECK (state IN ('open', 'resolved', 'closed')),
  answer text CHECK (length(answer) <= 5000),
  answered_by uuid REFERENCES identity.account (id),
  answered_at timestamptz,
  closed_at timestamptz,
  version integer NOT NULL DEFAULT 1,
  CONSTRAINT finding_window CHECK (due_on >= found_on),
  CHECK (state = 'open' OR answer IS NOT NULL),
  CHECK ((state = 'closed') = (closed_at IS NOT NULL))
);
COMMENT ON TABLE plan.finding IS 'What an inspection found wrong and by when unit_id mends it; due_on is never before the day of the inspection.';
CREATE INDEX finding_inspection ON plan.finding (inspection_id, found_on, id);
CREATE INDEX finding_item ON plan.finding (item_id);
CREATE INDEX finding_unit ON plan.finding (unit_id, state, due_on);
CREATE INDEX finding_department ON plan.finding (department_id, state, due_on);
CREATE INDEX finding_answered_by ON plan.finding (answered_by);

CREATE TABLE plan.finding_event (
  id uuid PRIMARY KEY,
  finding_id uuid NOT NULL REFERENCES plan.finding (id) ON DELETE CASCADE,
  department_id uuid NOT NULL REFERENCES organisation.unit (id),
  unit_id uuid NOT NULL REFERENCES organisation.unit (id),
  kind text NOT NULL CHECK (kind IN ('found', 'amended', 'answered', 'reopened', 'closed')),
  note text CHECK (length(note) <= 5000),
  account_id uuid NOT NULL REFERENCES identity.account (id),
  at timestamptz NOT NULL
);
COMMENT ON TABLE plan.finding_event IS 'How a finding was followed up, as people read it.';
CREATE INDEX finding_event_of ON plan.finding_event (finding_id, at);
CREATE INDEX finding_event_department ON plan.finding_event (department_id);
CREATE INDEX finding_event_unit ON plan.finding_event (unit_id);
CREATE INDEX finding_event_account ON plan.finding_event (account_id);

CREATE TABLE plan.finding_file (
  finding_id uuid NOT NULL REFERENCES plan.finding (id) ON DELETE CASCADE,
  attachment_id uuid NOT NULL REFERENCES plan.attachment (id),
  department_id uuid NOT NULL REFERENCES organisation.unit (id),
  unit_id uuid NOT NULL REFERENCES organisation.unit (id),
  PRIMARY KEY (finding_id, attachment_id)
);
COMMENT ON TABLE plan.finding_file IS 'Files that show that a finding is mended.';
CREATE INDEX finding_file_attachment ON plan.finding_file (attachment_id);
CREATE INDEX finding_file_department ON plan.finding_file (department_id);
CREATE INDEX finding_file_unit ON plan.finding_file (unit_id);

-- Official documents of a unit (unit_id issues). recipient_* say whom it is meant for; the rows of
-- official_document_recipient are made when those units are told, so a draft leaves no trace with them.
CREATE TABLE plan.agency_setting (
  unit_id uuid PRIMARY KEY REFERENCES organisation.unit (id),
  department_id uuid NOT NULL REFERENCES organisation.unit (id),
  abbreviation text NOT NULL CHECK (length(abbreviation) BETWEEN 1 AND 30),
  place text NOT NULL CHECK (length(place) BETWEEN 1 AND 100),
  superior text CHECK (length(superior) BETWEEN 1 AND 200),
  version integer NOT NULL DEFAULT 1
);
COMMENT ON TABLE plan.agency_setting IS 'How a unit writes itself in official documents: abbreviation in symbols, place name, agency above.';
CREATE INDEX agency_setting_department ON plan.agency_setting (department_id);

CREATE TABLE plan.official_document (
  id uuid PRIMARY KEY,
  department_id uuid NOT NULL REFERENCES organisation.unit (id),
  unit_id uuid NOT NULL REFERENCES organisation.unit (id),
  drafting_unit_id uuid NOT NULL REFERENCES organisation.unit (id),
  kind text NOT NULL CHECK (kind IN ('directive', 'decision', 'guidance', 'plan', 'programme', 'notice', 'report', 'proposal', 'invitation', 'dispatch')),
  abstract text NOT NULL CHECK (length(abstract) BETWEEN 1 AND 1000),
  state text NOT NULL DEFAULT 'draft' CHECK (state IN ('draft', 'collecting', 'issued', 'superseded', 'revoked', 'cancelled')),
  state_note text CHECK (length(state_note) <= 2000),
  recipient_kinds text[] NOT NULL DEFAULT '{}' CHECK (recipient_kinds <@ ARRAY['divisions', 'communes', 'clusters', 'schools',
    'lowerSecondarySchools', 'upperSecondarySchools', 'subjectTeams']),
  recipient_unit_ids uuid[] NOT NULL DEFAULT '{}' CHECK (cardinality(recipient_unit_ids) <= 500),
  comment_until date,
  collected_at timestamptz,
  year smallint,
  number integer CHECK (number BETWEEN 1 AND 99999),
  symbol text,
  issued_on date,
  issued_by uuid REFERENCES identity.account (id),
  signatory_name text CHECK (length(signatory_name) BETWEEN 1 AND 100),
  signatory_position text CHECK (length(signatory_position) BETWEEN 1 AND 100),
  replaces_id uuid REFERENCES plan.official_document (id),
  created_by uuid NOT NULL REFERENCES identity.account (id),
  created_at timestamptz NOT NULL,
  sort_on date NOT NULL,
  version integer NOT NULL DEFAULT 1,
  search_text text GENERATED ALWAYS AS (organisation.fold(coalesce(symbol, '') || ' ' || abstract)) STORED,
  CONSTRAINT official_document_number UNIQUE (unit_id, year, kind, number),
  CHECK (state NOT IN ('issued', 'superseded', 'revoked') OR number IS NOT NULL),
  CHECK ((number IS NULL) = (symbol IS NULL) AND (number IS NULL) = (issued_on IS NULL) AND (number IS NULL) = (year IS NULL)),
  CHECK (number IS NULL OR signatory_name IS NOT NULL AND signatory_position IS NOT NULL),
  CHECK (year IS NULL OR year = extract(year FROM issued_on)),
  CHECK (state <> 'collecting' OR comment_until IS NOT NULL AND collected_at IS NOT NULL),
  CHECK (state NOT IN ('revoked', 'cancelled') OR state_note IS NOT NULL),
  CHECK (replaces_id <> id)
);
COMMENT ON TABLE plan.official_document IS 'Register of official documents, from draft over opinions to issue; number and symbol by Nghị định 30/2020.';
CREATE INDEX official_document_department ON plan.official_document (department_id, sort_on DESC, id DESC);
CREATE INDEX official_document_unit ON plan.official_document (unit_id, sort_on DESC, id DESC);
CREATE INDEX official_document_drafting_unit ON plan.official_document (drafting_unit_id);
CREATE INDEX official_document_issued_by ON plan.official_document (issued_by);
CREATE INDEX official_document_created_by ON plan.official_document (created_by);
CREATE INDEX official_document_replaces ON plan.official_document (replaces_id);
CREATE INDEX official_document_search ON plan.official_document USING gin (search_text public.gin_trgm_ops);

CREATE TABLE plan.official_document_recipient (
  document_id uuid NOT NULL REFERENCES plan.official_document (id) ON DELETE CASCADE,
  unit_id uuid NOT NULL REFERENCES organisation.unit (id),
  purpose text NOT NULL CHECK (purpose IN ('opinion', 'carryOut')),
  issuing_unit_id uuid NOT NULL REFERENCES organisation.unit (id),
  department_id uuid NOT NULL REFERENCES organisation.unit (id),
  told_at timestamptz NOT NULL,
  PRIMARY KEY (document_id, unit_id, purpose)
);
COMMENT ON TABLE plan.official_document_recipient IS 'Units that were told of a document: asked for an opinion, or to carry it out.';
CREATE INDEX official_document_recipient_unit ON plan.official_document_recipient (unit_id, document_id);
CREATE INDEX official_document_recipient_issuer ON plan.official_document_recipient (issuing_unit_id);
CREATE INDEX official_document_recipient_department ON plan.official_document_recipient (department_id);

CREATE TABLE plan.official_document_file (
  document_id uuid NOT NULL REFERENCES plan.official_document (id) ON DELETE CASCADE,
  attachment_id uuid NOT NULL REFERENCES plan.attachment (id),
  department_id uuid NOT NULL REFERENCES organisation.unit (id),
  unit_id uuid NOT NULL REFERENCES organisation.unit (id),
  PRIMARY KEY (document_id, attachment_id)
);
COMMENT ON TABLE plan.official_document_file IS 'Files of an official document.';
CREATE INDEX official_document_file_attachment ON plan.official_document_file (attachment_id);
CREATE INDEX official_document_file_department ON plan.official_document_file (department_id);
CREATE INDEX official_document_file_unit ON plan.official_document_file (unit_id);

CREATE TABLE plan.official_document_duty (
  document_id uuid NOT NULL REFERENCES plan.official_document (id) ON DELETE CASCADE,
  duty_id uuid NOT NULL REFERENCES plan.duty (id) ON DELETE CASCADE,
  department_id uuid NOT NULL REFERENCES organisation.unit (id),
  unit_id uuid NOT NULL REFERENCES organisation.unit (id),
  PRIMARY KEY (document_id, duty_id)
);
COMMENT ON TABLE plan.official_document_duty IS 'Duties that an official document is about.';
CREATE INDEX official_document_duty_reverse ON plan.official_document_duty (duty_id);
CREATE INDEX official_document_duty_department ON plan.official_document_duty (department_id);
CREATE INDEX official_document_duty_unit ON plan.official_document_duty (unit_id);

CREATE TABLE plan.official_document_opinion (
  id uuid PRIMARY KEY,
  document_id uuid NOT NULL REFERENCES plan.official_document (id) ON DELETE CASCADE,
  department_id uuid NOT NULL REFERENCES organisation.unit (id),
  unit_id uuid NOT NULL REFERENCES organisation.unit (id),
  issuing_unit_id uuid NOT NULL REFERENCES organisation.unit (id),
  stance text NOT NULL CHECK (stance IN ('agrees', 'comments')),
  passage text NOT NULL DEFAULT '' CHECK (length(passage) <= 300),
  body text NOT NULL DEFAULT '' CHECK (length(body) <= 5000),
  account_id uuid NOT NULL REFERENCES identity.account (id),
  given_at timestamptz NOT NULL,
  disposition text CHECK (disposition IN ('adopted', 'partlyAdopted', 'explained')),
  reply text CHECK (length(reply) <= 5000),
  disposed_by uuid REFERENCES identity.account (id),
  disposed_at timestamptz,
  version integer NOT NULL DEFAULT 1,
  CHECK (stance = 'agrees' OR body <> ''),
  CHECK (disposition IS NULL OR stance = 'comments' AND disposed_by IS NOT NULL AND disposed_at IS NOT NULL),
  CHECK (disposition IS NULL OR disposition = 'adopted' OR coalesce(reply, '') <> '')
);
COMMENT ON TABLE plan.official_document_opinion IS 'Opinion of a unit on a draft and what became of it: adopted, adopted in part, or explained.';
CREATE INDEX opinion_document ON plan.official_document_opinion (document_id, unit_id, given_at);
CREATE INDEX opinion_unit ON plan.official_document_opinion (unit_id);
CREATE INDEX opinion_issuer ON plan.official_document_opinion (issuing_unit_id);
CREATE INDEX opinion_department ON plan.official_document_opinion (department_id);
CREATE INDEX opinion_account ON plan.official_document_opinion (account_id);
CREATE INDEX opinion_disposed_by ON plan.official_document_opinion (disposed_by);
CREATE UNIQUE INDEX opinion_one_agreement ON plan.official_document_opinion (document_id, unit_id) WHERE stance = 'agrees';

CREATE TABLE plan.official_document_reading (
  document_id uuid NOT NULL REFERENCES plan.official_document (id) ON DELETE CASCADE,
  account_id uuid NOT NULL REFERENCES identity.account (id),
  unit_id uuid NOT NULL REFERENCES organisation.unit (id),
  issuing_unit_id uuid NOT NULL REFERENCES organisation.unit (id),
  department_id uuid NOT NULL REFERENCES organisation.unit (id),
  opened_at timestamptz NOT NULL,
  PRIMARY KEY (document_id, account_id, unit_id)
);
COMMENT ON TABLE plan.official_document_reading IS 'Read receipts: who opened a document for which unit, and when first.';
CREATE INDEX official_document_reading_account ON plan.official_document_reading (account_id);
CREATE INDEX official_document_reading_unit ON plan.official_document_reading (unit_id);
CREATE INDEX official_document_reading_issuer ON plan.official_document_reading (issuing_unit_id);
CREATE INDEX official_document_reading_department ON plan.official_document_reading (department_id);

DO $$
DECLARE
  name text;
  same_department text := 'department_id = (SELECT organisation.current_department())';
  reached text := '(SELECT reach.descendant_id FROM organisation.unit_reach reach WHERE reach.ancestor_id = (SELECT organisation.current_unit()))';
  in_team text := '((SELECT organisation.current_scope()) IS NOT NULL AND (leader_id = (SELECT organisation.current_account()) OR (SELECT organisation.current_account()) = ANY (member_ids)))';
  -- The own unit's inspections; the department's people also those of its divisions.
  inspecting text := $p$(CASE (SELECT organisation.current_scope())
      WHEN 'department' THEN unit_id IN (SELECT own.id FROM organisation.unit own WHERE own.kind IN ('department', 'division'))
      WHEN 'subtree' THEN unit_id = (SELECT organisation.current_unit()) ELSE false END)$p$;
  issuing text := '(SELECT plan.issuing_unit())';
  post text := '((SELECT plan.reading_units())::uuid[])';
  of_visible text := 'EXISTS (SELECT 1 FROM plan.%I whole WHERE whole.id = %I)';
BEGIN
  FOREACH name IN ARRAY ARRAY['inspection', 'inspection_item', 'finding', 'finding_event', 'finding_file', 'agency_setting', 'official_document',
    'official_document_recipient', 'official_document_file', 'official_document_duty', 'official_document_opinion', 'official_document_reading'] LOOP
    EXECUTE format('ALTER TABLE plan.%I ENABLE ROW LEVEL SECURITY', name);
    EXECUTE format('ALTER TABLE plan.%I FORCE ROW LEVEL SECURITY', name);
    EXECUTE format('CREATE POLICY owner_works ON plan.%I TO hoaban_owner USING (true) WITH CHECK (true)', name);
  END LOOP;

  EXECUTE format($p$CREATE POLICY scope_reads ON plan.inspection FOR SELECT TO hoaban_runtime USING (%1$s AND (%3$s OR
      CASE (SELECT organisation.current_scope())
        WHEN 'department' THEN true
        WHEN 'subtree' THEN unit_id IN %2$s OR (kind = 'scheduled' OR began_on IS NOT NULL) AND inspected_unit_id IN %2$s
        ELSE false END))$p$, same_department, reached, in_team);
  EXECUTE format($p$CREATE POLICY inspectors_insert ON plan.inspection FOR INSERT TO hoaban_runtime WITH CHECK (%s AND %s
      AND ((SELECT organisation.current_scope()) = 'department' OR inspected_unit_id IN %s))$p$, same_department, inspecting, reached);
  EXECUTE format('CREATE POLICY inspectors_update ON plan.inspection FOR UPDATE TO hoaban_runtime USING (%1$s AND (%2$s OR %3$s)) WITH CHECK (%1$s AND (%2$s OR %3$s))',
    same_department, inspecting, in_team);

  -- Whoever sees the inspection sees its parts; the inspecting side writes them; the inspected unit answers findings.
  EXECUTE format('CREATE POLICY with_inspection ON plan.inspection_item FOR SELECT TO hoaban_runtime USING (%s)', format(of_visible, 'inspection', 'inspection_id'));
  EXECUTE format('CREATE POLICY with_inspection ON plan.finding FOR SELECT TO hoaban_runtime USING (%s)', format(of_visible, 'inspection', 'inspection_id'));
  FOREACH name IN ARRAY ARRAY['inspection_item', 'finding'] LOOP
    EXECUTE format($p$CREATE POLICY inspectors_write ON plan.%I TO hoaban_runtime USING (%2$s) WITH CHECK (%2$s)$p$, name,
      format('EXISTS (SELECT 1 FROM plan.inspection whole WHERE whole.id = inspection_id AND (%s OR %s))', inspecting, in_team));
  END LOOP;
  EXECUTE format($p$CREATE POLICY inspected_answers ON plan.finding FOR UPDATE TO hoaban_runtime
      USING (%1$s AND %2$s) WITH CHECK (%1$s AND %2$s)$p$, same_department,
    $q$(SELECT organisation.current_scope()) = 'subtree' AND unit_id = (SELECT organisation.current_unit())$q$);
  FOREACH name IN ARRAY ARRAY['finding_event', 'finding_file'] LOOP
    EXECUTE format('CREATE POLICY with_finding ON plan.%1$I TO hoaban_runtime USING (%2$s) WITH CHECK (%3$s AND %2$s)',
      name, format(of_visible, 'finding', 'finding_id'), same_department);
  END LOOP;

  EXECUTE format('CREATE POLICY department_reads ON plan.agency_setting FOR SELECT TO hoaban_runtime USING (%s)', same_department);
  EXECUTE format($p$CREATE POLICY own_agency ON plan.agency_setting TO hoaban_runtime USING (%1$s AND %2$s) WITH CHECK (%1$s AND %2$s)$p$,
    same_department, $q$(CASE (SELECT organisation.current_scope())
      WHEN 'department' THEN unit_id IN (SELECT own.id FROM organisation.unit own WHERE own.kind IN ('department', 'division'))
      WHEN 'subtree' THEN unit_id = (SELECT organisation.current_unit()) ELSE false END)$q$);

  EXECUTE format($p$CREATE POLICY issuer_and_told_read ON plan.official_document FOR SELECT TO hoaban_runtime USING (%1$s AND (unit_id = %2$s
      OR state <> 'draft' AND EXISTS (SELECT 1 FROM plan.official_document_recipient told
           WHERE told.document_id = official_document.id AND told.unit_id = ANY %3$s)
      OR state IN ('issued', 'superseded', 'revoked') AND CASE (SELECT organisation.current_scope())
           WHEN 'department' THEN true WHEN 'subtree' THEN unit_id IN %4$s ELSE false END))$p$, same_department, issuing, post, reached);
  EXECUTE format('CREATE POLICY issuer_inserts ON plan.official_document FOR INSERT TO hoaban_runtime WITH CHECK (%s AND unit_id = %s)', same_department, issuing);
  EXECUTE format('CREATE POLICY issuer_updates ON plan.official_document FOR UPDATE TO hoaban_runtime USING (%1$s AND unit_id = %2$s) WITH CHECK (%1$s AND unit_id = %2$s)',
    same_department, issuing);

  EXECUTE format('CREATE POLICY told_read ON plan.official_document_recipient FOR SELECT TO hoaban_runtime USING (%s AND (issuing_unit_id = %s OR unit_id = ANY %s))',
    same_department, issuing, post);
  EXECUTE format('CREATE POLICY issuer_inserts ON plan.official_document_recipient FOR INSERT TO hoaban_runtime WITH CHECK (%s AND issuing_unit_id = %s)', same_department, issuing);

  FOREACH name IN ARRAY ARRAY['official_document_file', 'official_document_duty'] LOOP
    EXECUTE format('CREATE POLICY with_document ON plan.%I FOR SELECT TO hoaban_runtime USING (%s)', name, format(of_visible, 'official_document', 'document_id'));
    EXECUTE format('CREATE POLICY issuer_inserts ON plan.%I FOR INSERT TO hoaban_runtime WITH CHECK (%s AND unit_id = %s)', name, same_department, issuing);
    EXECUTE format('CREATE POLICY issuer_deletes ON plan.%I FOR DELETE TO hoaban_runtime USING (%s AND unit_id = %s)', name, same_department, issuing);
  END LOOP;

  EXECUTE format($p$CREATE POLICY both_sides_read ON plan.official_document_opinion FOR SELECT TO hoaban_runtime
      USING (%1$s AND (issuing_unit_id = %2$s OR %2$s IS NOT NULL AND unit_id = ANY %3$s))$p$, same_department, issuing, post);
  EXECUTE format($p$CREATE POLICY asked_inserts ON plan.official_document_opinion FOR INSERT TO hoaban_runtime WITH CHECK (%1$s AND %2$s IS NOT NULL
      AND unit_id = ANY %3$s AND EXISTS (SELECT 1 FROM plan.official_document_recipient told WHERE told.document_id = official_document_opinion.document_id
        AND told.unit_id = official_document_opinion.unit_id AND told.purpose = 'opinion'))$p$, same_department, issuing, post);
  EXECUTE format($p$CREATE POLICY both_sides_update ON plan.official_document_opinion FOR UPDATE TO hoaban_runtime
      USING (%1$s AND (issuing_unit_id = %2$s OR %2$s IS NOT NULL AND unit_id = ANY %3$s))
      WITH CHECK (%1$s AND (issuing_unit_id = %2$s OR %2$s IS NOT NULL AND unit_id = ANY %3$s))$p$, same_department, issuing, post);

  EXECUTE format($p$CREATE POLICY issuer_and_own_read ON plan.official_document_reading FOR SELECT TO hoaban_runtime
      USING (%s AND (issuing_unit_id = %s OR account_id = (SELECT organisation.current_account())))$p$, same_department, issuing);
  EXECUTE format($p$CREATE POLICY own_inserts ON plan.official_document_reading FOR INSERT TO hoaban_runtime
      WITH CHECK (%s AND account_id = (SELECT organisation.current_account()) AND %s)$p$, same_department, format(of_visible, 'official_document', 'document_id'));

  -- A file follows what it is attached to: whoever may read the document or the finding may open it.
  EXECUTE $p$CREATE POLICY with_its_owner ON plan.attachment FOR SELECT TO hoaban_runtime USING (
      EXISTS (SELECT 1 FROM plan.official_document_file f WHERE f.attachment_id = attachment.id)
      OR EXISTS (SELECT 1 FROM plan.finding_file f WHERE f.attachment_id = attachment.id))$p$;
END $$;

GRANT SELECT, INSERT ON plan.inspection, plan.inspection_item, plan.finding, plan.finding_event, plan.finding_file, plan.agency_setting,
  plan.official_document, plan.official_document_recipient, plan.official_document_file, plan.official_document_duty,
  plan.official_document_opinion, plan.official_document_reading TO hoaban_runtime;
GRANT UPDATE (purpose, planned_on, leader_id, member_ids, state, began_on, concluded_at, conclusion, cancel_reason, version) ON plan.inspection TO hoaban_runtime;
GRANT UPDATE (position, question, result, note, version), DELETE ON plan.inspection_item TO hoaban_runtime;
GRANT UPDATE (body, severity, due_on, state, answer, answered_by, answered_at, closed_at, version) ON plan.finding TO hoaban_runtime;
GRANT UPDATE (abbreviation, place, superior, version) ON plan.agency_setting TO hoaban_runtime;
GRANT UPDATE (kind, abstract, state, state_note, recipient_kinds, recipient_unit_ids, comment_until, collected_at, year, number, symbol, issued_on,
  issued_by, signatory_name, signatory_position, replaces_id, sort_on, version) ON plan.official_document TO hoaban_runtime;
GRANT DELETE ON plan.official_document_file, plan.official_document_duty TO hoaban_runtime;
GRANT UPDATE (stance, passage, body, account_id, given_at, disposition, reply, disposed_by, disposed_at, version) ON plan.official_document_opinion TO hoaban_runtime;

SELECT audit.watch('plan.inspection');
SELECT audit.watch('plan.inspection_item', inserts => false);
SELECT audit.watch('plan.finding');
SELECT audit.watch('plan.agency_setting');
SELECT audit.watch('plan.official_document');
SELECT audit.watch('plan.official_document_opinion');
