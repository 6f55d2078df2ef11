-- The calendar address of a person.
INSERT INTO organisation.unit (id, department_id, parent_id, kind, code, name, school_kind, teaches_lower, managing_authority) VALUES
  ('00000000-0000-7000-8000-0000000000d1', '00000000-0000-7000-8000-0000000000d1', NULL, 'department', 'SO', 'Sở', NULL, false, NULL),
  ('00000000-0000-7000-8000-0000000000c1', '00000000-0000-7000-8000-0000000000d1', '00000000-0000-7000-8000-0000000000d1', 'school',
   'T1', 'Trường Một', 'lowerSecondary', true, 'department');
INSERT INTO identity.account (id, department_id, display_name, username) VALUES
  ('00000000-0000-7000-8000-0000000000b1', '00000000-0000-7000-8000-0000000000d1', 'Người thử', 'nguoi.thu');
INSERT INTO organisation.school_year (id, department_id, name, starts_on, opens_on, ends_on, source_note) VALUES
  ('00000000-0000-7000-8000-0000000000a2', '00000000-0000-7000-8000-0000000000d1', '2025-2026', '2025-08-25', '2025-09-05', '2026-05-31', 'thử');
INSERT INTO people.school_class (id, unit_id, department_id, school_year_id, grade, name)
VALUES ('00000000-0000-7000-8000-000000000021', '00000000-0000-7000-8000-0000000000c1', '00000000-0000-7000-8000-0000000000d1',
  '00000000-0000-7000-8000-0000000000a2', 6, '6A');
INSERT INTO timetable.feed (token_hash, account_id, unit_id, department_id, role, made_at) VALUES ('\x01', '00000000-0000-7000-8000-0000000000b1',
  '00000000-0000-7000-8000-0000000000c1', '00000000-0000-7000-8000-0000000000d1', 'teacher', '2025-09-01');

-- AFTER
DO $$ BEGIN
  ASSERT (SELECT class_id IS NULL FROM timetable.feed WHERE token_hash = '\x01'), 'an address from before is of the person';
  INSERT INTO timetable.feed SELECT '\x02', account_id, unit_id, department_id, role, made_at, '00000000-0000-7000-8000-000000000021'
  FROM timetable.feed;
  ASSERT (SELECT count(*) = 2 FROM timetable.feed), 'beside it a person may have given away that of a class';
  BEGIN
    INSERT INTO timetable.feed SELECT '\x03', account_id, unit_id, department_id, role, made_at, class_id FROM timetable.feed WHERE class_id IS NULL;
    RAISE EXCEPTION 'a person has two addresses';
  EXCEPTION WHEN unique_violation THEN NULL;
  END;
  BEGIN
    INSERT INTO timetable.feed SELECT '\x04', account_id, unit_id, department_id, role, made_at, class_id FROM timetable.feed
    WHERE class_id IS NOT NULL;
    RAISE EXCEPTION 'a class has two addresses';
  EXCEPTION WHEN unique_violation THEN NULL;
  END;
END $$;
