-- A lesson may be made up in another room of its kind when its own is taken.
ALTER TABLE timetable.day_change DROP CONSTRAINT day_change_room,
  ADD CONSTRAINT day_change_room CHECK (room_id IS NULL OR kind IN ('moved', 'madeUp'));
COMMENT ON COLUMN timetable.day_change.room_id IS 'Room of a lesson moved or made up; without one it keeps its room.';
