-- The person of a session is described once; on days when the role is not in force the same without what the role gives.
CREATE OR REPLACE FUNCTION identity.describe_asker() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = identity, pg_temp AS $$
DECLARE
  described jsonb;
  may_see boolean;
BEGIN
  SELECT
    jsonb_build_object('sessionId', NEW.id, 'accountId', a.id, 'displayName', a.display_name, 'language', a.language,
      'roleAssignmentId', r.id, 'role', r.role, 'unitId', r.unit_id, 'unitKind', u.kind, 'departmentId', a.department_id,
      'scope', scope_of(r.role, u.kind), 'secondFactorDue', NEW.second_factor_due, 'mustChangePassword', c.must_change_password),
    -- Nobody sees a row before the second factor is given and the one-time password is changed.
    NOT (NEW.second_factor_due OR c.must_change_password),
    a.department_id, r.unit_id, r.role, scope_of(r.role, u.kind), r.starts_on, r.ends_on
  INTO described, may_see, NEW.department_id, NEW.unit_id, NEW.role, NEW.scope, NEW.role_starts_on, NEW.role_ends_on
  FROM account a
  JOIN credential c ON c.account_id = a.id
  LEFT JOIN role_assignment r ON r.id = NEW.role_assignment_id
  LEFT JOIN organisation.unit u ON u.id = r.unit_id
  WHERE a.id = NEW.account_id AND a.status = 'active';
  NEW.asker := described;
  NEW.asker_without_role := described || jsonb_build_object('roleAssignmentId', null, 'role', null, 'unitId', null, 'unitKind', null,
    'scope', scope_of(null, null));
  IF NEW.role IS NULL OR NOT may_see THEN NEW.scope := ''; END IF;
  RETURN NEW;
END $$;
