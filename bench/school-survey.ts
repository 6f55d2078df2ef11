import { randomBytes, randomUUID } from 'node:crypto';
import { v7 as uuidv7 } from 'uuid';
import { hashAccessCode } from '#modules/people';
import { writeCode } from '../modules/people/rules/access-code.ts';
import { runBurst } from './burst.ts';
import { openClient } from './client.ts';
import { grouped, median, percentile, repeat, spread } from './measure.ts';
import { actorsOf, clock, openSessions } from './people.ts';
import type { Report } from './report.ts';
import type { Ground } from './school-ground.ts';

const answersPerSecond = 300;
const seconds = 15;
const schools = 30;

/** What most answer to the ready form. */
const usualAnswers = {
  club: ['reading', 'arts'],
  sport: ['football'],
  stem: ['digital'],
  lunch: 'yes',
  boarding: 'none',
  transport: 'walk',
};

interface Asked {
  readonly code: string;
  readonly surveyId: string;
}

/** Answers of the needs survey coming in from many schools at once. */
export async function measureSurvey({ bench, served }: Ground, report: Report): Promise<void> {
  const asked = await openSurveys({ bench, served });
  const wanted = answersPerSecond * seconds;
  if (asked.length < wanted + 100) throw new RangeError(`only ${asked.length} pupils are asked`);
  const body = ({ code, surveyId }: Asked) =>
    JSON.stringify({
      code,
      by: 'guardian',
      surveyId,
      answers: usualAnswers,
      sendingId: randomUUID(),
      basedOn: 0,
    });
  report.section(
    'A burst of survey answers',
    `${grouped(asked.length)} pupils of ${schools} schools are asked; answers with a code and no account arrive at a steady rate, each counted ` +
      'from the moment it was due.',
  );
  const url = `${served.origin}/api/needs-survey/answering/answer`;
  const { milliseconds, statuses, perSecond } = await runBurst({
    url,
    bodies: asked.slice(0, wanted).map(body),
    perSecond: answersPerSecond,
  });
  const kept = statuses[200] ?? 0;
  report.figure(
    `${answersPerSecond} answers a second for ${seconds} s: ${grouped(kept)} of ${grouped(wanted)} kept`,
    `${spread(milliseconds)}, ${grouped(perSecond)} answers/s`,
    { words: 'all kept, p99 under 1 s', met: kept === wanted && percentile(milliseconds, 0.99) < 1000 },
  );
  const client = openClient(served.origin, '');
  const alone = await repeat(60, (round) =>
    client.send('POST', '/api/needs-survey/answering/answer', JSON.parse(body(asked[wanted + round]!))),
  );
  const bare = await bareAnswers({ bench });
  report.figure('One answer, nobody else there', spread(alone));
  report.figure('A bare insert of an answer, committed', spread(bare));
  report.figure('Ratio of the medians', (median(alone) / median(bare)).toFixed(1));
}

/** Surveys in many schools, opened by their principals, and a code for each pupil as printed slips have it. */
async function openSurveys({ bench, served }: Pick<Ground, 'bench' | 'served'>): Promise<Asked[]> {
  const principals = await actorsOf(bench, 'principal', schools);
  const cookies = await openSessions(
    bench,
    principals.map(({ accountId }) => accountId),
  );
  const asked: Asked[] = [];
  for (const [at, { unitId }] of principals.entries()) {
    const client = openClient(served.origin, cookies[at] ?? '');
    const { id: formId } = await client.send<{ id: string }>('POST', '/api/needs-survey/forms', {
      title: 'Nhu cầu học buổi 2',
    });
    const { rows: classes } = await bench.owner.query<{ id: string }>(
      'SELECT id FROM people.school_class WHERE unit_id = $1',
      [unitId],
    );
    const { id: surveyId } = await client.send<{ id: string }>('POST', '/api/needs-survey/surveys', {
      formId,
      title: 'Khảo sát nhu cầu học buổi 2',
      classIds: classes.map(({ id }) => id),
      opensAt: '2025-10-01T00:00:00+07:00',
      closesAt: '2025-11-01T00:00:00+07:00',
    });
    asked.push(...(await makeCodes(bench, unitId ?? '')).map((code) => ({ code, surveyId })));
  }
  return asked;
}

async function makeCodes({ owner }: Ground['bench'], unitId: string): Promise<string[]> {
  const { rows } = await owner.query<{ id: string; department: string; year: string }>(
    `SELECT p.id, p.department_id AS department, e.school_year_id AS year
     FROM people.pupil p JOIN people.enrolment e ON e.pupil_id = p.id AND e.ends_on IS NULL WHERE p.unit_id = $1`,
    [unitId],
  );
  const codes = rows.map(() => writeCode(randomBytes(12)));
  const made = rows.map(({ id, department, year }, at) => ({
    id: uuidv7(),
    unit_id: unitId,
    department_id: department,
    school_year_id: year,
    pupil_id: id,
    holder: 'guardian',
    code_hash: `\\x${hashAccessCode(codes[at]!.replaceAll('-', '')).toString('hex')}`,
    made_at: clock.now(),
    expires_at: '2026-08-31T00:00:00+07:00',
  }));
  const columns =
    'id, unit_id, department_id, school_year_id, pupil_id, holder, code_hash, made_at, expires_at';
  await owner.query(
    `INSERT INTO people.access_code (${columns}) SELECT ${columns} FROM jsonb_populate_recordset(NULL::people.access_code, $1)`,
    [JSON.stringify(made)],
  );
  return codes;
}

/** Milliseconds of inserting one answer into a copy of the table and committing. */
async function bareAnswers({ bench: { owner } }: Pick<Ground, 'bench'>): Promise<number[]> {
  await owner.query('CREATE SCHEMA IF NOT EXISTS bare');
  await owner.query('CREATE TABLE bare.response (LIKE needs_survey.response INCLUDING INDEXES)');
  const { rows } = await owner.query<{ text: string }>(
    `SELECT to_jsonb(r)::text AS text FROM needs_survey.response r LIMIT 100`,
  );
  return repeat(60, (round) =>
    owner.query(
      'INSERT INTO bare.response SELECT * FROM jsonb_populate_record(NULL::needs_survey.response, $1)',
      [
        rows[round % rows.length]?.text
          .replace(/"id": "[^"]+"/, `"id": "${randomUUID()}"`)
          .replace(/"pupil_id": "[^"]+"/, `"pupil_id": "${randomUUID()}"`),
      ],
    ),
  );
}
