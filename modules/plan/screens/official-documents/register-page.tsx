import { Button, Group, Select, Stack } from '@mantine/core';
import { useInfiniteQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { answer, api, useMay, useMe } from '#api';
import { formatDate } from '#platform/i18n';
import { DataTable, EmptyState, FilterChips, Page, SearchBox, Tag, useAddress } from '#platform/ui';
import { boxes, isOwn, issues, kinds, states, stateTones } from './official-words.ts';

/** The register: what the unit issues, what it received, what waits for its opinion. */
export default function RegisterPage() {
  const { t } = useTranslation('official-documents');
  const may = useMay();
  const me = useMe();
  const { address, set } = useAddress();
  const mayRegister = may('plan.registerOfficialDocument') && issues(me);
  const query = {
    box: boxes.find((known) => known === address.hop) ?? ('all' as const),
    kind: kinds.find((known) => known === address.loai),
    state: states.find((known) => known === address['trang-thai']),
    q: address.tim,
  };
  const list = useInfiniteQuery({
    queryKey: ['plan', 'official-documents', query],
    queryFn: ({ pageParam, signal }) =>
      answer(
        api.GET('/api/plan/official-documents', {
          params: {
            query: {
              box: query.box,
              ...(query.kind ? { kind: query.kind } : {}),
              ...(query.state ? { state: query.state } : {}),
              ...(query.q ? { q: query.q } : {}),
              ...(pageParam ? { cursor: pageParam } : {}),
            },
          },
          signal,
        }),
      ),
    initialPageParam: '',
    getNextPageParam: (page) => page.nextCursor ?? undefined,
  });
  const rows = list.data?.pages.flatMap((page) => page.items) ?? [];
  const narrowed = query.kind ?? query.state ?? query.q;
  return (
    <Page
      title={t('list.title')}
      lead={t('list.lead')}
      action={
        mayRegister ? (
          <Button component={Link} to="/van-ban/moi">
            {t('list.register')}
          </Button>
        ) : null
      }
    >
      <Stack gap="sm" mb="sm">
        <FilterChips
          name="hop"
          label={t('list.boxes')}
          options={boxes
            // Who issues nothing has no outgoing documents; who speaks for no unit is asked for no opinion.
            .filter((box) => (box === 'own' ? mayRegister : box !== 'forOpinion' || may('plan.giveOpinion')))
            .map((box) => ({ value: box === 'all' ? '' : box, label: t(`box.${box}`) }))}
        />
        <Group gap="sm">
          <SearchBox label={t('list.search')} />
          <Select
            aria-label={t('kindLabel')}
            placeholder={t('list.anyKind')}
            clearable
            clearButtonProps={{ 'aria-label': t('list.anyKind') }}
            style={{ flex: '1 1 140px', maxWidth: 220 }}
            data={kinds.map((kind) => ({ value: kind, label: t(`kind.${kind}`) }))}
            value={query.kind ?? null}
            onChange={(value) => set({ loai: value ?? undefined })}
          />
          <Select
            aria-label={t('stateLabel')}
            placeholder={t('list.anyState')}
            clearable
            clearButtonProps={{ 'aria-label': t('list.anyState') }}
            style={{ flex: '1 1 140px', maxWidth: 220 }}
            data={states.map((state) => ({ value: state, label: t(`state.${state}`) }))}
            value={query.state ?? null}
            onChange={(value) => set({ 'trang-thai': value ?? undefined })}
          />
        </Group>
      </Stack>
      <DataTable
        caption={t('list.title')}
        rows={rows}
        rowKey={(row) => row.id}
        rowTo={(row) => `/van-ban/${row.id}`}
        loading={list}
        {...(list.data?.pages[0] ? { total: list.data.pages[0].count } : {})}
        more={
          list.hasNextPage
            ? { busy: list.isFetchingNextPage, onMore: () => void list.fetchNextPage() }
            : undefined
        }
        empty={
          <EmptyState title={narrowed ? t('list.nothingFound') : t(`list.empty.${query.box}`)}>
            {t(mayRegister ? 'list.emptyDetail' : 'list.emptyReader')}
          </EmptyState>
        }
        columns={[
          { key: 'abstract', header: t('abstract'), phone: 'title', cell: (row) => row.abstract },
          {
            key: 'symbol',
            header: t('symbol'),
            width: '150px',
            cell: (row) => row.symbol ?? t('list.noSymbol'),
          },
          { key: 'kind', header: t('kindLabel'), cell: (row) => t(`kind.${row.kind}`) },
          { key: 'unit', header: t('issuingUnit'), cell: (row) => row.issuingUnit.name },
          {
            key: 'issuedOn',
            header: t('issuedOn'),
            width: '110px',
            cell: (row) =>
              row.issuedOn ? <time dateTime={row.issuedOn}>{formatDate(row.issuedOn)}</time> : null,
          },
          {
            key: 'state',
            header: t('stateLabel'),
            phone: 'corner',
            width: '170px',
            cell: (row) => (
              <Group gap={6}>
                <Tag tone={stateTones[row.state]}>{t(`state.${row.state}`)}</Tag>
                {row.opinionDue && row.commentUntil ? (
                  <Tag tone="due">{t('list.opinionUntil', { day: formatDate(row.commentUntil) })}</Tag>
                ) : null}
                {row.openedAt === null && !isOwn(me, row.issuingUnit) ? (
                  <Tag tone="accent">{t('list.unread')}</Tag>
                ) : null}
              </Group>
            ),
          },
        ]}
      />
    </Page>
  );
}
