INSERT INTO organisation.unit (id, department_id, parent_id, kind, code, name, school_kind, teaches_lower, managing_authority) VALUES
  ('00000000-0000-7000-8000-0000000000d1', '00000000-0000-7000-8000-0000000000d1', NULL, 'department', 'SO', 'Sở', NULL, false, NULL);
INSERT INTO identity.account (id, department_id, display_name, username, status) VALUES
  ('00000000-0000-7000-8000-0000000000b1', '00000000-0000-7000-8000-0000000000d1', 'Người thử', 'nguoi.thu', 'active');
INSERT INTO identity.credential (account_id, password_hash, must_change_password) VALUES
  ('00000000-0000-7000-8000-0000000000b1', 'nobody signs in', false);
INSERT INTO identity.role_assignment (id, account_id, unit_id, department_id, role, starts_on) VALUES
  ('00000000-0000-7000-8000-0000000000a1', '00000000-0000-7000-8000-0000000000b1', '00000000-0000-7000-8000-0000000000d1',
   '00000000-0000-7000-8000-0000000000d1', 'departmentLeader', '2025-07-01');
INSERT INTO identity.session (id, token_hash, account_id, role_assignment_id, created_at, expires_at) VALUES
  ('00000000-0000-7000-8000-0000000000e1', '\x01', '00000000-0000-7000-8000-0000000000b1', '00000000-0000-7000-8000-0000000000a1',
   '2025-10-01', '2025-11-01');

-- AFTER
DO $$ BEGIN
  ASSERT identity.open_request('\x01', '2025-10-15', 'r', '::1', 'a', '') ->> 'role' = 'departmentLeader', 'a session opens in its role';
  ASSERT current_setting('hoaban.scope') = 'department', 'with its scope';
  ASSERT current_setting('hoaban.action') = 'a', 'what may write says what it does';
  PERFORM set_config('hoaban.action', '', true);
  SET TRANSACTION READ ONLY;
  PERFORM identity.open_request('\x01', '2025-10-15', 'r', '::1', 'a', '');
  ASSERT current_setting('hoaban.action') = '', 'what only reads leaves no trace';
END $$;
