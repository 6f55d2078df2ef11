import { basename } from 'node:path';
import { generateDemoProvince } from '#tests/sample-province/generate.ts';
import { loadProvince } from '#tests/sample-province/load.ts';
import { compare, makeBareCopies } from './bare.ts';
import { type BoardOf, boardTables, openBoardReader } from './boards.ts';
import type { BenchDatabase } from './database.ts';
import { runLoad } from './load.ts';
import { grouped, inWords, median, percentile, spread } from './measure.ts';
import { drawAccounts, headOf, openSessions } from './people.ts';
import { importPlan, mixStates, publishPlan } from './publishing.ts';
import type { Report } from './report.ts';
import { serveOpen, serveProduct } from './servers.ts';

const boardPath = '/api/plan/board?rows=communes&columns=section';

/** Imports every plan of `files` and publishes the last; leaves the province with its plan in force. */
export async function measurePublishing(
  bench: BenchDatabase,
  report: Report,
  files: readonly string[],
): Promise<BoardOf> {
  const province = generateDemoProvince();
  await loadProvince(bench.owner, province, { passwordHash: 'nobody signs in', mustChangePassword: false });
  const head = await headOf(bench, province.departmentId);
  const count = (kind: string) => province.units.filter((unit) => unit.kind === kind).length;
  report.section(
    'From the document to work',
    `The demo province: ${count('commune')} communes, ${count('school')} schools, ${grouped(province.accounts.length)} accounts. ` +
      'Each figure is one command in one transaction, as the API runs it.',
  );
  let documentId = '';
  for (const file of files) {
    const rounds = [];
    for (let round = 0; round < 5; round++) rounds.push(await importPlan(bench, head, file, false));
    const { result } = await importPlan(bench, head, file, true);
    documentId = result.documentId;
    const { paragraphs, duties, solutions, calendarEntries } = result.report;
    report.figure(
      `Import of ${basename(file)}: ${paragraphs} paragraphs into ${duties} duties, ${solutions} solutions, ${calendarEntries} calendar entries`,
      `${inWords(median(rounds.map((round) => round.milliseconds)))} (median of 5)`,
    );
  }
  const rounds = [];
  for (const keep of [false, false, true]) {
    rounds.push(await publishPlan(bench, head, documentId, keep));
    // What a round that was taken back leaves behind is no part of publishing: nobody publishes over it.
    if (!keep) await bench.owner.query('VACUUM (ANALYZE) plan.assignment, plan.notice');
  }
  const published = rounds.at(-1)!.result;
  const publishing = median(rounds.map((round) => round.milliseconds));
  report.figure(
    `Publish ${published.duties} duties of it to ${published.units} units: ${grouped(published.created)} assignments`,
    `${inWords(publishing)} (median of 3; the last, kept: ${inWords(rounds.at(-1)!.milliseconds)})`,
    { words: 'under 1.5 s', met: publishing < 1500 },
  );
  return { head, documentId };
}

/** What people wait for, over HTTP with real sessions. */
export async function measurePages(bench: BenchDatabase, report: Report, board: BoardOf): Promise<void> {
  const served = await serveProduct(bench);
  try {
    const cookies = await openSessions(bench, [board.head.accountId]);
    const alone = (path: string, sessions: readonly string[], seconds = 5) =>
      runLoad({
        origin: served.origin,
        paths: [path],
        sessions: sessions.slice(0, 1),
        seconds,
        pauseMilliseconds: 0,
      });
    report.section(
      'Pages of the province',
      'Whole HTTP requests with a real session, from sending to the last byte. Right after publishing: before any other maintenance of ' +
        'the database. Later figures: states mixed as in October.',
    );
    const fresh = await alone(boardPath, cookies);
    report.figure('Board of the province right after publishing', spread(fresh.milliseconds), {
      words: 'p50 under 150 ms',
      met: median(fresh.milliseconds) < 150,
    });
    await mixStates(bench);
    await bench.owner.query('VACUUM (ANALYZE) plan.assignment');
    const warm = await alone(boardPath, cookies);
    report.figure('Board of the province (communes × sections)', spread(warm.milliseconds), {
      words: 'p50 under 150 ms',
      met: median(warm.milliseconds) < 150,
    });
    const schools = await alone('/api/plan/board?rows=schools&columns=month', cookies);
    report.figure('Board of the province (schools × months)', spread(schools.milliseconds));
    const approvals = await alone('/api/plan/approvals', cookies);
    report.figure('Approvals of the division (2 % of everything handed in)', spread(approvals.milliseconds));

    const people = await drawAccounts(bench, ['principal', 'communeOfficer', 'teamLead', 'teacher'], 200);
    const sessions = await openSessions(bench, people);
    const own = await alone(
      '/api/plan/my-work',
      await openSessions(bench, await drawAccounts(bench, ['principal'], 1)),
    );
    report.figure('Inbox of one principal, nobody else there', spread(own.milliseconds), {
      words: 'p50 under 10 ms',
      met: median(own.milliseconds) < 10,
    });
    for (const pauseMilliseconds of [1000, 0]) {
      const { milliseconds, perSecond } = await runLoad({
        origin: served.origin,
        paths: ['/api/plan/my-work'],
        sessions,
        seconds: 12,
        pauseMilliseconds,
      });
      const how = pauseMilliseconds
        ? 'each asking again a second after its answer'
        : 'each asking again at once (saturated)';
      report.figure(
        `Inbox under ${sessions.length} concurrent sessions, ${how}`,
        `${spread(milliseconds)}, ${grouped(perSecond)} requests/s`,
      );
    }
  } finally {
    await served.close();
  }
}

/** The price of row-level security: the board's statement through the policies and over bare copies, by turns. */
export async function measureRatio(
  bench: BenchDatabase,
  report: Report,
  boards: readonly BoardOf[],
  rounds: number,
): Promise<void> {
  await makeBareCopies(bench, boardTables);
  const readers = { secured: await openBoardReader(bench, false), bare: await openBoardReader(bench, true) };
  const compared = await compare(rounds, (which, round) =>
    readers[which].draw(boards[round % boards.length]!),
  );
  await Promise.all([readers.secured.close(), readers.bare.close()]);
  report.figure('The board’s statement through row-level security', spread(compared.secured));
  report.figure('The same statement over bare copies as superuser', spread(compared.bare));
  report.figure('Ratio of the medians', compared.ratio.toFixed(2), {
    words: 'below 1.5',
    met: compared.ratio < 1.5,
  });
}

/** The price of asking who it is: a small read with and without authentication and row-level security, by turns. */
export async function measureThroughput(bench: BenchDatabase, report: Report, board: BoardOf): Promise<void> {
  report.section(
    'The price of authentication',
    '`GET /api/school-years` on 16 connections without pause, 3 s a turn, by turns; "open" is the same HTTP layer, route and data without ' +
      'session, access check and row-level security.',
  );
  const [cookie = ''] = await openSessions(bench, [board.head.accountId]);
  const [product, open] = [await serveProduct(bench), await serveOpen(bench)];
  const perSecond = { product: [] as number[], open: [] as number[] };
  try {
    for (let round = -1; round < 6; round++) {
      for (const which of round % 2 === 0 ? (['product', 'open'] as const) : (['open', 'product'] as const)) {
        const result = await runLoad({
          origin: (which === 'product' ? product : open).origin,
          paths: ['/api/school-years'],
          sessions: Array.from({ length: 16 }, () => (which === 'product' ? cookie : '')),
          seconds: 3,
          pauseMilliseconds: 0,
        });
        if (round >= 0) perSecond[which].push(result.perSecond);
      }
    }
  } finally {
    await product.close();
    await open.close();
  }
  const words = (sample: number[]) =>
    `${grouped(median(sample))} requests/s (median of ${sample.length}; ${grouped(percentile(sample, 0))} to ${grouped(percentile(sample, 1))})`;
  report.figure('Signed in, through row-level security', words(perSecond.product));
  report.figure('Open', words(perSecond.open));
  const ratio = median(perSecond.product) / median(perSecond.open);
  report.figure('Ratio of the medians', ratio.toFixed(2), { words: 'above 0.6', met: ratio > 0.6 });
}
