import { Button, Group, TextInput } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useNavigate, useParams } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { answer, api, type operations, useCommand } from '#api';
import { ConfirmDialog, Form, Page, ProblemAlert, Section, toast, useKeptForm } from '#platform/ui';
import { blockKinds, type Question } from '../../rules/question.ts';
import { wishQuestion } from '../../rules/template.ts';
import answering from '../answering/answering.module.css';
import type { Given } from '../answering/kept-sending.ts';
import { QuestionFields } from '../answering/question-fields.tsx';
import styles from '../surveys/surveys.module.css';
import { isUpper, programmeNow, QuestionEditor } from './question-editor.tsx';

type Loaded = operations['needsSurvey.getForm']['responses'][200]['content']['application/json'];
type Body = operations['needsSurvey.saveForm']['requestBody']['content']['application/json'];

/** A form: its questions in order, and beside them what a phone shows. */
export default function FormPage() {
  const { t } = useTranslation('needs-survey');
  const { formId = '' } = useParams({ strict: false }) as { formId?: string };
  const query = useQuery({
    queryKey: ['needs-survey', 'form', formId],
    queryFn: ({ signal }) =>
      answer(api.GET('/api/needs-survey/forms/{formId}', { params: { path: { formId } }, signal })),
  });
  const trail = [
    { label: t('list.title'), to: '/khao-sat' },
    { label: t('forms.title'), to: '/khao-sat/mau' },
  ];
  if (!query.data) {
    return (
      <Page title={t('forms.one')} trail={trail}>
        {query.error ? (
          <ProblemAlert error={query.error} onRetry={() => query.refetch()} />
        ) : (
          <p>{t('loading')}</p>
        )}
      </Page>
    );
  }
  const form = query.data;
  return (
    <Page
      title={form.title}
      trail={trail}
      lead={t('forms.facts', { owner: form.ownerName, count: form.questions.length })}
      wide
    >
      {form.own ? (
        <Builder key={form.id} form={form} />
      ) : (
        <>
          <p>{t('forms.readOnly')}</p>
          <Preview questions={form.questions} />
        </>
      )}
    </Page>
  );
}

function Preview({ questions }: { questions: readonly Question[] }) {
  const { t } = useTranslation('needs-survey');
  const [answers, setAnswers] = useState<Given>({});
  return (
    <Section title={t('forms.preview')}>
      <div className={answering.phone}>
        <QuestionFields questions={questions} answers={answers} onChange={setAnswers} />
      </div>
    </Section>
  );
}

function freshId(questions: readonly Question[]): string {
  const taken = new Set(questions.map(({ id }) => id));
  let at = questions.length + 1;
  while (taken.has(`q${at}`)) at += 1;
  return `q${at}`;
}

interface Values extends Record<string, unknown> {
  readonly version: number;
  readonly title: string;
  readonly questions: readonly Question[];
}

const valuesOf = ({ version, title, questions }: Loaded): Values => ({ version, title, questions });

function Builder({ form: loaded }: { form: Loaded }) {
  const { t } = useTranslation('needs-survey');
  const navigate = useNavigate();
  const [removing, setRemoving] = useState(false);
  const form = useKeptForm(`needs-survey.form.${loaded.id}.${loaded.version}`, valuesOf(loaded));
  const { values } = form;
  const { questions } = values;
  const save = useCommand({
    run: ({ title, questions: asked, version }: Values, init) =>
      answer(
        api.PUT('/api/needs-survey/forms/{formId}', {
          params: { path: { formId: loaded.id } },
          body: { title: title.trim(), questions: asked as Body['questions'], version },
          ...init,
        }),
      ),
    refreshes: [['needs-survey']],
    onDone: (saved, sent) => {
      form.saved(sent, { ...sent, title: sent.title.trim(), version: saved.version });
      toast({ tone: 'done', text: t('forms.savedDone') });
    },
  });
  const retire = useCommand({
    run: (_: undefined, init) =>
      answer(
        api.DELETE('/api/needs-survey/forms/{formId}', { params: { path: { formId: loaded.id } }, ...init }),
      ),
    refreshes: [['needs-survey', 'forms']],
    onDone: () => {
      form.clear();
      void navigate({ to: '/khao-sat/mau' });
    },
  });
  function change(next: readonly Question[]) {
    // Faults are told by place: after any change the places may be others.
    form.refuse([]);
    form.change('questions', next);
  }
  function move(at: number, by: -1 | 1) {
    const next = [...questions];
    const [one] = next.splice(at, 1);
    if (one) next.splice(at + by, 0, one);
    change(next);
  }
  return (
    <div className={styles.builder}>
      <Form
        submit={t('forms.save')}
        busy={save.isPending}
        error={save.error}
        problems={form.problems}
        labels={{
          title: t('forms.name'),
          ...Object.fromEntries(
            form.problems.map(({ path }) => {
              const place = Number(/questions\.(\d+)\./.exec(path)?.[1] ?? -1) + 1;
              return [
                path.replace(/^body\./, ''),
                place > 0 ? t('question.place', { place }) : t('forms.name'),
              ];
            }),
          ),
        }}
        width="100%"
        onSubmit={() => save.mutate(values, { onError: form.refuse })}
      >
        <TextInput label={t('forms.name')} maxLength={150} {...form.text('title')} />
        <ol className={styles.questions}>
          {questions.map((question, at) => (
            <li key={question.id} className={styles.question}>
              <QuestionEditor
                question={question}
                place={at + 1}
                isFirst={at === 0}
                isLast={at === questions.length - 1}
                grades={loaded.grades}
                onChange={(next) => change(questions.map((one, place) => (place === at ? next : one)))}
                onMove={(by) => move(at, by)}
                onRemove={() => change(questions.filter((_, place) => place !== at))}
              />
            </li>
          ))}
        </ol>
        <Group>
          <Button
            variant="default"
            disabled={questions.length >= 40}
            onClick={() =>
              change([
                ...questions,
                {
                  id: freshId(questions),
                  type: 'single',
                  title: '',
                  required: false,
                  options: [
                    { value: 'a', label: '' },
                    { value: 'b', label: '' },
                  ],
                },
              ])
            }
          >
            {t('question.add')}
          </Button>
          {(loaded.grades.some(isUpper) ? blockKinds : []).map((kind) => (
            <Button
              key={kind}
              variant="default"
              disabled={questions.length >= 40}
              onClick={() =>
                change([...questions, { ...wishQuestion(kind, programmeNow()), id: freshId(questions) }])
              }
            >
              {t(kind === 'elective' ? 'question.addElective' : 'question.addTopic')}
            </Button>
          ))}
          <Button variant="subtle" color="brick" onClick={() => setRemoving(true)}>
            {t('forms.retire')}
          </Button>
        </Group>
      </Form>
      <Preview questions={questions} />
      <ConfirmDialog
        opened={removing}
        title={t('forms.retireTitle')}
        confirm={t('forms.retire')}
        danger
        busy={retire.isPending}
        error={retire.error}
        onClose={() => setRemoving(false)}
        onConfirm={() => retire.mutate(undefined)}
      >
        {t('forms.retireDetail')}
      </ConfirmDialog>
    </div>
  );
}
