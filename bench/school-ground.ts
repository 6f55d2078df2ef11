import type { Actor } from '#modules/identity-access';
import { demoOptions, generateDemoProvince, generateSchoolPeople } from '#tests/sample-province/generate.ts';
import { loadPeople, loadProvince } from '#tests/sample-province/load.ts';
import type { BenchDatabase, BenchServer } from './database.ts';
import { grouped, inWords, timed } from './measure.ts';
import { headOf } from './people.ts';
import type { Report } from './report.ts';
import { measureImport } from './school-import.ts';
import { measurePeoplePages } from './school-pages.ts';
import { measurePlans } from './school-plans.ts';
import { measureRollOver } from './school-roll-over.ts';
import { measureSurvey } from './school-survey.ts';
import { type Served, serveProduct } from './servers.ts';

/** The loaded province and the product that serves it. */
export interface Ground {
  readonly bench: BenchDatabase;
  readonly served: Served;
  readonly head: Actor;
}

/** What is measured, each with a section of its own, in this order: roll-over last, for it moves everybody. */
const measures: readonly ((ground: Ground, report: Report) => Promise<void>)[] = [
  measurePeoplePages,
  measurePlans,
  measureImport,
  measureSurvey,
  measureRollOver,
];

/** Loads the whole province with everybody in its schools and measures the work of schools on it. */
export async function measureSchoolGround(server: BenchServer, report: Report): Promise<void> {
  const bench = await server.open('ground');
  const head = await loadGround(bench, report);
  const served = await serveProduct(bench);
  try {
    for (const measure of measures) await measure({ bench, served, head }, report);
  } finally {
    await served.close();
  }
}

async function loadGround(bench: BenchDatabase, report: Report): Promise<Actor> {
  const province = generateDemoProvince();
  await loadProvince(bench.owner, province, { passwordHash: 'nobody signs in', mustChangePassword: false });
  const schools = province.units.filter((unit) => unit.kind === 'school');
  const first = schools[0]?.code;
  const one = await timed(() =>
    loadPeople(bench.owner, { schools: generateSchoolPeople(demoOptions, ({ code }) => code === first) }),
  );
  const whole = await timed(() =>
    loadPeople(bench.owner, { schools: generateSchoolPeople(demoOptions, ({ code }) => code !== first) }),
  );
  await bench.owner.query('VACUUM (ANALYZE)');
  const { rows } = await bench.owner.query<Record<'pupils' | 'staff' | 'classes' | 'all', number>>(`
    SELECT (SELECT count(*) FROM people.pupil) AS pupils, (SELECT count(*) FROM people.staff_member) AS staff,
      (SELECT count(*) FROM people.school_class) AS classes,
      (SELECT sum(c.reltuples)::bigint FROM pg_class c WHERE c.relkind = 'r' AND c.relnamespace = 'people'::regnamespace) AS all`);
  const { pupils = 0, staff = 0, classes = 0, all = 0 } = rows[0] ?? {};
  report.section(
    'Loading the schools',
    `The demo province with everybody in its ${schools.length} schools and centres: ${grouped(pupils)} pupils, ${grouped(classes)} classes, ` +
      `${grouped(staff)} people who work there, generated and written by COPY in one transaction with all indexes and keys.`,
  );
  report.figure(`The whole province: ${grouped(all)} rows`, inWords(whole.milliseconds), {
    words: 'under 3 min',
    met: whole.milliseconds < 180_000,
  });
  report.figure('One school', inWords(one.milliseconds), {
    words: 'under 2 s',
    met: one.milliseconds < 2000,
  });
  return headOf(bench, province.departmentId);
}
