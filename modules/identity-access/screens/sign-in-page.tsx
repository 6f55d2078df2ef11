import { Button, PasswordInput, TextInput } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { answer, api, useCommand } from '#api';
import { Form, Notice, useAddress, useDraftForm } from '#platform/ui';
import styles from './entrance.module.css';
import { Entrance } from './entrance.tsx';
import { useGoOn } from './go-on.ts';
import { OutsideRefusal } from './outside-refusal.tsx';
import { ownAddress } from './own-address.ts';
import { signInOptionsQuery } from './sign-in-options.ts';

/** Username or phone and password, or the outside identity provider when there is one. */
export default function SignInPage() {
  const { t } = useTranslation('identity');
  const { address } = useAddress();
  const goOn = useGoOn();
  const options = useQuery(signInOptionsQuery);
  const form = useDraftForm(undefined, { username: '', password: '' });
  const labels = { username: t('signIn.username'), password: t('signIn.password') };
  const signIn = useCommand({
    run: (body: { username: string; password: string }, init) =>
      answer(api.POST('/api/sign-in', { body, ...init })),
    refreshes: [],
    onDone: goOn,
  });

  function send() {
    const missing = [
      ...(form.values.username.trim() ? [] : [{ path: 'username', message: t('signIn.usernameMissing') }]),
      ...(form.values.password ? [] : [{ path: 'password', message: t('signIn.passwordMissing') }]),
    ];
    signIn.reset();
    form.refuse(missing);
    if (missing.length === 0) signIn.mutate(form.values, { onError: form.refuse });
  }

  const oidcLabel = options.data?.oidcAvailable ? (options.data.oidcLabel ?? '') : undefined;
  return (
    <Entrance title={t('signIn.title')}>
      <OutsideRefusal />
      {address['vi-sao'] === 'het-phien' ? (
        <div role="status" style={{ marginBottom: 16 }}>
          <Notice tone="due">
            <p>{t('signIn.ended')}</p>
          </Notice>
        </div>
      ) : null}
      <Form
        submit={t('signIn.submit')}
        busy={signIn.isPending}
        onSubmit={send}
        problems={form.problems}
        labels={labels}
        error={signIn.error}
        width="100%"
      >
        <TextInput
          label={labels.username}
          autoComplete="username"
          autoCapitalize="none"
          spellCheck={false}
          {...form.text('username')}
        />
        <PasswordInput
          label={labels.password}
          autoComplete="current-password"
          visibilityToggleButtonProps={{ 'aria-label': t('password.show') }}
          {...form.text('password')}
        />
      </Form>
      {oidcLabel !== undefined ? (
        <>
          <p className={styles.or}>{t('signIn.or')}</p>
          <Button
            component="a"
            variant="default"
            fullWidth
            href={`/api/sign-in/oidc/begin?${new URLSearchParams({ returnTo: ownAddress(address.ve) })}`}
          >
            {t('signIn.oidc', { name: oidcLabel })}
          </Button>
        </>
      ) : null}
      <p className={styles.help}>{t('signIn.help')}</p>
    </Entrance>
  );
}
