-- A confirmed group with a member and a numbered request, as the first release could hold them.
INSERT INTO organisation.unit (id, department_id, parent_id, kind, code, name, school_kind, teaches_lower, managing_authority) VALUES
  ('00000000-0000-7000-8000-0000000000d1', '00000000-0000-7000-8000-0000000000d1', NULL, 'department', 'SO', 'Sở', NULL, false, NULL),
  ('00000000-0000-7000-8000-0000000000c1', '00000000-0000-7000-8000-0000000000d1', '00000000-0000-7000-8000-0000000000d1', 'school',
   'T1', 'Trường Một', 'lowerSecondary', true, 'department');
INSERT INTO organisation.school_year (id, department_id, name, starts_on, opens_on, ends_on, source_note) VALUES
  ('00000000-0000-7000-8000-0000000000a2', '00000000-0000-7000-8000-0000000000d1', '2025-2026', '2025-08-25', '2025-09-05', '2026-05-31', 'thử');
INSERT INTO identity.account (id, department_id, display_name, username) VALUES
  ('00000000-0000-7000-8000-0000000000b1', '00000000-0000-7000-8000-0000000000d1', 'Người thử', 'nguoi.thu');
INSERT INTO people.pupil (id, unit_id, department_id, full_name, sex, birth_date) VALUES
  ('00000000-0000-7000-8000-000000000011', '00000000-0000-7000-8000-0000000000c1', '00000000-0000-7000-8000-0000000000d1', 'Người Học',
   'female', '2013-01-01');
INSERT INTO needs_survey.study_group (id, unit_id, department_id, school_year_id, kind, name, size_limit, periods_per_week, state) VALUES
  ('00000000-0000-7000-8000-0000000000e1', '00000000-0000-7000-8000-0000000000c1', '00000000-0000-7000-8000-0000000000d1',
   '00000000-0000-7000-8000-0000000000a2', 'club', 'Đọc sách', 30, 2, 'confirmed');
INSERT INTO needs_survey.group_member (group_id, pupil_id, unit_id, department_id, reason, reason_text, decided_by, decided_at, request_number,
  requested_on) VALUES
  ('00000000-0000-7000-8000-0000000000e1', '00000000-0000-7000-8000-000000000011', '00000000-0000-7000-8000-0000000000c1',
   '00000000-0000-7000-8000-0000000000d1', 'decision', 'Quyết định 12', '00000000-0000-7000-8000-0000000000b1', '2025-10-01', '12/ĐK', '2025-10-01');

-- AFTER
DO $$ BEGIN
  ASSERT (SELECT state = 'confirmed' AND confirmed_at IS NULL FROM needs_survey.study_group), 'a group confirmed before stays confirmed';
  ASSERT (SELECT request_received_on IS NULL AND request_number = '12/ĐK' FROM needs_survey.group_member), 'a request keeps its number';
  ASSERT needs_survey.last_request('00000000-0000-7000-8000-0000000000c1', '00000000-0000-7000-8000-0000000000a2') = 12, 'numbers go on';
END $$;
