import { Anchor, Button, Group, Select } from '@mantine/core';
import { IconPhone } from '@tabler/icons-react';
import { useInfiniteQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { answer, api, useMay, useMe } from '#api';
import { formatDate } from '#platform/i18n';
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
import { PupilForm } from './pupil-form.tsx';
import { type PupilLine, toneOfStatus } from './pupil-words.ts';
import { useChosenYearId } from './use-pupils.ts';

const statuses = ['learning', 'away', 'unplaced', 'graduated', 'left'] as const;

/** Pupils of the school by class; a teacher sees the own classes, a guardian the own children. */
export default function PupilsPage() {
  const { t } = useTranslation('pupils');
  const me = useMe();
  const may = useMay();
  const { address, set } = useAddress();
  const { yearId, ready } = useChosenYearId();
  const [creating, setCreating] = useState(false);
  const isFamily = me.role?.role === 'pupil' || me.role?.role === 'guardian';
  const status = statuses.find((known) => known === address['trang-thai']);
  const grade = Number(address.khoi) || undefined;
  const query = {
    ...(yearId ? { schoolYearId: yearId } : {}),
    ...(address.lop ? { classId: address.lop } : {}),
    ...(grade ? { grade } : {}),
    ...(status ? { status } : {}),
    ...(address.tim ? { q: address.tim } : {}),
  };
  const pupils = useInfiniteQuery({
    queryKey: ['pupils', 'list', query],
    queryFn: ({ signal, pageParam }) =>
      answer(
        api.GET('/api/people/pupils', {
          params: { query: { ...query, limit: 100, ...(pageParam ? { cursor: pageParam } : {}) } },
          signal,
        }),
      ),
    initialPageParam: '',
    getNextPageParam: (page) => page.nextCursor,
    enabled: ready,
  });
  const rows = pupils.data?.pages.flatMap((page) => page.items) ?? [];
  const classes = pupils.data?.pages[0]?.classes ?? [];
  const grades = [...new Set(classes.map((one) => one.grade))];
  const shownClasses = classes.filter((one) => !grade || one.grade === grade);
  const excel = `/api/people/pupils.xlsx?${new URLSearchParams(
    Object.entries(query).map(([key, value]) => [key, String(value)]),
  )}`;
  return (
    <Page
      title={isFamily ? t('list.ownTitle') : t('list.title')}
      lead={isFamily ? t('list.ownLead') : t('list.lead')}
      action={
        may('people.createPupil') ? (
          <Button onClick={() => setCreating(true)}>{t('list.create')}</Button>
        ) : null
      }
    >
      {isFamily ? null : (
        <>
          <Group mb="xs">
            <FilterChips
              name="lop"
              label={t('list.class')}
              options={[
                { value: '', label: t('list.allClasses') },
                ...shownClasses.map((one) => ({ value: one.id, label: one.name, count: one.pupils })),
              ]}
            />
          </Group>
          <Group gap="sm" align="flex-end">
            <SearchBox label={t('list.search')} />
            {grades.length > 1 ? (
              <Select
                aria-label={t('list.grade')}
                placeholder={t('list.allGrades')}
                clearable
                clearButtonProps={{ 'aria-label': t('list.allGrades') }}
                w={150}
                data={grades.map((one) => ({
                  value: String(one),
                  label: t('list.gradeNumber', { grade: one }),
                }))}
                value={grade ? String(grade) : null}
                onChange={(value) => set({ khoi: value ?? undefined, lop: undefined })}
              />
            ) : null}
            <Select
              aria-label={t('list.status')}
              placeholder={t('list.anyStatus')}
              clearable
              clearButtonProps={{ 'aria-label': t('list.anyStatus') }}
              w={190}
              data={statuses.map((known) => ({ value: known, label: t(`status.${known}`) }))}
              value={status ?? null}
              onChange={(value) => set({ 'trang-thai': value ?? undefined })}
            />
          </Group>
        </>
      )}
      <DataTable
        caption={t('list.title')}
        loading={pupils}
        rows={rows}
        rowKey={(pupil) => pupil.id}
        rowTo={(pupil) => `/hoc-sinh/${pupil.id}`}
        {...(pupils.data ? { total: pupils.data.pages[0]?.total ?? 0 } : {})}
        tools={
          may('people.exportPupils') ? (
            <Button component="a" href={excel} download variant="default" size="xs">
              {t('list.excel')}
            </Button>
          ) : null
        }
        empty={
          <EmptyState title={t('list.none')}>
            {may('people.createPupil') ? t('list.noneDetail') : t('list.noneForTeacher')}
          </EmptyState>
        }
        more={
          pupils.hasNextPage
            ? { busy: pupils.isFetchingNextPage, onMore: () => pupils.fetchNextPage() }
            : undefined
        }
        columns={[
          { key: 'name', header: t('field.fullName'), phone: 'title', cell: (pupil) => pupil.fullName },
          {
            key: 'class',
            header: t('list.class'),
            cell: (pupil) => pupil.className ?? <Tag tone="due">{t('status.unplaced')}</Tag>,
          },
          {
            key: 'birth',
            header: t('field.birthDate'),
            width: '8rem',
            cell: (pupil) => formatDate(pupil.birthDate),
          },
          { key: 'sex', header: t('field.sex'), phone: 'hidden', cell: (pupil) => t(`sex.${pupil.sex}`) },
          {
            key: 'home',
            header: t('field.residence'),
            cell: (pupil) => [pupil.village, pupil.communeName].filter(Boolean).join(', '),
          },
          { key: 'guardian', header: t('list.contact'), cell: (pupil) => <Contact pupil={pupil} /> },
          {
            key: 'status',
            header: t('list.status'),
            cell: (pupil) => <Tag tone={toneOfStatus[pupil.status]}>{t(`status.${pupil.status}`)}</Tag>,
          },
        ]}
      />
      <SideDrawer opened={creating} title={t('list.create')} onClose={() => setCreating(false)} wide>
        {creating ? <PupilForm onClose={() => setCreating(false)} /> : null}
      </SideDrawer>
    </Page>
  );
}

/** Whom to call about a pupil; on a phone a press calls. */
function Contact({ pupil }: { pupil: PupilLine }) {
  const { t } = useTranslation('pupils');
  if (!pupil.guardianName) return '';
  return (
    <Group gap={6} wrap="wrap">
      <span>{pupil.guardianName}</span>
      {pupil.guardianPhone ? (
        <Anchor
          href={`tel:${pupil.guardianPhone}`}
          aria-label={t('list.call', { name: pupil.guardianName, phone: pupil.guardianPhone })}
          style={{ display: 'inline-flex', alignItems: 'center', gap: 4, whiteSpace: 'nowrap' }}
        >
          <IconPhone size={16} aria-hidden />
          {pupil.guardianPhone}
        </Anchor>
      ) : null}
    </Group>
  );
}
