import { createHash } from 'node:crypto';
import { existsSync } from 'node:fs';
import { mkdir, readdir, readFile, rm, stat } from 'node:fs/promises';
import { extname, join } from 'node:path';
import { Worker } from 'node:worker_threads';
import { xmlBounds } from '../formats/xml.ts';
import { writeAside } from './checkpoint.ts';

/** What a province is asked for: every .fet and .json file of a folder is a school. */
export interface ProvinceOptions {
  readonly folder: string;
  /** Timetables, checkpoints and the state of each school are kept here; a later call with the same folder goes on from them. */
  readonly out: string;
  /** Seconds of search for each school. */
  readonly seconds: number;
  readonly seed: number;
  /** Schools searched side by side, each on a thread of its own. */
  readonly threads: number;
  /** Called when a school is begun, done, or was done before. */
  readonly progress?: (school: SchoolRun, done: number, all: number) => void;
  /** Aborted: the schools under way keep their checkpoints, and the call returns. */
  readonly signal?: AbortSignal;
}

/** Where one school stands. */
export interface SchoolRun {
  readonly name: string;
  /** waiting: not begun; running: begun, not yet done, also of a run that was killed; failed: the file cannot be used, with the reason. */
  readonly state: 'waiting' | 'running' | 'solved' | 'failed';
  /** Seconds of search so far. */
  readonly seconds: number;
  readonly hard?: number;
  readonly soft?: number;
  readonly secondsToZeroHard?: number | null;
  /** Why the file cannot be used, or what is proved to stand in the way of a timetable. */
  readonly reason?: string;
}

export interface SchoolTask {
  readonly file: string;
  readonly format: string;
  readonly seed: number;
  readonly seconds: number;
  readonly spent: number;
  readonly checkpoint: string;
  readonly out: string;
}
export type FromSchool =
  | { readonly kind: 'spent' | 'stopped'; readonly seconds: number }
  | ({ readonly kind: 'solved' } & Required<
      Pick<SchoolRun, 'hard' | 'soft' | 'seconds' | 'secondsToZeroHard'>
    > &
      Pick<SchoolRun, 'reason'>)
  | { readonly kind: 'failed'; readonly reason: string };

/** A school's file, where it stood when the last run ended, and the places of what belongs to it. */
interface School {
  readonly file: string;
  readonly format: string;
  /** A hash of the file: another file under the same name begins anew. */
  readonly document: string;
  readonly place: (what: string) => string;
  run: SchoolRun;
}

/**
 * Solves the timetables of all schools of a province, some side by side, for hours when need be. What is done stays done: killed and
 * called again with the same folders, it leaves out the schools that are done and goes on with those under way from their
 * checkpoints, with the seconds they have left. A school whose file cannot be used is told and the others go on. Gives where each
 * school stands.
 */
export async function solveProvince(options: ProvinceOptions): Promise<SchoolRun[]> {
  await mkdir(options.out, { recursive: true });
  const schools = await schoolsIn(options.folder, options.out);
  const isDone = ({ run }: School) => run.state === 'solved' || run.state === 'failed';
  const tell = ({ run }: School) => options.progress?.(run, schools.filter(isDone).length, schools.length);
  for (const school of schools.filter(isDone)) tell(school);
  // Those under way first: they are nearest to their end.
  const waiting = schools
    .filter((school) => !isDone(school))
    .sort((one, other) => other.run.seconds - one.run.seconds);
  const work = async () => {
    for (let school = waiting.shift(); school && !options.signal?.aborted; school = waiting.shift()) {
      await note(school, { ...school.run, state: 'running' });
      tell(school);
      if (options.signal?.aborted) return;
      await solveSchool(school, options);
      tell(school);
    }
  };
  await Promise.all(Array.from({ length: options.threads }, work));
  return schools.map(({ run }) => run);
}

async function schoolsIn(folder: string, out: string): Promise<School[]> {
  const files = (await readdir(folder)).filter((name) => /\.(fet|json)$/i.test(name)).sort();
  return Promise.all(
    files.map(async (name): Promise<School> => {
      const file = join(folder, name);
      const document = await hashOf(file);
      const place = (what: string) => join(out, `${name}.${what}`);
      const fresh: SchoolRun = { name, state: 'waiting', seconds: 0 };
      const school = { file, format: extname(name).slice(1).toLowerCase(), document, place };
      try {
        const known = JSON.parse(await readFile(place('state.json'), 'utf8'));
        // What failed is tried again: the trouble may be gone.
        if (known.document === document)
          return { ...school, run: known.run.state === 'failed' ? fresh : known.run };
      } catch {
        // Never begun, or the note was lost: from the beginning.
      }
      await rm(place('checkpoint.json'), { force: true });
      return { ...school, run: fresh };
    }),
  );
}

/** Known again by its text, one too big to be a school by its size; what cannot be read is told when its turn comes. */
async function hashOf(file: string): Promise<string> {
  try {
    const { size } = await stat(file);
    if (size > xmlBounds.bytes) return `${size} bytes`;
    return createHash('sha256')
      .update(await readFile(file))
      .digest('hex');
  } catch {
    return 'unreadable';
  }
}

/** Keeps where a school stands. */
async function note(school: School, run: SchoolRun): Promise<void> {
  school.run = run;
  await writeAside(school.place('state.json'), JSON.stringify({ document: school.document, run }));
}

async function solveSchool(school: School, { seconds, seed, signal }: ProvinceOptions): Promise<void> {
  const { run, file, format, place } = school;
  const task: SchoolTask = {
    ...{ file, format, seed, seconds, spent: run.seconds },
    checkpoint: place('checkpoint.json'),
    out: place(format === 'fet' ? 'timetable.xml' : 'timetable.json'),
  };
  const worker = new Worker(new URL('./province-worker.ts', import.meta.url), { workerData: task });
  const stop = () => worker.postMessage('stop');
  signal?.addEventListener('abort', stop);
  let notes = Promise.resolve();
  const keep = (now: SchoolRun) => {
    notes = notes.then(() => note(school, now));
  };
  await new Promise<void>((ended) => {
    worker.on('message', (message: FromSchool) => {
      const { kind, ...facts } = message;
      if (kind === 'failed') keep({ ...run, ...facts, state: 'failed' });
      else keep({ ...run, ...facts, state: kind === 'solved' ? 'solved' : 'running' });
    });
    worker.on('error', ({ message }) => keep({ ...run, state: 'failed', reason: message }));
    worker.on('exit', () => ended());
  });
  signal?.removeEventListener('abort', stop);
  await notes;
  if (school.run.state === 'solved' && existsSync(task.checkpoint)) await rm(task.checkpoint);
}
