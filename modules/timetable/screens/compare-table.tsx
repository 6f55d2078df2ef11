import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import tables from './compare.module.css';
import type { Header } from './timetables-page.tsx';

const figures = [
  'mustFix',
  'unplaced',
  'warnings',
  'teacherGaps',
  'teacherHalfDays',
  'singleHalfDays',
  'splitSubjects',
  'demandingLate',
  'avoided',
] as const;

/** Timetables side by side by their figures; the best of each line stands out, among those that lay the most lessons. */
export function CompareTable({
  items,
  head,
  actions,
}: {
  items: readonly Header[];
  head: (one: Header) => ReactNode;
  actions: (one: Header) => ReactNode;
}) {
  const { t } = useTranslation('timetable');
  const unplaced = Math.min(...items.map(({ figures: one }) => one?.unplaced ?? Infinity));
  // What is half empty has few gaps: that is no merit.
  const compared = items.filter((one) => one.figures?.unplaced === unplaced);
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls sideways must be reachable by keyboard.
    <section className={`${tables.compare} ${tables.sideBySide}`} tabIndex={0} aria-label={t('list.compare')}>
      <table>
        <thead>
          <tr>
            <th scope="col" style={{ textAlign: 'left' }}>
              {t('figure.title')}
            </th>
            {items.map((one) => (
              <th key={one.id} scope="col">
                {head(one)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {figures.map((figure) => {
            const least = Math.min(...compared.map((one) => one.figures?.[figure] ?? Infinity));
            return (
              <tr key={figure}>
                <th scope="row">{t(`figure.${figure}`)}</th>
                {items.map((one) => (
                  <td
                    key={one.id}
                    data-best={
                      items.length > 1 && compared.includes(one) && one.figures?.[figure] === least
                        ? ''
                        : undefined
                    }
                  >
                    {one.figures?.[figure] ?? '–'}
                  </td>
                ))}
              </tr>
            );
          })}
          <tr>
            <th scope="row">{t('list.actions')}</th>
            {items.map((one) => (
              <td key={one.id} className={tables.actions}>
                {actions(one)}
              </td>
            ))}
          </tr>
        </tbody>
      </table>
    </section>
  );
}
