CREATE TABLE organisation.unit (
  id uuid PRIMARY KEY,
  department_id uuid NOT NULL REFERENCES organisation.unit (id) DEFERRABLE INITIALLY DEFERRED,
  parent_id uuid REFERENCES organisation.unit (id) DEFERRABLE INITIALLY DEFERRED,
  kind text NOT NULL CHECK (kind IN ('department', 'division', 'commune', 'school', 'subjectTeam', 'cluster')),
  code text NOT NULL CHECK (code <> ''),
  name text NOT NULL CHECK (length(name) BETWEEN 1 AND 200),
  school_kind text CHECK (school_kind IN ('lowerSecondary', 'upperSecondary', 'combinedSecondary', 'ethnicSemiBoarding',
    'ethnicBoardingLower', 'ethnicBoardingUpper', 'specialised', 'vocContinuingCentre')),
  teaches_lower boolean NOT NULL DEFAULT false,
  teaches_upper boolean NOT NULL DEFAULT false,
  managing_authority text CHECK (managing_authority IN ('communePC', 'department')),
  commune_kind text CHECK (commune_kind IN ('commune', 'ward')),
  zone smallint CHECK (zone BETWEEN 1 AND 3),
  border boolean NOT NULL DEFAULT false,
  latitude numeric(7, 4),
  longitude numeric(7, 4),
  position integer NOT NULL DEFAULT 0,
  closed_on date,
  version integer NOT NULL DEFAULT 1,
  search_text text GENERATED ALWAYS AS (organisation.fold(name || ' ' || code)) STORED,
  UNIQUE (department_id, kind, code),
  CHECK ((kind = 'department') = (id = department_id)),
  CHECK ((kind = 'school') = (school_kind IS NOT NULL)),
  CHECK ((kind = 'school') = (managing_authority IS NOT NULL)),
  CHECK (kind <> 'school' OR teaches_lower OR teaches_upper)
);
COMMENT ON TABLE organisation.unit IS 'Department, its divisions, communes and wards, schools, subject teams, professional clusters.';
COMMENT ON COLUMN organisation.unit.zone IS 'Area class I-III of policies; dated by decision, kept as an attribute until the new list is issued.';
CREATE INDEX unit_parent ON organisation.unit (parent_id, position, name);
CREATE INDEX unit_department_kind ON organisation.unit (department_id, kind, position, name);
CREATE INDEX unit_search ON organisation.unit USING gin (search_text public.gin_trgm_ops);

-- Two lines lead from unit to unit: state management (commune -> its lower-secondary schools) and professional
-- guidance (department -> every school, cluster -> its schools).
CREATE TABLE organisation.unit_line (
  superior_id uuid NOT NULL REFERENCES organisation.unit (id) ON DELETE CASCADE,
  subordinate_id uuid NOT NULL REFERENCES organisation.unit (id) ON DELETE CASCADE,
  line text NOT NULL CHECK (line IN ('state', 'professional')),
  department_id uuid NOT NULL REFERENCES organisation.unit (id),
  PRIMARY KEY (superior_id, subordinate_id, line),
  CHECK (superior_id <> subordinate_id)
);
COMMENT ON TABLE organisation.unit_line IS 'Who stands above whom, by line of state management or professional guidance.';
CREATE INDEX unit_line_subordinate ON organisation.unit_line (subordinate_id, line);
CREATE INDEX unit_line_department ON organisation.unit_line (department_id);

-- The closure of unit_line with each unit itself; kept by triggers, read by every scope policy.
CREATE TABLE organisation.unit_reach (
  ancestor_id uuid NOT NULL REFERENCES organisation.unit (id) ON DELETE CASCADE,
  descendant_id uuid NOT NULL REFERENCES organisation.unit (id) ON DELETE CASCADE,
  department_id uuid NOT NULL REFERENCES organisation.unit (id),
  depth smallint NOT NULL,
  PRIMARY KEY (ancestor_id, descendant_id)
);
COMMENT ON TABLE organisation.unit_reach IS 'Every unit that a unit reaches along either line, itself included (depth 0).';
CREATE INDEX unit_reach_descendant ON organisation.unit_reach (descendant_id, ancestor_id);
CREATE INDEX unit_reach_department ON organisation.unit_reach (department_id);

CREATE FUNCTION organisation.rebuild_reach(departments uuid[]) RETURNS void
LANGUAGE sql SECURITY DEFINER SET search_path = organisation, pg_temp AS $$
  -- One rebuild of a department at a time: two at once would write the same rows.
  SELECT FROM unit WHERE id = ANY (departments) ORDER BY id FOR NO KEY UPDATE;
  DELETE FROM unit_reach WHERE department_id = ANY (departments);
  INSERT INTO unit_reach (ancestor_id, descendant_id, department_id, depth)
  WITH RECURSIVE reach (ancestor_id, descendant_id, department_id, depth) AS (
    SELECT id, id, department_id, 0 FROM unit WHERE department_id = ANY (departments)
    UNION
    SELECT reach.ancestor_id, line.subordinate_id, reach.department_id, reach.depth + 1
    FROM reach JOIN unit_line line ON line.superior_id = reach.descendant_id
    WHERE reach.depth < 8
  )
  SELECT ancestor_id, descendant_id, department_id, min(depth) FROM reach GROUP BY 1, 2, 3;
$$;
REVOKE ALL ON FUNCTION organisation.rebuild_reach FROM PUBLIC;

CREATE FUNCTION organisation.follow_new_rows() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = organisation, pg_temp AS $$
BEGIN
  PERFORM rebuild_reach(ARRAY(SELECT DISTINCT department_id FROM new_rows));
  RETURN NULL;
END $$;
CREATE FUNCTION organisation.follow_old_rows() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = organisation, pg_temp AS $$
BEGIN
  PERFORM rebuild_reach(ARRAY(SELECT DISTINCT department_id FROM old_rows));
  RETURN NULL;
END $$;
CREATE TRIGGER reach_follows_units AFTER INSERT ON organisation.unit
  REFERENCING NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION organisation.follow_new_rows();
CREATE TRIGGER reach_follows_lines AFTER INSERT ON organisation.unit_line
  REFERENCING NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION organisation.follow_new_rows();
CREATE TRIGGER reach_forgets_lines AFTER DELETE ON organisation.unit_line
  REFERENCING OLD TABLE AS old_rows FOR EACH STATEMENT EXECUTE FUNCTION organisation.follow_old_rows();

CREATE TABLE organisation.site (
  id uuid PRIMARY KEY,
  unit_id uuid NOT NULL REFERENCES organisation.unit (id) ON DELETE CASCADE,
  department_id uuid NOT NULL REFERENCES organisation.unit (id),
  kind text NOT NULL CHECK (kind IN ('main', 'satellite')),
  name text NOT NULL CHECK (length(name) BETWEEN 1 AND 200),
  village text,
  distance_km numeric(5, 1) CHECK (distance_km >= 0),
  version integer NOT NULL DEFAULT 1
);
COMMENT ON TABLE organisation.site IS 'Teaching sites (điểm trường) of a school; distance in km from the main site.';
CREATE INDEX site_unit ON organisation.site (unit_id, kind, name);
CREATE INDEX site_department ON organisation.site (department_id);
CREATE UNIQUE INDEX site_one_main ON organisation.site (unit_id) WHERE kind = 'main';

CREATE TABLE organisation.school_year (
  id uuid PRIMARY KEY,
  department_id uuid NOT NULL REFERENCES organisation.unit (id),
  name text NOT NULL CHECK (name ~ '^\d{4}-\d{4}$'),
  starts_on date NOT NULL,
  ends_on date NOT NULL,
  opens_on date NOT NULL,
  is_current boolean NOT NULL DEFAULT false,
  source_note text NOT NULL,
  breaks jsonb NOT NULL DEFAULT '[]',
  version integer NOT NULL DEFAULT 1,
  UNIQUE (department_id, name),
  CHECK (starts_on <= opens_on AND opens_on < ends_on)
);
COMMENT ON TABLE organisation.school_year IS 'School year by the province''s decision; source_note says where the dates come from.';
COMMENT ON COLUMN organisation.school_year.breaks IS 'Days without lessons: [{"from": "YYYY-MM-DD", "to": "YYYY-MM-DD", "name": "…"}].';
CREATE UNIQUE INDEX school_year_one_current ON organisation.school_year (department_id) WHERE is_current;

CREATE TABLE organisation.semester (
  school_year_id uuid NOT NULL REFERENCES organisation.school_year (id) ON DELETE CASCADE,
  department_id uuid NOT NULL REFERENCES organisation.unit (id),
  number smallint NOT NULL CHECK (number IN (1, 2)),
  starts_on date NOT NULL,
  ends_on date NOT NULL,
  weeks smallint NOT NULL CHECK (weeks BETWEEN 1 AND 30),
  PRIMARY KEY (school_year_id, number),
  CHECK (starts_on < ends_on)
);
COMMENT ON TABLE organisation.semester IS 'Semester 1 (18 weeks) and 2 (17 weeks) of a school year.';
CREATE INDEX semester_department ON organisation.semester (department_id);

CREATE TABLE organisation.school_week (
  school_year_id uuid NOT NULL REFERENCES organisation.school_year (id) ON DELETE CASCADE,
  department_id uuid NOT NULL REFERENCES organisation.unit (id),
  number smallint NOT NULL CHECK (number BETWEEN 1 AND 60),
  semester smallint NOT NULL CHECK (semester IN (1, 2)),
  starts_on date NOT NULL,
  ends_on date NOT NULL,
  PRIMARY KEY (school_year_id, number),
  CHECK (starts_on < ends_on)
);
COMMENT ON TABLE organisation.school_week IS 'Teaching weeks 1-35, Monday to Sunday.';
CREATE INDEX school_week_department ON organisation.school_week (department_id, starts_on);

-- For the command line, which knows a department only by its code and stands in none yet.
CREATE FUNCTION organisation.department_with_code(wanted text) RETURNS TABLE (id uuid, name text)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = organisation, pg_temp AS
$$ SELECT u.id, u.name FROM unit u WHERE u.kind = 'department' AND u.code = wanted $$;

SELECT organisation.protect_department('organisation.unit', writable => $$
  (SELECT organisation.current_scope()) = 'department'
  OR (SELECT organisation.current_scope()) = 'subtree' AND (id = (SELECT organisation.current_unit()) OR parent_id = (SELECT organisation.current_unit()))$$);
SELECT organisation.protect_department('organisation.unit_line', writable => $$
  (SELECT organisation.current_scope()) = 'department'
  OR (SELECT organisation.current_scope()) = 'subtree' AND superior_id = (SELECT organisation.current_unit())$$);
SELECT organisation.protect_department('organisation.unit_reach', writable => 'false');
SELECT organisation.protect('organisation.site', own_rows => 'unit_id = (SELECT organisation.current_unit())');
SELECT organisation.protect_department('organisation.school_year');
SELECT organisation.protect_department('organisation.semester');
SELECT organisation.protect_department('organisation.school_week');

GRANT SELECT, INSERT, UPDATE ON organisation.unit TO hoaban_runtime;
GRANT SELECT, INSERT, DELETE ON organisation.unit_line TO hoaban_runtime;
GRANT SELECT ON organisation.unit_reach TO hoaban_runtime;
GRANT SELECT, INSERT, UPDATE, DELETE ON organisation.site TO hoaban_runtime;
GRANT SELECT, INSERT, UPDATE ON organisation.school_year TO hoaban_runtime;
GRANT SELECT, INSERT, DELETE ON organisation.semester, organisation.school_week TO hoaban_runtime;
