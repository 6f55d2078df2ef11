-- What a class learns beyond what everybody learns: electives, topic clusters, optional subjects, the extension of a chuyên subject.
-- The programme itself (subjects, periods a year) is reference data, by date.
CREATE SCHEMA curriculum;
GRANT USAGE ON SCHEMA curriculum TO hoaban_runtime;

CREATE TABLE curriculum.class_choice (
  id uuid PRIMARY KEY,
  unit_id uuid NOT NULL REFERENCES organisation.unit (id),
  department_id uuid NOT NULL REFERENCES organisation.unit (id),
  class_id uuid NOT NULL,
  kind text NOT NULL CHECK (kind IN ('elective', 'topic', 'optional', 'specialised')),
  subject_code text NOT NULL CHECK (subject_code ~ '^[A-Z0-9]{2,8}$'),
  periods smallint CHECK (periods BETWEEN 1 AND 350),
  reason text CHECK (length(reason) BETWEEN 1 AND 300 AND reason = btrim(reason)),
  version integer NOT NULL DEFAULT 1,
  UNIQUE (class_id, kind, subject_code),
  CHECK (periods IS NULL OR reason IS NOT NULL),
  FOREIGN KEY (unit_id, class_id) REFERENCES people.school_class (unit_id, id) ON DELETE CASCADE ON UPDATE CASCADE
);
COMMENT ON TABLE curriculum.class_choice IS 'Electives, topic clusters, optional subjects and chuyên extension of a class.';
COMMENT ON COLUMN curriculum.class_choice.periods IS 'Periods a year when the school decides otherwise than the programme; the reason says why.';
CREATE INDEX class_choice_class ON curriculum.class_choice (unit_id, class_id);
CREATE INDEX class_choice_department ON curriculum.class_choice (department_id);

SELECT organisation.protect('curriculum.class_choice', own_rows => 'unit_id = (SELECT people.my_school())');
-- A team lead, whose own unit is only the team, sees what the classes of the school learn.
CREATE POLICY colleagues ON curriculum.class_choice FOR SELECT TO hoaban_runtime USING (unit_id = (SELECT people.my_workplace()));
GRANT SELECT, INSERT, UPDATE, DELETE ON curriculum.class_choice TO hoaban_runtime;
SELECT audit.watch('curriculum.class_choice');
