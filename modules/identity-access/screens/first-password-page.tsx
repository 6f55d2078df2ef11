import { Anchor } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { meQuery, useSignOut } from '#api';
import { ProblemAlert } from '#platform/ui';
import styles from './entrance.module.css';
import { Entrance } from './entrance.tsx';
import { useGoOn } from './go-on.ts';
import { NewPasswordForm } from './new-password-form.tsx';

/** The first password was given by somebody else: it must be changed before anything else. */
export default function FirstPasswordPage() {
  const { t } = useTranslation('identity');
  const me = useQuery(meQuery);
  const goOn = useGoOn();
  const signOut = useSignOut();
  return (
    <Entrance title={t('firstPassword.title')}>
      <p className={styles.lead}>{t('firstPassword.lead')}</p>
      {me.error ? <ProblemAlert error={me.error} onRetry={() => me.refetch()} /> : null}
      {me.data ? (
        <NewPasswordForm
          username={me.data.account.username}
          onDone={() => goOn({ secondFactorDue: false, mustChangePassword: false })}
        />
      ) : null}
      <p className={styles.help}>
        <Anchor component="button" type="button" size="sm" onClick={() => signOut.mutate()}>
          {t('signIn.other')}
        </Anchor>
      </p>
    </Entrance>
  );
}
