-- An event of the days when the trail did not say whether a day was rehearsed.
INSERT INTO audit.event (at, action, operation, entity) VALUES ('2025-09-05T08:00:00+07', 'identity.signIn', 'signIn', 'identity.session');

-- AFTER
DO $$ BEGIN
  ASSERT (SELECT at = '2025-09-05T08:00:00+07' AND rehearsed_on IS NULL FROM audit.event), 'an event stays as it was written';
  PERFORM set_config('hoaban.rehearsed_on', '2025-09-22', true);
  INSERT INTO audit.event (at, action, operation, entity) VALUES ('2025-09-22T08:00:00+07', 'test', 'other', 'identity.session');
  ASSERT (SELECT at > now() - interval '1 minute' AND rehearsed_on = '2025-09-22' FROM audit.event WHERE action = 'test'),
    'an event of a rehearsal has the true instant, and the day';
END $$;
