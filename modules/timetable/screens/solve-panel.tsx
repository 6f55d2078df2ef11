import { Button, Group, Select } from '@mantine/core';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { answer, api, useCommand } from '#api';
import { formatDate } from '#platform/i18n';
import { Notice, ProblemAlert, ProgressOfWork, Section } from '#platform/ui';
import { firstWeekToCome } from '../rules/school-weeks.ts';
import { FindingsList } from './findings-list.tsx';
import styles from './timetable.module.css';
import type { Header, TimetableList } from './timetables-page.tsx';

type Solve = NonNullable<TimetableList['solve']>;
const running = (solve: Solve | null | undefined) =>
  solve !== null && solve !== undefined && ['waiting', 'running', 'stopping'].includes(solve.state);
const lengths = [15, 60, 180, 600] as const;
const list = ['timetable', 'list'];

/** Asks for a timetable and shows how the search gets on: cost falling, by rule, with a way to stop. */
export function SolvePanel({
  of,
  semester,
  latest,
  drafts,
  weeks,
  today,
}: {
  of: { schoolId?: string; schoolYear?: string };
  semester: 1 | 2;
  latest: Solve | null;
  drafts: readonly Header[];
  weeks: TimetableList['weeks'];
  /** 'YYYY-MM-DD' */
  today: string;
}) {
  const { t } = useTranslation('timetable');
  const queries = useQueryClient();
  const [seconds, setSeconds] = useState<number>(60);
  const [from, setFrom] = useState<string | null>(null);
  const own = weeks.filter((week) => week.semester === semester);
  const [wantedWeek, setWantedWeek] = useState<number | null>(null);
  const fromWeek = own.some(({ number }) => number === wantedWeek)
    ? wantedWeek
    : (firstWeekToCome(own, today)?.number ?? null);
  const solve = useQuery({
    queryKey: ['timetable', 'solve', latest?.id],
    queryFn: ({ signal }) =>
      answer(
        api.GET('/api/timetable/solves/{solveId}', {
          params: { path: { solveId: latest?.id ?? '' } },
          signal,
        }),
      ),
    enabled: latest !== null,
    initialData: latest ?? undefined,
    refetchInterval: (query) => (running(query.state.data) ? 1000 : false),
  });
  const start = useCommand({
    run: (input: { seconds: number; from?: string; fromWeek?: number }, init) =>
      answer(api.POST('/api/timetable/solves', { body: { ...of, semester, ...input }, ...init })),
    refreshes: [list],
  });
  /** A refusal may be about a search that somebody else began: that one is shown then, with a way to stop it. */
  const begin = (input: { seconds: number; from?: string }) =>
    start.mutate(
      { ...input, ...(fromWeek ? { fromWeek } : {}) },
      { onError: () => void queries.invalidateQueries({ queryKey: list }) },
    );
  const stop = useCommand({
    run: (solveId: string, init) =>
      answer(
        api.POST('/api/timetable/solves/{solveId}/stop', {
          params: { path: { solveId } },
          body: {},
          ...init,
        }),
      ),
    refreshes: [['timetable', 'solve']],
  });
  const busy = running(solve.data);
  // One search of a school at a time, whatever it is for; what it came to belongs to its semester.
  const current = busy || solve.data?.semester === semester ? solve.data : undefined;
  // The list is read again once the search has left its result there.
  const ended = busy ? undefined : solve.data?.id;
  useEffect(() => {
    if (ended) void queries.invalidateQueries({ queryKey: list });
  }, [ended, queries]);
  const last = current?.progress.at(-1);
  return (
    <Section title={t('solve.title')}>
      {start.error ? <ProblemAlert error={start.error} /> : null}
      {busy && current ? (
        <>
          <ProgressOfWork
            doing={
              current.state === 'stopping'
                ? t('solve.stopping')
                : last
                  ? t(last.unplaced > 0 ? 'solve.placing' : 'solve.doing', last)
                  : t('solve.waiting')
            }
            {...(last && current.state !== 'stopping'
              ? {
                  done: Math.min(Math.round(current.spentSeconds), current.seconds),
                  total: current.seconds,
                }
              : {})}
            {...(current.state === 'stopping' ? {} : { onStop: () => stop.mutate(current.id) })}
          />
          <CostChart solve={current} />
        </>
      ) : (
        <>
          <p style={{ marginTop: 0 }}>{t('solve.lead')}</p>
          <Group align="end" gap="sm">
            <Select
              label={t('solve.length')}
              w={180}
              allowDeselect={false}
              data={lengths.map((value) => ({
                value: String(value),
                label: t('solve.seconds', { seconds: value }),
              }))}
              value={String(seconds)}
              onChange={(value) => setSeconds(Number(value))}
            />
            <Select
              label={t('solve.from')}
              w={240}
              clearable
              clearButtonProps={{ 'aria-label': t('solve.fresh') }}
              placeholder={t('solve.fresh')}
              data={drafts.map(({ id, name }) => ({ value: id, label: name }))}
              value={from}
              onChange={setFrom}
            />
            <Select
              label={t('solve.fromWeek')}
              w={320}
              allowDeselect={false}
              data={own.map(({ number, startsOn, endsOn }) => ({
                value: String(number),
                label: t('publish.week', { number, from: formatDate(startsOn), to: formatDate(endsOn) }),
              }))}
              value={fromWeek === null ? null : String(fromWeek)}
              onChange={(value) => setWantedWeek(value ? Number(value) : null)}
            />
            <Button loading={start.isPending} onClick={() => begin({ seconds, ...(from ? { from } : {}) })}>
              {t('solve.start')}
            </Button>
          </Group>
          {current ? (
            <Notice
              tone={
                current.state === 'done'
                  ? 'done'
                  : current.state === 'failed' || current.state === 'impossible'
                    ? 'due'
                    : 'info'
              }
            >
              {t(`solve.state.${current.state}`, { seconds: Math.round(current.spentSeconds) })}{' '}
              {current.timetableId ? (
                <>
                  <Link to={`/thoi-khoa-bieu/${current.timetableId}`}>{t('solve.openResult')}</Link>{' '}
                  <Button
                    size="compact-sm"
                    variant="default"
                    loading={start.isPending}
                    onClick={() => begin({ seconds, from: current.timetableId! })}
                  >
                    {t('solve.goOn')}
                  </Button>
                </>
              ) : null}
            </Notice>
          ) : null}
        </>
      )}
      {stop.error ? <ProblemAlert error={stop.error} /> : null}
      {current && !busy ? <FindingsList findings={current.findings} /> : null}
    </Section>
  );
}

/** The best cost so far over the time of the search, and by rule and wish what it was when every lesson had a place and is now. */
function CostChart({ solve }: { solve: Solve }) {
  const { t } = useTranslation('timetable');
  const points = solve.progress;
  const last = points.at(-1);
  if (!last || points.length < 2) return null;
  // A lesson without a place weighs like a broken rule, or the line would climb while lessons come in.
  const total = (point: (typeof points)[number]) => (point.unplaced + point.hard) * 100 + point.soft;
  const heights = points.map((point) => Math.log1p(total(point)));
  const [least, most] = [Math.min(...heights), Math.max(...heights)];
  const path = points
    .map((point, index) => {
      const x = (600 * point.seconds) / Math.max(1, solve.seconds);
      const y = 145 - (130 * (heights[index]! - least)) / (most - least || 1);
      return `${index === 0 ? 'M' : 'L'}${x.toFixed(1)} ${y.toFixed(1)}`;
    })
    .join(' ');
  const first = points.find(({ unplaced }) => unplaced === 0) ?? points[0]!;
  const parts = Object.keys({ ...first.parts, ...last.parts })
    .map((part) => ({
      part,
      before: Math.round(first.parts[part] ?? 0),
      now: Math.round(last.parts[part] ?? 0),
    }))
    .filter(({ before, now }) => before > 0 || now > 0)
    .sort((a, b) => b.before - a.before);
  const widest = Math.max(1, ...parts.flatMap(({ before, now }) => [before, now]));
  const width = (cost: number) => ({ width: `${(100 * cost) / widest}%` });
  return (
    <figure className={styles.progress}>
      <svg
        viewBox="0 0 600 156"
        preserveAspectRatio="none"
        className={styles.chart}
        role="img"
        aria-label={t('solve.chart')}
      >
        <path
          d={path}
          fill="none"
          stroke="var(--hb-accent)"
          strokeWidth={2}
          vectorEffect="non-scaling-stroke"
        />
        <path
          d="M0 155H600"
          stroke="var(--hb-line-strong)"
          strokeWidth={1}
          vectorEffect="non-scaling-stroke"
        />
      </svg>
      <figcaption>{t('solve.chartWhat', { seconds: solve.seconds })}</figcaption>
      <ul className={styles.parts}>
        <li>
          <strong>{t('solve.hard', { count: last.hard })}</strong>
        </li>
        {parts.map(({ part, before, now }) => (
          <li key={part}>
            <span>{t(`part.${part}`)}</span>
            <span className={styles.cost} aria-hidden>
              <i style={width(before)} />
              <i style={width(now)} data-now />
            </span>
            <span>{before === now ? now : `${before} → ${now}`}</span>
          </li>
        ))}
      </ul>
    </figure>
  );
}
