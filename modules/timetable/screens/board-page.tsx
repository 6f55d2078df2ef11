import { Button } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { answer, api, useSchoolYear } from '#api';
import { formatDate, formatNumber } from '#platform/i18n';
import { DataTable, EmptyState, FilterChips, Page, SearchBox, Tag, useAddress } from '#platform/ui';
import styles from './timetable.module.css';

/** Timetables of all schools in reach: published or not, two sessions a day, rules broken, gaps of teachers. */
export default function BoardPage() {
  const { t } = useTranslation('timetable');
  const { name: schoolYear } = useSchoolYear();
  const { address } = useAddress();
  const show = (['missing', 'wrong'] as const).find((one) => one === address.loc);
  const query = {
    ...(schoolYear ? { schoolYear } : {}),
    ...(show ? { show } : {}),
    ...(address.tim ? { q: address.tim } : {}),
  };
  const board = useQuery({
    queryKey: ['timetable', 'board', query],
    queryFn: ({ signal }) => answer(api.GET('/api/timetable/board', { params: { query }, signal })),
  });
  const counts = board.data?.counts;
  return (
    <Page
      wide
      title={t('board.title')}
      lead={
        counts
          ? t('board.lead', {
              published: counts.schools - counts.missing,
              schools: counts.schools,
              two: counts.twoSessionClasses,
              classes: counts.classes,
            })
          : ''
      }
      tools={
        <Button
          component="a"
          href={`/api/timetable/board/workbook?${new URLSearchParams(query)}`}
          download
          variant="default"
        >
          {t('board.excel')}
        </Button>
      }
    >
      <div className={styles.chips}>
        <FilterChips
          name="loc"
          label={t('board.filter')}
          options={[
            { value: '', label: t('board.all'), count: counts?.schools },
            { value: 'missing', label: t('board.missing'), count: counts?.missing },
            { value: 'wrong', label: t('board.wrong'), count: counts?.wrong },
          ]}
        />
      </div>
      <SearchBox label={t('board.search')} />
      <DataTable
        caption={t('board.title')}
        loading={board}
        rows={board.data?.items ?? []}
        rowKey={(row) => row.unitId}
        rowTo={(row) => `/thoi-khoa-bieu/truong/${row.unitId}`}
        empty={<EmptyState title={t('board.none')}>{t('board.noneDetail')}</EmptyState>}
        columns={[
          { key: 'school', header: t('board.school'), phone: 'title', cell: (row) => row.unitName },
          { key: 'commune', header: t('board.commune'), cell: (row) => row.communeName ?? '' },
          {
            key: 'state',
            header: t('board.state'),
            phone: 'corner',
            cell: (row) => (
              <Tag tone={row.published ? 'done' : 'none'}>
                {row.published ? t('board.published') : t('board.unpublished')}
              </Tag>
            ),
          },
          {
            key: 'publishedOn',
            header: t('board.publishedOn'),
            cell: (row) => (
              <span className={styles.date}>{row.publishedOn ? formatDate(row.publishedOn) : ''}</span>
            ),
          },
          {
            key: 'two',
            header: t('board.twoSessions'),
            align: 'right',
            cell: (row) => `${row.twoSessionClasses}/${row.classes}`,
          },
          {
            key: 'mustFix',
            header: t('figure.mustFix'),
            align: 'right',
            cell: (row) =>
              row.figures ? (
                <Tag tone={row.figures.mustFix > 0 ? 'late' : 'done'}>{String(row.figures.mustFix)}</Tag>
              ) : (
                ''
              ),
          },
          {
            key: 'load',
            header: t('board.load'),
            align: 'right',
            cell: (row) =>
              row.load
                ? t('board.loadOf', {
                    average: formatNumber(row.load.average),
                    most: formatNumber(row.load.most),
                  })
                : '',
          },
          {
            key: 'gaps',
            header: t('figure.teacherGaps'),
            align: 'right',
            cell: (row) => row.figures?.teacherGaps ?? '',
          },
          {
            key: 'halfDays',
            header: t('figure.teacherHalfDays'),
            align: 'right',
            cell: (row) => row.figures?.teacherHalfDays ?? '',
          },
        ]}
      />
    </Page>
  );
}
