import { Anchor, Button, Group } from '@mantine/core';
import { useInfiniteQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { answer, api, useMay } from '#api';
import { formatNumber } from '#platform/i18n';
import { DataTable, EmptyState, Page, SearchBox, Tag, useAddress } from '#platform/ui';
import type { Answer } from '../answers.ts';
import { useChosenYearId } from '../pupils/use-pupils.ts';
import styles from './classes.module.css';

type School = Answer<'people.listSchoolFigures'>['items'][number];

/** Sizes of all schools within reach: counts only, no person. */
export default function SchoolsPage() {
  const { t } = useTranslation('people');
  const may = useMay();
  const { address } = useAddress();
  const { yearId, ready } = useChosenYearId();
  const query = {
    ...(yearId ? { schoolYearId: yearId } : {}),
    ...(address.tim ? { q: address.tim } : {}),
  };
  const schools = useInfiniteQuery({
    queryKey: ['people', 'schools', query],
    queryFn: ({ signal, pageParam }) =>
      answer(
        api.GET('/api/people/schools', {
          params: { query: { ...query, ...(pageParam ? { cursor: pageParam } : {}) } },
          signal,
        }),
      ),
    initialPageParam: '',
    getNextPageParam: (page) => page.nextCursor,
    enabled: ready,
  });
  const rows = schools.data?.pages.flatMap((page) => page.items) ?? [];
  const count = (key: string, header: string, of: (school: School) => number, isHidden = false) => ({
    key,
    header,
    align: 'right' as const,
    ...(isHidden ? { phone: 'hidden' as const } : {}),
    cell: (school: School) => <span className={styles.number}>{formatNumber(of(school))}</span>,
  });
  return (
    <Page
      title={t('schools.title')}
      lead={t('schools.lead')}
      wide
      tools={
        may('people.exportSchoolFigures') && rows.length > 0 ? (
          <Button
            component="a"
            href={`/api/people/schools.xlsx?${new URLSearchParams(query)}`}
            download
            variant="default"
          >
            {t('excel')}
          </Button>
        ) : null
      }
    >
      <SearchBox label={t('schools.search')} />
      <DataTable
        caption={t('schools.title')}
        loading={schools}
        rows={rows}
        rowKey={(school) => school.unitId}
        empty={<EmptyState title={t('schools.none')}>{t('schools.noneDetail')}</EmptyState>}
        more={
          schools.hasNextPage
            ? { busy: schools.isFetchingNextPage, onMore: () => schools.fetchNextPage() }
            : undefined
        }
        columns={[
          {
            key: 'name',
            header: t('school.label'),
            phone: 'title',
            cell: (school) => (
              <Anchor component={Link} to={`/don-vi/${school.unitId}`} fw={600}>
                {school.name}
              </Anchor>
            ),
          },
          count('classes', t('class.count'), (school) => school.classes),
          count('pupils', t('figures.pupils'), (school) => school.pupils),
          count('female', t('figures.female'), (school) => school.female, true),
          count('minority', t('figures.minority'), (school) => school.minority),
          count('largest', t('figures.largest'), (school) => school.largestClass),
          count('rooms', t('figures.rooms'), (school) => school.rooms, true),
          count('staff', t('figures.staff'), (school) => school.staff),
          count('teachers', t('figures.teachers'), (school) => school.staffByPost.teacher ?? 0, true),
          ...(rows.some((school) => school.classesWithoutHomeroom > 0)
            ? [
                {
                  key: 'bare',
                  header: t('class.look'),
                  cell: (school: School) =>
                    school.classesWithoutHomeroom > 0 ? (
                      <Tag tone="due">{t('schools.bare', { count: school.classesWithoutHomeroom })}</Tag>
                    ) : (
                      ''
                    ),
                },
              ]
            : []),
          {
            key: 'open',
            header: t('actions'),
            cell: (school) => (
              <Group gap="sm" wrap="nowrap" style={{ whiteSpace: 'nowrap' }}>
                <Anchor
                  component={Link}
                  to="/lop-hoc"
                  search={{ truong: school.unitId } as never}
                  aria-label={t('schools.classesOf', { name: school.name })}
                >
                  {t('schools.classes')}
                </Anchor>
                <Anchor
                  component={Link}
                  to="/doi-ngu"
                  search={{ truong: school.unitId } as never}
                  aria-label={t('schools.staffOf', { name: school.name })}
                >
                  {t('schools.staff')}
                </Anchor>
              </Group>
            ),
          },
        ]}
      />
    </Page>
  );
}
