-- A session missed with leave and a period missed without, before anything was held online.
INSERT INTO organisation.unit (id, department_id, parent_id, kind, code, name, school_kind, teaches_lower, managing_authority) VALUES
  ('00000000-0000-7000-8000-0000000000d1', '00000000-0000-7000-8000-0000000000d1', NULL, 'department', 'SO', 'Sở', NULL, false, NULL),
  ('00000000-0000-7000-8000-0000000000c1', '00000000-0000-7000-8000-0000000000d1', '00000000-0000-7000-8000-0000000000d1', 'school',
   'T1', 'Trường Một', 'lowerSecondary', true, 'department');
INSERT INTO organisation.school_year (id, department_id, name, starts_on, opens_on, ends_on, source_note) VALUES
  ('00000000-0000-7000-8000-0000000000a2', '00000000-0000-7000-8000-0000000000d1', '2025-2026', '2025-08-25', '2025-09-05', '2026-05-31', 'thử');
INSERT INTO people.pupil (id, unit_id, department_id, full_name, sex, birth_date) VALUES
  ('00000000-0000-7000-8000-000000000011', '00000000-0000-7000-8000-0000000000c1', '00000000-0000-7000-8000-0000000000d1', 'Người Học',
   'female', '2013-01-01');
INSERT INTO gradebook.absence (id, pupil_id, unit_id, department_id, school_year_id, day, session, period, excused)
SELECT ('00000000-0000-7000-8000-00000000002' || period)::uuid, '00000000-0000-7000-8000-000000000011', '00000000-0000-7000-8000-0000000000c1',
  '00000000-0000-7000-8000-0000000000d1', '00000000-0000-7000-8000-0000000000a2', '2025-10-06', 1, period, period = 0
FROM unnest(ARRAY[0, 3]) AS period;

-- AFTER
DO $$ BEGIN
  ASSERT (SELECT count(*) = 2 AND bool_and(online IS NULL) FROM gradebook.absence), 'who stayed away stayed away';
  UPDATE gradebook.absence SET online = 'noConnection' WHERE period = 0;
  BEGIN
    UPDATE gradebook.absence SET online = 'noConnection' WHERE period = 3;
    RAISE EXCEPTION 'no connection was kept as an absence without leave';
  EXCEPTION WHEN check_violation THEN NULL;
  END;
  UPDATE gradebook.absence SET online = 'leftEarly', excused = true WHERE period = 3;
  BEGIN
    UPDATE gradebook.absence SET online = 'leftEarly' WHERE period = 0;
    RAISE EXCEPTION 'a whole session that was left early was kept';
  EXCEPTION WHEN check_violation THEN NULL;
  END;
END $$;
