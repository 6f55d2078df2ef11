import { Button } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { answer, api, meQuery, useCommand, useMe } from '#api';
import { ProblemAlert, Section, toast } from '#platform/ui';
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
  const unlink = useCommand({
    run: (_: null, init) => answer(api.POST('/api/me/oidc-link/remove', { ...init })),
    refreshes: [meQuery.queryKey],
    onDone: () => toast({ tone: 'done', text: t('profile.oidcUnlinked') }),
  });
  if (!options.data?.oidcAvailable) return null;
  const name = options.data.oidcLabel ?? t('profile.oidc');
  return (
    <Section title={t('profile.oidc')}>
      <p style={{ marginTop: 0 }}>
        {me.oidcLinked ? t('profile.oidcOn', { name }) : t('profile.oidcOff', { name })}
      </p>
      {(link.error ?? unlink.error) ? <ProblemAlert error={link.error ?? unlink.error} /> : null}
      {me.oidcLinked ? (
        <Button variant="default" loading={unlink.isPending} onClick={() => unlink.mutate(null)}>
          {t('profile.oidcUnlink')}
        </Button>
      ) : (
        <Button variant="default" loading={link.isPending} onClick={() => link.mutate(null)}>
          {t('profile.oidcLink', { name })}
        </Button>
      )}
    </Section>
  );
}
