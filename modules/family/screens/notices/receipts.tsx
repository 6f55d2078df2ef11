import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { answer, api } from '#api';
import { formatDateTime } from '#platform/i18n';
import { DataTable, EmptyState, Tag } from '#platform/ui';

/** Whom a notice went to, the unread first. */
export function Receipts({ announcementId }: { announcementId: string }) {
  const { t } = useTranslation('family');
  const list = useQuery({
    queryKey: ['family', 'receipts', announcementId],
    queryFn: ({ signal }) =>
      answer(
        api.GET('/api/family/announcements/{announcementId}/receipts', {
          params: { path: { announcementId } },
          signal,
        }),
      ),
  });
  return (
    <DataTable
      caption={t('receipts.title')}
      loading={list}
      rows={list.data?.items ?? []}
      rowKey={({ name, kind, pupils }) => `${kind} ${name} ${pupils}`}
      empty={<EmptyState title={t('receipts.none')} />}
      columns={[
        { key: 'name', header: t('receipts.name'), phone: 'title', cell: ({ name }) => name },
        { key: 'kind', header: t('receipts.kind'), cell: ({ kind }) => t(`audience.${kind}`) },
        { key: 'pupils', header: t('receipts.pupils'), cell: ({ pupils }) => pupils },
        {
          key: 'read',
          header: t('notices.state'),
          cell: ({ readAt }) =>
            readAt ? (
              <Tag tone="done">{t('receipts.readAt', { at: formatDateTime(readAt) })}</Tag>
            ) : (
              <Tag tone="due">{t('receipts.unread')}</Tag>
            ),
        },
      ]}
    />
  );
}
