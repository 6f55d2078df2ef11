-- A duty lies in one document and a document in one department. Without knowing it the planner multiplies the three as if they were
-- independent, expects a few hundred of a department's hundred thousand assignments, and joins them one by one.
CREATE STATISTICS plan.assignment_columns (dependencies) ON department_id, document_id, duty_id FROM plan.assignment;
CREATE STATISTICS plan.duty_columns (dependencies) ON department_id, document_id FROM plan.duty;
