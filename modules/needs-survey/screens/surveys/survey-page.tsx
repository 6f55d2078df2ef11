import { Button, Group } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useParams } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { answer, api } from '#api';
import { formatDateTime, formatPercent } from '#platform/i18n';
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
import { blockKindOf } from '../../rules/question.ts';
import { GroupProposal } from '../groups/proposal.tsx';
import { ChangeSurvey } from './change-survey.tsx';
import { ResultBars } from './result-bars.tsx';
import { type Survey, stateTones } from './survey-words.ts';
import { Unanswered } from './unanswered.tsx';

const views = ['ket-qua', 'lop', 'chua-tra-loi', 'nhom'] as const;
/** Views that not everybody who sees the survey may open. */
const needs: Partial<Record<(typeof views)[number], string>> = {
  'chua-tra-loi': 'needsSurvey.listUnanswered',
  nhom: 'needsSurvey.proposeGroups',
};

/** One survey: how many have answered, what they wish, whom to remind. */
export default function SurveyPage() {
  const { t } = useTranslation('needs-survey');
  const { surveyId = '' } = useParams({ strict: false }) as { surveyId?: string };
  const { address } = useAddress();
  const [changing, setChanging] = useState(false);
  const query = useQuery({
    queryKey: ['needs-survey', 'survey', surveyId],
    queryFn: ({ signal }) =>
      answer(api.GET('/api/needs-survey/surveys/{surveyId}', { params: { path: { surveyId } }, signal })),
  });
  const trail = [{ label: t('list.title'), to: '/khao-sat' }];
  const survey = query.data;
  if (!survey) {
    return (
      <Page title={t('list.one')} trail={trail}>
        {query.error ? (
          <ProblemAlert error={query.error} onRetry={() => query.refetch()} />
        ) : (
          <p>{t('loading')}</p>
        )}
      </Page>
    );
  }
  const may = (operation: string) => survey.may.includes(operation);
  const shown = views.find((view) => view === address.xem) ?? 'ket-qua';
  return (
    <Page
      title={survey.title}
      trail={trail}
      lead={survey.unitName}
      action={
        may('needsSurvey.changeSurvey') ? (
          <Button variant="default" onClick={() => setChanging(true)}>
            {t('change.button')}
          </Button>
        ) : null
      }
    >
      <Facts
        facts={[
          {
            name: t('list.state'),
            value: <Tag tone={stateTones[survey.state]}>{t(`state.${survey.state}`)}</Tag>,
          },
          { name: t('opens'), value: formatDateTime(survey.opensAt) },
          { name: t('closes'), value: formatDateTime(survey.closesAt) },
          { name: t('list.answered'), value: <Rate asked={survey.asked} answered={survey.answered} /> },
        ]}
      />
      <Group justify="space-between" my="md">
        <FilterChips
          name="xem"
          label={t('view.label')}
          options={views
            .filter((view) => needs[view] === undefined || may(needs[view]))
            .map((view) => ({ value: view === 'ket-qua' ? '' : view, label: t(`view.${view}`) }))}
        />
        {may('needsSurvey.exportResults') && needs[shown] === undefined ? (
          <Button
            component="a"
            variant="default"
            href={`/api/needs-survey/surveys/${survey.id}/results.xlsx`}
          >
            {t('excel')}
          </Button>
        ) : null}
      </Group>
      {shown === 'ket-qua' ? <ResultBars surveyId={survey.id} /> : null}
      {shown === 'lop' ? <ClassRates survey={survey} /> : null}
      {shown === 'chua-tra-loi' && may('needsSurvey.listUnanswered') ? <Unanswered survey={survey} /> : null}
      {shown === 'nhom' && may('needsSurvey.proposeGroups') ? (
        <GroupProposal
          surveyId={survey.id}
          asksWishes={survey.questions.some((question) => blockKindOf(question) !== undefined)}
        />
      ) : null}
      {changing ? <ChangeSurvey survey={survey} onClose={() => setChanging(false)} /> : null}
    </Page>
  );
}

function Rate({ asked, answered }: { asked: number; answered: number }) {
  const { t } = useTranslation('needs-survey');
  return asked > 0
    ? t('rate', { answered, asked, percent: formatPercent(answered / asked) })
    : t('list.nobody');
}

function ClassRates({ survey }: { survey: Survey }) {
  const { t } = useTranslation('needs-survey');
  return (
    <Section title={t('view.lop')}>
      <DataTable
        caption={t('view.lop')}
        rows={survey.classes}
        rowKey={(row) => row.id}
        empty={<EmptyState title={t('list.nobody')} />}
        columns={[
          { key: 'name', header: t('class'), phone: 'title', cell: (row) => row.name },
          { key: 'asked', header: t('asked'), align: 'right', cell: (row) => row.asked },
          { key: 'answered', header: t('list.answered'), align: 'right', cell: (row) => row.answered },
          {
            key: 'rate',
            header: t('percent'),
            align: 'right',
            phone: 'corner',
            cell: (row) => (row.asked > 0 ? formatPercent(row.answered / row.asked) : '–'),
          },
        ]}
      />
    </Section>
  );
}
