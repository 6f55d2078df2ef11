-- A lesson whose two teachers are away with one substitute for both, one moved, one made up and one lost, before changes were changed in turn.
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
   '00000000-0000-7000-8000-0000000000b1', '2025-09-08'),
  ('00000000-0000-7000-8000-000000000053', '00000000-0000-7000-8000-0000000000c1', '00000000-0000-7000-8000-0000000000d1',
   '00000000-0000-7000-8000-0000000000a2', 'teacherAway', '00000000-0000-7000-8000-000000000032', '2025-09-09', '2025-09-09', 'Ốm',
   '00000000-0000-7000-8000-0000000000b1', '2025-09-08');
INSERT INTO timetable.day_change (id, disruption_id, unit_id, department_id, lesson_id, day, kind, away_id, staff_id, half, period, held_on)
SELECT ('00000000-0000-7000-8000-00000000006' || id)::uuid, ('00000000-0000-7000-8000-00000000005' || by)::uuid,
  '00000000-0000-7000-8000-0000000000c1', '00000000-0000-7000-8000-0000000000d1', ('00000000-0000-7000-8000-00000000004' || n)::uuid, '2025-09-09',
  kind, ('00000000-0000-7000-8000-00000000003' || away)::uuid, CASE kind WHEN 'substituted' THEN '00000000-0000-7000-8000-000000000033'::uuid END,
  CASE WHEN kind IN ('madeUp', 'moved') THEN 'morning' END, CASE WHEN kind IN ('madeUp', 'moved') THEN 5 END,
  CASE WHEN kind IN ('madeUp', 'moved') THEN '2025-09-12'::date END
FROM (VALUES (1, 1, 2, 'substituted', 1), (2, 1, 3, 'substituted', 2), (3, 2, 2, 'madeUp', 1), (4, 3, 2, 'cancelled', 1),
  (5, 4, 1, 'moved', NULL)) AS change (id, n, by, kind, away);

-- AFTER
DO $$ DECLARE
  one uuid := '00000000-0000-7000-8000-000000000041';
  away uuid := '00000000-0000-7000-8000-000000000031';
  stand_in uuid := '00000000-0000-7000-8000-000000000033';
  of_both record;
BEGIN
  ASSERT (SELECT bool_and(place_id IS NOT DISTINCT FROM away_id AND moved_before = 0) FROM timetable.day_change), 'all are about lessons as they hang';
  SELECT * INTO of_both FROM timetable.lesson_change WHERE lesson_id = one;
  ASSERT of_both.kind = 'substituted' AND of_both.stand_in_ids = ARRAY[stand_in, NULL], 'one substitute stands in once';
  ASSERT (SELECT array_agg(kind ORDER BY lesson_id) = ARRAY['substituted', 'madeUp', 'cancelled', 'moved'] FROM timetable.lesson_change),
    'what happens to lessons is what it was';
  ASSERT (SELECT bool_and(revision = 1) FROM timetable.day_revision), 'calendars have nothing new';
  -- The substitute is away too, by the second absence: the lesson falls away, and is stood in for again when that absence is taken back.
  INSERT INTO timetable.disruption (id, unit_id, department_id, school_year_id, kind, staff_id, from_day, to_day, reason, made_by, made_at)
  SELECT '00000000-0000-7000-8000-000000000054', unit_id, department_id, school_year_id, kind, stand_in, from_day, to_day, reason, made_by, made_at
  FROM timetable.disruption WHERE id::text LIKE '%53';
  INSERT INTO timetable.day_change (id, disruption_id, unit_id, department_id, lesson_id, day, kind, place_id, away_id)
  SELECT '00000000-0000-7000-8000-000000000069', '00000000-0000-7000-8000-000000000054', unit_id, department_id, one, day, 'cancelled', away, stand_in
  FROM timetable.day_change WHERE id::text LIKE '%61';
  ASSERT (SELECT kind = 'cancelled' FROM timetable.lesson_change WHERE lesson_id = one), 'nobody is left';
  DELETE FROM timetable.day_change WHERE id::text LIKE '%61';
  ASSERT (SELECT count(*) = 0 FROM timetable.day_change WHERE id::text LIKE '%69'), 'who does not stand in leaves no place';
  BEGIN
    INSERT INTO timetable.day_change (id, disruption_id, unit_id, department_id, lesson_id, day, kind, place_id, away_id)
    SELECT '00000000-0000-7000-8000-000000000069', '00000000-0000-7000-8000-000000000054', unit_id, department_id, one, day, 'cancelled', away, stand_in
    FROM timetable.day_change WHERE id::text LIKE '%62';
    RAISE EXCEPTION 'a place of somebody who does not stand in was kept';
  EXCEPTION WHEN check_violation THEN NULL;
  END;
  -- Where a lesson was put it can fall away; put back, it is as it hangs.
  INSERT INTO timetable.day_change (id, disruption_id, unit_id, department_id, lesson_id, day, kind, moved_before)
  SELECT '00000000-0000-7000-8000-000000000070', disruption_id, unit_id, department_id, lesson_id, day, 'cancelled', 1
  FROM timetable.day_change WHERE id::text LIKE '%65';
  ASSERT (SELECT kind = 'cancelled' AND held_on = '2025-09-12' FROM timetable.lesson_change WHERE lesson_id::text LIKE '%44'), 'lost where it was put';
  DELETE FROM timetable.day_change WHERE id::text LIKE '%65';
  ASSERT (SELECT count(*) = 0 FROM timetable.lesson_change WHERE lesson_id::text LIKE '%44'), 'as it hangs';
END $$;
