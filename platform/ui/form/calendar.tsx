import { ActionIcon, Button } from '@mantine/core';
import { IconChevronLeft, IconChevronRight } from '@tabler/icons-react';
import { type KeyboardEvent, useEffect, useId, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { formatDate } from '#platform/i18n';
import { addDays, addMonths, dayAfterKey, weeksOf, withinLimits } from './calendar-days.ts';
import styles from './date-field.module.css';

const someMonday = '2024-01-01';

function calendarWords(language: string) {
  const write = (options: Intl.DateTimeFormatOptions) => {
    const format = new Intl.DateTimeFormat(language, { ...options, timeZone: 'UTC' });
    return (day: string) => format.format(new Date(day));
  };
  return {
    weekday: write({ weekday: 'long' }),
    weekdayShort: write({ weekday: 'narrow' }),
    month: write({ month: 'long', year: 'numeric' }),
    day: write({ weekday: 'long', day: 'numeric', month: 'long', year: 'numeric' }),
  };
}

/** One month to pick a day from; the keyboard goes on into the months beside. Days are 'YYYY-MM-DD'. */
export function Calendar({
  day,
  today,
  min,
  max,
  onPick,
}: {
  day: string | null;
  today: string;
  min: string | undefined;
  max: string | undefined;
  onPick: (day: string) => void;
}) {
  const { t, i18n } = useTranslation('ui');
  const words = calendarWords(i18n.language);
  const [at, setAt] = useState(() => withinLimits(day ?? today, min, max));
  const grid = useRef<HTMLTableElement>(null);
  const follows = useRef(true);
  const title = useId();
  const month = at.slice(0, 7);
  const allowed = (date: string) => withinLimits(date, min, max) === date;

  // The focus goes along with the keys, and stays on the arrow that turns the month.
  useEffect(() => {
    if (follows.current) grid.current?.querySelector<HTMLElement>(`[data-day="${at}"]`)?.focus();
    follows.current = false;
  }, [at]);

  function onKeyDown(event: KeyboardEvent) {
    const next = dayAfterKey(at, event.key, event.shiftKey);
    if (!next) return;
    event.preventDefault();
    follows.current = true;
    setAt(withinLimits(next, min, max));
  }
  function turn(count: number) {
    setAt(withinLimits(addMonths(at, count), min, max));
  }

  return (
    <div className={styles.calendar}>
      <div className={styles.month}>
        <ActionIcon
          variant="subtle"
          size={40}
          aria-label={t('date.previousMonth')}
          data-mantine-stop-propagation="true"
          disabled={min !== undefined && `${month}-01` <= min}
          onClick={() => turn(-1)}
        >
          <IconChevronLeft size={18} aria-hidden />
        </ActionIcon>
        <strong id={title} className={styles.title} aria-live="polite">
          {words.month(`${month}-01`)}
        </strong>
        <ActionIcon
          variant="subtle"
          size={40}
          aria-label={t('date.nextMonth')}
          data-mantine-stop-propagation="true"
          disabled={max !== undefined && addMonths(`${month}-01`, 1) > max}
          onClick={() => turn(1)}
        >
          <IconChevronRight size={18} aria-hidden />
        </ActionIcon>
      </div>
      {/* biome-ignore lint/a11y/noNoninteractiveElementToInteractiveRole: the pattern of a date grid (WAI-ARIA, date picker dialog). */}
      <table ref={grid} role="grid" aria-labelledby={title} onKeyDown={onKeyDown}>
        <thead>
          <tr>
            {Array.from({ length: 7 }, (_, index) => addDays(someMonday, index)).map((weekday) => (
              <th key={weekday} scope="col" abbr={words.weekday(weekday)}>
                <span aria-hidden>{words.weekdayShort(weekday)}</span>
                <span className={styles.unseen}>{words.weekday(weekday)}</span>
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {weeksOf(month).map((week) => (
            <tr key={week[0]}>
              {week.map((date) => (
                // biome-ignore lint/a11y/useFocusableInteractive: the button inside takes the focus.
                // biome-ignore lint/a11y/noNoninteractiveElementToInteractiveRole: a cell of the grid.
                <td key={date} role="gridcell" aria-selected={date === day}>
                  <button
                    type="button"
                    className={styles.day}
                    data-day={date}
                    data-mantine-stop-propagation="true"
                    data-beside={date.startsWith(month) ? undefined : true}
                    {...(date === at ? { 'data-autofocus': true } : {})}
                    tabIndex={date === at ? 0 : -1}
                    disabled={!allowed(date)}
                    aria-label={words.day(date)}
                    aria-current={date === today ? 'date' : undefined}
                    onClick={() => onPick(date)}
                  >
                    {Number(date.slice(8))}
                  </button>
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
      {allowed(today) ? (
        <Button
          variant="subtle"
          size="xs"
          fullWidth
          mt={4}
          data-mantine-stop-propagation="true"
          onClick={() => onPick(today)}
        >
          {t('date.today', { day: formatDate(today) })}
        </Button>
      ) : null}
    </div>
  );
}
