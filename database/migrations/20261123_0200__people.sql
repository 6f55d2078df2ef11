-- The people of a school and where they sit: staff, pupils, guardians, classes, rooms, enrolments and every movement.
CREATE SCHEMA people;
GRANT USAGE ON SCHEMA people TO hoaban_runtime;

-- The school a person stands in: the unit itself, or the school that a subject team belongs to.
CREATE FUNCTION people.my_school() RETURNS uuid LANGUAGE sql STABLE SECURITY DEFINER SET search_path = people, pg_temp AS $$
  SELECT CASE u.kind WHEN 'school' THEN u.id WHEN 'subjectTeam' THEN u.parent_id END
  FROM organisation.unit u WHERE u.id = organisation.current_unit()
$$;

-- The school of whoever works there; null for pupils and guardians.
CREATE FUNCTION people.my_workplace() RETURNS uuid LANGUAGE sql STABLE AS $$
  SELECT CASE WHEN organisation.acting_role() IN ('pupil', 'guardian') THEN NULL ELSE people.my_school() END
$$;

CREATE TABLE people.room (
  id uuid PRIMARY KEY,
  unit_id uuid NOT NULL REFERENCES organisation.unit (id),
  department_id uuid NOT NULL REFERENCES organisation.unit (id),
  site_id uuid REFERENCES organisation.site (id) ON DELETE SET NULL,
  name text NOT NULL CHECK (length(name) BETWEEN 1 AND 60 AND name = btrim(name)),
  kind text NOT NULL CHECK (kind IN ('classroom', 'laboratory', 'computerRoom', 'musicRoom', 'artRoom', 'technologyRoom', 'languageRoom',
    'gym', 'playground', 'library', 'hall', 'other')),
  capacity smallint CHECK (capacity BETWEEN 1 AND 2000),
  solid boolean NOT NULL DEFAULT true,
  closed_on date,
  version integer NOT NULL DEFAULT 1,
  UNIQUE (unit_id, id)
);
COMMENT ON TABLE people.room IS 'Rooms of a school with kind and capacity (pupils); solid: built to last (kiên cố).';
CREATE UNIQUE INDEX room_name ON people.room (unit_id, lower(name)) WHERE closed_on IS NULL;
CREATE INDEX room_department ON people.room (department_id);
CREATE INDEX room_site ON people.room (site_id);

CREATE TABLE people.staff_member (
  id uuid PRIMARY KEY,
  unit_id uuid NOT NULL REFERENCES organisation.unit (id),
  department_id uuid NOT NULL REFERENCES organisation.unit (id),
  account_id uuid UNIQUE REFERENCES identity.account (id),
  team_id uuid REFERENCES organisation.unit (id),
  code text CHECK (code ~ '^[A-Za-z0-9._-]{1,30}$'),
  full_name text NOT NULL CHECK (length(full_name) BETWEEN 2 AND 100 AND full_name = btrim(full_name) AND full_name IS NFC NORMALIZED),
  sex text NOT NULL CHECK (sex IN ('female', 'male')),
  birth_date date NOT NULL CHECK (birth_date BETWEEN '1940-01-01' AND '2015-12-31'),
  post text NOT NULL CHECK (post IN ('principal', 'vicePrincipal', 'teacher', 'youthLeader', 'equipmentOfficer', 'librarian', 'clerk',
    'accountant', 'nurse', 'counsellor', 'inclusiveSupport', 'boardingStaff', 'other')),
  employment text NOT NULL CHECK (employment IN ('tenured', 'contract', 'visiting')),
  qualification text NOT NULL CHECK (qualification IN ('none', 'intermediate', 'college', 'bachelor', 'master', 'doctor')),
  teacher_trained boolean NOT NULL DEFAULT true,
  on_probation boolean NOT NULL DEFAULT false,
  infant_until date,
  phone text CHECK (phone ~ '^0\d{9}$'),
  email text CHECK (email ~ '^[^@\s]+@[^@\s]+\.[^@\s]+$' AND length(email) <= 254),
  joined_on date NOT NULL,
  left_on date CHECK (left_on >= joined_on),
  version integer NOT NULL DEFAULT 1,
  search_text text GENERATED ALWAYS AS (organisation.fold(full_name || ' ' || coalesce(code, ''))) STORED,
  given_name text COLLATE organisation.vietnamese GENERATED ALWAYS AS (substring(full_name FROM '\S+$')) STORED,
  family_name text COLLATE organisation.vietnamese GENERATED ALWAYS AS (btrim(regexp_replace(full_name, '\S+$', ''))) STORED,
  UNIQUE (unit_id, id)
);
COMMENT ON TABLE people.staff_member IS 'Managers, teachers and employees; unit_id is the home school. Identity number and ethnic group stand in people.staff_private.';
COMMENT ON COLUMN people.staff_member.infant_until IS 'A mother of a child under 12 months teaches less until this day (reduction of the norm).';
CREATE UNIQUE INDEX staff_code ON people.staff_member (department_id, code) WHERE code IS NOT NULL;
CREATE INDEX staff_order ON people.staff_member (unit_id, given_name, family_name, id);
CREATE INDEX staff_department_order ON people.staff_member (department_id, given_name, family_name, id);
CREATE INDEX staff_team ON people.staff_member (team_id);
CREATE INDEX staff_search ON people.staff_member USING gin (search_text public.gin_trgm_ops);

CREATE TABLE people.staff_private (
  staff_id uuid PRIMARY KEY,
  unit_id uuid NOT NULL REFERENCES organisation.unit (id),
  department_id uuid NOT NULL REFERENCES organisation.unit (id),
  identity_number text CHECK (identity_number ~ '^\d{12}$'),
  ethnic_group text CHECK (ethnic_group ~ '^\d{2}$'),
  version integer NOT NULL DEFAULT 1,
  FOREIGN KEY (unit_id, staff_id) REFERENCES people.staff_member (unit_id, id) ON DELETE CASCADE ON UPDATE CASCADE
);
COMMENT ON TABLE people.staff_private IS 'Sensitive part of a staff record: identity number (12 digits), ethnic group (code of the national list). Reads are audited.';
CREATE UNIQUE INDEX staff_identity_number ON people.staff_private (department_id, identity_number) WHERE identity_number IS NOT NULL;
CREATE INDEX staff_private_unit ON people.staff_private (unit_id, staff_id);
CREATE INDEX staff_private_department ON people.staff_private (department_id);

CREATE TABLE people.staff_subject (
  staff_id uuid NOT NULL,
  unit_id uuid NOT NULL REFERENCES organisation.unit (id),
  department_id uuid NOT NULL REFERENCES organisation.unit (id),
  subject_code text NOT NULL CHECK (subject_code ~ '^[A-Z0-9]{2,8}$'),
  strand text NOT NULL DEFAULT '' CHECK (strand ~ '^[a-zA-Z]{0,20}$'),
  lower_level boolean NOT NULL DEFAULT true,
  upper_level boolean NOT NULL DEFAULT false,
  basis text NOT NULL DEFAULT 'trained' CHECK (basis IN ('trained', 'certified')),
  PRIMARY KEY (staff_id, subject_code, strand),
  CHECK (lower_level OR upper_level),
  FOREIGN KEY (unit_id, staff_id) REFERENCES people.staff_member (unit_id, id) ON DELETE CASCADE ON UPDATE CASCADE
);
COMMENT ON TABLE people.staff_subject IS 'Subjects a teacher may teach; strand '''' means the whole subject, else one strand of an integrated one (KHTN, LS&ĐL, Nghệ thuật).';
CREATE INDEX staff_subject_unit ON people.staff_subject (unit_id, subject_code);
CREATE INDEX staff_subject_member ON people.staff_subject (unit_id, staff_id);
CREATE INDEX staff_subject_department ON people.staff_subject (department_id, subject_code);

CREATE TABLE people.staff_posting (
  id uuid PRIMARY KEY,
  staff_id uuid NOT NULL REFERENCES people.staff_member (id) ON DELETE CASCADE,
  unit_id uuid NOT NULL REFERENCES organisation.unit (id),
  department_id uuid NOT NULL REFERENCES organisation.unit (id),
  school_year_id uuid NOT NULL REFERENCES organisation.school_year (id),
  periods_per_week numeric(4, 1) NOT NULL CHECK (periods_per_week > 0 AND periods_per_week <= 30),
  decision text NOT NULL CHECK (length(decision) BETWEEN 1 AND 200),
  starts_on date NOT NULL,
  ends_on date NOT NULL,
  version integer NOT NULL DEFAULT 1,
  UNIQUE (staff_id, unit_id, school_year_id),
  CHECK (starts_on <= ends_on)
);
COMMENT ON TABLE people.staff_posting IS 'A teacher shared with a second school (dạy liên trường); unit_id is the host school, decision the paper that orders it.';
CREATE INDEX staff_posting_unit ON people.staff_posting (unit_id, school_year_id);
CREATE INDEX staff_posting_year ON people.staff_posting (school_year_id);
CREATE INDEX staff_posting_department ON people.staff_posting (department_id);

CREATE TABLE people.school_class (
  id uuid PRIMARY KEY,
  unit_id uuid NOT NULL REFERENCES organisation.unit (id),
  department_id uuid NOT NULL REFERENCES organisation.unit (id),
  school_year_id uuid NOT NULL REFERENCES organisation.school_year (id),
  grade smallint NOT NULL CHECK (grade BETWEEN 6 AND 12),
  name text NOT NULL CHECK (length(name) BETWEEN 1 AND 20 AND name = btrim(name)),
  kind text NOT NULL DEFAULT 'ordinary' CHECK (kind IN ('ordinary', 'inclusive', 'specialised', 'boarding')),
  specialised_subject text CHECK (specialised_subject ~ '^[A-Z0-9]{2,8}$'),
  site_id uuid REFERENCES organisation.site (id),
  room_id uuid REFERENCES people.room (id),
  homeroom_staff_id uuid REFERENCES people.staff_member (id),
  two_sessions boolean NOT NULL DEFAULT false,
  version integer NOT NULL DEFAULT 1,
  UNIQUE (unit_id, id),
  UNIQUE (unit_id, school_year_id, name),
  CHECK ((kind = 'specialised') = (specialised_subject IS NOT NULL))
);
COMMENT ON TABLE people.school_class IS 'Classes of a school year; two_sessions: the class learns two sessions a day.';
CREATE INDEX school_class_year ON people.school_class (school_year_id, unit_id, grade, name);
CREATE INDEX school_class_department ON people.school_class (department_id, school_year_id);
CREATE INDEX school_class_site ON people.school_class (site_id);
CREATE INDEX school_class_room ON people.school_class (room_id);
CREATE INDEX school_class_homeroom ON people.school_class (homeroom_staff_id, school_year_id);

CREATE TABLE people.pupil (
  id uuid PRIMARY KEY,
  unit_id uuid NOT NULL REFERENCES organisation.unit (id),
  department_id uuid NOT NULL REFERENCES organisation.unit (id),
  account_id uuid UNIQUE REFERENCES identity.account (id),
  sector_code text CHECK (sector_code ~ '^\d{10}$'),
  full_name text NOT NULL CHECK (length(full_name) BETWEEN 2 AND 100 AND full_name = btrim(full_name) AND full_name IS NFC NORMALIZED),
  sex text NOT NULL CHECK (sex IN ('female', 'male')),
  birth_date date NOT NULL CHECK (birth_date BETWEEN '1980-01-01' AND '2040-12-31'),
  commune_id uuid REFERENCES organisation.unit (id),
  village text CHECK (length(village) BETWEEN 1 AND 100),
  phone text CHECK (phone ~ '^0\d{9}$'),
  status text NOT NULL DEFAULT 'learning' CHECK (status IN ('learning', 'away', 'graduated', 'left')),
  version integer NOT NULL DEFAULT 1,
  search_text text GENERATED ALWAYS AS (organisation.fold(full_name || ' ' || coalesce(sector_code, ''))) STORED,
  given_name text COLLATE organisation.vietnamese GENERATED ALWAYS AS (substring(full_name FROM '\S+$')) STORED,
  family_name text COLLATE organisation.vietnamese GENERATED ALWAYS AS (btrim(regexp_replace(full_name, '\S+$', ''))) STORED,
  UNIQUE (unit_id, id)
);
COMMENT ON TABLE people.pupil IS 'Pupils; unit_id is the school that keeps the record now. away: dropped out and not yet back; left: gone to a school outside.';
COMMENT ON COLUMN people.pupil.commune_id IS 'Commune of residence when it is in this province; village: the bản, thôn or tổ dân phố.';
CREATE UNIQUE INDEX pupil_sector_code ON people.pupil (department_id, sector_code) WHERE sector_code IS NOT NULL;
CREATE INDEX pupil_order ON people.pupil (unit_id, given_name, family_name, id);
CREATE INDEX pupil_department_order ON people.pupil (department_id, given_name, family_name, id);
CREATE INDEX pupil_commune ON people.pupil (commune_id);
CREATE INDEX pupil_search ON people.pupil USING gin (search_text public.gin_trgm_ops);

CREATE TABLE people.pupil_private (
  pupil_id uuid PRIMARY KEY,
  unit_id uuid NOT NULL REFERENCES organisation.unit (id),
  department_id uuid NOT NULL REFERENCES organisation.unit (id),
  identity_number text CHECK (identity_number ~ '^\d{12}$'),
  ethnic_group text CHECK (ethnic_group ~ '^\d{2}$'),
  birth_place text CHECK (length(birth_place) BETWEEN 1 AND 200),
  address text CHECK (length(address) BETWEEN 1 AND 300),
  version integer NOT NULL DEFAULT 1,
  FOREIGN KEY (unit_id, pupil_id) REFERENCES people.pupil (unit_id, id) ON DELETE CASCADE ON UPDATE CASCADE
);
COMMENT ON TABLE people.pupil_private IS 'Sensitive part of a pupil record: identity number, ethnic group (code of the national list), place of birth, address. Reads are audited.';
CREATE UNIQUE INDEX pupil_identity_number ON people.pupil_private (department_id, identity_number) WHERE identity_number IS NOT NULL;
CREATE INDEX pupil_private_unit ON people.pupil_private (unit_id, pupil_id);
CREATE INDEX pupil_private_department ON people.pupil_private (department_id);

CREATE TABLE people.pupil_circumstance (
  pupil_id uuid NOT NULL,
  unit_id uuid NOT NULL REFERENCES organisation.unit (id),
  department_id uuid NOT NULL REFERENCES organisation.unit (id),
  kind text NOT NULL CHECK (kind IN ('disability', 'poorHousehold', 'nearPoorHousehold', 'orphan', 'verySmallEthnicGroup', 'boarder',
    'semiBoarder', 'policyFamily', 'illness', 'other')),
  starts_on date NOT NULL,
  ends_on date,
  note text CHECK (length(note) BETWEEN 1 AND 300),
  PRIMARY KEY (pupil_id, kind, starts_on),
  CHECK (ends_on >= starts_on),
  FOREIGN KEY (unit_id, pupil_id) REFERENCES people.pupil (unit_id, id) ON DELETE CASCADE ON UPDATE CASCADE
);
COMMENT ON TABLE people.pupil_circumstance IS 'Disability, poverty, boarding and other circumstances that give a right to support; sensitive, reads are audited.';
CREATE INDEX pupil_circumstance_unit ON people.pupil_circumstance (unit_id, kind);
CREATE INDEX pupil_circumstance_pupil ON people.pupil_circumstance (unit_id, pupil_id);
CREATE INDEX pupil_circumstance_department ON people.pupil_circumstance (department_id);

CREATE TABLE people.guardian (
  id uuid PRIMARY KEY,
  pupil_id uuid NOT NULL,
  unit_id uuid NOT NULL REFERENCES organisation.unit (id),
  department_id uuid NOT NULL REFERENCES organisation.unit (id),
  account_id uuid REFERENCES identity.account (id),
  relation text NOT NULL CHECK (relation IN ('father', 'mother', 'grandparent', 'sibling', 'relative', 'guardian')),
  full_name text NOT NULL CHECK (length(full_name) BETWEEN 2 AND 100 AND full_name = btrim(full_name)),
  phone text CHECK (phone ~ '^0\d{9}$'),
  occupation text CHECK (length(occupation) BETWEEN 1 AND 100),
  version integer NOT NULL DEFAULT 1,
  FOREIGN KEY (unit_id, pupil_id) REFERENCES people.pupil (unit_id, id) ON DELETE CASCADE ON UPDATE CASCADE
);
COMMENT ON TABLE people.guardian IS 'Parents and other guardians of a pupil; one account may belong to the guardian of several children.';
CREATE INDEX guardian_pupil ON people.guardian (unit_id, pupil_id);
CREATE INDEX guardian_department ON people.guardian (department_id);
CREATE INDEX guardian_account ON people.guardian (account_id);
CREATE UNIQUE INDEX guardian_same ON people.guardian (pupil_id, relation, lower(full_name));

CREATE TABLE people.enrolment (
  id uuid PRIMARY KEY,
  pupil_id uuid NOT NULL REFERENCES people.pupil (id),
  unit_id uuid NOT NULL REFERENCES organisation.unit (id),
  department_id uuid NOT NULL REFERENCES organisation.unit (id),
  school_year_id uuid NOT NULL REFERENCES organisation.school_year (id),
  class_id uuid NOT NULL,
  roll_number smallint CHECK (roll_number BETWEEN 1 AND 200),
  starts_on date NOT NULL,
  ends_on date,
  ended_as text CHECK (ended_as IN ('classChanged', 'transferred', 'droppedOut', 'completed', 'cancelled')),
  repeating boolean NOT NULL DEFAULT false,
  CHECK ((ends_on IS NULL) = (ended_as IS NULL)),
  CHECK (ends_on >= starts_on),
  FOREIGN KEY (unit_id, class_id) REFERENCES people.school_class (unit_id, id)
);
COMMENT ON TABLE people.enrolment IS 'A pupil sits in a class from a day on; the open one (no end) says where the pupil is now.';
-- One place at a time, whoever asks: two schools cannot both hold a pupil.
CREATE UNIQUE INDEX enrolment_open ON people.enrolment (pupil_id) WHERE ends_on IS NULL;
CREATE INDEX enrolment_pupil ON people.enrolment (pupil_id, starts_on);
CREATE INDEX enrolment_class ON people.enrolment (unit_id, class_id, ends_on);
CREATE INDEX enrolment_year ON people.enrolment (school_year_id, unit_id);
CREATE INDEX enrolment_department ON people.enrolment (department_id, school_year_id);

CREATE TABLE people.movement (
  id uuid PRIMARY KEY,
  pupil_id uuid NOT NULL REFERENCES people.pupil (id),
  unit_id uuid NOT NULL REFERENCES organisation.unit (id),
  department_id uuid NOT NULL REFERENCES organisation.unit (id),
  school_year_id uuid NOT NULL REFERENCES organisation.school_year (id),
  kind text NOT NULL CHECK (kind IN ('enrolled', 'classChanged', 'transferredOut', 'transferredIn', 'droppedOut', 'returned', 'promoted',
    'repeated', 'graduated', 'leftProvince')),
  happened_on date NOT NULL,
  from_class_id uuid REFERENCES people.school_class (id),
  to_class_id uuid REFERENCES people.school_class (id),
  other_unit_id uuid REFERENCES organisation.unit (id),
  reason text CHECK (length(reason) BETWEEN 1 AND 500),
  recorded_by uuid REFERENCES identity.account (id),
  recorded_at timestamptz NOT NULL,
  CHECK (kind NOT IN ('droppedOut', 'returned', 'repeated', 'leftProvince') OR reason IS NOT NULL)
);
COMMENT ON TABLE people.movement IS 'Every coming and going of a pupil, append-only: enrolled, class changed, transferred, dropped out, returned, promoted, repeated, graduated.';
CREATE INDEX movement_pupil ON people.movement (pupil_id, happened_on, id);
CREATE INDEX movement_unit ON people.movement (unit_id, school_year_id, happened_on DESC, id);
CREATE INDEX movement_department ON people.movement (department_id, school_year_id, kind);
CREATE INDEX movement_year ON people.movement (school_year_id);
CREATE INDEX movement_from_class ON people.movement (from_class_id);
CREATE INDEX movement_to_class ON people.movement (to_class_id);
CREATE INDEX movement_other_unit ON people.movement (other_unit_id);
CREATE INDEX movement_recorded_by ON people.movement (recorded_by);

CREATE TABLE people.transfer (
  id uuid PRIMARY KEY,
  pupil_id uuid NOT NULL REFERENCES people.pupil (id),
  unit_id uuid NOT NULL REFERENCES organisation.unit (id),
  to_unit_id uuid NOT NULL REFERENCES organisation.unit (id),
  department_id uuid NOT NULL REFERENCES organisation.unit (id),
  pupil_name text NOT NULL,
  grade smallint NOT NULL CHECK (grade BETWEEN 6 AND 12),
  reason text NOT NULL CHECK (length(reason) BETWEEN 1 AND 500),
  state text NOT NULL DEFAULT 'asked' CHECK (state IN ('asked', 'accepted', 'refused', 'withdrawn')),
  asked_by uuid NOT NULL REFERENCES identity.account (id),
  asked_at timestamptz NOT NULL,
  decided_by uuid REFERENCES identity.account (id),
  decided_at timestamptz,
  decision_note text CHECK (length(decision_note) BETWEEN 1 AND 500),
  version integer NOT NULL DEFAULT 1,
  CHECK (unit_id <> to_unit_id),
  CHECK ((state = 'asked') = (decided_at IS NULL))
);
COMMENT ON TABLE people.transfer IS 'A school asks another to take a pupil over (unit_id: the giving school); accepting moves the record.';
CREATE UNIQUE INDEX transfer_open ON people.transfer (pupil_id) WHERE state = 'asked';
CREATE INDEX transfer_from ON people.transfer (unit_id, asked_at DESC, id);
CREATE INDEX transfer_to ON people.transfer (to_unit_id, asked_at DESC, id);
CREATE INDEX transfer_pupil ON people.transfer (pupil_id);
CREATE INDEX transfer_department ON people.transfer (department_id);
CREATE INDEX transfer_asked_by ON people.transfer (asked_by);
CREATE INDEX transfer_decided_by ON people.transfer (decided_by);

CREATE TABLE people.import_batch (
  id uuid PRIMARY KEY,
  unit_id uuid NOT NULL REFERENCES organisation.unit (id),
  department_id uuid NOT NULL REFERENCES organisation.unit (id),
  school_year_id uuid NOT NULL REFERENCES organisation.school_year (id),
  kind text NOT NULL CHECK (kind IN ('pupils', 'staff', 'classes', 'assignments')),
  file_name text NOT NULL,
  file_sha256 text NOT NULL CHECK (file_sha256 ~ '^[0-9a-f]{64}$'),
  sheet_name text NOT NULL,
  headings text[] NOT NULL,
  mapping jsonb NOT NULL,
  rows jsonb NOT NULL,
  state text NOT NULL DEFAULT 'preview' CHECK (state IN ('preview', 'accepted', 'discarded')),
  counts jsonb,
  made_by uuid NOT NULL REFERENCES identity.account (id),
  made_at timestamptz NOT NULL,
  accepted_at timestamptz,
  version integer NOT NULL DEFAULT 1,
  CHECK ((state = 'accepted') = (accepted_at IS NOT NULL))
);
COMMENT ON TABLE people.import_batch IS 'A spreadsheet on its way in: the rows as read and corrected, until accepted (then written in one transaction) or discarded.';
COMMENT ON COLUMN people.import_batch.rows IS 'Cells as text by row, [{"line": 2, "cells": ["…"]}]; emptied once accepted or discarded.';
CREATE INDEX import_batch_unit ON people.import_batch (unit_id, made_at DESC);
CREATE INDEX import_batch_department ON people.import_batch (department_id);
CREATE INDEX import_batch_year ON people.import_batch (school_year_id);
CREATE INDEX import_batch_made_by ON people.import_batch (made_by);

CREATE TABLE people.column_mapping (
  unit_id uuid NOT NULL REFERENCES organisation.unit (id),
  department_id uuid NOT NULL REFERENCES organisation.unit (id),
  kind text NOT NULL CHECK (kind IN ('pupils', 'staff', 'classes', 'assignments')),
  headings_key text NOT NULL,
  mapping jsonb NOT NULL,
  used_at timestamptz NOT NULL,
  PRIMARY KEY (unit_id, kind, headings_key)
);
COMMENT ON TABLE people.column_mapping IS 'How a school''s own spreadsheet headings match ours, remembered from the last accepted import.';
CREATE INDEX column_mapping_department ON people.column_mapping (department_id);

CREATE TABLE people.access_code (
  id uuid PRIMARY KEY,
  unit_id uuid NOT NULL REFERENCES organisation.unit (id),
  department_id uuid NOT NULL REFERENCES organisation.unit (id),
  school_year_id uuid NOT NULL REFERENCES organisation.school_year (id),
  pupil_id uuid REFERENCES people.pupil (id) ON DELETE CASCADE,
  staff_id uuid REFERENCES people.staff_member (id) ON DELETE CASCADE,
  holder text NOT NULL CHECK (holder IN ('pupil', 'guardian', 'staff')),
  code_hash bytea NOT NULL UNIQUE,
  made_at timestamptz NOT NULL,
  expires_at timestamptz NOT NULL,
  activated_at timestamptz,
  revoked_at timestamptz,
  CHECK ((holder = 'staff') = (staff_id IS NOT NULL)),
  CHECK ((holder = 'staff') = (pupil_id IS NULL))
);
COMMENT ON TABLE people.access_code IS 'Codes on the slips handed out per class: open the needs survey, and once only an account. Only the hash is kept.';
CREATE UNIQUE INDEX access_code_valid ON people.access_code (pupil_id, holder, school_year_id) WHERE revoked_at IS NULL AND pupil_id IS NOT NULL;
CREATE UNIQUE INDEX access_code_staff ON people.access_code (staff_id, school_year_id) WHERE revoked_at IS NULL AND staff_id IS NOT NULL;
CREATE INDEX access_code_unit ON people.access_code (unit_id, school_year_id);
CREATE INDEX access_code_pupil ON people.access_code (pupil_id);
CREATE INDEX access_code_staff_all ON people.access_code (staff_id);
CREATE INDEX access_code_year ON people.access_code (school_year_id);
CREATE INDEX access_code_department ON people.access_code (department_id);

CREATE TABLE people.roll_over (
  id uuid PRIMARY KEY,
  unit_id uuid NOT NULL REFERENCES organisation.unit (id),
  department_id uuid NOT NULL REFERENCES organisation.unit (id),
  from_year_id uuid NOT NULL REFERENCES organisation.school_year (id),
  to_year_id uuid NOT NULL REFERENCES organisation.school_year (id),
  state text NOT NULL CHECK (state IN ('done', 'reversed')),
  done_by uuid NOT NULL REFERENCES identity.account (id),
  done_at timestamptz NOT NULL,
  reversed_by uuid REFERENCES identity.account (id),
  reversed_at timestamptz,
  version integer NOT NULL DEFAULT 1,
  CHECK ((state = 'reversed') = (reversed_at IS NOT NULL))
);
COMMENT ON TABLE people.roll_over IS 'A school''s step into the next year; reversible until the new year starts.';
CREATE UNIQUE INDEX roll_over_once ON people.roll_over (unit_id, from_year_id) WHERE state = 'done';
CREATE INDEX roll_over_unit ON people.roll_over (unit_id, done_at DESC);
CREATE INDEX roll_over_from ON people.roll_over (from_year_id);
CREATE INDEX roll_over_to ON people.roll_over (to_year_id);
CREATE INDEX roll_over_department ON people.roll_over (department_id);
CREATE INDEX roll_over_done_by ON people.roll_over (done_by);
CREATE INDEX roll_over_reversed_by ON people.roll_over (reversed_by);

CREATE TABLE people.roll_over_row (
  roll_over_id uuid NOT NULL REFERENCES people.roll_over (id) ON DELETE CASCADE,
  pupil_id uuid NOT NULL REFERENCES people.pupil (id),
  unit_id uuid NOT NULL REFERENCES organisation.unit (id),
  department_id uuid NOT NULL REFERENCES organisation.unit (id),
  outcome text NOT NULL CHECK (outcome IN ('promoted', 'repeated', 'graduated', 'left')),
  from_class_id uuid NOT NULL REFERENCES people.school_class (id),
  to_class_id uuid REFERENCES people.school_class (id),
  old_enrolment_id uuid NOT NULL REFERENCES people.enrolment (id),
  new_enrolment_id uuid,
  PRIMARY KEY (roll_over_id, pupil_id),
  CHECK ((outcome IN ('promoted', 'repeated')) = (to_class_id IS NOT NULL))
);
COMMENT ON TABLE people.roll_over_row IS 'Where each pupil went in a roll-over, kept so that it can be taken back.';
CREATE INDEX roll_over_row_pupil ON people.roll_over_row (pupil_id);
CREATE INDEX roll_over_row_unit ON people.roll_over_row (unit_id);
CREATE INDEX roll_over_row_department ON people.roll_over_row (department_id);
CREATE INDEX roll_over_row_from_class ON people.roll_over_row (from_class_id);
CREATE INDEX roll_over_row_to_class ON people.roll_over_row (to_class_id);
CREATE INDEX roll_over_row_enrolment ON people.roll_over_row (old_enrolment_id);

-- Classes whose pupils the person asking may see by teaching them; the staffing module adds the taught classes.
CREATE FUNCTION people.my_classes() RETURNS SETOF uuid LANGUAGE sql STABLE SECURITY DEFINER SET search_path = people, pg_temp ROWS 10 AS $$
  SELECT c.id FROM school_class c JOIN staff_member s ON s.id = c.homeroom_staff_id
  WHERE s.account_id = organisation.current_account() AND organisation.acting_role() IN ('teacher', 'homeroomTeacher', 'teamLead')
    AND c.unit_id = people.my_school()
$$;

-- Pupils the person asking may see as teacher, guardian or pupil.
CREATE FUNCTION people.my_pupils() RETURNS SETOF uuid LANGUAGE sql STABLE SECURITY DEFINER SET search_path = people, pg_temp ROWS 100 AS $$
  SELECT e.pupil_id FROM enrolment e WHERE e.class_id IN (SELECT people.my_classes())
  UNION SELECT p.id FROM pupil p WHERE organisation.acting_role() = 'pupil' AND p.account_id = organisation.current_account()
  UNION SELECT g.pupil_id FROM guardian g WHERE organisation.acting_role() = 'guardian' AND g.account_id = organisation.current_account()
$$;

-- Postings between schools, asked without the policies of the two tables that would otherwise ask each other.
CREATE FUNCTION people.posted_to_us() RETURNS SETOF uuid LANGUAGE sql STABLE SECURITY DEFINER SET search_path = people, pg_temp ROWS 10 AS $$
  SELECT p.staff_id FROM staff_posting p WHERE p.unit_id = people.my_workplace()
$$;
CREATE FUNCTION people.posted_from_us() RETURNS SETOF uuid LANGUAGE sql STABLE SECURITY DEFINER SET search_path = people, pg_temp ROWS 10 AS $$
  SELECT p.staff_id FROM staff_posting p JOIN staff_member s ON s.id = p.staff_id WHERE s.unit_id = people.my_workplace()
$$;

-- The sensitive part of a record: the scope policy of the unit, and besides it only these roles. The system itself (no role) computes with it.
CREATE FUNCTION people.protect_sensitive(target regclass, own_rows text, readers text[]) RETURNS void LANGUAGE plpgsql AS $$
BEGIN
  PERFORM organisation.protect(target, own_rows);
  EXECUTE format($policy$CREATE POLICY sensitive ON %s AS RESTRICTIVE TO hoaban_runtime
    USING ((SELECT organisation.acting_role()) IS NULL OR (SELECT organisation.acting_role()) = ANY (%L::text[]))$policy$, target, readers);
END $$;
COMMENT ON FUNCTION people.protect_sensitive IS 'Encloses a table of sensitive data: unit scope, and only the named roles.';

-- Which identity numbers are taken, and where: a clerk must hear of a double record in a school that the clerk cannot see.
CREATE FUNCTION people.identity_number_holders(numbers text[]) RETURNS TABLE (identity_number text, person text, unit_id uuid, unit_name text, id uuid)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = people, pg_temp AS $$
  SELECT v.identity_number, 'pupil', v.unit_id, u.name, v.pupil_id FROM pupil_private v JOIN organisation.unit u ON u.id = v.unit_id
  WHERE v.department_id = organisation.current_department() AND v.identity_number = ANY (numbers)
    AND organisation.acting_role() IN ('principal', 'vicePrincipal', 'clerk', 'departmentLeader', 'divisionHead', 'systemAdmin')
  UNION ALL
  SELECT v.identity_number, 'staff', v.unit_id, u.name, v.staff_id FROM staff_private v JOIN organisation.unit u ON u.id = v.unit_id
  WHERE v.department_id = organisation.current_department() AND v.identity_number = ANY (numbers)
    AND organisation.acting_role() IN ('principal', 'vicePrincipal', 'clerk', 'departmentLeader', 'divisionHead', 'systemAdmin')
$$;

SELECT organisation.protect('people.room', own_rows => 'unit_id = (SELECT people.my_workplace())');
SELECT organisation.protect('people.staff_member', own_rows => 'account_id = (SELECT organisation.current_account())');
SELECT people.protect_sensitive('people.staff_private', 'staff_id IN (SELECT s.id FROM people.staff_member s WHERE s.account_id = (SELECT organisation.current_account()))',
  '{departmentLeader,divisionHead,principal,vicePrincipal,clerk,teacher,homeroomTeacher}');
SELECT organisation.protect('people.staff_subject', own_rows => 'unit_id = (SELECT people.my_workplace())');
SELECT organisation.protect('people.staff_posting', own_rows => 'unit_id = (SELECT people.my_workplace())');
SELECT organisation.protect('people.school_class', own_rows => 'unit_id = (SELECT people.my_school())');
SELECT organisation.protect('people.pupil', own_rows => 'id IN (SELECT people.my_pupils())');
SELECT people.protect_sensitive('people.pupil_private', 'pupil_id IN (SELECT people.my_pupils())',
  '{departmentLeader,divisionHead,principal,vicePrincipal,clerk,homeroomTeacher,pupil,guardian}');
SELECT people.protect_sensitive('people.pupil_circumstance', 'pupil_id IN (SELECT people.my_pupils())',
  '{departmentLeader,divisionHead,principal,vicePrincipal,clerk,homeroomTeacher,guardian}');
SELECT organisation.protect('people.guardian', own_rows => 'pupil_id IN (SELECT people.my_pupils())');
SELECT organisation.protect('people.enrolment', own_rows => 'pupil_id IN (SELECT people.my_pupils())');
SELECT organisation.protect('people.movement', own_rows => 'pupil_id IN (SELECT people.my_pupils())');
SELECT organisation.protect('people.transfer');
SELECT organisation.protect('people.import_batch');
SELECT organisation.protect('people.column_mapping');
SELECT organisation.protect('people.access_code');
SELECT organisation.protect('people.roll_over');
SELECT organisation.protect('people.roll_over_row');

-- Colleagues see each other's working data (name, subjects, classes), also a team lead, whose own unit is only the team;
-- a host school sees the teachers posted to it, a receiving school the transfer that concerns it.
CREATE POLICY colleagues ON people.staff_member FOR SELECT TO hoaban_runtime USING (
  unit_id = (SELECT people.my_workplace()) OR id IN (SELECT people.posted_to_us()));
CREATE POLICY colleagues ON people.staff_subject FOR SELECT TO hoaban_runtime USING (
  unit_id = (SELECT people.my_workplace()) OR staff_id IN (SELECT people.posted_to_us()));
CREATE POLICY colleagues ON people.school_class FOR SELECT TO hoaban_runtime USING (unit_id = (SELECT people.my_workplace()));
CREATE POLICY colleagues ON people.room FOR SELECT TO hoaban_runtime USING (unit_id = (SELECT people.my_workplace()));
CREATE POLICY home_school ON people.staff_posting FOR SELECT TO hoaban_runtime USING (staff_id IN (SELECT people.posted_from_us()));
CREATE POLICY receiving_school ON people.transfer FOR SELECT TO hoaban_runtime USING (
  to_unit_id = (SELECT people.my_workplace()) AND (SELECT organisation.current_scope()) = 'subtree');

GRANT SELECT, INSERT, UPDATE ON people.room, people.staff_member, people.staff_private, people.school_class, people.pupil, people.pupil_private,
  people.guardian, people.enrolment, people.transfer, people.import_batch, people.column_mapping, people.access_code, people.roll_over TO hoaban_runtime;
GRANT SELECT, INSERT, UPDATE, DELETE ON people.staff_subject, people.staff_posting, people.pupil_circumstance TO hoaban_runtime;
GRANT DELETE ON people.guardian, people.school_class, people.enrolment TO hoaban_runtime;
GRANT SELECT, INSERT ON people.movement, people.roll_over_row TO hoaban_runtime;
GRANT DELETE ON people.movement TO hoaban_runtime;

SELECT audit.watch('people.room');
SELECT audit.watch('people.staff_member', inserts => false);
SELECT audit.watch('people.staff_posting');
SELECT audit.watch('people.staff_subject', inserts => false);
SELECT audit.watch('people.school_class');
SELECT audit.watch('people.pupil', inserts => false);
SELECT audit.watch('people.guardian', inserts => false);
SELECT audit.watch('people.pupil_circumstance');
SELECT audit.watch('people.enrolment', inserts => false);
SELECT audit.watch('people.transfer');
SELECT audit.watch('people.roll_over');
