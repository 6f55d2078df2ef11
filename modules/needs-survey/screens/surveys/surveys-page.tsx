import { Button } from '@mantine/core';
import { useInfiniteQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { answer, api, useMay } from '#api';
import { formatDate, formatPercent } from '#platform/i18n';
import { DataTable, EmptyState, Page, Tag } from '#platform/ui';
import { useSchoolYearId } from '../school-year-id.ts';
import { dayOf, stateTones } from './survey-words.ts';

/** Surveys in reach, the latest first, with how many have answered. */
export default function SurveysPage() {
  const { t } = useTranslation('needs-survey');
  const may = useMay();
  const schoolYearId = useSchoolYearId();
  const mayOpen = may('needsSurvey.openSurvey');
  const list = useInfiniteQuery({
    queryKey: ['needs-survey', 'surveys', schoolYearId],
    queryFn: ({ pageParam, signal }) =>
      answer(
        api.GET('/api/needs-survey/surveys', {
          params: {
            query: { ...(schoolYearId ? { schoolYearId } : {}), ...(pageParam ? { cursor: pageParam } : {}) },
          },
          signal,
        }),
      ),
    initialPageParam: '',
    getNextPageParam: (page) => page.nextCursor ?? undefined,
  });
  const rows = list.data?.pages.flatMap((page) => page.items) ?? [];
  return (
    <Page
      title={t('list.title')}
      lead={t(mayOpen ? 'list.lead' : 'list.leadReading')}
      tools={
        may('needsSurvey.listForms') ? (
          <Button component={Link} to="/khao-sat/mau" variant="default">
            {t('forms.title')}
          </Button>
        ) : null
      }
      action={
        mayOpen ? (
          <Button component={Link} to="/khao-sat/moi">
            {t('list.open')}
          </Button>
        ) : null
      }
    >
      <DataTable
        caption={t('list.title')}
        rows={rows}
        rowKey={(row) => row.id}
        rowTo={(row) => `/khao-sat/${row.id}`}
        loading={list}
        more={
          list.hasNextPage
            ? { busy: list.isFetchingNextPage, onMore: () => void list.fetchNextPage() }
            : undefined
        }
        empty={
          <EmptyState title={t('list.empty')}>
            {t(mayOpen ? 'list.emptyDetail' : 'list.emptyReading')}
          </EmptyState>
        }
        columns={[
          { key: 'title', header: t('name'), phone: 'title', cell: (row) => row.title },
          { key: 'unit', header: t('school'), cell: (row) => row.unitName },
          {
            key: 'window',
            header: t('list.window'),
            cell: (row) =>
              t('list.fromTo', {
                from: formatDate(dayOf(row.opensAt)),
                to: formatDate(dayOf(row.closesAt)),
              }),
          },
          {
            key: 'rate',
            header: t('list.answered'),
            cell: (row) =>
              row.asked > 0
                ? t('rate', {
                    answered: row.answered,
                    asked: row.asked,
                    percent: formatPercent(row.answered / row.asked),
                  })
                : t('list.nobody'),
          },
          {
            key: 'state',
            header: t('list.state'),
            phone: 'corner',
            width: '130px',
            cell: (row) => <Tag tone={stateTones[row.state]}>{t(`state.${row.state}`)}</Tag>,
          },
        ]}
      />
    </Page>
  );
}
