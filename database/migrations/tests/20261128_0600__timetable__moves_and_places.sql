-- A week of a school with a teacher away, a lesson made up, and a closed period, as the release before could hold them.
INSERT INTO organisation.unit (id, department_id, parent_id, kind, code, name, school_kind, teaches_lower, managing_authority) VALUES
  ('00000000-0000-7000-8000-0000000000d1', '00000000-0000-7000-8000-0000000000d1', NULL, 'department', 'SO', 'Sở', NULL, false, NULL),
  ('00000000-0000-7000-8000-0000000000c1', '00000000-0000-7000-8000-0000000000d1', '00000000-0000-7000-8000-0000000000d1', 'school',
   'T1', 'Trường Một', 'lowerSecondary', true, 'department');
INSERT INTO organisation.school_year (id, department_id, name, starts_on, opens_on, ends_on, source_note) VALUES
  ('00000000-0000-7000-8000-0000000000a2', '00000000-0000-7000-8000-0000000000d1', '2025-2026', '2025-08-25', '2025-09-05', '2026-05-31', 'thử');
INSERT INTO identity.account (id, department_id, display_name, username) VALUES
  ('00000000-0000-7000-8000-0000000000b1', '00000000-0000-7000-8000-0000000000d1', 'Người thử', 'nguoi.thu');
INSERT INTO people.staff_member (id, unit_id, department_id, full_name, sex, birth_date, post, employment, qualification, joined_on)
VALUES
  ('00000000-0000-7000-8000-000000000031', '00000000-0000-7000-8000-0000000000c1', '00000000-0000-7000-8000-0000000000d1', 'Người Dạy',
   'female', '1985-01-01', 'teacher', 'tenured', 'bachelor', '2010-09-01');
INSERT INTO timetable.frame (unit_id, department_id, school_year_id, bells, sessions) VALUES
  ('00000000-0000-7000-8000-0000000000c1', '00000000-0000-7000-8000-0000000000d1', '00000000-0000-7000-8000-0000000000a2',
   '[{"half": "morning", "period": 1, "startsAt": "07:00", "endsAt": "07:45"}]', '[]');
INSERT INTO timetable.timetable (id, unit_id, department_id, school_year_id, name, state, semester, weeks, made_at, changed_at, published_at)
VALUES ('00000000-0000-7000-8000-0000000000f1', '00000000-0000-7000-8000-0000000000c1', '00000000-0000-7000-8000-0000000000d1',
  '00000000-0000-7000-8000-0000000000a2', 'Thời khoá biểu 1', 'published', 1, '{[1,19)}', '2025-09-01', '2025-09-01', '2025-09-01');
INSERT INTO timetable.lesson (id, timetable_id, unit_id, department_id, kind, session, subject_code, duration, weekday, half, period) VALUES
  ('00000000-0000-7000-8000-000000000041', '00000000-0000-7000-8000-0000000000f1', '00000000-0000-7000-8000-0000000000c1',
   '00000000-0000-7000-8000-0000000000d1', 'lesson', 1, 'MATH', 1, 2, 'morning', 1);
INSERT INTO timetable.disruption (id, unit_id, department_id, school_year_id, kind, staff_id, from_day, to_day, reason, made_by, made_at) VALUES
  ('00000000-0000-7000-8000-000000000051', '00000000-0000-7000-8000-0000000000c1', '00000000-0000-7000-8000-0000000000d1',
   '00000000-0000-7000-8000-0000000000a2', 'teacherAway', '00000000-0000-7000-8000-000000000031', '2025-09-09', '2025-09-09', 'Ốm',
   '00000000-0000-7000-8000-0000000000b1', '2025-09-08');
INSERT INTO timetable.day_change (id, disruption_id, unit_id, department_id, lesson_id, day, kind, half, period, made_up_on) VALUES
  ('00000000-0000-7000-8000-000000000061', '00000000-0000-7000-8000-000000000051', '00000000-0000-7000-8000-0000000000c1',
   '00000000-0000-7000-8000-0000000000d1', '00000000-0000-7000-8000-000000000041', '2025-09-09', 'madeUp', 'morning', 1, '2025-09-13');
INSERT INTO timetable.solve (id, unit_id, department_id, school_year_id, semester, state, seconds, input, asked_by, asked_at) VALUES
  ('00000000-0000-7000-8000-000000000071', '00000000-0000-7000-8000-0000000000c1', '00000000-0000-7000-8000-0000000000d1',
   '00000000-0000-7000-8000-0000000000a2', 1, 'running', 60, '{}', '00000000-0000-7000-8000-0000000000b1', '2025-09-01');

-- AFTER
DO $$ BEGIN
  ASSERT (SELECT kind = 'teacherAway' AND room_id IS NULL FROM timetable.disruption), 'an absence stays an absence';
  ASSERT (SELECT kind = 'madeUp' AND held_on = '2025-09-13' AND room_id IS NULL FROM timetable.day_change), 'a made-up lesson keeps its day';
  ASSERT (SELECT noon_classes IS NULL AND travel_periods = 1 FROM timetable.frame), 'no limit at noon, one period for the way';
  ASSERT (SELECT state = 'failed' AND ended_at IS NOT NULL FROM timetable.solve), 'a search under way has ended';
  BEGIN
    INSERT INTO timetable.disruption (id, unit_id, department_id, school_year_id, kind, from_day, to_day, reason, made_by, made_at) VALUES
      ('00000000-0000-7000-8000-000000000052', '00000000-0000-7000-8000-0000000000c1', '00000000-0000-7000-8000-0000000000d1',
       '00000000-0000-7000-8000-0000000000a2', 'roomClosed', '2025-09-09', '2025-09-09', 'Dột mái', '00000000-0000-7000-8000-0000000000b1',
       '2025-09-08');
    RAISE EXCEPTION 'a closed room without a room was taken';
  EXCEPTION WHEN check_violation THEN NULL;
  END;
END $$;
