import { Button } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { Link, useParams } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { answer, api, type operations } from '#api';
import { EmptyState, Page, ProblemAlert, SideDrawer, useAddress } from '#platform/ui';
import { cellText, readScore } from '../../rules/index.ts';
import { PeriodChips } from '../period-chips.tsx';
import { RegisterLinks } from '../register-links.tsx';
import styles from './class.module.css';
import { ConductForm } from './conduct-form.tsx';
import { SummerForm } from './summer-form.tsx';

export type Results =
  operations['gradebook.getClassResults']['responses'][200]['content']['application/json'];
export type ResultRow = Results['rows'][number];
type Period = 'semester1' | 'semester2' | 'year';

/** Results of a class: a semester or the year, a line a pupil, each with its reasons; the homeroom teacher sets conduct here. */
export default function ResultsPage() {
  const { t } = useTranslation('gradebook');
  const { classId } = useParams({ strict: false }) as { classId: string };
  const { address, set } = useAddress();
  const period: Period = address.ky === '2' ? 'semester2' : address.ky === 'nam' ? 'year' : 'semester1';
  const results = useQuery({
    queryKey: ['gradebook', 'results', classId],
    queryFn: ({ signal }) =>
      answer(api.GET('/api/gradebook/classes/{classId}/results', { params: { path: { classId } }, signal })),
  });
  const data = results.data;
  const open = data?.rows.find(({ pupilId }) => pupilId === address.hs);
  const trail = [{ label: t('classes.title'), to: '/lop-day' }];
  return (
    <Page
      wide
      trail={trail}
      title={data ? t('results.of', { class: data.class.name }) : t('results.title')}
      lead={data ? t('results.lead', { year: data.schoolYear }) : undefined}
      tools={
        <>
          <Button
            component="a"
            variant="default"
            download
            href={`/api/gradebook/classes/${classId}/results/workbook`}
          >
            {t('sheet.excel')}
          </Button>
          <RegisterLinks of="class" address={`/api/gradebook/classes/${classId}/register`} />
        </>
      }
    >
      <PeriodChips />
      {results.error ? <ProblemAlert error={results.error} onRetry={() => void results.refetch()} /> : null}
      {data && data.rows.length === 0 ? (
        <EmptyState title={t('sheet.nobody')}>{t('sheet.nobodyDetail')}</EmptyState>
      ) : null}
      {data && data.rows.length > 0 ? (
        <>
          <Summary data={data} period={period} />
          <div className={styles.box}>
            <table className={styles.table}>
              <thead>
                <tr>
                  <th scope="col">{t('sheet.pupil')}</th>
                  {data.subjects.map((subject) => (
                    <th key={subject.code} scope="col" title={subject.name}>
                      {subject.shortName}
                    </th>
                  ))}
                  <th scope="col">{t('results.academic')}</th>
                  <th scope="col">{t('results.conduct')}</th>
                  {period === 'year' ? <th scope="col">{t('results.decision')}</th> : null}
                </tr>
              </thead>
              <tbody>
                {data.rows.map((row) => {
                  const shown = row[period];
                  return (
                    <tr key={row.pupilId}>
                      <th scope="row">
                        <button
                          type="button"
                          className={styles.link}
                          onClick={() => set({ hs: row.pupilId })}
                        >
                          {row.name}
                        </button>
                      </th>
                      {data.subjects.map(({ code }) => (
                        <td key={code} data-low={isLow(shown.values[code]) || undefined}>
                          {shown.values[code] ?? ''}
                        </td>
                      ))}
                      <td>{shown.level ? t(`level.${shown.level}`) : '–'}</td>
                      <td>{shown.conduct ? t(`level.${shown.conduct}`) : '–'}</td>
                      {period === 'year' ? <td className={styles.outcome}>{outcome(row)}</td> : null}
                    </tr>
                  );
                })}
              </tbody>
            </table>
          </div>
        </>
      ) : null}
      <SideDrawer opened={open !== undefined} title={open?.name ?? ''} onClose={() => set({ hs: '' })}>
        {open && data ? (
          <>
            <h3>{t('results.why')}</h3>
            {(['semester1', 'semester2', 'year'] as const).map((one) => (
              <ul key={one}>
                {open[one].reasons.map((reason) => (
                  <li key={reason}>{reason}</li>
                ))}
              </ul>
            ))}
            <p>{t('results.absent', { count: open.absentSessions })}</p>
            <p>
              <Link to={`/tien-bo/${open.pupilId}`}>{t('progress.open')}</Link>
            </p>
            {data.may.includes('gradebook.saveSummer') &&
            (open.year.decision === 'retest' || open.year.decision === 'summerTraining') ? (
              <SummerForm
                key={`${open.pupilId} ${open.conductVersion}`}
                data={data}
                row={open}
                onDone={() => set({ hs: '' })}
              />
            ) : null}
            {data.may.includes('gradebook.saveConduct') && period !== 'year' ? (
              <ConductForm
                key={`${open.pupilId} ${period} ${open.conductVersion}`}
                classId={classId}
                row={open}
                semester={period === 'semester1' ? 1 : 2}
                onDone={() => set({ hs: '' })}
              />
            ) : null}
          </>
        ) : null}
      </SideDrawer>
    </Page>
  );

  function outcome(row: ResultRow): string {
    const { decision, honour, afterSummer } = row.year;
    if (!decision) return '–';
    const words = [t(`decision.${decision}`)];
    if (honour) words.push(t(`honour.${honour}`));
    if (afterSummer) words.push(t(`decision.after.${afterSummer}`));
    return words.join('; ');
  }
}

/** Under 5.0, or a comment Chưa đạt. */
function isLow(text: string | undefined): boolean {
  if (!text) return false;
  const score = readScore(text);
  return score === undefined ? text === cellText('comment', 0) : score < 50;
}

/** How many have which level, and how many are still open. */
function Summary({ data, period }: { data: Results; period: Period }) {
  const { t } = useTranslation('gradebook');
  const levels = ['excellent', 'good', 'pass', 'fail'] as const;
  const count = (of: 'level' | 'conduct', level: string | null) =>
    data.rows.filter((row) => row[period][of] === level).length;
  const line = (of: 'level' | 'conduct') =>
    [
      ...levels.map((level) => t('results.count', { level: t(`level.${level}`), count: count(of, level) })),
      t('results.count', { level: t('results.unknown'), count: count(of, null) }),
    ].join(' · ');
  return (
    <p role="status">
      {t('results.academicLine', { line: line('level') })}
      <br />
      {t('results.conductLine', { line: line('conduct') })}
    </p>
  );
}
