import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { answer, api, useMe } from '#api';
import { formatNumber } from '#platform/i18n';
import { DataTable, EmptyState, FilterChips, Page, useAddress } from '#platform/ui';
import { useChosenYearId } from './use-pupils.ts';

const kinds = ['class', 'school', 'commune'] as const;

/** How many pupils began the year, are there now, dropped out, came back, moved. No names. */
export default function FiguresPage() {
  const { t } = useTranslation('pupils');
  const me = useMe();
  const { address } = useAddress();
  const { yearId, ready } = useChosenYearId();
  const isSchool = me.role?.unit.kind === 'school';
  const usual = isSchool ? 'class' : 'school';
  const by = kinds.find((kind) => kind === address.theo) ?? usual;
  const figures = useQuery({
    queryKey: ['pupils', 'figures', by, yearId],
    queryFn: ({ signal }) =>
      answer(
        api.GET('/api/people/enrolment-figures', {
          params: { query: { by, ...(yearId ? { schoolYearId: yearId } : {}) } },
          signal,
        }),
      ),
    enabled: ready,
  });
  const columns = ['atStart', 'now', 'droppedOut', 'returned', 'transferredIn', 'transferredOut'] as const;
  return (
    <Page title={t('figures.title')} lead={t('figures.lead')}>
      {isSchool ? null : (
        <FilterChips
          name="theo"
          label={t('figures.by')}
          options={(['school', 'commune'] as const).map((kind) => ({
            value: kind === usual ? '' : kind,
            label: t(`figures.kinds.${kind}`),
          }))}
        />
      )}
      <DataTable
        caption={t('figures.title')}
        loading={figures}
        rows={figures.data?.items ?? []}
        rowKey={(row) => row.id}
        empty={<EmptyState title={t('figures.none')}>{t('figures.noneDetail')}</EmptyState>}
        columns={[
          { key: 'name', header: t(`figures.kinds.${by}`), phone: 'title', cell: (row) => row.name },
          {
            key: 'kept',
            header: t('figures.kept'),
            align: 'right',
            cell: (row) =>
              row.atStart === 0 ? '–' : t('figures.percent', { share: formatNumber(keptShare(row)) }),
          },
          ...columns.map((key) => ({
            key,
            header: t(`figures.${key}`),
            align: 'right' as const,
            cell: (row: Record<(typeof columns)[number], number>) => formatNumber(row[key]),
          })),
        ]}
      />
    </Page>
  );
}

/** Percent with one decimal. */
function keptShare({ kept, atStart }: { kept: number; atStart: number }): number {
  return Math.round((1000 * kept) / atStart) / 10;
}
