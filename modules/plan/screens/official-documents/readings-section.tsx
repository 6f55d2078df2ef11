import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { answer, api } from '#api';
import { formatDateTime } from '#platform/i18n';
import { DataTable, EmptyState, FilterChips, Section, Tag, useAddress } from '#platform/ui';

/** Which recipients have opened the document, who there, and when. */
export function ReadingsSection({ documentId }: { documentId: string }) {
  const { t } = useTranslation('official-documents');
  const { address } = useAddress();
  const list = useQuery({
    queryKey: ['plan', 'official-document', documentId, 'readings'],
    queryFn: ({ signal }) =>
      answer(
        api.GET('/api/plan/official-documents/{documentId}/readings', {
          params: { path: { documentId } },
          signal,
        }),
      ),
  });
  const units = list.data?.units ?? [];
  const opened = list.data?.opened ?? 0;
  const shown = address['noi-nhan'] === 'chua' ? units.filter((unit) => unit.openings.length === 0) : units;
  return (
    <Section title={t('readings.title', { opened, total: units.length })}>
      {units.length > 0 ? (
        <FilterChips
          name="noi-nhan"
          label={t('readings.filters')}
          options={[
            { value: '', label: t('readings.all'), count: units.length },
            { value: 'chua', label: t('readings.unopened'), count: units.length - opened },
          ]}
        />
      ) : null}
      <DataTable
        caption={t('recipients')}
        rows={shown}
        rowKey={(row) => row.unit.id}
        loading={list}
        empty={<EmptyState title={t(units.length === 0 ? 'readings.none' : 'readings.allOpened')} />}
        columns={[
          { key: 'unit', header: t('readings.unit'), phone: 'title', cell: (row) => row.unit.name },
          {
            key: 'state',
            header: t('stateLabel'),
            phone: 'corner',
            width: '140px',
            cell: (row) =>
              row.openings.length > 0 ? (
                <Tag tone="done">{t('readings.opened')}</Tag>
              ) : (
                <Tag tone="due">{t('readings.notOpened')}</Tag>
              ),
          },
          { key: 'told', header: t('readings.toldAt'), cell: (row) => formatDateTime(row.toldAt) },
          {
            key: 'who',
            header: t('readings.who'),
            cell: (row) =>
              row.openings.map((opening) => (
                <span key={opening.by.id} style={{ display: 'block' }}>
                  {t('page.created', { name: opening.by.name, at: formatDateTime(opening.openedAt) })}
                </span>
              )),
          },
        ]}
      />
    </Section>
  );
}
