-- What rooms have, by name, and what a subject asks of its room.
ALTER TABLE people.room ADD COLUMN equipment text[] NOT NULL DEFAULT '{}',
  ADD CONSTRAINT room_equipment CHECK (cardinality(equipment) <= 20 AND array_position(equipment, NULL) IS NULL
    AND array_position(equipment, '') IS NULL AND length(array_to_string(equipment, '')) <= 800);
COMMENT ON COLUMN people.room.equipment IS 'What the room has, by the names the school uses (máy chiếu, máy tính, thiết bị thí nghiệm).';

ALTER TABLE timetable.subject_rule ADD COLUMN equipment text[] NOT NULL DEFAULT '{}',
  ADD CONSTRAINT subject_rule_equipment CHECK (cardinality(equipment) <= 10 AND array_position(equipment, NULL) IS NULL
    AND array_position(equipment, '') IS NULL AND length(array_to_string(equipment, '')) <= 400);
COMMENT ON COLUMN timetable.subject_rule.equipment IS 'What the room of the subject must have, by the names of people.room.';

-- A search that is still under way was asked of rooms without equipment: it ends here and is asked anew.
UPDATE timetable.solve SET state = 'failed', ended_at = coalesce(started_at, asked_at) WHERE ended_at IS NULL;
