-- Results by sex, ethnic group, poverty, boarding and disability, counted without names each night; what is shown of small counts decides
-- modules/gradebook/rules/equity.ts.
CREATE TABLE gradebook.equity_figure (
  class_id uuid NOT NULL,
  period smallint NOT NULL CHECK (period IN (0, 1, 2)),
  dimension text NOT NULL CHECK (dimension IN ('sex', 'ethnic', 'poverty', 'boarding', 'disability')),
  part text NOT NULL CHECK (length(part) BETWEEN 1 AND 30),
  unit_id uuid NOT NULL REFERENCES organisation.unit (id),
  department_id uuid NOT NULL REFERENCES organisation.unit (id),
  school_year_id uuid NOT NULL REFERENCES organisation.school_year (id),
  pupils smallint NOT NULL CHECK (pupils > 0),
  academic smallint[] NOT NULL CHECK (cardinality(academic) = 4),
  conduct smallint[] NOT NULL CHECK (cardinality(conduct) = 4),
  subject_codes text[] NOT NULL,
  outcomes smallint[] NOT NULL CHECK (cardinality(outcomes) = 3 * cardinality(subject_codes)),
  PRIMARY KEY (class_id, period, dimension, part),
  FOREIGN KEY (unit_id, class_id) REFERENCES people.school_class (unit_id, id) ON DELETE CASCADE ON UPDATE CASCADE
);
COMMENT ON TABLE gradebook.equity_figure IS 'Results of the pupils of a class who share a trait; period as in class_figure, outcomes three a subject: under 5.0, under 8.0, from 8.0 (Chưa đạt, Đạt, 0).';
CREATE INDEX equity_figure_class ON gradebook.equity_figure (unit_id, class_id);
CREATE INDEX equity_figure_year ON gradebook.equity_figure (school_year_id, period, dimension, unit_id);
CREATE INDEX equity_figure_department ON gradebook.equity_figure (department_id);
SELECT organisation.protect('gradebook.equity_figure');
GRANT SELECT, INSERT, DELETE ON gradebook.equity_figure TO hoaban_runtime;
