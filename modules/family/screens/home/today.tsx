import { Anchor, Button, CopyButton, Group, Skeleton } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { answer, api, useCommand } from '#api';
import { formatDate } from '#platform/i18n';
import { Notice, ProblemAlert, Section } from '#platform/ui';
import { shortNames } from '#rules/people';
import {
  absentNames,
  clockOf,
  describeLesson,
  type Lesson,
  lessonsOfOne,
  type Names,
  slotKey,
  slotName,
  slotOfDay,
  weekdayName,
  weekdayOf,
} from '#rules/timetable';
import styles from '../family.module.css';

/** Lessons of a class today, with who stands in, what falls away and where an online lesson is. */
export function Today({ classId }: { classId: string }) {
  const { t } = useTranslation('family');
  const found = useQuery({
    queryKey: ['timetable', 'week', 'today'],
    queryFn: ({ signal }) => answer(api.GET('/api/timetable/week', { signal })),
  });
  const feed = useCommand({
    run: (_: 'feed', init) => answer(api.POST('/api/timetable/calendar-feed', { body: {}, ...init })),
    refreshes: [],
  });
  const data = found.data;
  if (found.error) return <ProblemAlert error={found.error} onRetry={() => void found.refetch()} />;
  if (!data) return <Skeleton height={160} mt="md" />;
  const names: Names = data;
  const short = shortNames(data.teachers);
  const weekday = weekdayOf(data.today);
  const inWeek = data.week && data.week.startsOn <= data.today && data.today <= data.week.endsOn;
  const own = lessonsOfOne(data.lessons as Lesson[], 'class', classId);
  // What is moved or made up from another hour stands where it is held; where it was, a note says where it went.
  const regular = inWeek
    ? own.flatMap((lesson) => {
        const change = data.changes.find(({ lessonId, day }) => lessonId === lesson.id && day === data.today);
        return lesson.at?.weekday === weekday ? [{ lesson, at: lesson.at, change, comesFrom: null }] : [];
      })
    : [];
  const arriving = data.changes.flatMap((change) => {
    const lesson = own.find(({ id }) => id === change.lessonId);
    return lesson && change.to?.day === data.today
      ? [{ lesson, at: slotOfDay(change.to), change, comesFrom: change.day }]
      : [];
  });
  const held = [...regular, ...arriving].sort((one, other) => slotKey(one.at) - slotKey(other.at));
  return (
    <Section title={t('today.titleOf', { weekday: weekdayName(weekday), day: formatDate(data.today) })}>
      {held.length === 0 ? <p>{data.timetable ? t('today.free') : t('today.none')}</p> : null}
      <ol className={styles.list}>
        {held.map(({ lesson, at: { half, period }, change, comesFrom }) => {
          const text = describeLesson(names, short, 'class', lesson);
          return (
            <li key={`${lesson.id} ${comesFrom}`}>
              <strong>{text.title}</strong>
              <span className={styles.soft}>
                {t('today.period', { period, half: t(`half.${half}`) })} · {clockOf(data, half, period)}
                {text.detail ? ` · ${text.detail}` : ''}
              </span>
              {change ? (
                <Notice tone="due">
                  {comesFrom && change.kind !== 'cancelled'
                    ? [
                        t('change.comesFrom', { day: formatDate(comesFrom) }),
                        change.absent.some(({ standInId }) => standInId)
                          ? t('change.substituted', absentNames(change.absent, short))
                          : '',
                      ]
                        .filter(Boolean)
                        .join(', ')
                    : t(`change.${change.kind}`, {
                        ...absentNames(change.absent, short),
                        day: change.to ? formatDate(change.to.day) : '',
                        to: change.to ? slotName(slotOfDay(change.to)) : '',
                      })}{' '}
                  {change.link ? <Anchor href={change.link}>{t('today.join')}</Anchor> : null}
                </Notice>
              ) : null}
            </li>
          );
        })}
      </ol>
      <Group gap="sm" mt="sm">
        <Button component={Link} to={`/thoi-khoa-bieu/tuan?ai=${classId}`} variant="default">
          {t('today.week')}
        </Button>
        {data.timetable ? (
          <Button variant="subtle" loading={feed.isPending} onClick={() => feed.mutate('feed')}>
            {t('today.feed')}
          </Button>
        ) : null}
      </Group>
      {feed.data ? (
        <Notice tone="done">
          {t('today.feedDone')}{' '}
          <Anchor href={feed.data.address} underline="always">
            {feed.data.address}
          </Anchor>{' '}
          <CopyButton value={feed.data.address}>
            {({ copied, copy }) => (
              <Button size="compact-sm" variant="default" onClick={copy}>
                {t(copied ? 'today.feedCopied' : 'today.feedCopy')}
              </Button>
            )}
          </CopyButton>
        </Notice>
      ) : null}
      {feed.error ? <ProblemAlert error={feed.error} /> : null}
    </Section>
  );
}
