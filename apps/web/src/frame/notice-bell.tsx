import { Button, Popover, ScrollArea } from '@mantine/core';
import { IconBell } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { answer, api, useCommand } from '#api';
import { formatDateTime } from '#platform/i18n';
import { ProblemAlert } from '#platform/ui';
import frame from './frame.module.css';
import styles from './notices.module.css';

const noticesKey = ['notices'] as const;

/** The bell: how many are unread, and the latest thirty. */
export function NoticeBell() {
  const { t } = useTranslation('shell');
  const [open, setOpen] = useState(false);
  const notices = useQuery({
    queryKey: noticesKey,
    queryFn: ({ signal }) =>
      answer(api.GET('/api/plan/notices', { params: { query: { limit: 30 } }, signal })),
    refetchInterval: 120_000,
    refetchIntervalInBackground: false,
  });
  const read = useCommand({
    run: (ids: string[] | null, init) =>
      answer(api.POST('/api/plan/notices/read', { body: { ids }, ...init })),
    refreshes: [noticesKey],
  });
  const unread = notices.data?.unread ?? 0;
  return (
    <Popover opened={open} onChange={setOpen} position="bottom-end" width={360} trapFocus returnFocus>
      <Popover.Target>
        <button
          type="button"
          className={frame.iconButton}
          aria-label={unread > 0 ? t('notices.labelUnread', { count: unread }) : t('notices.label')}
          aria-haspopup="dialog"
          aria-expanded={open}
          onClick={() => setOpen(!open)}
        >
          <IconBell size={20} aria-hidden />
          {unread > 0 ? (
            <span className={frame.unread} aria-hidden>
              {unread > 99 ? '99+' : unread}
            </span>
          ) : null}
        </button>
      </Popover.Target>
      <Popover.Dropdown p={0} aria-label={t('notices.title')}>
        <div className={styles.head}>
          <h2>{t('notices.title')}</h2>
          {unread > 0 ? (
            <Button
              variant="subtle"
              size="compact-sm"
              loading={read.isPending}
              onClick={() => read.mutate(null)}
            >
              {t('notices.readAll')}
            </Button>
          ) : null}
        </div>
        <ScrollArea.Autosize mah="60dvh">
          {notices.error ? <ProblemAlert error={notices.error} onRetry={() => notices.refetch()} /> : null}
          {notices.data?.items.length === 0 ? <p className={styles.none}>{t('notices.none')}</p> : null}
          <ul className={styles.list}>
            {notices.data?.items.map((notice) => (
              <li key={notice.id} data-unread={!notice.readAt || undefined}>
                <Link
                  to={notice.link}
                  onClick={() => {
                    setOpen(false);
                    if (!notice.readAt) read.mutate([notice.id]);
                  }}
                >
                  {notice.title}
                  {notice.readAt ? null : <span className={styles.new}>{t('notices.unread')}</span>}
                </Link>
                {notice.body ? <p>{notice.body}</p> : null}
                <time dateTime={notice.at}>{formatDateTime(notice.at)}</time>
              </li>
            ))}
          </ul>
        </ScrollArea.Autosize>
      </Popover.Dropdown>
    </Popover>
  );
}
