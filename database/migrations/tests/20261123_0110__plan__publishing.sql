-- A published plan with an assignment of a school and one of its subject team, as earlier releases wrote them.
INSERT INTO organisation.unit (id, department_id, parent_id, kind, code, name, school_kind, teaches_lower, managing_authority) VALUES
  ('00000000-0000-7000-8000-0000000000d1', '00000000-0000-7000-8000-0000000000d1', NULL, 'department', 'SO', 'Sở', NULL, false, NULL),
  ('00000000-0000-7000-8000-0000000000c1', '00000000-0000-7000-8000-0000000000d1', '00000000-0000-7000-8000-0000000000d1', 'school',
   'T1', 'Trường Một', 'lowerSecondary', true, 'department'),
  ('00000000-0000-7000-8000-0000000000e1', '00000000-0000-7000-8000-0000000000d1', '00000000-0000-7000-8000-0000000000c1', 'subjectTeam',
   'T1-A', 'Tổ Toán', NULL, true, NULL);
INSERT INTO organisation.school_year (id, department_id, name, starts_on, opens_on, ends_on, source_note) VALUES
  ('00000000-0000-7000-8000-0000000000a1', '00000000-0000-7000-8000-0000000000d1', '2025-2026', '2025-08-25', '2025-09-05', '2026-05-31', 'thử');
INSERT INTO identity.account (id, department_id, display_name, username) VALUES
  ('00000000-0000-7000-8000-0000000000b1', '00000000-0000-7000-8000-0000000000d1', 'Người thử', 'nguoi.thu');
INSERT INTO plan.document (id, department_id, unit_id, school_year_id, title, status, source_name, source_sha256, report, imported_by, imported_at,
  published_by, published_at) VALUES
  ('00000000-0000-7000-8000-0000000000f1', '00000000-0000-7000-8000-0000000000d1', '00000000-0000-7000-8000-0000000000d1',
   '00000000-0000-7000-8000-0000000000a1', 'Kế hoạch', 'published', 'a.docx', repeat('a', 64), '{}',
   '00000000-0000-7000-8000-0000000000b1', '2025-08-01', '00000000-0000-7000-8000-0000000000b1', '2025-08-02');
INSERT INTO plan.duty (id, document_id, department_id, lineage_id, position, code, kind, title, body, section_path, starts_on, due_on,
  definition_of_done, evidence_kind) VALUES
  ('00000000-0000-7000-8000-000000000021', '00000000-0000-7000-8000-0000000000f1', '00000000-0000-7000-8000-0000000000d1',
   '00000000-0000-7000-8000-000000000021', 1, 'NV-001', 'duty', 'Việc', 'Việc', '{I}', '2025-09-01', '2025-10-01', 'Xong', 'confirmation');
INSERT INTO plan.assignment (id, department_id, document_id, duty_id, unit_id, board_unit_id, role, state, starts_on, due_on) VALUES
  ('00000000-0000-7000-8000-000000000031', '00000000-0000-7000-8000-0000000000d1', '00000000-0000-7000-8000-0000000000f1',
   '00000000-0000-7000-8000-000000000021', '00000000-0000-7000-8000-0000000000c1', '00000000-0000-7000-8000-0000000000c1', 'principal',
   'inProgress', '2025-09-01', '2025-10-01'),
  ('00000000-0000-7000-8000-000000000032', '00000000-0000-7000-8000-0000000000d1', '00000000-0000-7000-8000-0000000000f1',
   '00000000-0000-7000-8000-000000000021', '00000000-0000-7000-8000-0000000000e1', '00000000-0000-7000-8000-0000000000c1', 'teamLead',
   'submitted', '2025-09-01', '2025-10-01');

-- AFTER
DO $$ BEGIN
  ASSERT (SELECT string_agg(code || ' ' || (board_unit_id = id), ', ' ORDER BY code) FROM organisation.unit)
    = 'SO true, T1 true, T1-A false', 'a team counts in its school, every other unit in its own row';
  ASSERT (SELECT board_unit_id = parent_id FROM organisation.unit WHERE kind = 'subjectTeam'), 'the team counts in its own school';
  ASSERT (SELECT string_agg(state, ', ' ORDER BY id) FROM plan.assignment) = 'inProgress, submitted', 'assignments keep their state';
  BEGIN
    UPDATE plan.assignment SET board_unit_id = '00000000-0000-7000-8000-0000000000d1';
    ASSERT false, 'an assignment stands in the row of its unit';
  EXCEPTION WHEN foreign_key_violation THEN NULL;
  END;
END $$;
