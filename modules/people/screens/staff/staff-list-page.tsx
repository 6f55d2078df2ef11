import { Anchor, Button, Group, Select } from '@mantine/core';
import { useInfiniteQuery, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { answer, api, useMay } from '#api';
import {
  DataTable,
  EmptyState,
  FilterChips,
  Page,
  SearchBox,
  SideDrawer,
  Tag,
  useAddress,
} from '#platform/ui';
import { posts } from '../../rules/staff.ts';
import type { StaffLine } from '../answers.ts';
import { useChosenYearId } from '../pupils/use-pupils.ts';
import { SchoolChoice, useSchoolChoice } from '../school-choice.tsx';
import { StaffForm } from './staff-form.tsx';
import { useSubjectName, useSubjects } from './subjects.ts';

const states = ['withoutAccount', 'posted', 'left'] as const;

/** Everybody who works at a school: by name, with team, subjects, post, homeroom class. */
export default function StaffListPage() {
  const { t } = useTranslation('people');
  const may = useMay();
  const { address, set } = useAddress();
  const { yearId, ready } = useChosenYearId();
  const school = useSchoolChoice();
  const subjectName = useSubjectName();
  const subjects = useSubjects();
  const [creating, setCreating] = useState(false);
  const state = states.find((known) => known === address['trang-thai']);
  const post = posts.find((known) => known === address['vi-tri']);
  const query = {
    ...(yearId ? { schoolYearId: yearId } : {}),
    ...(school.unitId ? { unitId: school.unitId } : {}),
    ...(state ? { state } : {}),
    ...(post ? { post } : {}),
    ...(address.to ? { teamId: address.to } : {}),
    ...(address.mon ? { subject: address.mon } : {}),
    ...(address.tim ? { q: address.tim } : {}),
  };
  const staff = useInfiniteQuery({
    queryKey: ['people', 'staff', 'list', query],
    queryFn: ({ signal, pageParam }) =>
      answer(
        api.GET('/api/people/staff', {
          params: { query: { ...query, ...(pageParam ? { cursor: pageParam } : {}) } },
          signal,
        }),
      ),
    initialPageParam: '',
    getNextPageParam: (page) => page.nextCursor,
    enabled: ready && school.ready,
  });
  const first = staff.data?.pages[0];
  const rows = staff.data?.pages.flatMap((page) => page.items) ?? [];
  const teams = useTeams(first?.school.id);
  const shownStates = states.filter((known) => known !== 'withoutAccount' || may('people.exportStaff'));
  const mayCreate = first?.may.includes('people.createStaff') ?? false;
  const isFiltered = Boolean(state || post || address.to || address.mon || address.tim);
  return (
    <Page
      title={t('staff.title')}
      lead={t('staff.lead')}
      tools={
        may('people.exportStaff') && rows.length > 0 ? (
          <Button
            component="a"
            href={`/api/people/staff.xlsx?${new URLSearchParams(query)}`}
            download
            variant="default"
          >
            {t('excel')}
          </Button>
        ) : null
      }
      action={mayCreate ? <Button onClick={() => setCreating(true)}>{t('staff.create')}</Button> : null}
    >
      <SchoolChoice name={first?.school.name} />
      {school.ready ? (
        <>
          <Group mb="sm">
            <FilterChips
              name="trang-thai"
              label={t('staff.state')}
              options={[
                { value: '', label: t('staffState.present') },
                ...shownStates.map((known) => ({ value: known, label: t(`staffState.${known}`) })),
              ]}
            />
          </Group>
          <Group gap="sm">
            <SearchBox label={t('staff.search')} />
            <Filter
              label={t('staff.team')}
              data={teams.map(({ id, name }) => ({ value: id, label: name }))}
              value={address.to}
              onChange={(to) => set({ to })}
            />
            <Filter
              label={t('staff.subject')}
              data={subjects}
              value={address.mon}
              onChange={(mon) => set({ mon })}
            />
            <Filter
              label={t('staff.post')}
              data={posts.map((known) => ({ value: known, label: t(`post.${known}`) }))}
              value={address['vi-tri']}
              onChange={(chosen) => set({ 'vi-tri': chosen })}
            />
          </Group>
          <DataTable
            caption={t('staff.title')}
            loading={staff}
            rows={rows}
            rowKey={(one) => one.id}
            rowTo={(one) => `/doi-ngu/${one.id}`}
            {...(first ? { total: first.total } : {})}
            empty={
              isFiltered ? (
                <EmptyState title={t('staff.noneLeft')}>{t('staff.noneLeftDetail')}</EmptyState>
              ) : (
                <EmptyState
                  title={t('staff.none')}
                  action={
                    mayCreate ? <Button onClick={() => setCreating(true)}>{t('staff.create')}</Button> : null
                  }
                >
                  {mayCreate ? t('staff.noneDetail') : t('staff.noneForOthers')}
                </EmptyState>
              )
            }
            more={
              staff.hasNextPage
                ? { busy: staff.isFetchingNextPage, onMore: () => staff.fetchNextPage() }
                : undefined
            }
            columns={[
              {
                key: 'name',
                header: t('staff.fullName'),
                phone: 'title',
                width: '180px',
                cell: (one) => one.fullName,
              },
              {
                key: 'post',
                header: t('staff.post'),
                cell: (one) =>
                  one.homeroomOf.length > 0
                    ? t('staff.postAndHomeroom', {
                        post: t(`post.${one.post}`),
                        classes: one.homeroomOf.join(', '),
                      })
                    : t(`post.${one.post}`),
              },
              { key: 'team', header: t('staff.team'), cell: (one) => one.team?.name ?? '' },
              {
                key: 'subjects',
                header: t('staff.subjects'),
                cell: (one) =>
                  one.subjects.map(({ subjectCode, strand }) => subjectName(subjectCode, strand)).join(', '),
              },
              {
                key: 'phone',
                header: t('staff.phone'),
                cell: (one) =>
                  one.phone ? (
                    <Anchor href={`tel:${one.phone}`} style={{ whiteSpace: 'nowrap' }}>
                      {one.phone}
                    </Anchor>
                  ) : (
                    ''
                  ),
              },
              ...(rows.some((one) => hasMarks(one, first?.school.id))
                ? [
                    {
                      key: 'look',
                      header: t('class.look'),
                      cell: (one: StaffLine) => <Marks one={one} schoolId={first?.school.id} />,
                    },
                  ]
                : []),
            ]}
          />
        </>
      ) : null}
      <SideDrawer opened={creating} title={t('staff.create')} onClose={() => setCreating(false)} wide>
        {creating && first ? (
          <StaffForm unitId={first.school.id} detail={undefined} onClose={() => setCreating(false)} />
        ) : null}
      </SideDrawer>
    </Page>
  );
}

function useTeams(schoolId: string | undefined): readonly { id: string; name: string }[] {
  const teams = useQuery({
    queryKey: ['units', 'teams', schoolId],
    queryFn: ({ signal }) =>
      answer(
        api.GET('/api/units', {
          params: { query: { kind: 'subjectTeam', parentId: schoolId ?? '', limit: 100 } },
          signal,
        }),
      ),
    enabled: schoolId !== undefined,
  });
  return teams.data?.items ?? [];
}

function Filter({
  label,
  data,
  value,
  onChange,
}: {
  label: string;
  data: readonly { value: string; label: string }[];
  value: string | undefined;
  onChange: (value: string | undefined) => void;
}) {
  const { t } = useTranslation('people');
  return (
    <Select
      aria-label={label}
      placeholder={label}
      searchable
      clearable
      clearButtonProps={{ 'aria-label': t('clearOf', { name: label }) }}
      nothingFoundMessage={t('nothingFound')}
      w={200}
      data={[...data]}
      value={value ?? null}
      onChange={(chosen) => onChange(chosen ?? undefined)}
    />
  );
}

function hasMarks(one: StaffLine, schoolId: string | undefined): boolean {
  return one.homeUnit.id !== schoolId || one.leftOn !== null || one.warnings.length > 0;
}

/** Comes from another school, has left, and what should be looked at. */
function Marks({ one, schoolId }: { one: StaffLine; schoolId: string | undefined }) {
  const { t } = useTranslation('people');
  return (
    <Group gap={6}>
      {one.homeUnit.id === schoolId ? null : (
        <Tag tone="accent">{t('staff.from', { school: one.homeUnit.name })}</Tag>
      )}
      {one.leftOn ? <Tag>{t('staffState.left')}</Tag> : null}
      {one.warnings.map(({ code }) => (
        <Tag key={code} tone={code === 'belowStandard' || code === 'notTeacherTrained' ? 'late' : 'due'}>
          {t(`staffWarning.${code}`)}
        </Tag>
      ))}
    </Group>
  );
}
