-- Lessons that are taught every other week: 1.5 periods a week are one every week and one in odd or even weeks of the school year.
ALTER TABLE timetable.lesson ADD COLUMN weeks text CONSTRAINT lesson_weeks CHECK (weeks IN ('odd', 'even'));
COMMENT ON COLUMN timetable.lesson.weeks IS 'In odd or in even weeks of the school year only; empty: every week of its timetable.';
ALTER TABLE timetable.frame ADD COLUMN week_a text NOT NULL DEFAULT 'odd' CONSTRAINT frame_week_a CHECK (week_a IN ('odd', 'even'));
COMMENT ON COLUMN timetable.frame.week_a IS 'Which weeks of the school year the school calls week A; the others are week B.';
ALTER TABLE timetable.subject_rule ADD COLUMN alternates boolean NOT NULL DEFAULT false;
COMMENT ON COLUMN timetable.subject_rule.alternates IS 'Half a period a week is taught every other week instead of being rounded.';
