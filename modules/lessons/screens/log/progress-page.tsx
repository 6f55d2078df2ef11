import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { answer, api, useSchoolYear } from '#api';
import { DataTable, EmptyState, FilterChips, Page, Tag, useAddress } from '#platform/ui';

/** How far each class is in each subject against the distribution of the programme. */
export default function ProgressPage() {
  const { t } = useTranslation('lesson-log');
  const { address } = useAddress();
  const { name: schoolYear } = useSchoolYear();
  const query = schoolYear ? { schoolYear } : {};
  const found = useQuery({
    queryKey: ['lessons', 'progress', query],
    queryFn: ({ signal }) => answer(api.GET('/api/lessons/progress', { params: { query }, signal })),
  });
  const all = found.data?.rows ?? [];
  const kind = (ahead: number | null) =>
    ahead === null ? 'none' : ahead < 0 ? 'behind' : ahead > 0 ? 'ahead' : 'onTime';
  const filters = { cham: 'behind', nhanh: 'ahead', dung: 'onTime' } as const;
  const chosen = filters[address.xem as keyof typeof filters];
  const rows = all.filter(({ ahead }) => !chosen || kind(ahead) === chosen);
  const count = (wanted: string) => all.filter(({ ahead }) => kind(ahead) === wanted).length;
  return (
    <Page
      title={t('progress.title')}
      lead={found.data?.week ? t('progress.lead', { week: found.data.week }) : t('progress.before')}
    >
      <FilterChips
        name="xem"
        label={t('progress.state')}
        options={[
          { value: '', label: t('progress.all'), count: all.length },
          { value: 'cham', label: t('progress.behindOnly'), count: count('behind') },
          { value: 'nhanh', label: t('progress.aheadOnly'), count: count('ahead') },
          { value: 'dung', label: t('progress.onTime'), count: count('onTime') },
        ]}
      />
      <DataTable
        caption={t('progress.title')}
        loading={found}
        rows={rows}
        rowKey={({ classId, subjectCode }) => `${classId} ${subjectCode}`}
        empty={<EmptyState title={t('progress.none')}>{t('progress.noneDetail')}</EmptyState>}
        columns={[
          {
            key: 'what',
            header: t('progress.what'),
            phone: 'title',
            cell: ({ className, subjectName }) => `${className} · ${subjectName}`,
          },
          { key: 'who', header: t('progress.teachers'), cell: ({ teachers }) => teachers.join(', ') },
          {
            key: 'taught',
            header: t('progress.taught'),
            align: 'right',
            cell: ({ taught, total }) => (total > 0 ? t('progress.of', { taught, total }) : taught),
          },
          {
            key: 'expected',
            header: t('progress.expected'),
            phone: 'hidden',
            align: 'right',
            cell: ({ least, most, ahead }) =>
              ahead === null ? '' : least === most ? least : t('progress.range', { least, most }),
          },
          {
            key: 'ahead',
            header: t('progress.state'),
            phone: 'corner',
            cell: ({ ahead }) => (
              <Tag
                tone={{ behind: 'late', ahead: 'due', onTime: 'done', none: 'none' }[kind(ahead)] as 'late'}
              >
                {t(`progress.${kind(ahead)}`, { count: Math.abs(ahead ?? 0) })}
              </Tag>
            ),
          },
        ]}
      />
    </Page>
  );
}
