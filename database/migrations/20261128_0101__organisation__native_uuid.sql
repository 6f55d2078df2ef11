-- PostgreSQL 18 makes time-ordered ids itself, many times faster than the expression that stands in for it on 15 to 17; publishing a
-- plan asks for tens of thousands. Ids of both kinds are version 7 and lie in one order.
DO $$ BEGIN
  IF to_regprocedure('pg_catalog.uuidv7()') IS NOT NULL THEN
    CREATE OR REPLACE FUNCTION organisation.uuid_v7() RETURNS uuid LANGUAGE sql VOLATILE PARALLEL SAFE AS 'SELECT pg_catalog.uuidv7()';
  END IF;
END $$;
