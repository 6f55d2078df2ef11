-- Each teacher of a lesson who is away leaves a place of their own: somebody stands in for that place, or nobody does. Whoever else teaches
-- the lesson still holds it, so what happens to it follows from all places together: of two away by two absences each has a substitute, and
-- when one absence ends, or a day without school is taken back, what was recorded for the other holds again.
ALTER TABLE timetable.day_change ADD COLUMN away_id uuid;
COMMENT ON COLUMN timetable.day_change.away_id IS 'Teacher of the lesson whose place it is about: the one whose absence this is. Without: the lesson as a whole.';
ALTER TABLE timetable.day_change DISABLE TRIGGER USER;
UPDATE timetable.day_change x SET away_id = d.staff_id FROM timetable.disruption d, timetable.lesson_staff s
WHERE d.id = x.disruption_id AND x.kind IN ('substituted', 'cancelled', 'madeUp') AND s.lesson_id = x.lesson_id AND s.staff_id = d.staff_id;
-- Who stood in for somebody who does not teach the lesson stood in for nobody.
DELETE FROM timetable.day_change WHERE kind = 'substituted' AND away_id IS NULL;
ALTER TABLE timetable.day_change ENABLE TRIGGER USER;

ALTER TABLE timetable.disruption ADD CONSTRAINT disruption_absence UNIQUE (id, staff_id);
ALTER TABLE timetable.day_change DROP CONSTRAINT day_change_lesson_id_day_key,
  ADD CONSTRAINT day_change_place UNIQUE NULLS NOT DISTINCT (lesson_id, day, away_id),
  ADD CONSTRAINT day_change_absence FOREIGN KEY (disruption_id, away_id) REFERENCES timetable.disruption (id, staff_id) ON DELETE CASCADE,
  ADD CONSTRAINT day_change_teacher FOREIGN KEY (lesson_id, away_id) REFERENCES timetable.lesson_staff (lesson_id, staff_id) ON DELETE CASCADE,
  ADD CONSTRAINT day_change_away CHECK (away_id IS NULL OR kind IN ('substituted', 'cancelled', 'madeUp')),
  ADD CONSTRAINT day_change_stand_in CHECK (kind <> 'substituted' OR (away_id IS NOT NULL AND away_id <> staff_id));
CREATE UNIQUE INDEX day_change_elsewhere ON timetable.day_change (lesson_id, day) WHERE held_on IS NOT NULL;
CREATE INDEX day_change_absence ON timetable.day_change (disruption_id, away_id);
CREATE INDEX day_change_teacher ON timetable.day_change (lesson_id, away_id);
COMMENT ON TABLE timetable.day_change IS 'What a disruption does to a lesson on a day, as a whole or to the place of a teacher who is away: somebody stands in, nobody does (cancelled), it is taught online, made up on another day, or moved to another period or room of the same week.';

CREATE VIEW timetable.lesson_change WITH (security_invoker = true) AS
SELECT unit_id, lesson_id, day,
  CASE WHEN elsewhere IS NOT NULL THEN elsewhere
    WHEN off OR (away_ids <> '{}' AND array_remove(stand_in_ids, NULL) = '{}' AND NOT EXISTS (
      SELECT FROM timetable.lesson_staff s WHERE s.lesson_id = one.lesson_id AND s.staff_id <> ALL (away_ids))) THEN 'cancelled'
    WHEN online_by IS NOT NULL THEN 'online'
    WHEN array_remove(stand_in_ids, NULL) <> '{}' THEN 'substituted'
    ELSE 'heldByOthers' END AS kind,
  away_ids, stand_in_ids, online_by, held_on, half, period, room_id
FROM (
  SELECT unit_id, lesson_id, day, min(kind) FILTER (WHERE held_on IS NOT NULL) AS elsewhere, bool_or(kind = 'cancelled' AND away_id IS NULL) AS off,
    coalesce(array_agg(away_id ORDER BY away_id) FILTER (WHERE away_id IS NOT NULL AND held_on IS NULL), '{}') AS away_ids,
    coalesce(array_agg(staff_id ORDER BY away_id) FILTER (WHERE away_id IS NOT NULL AND held_on IS NULL), '{}') AS stand_in_ids,
    (array_agg(disruption_id) FILTER (WHERE kind = 'online'))[1] AS online_by,
    min(held_on) AS held_on, min(half) AS half, min(period) AS period, (array_agg(room_id) FILTER (WHERE held_on IS NOT NULL))[1] AS room_id
  FROM timetable.day_change GROUP BY unit_id, lesson_id, day
) one;
COMMENT ON VIEW timetable.lesson_change IS 'What happens to a lesson on a day, all its changes together: held elsewhere before fallen away before online; heldByOthers: a teacher is away, nobody stands in, the others hold it. It falls away when nobody is left.';
COMMENT ON COLUMN timetable.lesson_change.stand_in_ids IS 'Who stands in for each of away_ids, in their order; NULL: nobody.';
COMMENT ON COLUMN timetable.lesson_change.online_by IS 'Disruption by which it is taught online, which has the link.';
GRANT SELECT ON timetable.lesson_change TO hoaban_runtime;

-- A group of a block is held beside the one that moves, unless it falls away as a whole.
CREATE OR REPLACE FUNCTION timetable.refuse_torn_block() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = timetable, pg_temp AS $$
BEGIN
  IF EXISTS (
    SELECT FROM lesson own JOIN lesson o ON o.timetable_id = own.timetable_id AND o.block = own.block AND o.id <> own.id
    LEFT JOIN LATERAL (SELECT * FROM lesson_change c WHERE c.lesson_id = o.id AND c.day = NEW.day) x ON true
    WHERE own.id = NEW.lesson_id AND coalesce(x.kind, '') NOT IN ('cancelled', 'madeUp')
      AND (x.kind IS DISTINCT FROM 'moved' OR (x.held_on, x.half, x.period) IS DISTINCT FROM (NEW.held_on, NEW.half, NEW.period)))
  THEN RAISE EXCEPTION 'groups of a block move together' USING ERRCODE = 'check_violation', CONSTRAINT = 'day_change_block'; END IF;
  RETURN NULL;
END $$;
DROP FUNCTION timetable.away_from(uuid, date);

-- Two places of one lesson that change at once are one revision of its event.
CREATE OR REPLACE FUNCTION timetable.revise_days() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = timetable, pg_temp AS $$
BEGIN
  -- A lesson that goes with its timetable has no events any more.
  INSERT INTO day_revision AS r (lesson_id, day, unit_id, department_id, changed_at)
  SELECT c.lesson_id, c.day, l.unit_id, l.department_id, clock_timestamp()
  FROM (SELECT DISTINCT lesson_id, day FROM changed) c JOIN lesson l ON l.id = c.lesson_id
  ON CONFLICT (lesson_id, day) DO UPDATE SET revision = r.revision + 1, changed_at = excluded.changed_at;
  RETURN NULL;
END
$$;
