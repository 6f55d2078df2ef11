-- A pupil learns an elective in one group, whatever blocks there are: its teacher is who writes the marks. The same of topic clusters; the
-- elective and the topic of one subject are two things.
CREATE OR REPLACE FUNCTION needs_survey.check_block() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = needs_survey, pg_temp AS $$
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
  IF EXISTS (SELECT FROM group_member m JOIN study_group g ON g.id = m.group_id
    WHERE m.pupil_id = NEW.pupil_id AND g.id <> own.id AND g.unit_id = own.unit_id AND g.school_year_id = own.school_year_id
      AND g.kind = own.kind AND g.subject_code = own.subject_code)
  THEN RAISE EXCEPTION 'the pupil learns the subject in another group' USING ERRCODE = 'check_violation', CONSTRAINT = 'group_member_subject'; END IF;
  RETURN NEW;
END $$;
