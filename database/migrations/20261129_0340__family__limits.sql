-- What was told of a page that is taken back is taken back as well: notices of one kind that lead to it, of everybody of the own department.
CREATE FUNCTION plan.take_back_notices(of_kind text, to_link text) RETURNS integer LANGUAGE sql SECURITY DEFINER SET search_path = plan, pg_temp AS $$
  WITH gone AS (DELETE FROM notice n WHERE n.kind = of_kind AND n.link = to_link AND n.department_id = organisation.current_department() RETURNING 1)
  SELECT count(*)::integer FROM gone
$$;
CREATE INDEX notice_link ON plan.notice (link, kind);

-- How many messages the person asking has sent since a time. Under a lock until the end of the transaction, so that many sent at once are
-- counted one after the other.
CREATE FUNCTION family.sent_since(since timestamptz) RETURNS integer LANGUAGE sql VOLATILE SECURITY DEFINER SET search_path = family, pg_temp AS $$
  SELECT pg_advisory_xact_lock(hashtext('family.say'), hashtext(organisation.current_account()::text));
  SELECT count(*)::integer FROM message m WHERE m.author_id = organisation.current_account() AND m.sent_at > since
$$;
