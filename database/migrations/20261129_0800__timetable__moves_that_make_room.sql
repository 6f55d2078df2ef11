-- Moves that made room for lessons made up go back when the making up is undone; those of the disruption itself stay with it.
ALTER TABLE timetable.day_change ADD COLUMN makes_room boolean NOT NULL DEFAULT false,
  ADD CONSTRAINT day_change_makes_room CHECK (NOT makes_room OR kind = 'moved');
COMMENT ON COLUMN timetable.day_change.makes_room IS 'Moved so that a lost lesson could be made up in its place.';

-- Of what was kept before: moves after the disruption, in a week in which it did not hold or of a kind that moves nothing itself.
UPDATE timetable.day_change x SET makes_room = true FROM timetable.disruption d
WHERE d.id = x.disruption_id AND x.kind = 'moved' AND least(x.day, x.held_on) > coalesce(d.ended_on, d.to_day)
  AND (d.kind IN ('noSchool', 'online') OR date_trunc('week', x.day) > date_trunc('week', d.to_day))
  AND EXISTS (SELECT FROM timetable.day_change y WHERE y.disruption_id = d.id AND y.kind = 'madeUp'
    AND date_trunc('week', y.held_on) = date_trunc('week', x.day));
