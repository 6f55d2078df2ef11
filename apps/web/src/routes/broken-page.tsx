import { Anchor, Button } from '@mantine/core';
import { IconMapQuestion, IconWifiOff } from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import { useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import { EmptyState, Page, ProblemAlert, problemOf } from '#platform/ui';

/** An address without a page. */
export function NotFoundPage() {
  const { t } = useTranslation('shell');
  return (
    <Page title={t('notFound.title')}>
      <EmptyState
        title={t('notFound.detail')}
        icon={<IconMapQuestion size={32} stroke={1.5} />}
        action={
          <Anchor component={Link} to="/">
            {t('notFound.home')}
          </Anchor>
        }
      />
    </Page>
  );
}

/** What the router shows when a page cannot be loaded or fails: without a network it says so and comes back by itself. */
export function BrokenPage({ error }: { error: unknown }) {
  const { t } = useTranslation('shell');
  // A page whose file cannot be fetched fails with a TypeError of the import.
  const offline =
    problemOf(error).code === 'web.offline' || (error instanceof TypeError && !navigator.onLine);
  useEffect(() => {
    if (!offline) return;
    const again = () => location.reload();
    addEventListener('online', again);
    return () => removeEventListener('online', again);
  }, [offline]);
  if (offline) {
    return (
      <Page title={t('offline.title')}>
        <EmptyState
          title={t('offline.detail')}
          icon={<IconWifiOff size={32} stroke={1.5} />}
          action={<Button onClick={() => location.reload()}>{t('ui:problem.retry')}</Button>}
        />
      </Page>
    );
  }
  return (
    <Page title={t('broken.title')}>
      <ProblemAlert error={error} />
      <Button mt="md" variant="default" onClick={() => location.reload()}>
        {t('broken.reload')}
      </Button>
    </Page>
  );
}

/** The same where there is no frame around: the sign-in steps, or when not even the person is known. */
export function BrokenApp({ error }: { error: unknown }) {
  return (
    <main>
      <BrokenPage error={error} />
    </main>
  );
}
