import { Button } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { answer, api, useMay, useMe } from '#api';
import { EmptyState, FilterChips, Page, ProblemAlert, ProgressOfWork, useAddress } from '#platform/ui';
import { CalendarMonthList } from './calendar-month.tsx';
import { FeedDialog } from './feed-dialog.tsx';
import styles from './overview.module.css';
import { type CalendarMonth, monthName } from './overview-words.ts';

/** The school year of the plan, month by month; opens on the month of today. */
export default function CalendarPage() {
  const { t } = useTranslation('overview');
  const { address } = useAddress();
  const may = useMay();
  const { today } = useMe();
  const [asking, setAsking] = useState(false);
  const calendar = useQuery({
    queryKey: ['plan', 'calendar'],
    queryFn: ({ signal }) => answer(api.GET('/api/plan/calendar', { params: { query: {} }, signal })),
  });
  const own = address.chi === 'cua-toi';
  const months = (calendar.data?.months ?? []).map((month) => ({
    ...month,
    entries: own ? month.entries.filter((entry) => entry.assignmentId) : month.entries,
  }));
  const month = months.find((one) => one.month === address.thang) ?? monthOfToday(months, today);
  return (
    <Page
      title={t('calendar.title')}
      lead={t('calendar.lead')}
      tools={
        <>
          <Button variant="default" onClick={() => window.print()}>
            {t('calendar.print')}
          </Button>
          {may('plan.makeFeedAddress') ? (
            <Button variant="default" onClick={() => setAsking(true)}>
              {t('feed.open')}
            </Button>
          ) : null}
        </>
      }
    >
      {calendar.error ? (
        <ProblemAlert error={calendar.error} onRetry={() => void calendar.refetch()} />
      ) : null}
      {calendar.isPending ? <ProgressOfWork doing={t('calendar.loading')} /> : null}
      {calendar.data && calendar.data.months.length === 0 ? (
        <EmptyState title={t('calendar.empty')}>{t('calendar.emptyDetail')}</EmptyState>
      ) : null}
      {month ? (
        <>
          <div className={styles.calendarFilters}>
            <FilterChips
              name="chi"
              label={t('calendar.filters')}
              options={[
                { value: '', label: t('calendar.all') },
                { value: 'cua-toi', label: t('calendar.own'), count: countOwn(calendar.data?.months ?? []) },
              ]}
            />
          </div>
          <nav className={styles.months} aria-label={t('calendar.months')}>
            {months.map((one) => (
              <Link
                key={one.month}
                to="."
                search={((before: Record<string, string>) => ({ ...before, thang: one.month })) as never}
                resetScroll={false}
                data-keeps-focus
                aria-current={one.month === month.month ? 'true' : undefined}
                ref={one.month === month.month ? intoSight : undefined}
                className={styles.month}
                data-late={one.entries.some((entry) => entry.counts.overdue > 0) || undefined}
              >
                <span>{monthName(one.month)}</span>
                <small>{t('calendar.count', { count: one.entries.length })}</small>
              </Link>
            ))}
          </nav>
          <CalendarMonthList month={month} own={own} />
        </>
      ) : null}
      {asking ? <FeedDialog onClose={() => setAsking(false)} /> : null}
    </Page>
  );
}

/** On a phone the strip of months is wider than the screen. */
function intoSight(element: HTMLElement | null) {
  element?.scrollIntoView({ inline: 'center', block: 'nearest' });
}

function countOwn(months: readonly CalendarMonth[]): number {
  return months.reduce((sum, month) => sum + month.entries.filter((entry) => entry.assignmentId).length, 0);
}

/** The month of today, else the next one with entries, else the last of the year. */
function monthOfToday(months: readonly CalendarMonth[], today: string): CalendarMonth | undefined {
  return months.find((month) => month.month >= today.slice(0, 7)) ?? months.at(-1);
}
