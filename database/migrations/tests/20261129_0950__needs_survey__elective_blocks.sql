-- A club of session 2 with a member, and a lesson of it, when every group was of session 2.
INSERT INTO organisation.unit (id, department_id, parent_id, kind, code, name, school_kind, teaches_upper, managing_authority) VALUES
  ('00000000-0000-7000-8000-0000000000d1', '00000000-0000-7000-8000-0000000000d1', NULL, 'department', 'SO', 'Sở', NULL, false, NULL),
  ('00000000-0000-7000-8000-0000000000c1', '00000000-0000-7000-8000-0000000000d1', '00000000-0000-7000-8000-0000000000d1', 'school',
   'T1', 'Trường Một', 'upperSecondary', true, 'department');
INSERT INTO organisation.school_year (id, department_id, name, starts_on, opens_on, ends_on, source_note) VALUES
  ('00000000-0000-7000-8000-0000000000a2', '00000000-0000-7000-8000-0000000000d1', '2025-2026', '2025-08-25', '2025-09-05', '2026-05-31', 'thử');
INSERT INTO identity.account (id, department_id, display_name, username) VALUES
  ('00000000-0000-7000-8000-0000000000b1', '00000000-0000-7000-8000-0000000000d1', 'Người thử', 'nguoi.thu');
INSERT INTO people.pupil (id, unit_id, department_id, full_name, sex, birth_date) VALUES
  ('00000000-0000-7000-8000-000000000011', '00000000-0000-7000-8000-0000000000c1', '00000000-0000-7000-8000-0000000000d1', 'Người Học',
   'female', '2010-01-01');
INSERT INTO needs_survey.study_group (id, unit_id, department_id, school_year_id, kind, name, size_limit, periods_per_week, state) VALUES
  ('00000000-0000-7000-8000-0000000000e1', '00000000-0000-7000-8000-0000000000c1', '00000000-0000-7000-8000-0000000000d1',
   '00000000-0000-7000-8000-0000000000a2', 'club', 'Đọc sách', 30, 2, 'confirmed');
INSERT INTO needs_survey.group_member (group_id, pupil_id, unit_id, department_id, reason, reason_text, decided_by, decided_at) VALUES
  ('00000000-0000-7000-8000-0000000000e1', '00000000-0000-7000-8000-000000000011', '00000000-0000-7000-8000-0000000000c1',
   '00000000-0000-7000-8000-0000000000d1', 'decision', 'Quyết định 12', '00000000-0000-7000-8000-0000000000b1', '2025-10-01');
INSERT INTO timetable.timetable (id, unit_id, department_id, school_year_id, name, state, semester, weeks, made_at, changed_at, published_at)
VALUES ('00000000-0000-7000-8000-0000000000f1', '00000000-0000-7000-8000-0000000000c1', '00000000-0000-7000-8000-0000000000d1',
  '00000000-0000-7000-8000-0000000000a2', 'Thời khoá biểu 1', 'published', 1, '{[1,19)}', '2025-09-01', '2025-09-01', '2025-09-01');
INSERT INTO timetable.lesson (id, timetable_id, unit_id, department_id, kind, session, title, study_group_id, duration, weekday, half, period) VALUES
  ('00000000-0000-7000-8000-000000000041', '00000000-0000-7000-8000-0000000000f1', '00000000-0000-7000-8000-0000000000c1',
   '00000000-0000-7000-8000-0000000000d1', 'group', 2, 'Đọc sách', '00000000-0000-7000-8000-0000000000e1', 1, 2, 'afternoon', 1);

-- AFTER
DO $$ BEGIN
  ASSERT (SELECT block IS NULL FROM needs_survey.study_group), 'a club is in no block';
  ASSERT (SELECT block IS NULL FROM timetable.lesson), 'its lesson starts with no other';
  INSERT INTO needs_survey.study_group (id, unit_id, department_id, school_year_id, kind, subject_code, grade, block, name, size_limit,
    periods_per_week) SELECT id::uuid, '00000000-0000-7000-8000-0000000000c1', '00000000-0000-7000-8000-0000000000d1',
    '00000000-0000-7000-8000-0000000000a2', 'elective', code, 10, 'Khối 1', code || ' 10', 45, 2
    FROM (VALUES ('00000000-0000-7000-8000-0000000000e2', 'GEO'), ('00000000-0000-7000-8000-0000000000e3', 'BIO')) one (id, code);
  INSERT INTO needs_survey.group_member (group_id, pupil_id, unit_id, department_id, reason, reason_text, decided_by, decided_at) VALUES
    ('00000000-0000-7000-8000-0000000000e2', '00000000-0000-7000-8000-000000000011', '00000000-0000-7000-8000-0000000000c1',
     '00000000-0000-7000-8000-0000000000d1', 'decision', 'Quyết định 13', '00000000-0000-7000-8000-0000000000b1', '2025-10-01');
  BEGIN
    INSERT INTO needs_survey.group_member (group_id, pupil_id, unit_id, department_id, reason, reason_text, decided_by, decided_at) VALUES
      ('00000000-0000-7000-8000-0000000000e3', '00000000-0000-7000-8000-000000000011', '00000000-0000-7000-8000-0000000000c1',
       '00000000-0000-7000-8000-0000000000d1', 'decision', 'Quyết định 14', '00000000-0000-7000-8000-0000000000b1', '2025-10-01');
    RAISE EXCEPTION 'a pupil came into two groups of one block';
  EXCEPTION WHEN check_violation THEN NULL;
  END;
  BEGIN
    UPDATE needs_survey.study_group SET block = 'Khối 1' WHERE kind = 'club';
    RAISE EXCEPTION 'a club came into a block';
  EXCEPTION WHEN check_violation THEN NULL;
  END;
END $$;
