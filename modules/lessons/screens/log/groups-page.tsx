import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { answer, api } from '#api';
import { formatDate, formatPercent } from '#platform/i18n';
import { DataTable, EmptyState, Page } from '#platform/ui';

/** Groups of session 2 with their log: the own of a teacher, all for the office of the school. */
export default function GroupsPage() {
  const { t } = useTranslation('lesson-log');
  const found = useQuery({
    queryKey: ['lessons', 'groups'],
    queryFn: ({ signal }) => answer(api.GET('/api/lessons/groups', { signal })),
  });
  return (
    <Page title={t('groups.title')} lead={t('groups.lead')}>
      <DataTable
        caption={t('groups.title')}
        loading={found}
        rows={found.data?.groups ?? []}
        rowKey={({ id }) => id}
        rowTo={({ id }) => `/so-dau-bai/nhom/${id}`}
        empty={<EmptyState title={t('groups.none')}>{t('groups.noneDetail')}</EmptyState>}
        columns={[
          { key: 'name', header: t('groups.name'), phone: 'title', cell: ({ name }) => name },
          { key: 'teacher', header: t('groups.teacher'), cell: ({ teacherName }) => teacherName ?? '' },
          {
            key: 'pupils',
            header: t('groups.pupils'),
            align: 'right',
            cell: ({ pupils }) => t('groups.pupilsOf', { count: pupils }),
          },
          {
            key: 'lessons',
            header: t('groups.lessons'),
            align: 'right',
            cell: ({ lessons, lastDay }) =>
              lastDay
                ? t('groups.lessonsTo', { count: lessons, day: formatDate(lastDay) })
                : t('groups.lessonsNone'),
          },
          {
            key: 'present',
            header: t('groups.present'),
            align: 'right',
            phone: 'corner',
            cell: ({ present }) => (present === null ? '' : formatPercent(present)),
          },
        ]}
      />
    </Page>
  );
}
