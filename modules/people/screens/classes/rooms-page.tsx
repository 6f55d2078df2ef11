import { Button, Group } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { answer, api, useMay } from '#api';
import { formatDate, formatNumber } from '#platform/i18n';
import { DataTable, EmptyState, FilterChips, Page, SideDrawer, Tag, useAddress } from '#platform/ui';
import { roomKinds } from '../../rules/room.ts';
import type { RoomLine } from '../answers.ts';
import { useChosenYearId } from '../pupils/use-pupils.ts';
import { SchoolChoice, useSchoolChoice } from '../school-choice.tsx';
import { RoomForm } from './room-form.tsx';

/** Rooms of a school: kind, seats, who sits there. */
export default function RoomsPage() {
  const { t } = useTranslation('people');
  const may = useMay();
  const { address } = useAddress();
  const { yearId, ready } = useChosenYearId();
  const school = useSchoolChoice();
  const [editing, setEditing] = useState<RoomLine | 'new'>();
  const query = {
    ...(yearId ? { schoolYearId: yearId } : {}),
    ...(school.unitId ? { unitId: school.unitId } : {}),
  };
  const rooms = useQuery({
    queryKey: ['people', 'rooms', query],
    queryFn: ({ signal }) => answer(api.GET('/api/people/rooms', { params: { query }, signal })),
    enabled: ready && school.ready,
  });
  const all = rooms.data?.items ?? [];
  const used = roomKinds.filter((kind) => all.some((room) => room.kind === kind));
  const shown = all.filter((room) => !address.loai || room.kind === address.loai);
  const mayCreate = rooms.data?.may.includes('people.createRoom') ?? false;
  const mayUpdate = rooms.data?.may.includes('people.updateRoom') ?? false;
  return (
    <Page
      title={t('room.title')}
      lead={t('room.lead')}
      tools={
        may('people.exportRooms') && all.length > 0 ? (
          <Button
            component="a"
            href={`/api/people/rooms.xlsx?${new URLSearchParams(query)}`}
            download
            variant="default"
          >
            {t('excel')}
          </Button>
        ) : null
      }
      action={mayCreate ? <Button onClick={() => setEditing('new')}>{t('room.create')}</Button> : null}
    >
      <SchoolChoice name={rooms.data?.school.name} />
      {school.ready ? (
        <>
          {used.length > 1 ? (
            <Group mb="sm">
              <FilterChips
                name="loai"
                label={t('room.kind')}
                options={[
                  { value: '', label: t('room.allKinds'), count: all.length },
                  ...used.map((kind) => ({
                    value: kind,
                    label: t(`roomKind.${kind}`),
                    count: all.filter((room) => room.kind === kind).length,
                  })),
                ]}
              />
            </Group>
          ) : null}
          <DataTable
            caption={t('room.title')}
            loading={rooms}
            rows={shown}
            rowKey={(room) => room.id}
            empty={
              <EmptyState
                title={t('room.none')}
                action={
                  mayCreate ? <Button onClick={() => setEditing('new')}>{t('room.create')}</Button> : null
                }
              >
                {mayCreate ? t('room.noneDetail') : t('room.noneForOthers')}
              </EmptyState>
            }
            columns={[
              { key: 'name', header: t('room.name'), phone: 'title', cell: (room) => room.name },
              { key: 'kind', header: t('room.kind'), cell: (room) => t(`roomKind.${room.kind}`) },
              {
                key: 'capacity',
                header: t('room.capacity'),
                align: 'right',
                cell: (room) =>
                  room.capacity === null ? (
                    ''
                  ) : (
                    <span style={{ whiteSpace: 'nowrap' }}>
                      {t('room.seats', { seats: formatNumber(room.capacity) })}
                    </span>
                  ),
              },
              { key: 'site', header: t('class.site'), cell: (room) => room.siteName ?? '' },
              {
                key: 'classes',
                header: t('room.classes'),
                cell: (room) => room.classNames.join(', '),
              },
              {
                key: 'equipment',
                header: t('room.equipment'),
                cell: (room) => room.equipment.join('; '),
              },
              {
                key: 'state',
                header: t('room.state'),
                cell: (room) => (
                  <Group gap={6}>
                    {room.solid ? null : <Tag tone="due">{t('room.notSolid')}</Tag>}
                    {room.closedOn ? (
                      <Tag>{t('room.closedOn', { date: formatDate(room.closedOn) })}</Tag>
                    ) : null}
                  </Group>
                ),
              },
              ...(mayUpdate
                ? [
                    {
                      key: 'actions',
                      header: t('actions'),
                      phone: 'corner' as const,
                      cell: (room: RoomLine) => (
                        <Button
                          variant="subtle"
                          size="xs"
                          aria-label={t('editOf', { name: room.name })}
                          onClick={() => setEditing(room)}
                        >
                          {t('edit')}
                        </Button>
                      ),
                    },
                  ]
                : []),
            ]}
          />
        </>
      ) : null}
      <SideDrawer
        opened={editing !== undefined}
        title={editing === 'new' ? t('room.create') : t('room.edit')}
        onClose={() => setEditing(undefined)}
      >
        {editing && rooms.data ? (
          <RoomForm
            unitId={rooms.data.school.id}
            current={editing === 'new' ? undefined : editing}
            known={[...new Set(all.flatMap(({ equipment }) => equipment))]}
            onClose={() => setEditing(undefined)}
          />
        ) : null}
      </SideDrawer>
    </Page>
  );
}
