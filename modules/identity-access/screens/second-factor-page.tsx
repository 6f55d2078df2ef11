import { Anchor } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { answer, api, useCommand, useSignOut } from '#api';
import { Form, useDraftForm } from '#platform/ui';
import { CodeField, isCode } from './code-field.tsx';
import styles from './entrance.module.css';
import { Entrance } from './entrance.tsx';
import { useGoOn } from './go-on.ts';

/** The second step of signing in: the code of the authenticator app. */
export default function SecondFactorPage() {
  const { t } = useTranslation('identity');
  const goOn = useGoOn();
  const signOut = useSignOut();
  const form = useDraftForm(undefined, { code: '' });
  const verify = useCommand({
    run: (body: { code: string }, init) => answer(api.POST('/api/sign-in/second-factor', { body, ...init })),
    refreshes: [],
    // Whether the first password is due too, the router sees from the person's own record.
    onDone: () => goOn({ secondFactorDue: false, mustChangePassword: false }),
  });

  function send() {
    const problems = isCode(form.values.code) ? [] : [{ path: 'code', message: t('secondFactor.sixDigits') }];
    verify.reset();
    form.refuse(problems);
    if (problems.length === 0) verify.mutate(form.values, { onError: form.refuse });
  }

  return (
    <Entrance title={t('secondFactor.title')}>
      <p className={styles.lead}>{t('secondFactor.lead')}</p>
      <Form
        submit={t('secondFactor.submit')}
        busy={verify.isPending}
        onSubmit={send}
        problems={form.problems}
        error={verify.error}
        width="100%"
      >
        <CodeField label={t('secondFactor.code')} form={form} />
      </Form>
      <p className={styles.help}>{t('secondFactor.lost')}</p>
      <p className={styles.help}>
        <Anchor component="button" type="button" size="sm" onClick={() => signOut.mutate()}>
          {t('signIn.other')}
        </Anchor>
      </p>
    </Entrance>
  );
}
