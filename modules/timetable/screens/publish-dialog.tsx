import { Select, Stack } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { answer, api, useCommand } from '#api';
import { formatDate } from '#platform/i18n';
import { ConfirmDialog, toast } from '#platform/ui';
import { firstWeekToCome } from '../rules/school-weeks.ts';
import type { Header, TimetableList } from './timetables-page.tsx';

/** Makes a timetable hold from a week to a week; whatever held then gives way. */
export function PublishDialog({
  timetable,
  weeks,
  today,
  others,
  onClose,
}: {
  timetable: Header;
  weeks: TimetableList['weeks'];
  /** 'YYYY-MM-DD' */
  today: string;
  others: readonly Header[];
  onClose: () => void;
}) {
  const { t } = useTranslation('timetable');
  const own = weeks.filter(({ semester }) => semester === timetable.semester);
  // The week under way is taken only when nothing holds in it yet.
  const present = own.find(({ startsOn, endsOn }) => startsOn <= today && today <= endsOn);
  const isTaken = others.some(
    ({ state, fromWeek, toWeek }) =>
      state === 'published' &&
      present &&
      (fromWeek ?? Infinity) <= present.number &&
      present.number <= (toWeek ?? 0),
  );
  const start = present && !isTaken ? present : firstWeekToCome(own, today);
  const [from, setFrom] = useState(start?.number ?? 1);
  const [to, setTo] = useState(own.at(-1)?.number ?? 1);
  const publish = useCommand({
    run: (input: { version: number; fromWeek: number; toWeek: number }, init) =>
      answer(
        api.POST('/api/timetable/timetables/{timetableId}/publish', {
          params: { path: { timetableId: timetable.id } },
          body: input,
          ...init,
        }),
      ),
    refreshes: [['timetable']],
    onDone: () => {
      onClose();
      toast({ tone: 'done', text: t('publish.done', { name: timetable.name, from, to }) });
    },
  });
  const options = own.map(({ number, startsOn, endsOn }) => ({
    value: String(number),
    label: t('publish.week', { number, from: formatDate(startsOn), to: formatDate(endsOn) }),
  }));
  return (
    <ConfirmDialog
      opened
      title={t('publish.question', { name: timetable.name })}
      confirm={t('publish.open')}
      busy={publish.isPending}
      error={publish.error}
      disabled={to < from}
      onConfirm={() => publish.mutate({ version: timetable.version, fromWeek: from, toWeek: to })}
      onClose={onClose}
    >
      <p>{t('publish.what')}</p>
      <Stack gap="sm">
        <Select
          label={t('publish.from')}
          data={options}
          allowDeselect={false}
          value={String(from)}
          onChange={(value) => setFrom(Number(value))}
        />
        <Select
          label={t('publish.to')}
          data={options}
          allowDeselect={false}
          value={String(to)}
          error={to < from ? t('publish.order') : undefined}
          onChange={(value) => setTo(Number(value))}
        />
      </Stack>
    </ConfirmDialog>
  );
}
