import { Button } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { answer, api, useMay } from '#api';
import { formatDateTime } from '#platform/i18n';
import { DataTable, EmptyState, FilterChips, Page, Tag, useAddress } from '#platform/ui';

/** Notices that came to the person, and for whoever writes them those sent with how many have read. */
export default function NoticesPage() {
  const { t } = useTranslation('family');
  const may = useMay();
  const { address } = useAddress();
  const writes = may('family.listSent');
  const sent = writes && address.xem !== 'den';
  return (
    <Page
      title={t('notices.title')}
      action={
        may('family.createAnnouncement') ? (
          <Button component={Link} to="/thong-bao/soan">
            {t('write.begin')}
          </Button>
        ) : undefined
      }
      tools={
        <Button component={Link} to="/cach-bao-tin" variant="default">
          {t('notices.ways')}
        </Button>
      }
    >
      {writes ? (
        <FilterChips
          name="xem"
          label={t('notices.box')}
          options={[
            { value: '', label: t('notices.sentBox') },
            { value: 'den', label: t('notices.receivedBox') },
          ]}
        />
      ) : null}
      {sent ? <Sent /> : <Received />}
    </Page>
  );
}

function Received() {
  const { t } = useTranslation('family');
  const list = useQuery({
    queryKey: ['family', 'received'],
    queryFn: ({ signal }) => answer(api.GET('/api/family/announcements', { signal })),
  });
  return (
    <DataTable
      caption={t('notices.receivedBox')}
      loading={list}
      rows={list.data?.items ?? []}
      rowKey={({ id }) => id}
      rowTo={({ id }) => `/thong-bao/${id}`}
      empty={<EmptyState title={t('notices.none')}>{t('notices.noneDetail')}</EmptyState>}
      columns={[
        { key: 'title', header: t('notices.subject'), phone: 'title', cell: ({ title }) => title },
        { key: 'author', header: t('notices.author'), cell: ({ author }) => author },
        { key: 'at', header: t('notices.sentAt'), cell: ({ sentAt }) => formatDateTime(sentAt) },
        {
          key: 'read',
          header: t('notices.state'),
          cell: ({ readAt }) =>
            readAt ? <Tag tone="done">{t('notices.read')}</Tag> : <Tag tone="due">{t('notices.new')}</Tag>,
        },
      ]}
    />
  );
}

function Sent() {
  const { t } = useTranslation('family');
  const list = useQuery({
    queryKey: ['family', 'sent'],
    queryFn: ({ signal }) => answer(api.GET('/api/family/announcements/sent', { signal })),
  });
  return (
    <DataTable
      caption={t('notices.sentBox')}
      loading={list}
      rows={list.data?.items ?? []}
      rowKey={({ id }) => id}
      rowTo={({ id, state }) => (state === 'draft' ? `/thong-bao/soan?ban-nhap=${id}` : `/thong-bao/${id}`)}
      empty={<EmptyState title={t('notices.noneSent')}>{t('notices.noneSentDetail')}</EmptyState>}
      columns={[
        { key: 'title', header: t('notices.subject'), phone: 'title', cell: ({ title }) => title },
        { key: 'author', header: t('notices.author'), cell: ({ author }) => author },
        {
          key: 'at',
          header: t('notices.sentAt'),
          cell: ({ sentAt }) => (sentAt ? formatDateTime(sentAt) : ''),
        },
        {
          key: 'state',
          header: t('notices.state'),
          cell: ({ state }) => (
            <Tag tone={state === 'sent' ? 'done' : 'none'}>{t(`notices.stateOf.${state}`)}</Tag>
          ),
        },
        {
          key: 'read',
          header: t('notices.readBy'),
          align: 'right',
          cell: ({ asked, read }) => (asked === null ? '' : t('notices.readOf', { read, asked })),
        },
      ]}
    />
  );
}
