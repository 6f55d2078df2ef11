import { openClient } from './client.ts';
import { runLoad } from './load.ts';
import { median, spread, timed } from './measure.ts';
import { actorsOf, openSessions } from './people.ts';
import type { Report } from './report.ts';
import type { Ground } from './school-ground.ts';

const allSchools = 1_000;

/** Education plans drafted and checked in every school, and the boards that show who keeps the rules. */
export async function measurePlans({ bench, served, head }: Ground, report: Report): Promise<void> {
  const principals = await actorsOf(bench, 'principal', allSchools);
  const cookies = await openSessions(
    bench,
    principals.map(({ accountId }) => accountId),
  );
  const drafts: number[] = [];
  for (const cookie of cookies) {
    const client = openClient(served.origin, cookie);
    const { milliseconds } = await timed(() =>
      client.send('POST', '/api/education-plans', { from: 'framework' }),
    );
    drafts.push(milliseconds);
  }
  await bench.owner.query('ANALYZE');
  const [leader = ''] = await openSessions(bench, [head.accountId]);
  const { milliseconds } = await runLoad({
    origin: served.origin,
    paths: ['/api/education-plans/board'],
    sessions: [leader],
    seconds: 8,
    pauseMilliseconds: 0,
  });
  report.section(
    'Education plans of all schools',
    `A draft in each of ${drafts.length} schools, filled from the rows and checked; whole HTTP requests with a real session.`,
  );
  report.figure('Drafting a plan from the framework', spread(drafts));
  report.figure('Conformity board of the department', spread(milliseconds), {
    words: 'p50 under 300 ms',
    met: median(milliseconds) < 300,
  });
}
