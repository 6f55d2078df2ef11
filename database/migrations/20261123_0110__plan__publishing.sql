-- Publishing writes tens of thousands of assignments at once: five keys become two, which is also the stronger rule (an assignment
-- belongs to the document and the department of its duty, and stands on the board in the row of its unit), and each row costs
-- three look-ups less.
ALTER TABLE plan.duty ADD CONSTRAINT duty_in_document UNIQUE (id, document_id, department_id);
-- One index for both: by document, and whatever is shown of an assignment on a board or asked by its policy.
DROP INDEX plan.assignment_board, plan.assignment_document;
CREATE INDEX assignment_board ON plan.assignment (document_id, duty_id, department_id, board_unit_id)
  INCLUDE (state, due_on, blocked_since, unit_id, account_id, role, parent_id);
ALTER TABLE plan.assignment
  DROP CONSTRAINT assignment_duty_id_fkey, DROP CONSTRAINT assignment_document_id_fkey, DROP CONSTRAINT assignment_department_id_fkey,
  ADD CONSTRAINT assignment_duty FOREIGN KEY (duty_id, document_id, department_id) REFERENCES plan.duty (id, document_id, department_id);

ALTER TABLE organisation.unit
  ADD COLUMN board_unit_id uuid GENERATED ALWAYS AS (CASE WHEN kind = 'subjectTeam' THEN parent_id ELSE id END) STORED,
  ADD CONSTRAINT unit_on_board UNIQUE (id, board_unit_id);
COMMENT ON COLUMN organisation.unit.board_unit_id IS 'Whose row of a board the unit counts in: a team in its school, every other unit in its own.';
DROP INDEX plan.assignment_board_unit;
CREATE INDEX assignment_board_unit ON plan.assignment (board_unit_id, unit_id);
ALTER TABLE plan.assignment
  DROP CONSTRAINT assignment_unit_id_fkey, DROP CONSTRAINT assignment_board_unit_id_fkey,
  ADD CONSTRAINT assignment_unit FOREIGN KEY (unit_id, board_unit_id) REFERENCES organisation.unit (id, board_unit_id) ON UPDATE CASCADE;

-- The runtime role owns no table and may not ANALYZE; publishing must, in its own transaction, which sees its own new rows.
CREATE FUNCTION plan.refresh_statistics() RETURNS void LANGUAGE plpgsql SECURITY DEFINER SET search_path = plan, pg_temp AS $$
BEGIN
  IF organisation.current_scope() = 'department' THEN
    ANALYZE (SKIP_LOCKED) plan.document, plan.duty, plan.assignment;
  END IF;
END $$;
REVOKE ALL ON FUNCTION plan.refresh_statistics FROM PUBLIC;
GRANT EXECUTE ON FUNCTION plan.refresh_statistics TO hoaban_runtime;

-- Two questions with an index each, instead of one that reads every assignment of the department.
CREATE OR REPLACE FUNCTION plan.own_feed() RETURNS TABLE (id uuid, title text, body text, "startsOn" date, "dueOn" date, unit text, "updatedAt" timestamptz)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = plan, pg_temp AS $$
  SELECT a.id, d.title, d.body, a.starts_on, a.due_on, u.name,
    greatest(doc.published_at, a.acknowledged_at, a.submitted_at, a.decided_at)
  FROM (
    SELECT own.id FROM assignment own WHERE own.account_id = organisation.current_account()
    UNION
    SELECT shared.id FROM identity.role_assignment r
    JOIN assignment shared ON shared.unit_id = r.unit_id AND shared.role = r.role AND shared.account_id IS NULL
    WHERE r.account_id = organisation.current_account() AND (r.ends_on IS NULL OR r.ends_on >= current_date)
  ) mine
  JOIN assignment a ON a.id = mine.id AND a.state IN ('notStarted', 'inProgress', 'returned')
  JOIN duty d ON d.id = a.duty_id JOIN organisation.unit u ON u.id = a.unit_id
  JOIN document doc ON doc.id = a.document_id AND doc.status = 'published'
  ORDER BY a.due_on LIMIT 500
$$;
