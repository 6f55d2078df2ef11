-- Electives and topic clusters (Thông tư 13/2022) that pupils of several classes choose between: one group for each subject, and the
-- groups of a block are taught at the same time, so that everybody can attend what he chose.
ALTER TABLE needs_survey.study_group DROP CONSTRAINT study_group_kind_check;
ALTER TABLE needs_survey.study_group ADD CONSTRAINT study_group_kind_check CHECK (
  kind IN ('remedial', 'gifted', 'finalYearReview', 'club', 'language', 'stem', 'sport', 'elective', 'topic'));
ALTER TABLE needs_survey.study_group ADD COLUMN block text CONSTRAINT study_group_block_check CHECK (
  length(block) BETWEEN 1 AND 40 AND block = btrim(block));
ALTER TABLE needs_survey.study_group ADD CONSTRAINT study_group_in_block CHECK (
  (block IS NOT NULL) = (kind IN ('elective', 'topic'))
  AND (block IS NULL OR (grade IS NOT NULL AND grade >= 10 AND subject_code IS NOT NULL)));
COMMENT ON COLUMN needs_survey.study_group.block IS 'Of electives and topic clusters: groups of a grade with the same block are taught at the same time.';
COMMENT ON TABLE needs_survey.study_group IS 'Groups of session 2, and of electives that pupils of several classes choose; tutoring kinds: one subject and grade, at most 45 pupils and 2 periods a week (Thông tư 29/2024, Điều 5).';

-- A pupil is in one group of a block. Two at once wait for each other by the pupil.
CREATE FUNCTION needs_survey.check_block() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = needs_survey, pg_temp AS $$
DECLARE
  own study_group%ROWTYPE;
BEGIN
  SELECT * INTO own FROM study_group WHERE id = NEW.group_id;
  IF own.block IS NULL THEN RETURN NEW; END IF;
  PERFORM pg_advisory_xact_lock(hashtext('needs_survey.block'), hashtext(NEW.pupil_id::text));
  IF EXISTS (SELECT FROM group_member m JOIN study_group g ON g.id = m.group_id
    WHERE m.pupil_id = NEW.pupil_id AND g.id <> own.id AND g.unit_id = own.unit_id AND g.school_year_id = own.school_year_id
      AND g.grade = own.grade AND g.block = own.block)
  THEN RAISE EXCEPTION 'the pupil is in another group of the block' USING ERRCODE = 'check_violation', CONSTRAINT = 'group_member_block'; END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER check_block BEFORE INSERT OR UPDATE OF group_id, pupil_id ON needs_survey.group_member
  FOR EACH ROW EXECUTE FUNCTION needs_survey.check_block();

-- Lessons of one block of a timetable start together.
ALTER TABLE timetable.lesson ADD COLUMN block text CONSTRAINT lesson_block CHECK (length(block) BETWEEN 1 AND 80);
COMMENT ON COLUMN timetable.lesson.block IS 'Lessons of a timetable with the same block start together: groups of electives beside each other.';

-- Who comes into a group finds its lessons in the timetables made before: they are then lessons of the own class too.
CREATE FUNCTION timetable.seat_class() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = timetable, pg_temp AS $$
BEGIN
  INSERT INTO lesson_class (lesson_id, class_id, timetable_id, unit_id, department_id)
  SELECT l.id, e.class_id, l.timetable_id, l.unit_id, l.department_id
  FROM lesson l JOIN people.enrolment e ON e.pupil_id = NEW.pupil_id AND e.unit_id = NEW.unit_id AND e.ends_on IS NULL
  WHERE l.study_group_id = NEW.group_id ON CONFLICT DO NOTHING;
  RETURN NULL;
END $$;
CREATE TRIGGER seat_class AFTER INSERT ON needs_survey.group_member FOR EACH ROW EXECUTE FUNCTION timetable.seat_class();
