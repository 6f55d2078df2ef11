import { Skeleton } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { answer, api, useSchoolYear } from '#api';
import { formatDate } from '#platform/i18n';
import {
  DataTable,
  EmptyState,
  Facts,
  FilterChips,
  Page,
  ProblemAlert,
  Section,
  Tag,
  useAddress,
} from '#platform/ui';

const kinds = ['compulsory', 'elective', 'topic', 'optional'] as const;

/** What a grade is taught in a year, subject by subject, and on what ground. */
export default function ProgrammePage() {
  const { t, i18n } = useTranslation('curriculum');
  const { address } = useAddress();
  const { name: schoolYear } = useSchoolYear();
  const query = schoolYear ? { schoolYear } : {};
  const programme = useQuery({
    queryKey: ['curriculum', 'programme', query],
    queryFn: ({ signal }) => answer(api.GET('/api/curriculum/programme', { params: { query }, signal })),
  });
  const data = programme.data;
  const grade = address.khoi ?? '6';
  const name = (subject: { name: string; englishName: string } | undefined) =>
    i18n.language === 'en' ? (subject?.englishName ?? '') : (subject?.name ?? '');
  const total = data?.totals.find((one) => String(one.grade) === grade)?.periods ?? 0;
  return (
    <Page title={t('programme.title')} lead={t('programme.lead')}>
      {programme.error ? (
        <ProblemAlert error={programme.error} onRetry={() => void programme.refetch()} />
      ) : null}
      {programme.isPending ? <Skeleton height={240} /> : null}
      {data ? (
        <>
          <FilterChips
            name="khoi"
            label={t('grade')}
            options={data.totals.map((one) => ({
              value: one.grade === 6 ? '' : String(one.grade),
              label: t('gradeOf', { grade: one.grade }),
            }))}
          />
          <div style={{ marginTop: 16 }}>
            <Facts
              facts={[
                { name: t('programme.total'), value: t('periodsPerYear', { count: total }) },
                {
                  name: t('programme.weekly'),
                  value: t('periodsPerWeek', {
                    periods: (Math.round((total / (data.semesterWeeks[1] + data.semesterWeeks[2])) * 10) / 10)
                      .toString()
                      .replace('.', ','),
                  }),
                },
                {
                  name: t('programme.weeks'),
                  value: t('programme.weeksOf', {
                    first: data.semesterWeeks[1],
                    second: data.semesterWeeks[2],
                  }),
                },
                { name: t('programme.from'), value: formatDate(data.effectiveFrom) },
                { name: t('programme.source'), value: data.sourceNote },
              ]}
            />
          </div>
          {kinds.map((kind) => {
            const lines = data.lines.filter(
              (line) => line.kind === kind && line.periodsByGrade[grade] !== undefined,
            );
            if (lines.length === 0) return null;
            return (
              <Section key={kind} title={t(`kind.${kind}`)}>
                {kind === 'elective' ? (
                  <p>{t('programme.choose', { count: data.electivesToChoose })}</p>
                ) : null}
                {kind === 'topic' ? (
                  <p>{t('programme.chooseTopics', { count: data.topicClustersToChoose })}</p>
                ) : null}
                <DataTable
                  caption={t(`kind.${kind}`)}
                  rows={lines}
                  rowKey={({ subjectCode }) => subjectCode}
                  empty={<EmptyState title={t('programme.none')} />}
                  columns={[
                    {
                      key: 'name',
                      header: t('subject'),
                      phone: 'title',
                      cell: ({ subjectCode }) => name(data.subjects.find(({ code }) => code === subjectCode)),
                    },
                    {
                      key: 'strands',
                      header: t('strands'),
                      cell: ({ subjectCode }) =>
                        data.subjects
                          .find(({ code }) => code === subjectCode)
                          ?.strands.map((strand) => strand.name)
                          .join(', ') ?? '',
                    },
                    {
                      key: 'judged',
                      header: t('judged'),
                      cell: ({ subjectCode }) => {
                        const judged =
                          data.subjects.find(({ code }) => code === subjectCode)?.judged ?? 'score';
                        return <Tag>{t(`judgedBy.${judged}`)}</Tag>;
                      },
                    },
                    {
                      key: 'periods',
                      header: t('perYear'),
                      align: 'right',
                      phone: 'corner',
                      cell: ({ periodsByGrade }) => periodsByGrade[grade] ?? '',
                    },
                  ]}
                />
              </Section>
            );
          })}
          {Number(grade) >= 10 ? (
            <Section title={t('specialised')}>
              <p>
                {data.subjects
                  .filter(({ specialised }) => specialised)
                  .map(name)
                  .join(', ')}
                .
              </p>
              <p>
                {t('specialisedFactor', { percent: data.specialisedFactor.value * 100 })}{' '}
                {data.specialisedFactor.source}
              </p>
            </Section>
          ) : null}
        </>
      ) : null}
    </Page>
  );
}
