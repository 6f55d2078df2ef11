import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { answer, api, useSchoolYear } from '#api';
import { DataTable, EmptyState, Page, useAddress } from '#platform/ui';
import { distributionColumns } from './distribution.ts';
import { PeriodChips } from './period-chips.tsx';

/** How marks are spread by teacher and subject: the whole school for its heads, the own for a teacher. */
export default function TeacherFiguresPage() {
  const { t } = useTranslation('gradebook');
  const { address } = useAddress();
  const { name: schoolYear } = useSchoolYear();
  const period = address.ky === '2' ? 2 : address.ky === 'nam' ? 0 : 1;
  const query = { period, ...(schoolYear ? { schoolYear } : {}) } as const;
  const figures = useQuery({
    queryKey: ['gradebook', 'figures', 'teachers', query],
    queryFn: ({ signal }) =>
      answer(api.GET('/api/gradebook/figures/teachers', { params: { query }, signal })),
  });
  return (
    <Page wide title={t('teacherFigures.title')} lead={t('teacherFigures.lead')}>
      <PeriodChips />
      <DataTable
        caption={t('teacherFigures.title')}
        loading={figures}
        rows={figures.data?.rows ?? []}
        rowKey={({ staffId, code }) => `${staffId} ${code}`}
        empty={<EmptyState title={t('figures.none')}>{t('figures.noneDetail')}</EmptyState>}
        columns={[
          {
            key: 'teacher',
            header: t('teacherFigures.teacher'),
            phone: 'title',
            cell: ({ teacher }) => teacher,
          },
          { key: 'subject', header: t('figures.subject'), cell: ({ name }) => name },
          { key: 'classes', header: t('teacherFigures.classes'), cell: ({ classes }) => classes.join(', ') },
          ...distributionColumns(t),
        ]}
      />
    </Page>
  );
}
