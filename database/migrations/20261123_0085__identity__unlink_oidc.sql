-- The password stays: whoever gives up the outside account can still sign in.
CREATE FUNCTION identity.unlink_own_oidc() RETURNS void
LANGUAGE plpgsql SECURITY DEFINER SET search_path = identity, pg_temp AS $$
BEGIN
  UPDATE credential SET oidc_issuer = NULL, oidc_subject = NULL
  WHERE account_id = organisation.current_account() AND oidc_subject IS NOT NULL;
  IF FOUND THEN
    PERFORM audit.note('other', 'identity.credential', organisation.current_account()::text, NULL, '{"changed": "oidcLink", "state": "off"}');
  END IF;
END $$;
