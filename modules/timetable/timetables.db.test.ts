import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type Person, type Said, type Served, serve } from '#tests/harness/served.ts';
import { assignedTeachingSeed } from '#tests/sample-province/assigned-teaching.ts';
import { defaultGoals } from './rules/index.ts';

// One lower-secondary school from its setup to the published timetable, without a search: lessons are laid by hand.

let hoaBan: Served;
let principal: Person;
let clerk: Person;

beforeAll(async () => {
  hoaBan = await serve(assignedTeachingSeed, '2025-08-25T08:00:00+07:00');
  principal = await hoaBan.as('hieutruong', 'principal');
  clerk = await hoaBan.as('vanthu', 'clerk');
});
afterAll(() => hoaBan?.close());

const put = (person: Person, url: string, body: object): Promise<Said> =>
  person.raw({
    method: 'PUT' as 'POST',
    url,
    payload: JSON.stringify(body),
    headers: { 'content-type': 'application/json' },
  });
const remove = (person: Person, url: string): Promise<Said> =>
  person.raw({ method: 'DELETE' as 'POST', url });
const setup = async (person: Person) => (await person.get('/api/timetable/setup?semester=1')).body;

describe('The setup', () => {
  test('comes from the rows of the school before it has set anything: half days, events, subjects, teachers', async () => {
    const shown = await setup(principal);
    expect(shown).toMatchObject({ version: 0, mayEdit: true, semester: 1 });
    expect(shown.findings.filter((one: { severity: string }) => one.severity === 'mustFix')).toEqual([]);
    expect(shown.lessons).toBeGreaterThan(shown.ground.classes.length * 25);
    expect(shown.ground.events.map(({ kind }: { kind: string }) => kind).sort()).toContain('flag');
    expect(shown.ground.frame.bells[0]).toEqual({
      half: 'morning',
      period: 1,
      startsAt: '07:00',
      endsAt: '07:45',
    });
  });

  test('is saved in parts, all faults at once, and the second of two who saw the same is told', async () => {
    const { ground } = await setup(principal);
    const wishes = [
      {
        of: 'staff',
        id: ground.teachers[0].id,
        at: { weekday: 4, half: 'afternoon', period: 1 },
        wish: 'closed',
      },
    ];
    const wrong = await put(principal, '/api/timetable/setup', {
      version: 0,
      frame: {
        ...ground.frame,
        bells: [{ half: 'morning', period: 1, startsAt: '08:00', endsAt: '07:00' }],
      },
      wishes: [...wishes, ...wishes],
    });
    expect(wrong).toMatchObject({ status: 422, body: { code: 'timetable.badSetup' } });
    expect(wrong.body.problems.map(({ path }: { path: string }) => path)).toEqual(
      expect.arrayContaining(['frame.bells.0', 'wishes.1']),
    );
    expect((await put(principal, '/api/timetable/setup', { version: 0, wishes })).body).toEqual({
      version: 1,
    });
    expect(await put(clerk, '/api/timetable/setup', { version: 0, wishes: [] })).toMatchObject({
      status: 409,
      body: { code: 'timetable.setupChangedMeanwhile', facts: { current: 1 } },
    });
    const after = await setup(clerk);
    expect(after.ground.wishes).toEqual(wishes);
    expect((await put(clerk, '/api/timetable/setup', { version: 1, wishes: [] })).status).toBe(200);
  });

  test('of a school that set its goals before there were all of them has the defaults of the others, and an older page leaves them', async () => {
    const older = {
      teacherGaps: 4,
      teacherHalfDays: 0,
      subjectSpread: 1,
      demandingEarly: 1,
      wishes: 2,
      evenDays: 0,
    };
    await hoaBan.db.owner.query('UPDATE timetable.frame SET goals = $1', [JSON.stringify(older)]);
    const read = await setup(principal);
    expect(read.goals).toEqual({ ...defaultGoals, ...older });
    const saved = await put(principal, '/api/timetable/setup', {
      version: read.version,
      goals: { ...read.goals, fairShare: 3 },
    });
    expect(saved.status).toBe(200);
    const again = await put(principal, '/api/timetable/setup', {
      version: saved.body.version,
      goals: { ...older, wishes: 4 },
    });
    expect(again.status).toBe(200);
    expect((await setup(principal)).goals).toEqual({ ...defaultGoals, ...older, fairShare: 3, wishes: 4 });
    const wrong = { version: again.body.version, goals: { fairShare: 5 } };
    expect((await put(principal, '/api/timetable/setup', wrong)).status).toBe(400);
  });

  test('is the office’s: a teacher is refused', async () => {
    const teacher = await hoaBan.as('giaovien', 'teacher');
    expect((await teacher.get('/api/timetable/setup')).status).toBe(403);
  });

  test('of a school whose teaching is not assigned names that in words and makes no timetable', async () => {
    const head = await hoaBan.as('hieutruong.thpt', 'principal');
    await hoaBan.db.owner.query(
      `UPDATE staffing.assignment_plan SET state = 'draft' FROM people.staff_member s JOIN identity.account a ON a.id = s.account_id
       WHERE a.username = 'hieutruong.thpt' AND s.unit_id = assignment_plan.unit_id`,
    );
    expect((await setup(head)).findings[0]).toMatchObject({
      severity: 'mustFix',
      message: expect.stringContaining('chưa công bố'),
      link: '/phan-cong',
    });
    const refused = await head.post('/api/timetable/solves', { semester: 1, seconds: 5 });
    expect(refused).toMatchObject({ status: 422, body: { code: 'timetable.nothingToLay' } });
  });
});

describe('A draft', () => {
  let draft: { id: string; version: number };
  const open = async (person: Person) => (await person.get(`/api/timetable/timetables/${draft.id}`)).body;
  const bare = ({ at, roomId, locked }: { at: unknown; roomId: unknown; locked: unknown }) => ({
    at,
    roomId,
    locked,
  });

  test('holds every lesson of the assignment, unplaced but the fixed events', async () => {
    const made = await principal.post('/api/timetable/timetables', { name: 'Bản nháp', semester: 1 });
    expect(made).toMatchObject({
      status: 200,
      body: { state: 'draft', figures: { mustFix: expect.any(Number) } },
    });
    draft = made.body;
    const { lessons, ground } = await open(principal);
    expect(lessons.filter(({ at }: { at: unknown }) => at)).toHaveLength(ground.classes.length * 2);
    expect(
      lessons.every((one: { kind: string; locked: boolean }) => one.kind !== 'event' || one.locked),
    ).toBe(true);
  });

  test('is changed by two people at once: different lessons are kept, in the same one the second hears both places', async () => {
    const { lessons } = await open(principal);
    const [first, second] = lessons.filter(({ at }: { at: unknown }) => !at);
    const to = (weekday: number) => ({ weekday, half: 'morning', period: 2 });
    const url = `/api/timetable/timetables/${draft.id}/lessons`;
    const move = (one: { id: string } & Record<string, unknown>, weekday: number) => ({
      changes: [{ lessonId: one.id, ...bare(one as never), at: to(weekday), seen: bare(one as never) }],
    });
    expect((await put(principal, url, move(first, 2))).body).toMatchObject({ saved: 1 });
    expect((await put(clerk, url, move(second, 3))).status).toBe(200);
    const late = await put(clerk, url, move(first, 4));
    expect(late).toMatchObject({
      status: 409,
      body: {
        code: 'timetable.lessonsChangedMeanwhile',
        facts: { current: [{ at: to(2) }], yours: [{ at: to(4) }] },
      },
    });
    const nowhere = await put(clerk, url, {
      changes: [
        {
          lessonId: first.id,
          at: { weekday: 2, half: 'morning', period: 7 },
          roomId: null,
          locked: false,
          seen: bare(first),
        },
      ],
    });
    expect(nowhere).toMatchObject({ status: 422, body: { code: 'timetable.badLessons' } });
    const seen = await open(principal);
    expect(seen.lessons.find(({ id }: { id: string }) => id === second.id).at).toEqual(to(3));
    expect(seen.timetable.version).toBe(draft.version + 2);
  });

  test('says who else has it open', async () => {
    const url = `/api/timetable/timetables/${draft.id}/presence`;
    await principal.post(url, {});
    const heard = await clerk.post(url, {});
    expect(heard.body.others).toHaveLength(1);
    // Of another run of the program, with another rehearsed day: before or after this one, nobody is there.
    for (const seenAt of ['2025-08-25T08:00:00+07:00', '2099-01-01T08:00:00+07:00']) {
      await hoaBan.db.owner.query('UPDATE timetable.presence SET seen_at = $2 WHERE timetable_id = $1', [
        draft.id,
        seenAt,
      ]);
      expect((await clerk.post(url, {})).body.others).toEqual([]);
    }
  });

  test('with lessons left is not published, and the reasons are named; a teacher does not see it', async () => {
    const { timetable } = await open(principal);
    const refused = await principal.post(`/api/timetable/timetables/${draft.id}/publish`, {
      version: timetable.version,
      fromWeek: 1,
      toWeek: 18,
    });
    expect(refused).toMatchObject({ status: 422, body: { code: 'timetable.notPublishable' } });
    expect(refused.body.problems[0].message).toContain('chưa xếp chỗ');
    const teacher = await hoaBan.as('giaovien', 'teacher');
    expect((await teacher.get(`/api/timetable/timetables/${draft.id}`)).status).toBe(404);
    expect((await teacher.get('/api/timetable/week')).body).toMatchObject({ timetable: null, lessons: [] });
  });

  test('is copied, renamed and deleted', async () => {
    const copy = (
      await clerk.post('/api/timetable/timetables', { name: 'Bản sao', semester: 1, copyOf: draft.id })
    ).body;
    expect(copy).toMatchObject({ parentId: draft.id, figures: { lessons: expect.any(Number) } });
    const renamed = await clerk.patch(`/api/timetable/timetables/${copy.id}`, {
      name: 'Tuần bão',
      version: copy.version,
    });
    expect(renamed.body.name).toBe('Tuần bão');
    expect((await remove(clerk, `/api/timetable/timetables/${copy.id}?version=${copy.version}`)).status).toBe(
      409,
    );
    expect(
      (await remove(clerk, `/api/timetable/timetables/${copy.id}?version=${renamed.body.version}`)).status,
    ).toBe(204);
  });

  test('of another school is not found', async () => {
    const upper = await hoaBan.as('hieutruong.thpt', 'principal');
    expect((await upper.get(`/api/timetable/timetables/${draft.id}`)).status).toBe(404);
  });
});
