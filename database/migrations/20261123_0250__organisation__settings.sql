-- What the rulebook leaves open or may change: a department's own value instead of the one in the code.
CREATE TABLE organisation.setting (
  id uuid PRIMARY KEY,
  department_id uuid NOT NULL REFERENCES organisation.unit (id),
  key text NOT NULL CHECK (key ~ '^[a-z][a-z-]*\.[a-z][A-Za-z0-9]*$'),
  value jsonb CHECK (jsonb_typeof(value) <> 'null'),
  note text NOT NULL CHECK (length(note) BETWEEN 1 AND 1000),
  version integer NOT NULL DEFAULT 1,
  -- An account; no foreign key, because accounts stand above the organisation.
  changed_by uuid NOT NULL,
  changed_at timestamptz NOT NULL,
  UNIQUE (department_id, key)
);
COMMENT ON TABLE organisation.setting IS 'A figure of the rules that a department set otherwise than the default in the code, with the reason.';
COMMENT ON COLUMN organisation.setting.value IS 'In the shape of the definition of the key; null: the default was taken up again.';

-- Read by everybody whose work it rules; written by those who answer for the department.
SELECT organisation.protect_department('organisation.setting', writable => $$
  (SELECT organisation.current_scope()) = 'department'
  AND (SELECT organisation.acting_role()) IN ('departmentLeader', 'divisionHead', 'systemAdmin')$$);
GRANT SELECT, INSERT ON organisation.setting TO hoaban_runtime;
GRANT UPDATE (value, note, version, changed_by, changed_at) ON organisation.setting TO hoaban_runtime;
SELECT audit.watch('organisation.setting');
