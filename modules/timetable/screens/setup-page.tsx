import { Button, Group, Skeleton } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { answer, api, useCommand, useSchoolYear } from '#api';
import {
  FilterChips,
  Notice,
  Page,
  ProblemAlert,
  Section,
  toast,
  useAddress,
  useKeptForm,
} from '#platform/ui';
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
type Parts = Pick<Setup, 'goals'> & Pick<Setup['ground'], 'frame' | 'subjectRules' | 'wishes' | 'events'>;
export type SetupChange = Partial<Parts>;

const partsOf = ({ goals, ground: { frame, subjectRules, wishes, events } }: Setup): Parts => ({
  ...{ goals, frame, subjectRules, wishes, events },
});

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
  const kept = partsOf(setup);
  const form = useKeptForm(`timetable-setup.${of.schoolId ?? ''}.${of.schoolYear ?? ''}.${setup.version}`, {
    version: setup.version,
    ...kept,
  });
  const { version, ...values } = form.values;
  const changed = (Object.keys(kept) as (keyof Parts)[]).filter(
    (part) => JSON.stringify(values[part]) !== JSON.stringify(kept[part]),
  );
  const dirty = changed.length > 0;
  const save = useCommand({
    run: (body: SetupChange, init) =>
      answer(api.PUT('/api/timetable/setup', { body: { ...of, version, ...body }, ...init })),
    refreshes: [['timetable', 'setup']],
    onDone: () => toast({ tone: 'done', text: t('setup.saved') }),
  });
  const name: PartName = Object.hasOwn(parts, address.phan ?? '') ? (address.phan as PartName) : 'mong-muon';
  const Part = parts[name];
  const { goals, ...ground } = values;
  const shown: Setup = { ...setup, goals, ground: { ...setup.ground, ...ground } };
  const send = () => {
    const sent = form.values;
    save.mutate(Object.fromEntries(changed.map((part) => [part, values[part]])), {
      onSuccess: (saved) => form.saved(sent, { ...sent, version: saved.version }),
    });
  };
  const discard = () => {
    save.reset();
    form.clear({ version: setup.version, ...kept });
  };
  const change = (of: SetupChange) => {
    if (!setup.mayEdit) return;
    for (const part of Object.keys(of) as (keyof Parts)[]) form.change(part, of[part]!);
  };
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
            <Group gap="xs">
              {dirty && !save.isPending ? (
                <Button variant="default" onClick={discard}>
                  {t('setup.discard')}
                </Button>
              ) : null}
              <Button disabled={!dirty} loading={save.isPending} onClick={send}>
                {t('setup.save')}
              </Button>
            </Group>
          ) : null
        }
      >
        {save.error ? <ProblemAlert error={save.error} /> : null}
        <Part setup={shown} change={change} />
      </Section>
      <Section title={t('setup.ready')}>
        <p style={{ marginTop: 0 }}>
          {t('setup.lessons', { count: setup.lessons })}{' '}
          <Link to="/thoi-khoa-bieu">{t('setup.goSolve')}</Link>
        </p>
        {dirty ? <Notice tone="due">{t('setup.unsaved')}</Notice> : null}
        <FindingsList findings={setup.findings} />
      </Section>
    </>
  );
}
