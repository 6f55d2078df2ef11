import { Group, Radio, Select, TextInput } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { answer, api, useCommand } from '#api';
import { DateField, Form, ProblemAlert } from '#platform/ui';
import type { AnswerOf } from './answer-of.ts';
import type { Disruptions } from './changes-page.tsx';
import { MovesPreview } from './moves-preview.tsx';
import { keyOf, nobody, type Proposed, SubstituteChoices } from './substitute-choices.tsx';

const kinds = ['teacherAway', 'roomClosed', 'noSchool', 'online'] as const;

/**
 * Records what changes on some days. Of a teacher who is away: the proposed substitutes, lesson by lesson, or the fewest moves of the
 * week; of a room that is closed the moves.
 */
export function DisruptionForm({
  of,
  known,
  onDone,
}: {
  of: { schoolYear?: string };
  known: Disruptions;
  onDone: (recorded: AnswerOf<'timetable.recordDisruption'>) => void;
}) {
  const { t } = useTranslation('timetable');
  const [kind, setKind] = useState<(typeof kinds)[number]>('teacherAway');
  const [staffId, setStaffId] = useState<string | null>(null);
  const [roomId, setRoomId] = useState<string | null>(null);
  const [byMoves, setByMoves] = useState(false);
  const [whom, setWhom] = useState('school');
  const [fromDay, setFromDay] = useState<string | null>(known.today);
  const [toDay, setToDay] = useState<string | null>(known.today);
  const [reason, setReason] = useState('');
  const [link, setLink] = useState('');
  const [chosen, setChosen] = useState<ReadonlyMap<string, string>>(new Map());
  const days = { fromDay: fromDay ?? '', toDay: toDay ?? '' };
  const inOrder = Boolean(fromDay && toDay && fromDay <= toDay);
  const away = inOrder && kind === 'teacherAway' && staffId !== null;
  const moving = inOrder && (kind === 'roomClosed' ? roomId !== null : away && byMoves);
  const query = { ...of, staffId: staffId ?? '', ...days };
  const proposal = useQuery({
    queryKey: ['timetable', 'substitutes', query],
    queryFn: ({ signal }) => answer(api.GET('/api/timetable/substitutes', { params: { query }, signal })),
    enabled: away,
  });
  const closed = kind === 'roomClosed' ? { roomId: roomId ?? '' } : { staffId: staffId ?? '' };
  const movesQuery = { ...of, ...closed, ...days };
  const moves = useQuery({
    queryKey: ['timetable', 'moves', movesQuery],
    queryFn: ({ signal }) =>
      answer(api.GET('/api/timetable/moves', { params: { query: movesQuery }, signal })),
    enabled: moving,
  });
  const proposed = moving ? (moves.data?.weeks ?? []).flatMap((week) => week.moves) : [];
  const moved = new Set(proposed.map(({ lessonId, from }) => keyOf({ lessonId, day: from.day })));
  // What is not moved is stood in for.
  const items = away ? (proposal.data?.items ?? []).filter((one) => !moved.has(keyOf(one))) : [];
  const standIn = (one: Proposed) => chosen.get(keyOf(one)) ?? one.chosen?.staffId ?? nobody;
  const general = kind === 'noSchool' || kind === 'online';
  const [what, id] = whom.split(' ');
  const record = useCommand({
    run: (_: 'record', init) =>
      answer(
        api.POST('/api/timetable/disruptions', {
          body: {
            ...of,
            kind,
            staffId: kind === 'teacherAway' ? staffId : null,
            classId: general && what === 'class' ? (id ?? null) : null,
            grade: general && what === 'grade' ? Number(id) : null,
            siteId: general && what === 'site' ? (id ?? null) : null,
            roomId: kind === 'roomClosed' ? roomId : null,
            ...days,
            reason,
            link: kind === 'online' ? link : null,
            substitutes: items.flatMap((one) => {
              const who = standIn(one);
              return who === nobody ? [] : [{ lessonId: one.lessonId, day: one.day, staffId: who }];
            }),
            moves: proposed.map(({ lessonId, from, to }) => ({ lessonId, from, to })),
          },
          ...init,
        }),
      ),
    refreshes: [['timetable']],
    onDone,
  });
  const grades = [...new Set(known.classes.map(({ grade }) => grade))].sort((a, b) => a - b);
  return (
    <Form
      submit={t('changes.record')}
      busy={record.isPending || (away && proposal.isFetching) || (moving && moves.isFetching)}
      error={record.error}
      width="100%"
      onSubmit={() => record.mutate('record')}
    >
      <Select
        label={t('changes.kind')}
        allowDeselect={false}
        data={kinds.map((one) => ({ value: one, label: t(`disruption.${one}`) }))}
        value={kind}
        onChange={(value) => setKind((value ?? 'teacherAway') as (typeof kinds)[number])}
      />
      {kind === 'teacherAway' ? (
        <Select
          label={t('changes.teacher')}
          searchable
          data={known.teachers.map((one) => ({ value: one.id, label: one.name }))}
          value={staffId}
          onChange={setStaffId}
        />
      ) : kind === 'roomClosed' ? (
        <Select
          label={t('changes.room')}
          searchable
          data={known.rooms.map((one) => ({ value: one.id, label: one.name }))}
          value={roomId}
          onChange={setRoomId}
        />
      ) : (
        <Select
          label={t('changes.whom')}
          searchable
          allowDeselect={false}
          data={[
            { value: 'school', label: t('changes.school') },
            ...known.sites.map((site) => ({ value: `site ${site.id}`, label: site.name })),
            ...grades.map((grade) => ({ value: `grade ${grade}`, label: t('frame.grade', { grade }) })),
            ...known.classes.map((one) => ({
              value: `class ${one.id}`,
              label: t('changes.class', { name: one.name }),
            })),
          ]}
          value={whom}
          onChange={(value) => setWhom(value ?? 'school')}
        />
      )}
      <Group grow align="start">
        <DateField label={t('changes.from')} value={fromDay} onChange={setFromDay} />
        <DateField label={t('changes.to')} value={toDay} onChange={setToDay} />
      </Group>
      <TextInput
        label={t('changes.reason')}
        maxLength={300}
        value={reason}
        onChange={(event) => setReason(event.currentTarget.value)}
      />
      {kind === 'teacherAway' ? (
        <Radio.Group
          label={t('changes.how')}
          value={byMoves ? 'moves' : 'substitutes'}
          onChange={(value) => setByMoves(value === 'moves')}
        >
          <Group mt={4}>
            <Radio value="substitutes" label={t('changes.bySubstitutes')} />
            <Radio value="moves" label={t('changes.byMoves')} />
          </Group>
        </Radio.Group>
      ) : null}
      {kind === 'online' ? (
        <TextInput
          label={t('changes.link')}
          description={t('changes.linkHint')}
          value={link}
          onChange={(event) => setLink(event.currentTarget.value)}
        />
      ) : null}
      {proposal.error && away ? <ProblemAlert error={proposal.error} /> : null}
      {moves.error && moving ? <ProblemAlert error={moves.error} /> : null}
      {moving && moves.isFetching ? <p role="status">{t('changes.looking')}</p> : null}
      {moving && moves.data ? <MovesPreview {...moves.data} /> : null}
      {away && proposal.data && (!moving || items.length > 0) ? (
        <SubstituteChoices
          items={items}
          teachers={known.teachers}
          standIn={standIn}
          onChoose={(one, staff) => setChosen(new Map(chosen).set(keyOf(one), staff))}
          onReset={() => setChosen(new Map())}
        />
      ) : null}
    </Form>
  );
}
