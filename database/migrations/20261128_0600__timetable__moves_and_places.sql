-- Rooms that are closed for days, lessons moved within a week, places at noon, ways between sites; and whose closed periods are seen by whom.
ALTER TABLE timetable.disruption ADD COLUMN room_id uuid REFERENCES people.room (id);
CREATE INDEX disruption_room ON timetable.disruption (room_id);
ALTER TABLE timetable.disruption DROP CONSTRAINT disruption_kind_check, DROP CONSTRAINT disruption_check3,
  ADD CONSTRAINT disruption_kind_check CHECK (kind IN ('teacherAway', 'roomClosed', 'noSchool', 'online')),
  ADD CONSTRAINT disruption_one_teacher_or_room CHECK (kind NOT IN ('teacherAway', 'roomClosed') OR num_nonnulls(class_id, grade, site_id) = 0),
  ADD CONSTRAINT disruption_room_closed CHECK ((kind = 'roomClosed') = (room_id IS NOT NULL));
COMMENT ON TABLE timetable.disruption IS 'Why the timetable does not hold on some days: teacher away, room closed, no school (flood, cold), teaching online of a class, grade, site or the school.';

ALTER TABLE timetable.day_change RENAME COLUMN made_up_on TO held_on;
ALTER TABLE timetable.day_change ADD COLUMN room_id uuid REFERENCES people.room (id);
CREATE INDEX day_change_room ON timetable.day_change (room_id);
ALTER TABLE timetable.day_change DROP CONSTRAINT day_change_kind_check, DROP CONSTRAINT day_change_check1,
  ADD CONSTRAINT day_change_kind_check CHECK (kind IN ('substituted', 'cancelled', 'online', 'madeUp', 'moved')),
  ADD CONSTRAINT day_change_held_on CHECK ((kind IN ('madeUp', 'moved')) = (held_on IS NOT NULL)),
  ADD CONSTRAINT day_change_room CHECK (room_id IS NULL OR kind = 'moved');
COMMENT ON TABLE timetable.day_change IS 'What happens to a lesson on a day: somebody stands in, it falls away, is taught online, is made up on another day, or is moved to another period or room of the same week.';
COMMENT ON COLUMN timetable.day_change.held_on IS 'Day on which it is held instead, with half and period.';
COMMENT ON COLUMN timetable.day_change.room_id IS 'Room of a moved lesson; without one it keeps its room.';
CREATE INDEX day_change_held ON timetable.day_change (unit_id, held_on) WHERE held_on IS NOT NULL;

ALTER TABLE timetable.frame ADD COLUMN noon_classes smallint CHECK (noon_classes BETWEEN 0 AND 200),
  ADD COLUMN travel_periods smallint NOT NULL DEFAULT 1 CHECK (travel_periods BETWEEN 0 AND 3);
COMMENT ON COLUMN timetable.frame.noon_classes IS 'Most classes that may stay over noon on a day (lunch, boarding places); without one there is no limit.';
COMMENT ON COLUMN timetable.frame.travel_periods IS 'Free periods a teacher needs between lessons at two sites of the school in one half day.';

-- When a colleague cannot come, or teaches elsewhere, is between the colleague and the office.
DROP POLICY colleagues ON timetable.slot_wish;
CREATE OR REPLACE FUNCTION timetable.taken_elsewhere(year_id uuid, week smallint)
RETURNS TABLE (staff_id uuid, school text, weekday smallint, half text, period smallint, duration smallint)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = timetable, pg_temp AS $$
  SELECT s.staff_id, u.name, l.weekday, l.half, l.period, l.duration
  FROM timetable t JOIN lesson_staff s ON s.timetable_id = t.id JOIN lesson l ON l.id = s.lesson_id
  JOIN organisation.unit u ON u.id = t.unit_id
  WHERE t.school_year_id = year_id AND t.state = 'published' AND t.weeks @> week::integer AND l.weekday IS NOT NULL
    AND t.department_id = organisation.current_department() AND t.unit_id IS DISTINCT FROM people.my_school()
    AND organisation.acting_role() IN ('principal', 'vicePrincipal', 'clerk') AND s.staff_id IN (SELECT staffing.shared_staff())
$$;

-- A search that is still under way was asked of a school without places and ways: it ends here and is asked anew.
UPDATE timetable.solve SET state = 'failed', ended_at = coalesce(started_at, asked_at) WHERE ended_at IS NULL;
