-- What a pupil had reached in the subject when coming into a group, from the gradebook: what the group has helped is told against it.
ALTER TABLE needs_survey.group_member
  ADD COLUMN first_result smallint CHECK (first_result BETWEEN 0 AND 100),
  ADD COLUMN first_basis text CHECK (length(first_basis) BETWEEN 3 AND 300),
  ADD CONSTRAINT group_member_first CHECK ((first_result IS NULL) = (first_basis IS NULL));
COMMENT ON COLUMN needs_survey.group_member.first_result IS
  'Tenths of a score, or 1 (Đạt) and 0 (Chưa đạt) in a subject judged by comments, when the pupil came into the group; null: no result then. first_basis: of which semester, in words.';

-- Who is in a remedial group already came by a result that is kept.
UPDATE needs_survey.group_member m
SET first_basis = e.basis,
  first_result = CASE WHEN e.basis LIKE '%Chưa đạt' THEN 0 ELSE replace(right(e.basis, 3), ',', '')::smallint END
FROM needs_survey.study_group g, needs_survey.eligibility e
WHERE g.id = m.group_id AND g.kind = 'remedial' AND e.kind = 'belowRequirement' AND e.pupil_id = m.pupil_id
  AND e.school_year_id = g.school_year_id AND e.subject_code = g.subject_code
  AND e.basis ~ '^(điểm trung bình )?học kì II?( năm học [0-9-]+)?: ((có nhận xét )?Chưa đạt|(điểm đến nay )?[0-9],[0-9])$';
