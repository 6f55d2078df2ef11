-- Lists of withdrawn certificates (CRL): the newest of each authority, given by the department.

CREATE TABLE transcript.withdrawn_list (
  id uuid PRIMARY KEY,
  department_id uuid NOT NULL REFERENCES organisation.unit (id),
  authority text NOT NULL,
  issuer text NOT NULL CHECK (issuer ~ '^[0-9a-f]{64}$'),
  sha256 text NOT NULL CHECK (sha256 ~ '^[0-9a-f]{64}$'),
  certificates integer NOT NULL CHECK (certificates >= 0),
  issued_at timestamptz NOT NULL,
  next_at timestamptz CHECK (next_at >= issued_at),
  added_by uuid NOT NULL REFERENCES identity.account (id),
  added_at timestamptz NOT NULL,
  UNIQUE (department_id, issuer)
);
COMMENT ON TABLE transcript.withdrawn_list IS 'The newest list of withdrawn certificates of each authority; the list itself lies in the file store.';
CREATE INDEX withdrawn_list_added_by ON transcript.withdrawn_list (added_by);
SELECT organisation.protect_department('transcript.withdrawn_list');
GRANT SELECT, INSERT, UPDATE ON transcript.withdrawn_list TO hoaban_runtime;
SELECT audit.watch('transcript.withdrawn_list');

-- What is public of the department of a page: the lists with which its signatures are checked.
CREATE FUNCTION transcript.lists_of(wanted text) RETURNS SETOF text LANGUAGE sql STABLE SECURITY DEFINER SET search_path = transcript, pg_temp AS $$
  SELECT l.sha256 FROM page p JOIN withdrawn_list l ON l.department_id = p.department_id WHERE p.code = wanted AND p.state <> 'collecting'
$$;
REVOKE ALL ON FUNCTION transcript.lists_of FROM PUBLIC;
GRANT EXECUTE ON FUNCTION transcript.lists_of TO hoaban_runtime;
