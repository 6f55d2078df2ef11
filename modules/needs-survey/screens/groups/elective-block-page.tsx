import { Checkbox, NumberInput, Select, SimpleGrid, TextInput } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { answer, api, useCommand } from '#api';
import { Form, Notice, Page, ProblemAlert, toast, useDraftForm } from '#platform/ui';
import type { BlockKind } from '../../rules/question.ts';

const grades = [10, 11, 12];

/** Groups of electives or topics beside each other: what is chosen between, in which classes; pupils come by the choice of their class. */
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
  });
  const { kind, grade, subjectCodes, classIds } = form.values;
  const programme = useQuery({
    queryKey: ['curriculum', 'programme', {}],
    queryFn: ({ signal }) => answer(api.GET('/api/curriculum/programme', { params: { query: {} }, signal })),
  });
  const choices = useQuery({
    queryKey: ['curriculum', 'class-choices', {}],
    queryFn: ({ signal }) =>
      answer(api.GET('/api/curriculum/class-choices', { params: { query: {} }, signal })),
  });
  const make = useCommand({
    run: (values: typeof form.values, init) =>
      answer(
        api.POST('/api/needs-survey/elective-blocks', {
          body: { ...values, block: values.block.trim(), periodsPerWeek: Number(values.periodsPerWeek) },
          ...init,
        }),
      ),
    refreshes: [['needs-survey'], ['timetable']],
    onDone: ({ groups, pupils }) => {
      form.clear();
      toast({ tone: 'done', text: t('block.made', { groups, pupils }) });
      void navigate({ to: '/nhom-buoi-2', search: { loai: kind } });
    },
  });
  const error = programme.error ?? choices.error;
  const classes = (choices.data?.classes ?? []).filter((one) => one.grade === grade);
  const offered = (programme.data?.lines ?? [])
    .filter((line) => line.kind === kind && line.periodsByGrade[String(grade)] !== undefined)
    .flatMap(({ subjectCode }) => programme.data?.subjects.find(({ code }) => code === subjectCode) ?? []);
  const nameOf = (code: string) => programme.data?.subjects.find((one) => one.code === code)?.name ?? code;
  const takes = (one: (typeof classes)[number]) =>
    one.choices
      .filter(
        (choice) =>
          choice.kind === kind && (subjectCodes.length === 0 || subjectCodes.includes(choice.subjectCode)),
      )
      .map(({ subjectCode }) => nameOf(subjectCode));

  function send() {
    const problems = [
      ...(form.values.block.trim() ? [] : [{ path: 'block', message: t('block.nameMissing') }]),
      ...(subjectCodes.length > 1 ? [] : [{ path: 'subjectCodes', message: t('block.subjectsMissing') }]),
      ...(classIds.length > 0 ? [] : [{ path: 'classIds', message: t('block.classesMissing') }]),
    ];
    if (problems.length > 0) form.refuse(problems);
    else make.mutate(form.values, { onError: form.refuse });
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
          }}
        />
      ) : null}
      <Form
        submit={t('block.make')}
        busy={make.isPending}
        error={make.error}
        problems={form.problems}
        labels={{
          kind: t('kindOf'),
          grade: t('grade'),
          block: t('block.name'),
          periodsPerWeek: t('periods'),
          subjectCodes: t('block.subjects'),
          classIds: t('block.classes'),
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
                description={takes(one).join(', ') || t('block.takesNone')}
              />
            ))}
          </SimpleGrid>
        </Checkbox.Group>
        {choices.data && classes.length === 0 ? <Notice>{t('block.noClasses', { grade })}</Notice> : null}
      </Form>
    </Page>
  );
}
