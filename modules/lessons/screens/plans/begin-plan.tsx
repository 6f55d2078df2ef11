import { Modal, NumberInput, Select, TextInput } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { answer, api, useCommand } from '#api';
import { ApiProblem, Form, problemOf } from '#platform/ui';
import type { AnswerOf } from '../answer-of.ts';

type Answer = AnswerOf<'lessons.listPlans'>;

/** What a plan is begun for: a lesson of the programme, or one of its own in a subject taught. */
export type Begun = { readonly lesson: Answer['lessons'][number] } | { readonly taught: Answer['taught'] };

/** Begins a plan, empty or from an own or shared one, and opens it. */
export function BeginPlan({ begun, onClose }: { begun: Begun; onClose: () => void }) {
  const { t } = useTranslation('lesson-plans');
  const navigate = useNavigate();
  const lesson = 'lesson' in begun ? begun.lesson : undefined;
  const taught = 'taught' in begun ? begun.taught : [];
  const [subject, setSubject] = useState(lesson ?? taught[0]!);
  const [title, setTitle] = useState('');
  const [periods, setPeriods] = useState(1);
  const [copyOf, setCopyOf] = useState<string | null>(null);
  const { subjectCode, grade } = subject;
  const copies = useQuery({
    queryKey: ['lessons', 'copies', subjectCode, grade],
    queryFn: ({ signal }) =>
      answer(api.GET('/api/lessons/copies', { params: { query: { subjectCode, grade } }, signal })),
  });
  const opened = (id: string) => void navigate({ to: `/bai-day/${id}` });
  const create = useCommand({
    run: (_: object, init) =>
      answer(
        api.POST('/api/lessons/plans', {
          body: {
            ...(lesson ? { lessonId: lesson.lessonId } : { subjectCode, grade, title, periods }),
            ...(copyOf ? { copyOf } : {}),
          },
          ...init,
        }),
      ),
    refreshes: [['lessons', 'plans']],
    onDone: ({ id }) => opened(id),
  });
  const refused = create.error instanceof ApiProblem ? create.error.document : undefined;
  const exists = refused?.code === 'lessons.planExists';
  return (
    <Modal
      opened
      onClose={onClose}
      title={<strong>{lesson ? lesson.title : t('begin.free')}</strong>}
      closeButtonProps={{ 'aria-label': t('ui:dialog.close') }}
    >
      <Form
        submit={exists ? t('begin.open') : t('begin.submit')}
        busy={create.isPending}
        error={create.error}
        problems={create.error ? (problemOf(create.error).problems ?? []) : []}
        onSubmit={() => {
          const facts = exists ? (refused as { facts?: { planId?: string } }).facts : undefined;
          if (facts?.planId) opened(facts.planId);
          else create.mutate({ copyOf, title, periods, subjectCode, grade });
        }}
        onCancel={onClose}
      >
        {lesson ? (
          <p>{t('begin.prefilled', { subject: lesson.subjectName, grade, count: lesson.periods })}</p>
        ) : (
          <>
            <Select
              label={t('plans.subject')}
              allowDeselect={false}
              data={taught.map((one) => ({
                value: `${one.subjectCode}-${one.grade}`,
                label: t('plans.subjectOf', { subject: one.subjectName, grade: one.grade }),
              }))}
              value={`${subjectCode}-${grade}`}
              onChange={(value) =>
                setSubject(taught.find((one) => `${one.subjectCode}-${one.grade}` === value) ?? subject)
              }
            />
            <TextInput
              id="field-title"
              label={t('plan.name')}
              maxLength={300}
              required
              value={title}
              onChange={(event) => setTitle(event.currentTarget.value)}
            />
            <NumberInput
              id="field-periods"
              label={t('plans.periods')}
              min={1}
              max={100}
              value={periods}
              onChange={(value) => setPeriods(Number(value) || 1)}
            />
          </>
        )}
        <Select
          label={t('begin.copy')}
          description={t('begin.copyWhat')}
          placeholder={t('begin.empty')}
          clearable
          searchable
          nothingFoundMessage={t('begin.noCopies')}
          data={(copies.data?.items ?? []).map((one) => ({
            value: one.id,
            label: t(one.mine ? 'begin.mine' : 'begin.theirs', {
              title: one.title,
              year: one.schoolYear,
              name: one.staffName,
            }),
          }))}
          value={copyOf}
          onChange={setCopyOf}
        />
      </Form>
    </Modal>
  );
}
