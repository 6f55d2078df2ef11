import { Group, Table } from '@mantine/core';
import { useInfiniteQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { answer, api, type operations } from '#api';
import { formatDate, formatDateTime, parseDate } from '#platform/i18n';
import { DataTable, DateField, EmptyState, Facts, Page, Section, SideDrawer, useAddress } from '#platform/ui';
import { UnitPicker } from '#screens/organisation';
import { changedFields } from './changed-fields.ts';

type AuditEvent =
  operations['audit.listEvents']['responses'][200]['content']['application/json']['items'][number];

/** Who did what to which row, when, from where, before and after. */
export default function AuditPage() {
  const { t, i18n } = useTranslation('audit');
  const { address, set } = useAddress();
  const [open, setOpen] = useState<AuditEvent>();
  const from = parseDate(address.tu ?? '');
  const to = parseDate(address.den ?? '');
  const query = {
    ...(address['don-vi'] ? { unitId: address['don-vi'] } : {}),
    ...(from ? { from } : {}),
    ...(to ? { to } : {}),
    ...(address['doi-tuong'] ? { entityId: address['doi-tuong'] } : {}),
  };
  const events = useInfiniteQuery({
    queryKey: ['audit', query],
    queryFn: ({ signal, pageParam }) =>
      answer(
        api.GET('/api/audit/events', {
          params: { query: { ...query, limit: 50, ...(pageParam ? { cursor: Number(pageParam) } : {}) } },
          signal,
        }),
      ),
    initialPageParam: '',
    getNextPageParam: (page) => page.nextCursor,
  });
  const rows = events.data?.pages.flatMap((page) => page.items) ?? [];
  /** The operation in words, all that linked systems read by one name; one without words (a newer module) by its own. */
  const actionOf = ({ action }: AuditEvent) => {
    const name = action.startsWith('oneroster.') ? 'oneroster' : action;
    return i18n.exists(`audit:action.${name}`) ? t(`action.${name}`) : action;
  };
  const whoOf = (event: AuditEvent) => (event.account ? event.account.name : t('system'));

  return (
    <Page
      title={t('title')}
      lead={rows.some(({ rehearsedOn }) => rehearsedOn) ? t('leadRehearsed') : t('lead')}
    >
      <Group gap="sm" align="flex-end">
        <UnitPicker
          label={t('unit')}
          chosen={address['don-vi'] ? { id: address['don-vi'], name: address['ten-don-vi'] ?? '' } : null}
          onChoose={(unit) => set({ 'don-vi': unit?.id, 'ten-don-vi': unit?.name })}
        />
        <DateField
          label={t('from')}
          w={174}
          value={from}
          max={to ?? undefined}
          onChange={(day) => set({ tu: day ?? '' }, { replace: true })}
        />
        <DateField
          label={t('to')}
          w={174}
          value={to}
          min={from ?? undefined}
          onChange={(day) => set({ den: day ?? '' }, { replace: true })}
        />
      </Group>
      <DataTable
        caption={t('title')}
        loading={events}
        rows={rows}
        rowKey={(event) => String(event.id)}
        onOpen={setOpen}
        empty={<EmptyState title={t('none')}>{t('noneDetail')}</EmptyState>}
        more={
          events.hasNextPage
            ? { busy: events.isFetchingNextPage, onMore: () => events.fetchNextPage() }
            : undefined
        }
        columns={[
          {
            key: 'at',
            header: t('at'),
            width: '176px',
            cell: (event) => (
              <>
                {formatDateTime(event.at)}
                {event.rehearsedOn ? (
                  <small style={{ display: 'block' }}>
                    {t('rehearsed', { day: formatDate(event.rehearsedOn) })}
                  </small>
                ) : null}
              </>
            ),
          },
          { key: 'action', header: t('what'), phone: 'title', cell: actionOf },
          { key: 'who', header: t('who'), cell: whoOf },
          { key: 'unit', header: t('unit'), cell: (event) => event.unit?.name ?? '' },
        ]}
      />
      <SideDrawer
        opened={open !== undefined}
        title={open ? actionOf(open) : ''}
        onClose={() => setOpen(undefined)}
        wide
      >
        {open ? (
          <>
            <Facts
              facts={[
                { name: t('at'), value: formatDateTime(open.at) },
                {
                  name: t('rehearsedOn'),
                  value: open.rehearsedOn ? formatDate(open.rehearsedOn) : null,
                },
                { name: t('who'), value: whoOf(open) },
                { name: t('role'), value: open.role ? t(`shell:role.${open.role}`) : null },
                { name: t('unit'), value: open.unit?.name },
                { name: t('kind'), value: t(`operation.${open.operation}`) },
                { name: t('entity'), value: open.entity },
                { name: t('entityId'), value: open.entityId },
                { name: t('ip'), value: open.ip },
                { name: t('requestId'), value: open.requestId },
              ]}
            />
            <Section title={t('changes')}>
              <Changes event={open} />
            </Section>
          </>
        ) : null}
      </SideDrawer>
    </Page>
  );
}

function Changes({ event }: { event: AuditEvent }) {
  const { t } = useTranslation('audit');
  const fields = changedFields(event.before, event.after);
  if (fields.length === 0) return <p style={{ margin: 0 }}>{t('noChanges')}</p>;
  return (
    <Table>
      <Table.Thead>
        <Table.Tr>
          <Table.Th>{t('field')}</Table.Th>
          <Table.Th>{t('before')}</Table.Th>
          <Table.Th>{t('after')}</Table.Th>
        </Table.Tr>
      </Table.Thead>
      <Table.Tbody style={{ overflowWrap: 'anywhere' }}>
        {fields.map((field) => (
          <Table.Tr key={field.name}>
            <Table.Td>{field.name}</Table.Td>
            <Table.Td>{field.before}</Table.Td>
            <Table.Td>{field.after}</Table.Td>
          </Table.Tr>
        ))}
      </Table.Tbody>
    </Table>
  );
}
