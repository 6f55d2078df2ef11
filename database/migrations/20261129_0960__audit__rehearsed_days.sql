-- The trail keeps the true instant, whatever day is rehearsed (hoaban.rehearsed_on, set on the connections of a rehearsal), and beside it
-- that day: what people did bears it in their own rows.
ALTER TABLE audit.event ADD COLUMN rehearsed_on date;
COMMENT ON COLUMN audit.event.rehearsed_on IS 'The day that was rehearsed when it happened; empty: none, the day is that of the instant.';

CREATE FUNCTION audit.stamp_rehearsal() RETURNS trigger LANGUAGE plpgsql SET search_path = audit, pg_temp AS $$
BEGIN
  NEW.at := clock_timestamp();
  NEW.rehearsed_on := current_setting('hoaban.rehearsed_on')::date;
  RETURN NEW;
END $$;
CREATE TRIGGER stamp_rehearsal BEFORE INSERT ON audit.event FOR EACH ROW
  WHEN (current_setting('hoaban.rehearsed_on', true) <> '') EXECUTE FUNCTION audit.stamp_rehearsal();
