-- A lesson of two with a substitute, a lesson lost and one made up by an absence, one lost by a flood, and a substitute of nobody.
INSERT INTO organisation.unit (id, department_id, parent_id, kind, code, name, school_kind, teaches_lower, managing_authority) VALUES
  ('00000000-0000-7000-8000-0000000000d1', '00000000-0000-7000-8000-0000000000d1', NULL, 'department', 'SO', 'Sở', NULL, false, NULL),
  ('00000000-0000-7000-8000-0000000000c1', '00000000-0000-7000-8000-0000000000d1', '00000000-0000-7000-8000-0000000000d1', 'school',
   'T1', 'Trường Một', 'lowerSecondary', true, 'department');
INSERT INTO organisation.school_year (id, department_id, name, starts_on, opens_on, ends_on, source_note) VALUES
  ('00000000-0000-7000-8000-0000000000a2', '00000000-0000-7000-8000-0000000000d1', '2025-2026', '2025-08-25', '2025-09-05', '2026-05-31', 'thử');
INSERT INTO identity.account (id, department_id, display_name, username) VALUES
  ('00000000-0000-7000-8000-0000000000b1', '00000000-0000-7000-8000-0000000000d1', 'Người thử', 'nguoi.thu');
INSERT INTO people.staff_member (id, unit_id, department_id, full_name, sex, birth_date, post, employment, qualification, joined_on)
SELECT ('00000000-0000-7000-8000-00000000003' || n)::uuid, '00000000-0000-7000-8000-0000000000c1', '00000000-0000-7000-8000-0000000000d1', 'Người ' || n,
  'female', '1985-01-01', 'teacher', 'tenured', 'bachelor', '2010-09-01' FROM generate_series(1, 3) AS n;
INSERT INTO timetable.timetable (id, unit_id, department_id, school_year_id, name, state, semester, weeks, made_at, changed_at, published_at)
VALUES ('00000000-0000-7000-8000-0000000000f1', '00000000-0000-7000-8000-0000000000c1', '00000000-0000-7000-8000-0000000000d1',
  '00000000-0000-7000-8000-0000000000a2', 'Thời khoá biểu 1', 'published', 1, '{[1,19)}', '2025-09-01', '2025-09-01', '2025-09-01');
INSERT INTO timetable.lesson (id, timetable_id, unit_id, department_id, kind, session, subject_code, duration, weekday, half, period)
SELECT ('00000000-0000-7000-8000-00000000004' || n)::uuid, '00000000-0000-7000-8000-0000000000f1', '00000000-0000-7000-8000-0000000000c1',
  '00000000-0000-7000-8000-0000000000d1', 'lesson', 1, 'MATH', 1, 2, 'morning', n FROM generate_series(1, 5) AS n;
-- The first teacher has lessons 1 to 3, the second one lesson 1 too, and 4 and 5.
INSERT INTO timetable.lesson_staff (lesson_id, staff_id, timetable_id, unit_id, department_id)
SELECT ('00000000-0000-7000-8000-00000000004' || n)::uuid, ('00000000-0000-7000-8000-00000000003' || who)::uuid,
  '00000000-0000-7000-8000-0000000000f1', '00000000-0000-7000-8000-0000000000c1', '00000000-0000-7000-8000-0000000000d1'
FROM (VALUES (1, 1), (2, 1), (3, 1), (1, 2), (4, 2), (5, 2)) AS taught (n, who);
INSERT INTO timetable.disruption (id, unit_id, department_id, school_year_id, kind, staff_id, from_day, to_day, reason, made_by, made_at) VALUES
  ('00000000-0000-7000-8000-000000000051', '00000000-0000-7000-8000-0000000000c1', '00000000-0000-7000-8000-0000000000d1',
   '00000000-0000-7000-8000-0000000000a2', 'noSchool', NULL, '2025-09-09', '2025-09-09', 'Lũ', '00000000-0000-7000-8000-0000000000b1', '2025-09-08'),
  ('00000000-0000-7000-8000-000000000052', '00000000-0000-7000-8000-0000000000c1', '00000000-0000-7000-8000-0000000000d1',
   '00000000-0000-7000-8000-0000000000a2', 'teacherAway', '00000000-0000-7000-8000-000000000031', '2025-09-09', '2025-09-09', 'Ốm',
   '00000000-0000-7000-8000-0000000000b1', '2025-09-08');
INSERT INTO timetable.day_change (id, disruption_id, unit_id, department_id, lesson_id, day, kind, staff_id, half, period, held_on)
SELECT ('00000000-0000-7000-8000-00000000006' || n)::uuid, ('00000000-0000-7000-8000-00000000005' || by)::uuid,
  '00000000-0000-7000-8000-0000000000c1', '00000000-0000-7000-8000-0000000000d1', ('00000000-0000-7000-8000-00000000004' || n)::uuid, '2025-09-09',
  kind, CASE kind WHEN 'substituted' THEN '00000000-0000-7000-8000-000000000033'::uuid END,
  CASE kind WHEN 'madeUp' THEN 'morning' END, CASE kind WHEN 'madeUp' THEN 5 END, CASE kind WHEN 'madeUp' THEN '2025-09-12'::date END
FROM (VALUES (1, 2, 'substituted'), (2, 2, 'cancelled'), (3, 2, 'madeUp'), (4, 1, 'cancelled'), (5, 2, 'substituted')) AS change (n, by, kind);

-- AFTER
DO $$ DECLARE
  away uuid := '00000000-0000-7000-8000-000000000031';
  one uuid := '00000000-0000-7000-8000-000000000041';
BEGIN
  ASSERT (SELECT count(*) = 4 AND bool_and((away_id = away) IS NOT DISTINCT FROM nullif(disruption_id::text LIKE '%52', false))
    FROM timetable.day_change), 'an absence is about the places of its teacher, a flood about lessons, a substitute of nobody is none';
  ASSERT (SELECT array_agg(kind ORDER BY lesson_id) = ARRAY['substituted', 'cancelled', 'madeUp', 'cancelled'] FROM timetable.lesson_change),
    'what happens to lessons is what it was';
  ASSERT (SELECT bool_and(revision = 1) FROM timetable.day_revision), 'calendars have nothing new';
  UPDATE timetable.day_change SET kind = 'cancelled', staff_id = NULL WHERE lesson_id = one;
  ASSERT (SELECT kind = 'heldByOthers' AND away_ids = ARRAY[away] FROM timetable.lesson_change WHERE lesson_id = one),
    'without a substitute the one who is there holds it';
  DELETE FROM timetable.lesson_staff WHERE lesson_id = one AND staff_id <> away;
  ASSERT (SELECT kind = 'cancelled' FROM timetable.lesson_change WHERE lesson_id = one), 'with nobody left it falls away';
  BEGIN
    UPDATE timetable.day_change SET away_id = '00000000-0000-7000-8000-000000000032' WHERE lesson_id = one;
    RAISE EXCEPTION 'a place of somebody who is not away was kept';
  EXCEPTION WHEN foreign_key_violation THEN NULL;
  END;
END $$;
