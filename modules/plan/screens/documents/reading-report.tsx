import { useTranslation } from 'react-i18next';
import { Facts, Notice } from '#platform/ui';
import { accountOf, type DocumentDetail } from './document-words.ts';
import styles from './documents.module.css';

/** How the reading of a file went: every paragraph accounted for, what was made of it, what to look at. */
export function ReadingReport({ detail }: { detail: DocumentDetail }) {
  const { t } = useTranslation('plan-document');
  const { report } = detail;
  const { byKind, total, lost } = accountOf(detail);
  const unclear = lost + report.unaccounted;
  const month = (value: string) => `${value.slice(5)}/${value.slice(0, 4)}`;
  return (
    <div className={styles.report}>
      <Notice tone={unclear === 0 ? 'done' : 'due'}>
        {t('report.account', { total, ...byKind })} <strong>{t('report.lost', { count: unclear })}</strong>
      </Notice>
      <Facts
        facts={[
          {
            name: t('report.read'),
            value: t('report.items', {
              duties: report.duties,
              solutions: report.solutions,
              calendarEntries: report.calendarEntries,
            }),
          },
          {
            name: t('report.months'),
            value:
              report.months.length > 0
                ? t('report.monthsRange', {
                    count: report.months.length,
                    from: month(report.months[0] ?? ''),
                    to: month(report.months.at(-1) ?? ''),
                  })
                : t('report.noMonths'),
          },
          {
            name: t('report.units'),
            value: report.units.map((unit) => t(`responsible.${unit}`)).join(', '),
          },
          { name: t('report.source'), value: detail.document.sourceName },
        ]}
      />
      <ReportLines title={t('report.problems', { count: report.problems.length })} lines={report.problems} />
      <ReportLines title={t('report.notes', { count: report.notes.length })} lines={report.notes} />
    </div>
  );
}

function ReportLines({ title, lines }: { title: string; lines: DocumentDetail['report']['problems'] }) {
  if (lines.length === 0) return null;
  return (
    <div>
      <h3 className={styles.smallHead}>{title}</h3>
      <ul className={styles.lines}>
        {lines.map((line) => (
          <li key={`${line.code} ${line.message} ${line.detail ?? ''}`}>
            {line.message}
            {line.detail ? <span className={styles.soft}> {line.detail}</span> : null}
          </li>
        ))}
      </ul>
    </div>
  );
}
