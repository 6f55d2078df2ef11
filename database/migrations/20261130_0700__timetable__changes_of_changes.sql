-- Plans change twice: who stands in falls ill too, a teacher is away on the day to which a lesson was moved or on which it is made up. Such a
-- change is about the earlier one: about the place that the substitute leaves, or the lesson where it was put. When the earlier one is taken
-- back, the later one goes with it; when the later one is, the earlier one holds again.
ALTER TABLE timetable.day_change ADD COLUMN place_id uuid, ADD COLUMN moved_before smallint NOT NULL DEFAULT 0 CHECK (moved_before >= 0);
COMMENT ON COLUMN timetable.day_change.place_id IS 'Teacher of the lesson whose place it is about. Without: the lesson as a whole.';
COMMENT ON COLUMN timetable.day_change.away_id IS 'Who is away and leaves that place: its teacher, or whoever was to stand in there. It is the absence of that person.';
COMMENT ON COLUMN timetable.day_change.moved_before IS 'How often the lesson was moved or made up before: it is about the lesson where that has put it; 0: where it hangs.';
ALTER TABLE timetable.day_change DISABLE TRIGGER USER;
UPDATE timetable.day_change SET place_id = away_id;
-- Whoever was to stand in for both teachers of a lesson stands in once.
UPDATE timetable.day_change x SET kind = 'cancelled', staff_id = NULL WHERE EXISTS (
  SELECT FROM timetable.day_change y WHERE y.lesson_id = x.lesson_id AND y.day = x.day AND y.staff_id = x.staff_id AND y.id < x.id);
ALTER TABLE timetable.day_change ENABLE TRIGGER USER;

ALTER TABLE timetable.day_change DROP CONSTRAINT day_change_place, DROP CONSTRAINT day_change_teacher, DROP CONSTRAINT day_change_away,
  DROP CONSTRAINT day_change_stand_in,
  ADD CONSTRAINT day_change_place UNIQUE NULLS NOT DISTINCT (lesson_id, day, moved_before, away_id),
  ADD CONSTRAINT day_change_teacher FOREIGN KEY (lesson_id, place_id) REFERENCES timetable.lesson_staff (lesson_id, staff_id) ON DELETE CASCADE,
  ADD CONSTRAINT day_change_away CHECK ((away_id IS NULL) = (place_id IS NULL) AND (away_id IS NULL OR kind IN ('substituted', 'cancelled', 'madeUp'))),
  ADD CONSTRAINT day_change_stand_in CHECK (kind <> 'substituted' OR (away_id IS NOT NULL AND staff_id NOT IN (away_id, place_id))),
  -- Nobody stands in twice in a lesson: so what one hands on to the next never comes back.
  ADD CONSTRAINT day_change_stands_in_once UNIQUE (lesson_id, day, moved_before, staff_id) DEFERRABLE INITIALLY DEFERRED;
DROP INDEX timetable.day_change_elsewhere, timetable.day_change_teacher;
CREATE UNIQUE INDEX day_change_elsewhere ON timetable.day_change (lesson_id, day, moved_before) WHERE held_on IS NOT NULL;
CREATE INDEX day_change_teacher ON timetable.day_change (lesson_id, place_id);

CREATE OR REPLACE VIEW timetable.lesson_change WITH (security_invoker = true) AS
SELECT unit_id, lesson_id, day,
  CASE WHEN off OR (away_ids <> '{}' AND array_remove(stand_in_ids, NULL) = '{}' AND NOT EXISTS (
      SELECT FROM timetable.lesson_staff s WHERE s.lesson_id = one.lesson_id AND s.staff_id <> ALL (away_ids))) THEN 'cancelled'
    WHEN elsewhere IS NOT NULL THEN elsewhere
    WHEN online_by IS NOT NULL THEN 'online'
    WHEN array_remove(stand_in_ids, NULL) <> '{}' THEN 'substituted'
    ELSE 'heldByOthers' END AS kind,
  away_ids, stand_in_ids, online_by, held_on, half, period, room_id, moved_before
FROM (
  SELECT unit_id, lesson_id, day, moved AS moved_before,
    coalesce(bool_or(kind = 'cancelled' AND away_id IS NULL) FILTER (WHERE holds), false) AS off,
    coalesce(array_agg(place_id ORDER BY place_id) FILTER (WHERE holds AND is_last), '{}') AS away_ids,
    coalesce(array_agg(staff_id ORDER BY place_id) FILTER (WHERE holds AND is_last), '{}') AS stand_in_ids,
    (array_agg(disruption_id) FILTER (WHERE holds AND kind = 'online'))[1] AS online_by,
    min(kind) FILTER (WHERE puts) AS elsewhere, min(held_on) FILTER (WHERE puts) AS held_on, min(half) FILTER (WHERE puts) AS half,
    min(period) FILTER (WHERE puts) AS period, (array_agg(room_id) FILTER (WHERE puts))[1] AS room_id
  FROM (
    SELECT x.*, x.moved_before = x.moved AS holds, x.held_on IS NOT NULL AND x.moved_before = x.moved - 1 AS puts,
      x.place_id IS NOT NULL AND NOT EXISTS (SELECT FROM timetable.day_change y WHERE y.lesson_id = x.lesson_id AND y.day = x.day
        AND y.moved_before = x.moved_before AND y.away_id = x.staff_id) AS is_last
    FROM (
      SELECT c.*, (count(c.held_on) OVER (PARTITION BY c.unit_id, c.lesson_id, c.day))::smallint AS moved FROM timetable.day_change c
    ) x
  ) step GROUP BY unit_id, lesson_id, day, moved
) one;
COMMENT ON VIEW timetable.lesson_change IS 'What happens to a lesson on a day, all its changes together, where it is held in the end: fallen away before held elsewhere before online; heldByOthers: a teacher is away, nobody stands in, the others hold it. It falls away when nobody is left.';
COMMENT ON COLUMN timetable.lesson_change.away_ids IS 'Teachers of the lesson who are not there.';
COMMENT ON COLUMN timetable.lesson_change.stand_in_ids IS 'Who stands in for each of away_ids in the end, in their order; NULL: nobody.';
COMMENT ON COLUMN timetable.lesson_change.held_on IS 'Where it was moved or is made up, with half and period: held there, or fallen away there.';
COMMENT ON COLUMN timetable.lesson_change.moved_before IS 'How often it was moved or made up; changes with this count are about it where it is now.';

-- A change of what is not so: of a lesson where nothing puts it, or of the place of somebody who does not stand in.
CREATE FUNCTION timetable.is_groundless(x timetable.day_change) RETURNS boolean LANGUAGE sql STABLE SET search_path = timetable, pg_temp AS $$
  SELECT (x.moved_before > 0 AND NOT EXISTS (SELECT FROM day_change y WHERE y.lesson_id = x.lesson_id AND y.day = x.day
      AND y.moved_before = x.moved_before - 1 AND y.held_on IS NOT NULL))
    OR (x.away_id <> x.place_id AND NOT EXISTS (SELECT FROM day_change y WHERE y.lesson_id = x.lesson_id AND y.day = x.day
      AND y.moved_before = x.moved_before AND y.place_id = x.place_id AND y.staff_id = x.away_id))
$$;
CREATE FUNCTION timetable.keep_grounded() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = timetable, pg_temp AS $$
BEGIN
  IF NOT EXISTS (SELECT FROM changed) THEN RETURN NULL; END IF;
  IF TG_OP <> 'INSERT' THEN
    DELETE FROM day_change x USING (SELECT DISTINCT lesson_id, day FROM changed) c
    WHERE x.lesson_id = c.lesson_id AND x.day = c.day AND is_groundless(x);
  ELSIF EXISTS (SELECT FROM changed c JOIN day_change x ON x.id = c.id WHERE is_groundless(x)) THEN
    RAISE EXCEPTION 'a change of what is not so' USING ERRCODE = 'check_violation', CONSTRAINT = 'day_change_grounded';
  END IF;
  RETURN NULL;
END
$$;
REVOKE ALL ON FUNCTION timetable.is_groundless(timetable.day_change), timetable.keep_grounded() FROM public;
CREATE TRIGGER grounded_insert AFTER INSERT ON timetable.day_change REFERENCING NEW TABLE AS changed
  FOR EACH STATEMENT EXECUTE FUNCTION timetable.keep_grounded();
CREATE TRIGGER grounded_update AFTER UPDATE ON timetable.day_change REFERENCING NEW TABLE AS changed
  FOR EACH STATEMENT EXECUTE FUNCTION timetable.keep_grounded();
CREATE TRIGGER grounded_delete AFTER DELETE ON timetable.day_change REFERENCING OLD TABLE AS changed
  FOR EACH STATEMENT EXECUTE FUNCTION timetable.keep_grounded();
