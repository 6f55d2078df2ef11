import { useQuery } from '@tanstack/react-query';
import { useParams } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { answer, api } from '#api';
import { formatDate } from '#platform/i18n';
import { Page, ProblemAlert, Section, useAddress } from '#platform/ui';
import { FiguresView } from './figures-view.tsx';
import styles from './plan.module.css';
import { type RowColumn, RowsTable } from './rows-table.tsx';

/** The published plan of a school for everybody, without sign-in; no person is named. */
export default function PublicPage() {
  const { t } = useTranslation('education-plan');
  const { schoolCode } = useParams({ strict: false }) as { schoolCode: string };
  const { address } = useAddress();
  const schoolYear = address['nam-hoc'];
  const found = useQuery({
    queryKey: ['education-plan', 'public', schoolCode, schoolYear],
    queryFn: ({ signal }) =>
      answer(
        api.GET('/api/public/education-plans/{schoolCode}', {
          params: { path: { schoolCode }, query: schoolYear ? { schoolYear } : {} },
          signal,
        }),
      ),
  });
  const plan = found.data;
  const column = (field: string, kind: RowColumn['kind'] = 'text'): RowColumn => ({
    field,
    label: t(`column.${field}`),
    kind,
  });
  return (
    <main className={styles.public}>
      {found.error ? <ProblemAlert error={found.error} /> : null}
      {plan ? (
        <Page
          title={t('public.title', { year: plan.schoolYear })}
          lead={t('public.lead', {
            school: plan.school,
            day: formatDate(plan.publishedOn),
            number: plan.revision,
          })}
        >
          {plan.amendmentReason ? <p>{t('public.amendment', { reason: plan.amendmentReason })}</p> : null}
          {plan.sections.map((section) => (
            <Section key={section.title} title={section.title}>
              <p className={styles.text}>{section.body}</p>
            </Section>
          ))}
          {plan.figures ? (
            <Section title={t('figures.title')}>
              <FiguresView figures={plan.figures} />
            </Section>
          ) : null}
          <Section title={t('calendar.title')}>
            <p>
              {t('calendar.spans', {
                from1: formatDate(plan.calendar.lessonsFrom),
                to1: formatDate(plan.calendar.semester1To),
                from2: formatDate(plan.calendar.semester2From),
                to2: formatDate(plan.calendar.lessonsTo),
              })}
            </p>
          </Section>
          <Section title={t('view.targets')}>
            <RowsTable
              caption={t('view.targets')}
              columns={[
                column('label'),
                column('grade', 'number'),
                column('value', 'number'),
                column('unit'),
              ]}
              rows={plan.targets}
            />
          </Section>
          <Section title={t('view.periods')}>
            <RowsTable
              caption={t('view.periods')}
              columns={[
                column('grade', 'number'),
                column('className'),
                column('subject'),
                column('semester1', 'number'),
                column('semester2', 'number'),
              ]}
              rows={plan.periods}
            />
          </Section>
          <Section title={t('view.secondSession')}>
            <RowsTable
              caption={t('view.secondSession')}
              columns={[
                column('grade', 'number'),
                column('content'),
                column('subject'),
                column('periodsPerWeek', 'number'),
                column('groupSize', 'number'),
                column('funding'),
              ]}
              rows={plan.secondSession.map((row) => ({
                ...row,
                content: t(`content.${row.content}`),
                funding: t(`funding.${row.funding}`),
              }))}
            />
          </Section>
          <Section title={t('view.activities')}>
            <RowsTable
              caption={t('view.activities')}
              columns={[
                column('startsOn', 'day'),
                column('endsOn', 'day'),
                column('title'),
                column('grades'),
                column('place'),
              ]}
              rows={plan.activities}
            />
          </Section>
        </Page>
      ) : null}
    </main>
  );
}
