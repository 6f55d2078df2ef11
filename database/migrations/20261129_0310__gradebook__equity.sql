-- Results by sex, ethnic group, poverty, boarding and disability, counted without names each night; what is shown of small counts decides
-- modules/gradebook/rules/equity.ts.
CREATE TABLE gradebook.equity_figure (
  class_id uuid NOT NULL,
  period smallint NOT NULL CHECK (period IN (0, 1, 2)),
  unit_id uuid NOT NULL REFERENCES organisation.unit (id),
  department_id uuid NOT NULL REFERENCES organisation.unit (id),
  school_year_id uuid NOT NULL REFERENCES organisation.school_year (id),
  subject_codes text[] NOT NULL,
  parts jsonb NOT NULL CHECK (jsonb_typeof(parts) = 'array'),
  PRIMARY KEY (class_id, period),
  FOREIGN KEY (unit_id, class_id) REFERENCES people.school_class (unit_id, id) ON DELETE CASCADE ON UPDATE CASCADE
);
COMMENT ON TABLE gradebook.equity_figure IS 'Results of the pupils of a class by trait; period as in class_figure. One row a class and period: a province writes it anew every night.';
COMMENT ON COLUMN gradebook.equity_figure.parts IS '[{dimension, part, pupils, academic: 4, conduct: 4, outcomes: 3 a subject code}]; outcomes: under 5.0, under 8.0, from 8.0 (of comments Chưa đạt, Đạt, 0).';
CREATE INDEX equity_figure_class ON gradebook.equity_figure (unit_id, class_id);
CREATE INDEX equity_figure_year ON gradebook.equity_figure (school_year_id, period, unit_id);
CREATE INDEX equity_figure_department ON gradebook.equity_figure (department_id);
SELECT organisation.protect('gradebook.equity_figure');
GRANT SELECT, INSERT, DELETE ON gradebook.equity_figure TO hoaban_runtime;
