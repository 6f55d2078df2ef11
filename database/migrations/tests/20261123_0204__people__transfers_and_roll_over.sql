-- A school that has rolled over before roll-overs kept their traces.
INSERT INTO organisation.unit (id, department_id, parent_id, kind, code, name, school_kind, teaches_lower, managing_authority) VALUES
  ('00000000-0000-7000-8000-0000000000d1', '00000000-0000-7000-8000-0000000000d1', NULL, 'department', 'SO', 'Sở', NULL, false, NULL),
  ('00000000-0000-7000-8000-0000000000c1', '00000000-0000-7000-8000-0000000000d1', '00000000-0000-7000-8000-0000000000d1', 'school',
   'T1', 'Trường Một', 'lowerSecondary', true, 'department');
INSERT INTO organisation.school_year (id, department_id, name, starts_on, opens_on, ends_on, source_note) VALUES
  ('00000000-0000-7000-8000-0000000000a1', '00000000-0000-7000-8000-0000000000d1', '2024-2025', '2024-08-25', '2024-09-05', '2025-05-31', 'thử'),
  ('00000000-0000-7000-8000-0000000000a2', '00000000-0000-7000-8000-0000000000d1', '2025-2026', '2025-08-25', '2025-09-05', '2026-05-31', 'thử');
INSERT INTO identity.account (id, department_id, display_name, username) VALUES
  ('00000000-0000-7000-8000-0000000000b1', '00000000-0000-7000-8000-0000000000d1', 'Người thử', 'nguoi.thu');
INSERT INTO people.pupil (id, unit_id, department_id, full_name, sex, birth_date) VALUES
  ('00000000-0000-7000-8000-000000000011', '00000000-0000-7000-8000-0000000000c1', '00000000-0000-7000-8000-0000000000d1', 'Người Học',
   'female', '2013-01-01');
INSERT INTO people.roll_over (id, unit_id, department_id, from_year_id, to_year_id, state, done_by, done_at) VALUES
  ('00000000-0000-7000-8000-000000000041', '00000000-0000-7000-8000-0000000000c1', '00000000-0000-7000-8000-0000000000d1',
   '00000000-0000-7000-8000-0000000000a1', '00000000-0000-7000-8000-0000000000a2', 'done', '00000000-0000-7000-8000-0000000000b1', '2025-08-01');
INSERT INTO people.movement (id, pupil_id, unit_id, department_id, school_year_id, kind, happened_on, recorded_at) VALUES
  ('00000000-0000-7000-8000-000000000051', '00000000-0000-7000-8000-000000000011', '00000000-0000-7000-8000-0000000000c1',
   '00000000-0000-7000-8000-0000000000d1', '00000000-0000-7000-8000-0000000000a2', 'promoted', '2025-08-25', '2025-08-25');

-- AFTER
DO $$ BEGIN
  ASSERT (SELECT made_classes = '{}' AND state = 'done' FROM people.roll_over), 'an old roll-over made no class that could be taken back';
  ASSERT (SELECT roll_over_id IS NULL AND kind = 'promoted' FROM people.movement), 'an old movement belongs to no roll-over';
END $$;
