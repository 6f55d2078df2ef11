-- The digital transcript: a page for each pupil and year, its signing steps, runs of signatures, public verification, archives.
CREATE SCHEMA transcript;
GRANT USAGE ON SCHEMA transcript TO hoaban_runtime;

CREATE TABLE transcript.award (
  id uuid PRIMARY KEY,
  pupil_id uuid NOT NULL,
  unit_id uuid NOT NULL,
  department_id uuid NOT NULL REFERENCES organisation.unit (id),
  school_year_id uuid NOT NULL REFERENCES organisation.school_year (id),
  lines text[] NOT NULL CHECK (cardinality(lines) <= 10),
  version integer NOT NULL DEFAULT 1,
  UNIQUE (pupil_id, school_year_id),
  FOREIGN KEY (unit_id, pupil_id) REFERENCES people.pupil (unit_id, id) ON UPDATE CASCADE
);
COMMENT ON TABLE transcript.award IS 'Awards, prizes and certificates of a pupil in a year besides the titles that follow from the results.';
CREATE INDEX award_pupil ON transcript.award (unit_id, pupil_id);
CREATE INDEX award_year ON transcript.award (school_year_id);
CREATE INDEX award_department ON transcript.award (department_id);

CREATE TABLE transcript.page (
  id uuid PRIMARY KEY,
  pupil_id uuid NOT NULL REFERENCES people.pupil (id),
  unit_id uuid NOT NULL REFERENCES organisation.unit (id),
  department_id uuid NOT NULL REFERENCES organisation.unit (id),
  school_year_id uuid NOT NULL REFERENCES organisation.school_year (id),
  class_id uuid NOT NULL REFERENCES people.school_class (id),
  level text NOT NULL CHECK (level IN ('lowerSecondary', 'upperSecondary')),
  grade smallint NOT NULL CHECK (grade BETWEEN 6 AND 12),
  pupil_name text NOT NULL,
  number integer NOT NULL CHECK (number >= 1),
  previous_id uuid,
  previous_digest text,
  reason text CHECK (length(reason) BETWEEN 3 AND 500 AND reason = btrim(reason)),
  code text NOT NULL UNIQUE CHECK (code ~ '^[0-9A-HJKMNP-TV-Z]{20}$'),
  digest text NOT NULL CHECK (digest ~ '^[0-9a-f]{64}$'),
  state text NOT NULL DEFAULT 'collecting' CHECK (state IN ('collecting', 'issued', 'superseded', 'revoked')),
  pdf_sha256 text CHECK (pdf_sha256 ~ '^[0-9a-f]{64}$'),
  xml_sha256 text CHECK (xml_sha256 ~ '^[0-9a-f]{64}$'),
  made_by uuid NOT NULL REFERENCES identity.account (id),
  made_at timestamptz NOT NULL,
  issued_at timestamptz,
  revoked_at timestamptz,
  revoked_by uuid REFERENCES identity.account (id),
  revoked_reason text CHECK (length(revoked_reason) BETWEEN 3 AND 500),
  UNIQUE (pupil_id, school_year_id, number),
  UNIQUE (id, digest),
  FOREIGN KEY (previous_id, previous_digest) REFERENCES transcript.page (id, digest),
  CHECK ((level = 'lowerSecondary') = (grade <= 9)),
  CHECK ((number = 1) = (previous_id IS NULL)),
  CHECK ((previous_id IS NULL) = (previous_digest IS NULL)),
  CHECK ((previous_id IS NULL) = (reason IS NULL)),
  CHECK ((state = 'collecting') = (issued_at IS NULL)),
  CHECK (state = 'collecting' OR (pdf_sha256 IS NOT NULL AND xml_sha256 IS NOT NULL)),
  CHECK ((state = 'revoked') = (revoked_at IS NOT NULL)),
  CHECK ((revoked_at IS NULL) = (revoked_reason IS NULL) AND (revoked_at IS NULL) = (revoked_by IS NULL))
);
COMMENT ON TABLE transcript.page IS 'A version of the transcript page of a pupil and year. collecting: signatures are being gathered; once issued nothing in it changes but its standing. unit_id: the school that issues it, also after the pupil has left.';
COMMENT ON COLUMN transcript.page.digest IS 'SHA-256 of the canonical content; the next version names it (previous_digest): a chain that no single row can leave.';
COMMENT ON COLUMN transcript.page.pdf_sha256 IS 'The PDF with the signatures made so far, in the file store; xml_sha256 its data form.';
CREATE UNIQUE INDEX page_open ON transcript.page (pupil_id, school_year_id) WHERE state = 'collecting';
CREATE INDEX page_place ON transcript.page (unit_id, school_year_id, class_id);
CREATE INDEX page_class ON transcript.page (class_id);
CREATE INDEX page_year ON transcript.page (school_year_id);
CREATE INDEX page_department ON transcript.page (department_id);
CREATE INDEX page_previous ON transcript.page (previous_id, previous_digest);
CREATE INDEX page_pdf ON transcript.page (pdf_sha256);
CREATE INDEX page_made_by ON transcript.page (made_by);
CREATE INDEX page_revoked_by ON transcript.page (revoked_by);

CREATE TABLE transcript.page_content (
  page_id uuid PRIMARY KEY,
  unit_id uuid NOT NULL REFERENCES organisation.unit (id),
  department_id uuid NOT NULL REFERENCES organisation.unit (id),
  digest text NOT NULL,
  content bytea NOT NULL CHECK (length(content) <= 100000),
  CHECK (digest = encode(sha256(content), 'hex')),
  FOREIGN KEY (page_id, digest) REFERENCES transcript.page (id, digest) ON DELETE CASCADE
);
COMMENT ON TABLE transcript.page_content IS 'What a page says: canonical JSON (RFC 8785) in UTF-8, written once.';
CREATE INDEX page_content_page ON transcript.page_content (page_id, digest);
CREATE INDEX page_content_unit ON transcript.page_content (unit_id);
CREATE INDEX page_content_department ON transcript.page_content (department_id);

CREATE TABLE transcript.step (
  id uuid PRIMARY KEY,
  page_id uuid NOT NULL,
  digest text NOT NULL,
  unit_id uuid NOT NULL REFERENCES organisation.unit (id),
  department_id uuid NOT NULL REFERENCES organisation.unit (id),
  kind text NOT NULL CHECK (kind IN ('subject', 'homeroom', 'principal', 'seal')),
  position smallint NOT NULL GENERATED ALWAYS AS (CASE kind WHEN 'subject' THEN 1 WHEN 'homeroom' THEN 2 WHEN 'principal' THEN 3 ELSE 4 END) STORED,
  class_id uuid NOT NULL REFERENCES people.school_class (id),
  pupil_name text NOT NULL,
  subject_code text CHECK (subject_code ~ '^[A-Z0-9]{2,8}$'),
  staff_id uuid REFERENCES people.staff_member (id),
  account_id uuid REFERENCES identity.account (id),
  part jsonb,
  state text NOT NULL DEFAULT 'waiting' CHECK (state IN ('waiting', 'done', 'returned')),
  done_by uuid REFERENCES identity.account (id),
  done_name text,
  done_at timestamptz,
  method text CHECK (method IN ('account', 'standIn', 'certificate')),
  certificate text,
  signature bytea CHECK (length(signature) <= 60000),
  note text CHECK (length(note) BETWEEN 3 AND 500),
  UNIQUE NULLS NOT DISTINCT (page_id, kind, subject_code, staff_id),
  FOREIGN KEY (page_id, digest) REFERENCES transcript.page (id, digest) ON DELETE CASCADE,
  CHECK ((kind = 'subject') = (subject_code IS NOT NULL AND part IS NOT NULL)),
  CHECK ((kind IN ('subject', 'homeroom')) = (staff_id IS NOT NULL)),
  CHECK ((state = 'waiting') = (done_at IS NULL) AND (state = 'waiting') = (done_by IS NULL)),
  CHECK ((state = 'done') = (method IS NOT NULL)),
  CHECK (state <> 'returned' OR note IS NOT NULL),
  CHECK (method IS DISTINCT FROM 'standIn' OR note IS NOT NULL),
  CHECK ((method = 'certificate') = (certificate IS NOT NULL)),
  CHECK (signature IS NULL OR (method = 'certificate' AND kind IN ('subject', 'homeroom'))),
  CHECK (method IS DISTINCT FROM 'certificate' OR kind IN ('principal', 'seal') OR signature IS NOT NULL),
  -- Head and school sign with a real key, always.
  CHECK (kind IN ('subject', 'homeroom') OR method IS NULL OR method = 'certificate')
);
COMMENT ON TABLE transcript.step IS 'Who signs or confirms a page, in the order of position (ASM-42): teachers of the subjects, homeroom teacher, principal, seal of the school.';
COMMENT ON COLUMN transcript.step.method IS 'account: confirmed by the signed-in person; standIn: by the principal for somebody who cannot, with the reason in note; certificate: a digital signature.';
COMMENT ON COLUMN transcript.step.signature IS 'A teacher''s own digital signature (CMS, CAdES B-B) over the content; those of principal and school stand in the files.';
COMMENT ON COLUMN transcript.step.digest IS 'The content that is signed: that of the page, whatever comes later.';
COMMENT ON COLUMN transcript.step.part IS 'The line of the subject that its teacher confirms: a teacher of one subject reads no other.';
CREATE INDEX step_page ON transcript.step (page_id, digest);
CREATE INDEX step_mine ON transcript.step (account_id, state);
CREATE INDEX step_unit ON transcript.step (unit_id, kind, state);
CREATE INDEX step_department ON transcript.step (department_id);
CREATE INDEX step_class ON transcript.step (class_id);
CREATE INDEX step_staff ON transcript.step (staff_id);
CREATE INDEX step_done_by ON transcript.step (done_by);

CREATE TABLE transcript.certificate (
  fingerprint text PRIMARY KEY CHECK (fingerprint ~ '^[0-9a-f]{64}$'),
  unit_id uuid NOT NULL REFERENCES organisation.unit (id),
  department_id uuid NOT NULL REFERENCES organisation.unit (id),
  holder text NOT NULL CHECK (holder IN ('person', 'school')),
  account_id uuid REFERENCES identity.account (id),
  subject text NOT NULL,
  serial_number text NOT NULL,
  expires_at timestamptz NOT NULL,
  first_used_by uuid NOT NULL REFERENCES identity.account (id),
  first_used_at timestamptz NOT NULL,
  CHECK ((holder = 'person') = (account_id IS NOT NULL))
);
COMMENT ON TABLE transcript.certificate IS 'Certificates that have signed: whose each is. The key and its password are never kept.';
CREATE INDEX certificate_unit ON transcript.certificate (unit_id);
CREATE INDEX certificate_department ON transcript.certificate (department_id);
CREATE INDEX certificate_account ON transcript.certificate (account_id);
CREATE INDEX certificate_first_used_by ON transcript.certificate (first_used_by);

CREATE TABLE transcript.trust_anchor (
  id uuid PRIMARY KEY,
  department_id uuid NOT NULL REFERENCES organisation.unit (id),
  name text NOT NULL,
  fingerprint text NOT NULL CHECK (fingerprint ~ '^[0-9a-f]{64}$'),
  certificate bytea NOT NULL CHECK (length(certificate) <= 20000 AND fingerprint = encode(sha256(certificate), 'hex')),
  expires_at timestamptz NOT NULL,
  added_by uuid NOT NULL REFERENCES identity.account (id),
  added_at timestamptz NOT NULL,
  UNIQUE (department_id, fingerprint)
);
COMMENT ON TABLE transcript.trust_anchor IS 'Certification authorities whose certificates may sign transcripts of the province.';
CREATE INDEX trust_anchor_added_by ON transcript.trust_anchor (added_by);

CREATE TABLE transcript.signing_run (
  id uuid PRIMARY KEY,
  unit_id uuid NOT NULL REFERENCES organisation.unit (id),
  department_id uuid NOT NULL REFERENCES organisation.unit (id),
  kind text NOT NULL CHECK (kind IN ('principal', 'seal')),
  pages uuid[] NOT NULL,
  asked integer NOT NULL GENERATED ALWAYS AS (cardinality(pages)) STORED,
  made integer NOT NULL DEFAULT 0,
  refused jsonb NOT NULL DEFAULT '[]',
  state text NOT NULL DEFAULT 'open' CHECK (state IN ('open', 'done')),
  account_id uuid NOT NULL REFERENCES identity.account (id),
  started_at timestamptz NOT NULL,
  ended_at timestamptz,
  version integer NOT NULL DEFAULT 1,
  CHECK (made + jsonb_array_length(refused) <= cardinality(pages)),
  CHECK (state = 'open' OR made + jsonb_array_length(refused) = cardinality(pages)),
  CHECK ((state = 'done') = (ended_at IS NOT NULL))
);
COMMENT ON TABLE transcript.signing_run IS 'Signing all that waits: what was asked, what has been made, what was refused and why. Goes on where it stopped; a run ends only when the counts add up.';
CREATE UNIQUE INDEX signing_run_open ON transcript.signing_run (account_id, kind) WHERE state = 'open';
CREATE INDEX signing_run_unit ON transcript.signing_run (unit_id);
CREATE INDEX signing_run_department ON transcript.signing_run (department_id);
CREATE INDEX signing_run_account ON transcript.signing_run (account_id);

CREATE TABLE transcript.share (
  id uuid PRIMARY KEY,
  page_id uuid NOT NULL REFERENCES transcript.page (id),
  unit_id uuid NOT NULL REFERENCES organisation.unit (id),
  department_id uuid NOT NULL REFERENCES organisation.unit (id),
  token_hash bytea NOT NULL UNIQUE,
  purpose text NOT NULL CHECK (length(purpose) BETWEEN 3 AND 200),
  made_by uuid NOT NULL REFERENCES identity.account (id),
  made_at timestamptz NOT NULL,
  expires_at timestamptz NOT NULL,
  opened_at timestamptz,
  withdrawn_at timestamptz,
  CHECK (expires_at > made_at)
);
COMMENT ON TABLE transcript.share IS 'A link that shows one page to whoever holds it, once, until it expires; only the hash of its secret is kept.';
CREATE INDEX share_page ON transcript.share (page_id);
CREATE INDEX share_unit ON transcript.share (unit_id);
CREATE INDEX share_department ON transcript.share (department_id);
CREATE INDEX share_made_by ON transcript.share (made_by);

CREATE TABLE transcript.archive (
  id uuid PRIMARY KEY,
  unit_id uuid NOT NULL REFERENCES organisation.unit (id),
  department_id uuid NOT NULL REFERENCES organisation.unit (id),
  school_year_id uuid NOT NULL REFERENCES organisation.school_year (id),
  state text NOT NULL DEFAULT 'waiting' CHECK (state IN ('waiting', 'running', 'done', 'failed')),
  asked integer NOT NULL CHECK (asked > 0),
  made integer NOT NULL DEFAULT 0,
  failed jsonb NOT NULL DEFAULT '[]',
  file_sha256 text CHECK (file_sha256 ~ '^[0-9a-f]{64}$'),
  bytes bigint,
  asked_by uuid NOT NULL REFERENCES identity.account (id),
  asked_at timestamptz NOT NULL,
  ended_at timestamptz,
  CHECK (state <> 'done' OR (file_sha256 IS NOT NULL AND made + jsonb_array_length(failed) = asked)),
  CHECK ((state IN ('done', 'failed')) = (ended_at IS NOT NULL))
);
COMMENT ON TABLE transcript.archive IS 'Export of the issued pages of a school and year for permanent keeping: PDF, XML, content, and a manifest with digests.';
CREATE UNIQUE INDEX archive_open ON transcript.archive (unit_id, school_year_id) WHERE state IN ('waiting', 'running');
CREATE INDEX archive_unit ON transcript.archive (unit_id, asked_at DESC);
CREATE INDEX archive_department ON transcript.archive (department_id);
CREATE INDEX archive_year ON transcript.archive (school_year_id);
CREATE INDEX archive_asked_by ON transcript.archive (asked_by);

CREATE TABLE transcript.attempt (
  bucket text PRIMARY KEY,
  since timestamptz NOT NULL,
  times integer NOT NULL
);
COMMENT ON TABLE transcript.attempt IS 'Questions of strangers by network address (ip/…) and wrong codes (wrong/…) within a quarter of an hour. No grants: functions only.';

-- Content and order are the database's to keep, whoever writes.
CREATE FUNCTION transcript.guard_page() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = transcript, pg_temp AS $$
DECLARE
  movable text[] := CASE WHEN OLD.state = 'collecting' THEN ARRAY['state', 'pdf_sha256', 'xml_sha256', 'issued_at']
    ELSE ARRAY['state', 'revoked_at', 'revoked_by', 'revoked_reason'] END;
BEGIN
  IF TG_OP = 'DELETE' THEN
    IF OLD.state <> 'collecting' THEN
      RAISE EXCEPTION 'an issued page of a transcript is kept for ever' USING ERRCODE = 'insufficient_privilege';
    END IF;
    RETURN OLD;
  END IF;
  IF to_jsonb(OLD) - movable IS DISTINCT FROM to_jsonb(NEW) - movable THEN
    RAISE EXCEPTION 'a page of a transcript does not change' USING ERRCODE = 'insufficient_privilege';
  END IF;
  IF NEW.state <> OLD.state AND NOT (OLD.state, NEW.state) IN (('collecting', 'issued'), ('issued', 'superseded'), ('issued', 'revoked')) THEN
    RAISE EXCEPTION 'a page of a transcript does not go back' USING ERRCODE = 'insufficient_privilege';
  END IF;
  IF OLD.state = 'collecting' AND NEW.state = 'issued' AND (
    EXISTS (SELECT FROM step s WHERE s.page_id = NEW.id AND s.state <> 'done')
    OR NOT EXISTS (SELECT FROM step s WHERE s.page_id = NEW.id AND s.kind = 'seal')
    OR NOT EXISTS (SELECT FROM page_content c WHERE c.page_id = NEW.id)) THEN
    RAISE EXCEPTION 'a page is issued when every signature is made' USING ERRCODE = 'insufficient_privilege';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER guard BEFORE UPDATE OR DELETE ON transcript.page FOR EACH ROW EXECUTE FUNCTION transcript.guard_page();

CREATE FUNCTION transcript.guard_chain() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = transcript, pg_temp AS $$
BEGIN
  IF NEW.state <> 'collecting' THEN
    RAISE EXCEPTION 'a page begins without signatures' USING ERRCODE = 'insufficient_privilege';
  END IF;
  IF NEW.number > 1 AND NOT EXISTS (
    SELECT FROM page p WHERE p.id = NEW.previous_id AND p.pupil_id = NEW.pupil_id AND p.school_year_id = NEW.school_year_id
      AND p.number = NEW.number - 1 AND p.state <> 'collecting') THEN
    RAISE EXCEPTION 'a version follows the one before it' USING ERRCODE = 'check_violation';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER chain BEFORE INSERT ON transcript.page FOR EACH ROW EXECUTE FUNCTION transcript.guard_chain();

-- What a page says names the same version before it as its row does.
CREATE FUNCTION transcript.guard_content() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = transcript, pg_temp AS $$
DECLARE
  said jsonb := convert_from(NEW.content, 'UTF8')::jsonb;
BEGIN
  IF NOT EXISTS (SELECT FROM page p WHERE p.id = NEW.page_id AND said ->> 'code' = p.code AND (said ->> 'number')::integer = p.number
    AND said #>> '{previous,digest}' IS NOT DISTINCT FROM p.previous_digest AND said #>> '{previous,reason}' IS NOT DISTINCT FROM p.reason) THEN
    RAISE EXCEPTION 'the content is of another version' USING ERRCODE = 'check_violation';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER content BEFORE INSERT ON transcript.page_content FOR EACH ROW EXECUTE FUNCTION transcript.guard_content();

CREATE FUNCTION transcript.guard_step() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = transcript, pg_temp AS $$
BEGIN
  IF OLD.state = 'done' THEN
    RAISE EXCEPTION 'a signature does not change' USING ERRCODE = 'insufficient_privilege';
  END IF;
  -- Before the row is written its generated column is not there yet.
  IF to_jsonb(OLD) - ARRAY['state', 'done_by', 'done_name', 'done_at', 'method', 'certificate', 'signature', 'note', 'position']
    IS DISTINCT FROM to_jsonb(NEW) - ARRAY['state', 'done_by', 'done_name', 'done_at', 'method', 'certificate', 'signature', 'note', 'position'] THEN
    RAISE EXCEPTION 'a step is whose it was' USING ERRCODE = 'insufficient_privilege';
  END IF;
  IF NEW.state = 'done' THEN
    IF EXISTS (SELECT FROM step s WHERE s.page_id = NEW.page_id AND s.position < OLD.position AND s.state <> 'done') THEN
      RAISE EXCEPTION 'signatures are made in their order' USING ERRCODE = 'insufficient_privilege';
    END IF;
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER guard BEFORE UPDATE ON transcript.step FOR EACH ROW EXECUTE FUNCTION transcript.guard_step();

-- A version that comes into force puts the one before it out of force.
CREATE FUNCTION transcript.supersede() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = transcript, pg_temp AS $$
BEGIN
  UPDATE page p SET state = 'superseded' WHERE p.id = NEW.previous_id AND p.state = 'issued';
  RETURN NULL;
END $$;
CREATE TRIGGER supersede AFTER UPDATE ON transcript.page FOR EACH ROW WHEN (OLD.state = 'collecting' AND NEW.state = 'issued')
  EXECUTE FUNCTION transcript.supersede();

-- Pages whose homeroom teacher the person asking is, or issued ones of the own or a child's.
SELECT people.protect_sensitive('transcript.award', 'pupil_id IN (SELECT gradebook.my_homeroom_pupils())',
  '{principal,vicePrincipal,clerk,teacher,homeroomTeacher}');
SELECT people.protect_sensitive('transcript.page', $$CASE WHEN (SELECT organisation.acting_role()) IN ('pupil', 'guardian')
    THEN state <> 'collecting' AND pupil_id IN (SELECT people.my_pupils()) ELSE pupil_id IN (SELECT gradebook.my_homeroom_pupils()) END$$,
  '{departmentLeader,divisionHead,principal,vicePrincipal,clerk,teacher,homeroomTeacher,pupil,guardian}');
-- The transcript goes with the pupil: whoever keeps the record now reads what earlier schools have issued.
CREATE POLICY with_pupil ON transcript.page FOR SELECT TO hoaban_runtime USING (state <> 'collecting'
  AND (SELECT organisation.current_scope()) = 'subtree' AND EXISTS (SELECT FROM people.pupil p WHERE p.id = pupil_id));
SELECT people.protect_sensitive('transcript.page_content', 'false',
  '{departmentLeader,divisionHead,principal,vicePrincipal,clerk,teacher,homeroomTeacher,pupil,guardian}');
CREATE POLICY with_page ON transcript.page_content FOR SELECT TO hoaban_runtime USING (EXISTS (SELECT FROM transcript.page p WHERE p.id = page_id));
SELECT people.protect_sensitive('transcript.step', 'account_id = (SELECT organisation.current_account())',
  '{departmentLeader,divisionHead,principal,vicePrincipal,clerk,teacher,homeroomTeacher,pupil,guardian}');
CREATE POLICY with_page ON transcript.step FOR SELECT TO hoaban_runtime USING (EXISTS (SELECT FROM transcript.page p WHERE p.id = page_id));
SELECT organisation.protect('transcript.certificate', own_rows => 'account_id = (SELECT organisation.current_account())');
SELECT organisation.protect_department('transcript.trust_anchor');
SELECT organisation.protect('transcript.signing_run');
SELECT people.protect_sensitive('transcript.share', 'made_by = (SELECT organisation.current_account())', '{principal,vicePrincipal,clerk,pupil,guardian}');
-- A school to which the pupil has come shares pages of the school before as well.
CREATE POLICY own_shares ON transcript.share TO hoaban_runtime USING (made_by = (SELECT organisation.current_account()))
  WITH CHECK (made_by = (SELECT organisation.current_account()) AND EXISTS (SELECT FROM transcript.page p WHERE p.id = page_id AND p.state <> 'collecting'));
SELECT organisation.protect('transcript.archive');

GRANT SELECT, INSERT, UPDATE ON transcript.award, transcript.signing_run, transcript.archive TO hoaban_runtime;
GRANT SELECT, INSERT, DELETE ON transcript.page TO hoaban_runtime;
GRANT UPDATE (state, pdf_sha256, xml_sha256, issued_at, revoked_at, revoked_by, revoked_reason) ON transcript.page TO hoaban_runtime;
GRANT SELECT, INSERT ON transcript.page_content, transcript.certificate TO hoaban_runtime;
GRANT SELECT, INSERT ON transcript.step TO hoaban_runtime;
GRANT UPDATE (state, done_by, done_name, done_at, method, certificate, signature, note) ON transcript.step TO hoaban_runtime;
GRANT SELECT, INSERT, DELETE ON transcript.trust_anchor TO hoaban_runtime;
GRANT SELECT, INSERT ON transcript.share TO hoaban_runtime;
GRANT UPDATE (withdrawn_at) ON transcript.share TO hoaban_runtime;

-- The account a certificate belongs to; a school does not see those of others, a certificate is one holder's all the same.
CREATE FUNCTION transcript.certificate_holder(wanted text) RETURNS TABLE (holder text, unit_id uuid, account_id uuid)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = transcript, pg_temp AS $$
  SELECT c.holder, c.unit_id, c.account_id FROM certificate c WHERE c.fingerprint = wanted
$$;

-- What the person asking is about to sign with an own certificate: a teacher of one subject does not read the page, the key must.
CREATE FUNCTION transcript.content_to_sign(steps uuid[]) RETURNS TABLE (step_id uuid, content bytea)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = transcript, pg_temp AS $$
  SELECT s.id, c.content FROM step s JOIN page_content c ON c.page_id = s.page_id
  WHERE s.id = ANY (steps) AND s.account_id = organisation.current_account() AND s.state = 'waiting' AND s.kind IN ('subject', 'homeroom')
    AND NOT EXISTS (SELECT FROM step b WHERE b.page_id = s.page_id AND b.position < s.position AND b.state <> 'done')
$$;

-- Counts a stranger's question; true when it is one too many from that address: 120 questions, or 20 wrong codes, in a quarter of an hour.
CREATE FUNCTION transcript.ask(from_ip text, at timestamptz) RETURNS boolean LANGUAGE plpgsql SECURITY DEFINER SET search_path = transcript, pg_temp AS $$
BEGIN
  DELETE FROM attempt a WHERE a.since <= at - interval '15 minutes';
  IF EXISTS (SELECT FROM attempt a WHERE a.bucket = 'ip/' || from_ip AND a.times >= 120)
    OR EXISTS (SELECT FROM attempt a WHERE a.bucket = 'wrong/' || from_ip AND a.times >= 20) THEN
    RETURN true;
  END IF;
  INSERT INTO attempt AS a (bucket, since, times) VALUES ('ip/' || from_ip, at, 1) ON CONFLICT (bucket) DO UPDATE SET times = a.times + 1;
  RETURN false;
END $$;
REVOKE ALL ON FUNCTION transcript.ask FROM PUBLIC;

CREATE FUNCTION transcript.count_wrong(from_ip text, at timestamptz) RETURNS void LANGUAGE sql SECURITY DEFINER SET search_path = transcript, pg_temp AS $$
  INSERT INTO attempt AS a (bucket, since, times) VALUES ('wrong/' || from_ip, at, 1) ON CONFLICT (bucket) DO UPDATE SET times = a.times + 1
$$;
REVOKE ALL ON FUNCTION transcript.count_wrong FROM PUBLIC;

-- What anybody may know of a page by its code: whether it is in force, school, level, year, version. `state` null: no such page.
CREATE FUNCTION transcript.look_up(wanted text, from_ip text, at timestamptz)
RETURNS TABLE (limited boolean, state text, school text, level text, school_year text, number integer, newest integer, issued_at timestamptz,
  ended_at timestamptz, digest text, pdf_sha256 text, anchors bytea[])
LANGUAGE plpgsql SECURITY DEFINER SET search_path = transcript, pg_temp AS $$
DECLARE
  found page%ROWTYPE;
BEGIN
  IF ask(from_ip, at) THEN
    RETURN QUERY SELECT true, NULL::text, NULL::text, NULL::text, NULL::text, NULL::integer, NULL::integer, NULL::timestamptz, NULL::timestamptz,
      NULL::text, NULL::text, NULL::bytea[];
    RETURN;
  END IF;
  SELECT * INTO found FROM page p WHERE p.code = wanted AND p.state <> 'collecting';
  IF found.id IS NULL THEN PERFORM count_wrong(from_ip, at); END IF;
  RETURN QUERY SELECT false, found.state, u.name, found.level, y.name, found.number,
    (SELECT max(n.number) FROM page n WHERE n.pupil_id = found.pupil_id AND n.school_year_id = found.school_year_id AND n.state <> 'collecting'),
    found.issued_at,
    coalesce(found.revoked_at, (SELECT n.issued_at FROM page n WHERE n.previous_id = found.id AND n.state <> 'collecting')),
    found.digest, found.pdf_sha256, (SELECT array_agg(a.certificate) FROM trust_anchor a WHERE a.department_id = found.department_id)
  FROM (SELECT 1) one LEFT JOIN organisation.unit u ON u.id = found.unit_id LEFT JOIN organisation.school_year y ON y.id = found.school_year_id;
END $$;

-- The code of the issued page whose PDF this is; null: no page.
CREATE FUNCTION transcript.code_of_file(sha256 text) RETURNS text LANGUAGE sql STABLE SECURITY DEFINER SET search_path = transcript, pg_temp AS $$
  SELECT p.code FROM page p WHERE p.pdf_sha256 = sha256 AND p.state <> 'collecting' LIMIT 1
$$;

-- Opens a shared page: once, and for a quarter of an hour from then on. `state` null: wrong, expired, used or withdrawn, all alike.
CREATE FUNCTION transcript.open_share(hash bytea, from_ip text, at timestamptz)
RETURNS TABLE (limited boolean, state text, content bytea, digest text, code text, number integer, until timestamptz)
LANGUAGE plpgsql SECURITY DEFINER SET search_path = transcript, pg_temp AS $$
DECLARE
  link share%ROWTYPE;
BEGIN
  IF ask(from_ip, at) THEN
    RETURN QUERY SELECT true, NULL::text, NULL::bytea, NULL::text, NULL::text, NULL::integer, NULL::timestamptz;
    RETURN;
  END IF;
  SELECT * INTO link FROM share s WHERE s.token_hash = hash AND s.withdrawn_at IS NULL AND s.expires_at > at
    AND (s.opened_at IS NULL OR s.opened_at > at - interval '15 minutes') FOR UPDATE;
  IF link.id IS NULL THEN
    PERFORM count_wrong(from_ip, at);
    RETURN QUERY SELECT false, NULL::text, NULL::bytea, NULL::text, NULL::text, NULL::integer, NULL::timestamptz;
    RETURN;
  END IF;
  IF link.opened_at IS NULL THEN UPDATE share s SET opened_at = at WHERE s.id = link.id; END IF;
  PERFORM audit.note('read', 'transcript.page', link.page_id::text, link.unit_id, jsonb_build_object('share', link.id));
  RETURN QUERY SELECT false, p.state, c.content, p.digest, p.code, p.number,
    least(link.expires_at, coalesce(link.opened_at, at) + interval '15 minutes')
  FROM page p JOIN page_content c ON c.page_id = p.id WHERE p.id = link.page_id;
END $$;

SELECT audit.watch('transcript.award');
SELECT audit.watch('transcript.page');
SELECT audit.watch('transcript.step', inserts => false);
SELECT audit.watch('transcript.certificate');
SELECT audit.watch('transcript.trust_anchor');
SELECT audit.watch('transcript.signing_run');
SELECT audit.watch('transcript.share');
SELECT audit.watch('transcript.archive');
