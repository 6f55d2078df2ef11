import { Button, Group } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { Navigate } from '@tanstack/react-router';
import type { TFunction } from 'i18next';
import { useTranslation } from 'react-i18next';
import { answer, api, useChooseSchoolYear, useMay } from '#api';
import { formatDate, formatDateTime, formatNumber } from '#platform/i18n';
import { DataTable, EmptyState, Page, SideDrawer, Tag, useAddress } from '#platform/ui';
import type { PlanDocument } from './document-words.ts';
import { ImportPlan } from './import-plan.tsx';

const tones = { draft: 'due', published: 'done', superseded: 'none', discarded: 'none' } as const;

/** Every plan of the department: drafts in review, the plan in force, the ones before it. */
export default function DocumentsPage() {
  const { t } = useTranslation('plan-document');
  const { address, set } = useAddress();
  const may = useMay();
  const chooseYear = useChooseSchoolYear();
  const list = useQuery({
    queryKey: ['plan', 'documents'],
    queryFn: ({ signal }) => answer(api.GET('/api/plan/documents', { signal })),
  });
  const rows = list.data?.documents ?? [];
  const inForce = rows.find((row) => row.status === 'published');
  // Search leads to a duty without knowing which document is in force.
  const duty = address['nhiem-vu'];
  if (duty && inForce) {
    return (
      <Navigate
        to={'/ke-hoach/$documentId' as string}
        params={{ documentId: inForce.id } as never}
        search={{ 'nhiem-vu': duty } as never}
        replace
      />
    );
  }
  const importButton = may('plan.importDocument') ? (
    <Button onClick={() => set({ nhap: 'co' })}>{t('list.import')}</Button>
  ) : undefined;
  return (
    <Page title={t('list.title')} lead={t('list.lead')} action={importButton}>
      <DataTable
        caption={t('list.title')}
        rows={rows}
        rowKey={(row) => row.id}
        rowTo={(row) => `/ke-hoach/${row.id}`}
        loading={list}
        empty={
          <EmptyState title={t('list.empty')} action={importButton}>
            {t(importButton ? 'list.emptyImport' : 'list.emptyWait')}
          </EmptyState>
        }
        columns={[
          { key: 'title', header: t('list.document'), phone: 'title', cell: (row) => row.title },
          {
            key: 'status',
            header: t('list.status'),
            phone: 'corner',
            width: '130px',
            cell: (row) => <Tag tone={tones[row.status]}>{t(`status.${row.status}`)}</Tag>,
          },
          {
            key: 'year',
            header: t('list.year'),
            width: '170px',
            cell: (row) => t('list.yearRevision', { year: row.schoolYear, revision: row.revision }),
          },
          {
            key: 'size',
            header: t('list.size'),
            cell: (row) =>
              row.assignmentCount > 0
                ? t('list.dutiesAssigned', {
                    duties: formatNumber(row.dutyCount),
                    assignments: formatNumber(row.assignmentCount),
                  })
                : t('list.duties', { duties: formatNumber(row.dutyCount) }),
          },
          { key: 'signed', header: t('list.signed'), width: '150px', cell: (row) => signed(row, t) },
          {
            key: 'since',
            header: t('list.since'),
            phone: 'hidden',
            width: '150px',
            cell: (row) => formatDateTime(row.publishedAt ?? row.importedAt),
          },
        ]}
      />
      {(list.data?.otherYears ?? []).length > 0 ? (
        <Group gap="xs" mt="md" component="section" aria-label={t('list.otherYears')}>
          <span>{t('list.otherYears')}</span>
          {list.data?.otherYears.map(({ schoolYear, documents }) => (
            <Button
              key={schoolYear}
              size="compact-sm"
              variant="default"
              onClick={() => chooseYear(schoolYear)}
            >
              {t('list.otherYear', { year: schoolYear, count: documents })}
            </Button>
          ))}
        </Group>
      ) : null}
      <SideDrawer opened={address.nhap === 'co'} title={t('import.title')} onClose={() => set({ nhap: '' })}>
        <ImportPlan inForce={inForce} />
      </SideDrawer>
    </Page>
  );
}

function signed(document: PlanDocument, t: TFunction): string {
  const parts = [
    document.signedOn ? t('document.signedOn', { date: formatDate(document.signedOn) }) : undefined,
    document.signatoryName ?? undefined,
  ];
  return parts.filter(Boolean).join(', ') || '–';
}
