import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { answer, api } from '#api';
import { DataTable, EmptyState, Page, Tag } from '#platform/ui';
import { toneOf } from './tones.ts';

/** The transcript of the pupil, or of the guardian's children. */
export default function MinePage() {
  const { t } = useTranslation('transcript');
  const mine = useQuery({
    queryKey: ['transcript', 'mine'],
    queryFn: ({ signal }) => answer(api.GET('/api/transcript/mine', { signal })),
  });
  return (
    <Page title={t('mine.title')} lead={t('mine.lead')}>
      <DataTable
        caption={t('mine.title')}
        loading={mine}
        rows={mine.data?.items ?? []}
        rowKey={({ id }) => id}
        rowTo={({ id }) => `/hoc-ba/trang/${id}`}
        empty={<EmptyState title={t('mine.none')}>{t('mine.noneDetail')}</EmptyState>}
        columns={[
          {
            key: 'year',
            header: t('mine.year'),
            phone: 'title',
            cell: ({ schoolYear, className }) => t('mine.of', { year: schoolYear, class: className }),
          },
          { key: 'pupil', header: t('pupil'), cell: ({ pupilName }) => pupilName },
          { key: 'school', header: t('content.school'), cell: ({ school }) => school },
          {
            key: 'state',
            header: t('class.state'),
            phone: 'corner',
            cell: (row) => <Tag tone={toneOf(row)}>{t(`standing.${row.state}`, { number: row.number })}</Tag>,
          },
        ]}
      />
    </Page>
  );
}
