import { Button } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { Link, useNavigate, useParams } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { answer, api, useCommand, useMe } from '#api';
import { formatDateTime } from '#platform/i18n';
import { ConfirmDialog, Facts, Page, ProblemAlert, SideDrawer, Tag, toast } from '#platform/ui';
import { AddByDecision } from './add-by-decision.tsx';
import { GroupForm } from './group-form.tsx';
import { Members } from './members.tsx';
import { printRequests } from './print-requests.ts';

/** One group: facts, members with reason and request, the steps to its decision. */
export default function GroupPage() {
  const { t } = useTranslation('needs-groups');
  const { groupId = '' } = useParams({ strict: false }) as { groupId?: string };
  const navigate = useNavigate();
  const { permissions } = useMe();
  const [open, setOpen] = useState<'change' | 'add' | 'confirm' | 'delete'>();
  const query = useQuery({
    queryKey: ['needs-survey', 'group', groupId],
    queryFn: ({ signal }) =>
      answer(api.GET('/api/needs-survey/groups/{groupId}', { params: { path: { groupId } }, signal })),
  });
  const close = () => setOpen(undefined);
  const confirm = useCommand({
    run: (version: number, init) =>
      answer(
        api.POST('/api/needs-survey/groups/{groupId}/confirm', {
          params: { path: { groupId } },
          body: { version },
          ...init,
        }),
      ),
    refreshes: [['needs-survey']],
    onDone: () => {
      close();
      toast({ tone: 'done', text: t('confirm.done') });
    },
  });
  const remove = useCommand({
    run: (version: number, init) =>
      answer(
        api.DELETE('/api/needs-survey/groups/{groupId}', {
          params: { path: { groupId }, query: { version } },
          ...init,
        }),
      ),
    refreshes: [
      ['needs-survey', 'groups'],
      ['needs-survey', 'group-proposal'],
    ],
    onDone: () => {
      toast({ tone: 'done', text: t('delete.done') });
      void navigate({ to: '/nhom-buoi-2' });
    },
  });
  const print = useCommand({
    run: (group: { id: string; name: string }, init) => printRequests(group, init),
    refreshes: [['needs-survey']],
    onDone: () => toast({ tone: 'done', text: t('print.done') }),
  });
  const trail = [{ label: t('list.title'), to: '/nhom-buoi-2' }];
  const group = query.data;
  if (!group) {
    return (
      <Page title={t('one')} trail={trail}>
        {query.error ? (
          <ProblemAlert error={query.error} onRetry={() => query.refetch()} />
        ) : (
          <p>{t('loading')}</p>
        )}
      </Page>
    );
  }
  const may = (operation: string) => group.may.includes(operation);
  return (
    <Page
      title={group.name}
      trail={trail}
      lead={t(`kind.${group.kind}`)}
      action={
        may('needsSurvey.confirmGroup') ? (
          <Button onClick={() => setOpen('confirm')}>{t('confirm.button')}</Button>
        ) : null
      }
      tools={
        <>
          {group.state === 'confirmed' && permissions.includes('lessons.getGroupLog') ? (
            <Button component={Link} variant="default" to={`/so-dau-bai/nhom/${group.id}`}>
              {t('log')}
            </Button>
          ) : null}
          {may('needsSurvey.printRequests') && group.members.length > 0 && !group.block ? (
            <Button variant="default" loading={print.isPending} onClick={() => print.mutate(group)}>
              {t('print.button')}
            </Button>
          ) : null}
          {may('needsSurvey.changeGroup') ? (
            <Button variant="default" onClick={() => setOpen('change')}>
              {t('change.button')}
            </Button>
          ) : null}
          {may('needsSurvey.deleteGroup') ? (
            <Button variant="subtle" color="brick" onClick={() => setOpen('delete')}>
              {t('delete.button')}
            </Button>
          ) : null}
        </>
      }
    >
      {print.error ? <ProblemAlert error={print.error} /> : null}
      <Facts
        facts={[
          {
            name: t('state.label'),
            value: (
              <Tag tone={group.state === 'confirmed' ? 'done' : 'wait'}>
                {group.confirmedAt
                  ? t('state.confirmedAt', { at: formatDateTime(group.confirmedAt) })
                  : t(`state.${group.state}`)}
              </Tag>
            ),
          },
          { name: t('pupils'), value: t('list.of', { pupils: group.members.length, room: group.sizeLimit }) },
          { name: t('periods'), value: t('list.periods', { count: group.periodsPerWeek }) },
          { name: t('teacher'), value: group.teacherName ?? t('list.noTeacher') },
          group.block
            ? { name: t('block.name'), value: t('block.of', { block: group.block, grade: group.grade }) }
            : {
                name: t('requests'),
                value: t('list.received', { received: group.received, pupils: group.members.length }),
              },
          ...(group.tutoring
            ? [
                {
                  name: t('progress.better'),
                  value: group.progress ? t('progress.of', group.progress) : t('progress.nobody'),
                },
              ]
            : []),
        ]}
      />
      <Members group={group} onAdd={may('needsSurvey.addByDecision') ? () => setOpen('add') : undefined} />
      <SideDrawer opened={open === 'change'} title={t('change.title')} onClose={close}>
        {open === 'change' ? <GroupForm group={group} onClose={close} /> : null}
      </SideDrawer>
      <SideDrawer
        opened={open === 'add'}
        title={t(group.block ? 'block.moveTitle' : 'add.title')}
        onClose={close}
      >
        {open === 'add' ? <AddByDecision groupId={group.id} kind={group.kind} onClose={close} /> : null}
      </SideDrawer>
      <ConfirmDialog
        opened={open === 'confirm'}
        title={t('confirm.question')}
        confirm={t('confirm.button')}
        busy={confirm.isPending}
        error={confirm.error}
        onConfirm={() => confirm.mutate(group.version)}
        onClose={() => {
          confirm.reset();
          close();
        }}
      >
        <p>{t(group.tutoring ? 'confirm.whatTutoring' : 'confirm.what', { count: group.members.length })}</p>
      </ConfirmDialog>
      <ConfirmDialog
        opened={open === 'delete'}
        danger
        title={t('delete.question')}
        confirm={t('delete.button')}
        busy={remove.isPending}
        error={remove.error}
        onConfirm={() => remove.mutate(group.version)}
        onClose={close}
      >
        <p>{t('delete.what', { count: group.members.length })}</p>
      </ConfirmDialog>
    </Page>
  );
}
