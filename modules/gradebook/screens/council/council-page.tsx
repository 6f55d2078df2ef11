import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { answer, api, type operations, useSchoolYear } from '#api';
import {
  DataTable,
  EmptyState,
  FilterChips,
  Notice,
  Page,
  ProblemAlert,
  Section,
  useAddress,
} from '#platform/ui';
import { PeriodChips } from '../period-chips.tsx';
import { TermTools } from '../term-tools.tsx';
import { MinutesForm } from './minutes-form.tsx';

export type Council = operations['gradebook.getCouncil']['responses'][200]['content']['application/json'];
type CouncilClass = Council['classes'][number];

const levels = ['excellent', 'good', 'pass', 'fail'] as const;
const decisions = ['promoted', 'retest', 'summerTraining', 'retained'] as const;

/** The end of a semester or of the year in one page: how far the marks are, results by class, whom the council decides on, minutes, lock. */
export default function CouncilPage() {
  const { t } = useTranslation('gradebook');
  const { address } = useAddress();
  const { name: schoolYear } = useSchoolYear();
  const period = address.ky === '2' ? 2 : address.ky === 'nam' ? 0 : 1;
  const query = { period, ...(schoolYear ? { schoolYear } : {}) } as const;
  const council = useQuery({
    queryKey: ['gradebook', 'council', query],
    queryFn: ({ signal }) => answer(api.GET('/api/gradebook/council', { params: { query }, signal })),
  });
  const data = council.data;
  const chosen = address.ly_do;
  const cases = (data?.classes ?? []).flatMap(({ className, classId, cases: list }) =>
    list.map((one) => ({ ...one, className, classId })),
  );
  const kinds = [...new Set(cases.flatMap((one) => one.kinds))];
  const shown = chosen ? cases.filter((one) => one.kinds.some((kind) => kind === chosen)) : cases;
  const missing = (data?.classes ?? []).reduce((sum, { wanted, filled }) => sum + wanted - filled, 0);
  const semester = period === 1 ? 1 : 2;
  const counted = (list: readonly number[], names: readonly string[]) =>
    names
      .map((name, at) => (list[at] ? t('results.count', { level: name, count: list[at] }) : ''))
      .filter(Boolean)
      .join(' · ') || '–';
  const levelNames = levels.map((level) => t(`level.${level}`));
  return (
    <Page
      wide
      title={t('council.title')}
      lead={data ? t('sheets.lead', { school: data.school.name, year: data.schoolYear }) : t('council.lead')}
    >
      <PeriodChips />
      {council.error ? <ProblemAlert error={council.error} onRetry={() => void council.refetch()} /> : null}
      {data ? (
        <Notice tone={data.term.lockedAt ? 'done' : missing > 0 ? 'due' : 'info'}>
          {data.term.lockedAt
            ? t('council.locked')
            : missing > 0
              ? t('council.missing', { count: missing })
              : t('council.complete')}
        </Notice>
      ) : null}
      <Section title={t('council.byClass')}>
        <DataTable
          caption={t('council.byClass')}
          loading={council}
          rows={data?.classes ?? []}
          rowKey={({ classId }) => classId}
          empty={<EmptyState title={t('council.none')}>{t('council.noneDetail')}</EmptyState>}
          columns={[
            {
              key: 'class',
              header: t('classes.class'),
              phone: 'title',
              cell: ({ classId, className }) => <Link to={`/ket-qua/${classId}`}>{className}</Link>,
            },
            {
              key: 'pupils',
              header: t('sheets.pupils'),
              align: 'right',
              phone: 'hidden',
              cell: ({ pupils }) => pupils,
            },
            {
              key: 'progress',
              header: t('sheets.progress'),
              cell: (one) => <Progress of={one} />,
            },
            {
              key: 'academic',
              header: t('results.academic'),
              cell: ({ academic }) => t('results.academicLine', { line: counted(academic, levelNames) }),
            },
            {
              key: 'conduct',
              header: t('results.conduct'),
              cell: ({ conduct }) => t('results.conductLine', { line: counted(conduct, levelNames) }),
            },
            ...(period === 0
              ? [
                  {
                    key: 'decision',
                    header: t('results.decision'),
                    cell: ({ decisions: list }: CouncilClass) =>
                      counted(
                        list,
                        decisions.map((decision) => t(`decision.${decision}`)),
                      ),
                  },
                ]
              : []),
            {
              key: 'cases',
              header: t('council.cases'),
              align: 'right',
              phone: 'corner',
              cell: (one) => t('council.toDecide', { count: one.cases.length }),
            },
          ]}
        />
      </Section>
      <Section title={t('council.casesTitle', { count: shown.length })}>
        {kinds.length > 1 ? (
          <FilterChips
            name="ly_do"
            label={t('council.why')}
            options={[
              { value: '', label: t('sheets.all') },
              ...kinds.map((kind) => ({ value: kind, label: t(`case.${kind}`) })),
            ]}
          />
        ) : null}
        <DataTable
          caption={t('council.casesTitle', { count: shown.length })}
          loading={council}
          rows={shown}
          rowKey={({ pupilId }) => pupilId}
          empty={<EmptyState title={t('council.noCases')}>{t('council.noCasesDetail')}</EmptyState>}
          columns={[
            {
              key: 'name',
              header: t('sheet.pupil'),
              phone: 'title',
              cell: ({ name, classId, pupilId }) => (
                <Link
                  to={`/ket-qua/${classId}`}
                  search={{ hs: pupilId, ky: period === 0 ? 'nam' : period === 2 ? '2' : '' }}
                >
                  {name}
                </Link>
              ),
            },
            { key: 'class', header: t('classes.class'), cell: ({ className }) => className },
            {
              key: 'why',
              header: t('council.why'),
              cell: ({ kinds: list }) => list.map((kind) => t(`case.${kind}`)).join('; '),
            },
            {
              key: 'absent',
              header: t('council.absent'),
              align: 'right',
              cell: ({ absentSessions }) => t('council.sessions', { count: absentSessions }),
            },
            { key: 'reasons', header: t('council.reasons'), cell: ({ reasons }) => reasons.join(' ') },
          ]}
        />
      </Section>
      {data && data.classes.length > 0 ? (
        <Section title={t('council.close')}>
          <MinutesForm query={query} />
          <TermTools semester={semester} term={data.term} may={data.may} />
        </Section>
      ) : null}
    </Page>
  );
}

/** Entered cells, and the sheets that still lack some with whom to ask. */
function Progress({ of }: { of: CouncilClass }) {
  const { t } = useTranslation('gradebook');
  const line = t('sheets.entered', { filled: of.filled, wanted: of.wanted });
  if (of.short.length === 0) return <>{line}</>;
  return (
    <details>
      <summary>{t('council.short', { line, count: of.short.length })}</summary>
      <ul>
        {of.short.map(({ subjectCode, subjectName, teachers, missing }) => (
          <li key={subjectCode}>
            {t('council.shortOne', {
              subject: subjectName,
              count: missing,
              teachers: teachers.join(', ') || t('sheets.nobody'),
            })}
          </li>
        ))}
      </ul>
    </details>
  );
}
