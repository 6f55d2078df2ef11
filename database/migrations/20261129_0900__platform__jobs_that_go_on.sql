-- Whoever waits for a job must be able to learn that it will never run again: given up after its last attempt, or gone. Only that is
-- told, and only to whoever knows the key of the job. The body is bound late, as that of platform.add_job.
CREATE FUNCTION platform.job_goes_on(job_key text) RETURNS boolean
LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
BEGIN
  RETURN EXISTS (SELECT FROM graphile_worker.jobs j
    WHERE j.key = job_key AND (j.locked_at IS NOT NULL OR j.attempts < j.max_attempts));
END
$$;
COMMENT ON FUNCTION platform.job_goes_on IS 'Whether a job with this key is at work or will be tried again.';
REVOKE ALL ON FUNCTION platform.job_goes_on FROM public;
GRANT EXECUTE ON FUNCTION platform.job_goes_on TO hoaban_runtime;
