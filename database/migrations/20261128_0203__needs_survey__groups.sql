-- Groups come of answers and results: who confirmed them, the written request of each pupil as printed and as it came back, and the
-- table itself holds that a tutoring group takes only whom Thông tư 29/2024/TT-BGDĐT, Điều 5, lets it take.
ALTER TABLE needs_survey.study_group
  ADD COLUMN confirmed_by uuid REFERENCES identity.account (id),
  ADD COLUMN confirmed_at timestamptz,
  ADD CONSTRAINT study_group_confirmation CHECK ((confirmed_at IS NULL) = (confirmed_by IS NULL) AND (confirmed_at IS NULL OR state = 'confirmed'));
CREATE INDEX study_group_confirmed_by ON needs_survey.study_group (confirmed_by);
COMMENT ON COLUMN needs_survey.study_group.confirmed_at IS 'When the head of the school decided that the group is taught; empty in groups confirmed before this was kept.';

ALTER TABLE needs_survey.group_member
  ADD COLUMN request_received_on date,
  ADD CONSTRAINT group_member_request_received CHECK (request_received_on IS NULL OR requested_on IS NOT NULL);
COMMENT ON COLUMN needs_survey.group_member.request_received_on IS 'The day the school got the request back, signed by pupil and parents; requested_on: the day it was printed.';

CREATE OR REPLACE FUNCTION needs_survey.check_member() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = needs_survey, pg_temp AS $$
DECLARE
  own study_group%ROWTYPE;
BEGIN
  IF NEW.response_id IS NOT NULL AND NOT EXISTS (
    SELECT FROM response r WHERE r.id = NEW.response_id AND r.unit_id = NEW.unit_id
      AND (r.answers -> NEW.question_id = to_jsonb(NEW.chosen) OR r.answers -> NEW.question_id @> jsonb_build_array(NEW.chosen)))
  THEN RAISE EXCEPTION 'the answer does not ask for it' USING ERRCODE = 'check_violation', CONSTRAINT = 'group_member_asked'; END IF;
  SELECT * INTO own FROM study_group WHERE id = NEW.group_id FOR UPDATE;
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

-- The last number of a written request in the register of a school and year ('12/ĐK-2025'). Under a lock, so that two printing at once
-- do not share one.
CREATE FUNCTION needs_survey.last_request(school uuid, school_year uuid) RETURNS integer LANGUAGE sql VOLATILE AS $$
  SELECT pg_advisory_xact_lock(hashtext('needs_survey.request'), hashtext(school::text));
  SELECT coalesce(max(split_part(m.request_number, '/', 1)::integer), 0) FROM needs_survey.group_member m
  JOIN needs_survey.study_group g ON g.id = m.group_id
  WHERE m.unit_id = school AND g.school_year_id = school_year AND m.request_number ~ '^\d+/'
$$;
