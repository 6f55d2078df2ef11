-- Figures of classes and schools: who is reached is asked once, not for every pupil, and pupils are counted in one pass before the
-- sums are made. What is counted stays the same (migration 20261123_0206).
CREATE OR REPLACE FUNCTION people.class_figures(units uuid[], school_year uuid)
RETURNS TABLE (class_id uuid, pupils integer, female integer, minority integer, disabled integer)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = people, pg_temp AS $$
  SELECT e.class_id, count(*)::int, count(*) FILTER (WHERE p.sex = 'female')::int, count(*) FILTER (WHERE v.ethnic_group <> '01')::int,
    CASE WHEN organisation.acting_role() IN ('principal', 'vicePrincipal', 'clerk', 'departmentLeader', 'divisionHead')
      THEN count(*) FILTER (WHERE EXISTS (SELECT FROM pupil_circumstance c WHERE c.pupil_id = p.id AND c.kind = 'disability'
        AND c.ends_on IS NULL))::int END
  FROM enrolment e JOIN pupil p ON p.id = e.pupil_id LEFT JOIN pupil_private v ON v.pupil_id = p.id
  WHERE e.school_year_id = school_year AND e.unit_id = ANY (ARRAY(SELECT reached FROM people.reached_schools() reached WHERE reached = ANY (units)))
    AND (e.ended_as IS NULL OR e.ended_as = 'completed')
  GROUP BY e.class_id
$$;

CREATE OR REPLACE FUNCTION people.school_figures(units uuid[], school_year uuid)
RETURNS TABLE (unit_id uuid, classes integer, classes_without_homeroom integer, classes_in_two_sessions integer, classes_by_grade jsonb,
  classes_by_kind jsonb, pupils integer, female integer, minority integer, minority_female integer, pupils_by_grade jsonb,
  pupils_by_ethnic_group jsonb, largest_class integer, rooms integer, staff integer, female_staff integer, staff_by_post jsonb,
  staff_by_employment jsonb, teachers_by_subject jsonb, posted_in integer, posted_out integer, without_account integer)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = people, pg_temp
SET plan_cache_mode = force_custom_plan AS $$
  WITH schools AS MATERIALIZED (
    SELECT reached AS id FROM people.reached_schools() reached WHERE reached = ANY (units)),
  year AS MATERIALIZED (SELECT y.ends_on FROM organisation.school_year y
    WHERE y.id = school_year AND y.department_id = organisation.current_department()),
  members AS MATERIALIZED (
    SELECT s.id, s.unit_id, s.sex, s.post, s.employment, s.account_id FROM staff_member s, year
    WHERE s.unit_id = ANY (units) AND s.joined_on <= year.ends_on AND (s.left_on IS NULL OR s.left_on > year.ends_on)),
  class_rows AS (
    SELECT c.unit_id, c.grade, c.kind, c.two_sessions, m.id IS NULL AS without_homeroom FROM school_class c
    LEFT JOIN members m ON m.id = c.homeroom_staff_id
    WHERE c.school_year_id = school_year AND c.unit_id = ANY (units)),
  sitting AS MATERIALIZED (
    SELECT e.unit_id, e.class_id, c.grade, p.sex, v.ethnic_group, count(*) AS n FROM enrolment e JOIN school_class c ON c.id = e.class_id
    JOIN pupil p ON p.id = e.pupil_id LEFT JOIN pupil_private v ON v.pupil_id = p.id
    WHERE e.school_year_id = school_year AND e.unit_id = ANY (units) AND (e.ended_as IS NULL OR e.ended_as = 'completed')
    GROUP BY 1, 2, 3, 4, 5),
  class_sums AS (
    SELECT c.unit_id, sum(c.n)::int AS classes, sum(c.bare)::int AS bare, sum(c.two)::int AS two,
      jsonb_object_agg(c.grade, c.n) AS by_grade
    FROM (SELECT r.unit_id, r.grade, count(*) AS n, count(*) FILTER (WHERE r.without_homeroom) AS bare,
            count(*) FILTER (WHERE r.two_sessions) AS two FROM class_rows r GROUP BY 1, 2) c GROUP BY 1),
  class_kinds AS (
    SELECT k.unit_id, jsonb_object_agg(k.kind, k.n) AS by_kind
    FROM (SELECT r.unit_id, r.kind, count(*) AS n FROM class_rows r GROUP BY 1, 2) k GROUP BY 1),
  pupil_sums AS (
    SELECT g.unit_id, sum(g.n)::int AS pupils, sum(g.girls)::int AS female, sum(g.minority)::int AS minority,
      sum(g.minority_girls)::int AS minority_female, jsonb_object_agg(g.grade, g.n) AS by_grade
    FROM (SELECT s.unit_id, s.grade, sum(s.n) AS n, coalesce(sum(s.n) FILTER (WHERE s.sex = 'female'), 0) AS girls,
            coalesce(sum(s.n) FILTER (WHERE s.ethnic_group <> '01'), 0) AS minority,
            coalesce(sum(s.n) FILTER (WHERE s.ethnic_group <> '01' AND s.sex = 'female'), 0) AS minority_girls
          FROM sitting s GROUP BY 1, 2) g GROUP BY 1),
  ethnic_sums AS (
    SELECT g.unit_id, jsonb_object_agg(g.code, g.n) AS by_group
    FROM (SELECT s.unit_id, coalesce(s.ethnic_group, '') AS code, sum(s.n) AS n FROM sitting s GROUP BY 1, 2) g GROUP BY 1),
  sizes AS (
    SELECT g.unit_id, max(g.n)::int AS largest FROM (SELECT s.unit_id, s.class_id, sum(s.n) AS n FROM sitting s GROUP BY 1, 2) g GROUP BY 1),
  room_sums AS (
    SELECT r.unit_id, count(*)::int AS n FROM room r WHERE r.unit_id = ANY (units) AND r.closed_on IS NULL GROUP BY 1),
  staff_sums AS (
    SELECT g.unit_id, sum(g.n)::int AS staff, sum(g.women)::int AS female, sum(g.bare)::int AS bare, jsonb_object_agg(g.post, g.n) AS by_post
    FROM (SELECT m.unit_id, m.post, count(*) AS n, count(*) FILTER (WHERE m.sex = 'female') AS women,
            count(*) FILTER (WHERE m.account_id IS NULL) AS bare FROM members m GROUP BY 1, 2) g GROUP BY 1),
  employments AS (
    SELECT g.unit_id, jsonb_object_agg(g.employment, g.n) AS by_employment
    FROM (SELECT m.unit_id, m.employment, count(*) AS n FROM members m GROUP BY 1, 2) g GROUP BY 1),
  teachers AS (
    SELECT g.unit_id, jsonb_object_agg(g.subject_code, g.n) AS by_subject
    FROM (SELECT m.unit_id, t.subject_code, count(DISTINCT m.id) AS n FROM members m JOIN staff_subject t ON t.staff_id = m.id
          GROUP BY 1, 2) g GROUP BY 1),
  coming AS (
    SELECT p.unit_id, count(*)::int AS n FROM staff_posting p WHERE p.school_year_id = school_year
      AND p.unit_id = ANY (units) GROUP BY 1),
  going AS (
    SELECT m.unit_id, count(*)::int AS n FROM staff_posting p JOIN members m ON m.id = p.staff_id
    WHERE p.school_year_id = school_year GROUP BY 1)
  SELECT w.id, coalesce(c.classes, 0), coalesce(c.bare, 0), coalesce(c.two, 0), coalesce(c.by_grade, '{}'), coalesce(k.by_kind, '{}'),
    coalesce(p.pupils, 0), coalesce(p.female, 0), coalesce(p.minority, 0), coalesce(p.minority_female, 0), coalesce(p.by_grade, '{}'),
    coalesce(e.by_group, '{}'), coalesce(z.largest, 0), coalesce(r.n, 0), coalesce(s.staff, 0), coalesce(s.female, 0),
    coalesce(s.by_post, '{}'), coalesce(x.by_employment, '{}'), coalesce(t.by_subject, '{}'), coalesce(i.n, 0), coalesce(o.n, 0),
    coalesce(s.bare, 0)
  FROM schools w
  LEFT JOIN class_sums c ON c.unit_id = w.id LEFT JOIN class_kinds k ON k.unit_id = w.id LEFT JOIN pupil_sums p ON p.unit_id = w.id
  LEFT JOIN ethnic_sums e ON e.unit_id = w.id LEFT JOIN sizes z ON z.unit_id = w.id LEFT JOIN room_sums r ON r.unit_id = w.id
  LEFT JOIN staff_sums s ON s.unit_id = w.id LEFT JOIN employments x ON x.unit_id = w.id LEFT JOIN teachers t ON t.unit_id = w.id
  LEFT JOIN coming i ON i.unit_id = w.id LEFT JOIN going o ON o.unit_id = w.id
$$;
