import { Button } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { answer, api, useCommand } from '#api';
import { formatDateTime } from '#platform/i18n';
import { DataTable, EmptyState, ProblemAlert, Tag, toast } from '#platform/ui';
import { readDevice } from './device.ts';

/** Where the person is signed in; any other place can be signed out from here. */
export function SessionList() {
  const { t } = useTranslation('identity');
  const sessions = useQuery({
    queryKey: ['sessions'],
    queryFn: ({ signal }) => answer(api.GET('/api/me/sessions', { signal })),
  });
  const end = useCommand({
    run: (sessionId: string, init) =>
      answer(api.POST('/api/me/sessions/{sessionId}/end', { params: { path: { sessionId } }, ...init })),
    refreshes: [['sessions']],
    onDone: () => toast({ tone: 'done', text: t('sessions.ended') }),
  });
  function deviceOf(userAgent: string | null): string {
    const { browser, system } = readDevice(userAgent ?? '');
    return t('sessions.device', {
      browser: browser ?? t('sessions.anyBrowser'),
      system: system ?? t('sessions.anySystem'),
    });
  }
  return (
    <>
      {end.error ? <ProblemAlert error={end.error} /> : null}
      <DataTable
        caption={t('profile.sessions')}
        loading={sessions}
        rows={sessions.data?.items ?? []}
        rowKey={(session) => session.id}
        empty={<EmptyState title={t('sessions.none')} />}
        columns={[
          {
            key: 'device',
            header: t('sessions.where'),
            phone: 'title',
            cell: (session) => deviceOf(session.userAgent),
          },
          { key: 'ip', header: t('sessions.ip'), cell: (session) => session.ip ?? '' },
          { key: 'since', header: t('sessions.since'), cell: (session) => formatDateTime(session.createdAt) },
          {
            key: 'end',
            header: t('sessions.action'),
            phone: 'corner',
            cell: (session) =>
              session.current ? (
                <Tag tone="accent">{t('sessions.here')}</Tag>
              ) : (
                <Button
                  variant="default"
                  size="xs"
                  aria-label={t('sessions.endOf', { device: deviceOf(session.userAgent) })}
                  loading={end.isPending && end.variables === session.id}
                  onClick={() => end.mutate(session.id)}
                >
                  {t('sessions.end')}
                </Button>
              ),
          },
        ]}
      />
    </>
  );
}
