-- Checks of our pupils against the national population database: who is known there as we know them. Only the verdict is kept, never a
-- value from there; our records change by the hand of the clerk alone.
CREATE TABLE exchange.population_run (
  id uuid PRIMARY KEY,
  unit_id uuid NOT NULL REFERENCES organisation.unit (id),
  department_id uuid NOT NULL REFERENCES organisation.unit (id),
  register text NOT NULL CHECK (length(register) BETWEEN 1 AND 200),
  state text NOT NULL DEFAULT 'open' CHECK (state IN ('open', 'stopped', 'done')),
  asked integer NOT NULL CHECK (asked > 0),
  trouble text CHECK (length(trouble) BETWEEN 1 AND 300),
  made_by uuid NOT NULL REFERENCES identity.account (id),
  made_at timestamptz NOT NULL,
  ended_at timestamptz,
  CHECK ((state = 'open') = (ended_at IS NULL))
);
COMMENT ON TABLE exchange.population_run IS 'A check of a school''s pupils against the population database; stopped ones go on where they were.';
CREATE INDEX population_run_unit ON exchange.population_run (unit_id, made_at DESC);
CREATE INDEX population_run_department ON exchange.population_run (department_id);
CREATE INDEX population_run_made_by ON exchange.population_run (made_by);
CREATE UNIQUE INDEX population_run_open ON exchange.population_run (unit_id) WHERE state = 'open';
SELECT people.protect_sensitive('exchange.population_run', 'false', '{principal,vicePrincipal,clerk}');
GRANT SELECT, INSERT ON exchange.population_run TO hoaban_runtime;
GRANT UPDATE (state, trouble, ended_at) ON exchange.population_run TO hoaban_runtime;
SELECT audit.watch('exchange.population_run');

CREATE TABLE exchange.population_result (
  run_id uuid NOT NULL REFERENCES exchange.population_run (id) ON DELETE CASCADE,
  pupil_id uuid NOT NULL REFERENCES people.pupil (id) ON DELETE CASCADE,
  unit_id uuid NOT NULL REFERENCES organisation.unit (id),
  department_id uuid NOT NULL REFERENCES organisation.unit (id),
  state text NOT NULL DEFAULT 'waiting' CHECK (state IN ('waiting', 'match', 'differs', 'notFound', 'notAnswered', 'noNumber')),
  fields text[] NOT NULL DEFAULT '{}' CHECK (fields <@ ARRAY['fullName', 'birthDate', 'identityNumber']),
  answered_at timestamptz,
  settled_by uuid REFERENCES identity.account (id),
  settled_at timestamptz,
  settled_note text CHECK (length(settled_note) BETWEEN 3 AND 500),
  PRIMARY KEY (run_id, pupil_id),
  CHECK ((cardinality(fields) > 0) = (state = 'differs')),
  CHECK ((settled_by IS NULL) = (settled_at IS NULL) AND (settled_by IS NULL) = (settled_note IS NULL))
);
COMMENT ON TABLE exchange.population_result IS 'What a check said of one pupil: a verdict and which fields differ, and what the clerk did about it.';
CREATE INDEX population_result_pupil ON exchange.population_result (pupil_id);
CREATE INDEX population_result_unit ON exchange.population_result (unit_id);
CREATE INDEX population_result_department ON exchange.population_result (department_id);
CREATE INDEX population_result_settled_by ON exchange.population_result (settled_by);
SELECT people.protect_sensitive('exchange.population_result', 'false', '{principal,vicePrincipal,clerk}');
GRANT SELECT, INSERT ON exchange.population_result TO hoaban_runtime;
GRANT UPDATE (state, fields, answered_at, settled_by, settled_at, settled_note) ON exchange.population_result TO hoaban_runtime;
SELECT audit.watch('exchange.population_result', inserts => false);
