-- Members of remedial groups who came by a result of the gradebook, by one the school typed, and one of a club, as the release before held them.
INSERT INTO organisation.unit (id, department_id, parent_id, kind, code, name, school_kind, teaches_lower, managing_authority) VALUES
  ('00000000-0000-7000-8000-0000000000d1', '00000000-0000-7000-8000-0000000000d1', NULL, 'department', 'SO', 'Sở', NULL, false, NULL),
  ('00000000-0000-7000-8000-0000000000c1', '00000000-0000-7000-8000-0000000000d1', '00000000-0000-7000-8000-0000000000d1', 'school',
   'T1', 'Trường Một', 'lowerSecondary', true, 'department');
INSERT INTO organisation.school_year (id, department_id, name, starts_on, opens_on, ends_on, source_note) VALUES
  ('00000000-0000-7000-8000-0000000000a2', '00000000-0000-7000-8000-0000000000d1', '2025-2026', '2025-08-25', '2025-09-05', '2026-05-31', 'thử');
INSERT INTO identity.account (id, department_id, display_name, username) VALUES
  ('00000000-0000-7000-8000-0000000000b1', '00000000-0000-7000-8000-0000000000d1', 'Người thử', 'nguoi.thu');
INSERT INTO people.pupil (id, unit_id, department_id, full_name, sex, birth_date)
SELECT ('00000000-0000-7000-8000-00000000001' || n)::uuid, '00000000-0000-7000-8000-0000000000c1', '00000000-0000-7000-8000-0000000000d1', 'Người Học ' || n, 'female', '2013-01-01' FROM generate_series(1, 4) n;
INSERT INTO needs_survey.study_group (id, unit_id, department_id, school_year_id, kind, subject_code, grade, name, size_limit, periods_per_week) VALUES
  ('00000000-0000-7000-8000-0000000000e1', '00000000-0000-7000-8000-0000000000c1', '00000000-0000-7000-8000-0000000000d1', '00000000-0000-7000-8000-0000000000a2', 'remedial', 'MATH', 9, 'Phụ đạo Toán 9', 30, 2),
  ('00000000-0000-7000-8000-0000000000e2', '00000000-0000-7000-8000-0000000000c1', '00000000-0000-7000-8000-0000000000d1', '00000000-0000-7000-8000-0000000000a2', 'club', NULL, NULL, 'Đọc sách', 30, 2);
INSERT INTO needs_survey.eligibility (id, unit_id, department_id, school_year_id, pupil_id, subject_code, kind, basis, recorded_by, recorded_at)
SELECT ('00000000-0000-7000-8000-00000000002' || n)::uuid, '00000000-0000-7000-8000-0000000000c1', '00000000-0000-7000-8000-0000000000d1', '00000000-0000-7000-8000-0000000000a2',
  ('00000000-0000-7000-8000-00000000001' || n)::uuid, 'MATH', 'belowRequirement', basis, '00000000-0000-7000-8000-0000000000b1', '2025-10-01'
FROM (VALUES (1, 'điểm trung bình học kì II năm học 2024-2025: 4,2'), (2, 'học kì I: có nhận xét Chưa đạt'), (3, 'Cuối học kì II: 4,2'),
  (4, 'học kì I: điểm đến nay 3,7')) one (n, basis);
INSERT INTO needs_survey.group_member (group_id, pupil_id, unit_id, department_id, reason, reason_text, decided_by, decided_at)
SELECT (CASE n WHEN 4 THEN '00000000-0000-7000-8000-0000000000e2' ELSE '00000000-0000-7000-8000-0000000000e1' END)::uuid,
  ('00000000-0000-7000-8000-00000000001' || n)::uuid, '00000000-0000-7000-8000-0000000000c1', '00000000-0000-7000-8000-0000000000d1', 'decision', 'Quyết định 12', '00000000-0000-7000-8000-0000000000b1', '2025-10-01'
FROM generate_series(1, 4) n;

-- AFTER
DO $$ BEGIN
  ASSERT (SELECT array_agg(first_result ORDER BY pupil_id) = ARRAY[42, 0, NULL, NULL]::smallint[] FROM needs_survey.group_member),
    'whoever came by a result of the gradebook has it, nobody else';
  ASSERT (SELECT first_basis = 'điểm trung bình học kì II năm học 2024-2025: 4,2' FROM needs_survey.group_member
    WHERE pupil_id = '00000000-0000-7000-8000-000000000011'), 'with its semester';
  BEGIN
    UPDATE needs_survey.group_member SET first_basis = NULL;
    RAISE EXCEPTION 'a result without its semester was taken';
  EXCEPTION WHEN check_violation THEN NULL;
  END;
END $$;
