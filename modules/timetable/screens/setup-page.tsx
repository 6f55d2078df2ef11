import { Button, Skeleton } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { answer, api, useCommand, useSchoolYear } from '#api';
import { FilterChips, Notice, Page, ProblemAlert, Section, toast, useAddress } from '#platform/ui';
import { halfNames, weekdayName } from '#rules/timetable';
import type { AnswerOf } from './answer-of.ts';
import { FindingsList } from './findings-list.tsx';
import { EventsPart } from './setup-events.tsx';
import { FramePart } from './setup-frame.tsx';
import { GoalsPart } from './setup-goals.tsx';
import { SubjectsPart } from './setup-subjects.tsx';
import { WishesPart } from './setup-wishes.tsx';
import styles from './timetable.module.css';

export type Setup = AnswerOf<'timetable.getSetup'>;
export type SetupChange = Partial<
  Pick<Setup, 'goals'> & Pick<Setup['ground'], 'frame' | 'subjectRules' | 'wishes' | 'events'>
>;

/** What each part is given: the setup as it is with the person's changes, and how to change it. */
export interface PartProps {
  readonly setup: Setup;
  readonly change: (change: SetupChange) => void;
}

const parts = {
  'mong-muon': GoalsPart,
  tuan: FramePart,
  'gio-dong': WishesPart,
  'hoat-dong': EventsPart,
  mon: SubjectsPart,
};
type PartName = keyof typeof parts;

/** What the timetable of the school stands on: wishes of the principal, bells and half days, closed periods, events, subjects. */
export default function SetupPage() {
  const { t } = useTranslation('timetable');
  const { name: schoolYear } = useSchoolYear();
  const { address } = useAddress();
  const of = {
    ...(address.truong ? { schoolId: address.truong } : {}),
    ...(schoolYear ? { schoolYear } : {}),
  };
  const found = useQuery({
    queryKey: ['timetable', 'setup', of],
    queryFn: ({ signal }) => answer(api.GET('/api/timetable/setup', { params: { query: of }, signal })),
  });
  const frame = useCommand({
    run: (body: { version: number; frame: Setup['ground']['frame'] }, init) =>
      answer(api.PUT('/api/timetable/setup', { body: { ...of, ...body }, ...init })),
    refreshes: [['timetable', 'setup']],
  });
  async function widen({ version, ground: { frame: before }, roomier }: Setup) {
    if (!roomier) return;
    const saved = await frame
      .mutateAsync({ version, frame: { ...before, sessions: roomier.sessions } })
      .catch(() => undefined); // told above the form
    if (!saved) return;
    toast({
      tone: 'done',
      text: t('roomier.done'),
      action: { label: t('undo'), run: () => frame.mutate({ version: saved.version, frame: before }) },
    });
  }
  return (
    <Page
      wide
      title={t('setup.title')}
      trail={[{ label: t('title'), to: '/thoi-khoa-bieu' }]}
      lead={t('setup.lead')}
    >
      {frame.error ? <ProblemAlert error={frame.error} /> : null}
      {found.error ? <ProblemAlert error={found.error} onRetry={() => void found.refetch()} /> : null}
      {found.data ? (
        <SetupForm
          key={`${of.schoolId} ${of.schoolYear}`}
          setup={found.data}
          of={of}
          widening={frame.isPending}
          onWiden={() => void widen(found.data)}
        />
      ) : found.error ? null : (
        <Skeleton height={320} />
      )}
    </Page>
  );
}

/** What the half days lack, and the way out in one press. */
function Roomier({
  roomier,
  dirty,
  busy,
  onWiden,
}: {
  roomier: NonNullable<Setup['roomier']>;
  /** Something else waits to be saved. */
  dirty: boolean;
  busy: boolean;
  onWiden: () => void;
}) {
  const { t } = useTranslation('timetable');
  const added = roomier.longer.map(({ grade, weekday, half, periods, more }) =>
    t('roomier.one', {
      where: t('frame.where', { grade, half: halfNames[half], day: weekdayName(weekday) }),
      before: periods - more,
      after: periods,
    }),
  );
  return (
    <Notice tone="due">
      {t('roomier.lead', { added: added.join('; ') })}{' '}
      <Button size="compact-sm" loading={busy} disabled={dirty} onClick={onWiden}>
        {t('roomier.do')}
      </Button>{' '}
      {dirty ? t('roomier.saveFirst') : ''}
    </Notice>
  );
}

function SetupForm({
  setup,
  of,
  widening,
  onWiden,
}: {
  setup: Setup;
  of: { schoolId?: string; schoolYear?: string };
  widening: boolean;
  onWiden: () => void;
}) {
  const { t } = useTranslation('timetable');
  const { address } = useAddress();
  const [changes, setChanges] = useState<SetupChange>({});
  const dirty = Object.keys(changes).length > 0;
  /** What the changes were made upon: the newest as long as there are none. */
  const [version, setVersion] = useState(setup.version);
  if (!dirty && version !== setup.version) setVersion(setup.version);
  const save = useCommand({
    run: (body: SetupChange, init) =>
      answer(api.PUT('/api/timetable/setup', { body: { ...of, version, ...body }, ...init })),
    refreshes: [['timetable', 'setup']],
    onDone: () => toast({ tone: 'done', text: t('setup.saved') }),
  });
  const name: PartName = Object.hasOwn(parts, address.phan ?? '') ? (address.phan as PartName) : 'mong-muon';
  const Part = parts[name];
  const { goals, ...ground } = changes;
  const shown: Setup = { ...setup, goals: goals ?? setup.goals, ground: { ...setup.ground, ...ground } };
  /** What is changed while it is being saved stays, for the next time. */
  const send = () =>
    save.mutate(changes, {
      onSuccess: (saved) => {
        setVersion(saved.version);
        setChanges((now) => without(now, changes));
      },
    });
  return (
    <>
      {setup.version === 0 ? <Notice>{t('setup.untouched')}</Notice> : null}
      <div className={styles.chips}>
        <FilterChips
          name="phan"
          label={t('setup.parts')}
          options={(Object.keys(parts) as PartName[]).map((one) => ({
            value: one === 'mong-muon' ? '' : one,
            label: t(`setup.part.${one}`),
          }))}
        />
      </div>
      {setup.mayEdit && setup.roomier ? (
        <Roomier roomier={setup.roomier} dirty={dirty} busy={widening} onWiden={onWiden} />
      ) : null}
      <Section
        title={t(`setup.part.${name}`)}
        aside={
          setup.mayEdit ? (
            <Button disabled={!dirty} loading={save.isPending} onClick={send}>
              {t('setup.save')}
            </Button>
          ) : null
        }
      >
        {save.error ? <ProblemAlert error={save.error} /> : null}
        <Part setup={shown} change={(change) => setup.mayEdit && setChanges({ ...changes, ...change })} />
      </Section>
      <Section title={t('setup.ready')}>
        <p style={{ marginTop: 0 }}>
          {t('setup.lessons', { count: setup.lessons })}{' '}
          <Link to="/thoi-khoa-bieu">{t('setup.goSolve')}</Link>
        </p>
        <FindingsList findings={setup.findings} />
      </Section>
    </>
  );
}

/** The changes that were not sent, or have changed since. */
function without(now: SetupChange, sent: SetupChange): SetupChange {
  return Object.fromEntries(
    Object.entries(now).filter(([part, value]) => value !== sent[part as keyof SetupChange]),
  );
}
