import { ActionIcon, Button, Group as Row } from '@mantine/core';
import { IconMinus, IconPlus } from '@tabler/icons-react';
import { type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import {
  ConfirmDialog,
  DataTable,
  EmptyState,
  Notice,
  ProblemAlert,
  Section,
  SideDrawer,
  Tag,
} from '#platform/ui';
import type { BlockProposed } from './answers.ts';

type Group = BlockProposed['groups'][number];
type Subject = BlockProposed['subjects'][number];
type Pupil = BlockProposed['pupils'][number];

/**
 * Groups of a block by wishes, before they are made: for how many of each subject there is room, one more or fewer by a press; each group, who is
 * in it, and who got no wish, with the reason.
 */
export function BlockProposal({
  proposal,
  excel,
  resizing,
  busy,
  error,
  onMake,
  onClose,
}: {
  proposal: BlockProposed;
  excel: string;
  /** Asks anew, with room for so many groups of each subject. */
  resizing: { run: (groups: number[]) => void; busy: boolean; error: unknown };
  busy: boolean;
  error: unknown;
  onMake: () => void;
  onClose: () => void;
}) {
  const { t } = useTranslation('needs-groups');
  const [shown, setShown] = useState<Group>();
  const [asking, setAsking] = useState(false);
  const { groups, subjects, pupils } = proposal;
  const without = pupils.filter(({ wishes, wish }) => wishes.length > 0 && wish === null);
  const silent = pupils.filter(({ lot }) => lot === null).length;
  const resize = (subject: Subject, by: 1 | -1) =>
    resizing.run(subjects.map((one) => (one === subject ? one.room + by : one.room)));
  return (
    <>
      <Section title={t('wishes.rooms')}>
        <p>{t('wishes.roomsWhat')}</p>
        {resizing.error ? <ProblemAlert error={resizing.error} /> : null}
        <DataTable
          caption={t('wishes.rooms')}
          rows={subjects}
          rowKey={({ subjectName }) => subjectName}
          empty={null}
          columns={[
            { key: 'subject', header: t('subject'), phone: 'title', cell: ({ subjectName }) => subjectName },
            {
              key: 'room',
              header: t('wishes.room'),
              phone: 'named',
              cell: (subject) => (
                <Row gap="xs" wrap="nowrap">
                  <ActionIcon
                    variant="default"
                    size={40}
                    aria-label={t('wishes.fewer', { subject: subject.subjectName })}
                    disabled={resizing.busy || subject.room <= 1}
                    onClick={() => resize(subject, -1)}
                  >
                    <IconMinus size={18} aria-hidden />
                  </ActionIcon>
                  <span>{subject.room}</span>
                  <ActionIcon
                    variant="default"
                    size={40}
                    aria-label={t('wishes.more', { subject: subject.subjectName })}
                    disabled={resizing.busy}
                    onClick={() => resize(subject, 1)}
                  >
                    <IconPlus size={18} aria-hidden />
                  </ActionIcon>
                </Row>
              ),
            },
            {
              key: 'made',
              header: t('wishes.made'),
              phone: 'named',
              cell: ({ made, pupils: placed }) => t('wishes.madeOf', { made, pupils: placed }),
            },
            {
              key: 'wishes',
              header: t('wishes.first'),
              align: 'right',
              phone: 'named',
              cell: ({ wishes }) => wishes,
            },
            {
              key: 'waiting',
              header: t('wishes.waiting'),
              align: 'right',
              phone: 'named',
              cell: ({ waiting }) => waiting,
            },
          ]}
        />
      </Section>
      <Section
        title={t('wishes.title')}
        aside={
          <Button component="a" variant="default" href={excel} download>
            {t('excel')}
          </Button>
        }
      >
        {subjects
          .filter(({ made }) => made === 0)
          .map(({ subjectName, wishes }) => (
            <Notice key={subjectName} tone="due">
              {t('wishes.notOpened', { subject: subjectName, count: wishes })}
            </Notice>
          ))}
        {silent > 0 ? <Notice>{t('wishes.silent', { count: silent })}</Notice> : null}
        <DataTable
          caption={t('wishes.title')}
          rows={groups}
          rowKey={(group) => group.name}
          onOpen={setShown}
          empty={null}
          columns={[
            { key: 'name', header: t('name'), phone: 'title', cell: (group) => group.name },
            {
              key: 'pupils',
              header: t('pupils'),
              align: 'right',
              phone: 'corner',
              cell: (group) => group.pupils,
            },
            { key: 'first', header: t('wishes.first'), align: 'right', cell: (group) => group.first },
            { key: 'second', header: t('wishes.second'), align: 'right', cell: (group) => group.second },
            { key: 'own', header: t('wishes.own'), align: 'right', cell: (group) => group.own },
            {
              key: 'teacher',
              header: t('teacher'),
              cell: (group) => group.teacherName ?? t('list.noTeacher'),
            },
          ]}
        />
      </Section>
      {silent < pupils.length ? (
        <Section title={t('wishes.without')}>
          <Pupils
            caption={t('wishes.without')}
            pupils={without}
            groups
            empty={<EmptyState title={t('wishes.nobody')}>{t('wishes.nobodyDetail')}</EmptyState>}
          />
        </Section>
      ) : null}
      <Button mt="md" disabled={resizing.busy} onClick={() => setAsking(true)}>
        {t('proposal.make', { count: groups.length })}
      </Button>
      <SideDrawer
        opened={shown !== undefined}
        title={shown?.name ?? ''}
        onClose={() => setShown(undefined)}
        wide
      >
        {shown ? (
          <Pupils
            caption={shown.name}
            pupils={pupils.filter(({ group }) => group === shown.name)}
            empty={null}
          />
        ) : null}
      </SideDrawer>
      <ConfirmDialog
        opened={asking}
        title={t('wishes.question', { count: groups.length })}
        confirm={t('proposal.confirm')}
        busy={busy}
        error={error}
        onConfirm={onMake}
        onClose={() => {
          setAsking(false);
          onClose();
        }}
      >
        <p>{t('wishes.what', { count: pupils.length })}</p>
      </ConfirmDialog>
    </>
  );
}

/** Pupils with their wishes; `groups`: with the group each is in, where that is not said already. */
function Pupils({
  caption,
  pupils,
  groups = false,
  empty,
}: {
  caption: string;
  pupils: readonly Pupil[];
  groups?: boolean;
  empty: ReactNode;
}) {
  const { t } = useTranslation('needs-groups');
  return (
    <DataTable
      caption={caption}
      rows={pupils}
      rowKey={(pupil) => pupil.pupilId}
      empty={empty}
      columns={[
        { key: 'name', header: t('pupil'), phone: 'title', cell: (pupil) => pupil.name },
        {
          key: 'class',
          header: t('class'),
          width: '5rem',
          phone: 'corner',
          cell: (pupil) => pupil.className,
        },
        {
          key: 'wishes',
          header: t('wishes.wishes'),
          phone: 'named',
          cell: (pupil) => pupil.wishes.join(', ') || t('wishes.none'),
        },
        {
          key: 'lot',
          header: t('wishes.lot'),
          align: 'right',
          cell: (pupil) => pupil.lot ?? '–',
        },
        {
          key: 'group',
          header: t('wishes.placed'),
          cell: (pupil) => (
            <>
              {groups ? `${pupil.group} ` : null}
              <Tag tone={pupil.wish === null ? 'none' : 'accent'}>
                {pupil.wish === null ? t('wishes.own') : t('wishes.wish', { place: pupil.wish })}
              </Tag>
            </>
          ),
        },
        { key: 'why', header: t('reason.label'), cell: (pupil) => pupil.missed.join('; ') },
      ]}
    />
  );
}
