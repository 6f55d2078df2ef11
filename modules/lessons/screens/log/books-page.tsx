import { Button } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { answer, api, useCommand, useSchoolYear } from '#api';
import {
  DataTable,
  EmptyState,
  FilterChips,
  Notice,
  Page,
  ProblemAlert,
  Section,
  Tag,
  toast,
  useAddress,
} from '#platform/ui';
import styles from '../lessons.module.css';
import { WeekChoice } from './week-choice.tsx';

/** The class books of a school in a week: what is written, what is missing, who has signed. */
export default function BooksPage() {
  const { t } = useTranslation('lesson-log');
  const { address, set } = useAddress();
  const { name: schoolYear } = useSchoolYear();
  const week = Number(address.tuan) || undefined;
  const query = { ...(week ? { week } : {}), ...(schoolYear ? { schoolYear } : {}) };
  const found = useQuery({
    queryKey: ['lessons', 'books', query],
    queryFn: ({ signal }) => answer(api.GET('/api/lessons/log/classes', { params: { query }, signal })),
  });
  const remind = useCommand({
    run: (number: number, init) =>
      answer(api.POST('/api/lessons/log/remind', { body: { week: number }, ...init })),
    refreshes: [],
    onDone: ({ told, unreached }) =>
      toast({
        tone: 'done',
        text: t(unreached > 0 ? 'books.toldSome' : 'books.told', { count: told, unreached }),
      }),
  });
  const data = found.data;
  const rows = (data?.books ?? []).filter(
    (book) =>
      (address.xem === 'thieu' && book.logged < book.due) ||
      (address.xem === 'chua-ky' && !book.principalSigned) ||
      (address.xem === 'toi' && book.led) ||
      !address.xem,
  );
  return (
    <Page
      title={t('books.title')}
      lead={data ? t('books.lead', { school: data.school.name, year: data.schoolYear }) : undefined}
      tools={
        <Button component={Link} variant="default" to="/so-dau-bai/nhom">
          {t('groups.title')}
        </Button>
      }
      action={
        data?.may.includes('lessons.remindMissing') && data.missing.length > 0 ? (
          <Button loading={remind.isPending} onClick={() => remind.mutate(data.week.number)}>
            {t('books.remind', { count: data.missing.length })}
          </Button>
        ) : undefined
      }
    >
      {remind.error ? <ProblemAlert error={remind.error} /> : null}
      {data ? (
        <div className={styles.bar}>
          <WeekChoice weeks={data.weeks} value={data.week.number} onChange={(tuan) => set({ tuan })} />
        </div>
      ) : null}
      <FilterChips
        name="xem"
        label={t('books.state')}
        options={[
          { value: '', label: t('books.all') },
          { value: 'thieu', label: t('books.short') },
          { value: 'chua-ky', label: t('books.unsigned') },
          ...(data?.books.some(({ led }) => led) ? [{ value: 'toi', label: t('books.led') }] : []),
        ]}
      />
      <DataTable
        caption={t('books.title')}
        loading={found}
        rows={rows}
        rowKey={({ classId }) => classId}
        rowTo={({ classId }) => `/so-dau-bai/lop/${classId}/${data?.week.number ?? 1}`}
        empty={<EmptyState title={t('books.none')}>{t('books.noneDetail')}</EmptyState>}
        columns={[
          { key: 'class', header: t('books.class'), phone: 'title', cell: ({ className }) => className },
          {
            key: 'logged',
            header: t('books.logged'),
            align: 'right',
            cell: ({ logged, due }) => t('books.of', { logged, due }),
          },
          {
            key: 'missing',
            header: t('books.missing'),
            align: 'right',
            phone: 'hidden',
            cell: ({ logged, due }) => Math.max(0, due - logged),
          },
          {
            key: 'signed',
            header: t('books.signed'),
            phone: 'corner',
            cell: ({ homeroomSigned, principalSigned }) => (
              <Tag tone={principalSigned ? 'done' : homeroomSigned ? 'accent' : 'none'}>
                {t(
                  principalSigned ? 'books.bySchool' : homeroomSigned ? 'books.byHomeroom' : 'books.byNobody',
                )}
              </Tag>
            ),
          },
        ]}
      />
      {(data?.missing.length ?? 0) > 0 ? (
        <Section title={t('books.whoMissing')}>
          <Notice tone="due">
            {data!.missing.map(({ name, periods }) => t('books.whoOf', { name, count: periods })).join('; ')}
          </Notice>
        </Section>
      ) : null}
    </Page>
  );
}
