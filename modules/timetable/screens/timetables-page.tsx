import { Button, Group, Select, Skeleton, TextInput } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { Link, useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { answer, api, useCommand, useMay, useSchoolYear } from '#api';
import { formatDate } from '#platform/i18n';
import {
  ConfirmDialog,
  EmptyState,
  Page,
  ProblemAlert,
  Section,
  SideDrawer,
  Tag,
  toast,
  useAddress,
} from '#platform/ui';
import type { AnswerOf } from './answer-of.ts';
import { CompareTable } from './compare-table.tsx';
import { ImportForm } from './import-form.tsx';
import { PublishDialog } from './publish-dialog.tsx';
import { SolvePanel } from './solve-panel.tsx';

export type TimetableList = AnswerOf<'timetable.listTimetables'>;
export type Header = TimetableList['items'][number];

/** Timetables of a school: searches, candidates beside each other, what is published. */
export default function TimetablesPage() {
  const { t } = useTranslation('timetable');
  const may = useMay();
  const navigate = useNavigate();
  const { name: schoolYear } = useSchoolYear();
  const { address, set } = useAddress();
  const of = {
    ...(address.truong ? { schoolId: address.truong } : {}),
    ...(schoolYear ? { schoolYear } : {}),
  };
  const list = useQuery({
    queryKey: ['timetable', 'list', of],
    queryFn: ({ signal }) => answer(api.GET('/api/timetable/timetables', { params: { query: of }, signal })),
  });
  const [publishing, setPublishing] = useState<Header>();
  const [deleting, setDeleting] = useState<Header>();
  const [renaming, setRenaming] = useState<Header>();
  const [newName, setNewName] = useState('');
  const refreshes = [['timetable', 'list']];
  const create = useCommand({
    run: (input: { name: string; semester: 1 | 2; copyOf?: string }, init) =>
      answer(api.POST('/api/timetable/timetables', { body: { ...of, ...input }, ...init })),
    refreshes,
    onDone: (made) =>
      void navigate({ to: '/thoi-khoa-bieu/$timetableId', params: { timetableId: made.id } as never }),
  });
  const remove = useCommand({
    run: ({ id, version }: Header, init) =>
      answer(
        api.DELETE('/api/timetable/timetables/{timetableId}', {
          params: { path: { timetableId: id }, query: { version } },
          ...init,
        }),
      ),
    refreshes,
    onDone: () => {
      setDeleting(undefined);
      toast({ tone: 'done', text: t('list.deleted') });
    },
  });
  const rename = useCommand({
    run: ({ id, version }: Header, init) =>
      answer(
        api.PATCH('/api/timetable/timetables/{timetableId}', {
          params: { path: { timetableId: id } },
          body: { name: newName, version },
          ...init,
        }),
      ),
    refreshes,
    onDone: () => setRenaming(undefined),
  });
  const { data } = list;
  if (!data) {
    return (
      <Page title={t('title')}>
        {list.error ? (
          <ProblemAlert error={list.error} onRetry={() => void list.refetch()} />
        ) : (
          <Skeleton height={320} />
        )}
      </Page>
    );
  }
  const semester = address.hk === '1' ? 1 : address.hk === '2' ? 2 : data.semester;
  const items = data.items.filter((one) => one.semester === semester);
  return (
    <Page
      wide
      title={t('title')}
      lead={t('list.lead', { school: data.school.name, year: data.schoolYear })}
      tools={
        <>
          {data.mayEdit ? (
            <>
              <Button component={Link} to="/thoi-khoa-bieu/thiet-lap" variant="default">
                {t('setup.open')}
              </Button>
              <Button variant="default" onClick={() => set({ nhap: '1' })}>
                {t('import.open')}
              </Button>
              <Button
                variant="default"
                loading={create.isPending}
                onClick={() =>
                  create.mutate({ name: t('list.newName', { number: data.items.length + 1 }), semester })
                }
              >
                {t('list.byHand')}
              </Button>
            </>
          ) : null}
          <Button component={Link} to="/thoi-khoa-bieu/tuan" variant="default">
            {t('week.open')}
          </Button>
        </>
      }
    >
      <Group gap="sm" mb="md">
        <Select
          label={t('semester')}
          w={160}
          allowDeselect={false}
          data={[
            { value: '1', label: t('semesterOne') },
            { value: '2', label: t('semesterTwo') },
          ]}
          value={String(semester)}
          onChange={(value) => set({ hk: value ?? undefined })}
        />
      </Group>
      {create.error ? <ProblemAlert error={create.error} /> : null}
      {data.mayEdit && may('timetable.startSolve') ? (
        <SolvePanel
          of={of}
          semester={semester}
          latest={data.solve}
          drafts={items}
          weeks={data.weeks}
          today={data.today}
        />
      ) : null}
      {items.length === 0 ? (
        <EmptyState title={t('list.none')}>{t('list.noneDetail')}</EmptyState>
      ) : (
        <Section title={t('list.compare')}>
          {may('timetable.publishTimetable') && items.some(({ figures }) => figures?.mustFix) ? (
            <p>{t('publish.notYet')}</p>
          ) : null}
          <CompareTable
            items={items}
            actions={(one) => (
              <Group gap={6} justify="flex-end" wrap="wrap">
                <Button
                  component={Link}
                  to={`/thoi-khoa-bieu/${one.id}`}
                  size="compact-sm"
                  variant="default"
                  aria-label={t(one.publishedAt || !data.mayEdit ? 'list.viewOne' : 'list.editOne', {
                    name: one.name,
                  })}
                >
                  {one.publishedAt || !data.mayEdit ? t('list.view') : t('list.edit')}
                </Button>
                {data.mayEdit && may('timetable.publishTimetable') && one.state !== 'superseded' ? (
                  <Button
                    size="compact-sm"
                    variant={one.publishedAt ? 'default' : 'filled'}
                    disabled={(one.figures?.mustFix ?? 1) > 0}
                    aria-label={t('publish.openOne', { name: one.name })}
                    onClick={() => setPublishing(one)}
                  >
                    {t('publish.open')}
                  </Button>
                ) : null}
                {data.mayEdit ? (
                  <>
                    <Button
                      size="compact-sm"
                      variant="default"
                      aria-label={t('list.copyOne', { name: one.name })}
                      onClick={() =>
                        create.mutate({
                          name: t('list.copyName', { name: one.name }).slice(0, 100),
                          semester: one.semester,
                          copyOf: one.id,
                        })
                      }
                    >
                      {t('list.copy')}
                    </Button>
                    <Button
                      size="compact-sm"
                      variant="default"
                      aria-label={t('list.renameOne', { name: one.name })}
                      onClick={() => {
                        setNewName(one.name);
                        setRenaming(one);
                      }}
                    >
                      {t('list.rename')}
                    </Button>
                    {one.publishedAt ? null : (
                      <Button
                        size="compact-sm"
                        variant="default"
                        aria-label={t('list.deleteOne', { name: one.name })}
                        onClick={() => setDeleting(one)}
                      >
                        {t('list.delete')}
                      </Button>
                    )}
                  </>
                ) : null}
              </Group>
            )}
            head={(one) => (
              <>
                <strong>{one.name}</strong>
                <br />
                <Tag
                  tone={one.state === 'published' ? 'done' : one.state === 'candidate' ? 'accent' : 'none'}
                >
                  {t(`state.${one.state}`)}
                </Tag>
                <br />
                {one.fromWeek && one.toWeek ? (
                  <>
                    {t(one.fromWeek === one.toWeek ? 'list.week' : 'list.weeks', {
                      from: one.fromWeek,
                      to: one.toWeek,
                    })}
                    <br />
                  </>
                ) : null}
                <span style={{ fontWeight: 400 }}>{formatDate(one.changedAt.slice(0, 10))}</span>
              </>
            )}
          />
        </Section>
      )}
      {publishing ? (
        <PublishDialog
          timetable={publishing}
          weeks={data.weeks}
          today={data.today}
          others={items}
          onClose={() => setPublishing(undefined)}
        />
      ) : null}
      <ConfirmDialog
        opened={deleting !== undefined}
        title={t('list.deleteQuestion', { name: deleting?.name ?? '' })}
        confirm={t('list.delete')}
        danger
        busy={remove.isPending}
        error={remove.error}
        onConfirm={() => deleting && remove.mutate(deleting)}
        onClose={() => setDeleting(undefined)}
      >
        <p>{t('list.deleteWhat')}</p>
      </ConfirmDialog>
      <ConfirmDialog
        opened={renaming !== undefined}
        title={t('list.renameTitle')}
        confirm={t('list.rename')}
        busy={rename.isPending}
        error={rename.error}
        disabled={newName.trim() === ''}
        onConfirm={() => renaming && rename.mutate(renaming)}
        onClose={() => setRenaming(undefined)}
      >
        <TextInput
          label={t('list.name')}
          maxLength={100}
          value={newName}
          onChange={(event) => setNewName(event.currentTarget.value)}
        />
      </ConfirmDialog>
      <SideDrawer opened={address.nhap === '1'} title={t('import.title')} onClose={() => set({ nhap: '' })}>
        {address.nhap === '1' ? <ImportForm of={of} semester={semester} /> : null}
      </SideDrawer>
    </Page>
  );
}
