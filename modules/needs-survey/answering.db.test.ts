import { v7 as uuidv7 } from 'uuid';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { type Served, serve } from '#tests/harness/served.ts';
import { type MovableClock, movableClock } from '../identity-access/testing.ts';
import { type TwoSchools, twoSchools } from '../people/pupils.fixture.ts';
import { holderOf, nameOf, provinceSeed } from '../plan/testing.ts';
import { addCode, addSurvey } from './testing.ts';

// The door without an account: a code opens the own pupil's form and nothing else.

const clock: MovableClock = movableClock('2025-10-10T08:00:00+07:00');
let hoaBan: Served;
let schools: TwoSchools;
let surveyId: string;
let code: string;

const answers = { reinforce: ['MATH', 'none'], lunch: 'yes', boarding: 'none', transport: 'walk' };

beforeAll(async () => {
  hoaBan = await serve(provinceSeed, clock);
  schools = await twoSchools(hoaBan.db);
  const { here, yearId } = schools;
  surveyId = await addSurvey(hoaBan.db, here, {
    schoolYearId: yearId,
    classIds: [here.classes['6A'], here.classes['9A']],
    accountId: holderOf(here, 'principal'),
  });
});
afterAll(() => hoaBan?.close());
beforeEach(async () => {
  await hoaBan.db.owner.query('DELETE FROM needs_survey.response');
  await hoaBan.db.owner.query('DELETE FROM people.code_attempt');
  await hoaBan.db.owner.query('DELETE FROM people.access_code');
  code = await addCode(hoaBan.db, schools.here, {
    id: schools.here.pupils['6A'],
    schoolYearId: schools.yearId,
  });
});

const open = (given: string) => hoaBan.stranger.post('/api/needs-survey/answering/open', { code: given });
const send = (more: object = {}) =>
  hoaBan.stranger.post('/api/needs-survey/answering/answer', {
    code,
    by: 'pupil',
    surveyId,
    answers,
    sendingId: uuidv7(),
    basedOn: 0,
    ...more,
  });
const kept = async () =>
  (await hoaBan.db.owner.query('SELECT answers, version, answered_by FROM needs_survey.response')).rows;

describe('a code in force', () => {
  test('opens the form of its pupil with the questions of the grade, however it is typed', async () => {
    const { status, body } = await open(` ${code.toLowerCase().replaceAll('-', ' ')} `);
    expect(status).toBe(200);
    expect(body.pupil).toMatchObject({ name: 'Lò Văn Ánh', className: '6A' });
    expect(body.survey).toMatchObject({ surveyId, state: 'open', answered: null });
    expect(body.survey.questions.map(({ id }: { id: string }) => id)).not.toContain('revision');
  });

  test('shows the final year its questions of revision', async () => {
    const nine = await addCode(hoaBan.db, schools.here, {
      id: schools.here.pupils['9A'],
      schoolYearId: schools.yearId,
    });
    const { body } = await open(nine);
    expect(body.survey.questions.map(({ id }: { id: string }) => id)).toContain('revision');
  });

  test('says when the class is asked nothing', async () => {
    const seven = await addCode(hoaBan.db, schools.here, {
      id: schools.here.pupils['7A'],
      schoolYearId: schools.yearId,
    });
    expect((await open(seven)).body).toMatchObject({ survey: null });
  });
});

describe('an answer', () => {
  test('is kept once; "none" beside a wish falls away', async () => {
    expect((await send()).body).toMatchObject({ version: 1 });
    expect(await kept()).toEqual([
      { answers: { ...answers, reinforce: ['MATH'] }, version: 1, answered_by: 'pupil' },
    ]);
  });

  test('sent again by the same device, after a lost network, is no second answer', async () => {
    const sendingId = uuidv7();
    const first = await send({ sendingId });
    const again = await send({ sendingId });
    expect(again.body).toEqual(first.body);
    expect(await kept()).toHaveLength(1);
  });

  test('replaces the one it is based on, also when the guardian sends it', async () => {
    await send();
    const changed = await send({ basedOn: 1, by: 'guardian', answers: { ...answers, lunch: 'none' } });
    expect(changed.body).toMatchObject({ version: 2 });
    expect(await kept()).toMatchObject([{ answers: { lunch: 'none' }, answered_by: 'guardian' }]);
  });

  test('that another one has overtaken is refused with both texts', async () => {
    await send();
    const late = await send({ answers: { ...answers, transport: 'boat' } });
    expect(late).toMatchObject({ status: 409, body: { code: 'needsSurvey.answeredMeanwhile' } });
    expect(late.body.facts).toMatchObject({
      yours: { answers: { transport: 'boat' } },
      current: { answers: { transport: 'walk' }, version: 1 },
    });
  });

  test('of twenty devices at once leaves one row', async () => {
    const sent = await Promise.all(Array.from({ length: 20 }, () => send()));
    expect(sent.filter(({ status }) => status === 200)).toHaveLength(1);
    expect(sent.filter(({ status }) => status === 409)).toHaveLength(19);
    expect(await kept()).toHaveLength(1);
  });

  test.each([
    ['an unknown question', { answers: { ...answers, salary: 'yes' } }, 'needsSurvey.badAnswers'],
    [
      'a question of another grade',
      { answers: { ...answers, revision: ['MATH'] } },
      'needsSurvey.badAnswers',
    ],
    ['a value that is no option', { answers: { ...answers, lunch: 'maybe' } }, 'needsSurvey.badAnswers'],
    ['nothing where an answer is needed', { answers: {} }, 'needsSurvey.badAnswers'],
    [
      'a text of 1500 letters',
      { answers: { ...answers, other: 'x'.repeat(1500) } },
      'needsSurvey.badAnswers',
    ],
    ['a text of 3000 letters', { answers: { ...answers, other: 'x'.repeat(3000) } }, 'http.invalidInput'],
    ['another survey', { surveyId: uuidv7() }, 'needsSurvey.notOpen'],
  ])('with %s is refused and nothing is kept', async (_what, more, expected) => {
    const refused = await send(more);
    expect(refused.status).toBeGreaterThanOrEqual(400);
    expect(refused.body.code).toBe(expected);
    expect(await kept()).toEqual([]);
  });

  test('of 40 kB is not even read', async () => {
    const huge = await send({ answers: { other: 'x'.repeat(40_000) } });
    expect(huge.status).toBe(413);
  });

  test('after closing is refused; what was answered stays to be read', async () => {
    await send();
    const { owner } = hoaBan.db;
    await owner.query(
      `UPDATE needs_survey.survey SET closes_at = '2025-10-09T17:00:00+07:00' WHERE id = $1`,
      [surveyId],
    );
    expect(await send({ basedOn: 1 })).toMatchObject({ status: 409, body: { code: 'needsSurvey.notOpen' } });
    expect((await open(code)).body.survey).toMatchObject({ state: 'closed', answered: { version: 1 } });
    await owner.query(
      `UPDATE needs_survey.survey SET closes_at = '2025-10-31T17:00:00+07:00' WHERE id = $1`,
      [surveyId],
    );
  });
});

describe('a code that does not open', () => {
  test('wrong, expired, taken back or nonsense: the same answer, word for word', async () => {
    const pupil = { id: schools.here.pupils['9A'], schoolYearId: schools.yearId };
    const expired = await addCode(hoaBan.db, schools.here, pupil, {
      expires_at: '2025-10-09T00:00:00+07:00',
    });
    const revoked = await addCode(hoaBan.db, schools.here, pupil, {
      holder: 'guardian',
      revoked_at: '2025-10-02T00:00:00+07:00',
    });
    const said = [];
    for (const given of [expired, revoked, 'ABCD-EFGH-JKLM', 'x', '']) {
      const { status, body } = await open(given);
      const { instance: _, ...rest } = body;
      said.push(JSON.stringify({ status, rest }));
    }
    expect(new Set(said).size).toBe(1);
    expect(said[0]).toContain('people.codeNotValid');
  });

  test('cannot be guessed on: after the limit the right one is refused too', async () => {
    for (let times = 0; times < 30; times += 1) await open(`ABCD-EFGH-JK${10 + times}`);
    expect(await open(code)).toMatchObject({ status: 429 });
    expect(await send()).toMatchObject({ status: 429 });
    expect(await kept()).toEqual([]);
    clock.pass(16);
    expect((await open(code)).status).toBe(200);
  });

  test('of another pupil answers for that pupil only: there is no way to name one', async () => {
    await send({ pupilId: schools.here.pupils['9A'] });
    const { rows } = await hoaBan.db.owner.query('SELECT pupil_id FROM needs_survey.response');
    expect(rows).toEqual([{ pupil_id: schools.here.pupils['6A'] }]);
  });
});

test('a signed-in clerk has no form of the own to answer', async () => {
  const clerk = await hoaBan.as(nameOf(schools.here, 'principal'), 'principal');
  expect((await clerk.get('/api/needs-survey/mine')).status).toBe(403);
});
