-- Staff of schools whose full name somebody else there bears too (own staff of the current year, or posted there), and what tells them
-- apart. Pupils and guardians read it as well: it holds neither days of birth nor anything else of a record.
CREATE FUNCTION people.namesakes(schools uuid[]) RETURNS TABLE (unit_id uuid, staff_id uuid, full_name text, subjects jsonb, code text, place integer)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = people, pg_temp AS $$
  WITH asked AS (
    SELECT unnest(schools) INTERSECT (SELECT people.reached_schools() UNION SELECT people.my_learning_schools())
  ), here AS (
    SELECT s.unit_id, s.id FROM staff_member s WHERE s.unit_id IN (SELECT * FROM asked) AND (s.left_on IS NULL OR s.left_on >= (
      SELECT y.starts_on FROM organisation.school_year y WHERE y.department_id = s.department_id AND y.is_current))
    UNION SELECT p.unit_id, p.staff_id FROM staff_posting p WHERE p.unit_id IN (SELECT * FROM asked)
  ), counted AS (
    SELECT here.unit_id, s.id, s.full_name, s.code, count(*) OVER named AS bearers,
      row_number() OVER (named ORDER BY s.joined_on, s.id) AS place
    FROM here JOIN staff_member s ON s.id = here.id WINDOW named AS (PARTITION BY here.unit_id, lower(s.full_name))
  )
  SELECT c.unit_id, c.id, c.full_name,
    (SELECT coalesce(jsonb_agg(jsonb_build_object('subjectCode', t.subject_code, 'strand', t.strand)
      ORDER BY t.basis DESC, t.subject_code, t.strand), '[]') FROM staff_subject t WHERE t.staff_id = c.id), c.code, c.place::integer
  FROM counted c WHERE c.bearers > 1
$$;
