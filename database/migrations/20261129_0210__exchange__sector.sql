-- Which of our fields go into which columns of the sheets of the sector database. Their official form changes: a row here is the
-- department's own template, with where it comes from; without a row the default of modules/exchange/rules/sector.ts holds.
CREATE TABLE exchange.sector_mapping (
  id uuid PRIMARY KEY,
  department_id uuid NOT NULL REFERENCES organisation.unit (id),
  kind text NOT NULL CHECK (kind IN ('pupils', 'staff')),
  columns jsonb NOT NULL CHECK (jsonb_typeof(columns) = 'array' AND jsonb_array_length(columns) BETWEEN 1 AND 80),
  source_note text NOT NULL CHECK (length(source_note) BETWEEN 10 AND 500),
  changed_by uuid NOT NULL REFERENCES identity.account (id),
  changed_at timestamptz NOT NULL,
  version integer NOT NULL DEFAULT 1,
  UNIQUE (department_id, kind)
);
COMMENT ON TABLE exchange.sector_mapping IS 'Template of a sheet for the sector database: [{"heading", "field", "required", "codes": {"ours": "theirs"}}].';
CREATE INDEX sector_mapping_changed_by ON exchange.sector_mapping (changed_by);
SELECT organisation.protect_department('exchange.sector_mapping');
GRANT SELECT, INSERT, DELETE ON exchange.sector_mapping TO hoaban_runtime;
GRANT UPDATE (columns, source_note, changed_by, changed_at, version) ON exchange.sector_mapping TO hoaban_runtime;
SELECT audit.watch('exchange.sector_mapping');

CREATE TABLE exchange.sector_export (
  id uuid PRIMARY KEY,
  unit_id uuid NOT NULL REFERENCES organisation.unit (id),
  department_id uuid NOT NULL REFERENCES organisation.unit (id),
  school_year_id uuid NOT NULL REFERENCES organisation.school_year (id),
  kind text NOT NULL CHECK (kind IN ('pupils', 'staff')),
  format text NOT NULL CHECK (format IN ('xlsx', 'csv')),
  source_note text NOT NULL,
  asked integer NOT NULL CHECK (asked >= 0),
  written integer NOT NULL CHECK (written >= 0),
  refused integer NOT NULL CHECK (refused >= 0),
  doubtful integer NOT NULL CHECK (doubtful BETWEEN 0 AND written),
  file_sha256 text NOT NULL CHECK (file_sha256 ~ '^[0-9a-f]{64}$'),
  bytes integer NOT NULL,
  made_by uuid NOT NULL REFERENCES identity.account (id),
  made_at timestamptz NOT NULL,
  CHECK (asked = written + refused)
);
COMMENT ON TABLE exchange.sector_export IS 'Every file made for the sector database: by which template, how many rows were asked for, written, refused. Rows are only added.';
CREATE INDEX sector_export_unit ON exchange.sector_export (unit_id, made_at DESC);
CREATE INDEX sector_export_department ON exchange.sector_export (department_id);
CREATE INDEX sector_export_year ON exchange.sector_export (school_year_id);
CREATE INDEX sector_export_made_by ON exchange.sector_export (made_by);
SELECT people.protect_sensitive('exchange.sector_export', 'false', '{departmentLeader,divisionHead,principal,vicePrincipal,clerk}');
GRANT SELECT, INSERT ON exchange.sector_export TO hoaban_runtime;
SELECT audit.watch('exchange.sector_export');
