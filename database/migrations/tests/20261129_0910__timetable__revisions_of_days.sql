-- Days changed before there were revisions: a lesson made up, one moved for it, one moved by an absence.
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
INSERT INTO timetable.timetable (id, unit_id, department_id, school_year_id, name, state, semester, weeks, made_at, changed_at, published_at)
VALUES ('00000000-0000-7000-8000-0000000000f1', '00000000-0000-7000-8000-0000000000c1', '00000000-0000-7000-8000-0000000000d1',
  '00000000-0000-7000-8000-0000000000a2', 'Thời khoá biểu 1', 'published', 1, '{[1,19)}', '2025-09-01', '2025-09-01', '2025-09-01');
INSERT INTO timetable.lesson (id, timetable_id, unit_id, department_id, kind, session, subject_code, duration, weekday, half, period) VALUES
  ('00000000-0000-7000-8000-000000000041', '00000000-0000-7000-8000-0000000000f1', '00000000-0000-7000-8000-0000000000c1',
   '00000000-0000-7000-8000-0000000000d1', 'lesson', 1, 'MATH', 1, 2, 'morning', 1),
  ('00000000-0000-7000-8000-000000000042', '00000000-0000-7000-8000-0000000000f1', '00000000-0000-7000-8000-0000000000c1',
   '00000000-0000-7000-8000-0000000000d1', 'lesson', 1, 'MATH', 1, 5, 'morning', 1),
  ('00000000-0000-7000-8000-000000000043', '00000000-0000-7000-8000-0000000000f1', '00000000-0000-7000-8000-0000000000c1',
   '00000000-0000-7000-8000-0000000000d1', 'lesson', 1, 'MATH', 1, 4, 'morning', 1);
INSERT INTO timetable.disruption (id, unit_id, department_id, school_year_id, kind, staff_id, from_day, to_day, reason, made_by, made_at) VALUES
  ('00000000-0000-7000-8000-000000000051', '00000000-0000-7000-8000-0000000000c1', '00000000-0000-7000-8000-0000000000d1',
   '00000000-0000-7000-8000-0000000000a2', 'noSchool', NULL, '2025-09-09', '2025-09-09', 'Lũ', '00000000-0000-7000-8000-0000000000b1', '2025-09-08'),
  ('00000000-0000-7000-8000-000000000052', '00000000-0000-7000-8000-0000000000c1', '00000000-0000-7000-8000-0000000000d1',
   '00000000-0000-7000-8000-0000000000a2', 'teacherAway', '00000000-0000-7000-8000-000000000031', '2025-09-16', '2025-09-16', 'Ốm',
   '00000000-0000-7000-8000-0000000000b1', '2025-09-08');
INSERT INTO timetable.day_change (id, disruption_id, unit_id, department_id, lesson_id, day, kind, half, period, held_on) VALUES
  ('00000000-0000-7000-8000-000000000061', '00000000-0000-7000-8000-000000000051', '00000000-0000-7000-8000-0000000000c1', '00000000-0000-7000-8000-0000000000d1',
   '00000000-0000-7000-8000-000000000041', '2025-09-09', 'madeUp', 'morning', 1, '2025-09-12'),
  ('00000000-0000-7000-8000-000000000062', '00000000-0000-7000-8000-000000000051', '00000000-0000-7000-8000-0000000000c1', '00000000-0000-7000-8000-0000000000d1',
   '00000000-0000-7000-8000-000000000042', '2025-09-12', 'moved', 'morning', 1, '2025-09-13'),
  ('00000000-0000-7000-8000-000000000063', '00000000-0000-7000-8000-000000000052', '00000000-0000-7000-8000-0000000000c1', '00000000-0000-7000-8000-0000000000d1',
   '00000000-0000-7000-8000-000000000043', '2025-09-18', 'moved', 'morning', 1, '2025-09-19');

-- AFTER
DO $$ DECLARE
  one uuid := '00000000-0000-7000-8000-000000000041';
BEGIN
  ASSERT (SELECT count(*) = 3 AND bool_and(revision = 1 AND changed_at = '2025-09-08') FROM timetable.day_revision),
    'what was changed before has the revision of its disruption';
  UPDATE timetable.day_change SET kind = 'cancelled', held_on = NULL, half = NULL, period = NULL WHERE lesson_id = one;
  DELETE FROM timetable.day_change WHERE lesson_id = one;
  ASSERT (SELECT revision = 3 AND changed_at > '2025-09-08' FROM timetable.day_revision WHERE lesson_id = one),
    'a change taken back leaves a later revision';
  DELETE FROM timetable.lesson WHERE id = one;
  ASSERT NOT EXISTS (SELECT FROM timetable.day_revision WHERE lesson_id = one), 'a lesson that is gone has no revision';
  DELETE FROM timetable.lesson WHERE id = '00000000-0000-7000-8000-000000000042';
  ASSERT (SELECT count(*) = 1 FROM timetable.day_revision), 'a lesson that goes with its change leaves nothing';
END $$;
