import { settingsFor } from '#modules/identity-access';
import { type ReadTx, sql } from '#platform/db';
import { findPupils, listPupils } from '../modules/people/data/pupils.ts';
import { compare, makeBareCopies, openReader } from './bare.ts';
import { runLoad } from './load.ts';
import { median, spread } from './measure.ts';
import { actorsOf, openSessions } from './people.ts';
import type { Report } from './report.ts';
import type { Ground } from './school-ground.ts';

/** What people type: names with and without diacritics, rare and frequent ones, parts of codes. */
const searches = [
  'lo thi',
  'vang a',
  'nguyen thu ha',
  'Sùng A Páo',
  'quang van',
  'giang thi my',
  'khoang',
  '1100',
];

const tables = [
  'people.pupil',
  'people.enrolment',
  'people.school_class',
  'people.guardian',
  'organisation.unit',
] as const;

/** Rosters and searches, over HTTP with real sessions, and against the bare query. */
export async function measurePeoplePages({ bench, served, head }: Ground, report: Report): Promise<void> {
  const ask = async (paths: readonly string[], sessions: readonly string[], pauseMilliseconds = 0) =>
    (await runLoad({ origin: served.origin, paths, sessions, seconds: 6, pauseMilliseconds })).milliseconds;
  const actors = await actorsOf(bench, 'principal', 40);
  const principals = await openSessions(
    bench,
    actors.map(({ accountId }) => accountId),
  );
  const [leader = ''] = await openSessions(bench, [head.accountId]);

  report.section(
    'Pages of people',
    'Whole HTTP requests with a real session, from sending to the last byte.',
  );
  const roster = await ask(['/api/people/pupils'], principals.slice(0, 1));
  report.figure('Roster: first hundred pupils of a school by given name, nobody else there', spread(roster), {
    words: 'p50 under 30 ms',
    met: median(roster) < 30,
  });
  report.figure(
    'Roster, 40 principals at once, each asking again after a second',
    spread(await ask(['/api/people/pupils'], principals, 1000)),
  );
  report.figure(
    'Roster searched by name',
    spread(await ask(['/api/people/pupils?q=van', '/api/people/pupils?q=thi'], principals.slice(0, 1))),
  );
  const classes = await ask(['/api/people/classes'], principals.slice(0, 1));
  report.figure('Classes of a school', spread(classes), {
    words: 'p50 under 30 ms',
    met: median(classes) < 30,
  });
  report.figure('Staff of a school', spread(await ask(['/api/people/staff'], principals.slice(0, 1))));
  const found = await ask(
    searches.map((text) => `/api/people/pupil-search?q=${encodeURIComponent(text)}`),
    [leader],
  );
  report.figure(
    'Search over the whole province by name without diacritics, written to the audit trail',
    spread(found),
    {
      words: 'p50 under 100 ms',
      met: median(found) < 100,
    },
  );
  report.figure(
    'Figures of all schools (the department’s table)',
    spread(await ask(['/api/people/schools'], [leader])),
  );

  report.section(
    'The price of row-level security, people',
    'The statement in its transaction, by turns in one run; the copies have the same rows and indexes.',
  );
  await makeBareCopies(bench, tables);
  const readers = { secured: await openReader(bench), bare: await openReader(bench, tables) };
  const { rows } = await bench.owner.query<{ id: string; name: string }>(
    'SELECT id, name FROM organisation.school_year WHERE is_current',
  );
  const schoolYear = { id: rows[0]?.id ?? '', name: rows[0]?.name ?? '', isCurrent: true };
  const say = (
    what: string,
    { secured, bare, ratio }: Awaited<ReturnType<typeof compare>>,
    other = 'The same statement',
  ) => {
    report.figure(`${what} through row-level security`, spread(secured));
    report.figure(`${other} over bare copies as superuser`, spread(bare));
    report.figure('Ratio of the medians', ratio.toFixed(2), { words: 'below 1.5', met: ratio < 1.5 });
  };
  say(
    'Search over the province',
    await compare(80, (which, round) => {
      const text = searches[round % searches.length]!;
      return readers[which].time(settingsFor(head, 'bench'), (tx) =>
        which === 'secured' ? findPupils(tx, text, 20) : findBare(tx, text, 20),
      );
    }),
    'The plain statement',
  );
  say(
    'Roster of a school',
    await compare(80, (which, round) => {
      const actor = actors[round % actors.length]!;
      return readers[which].time(settingsFor(actor, 'bench'), (tx) =>
        listPupils(tx, { unitId: actor.unitId, schoolYear }, { after: null, limit: 101 }),
      );
    }),
  );
  await Promise.all([readers.secured.close(), readers.bare.close()]);
}

/** The question of `findPupils` as one writes it where no policy stands before the index. */
async function findBare(tx: ReadTx, text: string, limit: number): Promise<unknown> {
  return sql`
    SELECT p.id, p.full_name, p.birth_date, p.sector_code, p.status, u.name, c.name
    FROM people.pupil p JOIN organisation.unit u ON u.id = p.unit_id
    LEFT JOIN people.enrolment e ON e.pupil_id = p.id AND e.ends_on IS NULL
    LEFT JOIN people.school_class c ON c.id = e.class_id
    WHERE p.search_text LIKE organisation.fold(${`%${text}%`})
    ORDER BY p.given_name, p.family_name, p.id LIMIT ${limit}`.execute(tx);
}
