import { Button } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { v4 as uuid } from 'uuid';
import { answer, api, type operations, useCommand } from '#api';
import { formatDateTime } from '#platform/i18n';
import { EmptyState, Page, ProblemAlert, Section, Tag, toast } from '#platform/ui';
import type { Given } from './kept-sending.ts';
import { QuestionFields } from './question-fields.tsx';

type Item =
  operations['needsSurvey.listMine']['responses'][200]['content']['application/json']['items'][number];

/** Surveys of a signed-in pupil, or of a guardian's children. */
export default function MinePage() {
  const { t } = useTranslation('needs-answering');
  const list = useQuery({
    queryKey: ['needs-survey', 'mine'],
    queryFn: ({ signal }) => answer(api.GET('/api/needs-survey/mine', { signal })),
  });
  return (
    <Page title={t('mine.title')} lead={t('mine.lead')}>
      {list.error ? <ProblemAlert error={list.error} onRetry={() => list.refetch()} /> : null}
      {list.data?.items.length === 0 ? (
        <EmptyState title={t('mine.empty')}>{t('mine.emptyDetail')}</EmptyState>
      ) : null}
      {list.data?.items.map((item) => (
        <MySurvey
          key={`${item.survey.surveyId}.${item.pupil.id}.${item.survey.answered?.version ?? 0}`}
          item={item}
        />
      ))}
    </Page>
  );
}

function MySurvey({ item: { pupil, survey } }: { item: Item }) {
  const { t } = useTranslation('needs-answering');
  const [answers, setAnswers] = useState<Given>(survey.answered?.answers ?? {});
  const [missing, setMissing] = useState<Record<string, string>>({});
  const send = useCommand({
    run: (given: Given, init) =>
      answer(
        api.POST('/api/needs-survey/mine', {
          body: {
            pupilId: pupil.id,
            surveyId: survey.surveyId,
            answers: given,
            sendingId: init.headers['Idempotency-Key'] || uuid(),
            basedOn: survey.answered?.version ?? 0,
          },
          ...init,
        }),
      ),
    refreshes: [['needs-survey', 'mine']],
    onDone: () => toast({ tone: 'done', text: t('mine.done') }),
  });
  const isOpen = survey.state === 'open';
  function submit() {
    const open = survey.questions.filter(({ required, id }) => required && answers[id] === undefined);
    setMissing(Object.fromEntries(open.map(({ id }) => [id, t('missing')])));
    const [first] = open;
    if (first) document.getElementById(`question-${first.id}`)?.focus();
    else send.mutate(answers);
  }
  return (
    <Section
      title={survey.title}
      aside={
        survey.answered ? (
          <Tag tone="done">{t('sent.title', { at: formatDateTime(survey.answered.at) })}</Tag>
        ) : null
      }
    >
      <p>
        <strong>{pupil.name}</strong> ·{' '}
        {t('person', { className: pupil.className, school: pupil.schoolName })}
      </p>
      <p>
        {survey.state === 'waiting'
          ? t('notYet', { at: formatDateTime(survey.opensAt) })
          : isOpen
            ? t('lead', { at: formatDateTime(survey.closesAt) })
            : t('closed.title', { at: formatDateTime(survey.closesAt) })}
      </p>
      {survey.state === 'waiting' ? null : (
        <div style={{ maxWidth: 600 }}>
          <QuestionFields
            questions={survey.questions}
            answers={answers}
            faults={Object.fromEntries(Object.entries(missing).filter(([id]) => answers[id] === undefined))}
            disabled={!isOpen}
            onChange={setAnswers}
          />
          {send.error ? <ProblemAlert error={send.error} /> : null}
          {isOpen ? (
            <Button size="md" loading={send.isPending} onClick={submit}>
              {t('send')}
            </Button>
          ) : null}
        </div>
      )}
    </Section>
  );
}
