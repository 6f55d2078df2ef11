import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { answer, api } from '#api';
import { DataTable, EmptyState, Page, useAddress } from '#platform/ui';
import { usePeriodQuery } from './period-picker.tsx';
import { figureName, figureText } from './report-words.ts';

/** The units one figure of the totals was added up from, each leading on to its own rows. */
export default function TotalsRowsPage() {
  const { t } = useTranslation('reports');
  const { address } = useAddress();
  const period = usePeriodQuery();
  const query = { ...period, figure: address.figure ?? '' };
  const rows = useQuery({
    queryKey: ['plan', 'reports', 'totals', 'rows', query],
    queryFn: ({ signal }) => answer(api.GET('/api/plan/report-totals/rows', { params: { query }, signal })),
  });
  const figure = rows.data?.figure;
  const back = new URLSearchParams(period).toString();
  return (
    <Page
      title={figure ? figureName(figure, t) : t('rows.title')}
      trail={[
        { label: t('list.title'), to: '/bao-cao' },
        { label: t('totals.title'), to: `/bao-cao/tong-hop?${back}` },
      ]}
      lead={
        figure
          ? t('totals.rowsLead', { value: figureText(figure), count: rows.data?.rows.length ?? 0 })
          : rows.error
            ? undefined
            : t('rows.loading')
      }
    >
      <DataTable
        caption={figure ? figureName(figure, t) : t('rows.title')}
        rows={rows.data?.rows ?? []}
        rowKey={(row) => row.reportId}
        rowTo={(row) => row.figure.link}
        loading={rows}
        empty={<EmptyState title={t('rows.empty')}>{t('rows.emptyDetail')}</EmptyState>}
        columns={[
          { key: 'unit', header: t('below.unit'), phone: 'title', cell: (row) => row.unit.name },
          {
            key: 'value',
            header: t('rows.amount'),
            align: 'right',
            width: '180px',
            phone: 'corner',
            cell: (row) => figureText(row.figure),
          },
        ]}
      />
    </Page>
  );
}
