-- The phone with the codes is lost: whoever may give a new password may also take the second factor away. Nothing of the secret stays,
-- and whoever is signed in with it is signed out. False: out of reach.
CREATE FUNCTION identity.reset_second_factor(account uuid) RETURNS boolean
LANGUAGE plpgsql SECURITY DEFINER SET search_path = identity, pg_temp AS $$
BEGIN
  IF NOT may_administer(account) THEN RETURN false; END IF;
  UPDATE credential SET totp_secret = NULL, totp_confirmed_at = NULL, totp_last_step = 0 WHERE account_id = account;
  DELETE FROM session WHERE account_id = account;
  PERFORM audit.note('other', 'identity.credential', account::text, NULL, '{"changed": "secondFactor", "state": "reset"}');
  RETURN true;
END $$;
