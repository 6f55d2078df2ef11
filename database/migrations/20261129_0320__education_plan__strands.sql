-- A lesson of Annex 1 may belong to one strand of an integrated subject, so that Annex 3 gives each teacher the own strand.
ALTER TABLE education_plan.lesson ADD COLUMN strand text CHECK (strand ~ '^[a-zA-Z]{1,20}$');
COMMENT ON COLUMN education_plan.lesson.strand IS 'Strand of an integrated subject; empty: common to everybody who teaches the subject in the grade.';
