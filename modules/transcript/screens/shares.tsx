import { Button, CopyButton, TextInput } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { answer, api, useCommand } from '#api';
import { formatDateTime } from '#platform/i18n';
import { Form, Notice, ProblemAlert, Section, toast } from '#platform/ui';
import type { PageAnswer } from './page-page.tsx';
import styles from './transcript.module.css';

/** Links that show the page once to whoever holds them. */
export function Shares({ page }: { page: PageAnswer }) {
  const { t } = useTranslation('transcript');
  const [purpose, setPurpose] = useState('');
  const [address, setAddress] = useState<string>();
  const make = useCommand({
    run: (body: { purpose: string }, init) =>
      answer(
        api.POST('/api/transcript/pages/{pageId}/shares', {
          params: { path: { pageId: page.id } },
          body,
          ...init,
        }),
      ),
    refreshes: [['transcript', 'page', page.id]],
    onDone: (made) => {
      setPurpose('');
      setAddress(made.address);
    },
  });
  const withdraw = useCommand({
    run: (shareId: string, init) =>
      answer(api.DELETE('/api/transcript/shares/{shareId}', { params: { path: { shareId } }, ...init })),
    refreshes: [['transcript', 'page', page.id]],
    onDone: () => toast({ tone: 'done', text: t('share.withdrawn') }),
  });
  return (
    <Section title={t('share.title')}>
      <p>{t('share.what')}</p>
      {address ? (
        <Notice tone="done">
          {t('share.made')}
          <br />
          <span className={styles.code}>{address}</span>
          <br />
          <CopyButton value={address}>
            {({ copied, copy }) => (
              <Button size="compact-sm" variant="default" onClick={copy}>
                {copied ? t('share.copied') : t('share.copy')}
              </Button>
            )}
          </CopyButton>
        </Notice>
      ) : null}
      <Form
        submit={t('share.verb')}
        busy={make.isPending}
        error={make.error}
        onSubmit={() => make.mutate({ purpose })}
      >
        <TextInput
          label={t('share.purpose')}
          maxLength={200}
          value={purpose}
          onChange={(event) => setPurpose(event.currentTarget.value)}
        />
      </Form>
      {withdraw.error ? <ProblemAlert error={withdraw.error} /> : null}
      <ul>
        {page.shares.map(({ id, purpose: what, expiresAt, openedAt, withdrawnAt }) => (
          <li key={id}>
            {what}:{' '}
            {withdrawnAt
              ? t('share.isWithdrawn')
              : openedAt
                ? t('share.isOpened', { at: formatDateTime(openedAt) })
                : t('share.isValid', { at: formatDateTime(expiresAt) })}{' '}
            {withdrawnAt ? null : (
              <Button size="compact-sm" variant="subtle" onClick={() => withdraw.mutate(id)}>
                {t('share.withdraw')}
              </Button>
            )}
          </li>
        ))}
      </ul>
    </Section>
  );
}
