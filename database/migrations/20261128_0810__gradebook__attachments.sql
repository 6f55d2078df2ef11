-- What stands behind a mark: test matrix, specification, paper and marking guide of a periodic test (ASM-08), evidence of one pupil's product or project.
CREATE TABLE gradebook.attachment (
  id uuid PRIMARY KEY,
  unit_id uuid NOT NULL REFERENCES organisation.unit (id),
  department_id uuid NOT NULL REFERENCES organisation.unit (id),
  class_id uuid NOT NULL REFERENCES people.school_class (id) ON DELETE CASCADE,
  subject_code text NOT NULL CHECK (subject_code ~ '^[A-Z0-9]{2,8}$'),
  semester smallint NOT NULL CHECK (semester IN (1, 2)),
  place text NOT NULL CHECK (place ~ '^(regular[1-8]|midterm|final)$'),
  pupil_id uuid,
  kind text NOT NULL CHECK (kind IN ('matrix', 'specification', 'paper', 'markingGuide', 'evidence')),
  title text NOT NULL CHECK (length(title) BETWEEN 1 AND 255 AND title = btrim(title)),
  link text CHECK (link ~ '^https://' AND length(link) <= 1000),
  media_type text,
  bytes integer CHECK (bytes BETWEEN 1 AND 10485760),
  sha256 text CHECK (sha256 ~ '^[0-9a-f]{64}$'),
  added_by uuid NOT NULL REFERENCES identity.account (id),
  added_at timestamptz NOT NULL,
  CHECK ((kind = 'evidence') = (pupil_id IS NOT NULL)),
  CHECK (kind = 'evidence' OR place IN ('midterm', 'final')),
  CHECK (CASE WHEN link IS NULL THEN num_nulls(media_type, bytes, sha256) = 0 ELSE num_nonnulls(media_type, bytes, sha256) = 0 END),
  FOREIGN KEY (unit_id, pupil_id) REFERENCES people.pupil (unit_id, id) ON UPDATE CASCADE
);
COMMENT ON TABLE gradebook.attachment IS 'A file (in the file store under its SHA-256) or an address behind a column of the grid, or behind the mark of one pupil (evidence).';
CREATE INDEX attachment_sheet ON gradebook.attachment (class_id, subject_code, semester, place, pupil_id);
CREATE INDEX attachment_pupil ON gradebook.attachment (unit_id, pupil_id);
CREATE INDEX attachment_department ON gradebook.attachment (department_id);
CREATE INDEX attachment_added_by ON gradebook.attachment (added_by);

SELECT people.protect_sensitive('gradebook.attachment', 'CASE WHEN pupil_id IS NULL THEN class_id IN (SELECT people.my_classes())
  ELSE (pupil_id, subject_code) IN (SELECT t.pupil_id, t.subject_code FROM gradebook.my_taught() t) END',
  '{principal,vicePrincipal,clerk,teacher,homeroomTeacher}');
-- The homeroom teacher sees what stands behind every mark of the class.
CREATE POLICY whole_class ON gradebook.attachment FOR SELECT TO hoaban_runtime USING (pupil_id IN (SELECT gradebook.my_homeroom_pupils()));
GRANT SELECT, INSERT, DELETE ON gradebook.attachment TO hoaban_runtime;
SELECT audit.watch('gradebook.attachment');
