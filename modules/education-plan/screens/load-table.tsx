import { useTranslation } from 'react-i18next';
import type { PlanWhole } from './answer-of.ts';
import styles from './plan.module.css';

const mostADay = 7;

/** Load by grade and day: a bar of programme and session 2 against seven periods, with the figure beside it. */
export function LoadTable({ rows }: { rows: PlanWhole['rows']['dayLoads'] }) {
  const { t } = useTranslation('education-plan');
  const grades = [...new Set(rows.map(({ grade }) => grade))].sort((a, b) => a - b);
  const sum = (of: typeof rows) => of.reduce((total, row) => total + row.programme + row.support, 0);
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a wide table is scrolled with the keys.
    <section className={styles.scroll} tabIndex={0} aria-label={t('load.title')}>
      <table className={styles.rows} aria-label={t('load.title')}>
        <thead>
          <tr>
            <th scope="col">{t('column.grade')}</th>
            {[1, 2, 3, 4, 5, 6].map((weekday) => (
              <th key={weekday} scope="col">
                {t(`weekday.${weekday}`)}
              </th>
            ))}
            <th scope="col">{t('load.week')}</th>
          </tr>
        </thead>
        <tbody>
          {grades.map((grade) => {
            const own = rows.filter((row) => row.grade === grade);
            return (
              <tr key={grade}>
                <th scope="row">{grade}</th>
                {[1, 2, 3, 4, 5, 6].map((weekday) => {
                  const day = own.filter((row) => row.weekday === weekday);
                  const support = day.reduce((total, row) => total + row.support, 0);
                  const programme = sum(day) - support;
                  return (
                    <td key={weekday}>
                      <div className={styles.bar} aria-hidden>
                        <span style={{ width: `${Math.min(100, (programme / mostADay) * 100)}%` }} />
                        <span style={{ width: `${Math.min(100, (support / mostADay) * 100)}%` }} />
                      </div>
                      {support > 0 ? t('load.both', { programme, support }) : programme}
                    </td>
                  );
                })}
                <td>{sum(own)}</td>
              </tr>
            );
          })}
        </tbody>
      </table>
      <p className={styles.rule}>{t('load.legend')}</p>
    </section>
  );
}
