-- Which roles the holder of a role in a kind of unit may give, end, or whose sign-in help; the same table as
-- modules/identity-access/rules/may-grant.ts (a test compares them). Always below the own role.
CREATE FUNCTION identity.may_grant(granter text, unit_kind text, granted text) RETURNS boolean LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$
  SELECT coalesce(CASE granter
    WHEN 'departmentLeader' THEN true
    WHEN 'divisionHead' THEN granted NOT IN ('departmentLeader', 'divisionHead', 'systemAdmin')
    WHEN 'communeLeader' THEN granted NOT IN ('departmentLeader', 'divisionHead', 'specialist', 'communeLeader', 'systemAdmin')
    WHEN 'communeOfficer' THEN granted NOT IN ('departmentLeader', 'divisionHead', 'specialist', 'communeLeader', 'communeOfficer',
                                               'systemAdmin')
    WHEN 'principal' THEN granted IN ('vicePrincipal', 'clerk', 'teamLead', 'homeroomTeacher', 'teacher', 'pupil', 'guardian')
    WHEN 'vicePrincipal' THEN granted IN ('clerk', 'teamLead', 'homeroomTeacher', 'teacher', 'pupil', 'guardian')
    WHEN 'clerk' THEN granted IN ('teacher', 'homeroomTeacher', 'pupil', 'guardian')
    WHEN 'systemAdmin' THEN unit_kind = 'department' OR granted NOT IN ('departmentLeader', 'divisionHead', 'specialist', 'systemAdmin')
      AND (unit_kind = 'commune' OR granted NOT IN ('communeLeader', 'communeOfficer'))
    ELSE false
  END, false)
$$;

-- The same question about whoever is asking now. Nobody asks when the command line makes the first administrator.
CREATE FUNCTION identity.asker_may_grant(granted text) RETURNS boolean
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = identity, pg_temp AS $$
  SELECT CASE WHEN organisation.current_account() IS NULL THEN granted = 'systemAdmin'
    ELSE may_grant(organisation.acting_role(), (SELECT kind FROM organisation.unit WHERE id = organisation.current_unit()), granted) END
$$;

-- Row-level security says in which units somebody may write roles; this says which roles, and that nobody gives or prolongs the own
-- ones. Covers new days of an old role as well: setting ends_on to null would be a grant in disguise.
CREATE FUNCTION identity.refuse_escalation() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF NEW.account_id = organisation.current_account() THEN
    RAISE EXCEPTION 'nobody changes the own roles' USING ERRCODE = 'insufficient_privilege';
  END IF;
  IF NOT identity.asker_may_grant(NEW.role) THEN
    RAISE EXCEPTION 'role % is not for this person to give', NEW.role USING ERRCODE = 'insufficient_privilege';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER refuse_escalation BEFORE INSERT OR UPDATE ON identity.role_assignment
  FOR EACH ROW WHEN (current_user = 'hoaban_runtime') EXECUTE FUNCTION identity.refuse_escalation();

-- As before, and no role of the account stands beside or above that of the asker.
CREATE OR REPLACE FUNCTION identity.may_administer(account uuid) RETURNS boolean
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = identity, pg_temp AS $$
  WITH held AS (
    SELECT r.role, r.unit_id FROM role_assignment r
    WHERE r.account_id = account AND (r.ends_on IS NULL OR r.ends_on >= organisation.local_day(now())))
  SELECT CASE organisation.current_scope()
    WHEN 'department' THEN EXISTS (SELECT 1 FROM account a WHERE a.id = account AND a.department_id = organisation.current_department())
    WHEN 'subtree' THEN EXISTS (SELECT 1 FROM held) AND NOT EXISTS (
      SELECT 1 FROM held WHERE NOT EXISTS (SELECT 1 FROM organisation.unit_reach reach
        WHERE reach.ancestor_id = organisation.current_unit() AND reach.descendant_id = held.unit_id))
    ELSE false
  END AND NOT EXISTS (SELECT 1 FROM held WHERE NOT asker_may_grant(held.role))
$$;
