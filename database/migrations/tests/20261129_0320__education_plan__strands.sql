-- A lesson of an integrated subject, written before strands were kept.
INSERT INTO organisation.unit (id, department_id, parent_id, kind, code, name, school_kind, teaches_lower, managing_authority) VALUES
  ('00000000-0000-7000-8000-0000000000d1', '00000000-0000-7000-8000-0000000000d1', NULL, 'department', 'SO', 'Sở', NULL, false, NULL),
  ('00000000-0000-7000-8000-0000000000c1', '00000000-0000-7000-8000-0000000000d1', '00000000-0000-7000-8000-0000000000d1', 'school',
   'T1', 'Trường Một', 'lowerSecondary', true, 'department');
INSERT INTO organisation.school_year (id, department_id, name, starts_on, opens_on, ends_on, source_note) VALUES
  ('00000000-0000-7000-8000-0000000000a2', '00000000-0000-7000-8000-0000000000d1', '2025-2026', '2025-08-25', '2025-09-05', '2026-05-31', 'thử');
INSERT INTO identity.account (id, department_id, display_name, username) VALUES
  ('00000000-0000-7000-8000-0000000000b1', '00000000-0000-7000-8000-0000000000d1', 'Người thử', 'nguoi.thu');
INSERT INTO education_plan.plan (id, unit_id, department_id, school_year_id, revision, lessons_from, semester1_to, semester2_from, lessons_to,
  drafted_by, drafted_at) VALUES
  ('00000000-0000-7000-8000-0000000000f1', '00000000-0000-7000-8000-0000000000c1', '00000000-0000-7000-8000-0000000000d1',
   '00000000-0000-7000-8000-0000000000a2', 1, '2025-09-08', '2026-01-11', '2026-01-12', '2026-05-24',
   '00000000-0000-7000-8000-0000000000b1', '2025-08-20');
INSERT INTO education_plan.lesson (id, plan_id, unit_id, department_id, position, grade, subject_code, title, periods, week) VALUES
  ('00000000-0000-7000-8000-0000000000e1', '00000000-0000-7000-8000-0000000000f1', '00000000-0000-7000-8000-0000000000c1',
   '00000000-0000-7000-8000-0000000000d1', 1, 6, 'SCI', 'Tế bào', 2, 1);

-- AFTER
DO $$ BEGIN
  ASSERT (SELECT strand IS NULL AND title = 'Tế bào' FROM education_plan.lesson), 'a lesson without a strand stays common to all';
END $$;
