-- A line of a club, when groups had no programme of their own and nobody stood in for their teachers.
INSERT INTO organisation.unit (id, department_id, parent_id, kind, code, name, school_kind, teaches_upper, managing_authority) VALUES
  ('00000000-0000-7000-8000-0000000000d1', '00000000-0000-7000-8000-0000000000d1', NULL, 'department', 'SO', 'Sở', NULL, false, NULL),
  ('00000000-0000-7000-8000-0000000000c1', '00000000-0000-7000-8000-0000000000d1', '00000000-0000-7000-8000-0000000000d1', 'school',
   'T1', 'Trường Một', 'upperSecondary', true, 'department');
INSERT INTO organisation.school_year (id, department_id, name, starts_on, opens_on, ends_on, source_note) VALUES
  ('00000000-0000-7000-8000-0000000000a2', '00000000-0000-7000-8000-0000000000d1', '2025-2026', '2025-08-25', '2025-09-05', '2026-05-31', 'thử');
INSERT INTO identity.account (id, department_id, display_name, username) VALUES
  ('00000000-0000-7000-8000-0000000000b1', '00000000-0000-7000-8000-0000000000d1', 'Người thử', 'nguoi.thu');
INSERT INTO people.staff_member (id, unit_id, department_id, full_name, sex, birth_date, post, employment, qualification, joined_on) VALUES
  ('00000000-0000-7000-8000-000000000021', '00000000-0000-7000-8000-0000000000c1', '00000000-0000-7000-8000-0000000000d1', 'Cô Thử',
   'female', '1990-01-01', 'teacher', 'tenured', 'bachelor', '2015-08-01');
INSERT INTO needs_survey.study_group (id, unit_id, department_id, school_year_id, kind, name, size_limit, periods_per_week, state) VALUES
  ('00000000-0000-7000-8000-0000000000e1', '00000000-0000-7000-8000-0000000000c1', '00000000-0000-7000-8000-0000000000d1',
   '00000000-0000-7000-8000-0000000000a2', 'club', 'Đọc sách', 30, 2, 'confirmed');
INSERT INTO lessons.group_entry (id, unit_id, department_id, study_group_id, day, half, period, staff_id, title, held, logged_by, logged_at) VALUES
  ('00000000-0000-7000-8000-000000000031', '00000000-0000-7000-8000-0000000000c1', '00000000-0000-7000-8000-0000000000d1',
   '00000000-0000-7000-8000-0000000000e1', '2025-09-09', 'afternoon', 1, '00000000-0000-7000-8000-000000000021', 'Truyện cổ', 'taught',
   '00000000-0000-7000-8000-0000000000b1', '2025-09-09');

-- AFTER
DO $$ BEGIN
  ASSERT (SELECT programme_period IS NULL AND programme_lesson_id IS NULL AND NOT stands_in FROM lessons.group_entry),
    'a line of a club is of no programme, and its teacher wrote it';
  -- The week of a class that is signed closes groups of blocks, not clubs.
  UPDATE lessons.group_entry SET homework = 'Đọc tiếp';
  ASSERT (SELECT NOT lessons.group_week_signed(study_group_id, day) FROM lessons.group_entry), 'no class closes the book of a club';
END $$;
