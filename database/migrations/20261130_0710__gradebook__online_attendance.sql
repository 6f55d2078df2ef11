-- Who was in a lesson held online: a pupil without a connection, or who left early, is not one who stayed away without leave.
ALTER TABLE gradebook.absence ADD COLUMN online text CHECK (online IN ('noConnection', 'leftEarly')),
  ADD CONSTRAINT absence_online_excused CHECK (online IS NULL OR excused),
  ADD CONSTRAINT absence_left_a_period CHECK (online <> 'leftEarly' OR period > 0);
COMMENT ON COLUMN gradebook.absence.online IS 'Of what was held online: no connection, or there and left before the end of the period. Never without leave.';
