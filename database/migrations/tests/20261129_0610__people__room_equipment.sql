-- A room and a rule of a subject from before anything was known of equipment.
INSERT INTO organisation.unit (id, department_id, parent_id, kind, code, name, school_kind, teaches_lower, managing_authority) VALUES
  ('00000000-0000-7000-8000-0000000000d1', '00000000-0000-7000-8000-0000000000d1', NULL, 'department', 'SO', 'Sở', NULL, false, NULL),
  ('00000000-0000-7000-8000-0000000000c1', '00000000-0000-7000-8000-0000000000d1', '00000000-0000-7000-8000-0000000000d1', 'school',
   'T1', 'Trường Một', 'lowerSecondary', true, 'department');
INSERT INTO organisation.school_year (id, department_id, name, starts_on, opens_on, ends_on, source_note) VALUES
  ('00000000-0000-7000-8000-0000000000a2', '00000000-0000-7000-8000-0000000000d1', '2025-2026', '2025-08-25', '2025-09-05', '2026-05-31', 'thử');
INSERT INTO people.room (id, unit_id, department_id, name, kind, capacity) VALUES
  ('00000000-0000-7000-8000-000000000081', '00000000-0000-7000-8000-0000000000c1', '00000000-0000-7000-8000-0000000000d1', 'Phòng máy',
   'computerRoom', 40);
INSERT INTO timetable.subject_rule (unit_id, department_id, school_year_id, subject_code, room_kind) VALUES
  ('00000000-0000-7000-8000-0000000000c1', '00000000-0000-7000-8000-0000000000d1', '00000000-0000-7000-8000-0000000000a2', 'INF', 'computerRoom');
INSERT INTO identity.account (id, department_id, display_name, username) VALUES
  ('00000000-0000-7000-8000-0000000000b1', '00000000-0000-7000-8000-0000000000d1', 'Người thử', 'nguoi.thu');
INSERT INTO timetable.solve (id, unit_id, department_id, school_year_id, semester, state, seconds, input, asked_by, asked_at) VALUES
  ('00000000-0000-7000-8000-000000000071', '00000000-0000-7000-8000-0000000000c1', '00000000-0000-7000-8000-0000000000d1',
   '00000000-0000-7000-8000-0000000000a2', 1, 'running', 60, '{}', '00000000-0000-7000-8000-0000000000b1', '2025-09-01');

-- AFTER
DO $$ BEGIN
  ASSERT (SELECT equipment = '{}' AND capacity = 40 FROM people.room), 'a room has what is recorded, so far nothing';
  ASSERT (SELECT equipment = '{}' AND room_kind = 'computerRoom' FROM timetable.subject_rule), 'a subject asks for no more than before';
  ASSERT (SELECT state = 'failed' AND ended_at IS NOT NULL FROM timetable.solve), 'a search under way has ended';
  UPDATE people.room SET equipment = '{Máy tính,Máy chiếu}';
  BEGIN
    UPDATE people.room SET equipment = ARRAY['Máy tính', ''];
    RAISE EXCEPTION 'equipment without a name was taken';
  EXCEPTION WHEN check_violation THEN NULL;
  END;
END $$;
