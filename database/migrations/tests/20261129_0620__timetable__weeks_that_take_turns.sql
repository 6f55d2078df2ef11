-- A timetable with a lesson and the rule of its subject, when every lesson was of every week.
INSERT INTO organisation.unit (id, department_id, parent_id, kind, code, name, school_kind, teaches_lower, managing_authority) VALUES
  ('00000000-0000-7000-8000-0000000000d1', '00000000-0000-7000-8000-0000000000d1', NULL, 'department', 'SO', 'Sở', NULL, false, NULL),
  ('00000000-0000-7000-8000-0000000000c1', '00000000-0000-7000-8000-0000000000d1', '00000000-0000-7000-8000-0000000000d1', 'school',
   'T1', 'Trường Một', 'lowerSecondary', true, 'department');
INSERT INTO organisation.school_year (id, department_id, name, starts_on, opens_on, ends_on, source_note) VALUES
  ('00000000-0000-7000-8000-0000000000a2', '00000000-0000-7000-8000-0000000000d1', '2025-2026', '2025-08-25', '2025-09-05', '2026-05-31', 'thử');
INSERT INTO timetable.subject_rule (unit_id, department_id, school_year_id, subject_code, room_kind) VALUES
  ('00000000-0000-7000-8000-0000000000c1', '00000000-0000-7000-8000-0000000000d1', '00000000-0000-7000-8000-0000000000a2', 'INF', 'computerRoom');
INSERT INTO timetable.timetable (id, unit_id, department_id, school_year_id, name, state, semester, weeks, made_at, changed_at, published_at)
VALUES ('00000000-0000-7000-8000-0000000000f1', '00000000-0000-7000-8000-0000000000c1', '00000000-0000-7000-8000-0000000000d1',
  '00000000-0000-7000-8000-0000000000a2', 'Thời khoá biểu 1', 'published', 1, '{[1,19)}', '2025-09-01', '2025-09-01', '2025-09-01');
INSERT INTO timetable.lesson (id, timetable_id, unit_id, department_id, kind, session, subject_code, duration, weekday, half, period) VALUES
  ('00000000-0000-7000-8000-000000000041', '00000000-0000-7000-8000-0000000000f1', '00000000-0000-7000-8000-0000000000c1',
   '00000000-0000-7000-8000-0000000000d1', 'lesson', 1, 'INF', 1, 2, 'morning', 1);

-- AFTER
DO $$ BEGIN
  ASSERT (SELECT weeks IS NULL FROM timetable.lesson), 'a lesson stays in every week';
  ASSERT (SELECT NOT alternates FROM timetable.subject_rule), 'no subject alternates before a school says so';
  BEGIN
    UPDATE timetable.lesson SET weeks = 'A';
    RAISE EXCEPTION 'weeks of no kind were taken';
  EXCEPTION WHEN check_violation THEN NULL;
  END;
END $$;
