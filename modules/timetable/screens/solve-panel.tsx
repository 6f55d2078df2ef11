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
    refreshes: [['timetable', 'list']],
  });
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
  const current = solve.data;
  const busy = running(current);
  // The list is read again once the search has left its result there.
  const ended = busy ? undefined : current?.id;
  useEffect(() => {
    if (ended) void queries.invalidateQueries({ queryKey: ['timetable', 'list'] });
  }, [ended, queries]);
  const last = current?.progress.at(-1);
  return (
    <Section title={t('solve.title')}>
      {busy && current ? (
        <>
          <ProgressOfWork
            doing={
              current.state === 'stopping'
                ? t('solve.stopping')
                : last
                  ? t(last.unplaced > 0 ? 'solve.placing' : 'solve.doing', {
                      unplaced: last.unplaced,
                      seconds: Math.round(current.spentSeconds),
                      all: current.seconds,
                      hard: last.hard,
                      soft: last.soft,
                    })
                  : t('solve.waiting')
            }
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
            <Button
              loading={start.isPending}
              onClick={() =>
                start.mutate({ seconds, ...(from ? { from } : {}), ...(fromWeek ? { fromWeek } : {}) })
              }
            >
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
                    onClick={() =>
                      start.mutate({
                        seconds,
                        from: current.timetableId!,
                        ...(fromWeek ? { fromWeek } : {}),
                      })
                    }
                  >
                    {t('solve.goOn')}
                  </Button>
                </>
              ) : null}
            </Notice>
          ) : null}
        </>
      )}
      {start.error ? <ProblemAlert error={start.error} /> : null}
      {stop.error ? <ProblemAlert error={stop.error} /> : null}
      {current && !busy ? <FindingsList findings={current.findings} /> : null}
    </Section>
  );
}

/** The best cost so far over the time of the search, and what it is made of now. */
function CostChart({ solve }: { solve: Solve }) {
  const { t } = useTranslation('timetable');
  const points = solve.progress;
  const last = points.at(-1);
  if (!last || points.length < 2) return null;
  // A lesson without a place weighs like a broken rule, or the line would climb while lessons come in.
  const total = (point: (typeof points)[number]) => (point.unplaced + point.hard) * 100 + point.soft;
  const highest = Math.max(1, ...points.map(total));
  const longest = Math.max(1, last.seconds);
  const path = points
    .map((point, index) => {
      const x = (600 * point.seconds) / longest;
      const y = 150 - (140 * Math.log1p(total(point))) / Math.log1p(highest);
      return `${index === 0 ? 'M' : 'L'}${x.toFixed(1)} ${y.toFixed(1)}`;
    })
    .join(' ');
  return (
    <figure style={{ margin: '12px 0' }}>
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
      <ul className={styles.legend}>
        <li>
          <strong>{t('solve.hard', { count: last.hard })}</strong>
        </li>
        {Object.entries(last.parts)
          .filter(([, cost]) => cost > 0)
          .map(([part, cost]) => (
            <li key={part}>
              {t(`part.${part}`)}: {Math.round(cost)}
            </li>
          ))}
      </ul>
    </figure>
  );
}
