import { Button, Group } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { answer, api, useCommand, useMay } from '#api';
import { formatNumber } from '#platform/i18n';
import { ConfirmDialog, DataTable, EmptyState, Section, SideDrawer, toast } from '#platform/ui';
import type { UnitDetail } from './kinds.ts';
import { SiteForm } from './site-form.tsx';

export type Site = UnitDetail['sites'][number];

/** Teaching sites of a school, the main one first. */
export function SiteList({ schoolId, sites }: { schoolId: string; sites: readonly Site[] }) {
  const { t } = useTranslation('organisation');
  const may = useMay();
  const [editing, setEditing] = useState<Site | 'new'>();
  const [removing, setRemoving] = useState<Site>();
  const remove = useCommand({
    run: (siteId: string, init) =>
      answer(api.DELETE('/api/sites/{siteId}', { params: { path: { siteId } }, ...init })),
    refreshes: [['units']],
    onDone: () => {
      toast({ tone: 'done', text: t('site.removed', { name: removing?.name ?? '' }) });
      setRemoving(undefined);
    },
  });
  return (
    <Section
      title={t('site.title')}
      aside={
        may('organisation.createSite') ? (
          <Button variant="default" size="xs" onClick={() => setEditing('new')}>
            {t('site.create')}
          </Button>
        ) : null
      }
    >
      <DataTable
        caption={t('site.title')}
        rows={sites}
        rowKey={(site) => site.id}
        empty={<EmptyState title={t('site.none')}>{t('site.noneDetail')}</EmptyState>}
        columns={[
          { key: 'name', header: t('site.name'), phone: 'title', cell: (site) => site.name },
          { key: 'kind', header: t('site.kind'), cell: (site) => t(`site.kinds.${site.kind}`) },
          { key: 'village', header: t('site.village'), cell: (site) => site.village ?? '' },
          {
            key: 'distance',
            header: t('site.distance'),
            align: 'right',
            cell: (site) =>
              site.distanceKm === null ? '' : t('site.km', { km: formatNumber(site.distanceKm) }),
          },
          {
            key: 'actions',
            header: t('site.actions'),
            phone: 'corner',
            cell: (site) => (
              <Group gap="xs" wrap="nowrap">
                {may('organisation.updateSite') ? (
                  <Button
                    variant="subtle"
                    size="xs"
                    aria-label={t('site.editOf', { name: site.name })}
                    onClick={() => setEditing(site)}
                  >
                    {t('site.edit')}
                  </Button>
                ) : null}
                {may('organisation.deleteSite') ? (
                  <Button
                    variant="subtle"
                    size="xs"
                    aria-label={t('site.removeOf', { name: site.name })}
                    onClick={() => setRemoving(site)}
                  >
                    {t('site.remove')}
                  </Button>
                ) : null}
              </Group>
            ),
          },
        ]}
      />
      <SideDrawer
        opened={editing !== undefined}
        title={editing === 'new' ? t('site.create') : t('site.edit')}
        onClose={() => setEditing(undefined)}
      >
        {editing ? (
          <SiteForm
            schoolId={schoolId}
            site={editing === 'new' ? undefined : editing}
            onClose={() => setEditing(undefined)}
          />
        ) : null}
      </SideDrawer>
      <ConfirmDialog
        opened={removing !== undefined}
        title={t('site.removeAsk', { name: removing?.name ?? '' })}
        confirm={t('site.remove')}
        danger
        busy={remove.isPending}
        error={remove.error}
        onConfirm={() => {
          if (removing) remove.mutate(removing.id);
        }}
        onClose={() => {
          setRemoving(undefined);
          remove.reset();
        }}
      >
        <p style={{ marginTop: 0 }}>{t('site.removeBody')}</p>
      </ConfirmDialog>
    </Section>
  );
}
