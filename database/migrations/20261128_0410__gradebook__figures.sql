-- Counts of results by class and by subject, computed from the marks: what commune, department and school look at, without a name.
CREATE TABLE gradebook.class_figure (
  class_id uuid NOT NULL,
  period smallint NOT NULL CHECK (period IN (0, 1, 2)),
  unit_id uuid NOT NULL REFERENCES organisation.unit (id),
  department_id uuid NOT NULL REFERENCES organisation.unit (id),
  school_year_id uuid NOT NULL REFERENCES organisation.school_year (id),
  pupils smallint NOT NULL CHECK (pupils >= 0),
  academic smallint[] NOT NULL CHECK (cardinality(academic) = 4),
  conduct smallint[] NOT NULL CHECK (cardinality(conduct) = 4),
  honours smallint[] NOT NULL CHECK (cardinality(honours) = 2),
  decisions smallint[] NOT NULL CHECK (cardinality(decisions) = 4),
  computed_at timestamptz NOT NULL,
  PRIMARY KEY (class_id, period),
  FOREIGN KEY (unit_id, class_id) REFERENCES people.school_class (unit_id, id) ON DELETE CASCADE ON UPDATE CASCADE
);
COMMENT ON TABLE gradebook.class_figure IS 'How many pupils of a class have which result; period 1 and 2: the semesters, 0: the year.';
COMMENT ON COLUMN gradebook.class_figure.academic IS 'Tốt, Khá, Đạt, Chưa đạt; who is in none has no result yet. conduct likewise; honours: Giỏi, Xuất sắc; decisions: promoted, retest, summerTraining, retained.';
CREATE INDEX class_figure_class ON gradebook.class_figure (unit_id, class_id);
CREATE INDEX class_figure_year ON gradebook.class_figure (school_year_id, period, unit_id);
CREATE INDEX class_figure_department ON gradebook.class_figure (department_id);

CREATE TABLE gradebook.subject_figure (
  class_id uuid NOT NULL,
  subject_code text NOT NULL CHECK (subject_code ~ '^[A-Z0-9]{2,8}$'),
  period smallint NOT NULL CHECK (period IN (0, 1, 2)),
  unit_id uuid NOT NULL REFERENCES organisation.unit (id),
  department_id uuid NOT NULL REFERENCES organisation.unit (id),
  school_year_id uuid NOT NULL REFERENCES organisation.school_year (id),
  sum_tenths integer NOT NULL,
  bands smallint[] NOT NULL CHECK (cardinality(bands) = 5),
  comments smallint[] NOT NULL CHECK (cardinality(comments) = 2),
  PRIMARY KEY (class_id, subject_code, period),
  FOREIGN KEY (unit_id, class_id) REFERENCES people.school_class (unit_id, id) ON DELETE CASCADE ON UPDATE CASCADE
);
COMMENT ON TABLE gradebook.subject_figure IS 'Distribution of a subject''s averages in a class; period as in class_figure.';
COMMENT ON COLUMN gradebook.subject_figure.bands IS 'Averages under 3.5, under 5.0, under 6.5, under 8.0, from 8.0; sum_tenths adds them up. comments: Đạt, Chưa đạt.';
CREATE INDEX subject_figure_class ON gradebook.subject_figure (unit_id, class_id);
CREATE INDEX subject_figure_year ON gradebook.subject_figure (school_year_id, period, unit_id);
CREATE INDEX subject_figure_department ON gradebook.subject_figure (department_id);

SELECT organisation.protect('gradebook.class_figure');
SELECT organisation.protect('gradebook.subject_figure');
-- Derived from rows that are audited; computed anew as a whole.
GRANT SELECT, INSERT, DELETE ON gradebook.class_figure, gradebook.subject_figure TO hoaban_runtime;
