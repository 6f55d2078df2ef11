-- The two roles of Hoa Ban. Run at every migration by a login that may create roles; changes nothing
-- when all is already so (several servers may migrate databases of one cluster at the same time).
--
-- hoaban_owner   owns every table; nobody signs in as it; migrations and background jobs act as it.
-- hoaban_runtime serves requests: sees only what grants and row-level security show it.
do $$
declare
  may_act_as_owner boolean;
begin
  if not exists (select from pg_roles where rolname = 'hoaban_owner') then
    create role hoaban_owner nologin nosuperuser nocreatedb nocreaterole;
  end if;

  if not exists (select from pg_roles where rolname = 'hoaban_runtime') then
    create role hoaban_runtime login nosuperuser nocreatedb nocreaterole;
    -- Times are read and written in UTC whatever the server's zone.
    alter role hoaban_runtime set timezone = 'UTC';
    -- A runaway request must not hold a school year's work.
    alter role hoaban_runtime set statement_timeout = '60s';
    alter role hoaban_runtime set lock_timeout = '15s';
    alter role hoaban_runtime set idle_in_transaction_session_timeout = '60s';
  end if;

  if exists (
    select from pg_roles
    where rolname = 'hoaban_runtime' and (rolsuper or rolbypassrls or rolcreaterole or rolcreatedb)
  ) then
    raise exception 'hoaban_runtime must not be superuser, bypass row security, create roles or databases';
  end if;

  if pg_has_role('hoaban_runtime', 'hoaban_owner', 'member') then
    raise exception 'hoaban_runtime must not be a member of hoaban_owner';
  end if;

  -- The migrating login acts as the owner. From version 16 on, membership without SET does not suffice.
  if current_setting('server_version_num')::integer >= 160000 then
    execute $query$select pg_has_role(current_user, 'hoaban_owner', 'set')$query$ into may_act_as_owner;
  else
    may_act_as_owner := pg_has_role(current_user, 'hoaban_owner', 'member');
  end if;
  if not may_act_as_owner then
    execute format('grant hoaban_owner to %I', current_user);
  end if;

  if not has_database_privilege('hoaban_owner', current_database(), 'create') then
    execute format('grant create, temporary on database %I to hoaban_owner', current_database());
  end if;
end
$$;
