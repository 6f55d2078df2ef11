import { useTranslation } from 'react-i18next';
import { useMe } from '#api';
import { formatDate } from '#platform/i18n';
import { daysLeft } from './work-words.ts';

/** A deadline as people think of it: the day, and how near it is while the work is open. */
export function DueDate({ dueOn, open }: { dueOn: string; open: boolean }) {
  const { t } = useTranslation('work');
  const left = daysLeft(dueOn, useMe().today);
  return (
    <span>
      <time dateTime={dueOn}>{formatDate(dueOn)}</time>
      {open && left <= 14 ? (
        <span
          style={{
            color: left < 0 ? 'var(--hb-late)' : left <= 7 ? 'var(--hb-due)' : undefined,
            display: 'block',
          }}
        >
          {left < 0
            ? t('due.late', { count: -left })
            : left === 0
              ? t('due.today')
              : t('due.in', { count: left })}
        </span>
      ) : null}
    </span>
  );
}
