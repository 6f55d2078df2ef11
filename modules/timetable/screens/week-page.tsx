import { Anchor, Button, Group, Select, Skeleton } from '@mantine/core';
import { useMediaQuery } from '@mantine/hooks';
import { useQuery } from '@tanstack/react-query';
import { useParams } from '@tanstack/react-router';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { answer, api, useCommand, useMay, useSchoolYear } from '#api';
import { formatDate } from '#platform/i18n';
import { EmptyState, FilterChips, Notice, Page, ProblemAlert, useAddress } from '#platform/ui';
import {
  describeLesson,
  gridOfOne,
  gridOfSchool,
  type Lesson,
  lessonsOfOne,
  type Names,
  shortNames,
  type View,
  weekdayName,
} from '#rules/timetable';
import { DayList } from './day-list.tsx';
import styles from './timetable.module.css';
import { TimetableGrid } from './timetable-grid.tsx';

/** The published timetable of a week: one's own first, then any class, teacher or room of the school. */
export default function WeekPage() {
  const { t } = useTranslation('timetable');
  const may = useMay();
  const { name: schoolYear } = useSchoolYear();
  const { address, set } = useAddress();
  const { schoolId } = useParams({ strict: false }) as { schoolId?: string };
  const phone = useMediaQuery('(max-width: 767px)') ?? false;
  const query = {
    ...(schoolId ? { schoolId } : {}),
    ...(schoolYear ? { schoolYear } : {}),
    ...(address.tuan ? { week: Number(address.tuan) } : {}),
  };
  const found = useQuery({
    queryKey: ['timetable', 'week', query],
    queryFn: ({ signal }) => answer(api.GET('/api/timetable/week', { params: { query }, signal })),
  });
  const feed = useCommand({
    run: (_: 'feed', init) => answer(api.POST('/api/timetable/calendar-feed', { body: {}, ...init })),
    refreshes: [],
  });
  const short = useMemo(() => shortNames(found.data?.teachers ?? []), [found.data]);
  const data = found.data;
  if (!data) {
    return (
      <Page title={t('week.title')}>
        {found.error ? (
          <ProblemAlert error={found.error} onRetry={() => void found.refetch()} />
        ) : (
          <Skeleton height={320} />
        )}
      </Page>
    );
  }
  const names: Names = data;
  const learner = data.myClassIds.length > 0;
  const mine =
    data.myStaffId && data.teachers.some(({ id }) => id === data.myStaffId) ? data.myStaffId : null;
  const fallback: View = mine ? 'teacher' : 'class';
  const view =
    (['class', 'teacher', 'room', 'school'] as const).find((one) => one === address.xem) ?? fallback;
  const list = { class: data.classes, teacher: data.teachers, room: data.rooms, school: [] }[view];
  const own = view === 'teacher' ? mine : view === 'class' ? data.myClassIds[0] : undefined;
  const chosen = list.find(({ id }) => id === address.ai) ?? list.find(({ id }) => id === own) ?? list[0];
  const lessons = data.lessons as Lesson[];
  const seen = view === 'school' || !chosen ? lessons : lessonsOfOne(lessons, view, chosen.id);
  const used = lessons.flatMap(({ at }) => (at ? [at] : []));
  const week = {
    bells: data.bells,
    days: [1, 2, 3, 4, 5, 6, 7].filter((day) => day <= 6 || used.some(({ weekday }) => weekday === day)),
    periods: {
      morning: Math.max(0, ...used.filter(({ half }) => half === 'morning').map(({ period }) => period)),
      afternoon: Math.max(0, ...used.filter(({ half }) => half === 'afternoon').map(({ period }) => period)),
    },
  };
  const describe = (lesson: Lesson) => describeLesson(names, short, view, lesson);
  const title = view === 'teacher' && chosen?.id === mine ? t('week.mine') : t('week.title');
  const numbers = data.weeks.map(({ number, startsOn, endsOn }) => ({
    value: String(number),
    label: t('publish.week', { number, from: formatDate(startsOn), to: formatDate(endsOn) }),
  }));
  return (
    <Page
      wide
      title={title}
      lead={`${data.school.name}${chosen && view !== 'school' ? ` · ${chosen.name}` : ''}`}
      tools={
        data.timetable && may('timetable.makeFeedAddress') ? (
          <Button variant="default" loading={feed.isPending} onClick={() => feed.mutate('feed')}>
            {t('week.feed')}
          </Button>
        ) : null
      }
    >
      {feed.data ? (
        <Notice tone="done">
          {t('week.feedDone')} <Anchor href={feed.data.address}>{feed.data.address}</Anchor>
        </Notice>
      ) : null}
      {feed.error ? <ProblemAlert error={feed.error} /> : null}
      <div className={styles.bar}>
        <Select
          label={t('week.week')}
          w={260}
          allowDeselect={false}
          data={numbers}
          value={data.week ? String(data.week.number) : null}
          onChange={(value) => set({ tuan: value ?? undefined })}
        />
        {learner && data.classes.length <= 1 ? null : (
          <Select
            label={view === 'school' ? t('view.label') : t(`view.${view}`)}
            w={220}
            searchable
            allowDeselect={false}
            disabled={view === 'school'}
            data={list.map(({ id, name }) => ({ value: id, label: name }))}
            value={view === 'school' ? null : (chosen?.id ?? null)}
            onChange={(id) => set({ ai: id ?? undefined }, { replace: true })}
          />
        )}
      </div>
      {learner ? null : (
        <FilterChips
          name="xem"
          label={t('view.label')}
          clears={['ai']}
          options={(['class', 'teacher', 'room', 'school'] as const).map((one) => ({
            value: one === fallback ? '' : one,
            label: t(`view.${one}`),
          }))}
        />
      )}
      {!data.timetable ? (
        <EmptyState title={t('week.none')}>{t('week.noneDetail')}</EmptyState>
      ) : phone && view !== 'school' ? (
        <>
          <FilterChips
            name="thu"
            label={t('week.day')}
            options={week.days.map((day) => ({
              value: day === 1 ? '' : String(day),
              label: weekdayName(day),
            }))}
          />
          <DayList week={week} weekday={Number(address.thu ?? 1)} lessons={seen} describe={describe} />
        </>
      ) : (
        <TimetableGrid
          caption={title}
          grid={
            view === 'school'
              ? gridOfSchool(week, names, lessons, t('grid.period'))
              : gridOfOne(week, seen, t('grid.period'))
          }
          describe={describe}
        />
      )}
      {data.timetable?.publishedAt ? (
        <Group mt="sm">
          <span>
            {t('week.published', {
              name: data.timetable.name,
              at: formatDate(data.timetable.publishedAt.slice(0, 10)),
            })}
          </span>
        </Group>
      ) : null}
    </Page>
  );
}
