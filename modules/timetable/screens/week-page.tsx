import { Anchor, Button, CopyButton, Group, Select, Skeleton } from '@mantine/core';
import { useMediaQuery } from '@mantine/hooks';
import { useQuery } from '@tanstack/react-query';
import { useParams } from '@tanstack/react-router';
import { useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { answer, api, useCommand, useMay, useSchoolYear } from '#api';
import { formatDate } from '#platform/i18n';
import {
  ConfirmDialog,
  EmptyState,
  FilterChips,
  Notice,
  Page,
  ProblemAlert,
  Section,
  useAddress,
} from '#platform/ui';
import { shortNames } from '#rules/people';
import {
  absentNames,
  changedLessons,
  type DayChange,
  describeLesson,
  gridOfOne,
  gridOfSchool,
  isGone,
  type Lesson,
  type Names,
  periodsOf,
  type ShownLesson,
  shownOfOne,
  shownWeek,
  slotName,
  slotOfDay,
  type View,
  weekdayName,
  weekdayOf,
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
    run: (classId: string | null, init) =>
      answer(api.POST('/api/timetable/calendar-feed', { body: { classId }, ...init })),
    refreshes: [],
    onDone: () => setAskingFeed(false),
  });
  const [askingFeed, setAskingFeed] = useState(false);
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
  const regular = new Map((data.lessons as Lesson[]).map((lesson) => [lesson.id, lesson]));
  const lessons = data.week ? shownWeek([...regular.values()], data.changes, data.week) : [];
  const seen = view === 'school' || !chosen ? lessons : shownOfOne(lessons, view, chosen.id);
  const used = lessons.flatMap(({ at }) => (at ? [at] : []));
  const week = {
    bells: data.bells,
    days: [1, 2, 3, 4, 5, 6, 7].filter((day) => day <= 6 || used.some(({ weekday }) => weekday === day)),
    periods: {
      morning: Math.max(0, ...used.filter(({ half }) => half === 'morning').map(({ period }) => period)),
      afternoon: Math.max(0, ...used.filter(({ half }) => half === 'afternoon').map(({ period }) => period)),
    },
  };
  const standInText = ({ absent }: DayChange) =>
    absent.some(({ standInId }) => standInId) ? t('change.substituted', absentNames(absent, short)) : '';
  const changeText = (change: DayChange, { duration }: Lesson) => {
    const { kind, absent, to } = change;
    const text = t(`change.${kind}`, {
      ...absentNames(absent, short),
      day: to ? formatDate(to.day) : '',
      to: to ? `${slotName(slotOfDay(to), duration)} ${formatDate(to.day)}` : '',
    });
    return to && kind !== 'cancelled' ? [text, standInText(change)].filter(Boolean).join(', ') : text;
  };
  const comeText = ({ kind, lessonId, day: lostOn }: DayChange, { duration }: Lesson) => {
    const before = regular.get(lessonId)?.at;
    if (kind === 'cancelled') return t('change.cancelled');
    if (kind === 'moved') return before ? t('change.movedHere', { from: slotName(before, duration) }) : '';
    return t('change.madeUpHere', { day: formatDate(lostOn) });
  };
  const describe = (lesson: Lesson) => {
    const text = describeLesson(names, short, view, lesson);
    const { come, change } = lesson as ShownLesson;
    const places =
      view === 'teacher' && !isGone(lesson as ShownLesson, undefined) ? (come ?? change)?.absent : [];
    const standsInFor = places?.filter(({ standInId }) => standInId === chosen?.id) ?? [];
    const standsIn =
      standsInFor.length > 0 ? t('change.standsIn', { name: absentNames(standsInFor, short).away }) : '';
    const what = come
      ? [comeText(come, lesson), standsIn || standInText(come)]
      : [standsIn || (change ? changeText(change, lesson) : '')];
    const detail = [...what, text.detail].filter(Boolean).join(' · ');
    return {
      title: text.title,
      detail,
      isGone: isGone(lesson as ShownLesson, view === 'teacher' ? chosen?.id : undefined),
    };
  };
  const shownIds = new Set(seen.map(({ id }) => id));
  const changes = changedLessons(
    [...regular.values()].filter(({ id }) => shownIds.has(id)),
    data.changes,
  );
  const thisWeek = data.week && data.week.startsOn <= data.today && data.today <= data.week.endsOn;
  const todayIs = thisWeek ? weekdayOf(data.today) : 1;
  const usualDay = week.days.includes(todayIs) ? todayIs : 1;
  const day = Number(address.thu) || usualDay;
  const feedClass = view === 'class' && chosen && data.feedClassIds.includes(chosen.id) ? chosen : undefined;
  const title = view === 'teacher' && chosen?.id === mine ? t('week.mine') : t('week.title');
  const numbers = data.weeks.map(({ number, startsOn, endsOn }) => ({
    value: String(number),
    label: t('publish.week', { number, from: formatDate(startsOn), to: formatDate(endsOn) }),
  }));
  return (
    <Page
      wide
      title={title}
      lead={[
        data.school.name,
        chosen && view !== 'school' ? chosen.name : '',
        data.letter ? t('week.letter', { letter: data.letter }) : '',
      ]
        .filter(Boolean)
        .join(' · ')}
      tools={
        // The feed is of one's own lessons: who has none would put an empty calendar on the phone.
        data.timetable && (mine || learner || feedClass) && may('timetable.makeFeedAddress') ? (
          <Button
            variant="default"
            loading={feed.isPending}
            onClick={() => (feedClass ? setAskingFeed(true) : feed.mutate(null))}
          >
            {feedClass ? t('week.feedOfClass', { name: feedClass.name }) : t('week.feed')}
          </Button>
        ) : null
      }
    >
      {feed.data ? (
        <Notice tone="done">
          {t(feed.variables ? 'week.feedOfClassDone' : 'week.feedDone')}{' '}
          <Anchor href={feed.data.address} underline="always">
            {feed.data.address}
          </Anchor>{' '}
          <CopyButton value={feed.data.address}>
            {({ copied, copy }) => (
              <Button size="compact-sm" variant="default" onClick={copy}>
                {t(copied ? 'week.feedCopied' : 'week.feedCopy')}
              </Button>
            )}
          </CopyButton>
        </Notice>
      ) : null}
      {feed.error && !askingFeed ? <ProblemAlert error={feed.error} /> : null}
      {feedClass ? (
        <ConfirmDialog
          opened={askingFeed}
          title={t('week.feedOfClass', { name: feedClass.name })}
          confirm={t('week.feedOfClassConfirm')}
          busy={feed.isPending}
          error={feed.error}
          onConfirm={() => feed.mutate(feedClass.id)}
          onClose={() => setAskingFeed(false)}
        >
          <p>{t('week.feedOfClassAsk', { name: feedClass.name })}</p>
        </ConfirmDialog>
      ) : null}
      <div className={styles.bar}>
        <Select
          label={t('week.week')}
          w={300}
          allowDeselect={false}
          data={numbers}
          value={data.week ? String(data.week.number) : null}
          onChange={(value) => set({ tuan: value ?? undefined })}
        />
        {view === 'school' || list.length === 0 || (learner && list.length === 1) ? null : (
          <Select
            label={t(`view.${view}`)}
            w={220}
            searchable
            allowDeselect={false}
            data={list.map(({ id, name }) => ({ value: id, label: name }))}
            value={chosen?.id ?? null}
            onChange={(id) => set({ ai: id ?? undefined }, { replace: true })}
          />
        )}
      </div>
      {learner ? null : (
        <div className={styles.chips}>
          <FilterChips
            name="xem"
            label={t('view.label')}
            clears={['ai']}
            options={(['class', 'teacher', 'room', 'school'] as const).map((one) => ({
              value: one === fallback ? '' : one,
              label: t(`view.${one}`),
            }))}
          />
        </div>
      )}
      {!data.timetable ? (
        <EmptyState title={t('week.none')}>{t('week.noneDetail')}</EmptyState>
      ) : phone && view !== 'school' ? (
        <>
          <div className={styles.chips}>
            <FilterChips
              name="thu"
              label={t('week.day')}
              options={week.days.map((one) => ({
                value: one === usualDay ? '' : String(one),
                label: weekdayName(one),
              }))}
            />
          </div>
          <DayList week={week} weekday={day} lessons={seen} describe={describe} />
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
      {changes.length > 0 ? (
        <Section title={t('week.changes', { count: periodsOf(changes.map(({ lesson }) => lesson)) })}>
          <ul className={styles.findings}>
            {changes.map(({ change, lesson, day, at }) => (
              <li key={`${change.lessonId} ${change.day}`}>
                <strong>
                  {at ? `${slotName(at, lesson.duration)} ` : ''}
                  {formatDate(day)}
                </strong>{' '}
                {describeLesson(names, short, 'teacher', lesson).title}: {changeText(change, lesson)}
                {change.kind === 'madeUp' && change.to
                  ? ` (${slotName(slotOfDay(change.to), lesson.duration)})`
                  : ''}{' '}
                {change.link ? <Anchor href={change.link}>{t('week.joinOnline')}</Anchor> : null}
              </li>
            ))}
          </ul>
        </Section>
      ) : null}
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
