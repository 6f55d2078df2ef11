import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { formatDate } from '#platform/i18n';
import { EmptyState, Section, StateBadge, Tag, type WorkState } from '#platform/ui';
import { StateBar } from '../state-bar.tsx';
import styles from './overview.module.css';
import { type CalendarEntry, type CalendarMonth, monthName } from './overview-words.ts';

/** What falls due in one month, day by day; the same list is the page that is printed. */
export function CalendarMonthList({ month, own }: { month: CalendarMonth; own: boolean }) {
  const { t } = useTranslation('overview');
  const days = Map.groupBy(month.entries, (entry) => entry.dueOn);
  return (
    <Section title={t('calendar.month', { month: monthName(month.month) })}>
      {month.entries.length === 0 ? (
        <EmptyState title={t(own ? 'calendar.nothingOwn' : 'calendar.nothing')} />
      ) : (
        <ol className={styles.days}>
          {[...days].map(([day, entries]) => (
            <li key={day} className={styles.day}>
              <h3>
                <time dateTime={day}>{formatDate(day)}</time>
              </h3>
              <ul className={styles.entries}>
                {entries.map((entry) => (
                  <Entry key={entry.dutyId} entry={entry} />
                ))}
              </ul>
            </li>
          ))}
        </ol>
      )}
    </Section>
  );
}

function Entry({ entry }: { entry: CalendarEntry }) {
  const { t } = useTranslation('overview');
  const state = singleState(entry);
  return (
    <li className={styles.entry} data-own={entry.assignmentId ? true : undefined}>
      <p className={styles.itemHead}>
        {entry.assignmentId ? (
          <Link to={`/viec/${entry.assignmentId}`}>{entry.title}</Link>
        ) : (
          <Link to={'/ke-hoach' as string} search={{ 'nhiem-vu': entry.dutyId } as never}>
            {entry.title}
          </Link>
        )}
      </p>
      <p className={styles.itemFacts}>
        {entry.assignmentId ? <Tag tone="accent">{t('calendar.mine')}</Tag> : null}
        {state ? <StateBadge state={state} /> : null}
        <span>{entry.code}</span>
        <span>{t('calendar.from', { date: formatDate(entry.startsOn) })}</span>
        <span>{entry.responsible.map((code) => t(`plan-document:responsible.${code}`)).join(', ')}</span>
      </p>
      {state ? null : <StateBar counts={entry.counts} />}
    </li>
  );
}

/** The state of a duty that the person sees only one assignment of. */
function singleState({ counts }: CalendarEntry): WorkState | undefined {
  if (counts.total !== 1) return undefined;
  const states = [
    'overdue',
    'returned',
    'notStarted',
    'inProgress',
    'submitted',
    'accepted',
    'notApplicable',
  ] as const;
  return states.find((state) => counts[state] === 1);
}
