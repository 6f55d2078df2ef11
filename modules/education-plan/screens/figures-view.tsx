import { useTranslation } from 'react-i18next';
import { formatNumber } from '#platform/i18n';
import { Facts } from '#platform/ui';
import type { PlanWhole } from './answer-of.ts';
import styles from './plan.module.css';

/** Classes, pupils, staff and rooms as the rows of the school say; nobody types them. */
export function FiguresView({
  figures,
  subjectName,
}: {
  figures: PlanWhole['figures'];
  subjectName?: ((code: string) => string) | undefined;
}) {
  const { t } = useTranslation('education-plan');
  const heads = ['grade', 'classes', 'twoSessions', 'pupils', 'female', 'ethnic'] as const;
  return (
    <>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a wide table is scrolled with the keys. */}
      <section className={styles.scroll} tabIndex={0} aria-label={t('figures.title')}>
        <table className={styles.rows} aria-label={t('figures.title')}>
          <thead>
            <tr>
              {heads.map((head) => (
                <th key={head} scope="col" data-number={head === 'grade' ? undefined : ''}>
                  {t(`figures.${head}`)}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {figures.classes.map((row) => (
              <tr key={row.grade}>
                {heads.map((head) => (
                  <td key={head} data-number={head === 'grade' ? undefined : ''}>
                    {row[head]}
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </section>
      <Facts
        facts={(
          [
            'managers',
            'teachers',
            'employees',
            'femaleStaff',
            'belowStandard',
            'classrooms',
            'subjectRooms',
          ] as const
        ).map((name) => ({ name: t(`figures.${name}`), value: String(figures[name]) }))}
      />
      {subjectName && figures.staff.length > 0 ? (
        <details>
          <summary>{t('figures.staff')}</summary>
          {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a wide table is scrolled with the keys. */}
          <section className={styles.scroll} tabIndex={0} aria-label={t('figures.staff')}>
            <table className={styles.rows} aria-label={t('figures.staff')}>
              <thead>
                <tr>
                  {(['subject', 'periods', 'wanted', 'present'] as const).map((head) => (
                    <th key={head} scope="col">
                      {t(`figures.${head}`)}
                    </th>
                  ))}
                </tr>
              </thead>
              <tbody>
                {figures.staff.map((row) => (
                  <tr key={row.subjectCode}>
                    <td>{subjectName(row.subjectCode)}</td>
                    <td data-number="">{formatNumber(row.periods)}</td>
                    <td data-number="">{formatNumber(row.wanted)}</td>
                    <td data-number="">{formatNumber(row.present)}</td>
                  </tr>
                ))}
              </tbody>
            </table>
          </section>
        </details>
      ) : null}
    </>
  );
}
