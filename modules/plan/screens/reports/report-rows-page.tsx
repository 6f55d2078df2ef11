import { useQuery } from '@tanstack/react-query';
import { useParams } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { answer, api } from '#api';
import { formatNumber } from '#platform/i18n';
import { DataTable, EmptyState, Page, useAddress } from '#platform/ui';
import { figureName, figureText, periodName } from './report-words.ts';

/** The rows one figure of a report was counted from. */
export default function ReportRowsPage() {
  const { t } = useTranslation('reports');
  const { reportId } = useParams({ strict: false }) as { reportId: string };
  const { address } = useAddress();
  const key = address.figure ?? '';
  const path = { reportId };
  const rows = useQuery({
    queryKey: ['plan', 'report', reportId, 'rows', key],
    queryFn: ({ signal }) =>
      answer(
        api.GET('/api/plan/reports/{reportId}/rows', { params: { path, query: { figure: key } }, signal }),
      ),
  });
  const report = useQuery({
    queryKey: ['plan', 'report', reportId],
    queryFn: ({ signal }) => answer(api.GET('/api/plan/reports/{reportId}', { params: { path }, signal })),
  });
  const figure = rows.data?.figure;
  const hasAmounts = figure !== undefined && figure.measure !== 'count';
  return (
    <Page
      title={figure ? figureName(figure, t) : t('rows.title')}
      trail={[
        { label: t('list.title'), to: '/bao-cao' },
        {
          label: report.data
            ? t('rows.reportOf', { period: periodName(report.data.report.period, t) })
            : t('rows.report'),
          to: `/bao-cao/${reportId}`,
        },
      ]}
      lead={
        figure
          ? t('rows.lead', { value: figureText(figure), unit: report.data?.report.unit.name ?? '' })
          : rows.error
            ? undefined
            : t('rows.loading')
      }
    >
      <DataTable
        caption={figure ? figureName(figure, t) : t('rows.title')}
        rows={rows.data?.rows ?? []}
        rowKey={(row) => row.id}
        rowTo={(row) => row.link}
        loading={rows}
        empty={<EmptyState title={t('rows.empty')}>{t('rows.emptyDetail')}</EmptyState>}
        columns={[
          { key: 'title', header: t('rows.what'), phone: 'title', cell: (row) => row.title },
          { key: 'detail', header: t('rows.detail'), cell: (row) => row.detail },
          ...(hasAmounts
            ? [
                {
                  key: 'amount',
                  header: t('rows.amount'),
                  align: 'right' as const,
                  phone: 'corner' as const,
                  cell: (row: { amount: number | null }) =>
                    figure.measure === 'share'
                      ? figureText({ measure: 'share', value: row.amount })
                      : row.amount === null
                        ? '–'
                        : formatNumber(row.amount),
                },
              ]
            : []),
        ]}
      />
    </Page>
  );
}
