import { settingsFor } from '#modules/identity-access';
import { type RollOverSummary, rollOverAll } from '#modules/people';
import { makeBareCopies } from './bare.ts';
import { grouped, inWords, median, timed } from './measure.ts';
import type { Report } from './report.ts';
import type { Ground } from './school-ground.ts';

/** After the last day of the school year, before the first of the next. */
const now = new Date('2026-06-20T08:00:00+07:00');

/** Thrown to take back what a round that is only measured has written. */
class TakenBack extends Error {}

/** The step of every school into the next year. */
export async function measureRollOver({ bench, head }: Ground, report: Report): Promise<void> {
  await bench.owner.query(
    `INSERT INTO organisation.school_year (id, department_id, name, starts_on, ends_on, opens_on, is_current, source_note)
     VALUES (gen_random_uuid(), $1, '2026-2027', '2026-08-24', '2027-05-31', '2026-09-05', false, 'bench')`,
    [head.departmentId],
  );
  const step = async (work: 'dryRun' | 'execute') => {
    let summary: RollOverSummary | undefined;
    const { milliseconds } = await timed(() =>
      bench.database
        .write(settingsFor(head, 'bench'), async (tx) => {
          summary = await rollOverAll(tx, { actor: head, now }, undefined, work);
          throw new TakenBack();
        })
        .catch((error) => {
          if (!(error instanceof TakenBack)) throw error;
        }),
    );
    return { milliseconds, summary };
  };
  const dry = [await step('dryRun'), await step('dryRun'), await step('dryRun')];
  const done = [await step('execute'), await step('execute'), await step('execute')];
  const { stepped = [], blocked = [] } = done[0]?.summary ?? {};
  const pupils = stepped.reduce((sum, { proposal }) => sum + proposal.steps.length, 0);
  report.section(
    'The step into the next year',
    'The whole province in one transaction, taken back after each round.',
  );
  report.figure(
    `Dry run: where each of ${grouped(pupils)} pupils goes`,
    `${inWords(median(dry.map(({ milliseconds }) => milliseconds)))} (median of 3)`,
  );
  const executed = median(done.map(({ milliseconds }) => milliseconds));
  report.figure(
    `Carried out in ${stepped.length} schools (${blocked.length} had something to solve first)`,
    `${inWords(executed)} (median of 3)`,
  );
  const bare = await bareStep(bench);
  report.figure(
    'Bare statements on copies: end the old places, insert new ones, movements and traces',
    `${inWords(median(bare))} (median of 3)`,
  );
  report.figure('Ratio of the medians', (executed / median(bare)).toFixed(1));
}

/** The rows of a step written into copies with indexes, without policies, keys and triggers. */
async function bareStep(bench: Ground['bench']): Promise<number[]> {
  await bench.owner.query('DROP SCHEMA IF EXISTS bare CASCADE');
  await makeBareCopies(bench, [
    'people.enrolment',
    'people.movement',
    'people.roll_over_row',
    'people.school_class',
    'people.pupil',
  ]);
  const client = await bench.owner.connect();
  const sample: number[] = [];
  try {
    for (let round = 0; round < 3; round++) {
      const { milliseconds } = await timed(async () => {
        await client.query('BEGIN');
        await client.query(
          `INSERT INTO bare.roll_over_row (roll_over_id, pupil_id, unit_id, department_id, outcome, from_class_id, to_class_id,
             old_enrolment_id, new_enrolment_id)
           SELECT gen_random_uuid(), e.pupil_id, e.unit_id, e.department_id,
             CASE WHEN c.grade IN (9, 12) THEN 'graduated' ELSE 'promoted' END, c.id, c.id, e.id, gen_random_uuid()
           FROM bare.enrolment e JOIN bare.school_class c ON c.id = e.class_id WHERE e.ends_on IS NULL`,
        );
        await client.query(
          `UPDATE bare.enrolment e SET ends_on = '2026-05-31', ended_as = 'completed'
           FROM bare.roll_over_row r WHERE e.id = r.old_enrolment_id`,
        );
        await client.query(
          `INSERT INTO bare.enrolment (id, pupil_id, unit_id, department_id, school_year_id, class_id, starts_on, repeating)
           SELECT r.new_enrolment_id, r.pupil_id, r.unit_id, r.department_id, y.id, r.to_class_id, '2026-06-20', false
           FROM bare.roll_over_row r, organisation.school_year y WHERE y.name = '2026-2027' AND r.outcome = 'promoted'`,
        );
        await client.query(
          `UPDATE bare.pupil p SET status = 'graduated' FROM bare.roll_over_row r WHERE r.outcome = 'graduated' AND p.id = r.pupil_id`,
        );
        await client.query(
          `INSERT INTO bare.movement (id, pupil_id, unit_id, department_id, school_year_id, kind, happened_on, from_class_id,
             to_class_id, recorded_at)
           SELECT gen_random_uuid(), r.pupil_id, r.unit_id, r.department_id, y.id, r.outcome, '2026-06-20', r.from_class_id,
             r.to_class_id, now()
           FROM bare.roll_over_row r, organisation.school_year y WHERE y.name = '2026-2027'`,
        );
        await client.query('ROLLBACK');
      });
      sample.push(milliseconds);
    }
  } finally {
    client.release();
  }
  return sample;
}
