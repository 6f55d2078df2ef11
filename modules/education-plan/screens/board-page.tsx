import { Button, Group, Select } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { answer, api, inSchoolYear } from '#api';
import { formatDate } from '#platform/i18n';
import { DataTable, EmptyState, FilterChips, Notice, Page, SearchBox, Tag, useAddress } from '#platform/ui';

const states = ['none', 'draft', 'proposed', 'approved', 'acknowledged', 'published'] as const;

/** Plans of all schools in reach: step, faults by rule, published in time. */
export default function BoardPage() {
  const { t } = useTranslation('education-plan');
  const { address, set } = useAddress();
  const state = states.find((one) => one === address.buoc);
  const query = {
    ...(state ? { state } : {}),
    ...(address['quy-dinh'] ? { rule: address['quy-dinh'] } : {}),
    ...(address.tim ? { q: address.tim } : {}),
  };
  const board = useQuery({
    queryKey: ['education-plan', 'board', query],
    queryFn: ({ signal }) => answer(api.GET('/api/education-plans/board', { params: { query }, signal })),
  });
  const count = (wanted: string) => board.data?.states.find((one) => one.state === wanted)?.schools ?? 0;
  const rows = board.data?.items ?? [];
  const excel = `/api/education-plans/board/export?${new URLSearchParams(query)}`;
  return (
    <Page
      title={t('board.title')}
      lead={t('board.lead')}
      tools={
        <Button component="a" href={inSchoolYear(excel)} download variant="default">
          {t('board.excel')}
        </Button>
      }
      wide
    >
      {board.data?.publishBy ? (
        <Notice>{t('plans.publishBy', { day: formatDate(board.data.publishBy) })}</Notice>
      ) : null}
      <FilterChips
        name="buoc"
        label={t('plans.state')}
        options={[
          { value: '', label: t('board.all') },
          ...states.map((one) => ({
            value: one,
            label: t('board.counted', { name: t(`state.${one}`), count: count(one) }),
          })),
        ]}
      />
      <Group gap="sm" my="sm">
        <SearchBox label={t('board.search')} />
        <Select
          aria-label={t('board.rule')}
          placeholder={t('board.anyRule')}
          clearable
          clearButtonProps={{ 'aria-label': t('board.anyRule') }}
          w={320}
          data={(board.data?.rules ?? []).map(({ rule, name, schools }) => ({
            value: rule,
            label: t('board.counted', { name, count: schools }),
          }))}
          value={address['quy-dinh'] ?? null}
          onChange={(rule) => set({ 'quy-dinh': rule ?? undefined })}
        />
      </Group>
      <DataTable
        caption={t('board.title')}
        loading={board}
        rows={rows}
        rowKey={(row) => row.unitId}
        rowTo={(row) => (row.planId ? `/ke-hoach-truong/${row.planId}` : `/don-vi/${row.unitId}`)}
        empty={<EmptyState title={t('board.noneTitle')}>{t('board.none')}</EmptyState>}
        columns={[
          { key: 'school', header: t('board.school'), phone: 'title', cell: (row) => row.unitName },
          { key: 'commune', header: t('board.commune'), cell: (row) => row.communeName ?? '' },
          {
            key: 'state',
            header: t('plans.state'),
            phone: 'corner',
            cell: (row) => (
              <Tag tone={row.state === 'published' ? 'done' : row.state === 'none' ? 'none' : 'accent'}>
                {t(`state.${row.state}`)}
              </Tag>
            ),
          },
          {
            key: 'mustFix',
            header: t('board.mustFix'),
            align: 'right',
            cell: (row) =>
              row.planId ? <Tag tone={row.mustFix > 0 ? 'late' : 'done'}>{String(row.mustFix)}</Tag> : '',
          },
          {
            key: 'warnings',
            header: t('board.warnings'),
            align: 'right',
            cell: (row) => (row.planId ? row.warnings : ''),
          },
          {
            key: 'published',
            header: t('plans.publishedAt'),
            cell: (row) => (row.publishedOn ? formatDate(row.publishedOn) : ''),
          },
          {
            key: 'onTime',
            header: t('board.onTime'),
            cell: (row) =>
              row.onTime === null ? (
                ''
              ) : (
                <Tag tone={row.onTime ? 'done' : 'late'}>
                  {row.onTime ? t('board.inTime') : t('board.late')}
                </Tag>
              ),
          },
        ]}
      />
    </Page>
  );
}
