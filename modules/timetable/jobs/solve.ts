import { availableParallelism } from 'node:os';
import { Worker } from 'node:worker_threads';
import { z } from 'zod';
import { systemSettings } from '#modules/identity-access';
import { listDepartments, tellPersons } from '#modules/plan';
import type { Clock } from '#platform/clock';
import type { Database, WriteTx } from '#platform/db';
import type { Recurring, Task } from '#platform/jobs';
import { queueSolve } from '../actions/solve.ts';
import { keepTimetable } from '../actions/timetables.ts';
import { selectSchoolOptional } from '../data/place.ts';
import {
  type BegunSolve,
  beginSolve,
  endSolve,
  keepProgress,
  listAbandonedSolves,
  type ProgressPoint,
  solveJobKey,
  solveTask,
} from '../data/solves.ts';
import { timetableErrors } from '../errors.ts';
import type { DemandFinding } from '../rules/demand.ts';
import { explainUnplaced } from '../rules/explain-unplaced.ts';
import { type Lesson, slotOfKey } from '../rules/index.ts';
import type { Best } from '../rules/school-search.ts';
import type { ExplainTask } from './explain-thread.ts';
import type { ThreadNews, ThreadTask } from './solve-thread.ts';

export interface TimetableWork {
  readonly database: Database;
  readonly clock: Clock;
  readonly log: (level: 'info' | 'warning', message: string) => void;
}

const payloadShape = z.object({ departmentId: z.uuid(), solveId: z.uuid() });
/** How often progress is kept, in milliseconds: what a killed program loses. */
const breath = 1000;
/** How long to go on when it is proved that not everything fits. */
const uselessSeconds = 5;
/** How many seconds longer a search is waited for that has not said anything yet: a busy machine is slow to start it. */
const mostSilent = 30;
/** How long to look for what clashes when a search has left something broken and nothing was proved before. */
const explainSeconds = 10;
/** A search that fails is taken up again so often, then it is ended with what it has. */
const mostFailures = 5;
/** Points of the curve that are kept; older ones are thinned out. */
const mostPoints = 200;

const worse = (one: Best, other: Best) =>
  one.unplaced - other.unplaced || one.hard - other.hard || one.soft - other.soft;

/** Searches on threads of their own, one a core but for the one that serves; the best of all counts. */
class Threads {
  readonly #workers: Worker[];
  best: Best | undefined;
  done = false;
  /** Why nothing whole can be found; empty while nothing is proved. */
  proofs: readonly DemandFinding[] = [];
  fault: unknown;

  constructor(solve: BegunSolve) {
    const count = Math.max(1, Math.min(4, availableParallelism() - 1));
    this.#workers = Array.from({ length: count }, (_, index) => {
      const task: ThreadTask = {
        input: solve.input,
        // A restart takes another way than the one that was cut off.
        seed: solve.input.seed + index * 101 + Math.round(solve.spentSeconds),
        from: solve.checkpoint,
        proves: index === 0,
      };
      const worker = new Worker(new URL('./solve-thread.ts', import.meta.url), {
        workerData: task,
        resourceLimits: { maxOldGenerationSizeMb: 512 },
      });
      worker.on('message', (news: ThreadNews) => {
        if ('proofs' in news) {
          this.proofs = news.proofs;
          return;
        }
        if (!this.best || worse(news.best, this.best) < 0) this.best = news.best;
        this.done ||= news.done;
      });
      worker.on('error', (error) => {
        this.fault = error;
      });
      return worker;
    });
  }

  async stop(): Promise<void> {
    await Promise.all(this.#workers.map((worker) => worker.terminate()));
  }
}

function withPoint(points: readonly ProgressPoint[], seconds: number, best: Best): ProgressPoint[] {
  const { hard, soft, unplaced, parts } = best;
  const last = points.at(-1);
  const point = { seconds: Math.round(seconds * 10) / 10, hard, soft, unplaced, parts };
  const kept =
    last && last.hard === hard && last.soft === soft && last.unplaced === unplaced
      ? points
      : [...points, point];
  return kept.length > mostPoints
    ? kept.filter((_, index) => index % 2 === 0 || index === kept.length - 1)
    : [...kept];
}

/** What comes back by itself. */
export const timetableCrontab: readonly Recurring[] = [
  { task: 'timetable.endAbandonedSolves', everyMinutes: 5 },
];

/** Background work of the timetable, by name. */
export function timetableTasks({ database, clock, log }: TimetableWork): Record<string, Task> {
  const writer =
    (departmentId: string): Write =>
    (work) =>
      database.write(systemSettings(departmentId, solveTask), work);
  return {
    async [solveTask](payload, { signal }) {
      const { departmentId, solveId } = payloadShape.parse(payload);
      const write = writer(departmentId);
      const solve = await write((tx) => beginSolve(tx, solveId, clock.now()));
      if (!solve) return;
      try {
        await searchOn(solve, write, { clock, log, signal });
      } catch (error) {
        // Ended with the program: what is kept is enough to go on with, at once, however often that happens.
        if (signal.aborted) return write((tx) => queueSolve(tx, solve));
        const isLast = error instanceof ThreadFault || solve.attempts >= mostFailures;
        if (isLast) await giveUp(solveId, { write, now: clock.now(), log });
        throw error;
      }
    },
    async 'timetable.endAbandonedSolves'() {
      for (const departmentId of await listDepartments(database)) {
        const write = writer(departmentId);
        for (const solveId of await write(listAbandonedSolves)) {
          await giveUp(solveId, { write, now: clock.now(), log });
          log('warning', `timetable.solve ${solveId}: no job takes it up again; ended with what it has`);
        }
      }
    },
  };
}

type Write = <Result>(work: (tx: WriteTx) => Promise<Result>) => Promise<Result>;

/** The threads cannot search: again would be no better. */
class ThreadFault extends Error {}

/**
 * Searches until the time is over, nothing is left to improve or somebody stops it, and keeps the best as a candidate.
 * @throws ThreadFault; Error when `signal` ends it, with progress and checkpoint kept
 */
async function searchOn(
  solve: BegunSolve,
  write: Write,
  { clock, log, signal }: Omit<TimetableWork, 'database'> & { readonly signal: AbortSignal },
): Promise<void> {
  const threads = new Threads(solve);
  let state: typeof solve.state | undefined = solve.state;
  let progress: ProgressPoint[] = [...solve.progress];
  let { seconds } = solve;
  let spent = solve.spentSeconds;
  let kept: Best | undefined;
  try {
    const hasTime = () => spent < seconds || (!threads.best && spent < seconds + mostSilent);
    while (state === 'running' && hasTime() && !threads.fault) {
      const before = performance.now();
      await pause(spent < seconds ? Math.min(breath, (seconds - spent) * 1000) : breath, signal);
      if (signal.aborted) throw new Error('stopped before the end');
      spent += (performance.now() - before) / 1000;
      const { best } = threads;
      if (best) progress = withPoint(progress, spent, best);
      state = await write((tx) =>
        keepProgress(tx, solve.id, {
          progress,
          checkpoint: best && best !== kept ? best.places : null,
          spentSeconds: Math.round(spent * 10) / 10,
        }),
      );
      kept = best;
      if (threads.done) break;
      // Proved that not everything fits: a few seconds more lay as much as there is room for.
      if (threads.proofs.length > 0) seconds = Math.min(seconds, solve.spentSeconds + uselessSeconds);
    }
  } finally {
    await threads.stop();
  }
  const { best, proofs, fault } = threads;
  if (fault && !best) throw new ThreadFault(String(fault), { cause: fault });
  const isLost = best && best.unplaced + best.hard > 0 && proofs.length === 0 && state === 'running';
  const clashes = isLost ? await whatClashes(solve, best, signal) : proofs;
  const how = state === 'stopping' ? 'stopped' : 'done';
  await write((tx) => finish(tx, solve, { best, findings: clashes, how }, clock.now()));
  log('info', `timetable.solve ${solve.id}: ${Math.round(spent)} s, hard ${best?.hard}, soft ${best?.soft}`);
}

const interrupted = (message: string): DemandFinding => ({ severity: 'warning', message, link: null });

/** Ends a search that nobody will take up again: with the best it has kept, or failed, in words. The school may search anew. */
async function giveUp(
  id: string,
  { write, now, log }: { write: Write; now: Date; log: TimetableWork['log'] },
): Promise<void> {
  const fail = (tx: WriteTx, message: string) =>
    endSolve(tx, id, { state: 'failed', timetableId: null, findings: [interrupted(message)], now });
  try {
    await write(async (tx) => {
      const solve = await beginSolve(tx, id, now);
      if (!solve) return;
      if (!solve.checkpoint)
        return fail(tx, 'Máy chủ ngừng giữa chừng khi chưa xếp được gì. Hãy bấm xếp lại từ đầu.');
      const said =
        'Máy chủ ngừng giữa chừng nhiều lần nên lần xếp này đã được kết thúc. Kết quả tốt nhất đến lúc đó vẫn giữ: có thể xếp tiếp từ kết quả này.';
      await finish(tx, solve, { best: undefined, findings: [interrupted(said)], how: 'stopped' }, now);
    });
  } catch (error) {
    log('warning', `timetable.solve ${id}: its best cannot be kept: ${String(error)}`);
    // What it has cannot be kept, most often because rows it lies on are gone meanwhile.
    await write((tx) =>
      fail(
        tx,
        'Không giữ được kết quả của lần xếp này: lớp, giáo viên hoặc phòng đã thay đổi từ lúc bắt đầu. Hãy xếp lại; nếu vẫn lỗi, báo người quản trị.',
      ),
    );
  }
}

/** The smallest set that clashes, on a thread of its own; nothing when none is found in time, or the thread fails. */
function whatClashes(
  { input, checkpoint }: BegunSolve,
  best: Best | undefined,
  signal: AbortSignal,
): Promise<readonly DemandFinding[]> {
  const { ground, lessons } = input;
  const task: ExplainTask = {
    ground,
    lessons,
    places: best?.places ?? checkpoint ?? {},
    seconds: explainSeconds,
  };
  const worker = new Worker(new URL('./explain-thread.ts', import.meta.url), {
    workerData: task,
    resourceLimits: { maxOldGenerationSizeMb: 512 },
  });
  const end = () => void worker.terminate();
  const timer = setTimeout(end, explainSeconds * 2000);
  signal.addEventListener('abort', end);
  return new Promise((resolve) => {
    let found: readonly DemandFinding[] = [];
    worker.on('message', (news: readonly DemandFinding[]) => {
      found = news;
    });
    worker.on('error', () => {});
    worker.on('exit', () => {
      clearTimeout(timer);
      signal.removeEventListener('abort', end);
      resolve(found);
    });
  });
}

/** Keeps the best as a candidate and says how the search ended; whoever asked is told. */
async function finish(
  tx: WriteTx,
  solve: BegunSolve,
  {
    best,
    findings: known,
    how,
  }: { best: Best | undefined; findings: readonly DemandFinding[]; how: 'done' | 'stopped' },
  now: Date,
): Promise<void> {
  const school = await selectSchoolOptional(tx, solve.unitId);
  if (!school) throw timetableErrors.noSchool();
  const places = best?.places ?? solve.checkpoint ?? {};
  const lessons = solve.input.lessons.map((lesson): Lesson => {
    const place = places[lesson.id];
    if (place) return { ...lesson, at: slotOfKey(place.slot), roomId: place.roomId };
    return lesson.locked ? lesson : { ...lesson, at: null };
  });
  const timetable = await keepTimetable(
    tx,
    {
      school,
      yearId: solve.schoolYearId,
      ground: solve.input.ground,
      lessons,
      parentId: null,
      state: 'candidate',
    },
    { name: solve.input.name, semester: solve.semester, accountId: solve.askedBy, now },
  );
  const unplaced = explainUnplaced(solve.input.ground, solve.input.goals, lessons);
  const findings = [...known, ...unplaced];
  const isShort = unplaced.length > 0 || known.some(({ severity }) => severity === 'mustFix');
  const state = isShort ? 'impossible' : how;
  await endSolve(tx, solve.id, { state, timetableId: timetable.id, findings, now });
  await tellPersons(tx, solve.departmentId, [solve.askedBy], {
    kind: 'timetableSolved',
    title: isShort ? 'Thời khoá biểu chưa xếp đủ' : 'Đã xếp xong thời khoá biểu',
    body: `${school.name}: ${timetable.name}`,
    link: `/thoi-khoa-bieu/${timetable.id}`,
    now,
    onceKey: solveJobKey(solve.id),
  });
}

function pause(milliseconds: number, signal: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    const timer = setTimeout(done, Math.max(1, milliseconds));
    function done() {
      clearTimeout(timer);
      signal.removeEventListener('abort', done);
      resolve();
    }
    signal.addEventListener('abort', done);
  });
}
