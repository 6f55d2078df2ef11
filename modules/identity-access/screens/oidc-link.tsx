import { Button } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { answer, api, useCommand } from '#api';
import { ProblemAlert, Section } from '#platform/ui';
import { useMe } from './me.ts';
import { signInOptionsQuery } from './sign-in-options.ts';

/** Ties the own account to the outside identity provider; shown only where there is one. */
export function OidcLink() {
  const { t } = useTranslation('identity');
  const me = useMe();
  const options = useQuery(signInOptionsQuery);
  const link = useCommand({
    run: (_: null, init) => answer(api.POST('/api/me/oidc-link', { ...init })),
    refreshes: [],
    onDone: ({ address }) => location.assign(address),
  });
  if (!options.data?.oidcAvailable) return null;
  const name = options.data.oidcLabel ?? t('profile.oidc');
  return (
    <Section title={t('profile.oidc')}>
      <p style={{ marginTop: 0 }}>
        {me.oidcLinked ? t('profile.oidcOn', { name }) : t('profile.oidcOff', { name })}
      </p>
      {link.error ? <ProblemAlert error={link.error} /> : null}
      {me.oidcLinked ? null : (
        <Button variant="default" loading={link.isPending} onClick={() => link.mutate(null)}>
          {t('profile.oidcLink', { name })}
        </Button>
      )}
    </Section>
  );
}
