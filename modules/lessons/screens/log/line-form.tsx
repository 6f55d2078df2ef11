import { Button, Group, Select, Textarea, TextInput } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { answer, api, useCommand, useMe, useOfflineCommand } from '#api';
import { formatDate } from '#platform/i18n';
import { Form, Notice, SideDrawer, toast, useDraftForm } from '#platform/ui';
import { type Held, isLate, type ProgrammeLesson, periodOf } from '../../rules/index.ts';
import { HeldChoice } from './held-choice.tsx';
import { PeriodChoice } from './period-choice.tsx';
import { type Line, lessonName } from './week-lines.tsx';

interface Input {
  readonly classId: string;
  readonly day: string;
  readonly half: 'morning' | 'afternoon';
  readonly period: number;
  readonly title: string;
  readonly programmeLessonId: string | null;
  readonly programmePeriod: number | null;
  readonly held: Held;
  readonly remark: string;
  readonly homework: string;
  readonly rating: string | null;
  readonly lateReason: string | null;
  readonly was: number;
}

type Values = Pick<Input, 'title' | 'programmePeriod' | 'held' | 'remark' | 'homework' | 'rating'> & {
  readonly lateReason: string;
} & Record<string, unknown>;

/** Writes the line of a period: with a network at once, without one kept on the device and sent later. */
export function LineForm({
  line,
  programme,
  subjects,
  ratings,
  today,
  lateDays,
  onClose,
}: {
  line: Line;
  /** Lessons of the programme of this subject and grade; empty: there is none. */
  programme: readonly ProgrammeLesson[];
  subjects: readonly { readonly code: string; readonly name: string }[];
  ratings: readonly string[];
  today: string;
  lateDays: number;
  onClose: () => void;
}) {
  const { t } = useTranslation('lesson-log');
  const roleId = useMe().role?.id;
  const { slot, planned, entry, next } = line;
  const name = lessonName(line, subjects);
  const form = useDraftForm<Values>(`lesson-line.${slot.classId}.${slot.day}.${slot.half}.${slot.period}`, {
    title: entry?.title ?? next?.title ?? planned?.event ?? '',
    programmePeriod: entry ? entry.programmePeriod : (next?.number ?? null),
    held: entry?.held ?? (planned?.change === 'online' ? 'online' : 'taught'),
    remark: entry?.remark ?? '',
    homework: entry?.homework ?? '',
    rating: entry?.rating ?? null,
    lateReason: entry?.lateReason ?? '',
  });
  const { values, change } = form;
  const late = !entry && isLate(slot.day, today, lateDays);
  const done = (kept: boolean) => {
    form.clear();
    toast({ tone: kept ? 'info' : 'done', text: t(kept ? 'line.kept' : 'line.saved') });
    onClose();
  };
  const save = useOfflineCommand<Input, { id: string; version: number }>({
    name: 'lessons.saveEntry',
    roleId,
    title: () =>
      t('line.titleOf', { what: name, class: planned?.className ?? '', day: formatDate(slot.day) }),
    run: (body, init) => answer(api.PUT('/api/lessons/log/entries', { body, ...init })),
    refreshes: [['lessons']],
    onDone: (said) => done(said === 'kept'),
  });
  const remove = useCommand({
    run: (entryId: string, init) =>
      answer(api.DELETE('/api/lessons/log/entries/{entryId}', { params: { path: { entryId } }, ...init })),
    refreshes: [['lessons']],
    onDone: () => {
      form.clear();
      onClose();
    },
  });
  return (
    <SideDrawer
      opened
      onClose={onClose}
      title={t('line.formOf', {
        what: name,
        class: planned?.className ?? '',
        period: slot.period,
        day: formatDate(slot.day),
      })}
    >
      <Form
        submit={t('line.save')}
        busy={save.isPending}
        problems={form.problems}
        error={save.error ?? remove.error}
        onSubmit={() =>
          save.mutate(
            {
              ...{ classId: slot.classId, day: slot.day, half: slot.half, period: slot.period },
              title: values.title,
              programmeLessonId: values.programmePeriod
                ? (periodOf(programme, values.programmePeriod)?.lessonId ?? entry?.programmeLessonId ?? null)
                : null,
              programmePeriod: values.programmePeriod,
              held: values.held,
              remark: values.remark,
              homework: values.homework,
              rating: values.rating,
              lateReason: values.lateReason.trim() || null,
              was: entry?.version ?? 0,
            },
            { onError: (error) => form.refuse(error) },
          )
        }
        onCancel={onClose}
      >
        {late ? <Notice tone="due">{t('line.late', { count: lateDays })}</Notice> : null}
        <PeriodChoice
          programme={programme}
          value={values.programmePeriod}
          onChange={(chosen) => {
            change('programmePeriod', chosen?.number ?? null);
            if (chosen) change('title', chosen.title);
          }}
        />
        <TextInput label={t('line.title')} required maxLength={300} {...form.text('title')} />
        <HeldChoice value={values.held} onChange={(value) => change('held', value)} />
        {ratings.length > 0 ? (
          <Select
            label={t('line.rating')}
            clearable
            w={140}
            data={[...new Set([...ratings, ...(values.rating ? [values.rating] : [])])]}
            value={values.rating}
            onChange={(value) => change('rating', value)}
          />
        ) : null}
        <Textarea
          label={t(values.held === 'notTaught' ? 'line.whyNot' : 'line.remark')}
          autosize
          minRows={2}
          maxLength={1000}
          {...form.text('remark')}
        />
        <Textarea
          label={t('line.homework')}
          autosize
          minRows={1}
          maxLength={1000}
          {...form.text('homework')}
        />
        {late || values.lateReason ? (
          <TextInput label={t('line.lateReason')} maxLength={500} {...form.text('lateReason')} />
        ) : null}
      </Form>
      {entry ? (
        <Group mt="md">
          <Button
            variant="subtle"
            color="brick"
            loading={remove.isPending}
            onClick={() => remove.mutate(entry.id)}
          >
            {t('line.remove')}
          </Button>
        </Group>
      ) : null}
    </SideDrawer>
  );
}
