-- In a group of electives or topic clusters an answer counts for its subject alone, and only the answer to a question that asks for such a choice:
-- wishing physics in session 2 is no wish to learn it as an elective.
CREATE OR REPLACE FUNCTION needs_survey.check_member() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = needs_survey, pg_temp AS $$
DECLARE
  own study_group%ROWTYPE;
BEGIN
  IF NEW.response_id IS NOT NULL AND NOT EXISTS (
    SELECT FROM response r WHERE r.id = NEW.response_id AND r.unit_id = NEW.unit_id
      AND (r.answers -> NEW.question_id = to_jsonb(NEW.chosen) OR r.answers -> NEW.question_id @> jsonb_build_array(NEW.chosen)))
  THEN RAISE EXCEPTION 'the answer does not ask for it' USING ERRCODE = 'check_violation', CONSTRAINT = 'group_member_asked'; END IF;
  SELECT * INTO own FROM study_group WHERE id = NEW.group_id FOR UPDATE;
  IF NEW.response_id IS NOT NULL AND own.block IS NOT NULL AND NOT (NEW.chosen = own.subject_code AND EXISTS (
    SELECT FROM response r JOIN survey s ON s.id = r.survey_id CROSS JOIN LATERAL jsonb_array_elements(s.questions) q
    WHERE r.id = NEW.response_id AND q ->> 'id' = NEW.question_id AND q ->> 'meaning' = own.kind))
  THEN RAISE EXCEPTION 'the answer asks for something else' USING ERRCODE = 'check_violation', CONSTRAINT = 'group_member_asked'; END IF;
  -- A decision stands for the missing wish, never for the result, the choice or the final year.
  IF NOT (CASE own.kind
    WHEN 'remedial' THEN EXISTS (SELECT FROM eligibility e WHERE e.pupil_id = NEW.pupil_id AND e.school_year_id = own.school_year_id
      AND e.subject_code = own.subject_code AND e.kind = 'belowRequirement')
    WHEN 'gifted' THEN EXISTS (SELECT FROM eligibility e WHERE e.pupil_id = NEW.pupil_id AND e.school_year_id = own.school_year_id
      AND e.subject_code = own.subject_code AND e.kind = 'chosenGifted')
    WHEN 'finalYearReview' THEN EXISTS (SELECT FROM people.enrolment e JOIN people.school_class c ON c.id = e.class_id
      WHERE e.pupil_id = NEW.pupil_id AND e.unit_id = NEW.unit_id AND e.school_year_id = own.school_year_id AND e.ends_on IS NULL
        AND c.grade IN (9, 12) AND c.grade = own.grade)
    ELSE true END)
  THEN RAISE EXCEPTION 'the pupil is not entitled to this group' USING ERRCODE = 'check_violation', CONSTRAINT = 'group_member_entitled'; END IF;
  IF (SELECT count(*) FROM group_member m WHERE m.group_id = NEW.group_id AND m.pupil_id <> NEW.pupil_id) >= own.size_limit
  THEN RAISE EXCEPTION 'the group is full' USING ERRCODE = 'check_violation', CONSTRAINT = 'group_member_room'; END IF;
  RETURN NEW;
END $$;
