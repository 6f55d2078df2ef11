import { Button, Select, Switch, Textarea, TextInput } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { v4 as uuid } from 'uuid';
import {
  answer,
  api,
  keptAnswer,
  useCommand,
  useMe,
  useOfflineCommand,
  useOnTheWay,
  useSchoolYear,
} from '#api';
import { formatDate } from '#platform/i18n';
import {
  DataTable,
  EmptyState,
  Form,
  Notice,
  Page,
  ProblemAlert,
  SideDrawer,
  Tag,
  toast,
  useDraftForm,
} from '#platform/ui';
import type { AnswerOf } from '../answer-of.ts';
import { LongFacts } from '../long-facts.tsx';

type Answer = AnswerOf<'lessons.listObservations'>;
type Note = Answer['items'][number];
type Lesson = Answer['lessons'][number];

interface Input {
  readonly observationId: string;
  readonly classId: string;
  readonly day: string;
  readonly half: 'morning' | 'afternoon';
  readonly period: number;
  readonly staffId: string;
  readonly subjectCode: string | null;
  readonly title: string;
  readonly notes: string;
  readonly advice: string;
  readonly shared: boolean;
  readonly was: number;
}

const keyOf = ({
  classId,
  day,
  half,
  period,
  staffId,
}: Pick<Lesson, 'classId' | 'day' | 'half' | 'period' | 'staffId'>) =>
  `${classId} ${day} ${half} ${period} ${staffId}`;

/** Notes from sitting in on lessons: written here with a network and without, sent to the teacher observed when they are ready. */
export default function ObservationsPage() {
  const { t } = useTranslation('lesson-log');
  const roleId = useMe().role?.id;
  const { name: schoolYear } = useSchoolYear();
  const query = schoolYear ? { schoolYear } : {};
  const found = useQuery({
    queryKey: ['lessons', 'observations', query],
    queryFn: ({ signal }) =>
      keptAnswer({ source: 'lessons.listObservations', key: 'now', roleId }, () =>
        answer(api.GET('/api/lessons/observations', { params: { query }, signal })),
      ),
  });
  const onTheWay = useOnTheWay('lessons.saveObservation');
  const [open, setOpen] = useState<Note | 'new'>();
  const data = found.data;
  const items = useMemo(() => laidOver(data, onTheWay), [data, onTheWay]);
  const may = data?.may.includes('lessons.saveObservation') ?? false;
  return (
    <Page
      title={t('observed.title')}
      lead={t('observed.lead')}
      action={may ? <Button onClick={() => setOpen('new')}>{t('observed.write')}</Button> : undefined}
    >
      <DataTable
        caption={t('observed.title')}
        loading={found}
        rows={items}
        rowKey={({ id }) => id}
        onOpen={setOpen}
        empty={<EmptyState title={t('observed.none')}>{t('observed.noneDetail')}</EmptyState>}
        columns={[
          { key: 'title', header: t('line.title'), phone: 'title', cell: ({ title }) => title },
          { key: 'who', header: t('observed.teacher'), cell: ({ staffName }) => staffName },
          {
            key: 'when',
            header: t('observed.when'),
            cell: ({ className, day, period }) =>
              t('observed.at', { class: className, day: formatDate(day), period }),
          },
          {
            key: 'by',
            header: t('observed.by'),
            cell: ({ mine, observer }) => (mine ? t('observed.mine') : (observer ?? '')),
          },
          {
            key: 'state',
            header: t('observed.state'),
            phone: 'corner',
            cell: ({ sharedAt }) => (
              <Tag tone={sharedAt ? 'done' : 'wait'}>{t(sharedAt ? 'observed.sent' : 'observed.draft')}</Tag>
            ),
          },
        ]}
      />
      {open && data ? (
        <SideDrawer
          wide
          opened
          title={open === 'new' ? t('observed.write') : open.title}
          onClose={() => setOpen(undefined)}
        >
          {open === 'new' || (open.mine && may) ? (
            <NoteForm
              note={open === 'new' ? undefined : open}
              lessons={data.lessons}
              roleId={roleId}
              onDone={() => setOpen(undefined)}
            />
          ) : (
            <LongFacts
              facts={[
                {
                  name: t('observed.when'),
                  value: t('observed.at', {
                    class: open.className,
                    day: formatDate(open.day),
                    period: open.period,
                  }),
                },
                { name: t('observed.by'), value: open.observer },
                { name: t('observed.notes'), value: open.notes },
                { name: t('observed.advice'), value: open.advice },
              ]}
            />
          )}
        </SideDrawer>
      ) : null}
    </Page>
  );
}

function NoteForm({
  note,
  lessons,
  roleId,
  onDone,
}: {
  note: Note | undefined;
  lessons: readonly Lesson[];
  roleId: string | undefined;
  onDone: () => void;
}) {
  const { t } = useTranslation('lesson-log');
  // Also a draft keeps its id: sent twice it is the same note.
  const form = useDraftForm(`observation.${note?.id ?? 'new'}`, {
    observationId: note?.id ?? uuid(),
    lesson: note ? keyOf(note) : '',
    title: note?.title ?? '',
    notes: note?.notes ?? '',
    advice: note?.advice ?? '',
    shared: note?.shared ?? false,
  });
  const { values, change } = form;
  const lesson = lessons.find((one) => keyOf(one) === values.lesson) ?? note;
  const save = useOfflineCommand<Input, { id: string; version: number }>({
    name: 'lessons.saveObservation',
    roleId,
    title: () => t('observed.titleOf', { day: formatDate(lesson?.day ?? '') }),
    run: ({ observationId, ...body }, init) =>
      answer(
        api.PUT('/api/lessons/observations/{observationId}', {
          params: { path: { observationId } },
          body,
          ...init,
        }),
      ),
    refreshes: [['lessons', 'observations']],
    onDone: (said) => {
      form.clear();
      toast({
        tone: said === 'kept' ? 'info' : 'done',
        text: t(said === 'kept' ? 'line.kept' : 'observed.saved'),
      });
      onDone();
    },
  });
  const remove = useCommand({
    run: (observationId: string, init) =>
      answer(
        api.DELETE('/api/lessons/observations/{observationId}', {
          params: { path: { observationId } },
          ...init,
        }),
      ),
    refreshes: [['lessons', 'observations']],
    onDone: () => {
      form.clear();
      onDone();
    },
  });
  return (
    <>
      <Form
        width="100%"
        submit={t('observed.save')}
        busy={save.isPending}
        problems={form.problems}
        error={save.error}
        onSubmit={() => {
          if (!lesson) {
            form.refuse([{ path: 'lesson', message: t('observed.choose') }]);
            return;
          }
          const { classId, day, half, period, staffId, subjectCode } = lesson;
          save.mutate(
            {
              ...{ classId, day, half, period, staffId, subjectCode },
              observationId: values.observationId,
              title: values.title,
              notes: values.notes,
              advice: values.advice,
              shared: values.shared,
              was: note?.version ?? 0,
            },
            { onError: (error) => form.refuse(error) },
          );
        }}
      >
        {note ? (
          <p>
            {t('observed.of', {
              name: note.staffName,
              class: note.className,
              day: formatDate(note.day),
              period: note.period,
            })}
          </p>
        ) : lessons.length === 0 ? (
          <Notice tone="due">{t('observed.noLessons')}</Notice>
        ) : (
          <Select
            id="field-lesson"
            label={t('observed.lesson')}
            searchable
            required
            error={form.problem('lesson')}
            data={lessons.map((one) => ({
              value: keyOf(one),
              label: t('observed.lessonOf', {
                name: one.staffName,
                subject: one.subjectName,
                class: one.className,
                day: formatDate(one.day).slice(0, 5),
                period: one.period,
              }),
            }))}
            value={values.lesson || null}
            onChange={(value) => change('lesson', value ?? '')}
          />
        )}
        <TextInput label={t('line.title')} required maxLength={300} {...form.text('title')} />
        <Textarea label={t('observed.notes')} autosize minRows={6} maxLength={8000} {...form.text('notes')} />
        <Textarea
          label={t('observed.advice')}
          autosize
          minRows={3}
          maxLength={4000}
          {...form.text('advice')}
        />
        <Switch
          label={t('observed.share')}
          description={t('observed.shareWhat')}
          checked={values.shared}
          disabled={note?.shared ?? false}
          onChange={(event) => change('shared', event.currentTarget.checked)}
        />
      </Form>
      {remove.error ? <ProblemAlert error={remove.error} /> : null}
      {note && !note.sharedAt && note.version > 0 ? (
        <Button
          mt="md"
          variant="subtle"
          color="brick"
          loading={remove.isPending}
          onClick={() => remove.mutate(note.id)}
        >
          {t('observed.remove')}
        </Button>
      ) : null}
    </>
  );
}

/** The notes as they stand for the person: what the server said, and over it what waits on this device. */
function laidOver(data: Answer | undefined, onTheWay: readonly { input: unknown }[]): Note[] {
  if (!data) return [];
  const items = new Map(data.items.map((note) => [note.id, note]));
  for (const { input } of onTheWay) {
    const { observationId, was, ...said } = input as Input;
    const before = items.get(observationId);
    if (before && before.version > was) continue;
    const lesson = data.lessons.find((one) => keyOf(one) === keyOf(said));
    items.set(observationId, {
      ...said,
      id: observationId,
      className: before?.className ?? lesson?.className ?? '',
      staffName: before?.staffName ?? lesson?.staffName ?? '',
      subjectName: before?.subjectName ?? lesson?.subjectName ?? '',
      observer: before?.observer ?? null,
      mine: true,
      sharedAt: before?.sharedAt ?? null,
      version: was + 1,
    });
  }
  return [...items.values()];
}
