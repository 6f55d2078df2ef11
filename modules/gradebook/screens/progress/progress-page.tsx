import { Button, Skeleton } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useParams } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { answer, api, type operations } from '#api';
import { DataTable, EmptyState, Page, ProblemAlert, Section } from '#platform/ui';
import { cellText, printedScore } from '../../rules/index.ts';
import styles from './progress.module.css';
import { SmallChart } from './small-chart.tsx';

type Progress = operations['gradebook.getProgress']['responses'][200]['content']['application/json'];
type Subject = Progress['subjects'][number];
type Year = Progress['years'][number];

/** A pupil over semesters and years: a small chart for each subject, the numbers in a table, results and absences of each year. */
export default function ProgressPage() {
  const { t } = useTranslation('gradebook');
  const { pupilId } = useParams({ strict: false }) as { pupilId: string };
  const progress = useQuery({
    queryKey: ['gradebook', 'progress', pupilId],
    queryFn: ({ signal }) =>
      answer(api.GET('/api/gradebook/pupils/{pupilId}/progress', { params: { path: { pupilId } }, signal })),
  });
  const data = progress.data;
  return (
    <Page
      wide
      title={data ? t('progress.title', { name: data.pupil.name }) : t('progress.titleOnly')}
      lead={t('progress.lead')}
      tools={
        <Button variant="default" onClick={() => window.print()}>
          {t('progress.print')}
        </Button>
      }
    >
      {progress.error ? (
        <ProblemAlert error={progress.error} onRetry={() => void progress.refetch()} />
      ) : null}
      {progress.isPending ? <Skeleton height={320} /> : null}
      {data && data.subjects.length === 0 ? (
        <EmptyState title={t('progress.none')}>{t('progress.noneDetail')}</EmptyState>
      ) : null}
      {data && data.subjects.length > 0 ? (
        <>
          <Section title={t('progress.subjects')}>
            <p className={styles.soft}>{t('progress.subjectsWhat')}</p>
            <ul className={styles.charts}>
              {data.subjects
                .filter(({ judged }) => judged === 'score')
                .map((subject) => (
                  <Chart key={subject.code} subject={subject} />
                ))}
            </ul>
          </Section>
          <Section title={t('progress.table')}>
            <Numbers data={data} />
          </Section>
        </>
      ) : null}
      {data ? <Years years={data.years} /> : null}
    </Page>
  );
}

function Chart({ subject }: { subject: Subject }) {
  const { t } = useTranslation('gradebook');
  const values = subject.values.flatMap(([first, second]) => [first ?? null, second ?? null]);
  const known = values.filter((value): value is number => value !== null);
  const [before, last] = known.slice(-2);
  const by = before === undefined || last === undefined ? undefined : last - before;
  const way = by === undefined ? undefined : by > 0 ? 'rise' : by < 0 ? 'fall' : 'same';
  return (
    <li>
      <div className={styles.head}>
        <strong>{subject.name}</strong>
        {known.length > 0 ? <strong>{printedScore(known.at(-1) ?? 0)}</strong> : null}
      </div>
      <SmallChart values={values} />
      <span className={styles.soft}>
        {way ? t(`progress.${way}`, { by: printedScore(Math.abs(by ?? 0)) }) : ''}
      </span>
    </li>
  );
}

const periods = [0, 1, 2] as const;

function Numbers({ data }: { data: Progress }) {
  const { t } = useTranslation('gradebook');
  const shown = (judged: Subject['judged'], value: number | null | undefined) =>
    value === null || value === undefined
      ? ''
      : judged === 'score'
        ? printedScore(value)
        : cellText('comment', value > 0 ? 1 : 0);
  return (
    <div className={styles.box}>
      <table className={styles.table}>
        <thead>
          <tr>
            <th scope="col" rowSpan={2}>
              {t('progress.subject')}
            </th>
            {data.years.map(({ schoolYear, className }) => (
              <th key={schoolYear} scope="colgroup" colSpan={3}>
                {schoolYear} · {className}
              </th>
            ))}
          </tr>
          <tr>
            {data.years.flatMap(({ schoolYear }) =>
              periods.map((period) => (
                <th key={`${schoolYear} ${period}`} scope="col">
                  {t(`progress.period.${period}`)}
                </th>
              )),
            )}
          </tr>
        </thead>
        <tbody>
          {data.subjects.map(({ code, name, judged, values }) => (
            <tr key={code}>
              <th scope="row">{name}</th>
              {data.years.flatMap(({ schoolYear }, at) =>
                periods.map((period) => {
                  const value = values[at]?.[period];
                  const low = typeof value === 'number' && value < (judged === 'score' ? 50 : 10);
                  return (
                    <td key={`${schoolYear} ${period}`} data-low={low || undefined}>
                      {shown(judged, value)}
                    </td>
                  );
                }),
              )}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

function Years({ years }: { years: readonly Year[] }) {
  const { t } = useTranslation('gradebook');
  const level = (of: string | null) => (of ? t(`level.${of}` as 'level.good') : '–');
  const three = (year: Year, of: 'level' | 'conduct') =>
    t('progress.three', {
      first: level(year.semester1[of]),
      second: level(year.semester2[of]),
      year: level(year.year[of]),
    });
  const decided = ({ year: { decision, honour } }: Year) =>
    [decision ? t(`decision.${decision}`) : '', honour ? t(`honour.${honour}`) : '']
      .filter(Boolean)
      .join('; ');
  return (
    <Section title={t('progress.results')}>
      <DataTable
        caption={t('progress.results')}
        rows={years}
        rowKey={({ schoolYear }) => schoolYear}
        empty={null}
        columns={[
          { key: 'year', header: t('progress.year'), phone: 'title', cell: (year) => year.schoolYear },
          { key: 'class', header: t('progress.class'), phone: 'corner', cell: (year) => year.className },
          { key: 'school', header: t('progress.school'), cell: (year) => year.school },
          {
            key: 'academic',
            header: t('progress.academic'),
            phone: 'named',
            cell: (year) => three(year, 'level'),
          },
          {
            key: 'conduct',
            header: t('progress.conduct'),
            phone: 'named',
            cell: (year) => three(year, 'conduct'),
          },
          { key: 'decision', header: t('progress.decision'), cell: decided },
          {
            key: 'absent',
            header: t('progress.absent'),
            phone: 'named',
            cell: (year) =>
              t('progress.absentOf', { count: year.absentSessions, excused: year.excusedSessions }),
          },
        ]}
      />
    </Section>
  );
}
