import { Button, Group, Select, TextInput } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { answer, api, useCommand } from '#api';
import { formatDate } from '#platform/i18n';
import { DateField, Form, Notice, ProblemAlert, toast } from '#platform/ui';
import { slotName } from '#rules/timetable';
import type { AnswerOf } from './answer-of.ts';
import type { Disruptions } from './changes-page.tsx';
import styles from './timetable.module.css';

const kinds = ['teacherAway', 'noSchool', 'online'] as const;
const nobody = '';
type Proposed = AnswerOf<'timetable.proposeSubstitutes'>['items'][number];

/** Records what changes on some days; of a teacher who is away the proposed substitutes can be changed lesson by lesson. */
export function DisruptionForm({
  of,
  known,
  onDone,
}: {
  of: { schoolYear?: string };
  known: Disruptions;
  onDone: () => void;
}) {
  const { t } = useTranslation('timetable');
  const [kind, setKind] = useState<(typeof kinds)[number]>('teacherAway');
  const [staffId, setStaffId] = useState<string | null>(null);
  const [whom, setWhom] = useState('school');
  const [fromDay, setFromDay] = useState<string | null>(known.today);
  const [toDay, setToDay] = useState<string | null>(known.today);
  const [reason, setReason] = useState('');
  const [link, setLink] = useState('');
  const [chosen, setChosen] = useState<ReadonlyMap<string, string>>(new Map());
  const asked = kind === 'teacherAway' && staffId && fromDay && toDay && fromDay <= toDay;
  const query = { ...of, staffId: staffId ?? '', fromDay: fromDay ?? '', toDay: toDay ?? '' };
  const proposal = useQuery({
    queryKey: ['timetable', 'substitutes', query],
    queryFn: ({ signal }) => answer(api.GET('/api/timetable/substitutes', { params: { query }, signal })),
    enabled: Boolean(asked),
  });
  const items = asked ? (proposal.data?.items ?? []) : [];
  const keyOf = ({ lessonId, day }: Proposed) => `${lessonId} ${day}`;
  const standIn = (one: Proposed) => chosen.get(keyOf(one)) ?? one.chosen?.staffId ?? nobody;
  const [what, id] = whom.split(' ');
  const record = useCommand({
    run: (_: 'record', init) =>
      answer(
        api.POST('/api/timetable/disruptions', {
          body: {
            ...of,
            kind,
            staffId: kind === 'teacherAway' ? staffId : null,
            classId: kind !== 'teacherAway' && what === 'class' ? (id ?? null) : null,
            grade: kind !== 'teacherAway' && what === 'grade' ? Number(id) : null,
            siteId: kind !== 'teacherAway' && what === 'site' ? (id ?? null) : null,
            fromDay: fromDay ?? '',
            toDay: toDay ?? '',
            reason,
            link: kind === 'online' ? link : null,
            substitutes: items.flatMap((one) => {
              const who = standIn(one);
              return who === nobody ? [] : [{ lessonId: one.lessonId, day: one.day, staffId: who }];
            }),
          },
          ...init,
        }),
      ),
    refreshes: [['timetable']],
    onDone: ({ disruption, told }) => {
      toast({ tone: 'done', text: t('changes.recorded', { lessons: disruption.lessons, told }) });
      onDone();
    },
  });
  const grades = [...new Set(known.classes.map(({ grade }) => grade))].sort((a, b) => a - b);
  const nameOf = (staff: string) => known.teachers.find((one) => one.id === staff)?.name ?? '';
  return (
    <Form
      submit={t('changes.record')}
      busy={record.isPending}
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
      {kind === 'online' ? (
        <TextInput
          label={t('changes.link')}
          description={t('changes.linkHint')}
          value={link}
          onChange={(event) => setLink(event.currentTarget.value)}
        />
      ) : null}
      {proposal.error && asked ? <ProblemAlert error={proposal.error} /> : null}
      {asked && proposal.data ? (
        <section aria-label={t('changes.substitutes')}>
          <strong>{t('changes.substitutesOf', { count: items.length })}</strong>
          {items.length === 0 ? <Notice>{t('changes.noLessons')}</Notice> : null}
          <ul className={styles.findings}>
            {items.map((one) => (
              <li key={keyOf(one)}>
                <Select
                  label={t('changes.lessonOn', {
                    title: one.title,
                    slot: slotName(one.at),
                    day: formatDate(one.day),
                  })}
                  allowDeselect={false}
                  data={[
                    { value: nobody, label: t('changes.cancel') },
                    ...one.candidates.map((candidate) => ({
                      value: candidate.staffId,
                      label: t('changes.candidate', {
                        name: nameOf(candidate.staffId),
                        why: t(`nearness.${candidate.nearness}`),
                        load: candidate.load,
                        stoodIn: candidate.stoodIn,
                      }),
                    })),
                  ]}
                  value={standIn(one)}
                  onChange={(value) => setChosen(new Map(chosen).set(keyOf(one), value ?? nobody))}
                />
              </li>
            ))}
          </ul>
          <Button variant="default" size="compact-sm" mt="xs" onClick={() => setChosen(new Map())}>
            {t('changes.asProposed')}
          </Button>
        </section>
      ) : null}
    </Form>
  );
}
