import { Button, Select } from '@mantine/core';
import { useInfiniteQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { answer, api } from '#api';
import { DataTable, EmptyState, Section, useAddress } from '#platform/ui';
import type { Survey } from './survey-words.ts';

/** Pupils to remind, class by class. */
export function Unanswered({ survey }: { survey: Survey }) {
  const { t } = useTranslation('needs-survey');
  const { address, set } = useAddress();
  const classId = survey.classes.find(({ id }) => id === address['lop-hoc'])?.id;
  const list = useInfiniteQuery({
    queryKey: ['needs-survey', 'unanswered', survey.id, classId],
    queryFn: ({ pageParam, signal }) =>
      answer(
        api.GET('/api/needs-survey/surveys/{surveyId}/unanswered', {
          params: {
            path: { surveyId: survey.id },
            query: { ...(classId ? { classId } : {}), ...(pageParam ? { cursor: pageParam } : {}) },
          },
          signal,
        }),
      ),
    initialPageParam: '',
    getNextPageParam: (page) => page.nextCursor ?? undefined,
  });
  const rows = list.data?.pages.flatMap((page) => page.items) ?? [];
  return (
    <Section
      title={t('view.chua-tra-loi')}
      aside={
        <Button
          component="a"
          variant="default"
          href={`/api/needs-survey/surveys/${survey.id}/unanswered.xlsx`}
        >
          {t('excel')}
        </Button>
      }
    >
      {survey.classes.length > 1 ? (
        <Select
          label={t('class')}
          data={survey.classes.map(({ id, name }) => ({ value: id, label: name }))}
          value={classId ?? null}
          placeholder={t('allClasses')}
          clearable
          searchable
          maw={240}
          mb="sm"
          onChange={(value) => set({ 'lop-hoc': value ?? '' })}
        />
      ) : null}
      <DataTable
        caption={t('view.chua-tra-loi')}
        rows={rows}
        rowKey={(row) => row.pupilId}
        loading={list}
        {...(list.data?.pages[0] ? { total: list.data.pages[0].count } : {})}
        more={
          list.hasNextPage
            ? { busy: list.isFetchingNextPage, onMore: () => void list.fetchNextPage() }
            : undefined
        }
        empty={<EmptyState title={t('unanswered.none')} />}
        columns={[
          { key: 'name', header: t('pupil'), phone: 'title', cell: (row) => row.name },
          { key: 'class', header: t('class'), phone: 'corner', cell: (row) => row.className },
        ]}
      />
    </Section>
  );
}
