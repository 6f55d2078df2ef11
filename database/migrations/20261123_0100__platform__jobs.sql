-- Background jobs wait in schema graphile_worker, which its own package installs as hoaban_owner right after these
-- files. hoaban_runtime may add a job inside its own transaction and nothing else: it sees nobody's jobs. The body
-- is bound late, so this file does not need that schema yet.
create function platform.add_job(
  task text,
  payload json,
  run_at timestamptz default null,
  job_key text default null,
  max_attempts integer default null
) returns void
language plpgsql
security definer
set search_path = pg_catalog, pg_temp
as $$
begin
  perform graphile_worker.add_job(
    identifier => task,
    payload => payload,
    run_at => run_at,
    job_key => job_key,
    max_attempts => max_attempts
  );
end
$$;

comment on function platform.add_job is 'Adds a background job that exists only if the caller''s transaction commits.';
revoke all on function platform.add_job from public;
grant execute on function platform.add_job to hoaban_runtime;
