import { Button, PasswordInput, TextInput } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { answer, api, type operations, useCommand } from '#api';
import { Announcer, BanFlower, Form, Notice, useDraftForm } from '#platform/ui';
import { passwordProblems, shortestPassword } from '#rules/identity-access';
import styles from './import.module.css';

type Holder = operations['people.checkCode']['responses'][200]['content']['application/json'];

/** The code on the slip, then a password of one's own: an account. */
export default function ActivationPage() {
  const { t } = useTranslation('import');
  // The square code carries it after the number sign, which no server sees.
  const [code, setCode] = useState(() => decodeURIComponent(window.location.hash.slice(1)).slice(0, 40));
  const [holder, setHolder] = useState<Holder>();
  const [username, setUsername] = useState<string>();
  useEffect(() => {
    document.title = t('ui:page.documentTitle', { title: t('activation.title') });
    // Nobody who looks at the history finds a code there.
    if (window.location.hash) window.history.replaceState(window.history.state, '', window.location.pathname);
  }, [t]);
  return (
    <div className={styles.entrance}>
      <main className={styles.door}>
        <BanFlower size={48} />
        <h1>{t('activation.title')}</h1>
        {username ? (
          <>
            <Notice tone="done">{t('activation.done')}</Notice>
            <p>
              {t('activation.username')}: <strong>{username}</strong>
            </p>
            <p>{t('activation.keep')}</p>
            <Button component={Link} to="/dang-nhap">
              {t('activation.signIn')}
            </Button>
          </>
        ) : holder ? (
          <Choose code={code} holder={holder} onDone={setUsername} />
        ) : (
          <Enter code={code} onCode={setCode} onFound={setHolder} />
        )}
      </main>
      <Announcer />
    </div>
  );
}

function Enter({
  code,
  onCode,
  onFound,
}: {
  code: string;
  onCode: (code: string) => void;
  onFound: (holder: Holder) => void;
}) {
  const { t } = useTranslation('import');
  const form = useDraftForm(undefined, { code });
  const check = useCommand({
    run: (body: { code: string }, init) => answer(api.POST('/api/activation/check', { body, ...init })),
    refreshes: [],
    onDone: (holder, input) => {
      onCode(input.code);
      onFound(holder);
    },
  });
  return (
    <>
      <p>{t('activation.lead')}</p>
      <Form
        submit={t('activation.next')}
        busy={check.isPending}
        onSubmit={() => check.mutate({ code: form.values.code }, { onError: form.refuse })}
        problems={form.problems}
        labels={{ code: t('activation.code') }}
        error={check.error}
        width="100%"
      >
        <TextInput
          label={t('activation.code')}
          description={t('activation.codeHint')}
          autoComplete="off"
          autoCapitalize="characters"
          spellCheck={false}
          {...form.text('code')}
        />
      </Form>
    </>
  );
}

const empty = { password: '', repeated: '' };

function Choose({
  code,
  holder,
  onDone,
}: {
  code: string;
  holder: Holder;
  onDone: (username: string) => void;
}) {
  const { t } = useTranslation('import');
  const form = useDraftForm(undefined, empty);
  const labels = { password: t('activation.password'), repeated: t('activation.repeat') };
  const activate = useCommand({
    run: (body: { code: string; password: string }, init) =>
      answer(api.POST('/api/activation', { body, ...init })),
    refreshes: [],
    onDone: (made) => {
      form.clear(empty);
      onDone(made.username);
    },
  });

  function send() {
    const { password, repeated } = form.values;
    const found = [
      // The username is not known yet; the server compares with it as well.
      ...passwordProblems(password, { username: holder.name, path: 'password' }),
      ...(password === repeated ? [] : [{ path: 'repeated', message: t('activation.differ') }]),
    ];
    activate.reset();
    form.refuse(found);
    if (found.length === 0) activate.mutate({ code, password }, { onError: form.refuse });
  }

  const place = holder.className
    ? t('activation.inClass', { name: holder.className, school: holder.unitName })
    : holder.unitName;
  return (
    <>
      <p>
        {t(`activation.role.${holder.role}`)}: <strong>{holder.name}</strong>, {place}
      </p>
      <Form
        submit={t('activation.make')}
        busy={activate.isPending}
        onSubmit={send}
        problems={form.problems}
        labels={labels}
        error={activate.error}
        width="100%"
      >
        <PasswordInput
          label={labels.password}
          description={t('activation.passwordHint', { count: shortestPassword })}
          autoComplete="new-password"
          visibilityToggleButtonProps={{ 'aria-label': t('activation.show') }}
          {...form.text('password')}
        />
        <PasswordInput
          label={labels.repeated}
          autoComplete="new-password"
          visibilityToggleButtonProps={{ 'aria-label': t('activation.show') }}
          {...form.text('repeated')}
        />
      </Form>
    </>
  );
}
