import { Button } from '@mantine/core';
import { type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ConfirmDialog, DataTable, EmptyState, Notice, Section, SideDrawer, Tag } from '#platform/ui';
import type { BlockProposed } from './answers.ts';

type Group = BlockProposed['groups'][number];
type Pupil = BlockProposed['pupils'][number];

/** Groups of a block by wishes, before they are made: each group, who is in it, and who got no wish, with the reason. */
export function BlockProposal({
  proposal,
  excel,
  busy,
  error,
  onMake,
  onClose,
}: {
  proposal: BlockProposed;
  excel: string;
  busy: boolean;
  error: unknown;
  onMake: () => void;
  onClose: () => void;
}) {
  const { t } = useTranslation('needs-groups');
  const [shown, setShown] = useState<Group>();
  const [asking, setAsking] = useState(false);
  const { groups, notOpened, pupils } = proposal;
  const without = pupils.filter(({ wishes, wish }) => wishes.length > 0 && wish === null);
  const silent = pupils.filter(({ lot }) => lot === null).length;
  return (
    <>
      <Section
        title={t('wishes.title')}
        aside={
          <Button component="a" variant="default" href={excel} download>
            {t('excel')}
          </Button>
        }
      >
        {notOpened.map(({ subjectName, wishes }) => (
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
      <Button mt="md" onClick={() => setAsking(true)}>
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
