import { Stack } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { answer, api } from '#api';
import { formatDate } from '#platform/i18n';
import { DataTable, EmptyState, Notice, Page, SearchBox, Tag, useAddress } from '#platform/ui';
import { toneOfStatus } from './pupil-words.ts';

const fewestLetters = 3;

/** One pupil looked up by name or code, anywhere in the province; every search is written down. */
export default function FindPage() {
  const { t } = useTranslation('pupils');
  const { address } = useAddress();
  const text = address.tim?.trim() ?? '';
  const wanted = text.length >= fewestLetters;
  const found = useQuery({
    queryKey: ['pupils', 'find', text],
    queryFn: ({ signal }) =>
      answer(api.GET('/api/people/pupil-search', { params: { query: { q: text } }, signal })),
    enabled: wanted,
  });
  return (
    <Page title={t('find.title')} lead={t('find.lead')}>
      <Stack gap="sm">
        <Notice>{t('find.written')}</Notice>
        <SearchBox label={t('list.search')} />
      </Stack>
      {wanted ? (
        <DataTable
          caption={t('find.title')}
          loading={found}
          rows={found.data?.items ?? []}
          rowKey={(pupil) => pupil.id}
          rowTo={(pupil) => `/hoc-sinh/${pupil.id}`}
          empty={<EmptyState title={t('find.none')}>{t('find.noneDetail')}</EmptyState>}
          columns={[
            { key: 'name', header: t('field.fullName'), phone: 'title', cell: (pupil) => pupil.fullName },
            { key: 'birth', header: t('field.birthDate'), cell: (pupil) => formatDate(pupil.birthDate) },
            { key: 'school', header: t('field.school'), cell: (pupil) => pupil.unitName },
            { key: 'class', header: t('list.class'), cell: (pupil) => pupil.className ?? '' },
            {
              key: 'status',
              header: t('list.status'),
              cell: (pupil) => <Tag tone={toneOfStatus[pupil.status]}>{t(`status.${pupil.status}`)}</Tag>,
            },
          ]}
        />
      ) : (
        <EmptyState title={t('find.type')}>{t('find.typeDetail')}</EmptyState>
      )}
    </Page>
  );
}
