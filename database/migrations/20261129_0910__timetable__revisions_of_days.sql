-- A calendar takes an event up anew when its revision is later than the one it has. A change that is taken back leaves no row of its own,
-- so that a lesson was changed, how often and when last, is kept beside the changes.
CREATE TABLE timetable.day_revision (
  lesson_id uuid NOT NULL REFERENCES timetable.lesson (id) ON DELETE CASCADE,
  day date NOT NULL,
  unit_id uuid NOT NULL REFERENCES organisation.unit (id),
  department_id uuid NOT NULL REFERENCES organisation.unit (id),
  revision integer NOT NULL DEFAULT 1 CHECK (revision > 0),
  changed_at timestamptz NOT NULL,
  PRIMARY KEY (lesson_id, day)
);
COMMENT ON TABLE timetable.day_revision IS 'How often what happens to a lesson on a day was changed or taken back, and when last: the revision of its event in calendars.';
CREATE INDEX day_revision_unit ON timetable.day_revision (unit_id);
CREATE INDEX day_revision_department ON timetable.day_revision (department_id);

INSERT INTO timetable.day_revision (lesson_id, day, unit_id, department_id, changed_at)
SELECT x.lesson_id, x.day, x.unit_id, x.department_id, d.made_at FROM timetable.day_change x JOIN timetable.disruption d ON d.id = x.disruption_id;

CREATE FUNCTION timetable.revise_days() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = timetable, pg_temp AS $$
BEGIN
  -- A lesson that goes with its timetable has no events any more.
  INSERT INTO day_revision AS r (lesson_id, day, unit_id, department_id, changed_at)
  SELECT c.lesson_id, c.day, l.unit_id, l.department_id, clock_timestamp() FROM changed c JOIN lesson l ON l.id = c.lesson_id
  ON CONFLICT (lesson_id, day) DO UPDATE SET revision = r.revision + 1, changed_at = excluded.changed_at;
  RETURN NULL;
END
$$;
REVOKE ALL ON FUNCTION timetable.revise_days() FROM public;
CREATE TRIGGER revise_inserted AFTER INSERT ON timetable.day_change REFERENCING NEW TABLE AS changed
  FOR EACH STATEMENT EXECUTE FUNCTION timetable.revise_days();
CREATE TRIGGER revise_updated AFTER UPDATE ON timetable.day_change REFERENCING NEW TABLE AS changed
  FOR EACH STATEMENT EXECUTE FUNCTION timetable.revise_days();
CREATE TRIGGER revise_deleted AFTER DELETE ON timetable.day_change REFERENCING OLD TABLE AS changed
  FOR EACH STATEMENT EXECUTE FUNCTION timetable.revise_days();

SELECT organisation.protect('timetable.day_revision');
CREATE POLICY colleagues ON timetable.day_revision FOR SELECT TO hoaban_runtime USING (unit_id = (SELECT people.my_workplace()));
CREATE POLICY learners ON timetable.day_revision FOR SELECT TO hoaban_runtime USING (
  (SELECT organisation.acting_role()) IN ('pupil', 'guardian') AND lesson_id IN (SELECT taught.lesson_id FROM timetable.lesson_class taught));
GRANT SELECT ON timetable.day_revision TO hoaban_runtime;
