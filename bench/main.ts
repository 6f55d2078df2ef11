import { join } from 'node:path';
import { openBoardReader } from './boards.ts';
import { type BenchServer, startBenchServer } from './database.ts';
import { measureGradebook } from './gradebook.ts';
import { runLoad } from './load.ts';
import { grouped, inWords, median, repeat, spread } from './measure.ts';
import { loadNation } from './nation.ts';
import { openSessions } from './people.ts';
import { measurePages, measurePublishing, measureRatio, measureThroughput } from './province-figures.ts';
import { openReport, type Report } from './report.ts';
import { measureSchoolGround } from './school-ground.ts';
import { serveProduct } from './servers.ts';
import { measureSync } from './sync.ts';
import { measureTranscript } from './transcript.ts';

const ownPlan = join(import.meta.dirname, '../reference-data/plans/ke-hoach-2025-2026.docx');
const wholeNation = { provinces: 34, schools: 14_000 };
const smallNation = { provinces: 3, schools: 600 };

/** What is measured: the plan of a province and of a nation, the school's ground, the gradebook, devices coming back into the network, or transcripts signed. */
export type BenchPart = 'plan' | 'school' | 'gradebook' | 'sync' | 'transcript';

export interface BenchOptions {
  readonly parts: ReadonlySet<BenchPart>;
  /** Load the whole nation (some minutes, some gigabytes in the temporary folder) instead of three provinces. */
  readonly nation: boolean;
  /** Another plan document to import and publish, besides the project's own. */
  readonly plan?: string | undefined;
}

/** Measures on a database of its own, prints the page and writes its parts into bench/RESULTS.md; leaves nothing else behind. */
export async function runBench({ parts, nation, plan }: BenchOptions): Promise<void> {
  const server = await startBenchServer();
  const remove = () => void server.remove().finally(() => process.exit(130));
  process.once('SIGINT', remove).once('SIGTERM', remove);
  const open = (title: string, command: string) =>
    openReport({ title, command, postgres: server.version, began: new Date() });
  try {
    if (parts.has('plan')) {
      const variable = plan ? 'HOABAN_BENCH_PLAN=… ' : '';
      const report = open('Measured', `${variable}npm run bench${nation ? ' -- --nation' : ''}`);
      await measureProvince(server, report, plan ? [ownPlan, plan] : [ownPlan]);
      await measureNation(server, report, nation ? wholeNation : smallNation, plan ?? ownPlan);
      await report.save();
    }
    if (parts.has('school')) {
      const report = open('Measured: the school’s ground', 'npm run bench -- --school');
      await measureSchoolGround(server, report);
      await report.save();
    }
    if (parts.has('gradebook')) {
      const report = open('Measured: the gradebook', 'npm run bench -- --gradebook');
      await measureGradebook(server, report);
      await report.save();
    }
    if (parts.has('sync')) {
      const report = open('Measured: devices without a network', 'npm run bench -- --sync');
      await measureSync(server, report);
      await report.save();
    }
    if (parts.has('transcript')) {
      const report = open('Measured: transcripts', 'npm run bench -- --transcript');
      await measureTranscript(server, report);
      await report.save();
    }
  } finally {
    process.off('SIGINT', remove).off('SIGTERM', remove);
    await server.remove();
  }
}

async function measureProvince(server: BenchServer, report: Report, plans: readonly string[]): Promise<void> {
  const bench = await server.open('province');
  const board = await measurePublishing(bench, report, plans);
  await measurePages(bench, report, board);
  report.section(
    'The price of row-level security, province',
    'The statement of the board (communes × sections) in its transaction, by turns in one run; the copies have the same rows and indexes.',
  );
  await measureRatio(bench, report, [board], 60);
  await measureThroughput(bench, report, board);
}

async function measureNation(
  server: BenchServer,
  report: Report,
  size: typeof wholeNation,
  plan: string,
): Promise<void> {
  const bench = await server.open('nation');
  const { boards, publishing, schools, assignments } = await loadNation(bench, size, plan);
  const whole = size === wholeNation;
  report.section(
    whole
      ? 'A simulated nation'
      : 'A small nation (three provinces; `npm run bench -- --nation` loads all 34)',
    `${size.provinces} departments, ${grouped(schools)} schools, ${grouped(assignments)} assignments in one database, every department ` +
      'having imported and published the plan through the product; all assignments not started.',
  );
  report.figure(
    `Publish in one department: ${grouped(assignments / boards.length)} assignments on average`,
    spread(publishing),
  );
  const reader = await openBoardReader(bench, false);
  const draws = await repeat(
    boards.length * 3,
    (round) => reader.draw(boards[round % boards.length]!),
    boards.length,
  );
  report.figure('The board’s statement, one department after the other', spread(draws));
  const all = await repeat(
    3,
    async () => {
      for (const board of boards) await reader.draw(board);
    },
    0,
  );
  report.figure(
    `The boards of all ${boards.length} departments in a row: the nation`,
    `${inWords(median(all))} (median of 3)`,
  );
  await reader.close();

  const served = await serveProduct(bench);
  try {
    const heads = boards.slice(0, 2).map(({ head }) => head.accountId);
    const { milliseconds } = await runLoad({
      origin: served.origin,
      paths: ['/api/plan/board?rows=communes&columns=section'],
      sessions: await openSessions(bench, heads),
      seconds: 10,
      pauseMilliseconds: 0,
    });
    report.figure('Board over HTTP, two departments asking without pause', spread(milliseconds));
  } finally {
    await served.close();
  }
  await measureRatio(bench, report, boards, whole ? 68 : 30);
}
