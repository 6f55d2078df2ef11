import { Button, Group } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { answer, api, useCommand } from '#api';
import { formatDate } from '#platform/i18n';
import {
  BulkBar,
  ConfirmDialog,
  DataTable,
  DateField,
  EmptyState,
  ProblemAlert,
  Section,
  Tag,
  toast,
} from '#platform/ui';
import { dayOf } from '../surveys/survey-words.ts';
import type { GroupWhole, Member } from './answers.ts';

/** Who sits in the group, why, and whether the signed request is back; chosen ones get the day at once. */
export function Members({ group, onAdd }: { group: GroupWhole; onAdd: (() => void) | undefined }) {
  const { t } = useTranslation('needs-groups');
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set());
  const [receivedOn, setReceivedOn] = useState<string | null>(dayOf(new Date().toISOString()));
  const [leaving, setLeaving] = useState<Member>();
  const may = (operation: string) => group.may.includes(operation);
  const path = { groupId: group.id };
  const receive = useCommand({
    run: (day: string | null, init) =>
      answer(
        api.PUT('/api/needs-survey/groups/{groupId}/requests', {
          params: { path },
          body: { pupilIds: [...chosen], receivedOn: day },
          ...init,
        }),
      ),
    refreshes: [['needs-survey']],
    onDone: ({ received }) => {
      setChosen(new Set());
      toast({ tone: 'done', text: t('receive.done', { count: received }) });
    },
  });
  const remove = useCommand({
    run: (pupilId: string, init) =>
      answer(
        api.DELETE('/api/needs-survey/groups/{groupId}/members/{pupilId}', {
          params: { path: { ...path, pupilId } },
          ...init,
        }),
      ),
    refreshes: [['needs-survey']],
    onDone: () => {
      setLeaving(undefined);
      toast({ tone: 'done', text: t('leave.done') });
    },
  });
  return (
    <Section
      title={t('members')}
      aside={
        onAdd ? (
          <Button variant="default" onClick={onAdd}>
            {t('add.button')}
          </Button>
        ) : null
      }
    >
      {receive.error ? <ProblemAlert error={receive.error} /> : null}
      <DataTable
        caption={t('members')}
        rows={group.members}
        rowKey={(member) => member.pupilId}
        empty={<EmptyState title={t('membersNone')}>{t('membersNoneDetail')}</EmptyState>}
        {...(may('needsSurvey.receiveRequests')
          ? {
              selection: {
                chosen,
                onChange: setChosen,
                label: (member: Member) => member.name,
                can: (member: Member) => member.requestNumber !== null,
              },
            }
          : {})}
        columns={[
          { key: 'name', header: t('pupil'), phone: 'title', cell: (member) => member.name },
          {
            key: 'class',
            header: t('class'),
            phone: 'corner',
            cell: (member) => member.className ?? <Tag tone="due">{t('gone')}</Tag>,
          },
          {
            key: 'reason',
            header: t('reason.label'),
            cell: (member) => (
              <>
                {member.reasonText}{' '}
                {member.reason === 'decision' ? (
                  <Tag tone="accent">{t('reason.decision', { by: member.decidedBy ?? '' })}</Tag>
                ) : null}
                {member.withdrawn ? <Tag tone="due">{t('reason.withdrawn')}</Tag> : null}
              </>
            ),
          },
          {
            key: 'request',
            header: t('requests'),
            cell: (member) =>
              member.receivedOn
                ? t('receive.on', { number: member.requestNumber, day: formatDate(member.receivedOn) })
                : member.requestNumber
                  ? t('receive.printed', { number: member.requestNumber })
                  : t('receive.none'),
          },
          ...(group.tutoring
            ? [
                {
                  key: 'progress',
                  header: t('progress.label'),
                  cell: (member: Member) => <Moved member={member} />,
                },
              ]
            : []),
          ...(may('needsSurvey.removeMember')
            ? [
                {
                  key: 'leave',
                  header: t('actions'),
                  cell: (member: Member) => (
                    <Button
                      variant="subtle"
                      size="xs"
                      aria-label={t('leave.of', { name: member.name })}
                      onClick={() => setLeaving(member)}
                    >
                      {t('leave.button')}
                    </Button>
                  ),
                },
              ]
            : []),
        ]}
      />
      <BulkBar count={chosen.size} onClear={() => setChosen(new Set())}>
        <Group gap="sm" align="end">
          <DateField id="received-on" label={t('receive.day')} value={receivedOn} onChange={setReceivedOn} />
          <Button
            loading={receive.isPending}
            disabled={receivedOn === null}
            onClick={() => receive.mutate(receivedOn)}
          >
            {t('receive.button')}
          </Button>
          <Button variant="default" loading={receive.isPending} onClick={() => receive.mutate(null)}>
            {t('receive.undo')}
          </Button>
        </Group>
      </BulkBar>
      <ConfirmDialog
        opened={leaving !== undefined}
        danger
        title={t('leave.question', { name: leaving?.name ?? '' })}
        confirm={t('leave.button')}
        busy={remove.isPending}
        error={remove.error}
        onConfirm={() => leaving && remove.mutate(leaving.pupilId)}
        onClose={() => setLeaving(undefined)}
      >
        <p>{t('leave.what')}</p>
      </ConfirmDialog>
    </Section>
  );
}

/** What the gradebook knew when the pupil came, and knows now. */
function Moved({ member: { firstBasis, nowBasis, change } }: { member: Member }) {
  const { t } = useTranslation('needs-groups');
  return (
    <>
      <div>{t('progress.first', { result: firstBasis ?? t('progress.unknown') })}</div>
      <div>
        {t('progress.now', { result: nowBasis ?? t('progress.unknown') })}{' '}
        {change ? (
          <Tag tone={change === 'better' ? 'done' : change === 'worse' ? 'due' : 'none'}>
            {t(`progress.${change}`)}
          </Tag>
        ) : null}
      </div>
    </>
  );
}
