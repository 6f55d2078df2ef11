import { Button, Checkbox, Group, NumberInput, SegmentedControl, Textarea, TextInput } from '@mantine/core';
import type { TFunction } from 'i18next';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { answer, api, type operations, useCommand } from '#api';
import { formatDate } from '#platform/i18n';
import { DateField, Form, Notice, SideDrawer, toast, useDraftForm } from '#platform/ui';
import { type Held, isLate, periodOf } from '../../rules/index.ts';
import type { GroupLog } from './group-log-page.tsx';
import { HeldChoice } from './held-choice.tsx';
import { PeriodChoice } from './period-choice.tsx';

export interface GroupSlot {
  readonly day: string;
  readonly half: 'morning' | 'afternoon';
  readonly period: number;
}
type Body = operations['lessons.saveGroupEntry']['requestBody']['content']['application/json'];

/** Day, half and period in words. */
export const whenOf = (t: TFunction<'lesson-log'>, { day, half, period }: GroupSlot): string =>
  t('groups.when', { day: formatDate(day), half: t(`half.${half}`), period });

/** Writes a lesson of a group: what was taught, and who was away with or without leave. */
export function GroupLineForm({
  groupId,
  log,
  slot,
  onClose,
}: {
  groupId: string;
  log: GroupLog;
  slot: GroupSlot;
  onClose: () => void;
}) {
  const { t } = useTranslation('lesson-log');
  const isAt = (at: GroupSlot) => (one: GroupSlot) =>
    one.day === at.day && one.half === at.half && one.period === at.period;
  const written = (at: GroupSlot) => log.entries.find(isAt(at));
  const entry = written(slot);
  const due = log.due.find(isAt(slot));
  const next = due ? due.nextPeriod : log.nextPeriod;
  const [absent, setAbsent] = useState(
    () => new Map((entry?.absent ?? []).map(({ pupilId, excused }) => [pupilId, excused])),
  );
  const form = useDraftForm<
    Record<string, unknown> & {
      day: string;
      title: string;
      programmePeriod: number | null;
      held: Held;
      remark: string;
      homework: string;
      lateReason: string;
    }
  >(undefined, {
    day: slot.day,
    title: entry?.title ?? periodOf(log.programme, next ?? 0)?.title ?? '',
    programmePeriod: entry ? entry.programmePeriod : next,
    held: entry?.held ?? 'taught',
    remark: entry?.remark ?? '',
    homework: entry?.homework ?? '',
    lateReason: entry?.lateReason ?? '',
  });
  const [at, setAt] = useState({ half: slot.half, period: slot.period });
  const { values, change } = form;
  /** A line once written keeps its place; another place must be free. */
  const isTaken = !entry && written({ day: values.day, ...at }) !== undefined;
  const late = !entry && values.day !== '' && isLate(values.day, log.today, log.lateDays);
  const path = { groupId };
  const save = useCommand({
    run: (body: Body, init) =>
      answer(api.PUT('/api/lessons/groups/{groupId}/entries', { params: { path }, body, ...init })),
    refreshes: [['lessons']],
    onDone: () => {
      toast({ tone: 'done', text: t('line.saved') });
      onClose();
    },
  });
  const remove = useCommand({
    run: (entryId: string, init) =>
      answer(
        api.DELETE('/api/lessons/groups/{groupId}/entries/{entryId}', {
          params: { path: { ...path, entryId } },
          ...init,
        }),
      ),
    refreshes: [['lessons']],
    onDone: onClose,
  });
  const mark = (pupilId: string, away: boolean, excused: boolean) =>
    setAbsent((before) => {
      const next = new Map(before);
      if (away) next.set(pupilId, excused);
      else next.delete(pupilId);
      return next;
    });
  return (
    <SideDrawer opened onClose={onClose} title={entry ? `${log.name}: ${whenOf(t, entry)}` : log.name}>
      <Form
        submit={t('line.save')}
        busy={save.isPending}
        problems={form.problems}
        error={save.error ?? remove.error}
        labels={{ day: t('groups.day'), title: t('line.title'), remark: t('line.remark') }}
        width="100%"
        onCancel={onClose}
        onSubmit={() =>
          save.mutate(
            {
              ...at,
              day: values.day,
              title: values.title,
              programmeLessonId:
                (values.programmePeriod && periodOf(log.programme, values.programmePeriod)?.lessonId) || null,
              programmePeriod: values.programmePeriod,
              held: values.held,
              remark: values.remark,
              homework: values.homework,
              absent: [...absent].map(([pupilId, excused]) => ({ pupilId, excused })),
              lateReason: values.lateReason.trim() || null,
              was: entry?.version ?? 0,
            },
            { onError: form.refuse },
          )
        }
      >
        {entry ? null : (
          <Group align="end" gap="sm">
            <DateField label={t('groups.day')} {...form.date('day')} />
            <SegmentedControl
              aria-label={t('groups.half')}
              data={(['morning', 'afternoon'] as const).map((value) => ({
                value,
                label: t(`half.${value}`),
              }))}
              value={at.half}
              onChange={(half) => setAt({ ...at, half: half as GroupSlot['half'] })}
            />
            <NumberInput
              label={t('groups.period')}
              w={90}
              min={1}
              max={7}
              value={at.period}
              data-fault={isTaken || undefined}
              onChange={(period) => setAt({ ...at, period: Number(period) || 1 })}
            />
          </Group>
        )}
        {isTaken ? <Notice tone="due">{t('groups.taken')}</Notice> : null}
        {late ? <Notice tone="due">{t('line.late', { count: log.lateDays })}</Notice> : null}
        <PeriodChoice
          programme={log.programme}
          value={values.programmePeriod}
          onChange={(chosen) => {
            change('programmePeriod', chosen?.number ?? null);
            if (chosen) change('title', chosen.title);
          }}
        />
        <TextInput label={t('line.title')} required maxLength={300} {...form.text('title')} />
        <HeldChoice value={values.held} onChange={(value) => change('held', value)} />
        {values.held === 'notTaught' ? null : (
          <fieldset style={{ border: 0, margin: 0, padding: 0 }}>
            <legend>{t('groups.whoAway')}</legend>
            {log.roster.map(({ pupilId, name, className }) => (
              <Group key={pupilId} gap="md" mt={8} wrap="nowrap" justify="space-between">
                <Checkbox
                  label={className ? `${name} (${className})` : name}
                  checked={absent.has(pupilId)}
                  onChange={(event) => mark(pupilId, event.currentTarget.checked, false)}
                />
                {absent.has(pupilId) ? (
                  <Checkbox
                    label={t('groups.excused')}
                    aria-label={t('groups.excusedOf', { name })}
                    checked={absent.get(pupilId) ?? false}
                    onChange={(event) => mark(pupilId, true, event.currentTarget.checked)}
                  />
                ) : null}
              </Group>
            ))}
          </fieldset>
        )}
        <Textarea
          label={t(values.held === 'notTaught' ? 'line.whyNot' : 'line.remark')}
          autosize
          minRows={2}
          maxLength={1000}
          {...form.text('remark')}
        />
        <Textarea label={t('line.homework')} autosize maxLength={1000} {...form.text('homework')} />
        {late || values.lateReason ? (
          <TextInput label={t('line.lateReason')} maxLength={500} {...form.text('lateReason')} />
        ) : null}
      </Form>
      {entry ? (
        <Button
          mt="md"
          variant="subtle"
          color="brick"
          loading={remove.isPending}
          onClick={() => remove.mutate(entry.id)}
        >
          {t('line.remove')}
        </Button>
      ) : null}
    </SideDrawer>
  );
}
