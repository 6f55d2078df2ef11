import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { answer, api, keptAnswer, useMe } from '#api';
import { DataTable, EmptyState, Page } from '#platform/ui';

/** Classes whose results or attendance the person may see. */
export default function ClassesPage() {
  const { t } = useTranslation('gradebook');
  const roleId = useMe().role?.id;
  const classes = useQuery({
    queryKey: ['gradebook', 'classes'],
    queryFn: ({ signal }) =>
      keptAnswer({ source: 'gradebook.listMyClasses', key: 'all', roleId }, () =>
        answer(api.GET('/api/gradebook/classes', { signal })),
      ),
  });
  return (
    <Page title={t('classes.title')} lead={t('classes.lead')}>
      <DataTable
        caption={t('classes.title')}
        loading={classes}
        rows={classes.data?.items ?? []}
        rowKey={({ id }) => id}
        empty={<EmptyState title={t('classes.none')}>{t('classes.noneDetail')}</EmptyState>}
        columns={[
          { key: 'name', header: t('classes.class'), phone: 'title', cell: ({ name }) => name },
          { key: 'pupils', header: t('sheets.pupils'), align: 'right', cell: ({ pupils }) => pupils },
          {
            key: 'led',
            header: t('classes.role'),
            cell: ({ led }) => (led ? t('classes.led') : ''),
          },
          {
            key: 'attendance',
            header: t('attendance.title'),
            cell: ({ id }) => <Link to={`/diem-danh/${id}`}>{t('attendance.take')}</Link>,
          },
          {
            key: 'results',
            header: t('results.title'),
            cell: ({ id, results }) =>
              results ? <Link to={`/ket-qua/${id}`}>{t('results.open')}</Link> : '',
          },
        ]}
      />
    </Page>
  );
}
