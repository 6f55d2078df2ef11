import { Anchor, Checkbox, NumberInput, Select, SimpleGrid, TextInput } from '@mantine/core';
import { useMutation, useQuery } from '@tanstack/react-query';
import { Link, useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { answer, api, useCommand } from '#api';
import { Form, Notice, Page, ProblemAlert, toast, useDraftForm } from '#platform/ui';
import type { BlockKind } from '../../rules/question.ts';
import type { BlockProposed } from './answers.ts';
import { BlockProposal } from './block-proposal.tsx';

const grades = [10, 11, 12];

/**
 * Groups of electives or topics beside each other: what is chosen between, in which classes. Pupils come by the choice of their class, or by
 * what they wished in a survey: then the groups are shown first.
 */
export default function ElectiveBlockPage() {
  const { t } = useTranslation('needs-groups');
  const navigate = useNavigate();
  const form = useDraftForm('elective-block', {
    kind: 'elective' as BlockKind,
    grade: 10,
    block: t('block.first'),
    periodsPerWeek: 2 as number | string,
    subjectCodes: [] as string[],
    classIds: [] as string[],
    source: '',
    largest: 45 as number | string,
    least: 15 as number | string,
    /** Groups of each subject there is room for; none: as the classes need. */
    groups: [] as number[],
  });
  type Values = typeof form.values;
  const { kind, grade, subjectCodes, classIds, source } = form.values;
  const programme = useQuery({
    queryKey: ['curriculum', 'programme', {}],
    queryFn: ({ signal }) => answer(api.GET('/api/curriculum/programme', { params: { query: {} }, signal })),
  });
  const choices = useQuery({
    queryKey: ['curriculum', 'class-choices', {}],
    queryFn: ({ signal }) =>
      answer(api.GET('/api/curriculum/class-choices', { params: { query: {} }, signal })),
  });
  const wishes = useQuery({
    queryKey: ['needs-survey', 'asked-wishes', kind, grade],
    queryFn: ({ signal }) =>
      answer(api.GET('/api/needs-survey/asked-wishes', { params: { query: { kind, grade } }, signal })),
  });
  const asked = wishes.data?.items ?? [];
  const keyOf = (one: (typeof asked)[number]) => `${one.surveyId} ${one.questionId}`;
  const chosen = asked.find((one) => keyOf(one) === source);
  /** What is asked for, and for groups by wishes also the question and the sizes. */
  function wanted({ source: _, largest, least, groups, ...values }: Values) {
    const block = { ...values, block: values.block.trim(), periodsPerWeek: Number(values.periodsPerWeek) };
    return {
      block,
      byWishes: {
        ...{ surveyId: chosen?.surveyId ?? '', questionId: chosen?.questionId ?? '' },
        ...{ largest: Number(largest), least: Number(least) },
        ...(groups.length > 0 ? { groups } : {}),
      },
    };
  }
  const [seen, setSeen] = useState<{ values: Values; proposal: BlockProposed }>();
  const asking = {
    mutationFn: (values: Values) => {
      const { block, byWishes } = wanted(values);
      return answer(
        api.GET('/api/needs-survey/elective-blocks/proposal', {
          params: { query: { ...block, ...byWishes } },
        }),
      );
    },
    onSuccess: (proposal: BlockProposed, values: Values) => {
      form.change('groups', values.groups);
      setSeen({ values, proposal });
      resize.reset();
    },
  };
  const propose = useMutation(asking);
  const resize = useMutation(asking);
  const proposal = JSON.stringify(seen?.values) === JSON.stringify(form.values) ? seen?.proposal : undefined;
  const make = useCommand({
    run: (values: Values, init) => {
      const { block, byWishes } = wanted(values);
      return answer(
        api.POST('/api/needs-survey/elective-blocks', {
          body: {
            ...block,
            ...(proposal ? { byWishes: { ...byWishes, fingerprint: proposal.fingerprint } } : {}),
          },
          ...init,
        }),
      );
    },
    refreshes: [['needs-survey'], ['timetable']],
    onDone: ({ groups, pupils }) => {
      form.clear();
      toast({ tone: 'done', text: t('block.made', { groups, pupils }) });
      void navigate({ to: '/nhom-buoi-2', search: { loai: kind } });
    },
  });
  const error = programme.error ?? choices.error ?? wishes.error;
  const classes = (choices.data?.classes ?? []).filter((one) => one.grade === grade);
  const offered = (programme.data?.lines ?? [])
    .filter((line) => line.kind === kind && line.periodsByGrade[String(grade)] !== undefined)
    .flatMap(({ subjectCode }) => programme.data?.subjects.find(({ code }) => code === subjectCode) ?? []);
  const nameOf = (code: string) => programme.data?.subjects.find((one) => one.code === code)?.name ?? code;
  /** Names of the subjects that a class takes, of these; of none: of all. */
  const takes = (one: (typeof classes)[number], among: readonly string[]) =>
    one.choices
      .filter((choice) => choice.kind === kind && (among.length === 0 || among.includes(choice.subjectCode)))
      .map(({ subjectCode }) => nameOf(subjectCode));

  function send() {
    const problems = [
      ...(form.values.block.trim() ? [] : [{ path: 'block', message: t('block.nameMissing') }]),
      ...(subjectCodes.length > 1 ? [] : [{ path: 'subjectCodes', message: t('block.subjectsMissing') }]),
      ...(classIds.length > 0 ? [] : [{ path: 'classIds', message: t('block.classesMissing') }]),
    ];
    form.refuse(problems);
    // Asked from the form, the groups begin as the classes need them.
    if (problems.length === 0)
      (source ? propose : make).mutate({ ...form.values, groups: [] }, { onError: form.refuse });
  }
  /** Takes up a question, unless something is chosen already: the classes it asked, and what it offered where each of them takes one of it. */
  function follow(key: string) {
    const one = asked.find((question) => keyOf(question) === key);
    form.change('source', key);
    if (!one) return;
    const takesOne = classes
      .filter(({ classId }) => one.classIds.includes(classId))
      .every((own) => takes(own, one.subjectCodes).length === 1);
    if (takesOne && subjectCodes.length === 0) form.change('subjectCodes', one.subjectCodes);
    if (classIds.length === 0) form.change('classIds', one.classIds);
  }

  return (
    <Page
      title={t('block.title')}
      lead={t('block.lead')}
      trail={[{ label: t('list.title'), to: '/nhom-buoi-2' }]}
    >
      {error ? (
        <ProblemAlert
          error={error}
          onRetry={() => {
            void programme.refetch();
            void choices.refetch();
            void wishes.refetch();
          }}
        />
      ) : null}
      <Form
        submit={t(source ? 'block.propose' : 'block.make')}
        busy={(source ? propose : make).isPending}
        error={source ? propose.error : make.error}
        problems={form.problems}
        labels={{
          kind: t('kindOf'),
          grade: t('grade'),
          block: t('block.name'),
          periodsPerWeek: t('periods'),
          subjectCodes: t('block.subjects'),
          classIds: t('block.classes'),
          source: t('block.source'),
          largest: t('block.largest'),
          least: t('block.least'),
          groups: t('wishes.rooms'),
        }}
        onSubmit={send}
        onCancel={() => void navigate({ to: '/nhom-buoi-2' })}
      >
        <SimpleGrid cols={{ base: 1, xs: 2 }}>
          <Select
            id="field-kind"
            label={t('kindOf')}
            allowDeselect={false}
            data={(['elective', 'topic'] as const).map((value) => ({ value, label: t(`kind.${value}`) }))}
            value={kind}
            error={form.problem('kind')}
            onChange={(value) => {
              form.change('kind', value === 'topic' ? 'topic' : 'elective');
              form.change('periodsPerWeek', value === 'topic' ? 1 : 2);
              form.change('subjectCodes', []);
              form.change('source', '');
            }}
          />
          <Select
            id="field-grade"
            label={t('grade')}
            allowDeselect={false}
            data={grades.map((one) => ({ value: String(one), label: t('gradeOf', { grade: one }) }))}
            value={String(grade)}
            error={form.problem('grade')}
            onChange={(value) => {
              form.change('grade', Number(value));
              form.change('classIds', []);
              form.change('source', '');
            }}
          />
          <TextInput
            label={t('block.name')}
            description={t('block.nameHint')}
            maxLength={40}
            {...form.text('block')}
          />
          <NumberInput
            id="field-periodsPerWeek"
            label={t('periods')}
            description={t('block.periodsHint')}
            min={1}
            max={4}
            allowDecimal={false}
            value={form.values.periodsPerWeek}
            error={form.problem('periodsPerWeek')}
            onChange={(value) => form.change('periodsPerWeek', value)}
          />
        </SimpleGrid>
        <Select
          id="field-source"
          label={t('block.source')}
          description={
            wishes.data && asked.length === 0 ? (
              <>
                {t('block.neverAsked', { grade })}{' '}
                <Anchor component={Link} to="/khao-sat/mau" inherit>
                  {t('block.toForms')}
                </Anchor>
              </>
            ) : (
              t('block.sourceHint')
            )
          }
          allowDeselect={false}
          data={[
            { value: '', label: t('block.byClass') },
            ...asked.map((one) => ({
              value: keyOf(one),
              label: t('block.bySurvey', { title: one.title, question: one.question }),
            })),
          ]}
          value={source}
          error={form.problem('source')}
          onChange={(value) => follow(value ?? '')}
        />
        {chosen ? (
          <>
            <SimpleGrid cols={{ base: 1, xs: 2 }}>
              {(['largest', 'least'] as const).map((name) => (
                <NumberInput
                  key={name}
                  id={`field-${name}`}
                  label={t(`block.${name}`)}
                  description={t(`block.${name}Hint`)}
                  min={1}
                  max={45}
                  allowDecimal={false}
                  value={form.values[name]}
                  error={form.problem(name)}
                  onChange={(value) => form.change(name, value)}
                />
              ))}
            </SimpleGrid>
            <Notice tone={chosen.state === 'open' ? 'due' : 'info'}>
              {t('block.answered', {
                answered: chosen.answered,
                asked: chosen.asked,
                question: chosen.question,
              })}{' '}
              {chosen.state === 'open' ? t('block.stillOpen') : null}
            </Notice>
            <Notice>{t('block.rule')}</Notice>
          </>
        ) : null}
        <Checkbox.Group
          id="field-subjectCodes"
          label={t('block.subjects')}
          description={t('block.subjectsHint')}
          value={subjectCodes}
          error={form.problem('subjectCodes')}
          onChange={(codes) => form.change('subjectCodes', codes)}
        >
          <SimpleGrid cols={{ base: 1, xs: 2 }} mt="xs" spacing="xs">
            {offered.map(({ code, name }) => (
              <Checkbox key={code} value={code} label={name} />
            ))}
          </SimpleGrid>
        </Checkbox.Group>
        <Checkbox.Group
          id="field-classIds"
          label={t('block.classes')}
          description={t('block.classesHint')}
          value={classIds}
          error={form.problem('classIds')}
          onChange={(ids) => form.change('classIds', ids)}
        >
          <SimpleGrid cols={{ base: 1, xs: 2 }} mt="xs" spacing="xs">
            {classes.map((one) => (
              <Checkbox
                key={one.classId}
                value={one.classId}
                label={one.name}
                description={takes(one, subjectCodes).join(', ') || t('block.takesNone')}
              />
            ))}
          </SimpleGrid>
        </Checkbox.Group>
        {choices.data && classes.length === 0 ? <Notice>{t('block.noClasses', { grade })}</Notice> : null}
      </Form>
      {proposal ? (
        <BlockProposal
          proposal={proposal}
          excel={`/api/needs-survey/elective-blocks/proposal.xlsx?${searchOf(wanted(form.values))}`}
          resizing={{
            run: (groups) => resize.mutate({ ...form.values, groups }),
            busy: resize.isPending,
            error: resize.error,
          }}
          busy={make.isPending}
          error={make.error}
          onMake={() => make.mutate(form.values)}
          onClose={() => {
            if (make.error) propose.mutate(form.values, { onError: form.refuse });
            make.reset();
          }}
        />
      ) : null}
    </Page>
  );
}

function searchOf({ block, byWishes }: { block: object; byWishes: object }) {
  return new URLSearchParams(
    Object.entries({ ...block, ...byWishes }).map(([name, value]) => [name, String(value)]),
  );
}
