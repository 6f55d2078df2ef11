import { Button, Group, Select } from '@mantine/core';
import { useInfiniteQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { answer, api, useMay } from '#api';
import { DataTable, EmptyState, FilterChips, Page, SearchBox, SideDrawer, useAddress } from '#platform/ui';
import { ClusterForm } from './cluster-form.tsx';
import { ImportUnits } from './import-units.tsx';
import { schoolKinds, type UnitKind, unitKinds } from './kinds.ts';

/** All units of the department: divisions, communes, schools, teams, clusters. */
export default function UnitsPage() {
  const { t } = useTranslation('organisation');
  const may = useMay();
  const { address, set } = useAddress();
  const [creating, setCreating] = useState(false);
  const [importing, setImporting] = useState(false);
  const kind: UnitKind = unitKinds.find((known) => known === address.loai) ?? 'school';
  const schoolKind =
    kind === 'school' ? schoolKinds.find((known) => known === address['loai-truong']) : undefined;
  const query = {
    kind,
    ...(schoolKind ? { schoolKind } : {}),
    ...(address.tim ? { q: address.tim } : {}),
  };
  const units = useInfiniteQuery({
    queryKey: ['units', 'list', query],
    queryFn: ({ signal, pageParam }) =>
      answer(
        api.GET('/api/units', {
          params: { query: { ...query, limit: 100, ...(pageParam ? { cursor: pageParam } : {}) } },
          signal,
        }),
      ),
    initialPageParam: '',
    getNextPageParam: (page) => page.nextCursor,
  });
  const rows = units.data?.pages.flatMap((page) => page.items) ?? [];
  return (
    <Page
      title={t('units.title')}
      lead={t('units.lead')}
      action={
        <>
          {may('organisation.importUnits') ? (
            <Button variant="default" onClick={() => setImporting(true)}>
              {t('import.title')}
            </Button>
          ) : null}
          {kind === 'cluster' && may('organisation.createCluster') ? (
            <Button onClick={() => setCreating(true)}>{t('cluster.create')}</Button>
          ) : null}
        </>
      }
    >
      <Group gap="sm" mb="sm">
        <FilterChips
          name="loai"
          label={t('units.kind')}
          clears={['loai-truong']}
          options={unitKinds.map((known) => ({
            value: known === 'school' ? '' : known,
            label: t(`units.kinds.${known}`),
          }))}
        />
      </Group>
      <Group gap="sm">
        <SearchBox label={t('units.search')} />
        {kind === 'school' ? (
          <Select
            aria-label={t('units.schoolKind')}
            placeholder={t('units.anySchoolKind')}
            clearable
            clearButtonProps={{ 'aria-label': t('units.anySchoolKind') }}
            data={schoolKinds.map((known) => ({ value: known, label: t(`schoolKind.${known}`) }))}
            value={schoolKind ?? null}
            onChange={(value) => set({ 'loai-truong': value ?? undefined })}
          />
        ) : null}
      </Group>
      <DataTable
        caption={t('units.title')}
        loading={units}
        rows={rows}
        rowKey={(unit) => unit.id}
        rowTo={(unit) => `/don-vi/${unit.id}`}
        empty={<EmptyState title={t('units.none')}>{t('units.noneDetail')}</EmptyState>}
        more={
          units.hasNextPage
            ? { busy: units.isFetchingNextPage, onMore: () => units.fetchNextPage() }
            : undefined
        }
        columns={[
          { key: 'name', header: t('units.name'), phone: 'title', cell: (unit) => unit.name },
          { key: 'code', header: t('units.code'), cell: (unit) => unit.code },
          ...(kind === 'school'
            ? [
                {
                  key: 'schoolKind',
                  header: t('units.schoolKind'),
                  cell: (unit: (typeof rows)[number]) =>
                    unit.schoolKind ? t(`schoolKind.${unit.schoolKind}`) : '',
                },
              ]
            : []),
          ...(kind === 'school' || kind === 'commune'
            ? [
                {
                  key: 'zone',
                  header: t('units.zone'),
                  cell: (unit: (typeof rows)[number]) =>
                    [unit.zone ? t(`units.zones.${unit.zone}`) : '', unit.border ? t('units.border') : '']
                      .filter(Boolean)
                      .join(', '),
                },
              ]
            : []),
        ]}
      />
      <SideDrawer opened={creating} title={t('cluster.create')} onClose={() => setCreating(false)}>
        <ClusterForm onClose={() => setCreating(false)} />
      </SideDrawer>
      <SideDrawer opened={importing} title={t('import.title')} onClose={() => setImporting(false)}>
        <ImportUnits onClose={() => setImporting(false)} />
      </SideDrawer>
    </Page>
  );
}
