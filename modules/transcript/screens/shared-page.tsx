import { Button } from '@mantine/core';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { answer, api, type operations, useCommand } from '#api';
import { formatDateTime } from '#platform/i18n';
import { Announcer, BanFlower, Notice, Page, ProblemAlert } from '#platform/ui';
import { ContentView } from './content-view.tsx';
import styles from './transcript.module.css';

type Shared = operations['transcript.openShare']['responses'][200]['content']['application/json'];

/** A page that its holder shares by a link: opened by a press, so that no preview of a message uses it up. */
export default function SharedPage() {
  const { t } = useTranslation('transcript');
  // The secret stands after the number sign, which no server sees.
  const [token] = useState(() => decodeURIComponent(window.location.hash.slice(1)).slice(0, 100));
  const [shared, setShared] = useState<Shared>();
  const open = useCommand({
    run: (body: { token: string }, init) => answer(api.POST('/api/transcript/shared', { body, ...init })),
    refreshes: [],
    onDone: setShared,
  });
  useEffect(() => {
    if (shared) window.history.replaceState(window.history.state, '', window.location.pathname);
  }, [shared]);
  return (
    <main className={styles.door}>
      <BanFlower size={40} />
      <Page title={t('shared.title')} lead={t('shared.lead')}>
        {open.error ? <ProblemAlert error={open.error} /> : null}
        {shared ? (
          <>
            <Notice tone={shared.state === 'issued' ? 'done' : 'due'}>
              {t(`verify.state.${shared.state}`)}. {t('shared.until', { at: formatDateTime(shared.until) })}
            </Notice>
            <ContentView content={shared.content} />
          </>
        ) : (
          <Button loading={open.isPending} onClick={() => open.mutate({ token })}>
            {t('shared.open')}
          </Button>
        )}
      </Page>
      <Announcer />
    </main>
  );
}
