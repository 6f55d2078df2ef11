import { Button, Select, Skeleton } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { Link, useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { answer, api, useCommand } from '#api';
import { formatDateTime } from '#platform/i18n';
import { EmptyState, Page, ProblemAlert, Section, Tag } from '#platform/ui';
import styles from '../family.module.css';

/** Threads of a family with the homeroom teacher, or of the homeroom teacher with the families. */
export default function ThreadsPage() {
  const { t } = useTranslation('family');
  const navigate = useNavigate();
  const [partner, setPartner] = useState<string | null>(null);
  const list = useQuery({
    queryKey: ['family', 'threads'],
    queryFn: ({ signal }) => answer(api.GET('/api/family/threads', { signal })),
    refetchInterval: 60_000,
  });
  const open = useCommand({
    run: (body: { pupilId: string; accountId: string }, init) =>
      answer(api.POST('/api/family/threads', { body, ...init })),
    refreshes: [['family', 'threads']],
    onDone: ({ id }) => void navigate({ to: `/tin-nhan/${id}` }),
  });
  const partners = list.data?.partners ?? [];
  const chosen = partners[Number(partner ?? (partners.length === 1 ? 0 : -1))];
  return (
    <Page title={t('threads.title')} lead={t('threads.lead')}>
      <div className={styles.plain}>
        {list.error ? <ProblemAlert error={list.error} onRetry={() => void list.refetch()} /> : null}
        {list.isPending ? <Skeleton height={160} /> : null}
        {list.data?.items.length === 0 ? (
          <EmptyState title={t('threads.none')}>
            {partners.length > 0 ? t('threads.noneDetail') : t('threads.nobody')}
          </EmptyState>
        ) : null}
        <ul className={styles.list}>
          {list.data?.items.map(({ id, pupil, className, with: other, unread, lastAt, blocked }) => (
            <li key={id}>
              <Link to={`/tin-nhan/${id}`}>
                {t('threads.with', { name: other ?? t('threads.gone'), pupil, className })}
              </Link>{' '}
              {unread > 0 ? <Tag tone="due">{t('threads.unread', { count: unread })}</Tag> : null}
              {blocked ? <Tag>{t('threads.blocked')}</Tag> : null}
              <span className={styles.soft}>{formatDateTime(lastAt)}</span>
            </li>
          ))}
        </ul>
        {partners.length > 0 ? (
          <Section title={t('threads.begin')}>
            <Select
              label={t('threads.whom')}
              searchable
              data={partners.map(({ name, pupil, className }, at) => ({
                value: String(at),
                label: t('threads.with', { name, pupil, className }),
              }))}
              value={partner ?? (partners.length === 1 ? '0' : null)}
              onChange={setPartner}
            />
            {open.error ? <ProblemAlert error={open.error} /> : null}
            <Button
              mt="sm"
              size="md"
              disabled={!chosen}
              loading={open.isPending}
              onClick={() => chosen && open.mutate({ pupilId: chosen.pupilId, accountId: chosen.accountId })}
            >
              {t('threads.open')}
            </Button>
          </Section>
        ) : null}
      </div>
    </Page>
  );
}
