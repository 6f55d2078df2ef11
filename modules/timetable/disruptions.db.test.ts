import { v7 as uuidv7 } from 'uuid';
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import { fixedClock } from '#platform/clock';
import { readWorkbook } from '#platform/documents';
import { runDueJobsNow } from '#platform/jobs';
import { type Person, type Served, serve } from '#tests/harness/served.ts';
import { assignedTeachingSeed } from '#tests/sample-province/assigned-teaching.ts';
import { movableClock } from '../identity-access/testing.ts';
import { timetableTasks } from './index.ts';

// A published week in which somebody falls ill, a day is flooded and a class learns online: who stands in, who is told, what comes back.

const now = '2025-09-08T08:00:00+07:00';
const clock = movableClock(now);
let hoaBan: Served;
let principal: Person;
let teacher: Person;
let week: {
  myStaffId: string;
  lessons: {
    id: string;
    staffIds: string[];
    classIds: string[];
    kind: string;
    roomId: string | null;
    duration: number;
    at: { weekday: number; half: string; period: number };
  }[];
};

beforeAll(async () => {
  hoaBan = await serve(assignedTeachingSeed, clock);
  principal = await hoaBan.as('hieutruong', 'principal');
  teacher = await hoaBan.as('giaovien', 'teacher');
  const asked = await principal.post('/api/timetable/solves', { semester: 1, seconds: 300 });
  const tasks = timetableTasks({ database: hoaBan.db.database, clock: fixedClock(now), log: () => {} });
  const working = runDueJobsNow({
    ownerUrl: hoaBan.db.ownerUrl,
    tasks: { ...tasks, 'plan.mailDigest': async () => {} },
  });
  const url = `/api/timetable/solves/${asked.body.id}`;
  await vi.waitFor(async () => expect((await principal.get(url)).body.progress.at(-1)?.unplaced).toBe(0), {
    timeout: 60_000,
    interval: 300,
  });
  await principal.post(`${url}/stop`, {});
  await working;
  const { items } = (await principal.get('/api/timetable/timetables')).body;
  await principal.post(`/api/timetable/timetables/${items[0].id}/publish`, {
    version: items[0].version,
    fromWeek: 1,
    toWeek: 18,
  });
  week = (await teacher.get('/api/timetable/week')).body;
});
afterAll(() => hoaBan?.close());

const mine = () =>
  week.lessons.filter(({ staffIds, classIds }) => staffIds.includes(week.myStaffId) && classIds.length > 0);
const pick = ({ half, period }: { half: string; period: number }) => ({ half, period });
/** Days of the lessons in the teacher's phone calendar, 'YYYYMMDD'. */
async function calendarDays(): Promise<string[]> {
  return [...(await calendar()).matchAll(/DTSTART:(\d{8})T/g)].map(([, day]) => day!);
}
/** Stamps of the event of a lesson in a week in that calendar. */
async function calendarStamps(lessonId: string, number: number) {
  const event = (await calendar())
    .split('BEGIN:VEVENT')
    .find((text) => text.includes(`UID:${lessonId}.${number}\r`));
  const value = (name: string) => new RegExp(`^${name}:(.*)\r$`, 'm').exec(event ?? '')?.[1];
  return { stamp: value('DTSTAMP')!, modified: value('LAST-MODIFIED')!, sequence: Number(value('SEQUENCE')) };
}
async function calendar(): Promise<string> {
  const { address } = (await teacher.post('/api/timetable/calendar-feed', {})).body;
  return (await hoaBan.stranger.get(new URL(address).pathname)).bytes.toString();
}
const changes = async (person: Person, number = 1) =>
  (await person.get(`/api/timetable/week?week=${number}`)).body.changes;

describe('A teacher who is away', () => {
  const query = () => `staffId=${week.myStaffId}&fromDay=2025-09-10&toDay=2025-09-11`;
  const lost = () => mine().filter(({ at }) => at.weekday === 3 || at.weekday === 4);

  test('has substitutes proposed, each free then, nobody twice at a time, with the reasons', async () => {
    const { body } = await principal.get(`/api/timetable/substitutes?${query()}`);
    expect(body.items.map(({ lessonId }: { lessonId: string }) => lessonId).sort()).toEqual(
      lost()
        .map(({ id }) => id)
        .sort(),
    );
    const taken = new Set<string>();
    for (const { day, at, chosen, candidates } of body.items) {
      expect(candidates[0]).toMatchObject({
        nearness: expect.any(String),
        load: expect.any(Number),
        stoodIn: expect.any(Number),
      });
      const key = `${chosen.staffId} ${day} ${at.half} ${at.period}`;
      expect(taken.has(key)).toBe(false);
      taken.add(key);
      const busy = week.lessons.some(
        (one) => one.staffIds.includes(chosen.staffId) && JSON.stringify(one.at) === JSON.stringify(at),
      );
      expect(busy).toBe(false);
      expect(chosen.staffId).not.toBe(week.myStaffId);
    }
  });

  test('is recorded with them; somebody who is not free is refused; those concerned see it and are told, but not why', async () => {
    const { items } = (await principal.get(`/api/timetable/substitutes?${query()}`)).body;
    const wish = {
      kind: 'teacherAway',
      staffId: week.myStaffId,
      fromDay: '2025-09-10',
      toDay: '2025-09-11',
      reason: 'Ốm, có giấy của trạm y tế',
    };
    const [first, ...others] = items;
    const busy = week.lessons.find(
      ({ staffIds, at, id }) =>
        id !== first.lessonId && JSON.stringify(at) === JSON.stringify(first.at) && staffIds.length > 0,
    )!;
    const wrong = await principal.post('/api/timetable/disruptions', {
      ...wish,
      substitutes: [{ lessonId: first.lessonId, day: first.day, staffId: busy.staffIds[0] }],
    });
    expect(wrong).toMatchObject({ status: 422, body: { code: 'timetable.badDisruption' } });
    const recorded = await principal.post('/api/timetable/disruptions', {
      ...wish,
      substitutes: others.map((one: { lessonId: string; day: string; chosen: { staffId: string } }) => ({
        lessonId: one.lessonId,
        day: one.day,
        staffId: one.chosen.staffId,
      })),
    });
    expect(recorded.body).toMatchObject({
      disruption: { lessons: items.length, cancelled: 1 },
      told: expect.any(Number),
    });
    expect(recorded.body.told).toBeGreaterThan(0);
    const seen = await changes(teacher);
    expect(seen).toHaveLength(items.length);
    expect(seen.filter(({ kind }: { kind: string }) => kind === 'cancelled')).toHaveLength(1);
    expect((await calendarDays()).filter((day) => ['20250910', '20250911'].includes(day))).toEqual([]);
    const { body: notices } = await teacher.get('/api/plan/notices');
    expect(notices.items[0].title).toContain('Có tiết dạy thay');
    expect(JSON.stringify(notices)).not.toContain('trạm y tế');
    expect((await teacher.get('/api/timetable/disruptions')).status).toBe(403);
    // Whoever stands in is named to colleagues, and to pupils and guardians of the class, whose teacher it is not otherwise.
    const pupil = await hoaBan.as('hocsinh', 'pupil');
    const own = (await pupil.get('/api/timetable/week?week=1')).body;
    const known = new Set(own.teachers.map(({ id }: { id: string }) => id));
    const stranger = week.lessons.flatMap(({ staffIds }) => staffIds).find((id) => !known.has(id));
    const lesson = own.lessons.find(
      ({ id, staffIds }: { id: string; staffIds: string[] }) =>
        staffIds.includes(week.myStaffId) && id !== first.lessonId,
    );
    const { rows } = await hoaBan.db.owner.query(
      `INSERT INTO timetable.day_change (id, disruption_id, unit_id, department_id, lesson_id, day, kind, away_id, staff_id)
      SELECT $4, d.id, d.unit_id, d.department_id, $2, '2025-09-13', 'substituted', d.staff_id, $3 FROM timetable.disruption d WHERE d.id = $1 RETURNING id`,
      [recorded.body.disruption.id, lesson.id, stranger, uuidv7()],
    );
    for (const person of [teacher, pupil, await hoaBan.as('chame', 'guardian')]) {
      const { body: shown } = await person.get('/api/timetable/week?week=1');
      const named = new Set(shown.teachers.map(({ id }: { id: string }) => id));
      const standsIn = shown.changes.filter(({ kind }: { kind: string }) => kind === 'substituted');
      const ids = standsIn.flatMap(({ absent }: { absent: { standInId: string }[] }) =>
        absent.map(({ standInId }) => standInId),
      );
      expect(ids).toContain(stranger);
      expect(ids.every((id: string) => named.has(id))).toBe(true);
    }
    await hoaBan.db.owner.query('DELETE FROM timetable.day_change WHERE id = $1', [rows[0].id]);
    const again = (await principal.get(`/api/timetable/substitutes?${query()}`)).body.items;
    expect(
      again.some(({ candidates }: { candidates: { stoodIn: number }[] }) =>
        candidates.some(({ stoodIn }) => stoodIn > 0),
      ),
    ).toBe(true);
  });

  test('has the lost lesson made up when class and teacher are free', async () => {
    const [disruption] = (await principal.get('/api/timetable/disruptions')).body.items;
    const url = `/api/timetable/disruptions/${disruption.id}/make-up?untilDay=2025-10-04`;
    const { items } = (await principal.get(url)).body;
    expect(items).toMatchObject([
      { title: expect.any(String), lost: { day: expect.any(String) }, place: { day: expect.any(String) } },
    ]);
    expect((await teacher.get(url)).status).toBe(403);
    const keep = (place: object) =>
      principal.post(`/api/timetable/disruptions/${disruption.id}/make-up`, {
        version: disruption.version,
        untilDay: '2025-10-04',
        places: [{ changeId: items[0].changeId, ...items[0].place, ...place }],
      });
    const taken = mine()[0]!.at;
    const wrong = await keep({ day: `2025-09-${14 + taken.weekday}`, ...pick(taken) });
    expect(wrong.body).toMatchObject({
      code: 'timetable.badDisruption',
      problems: [{ path: 'places.0', message: expect.stringMatching(/không trống|bận/) }],
    });
    const done = await keep({});
    expect(done.body).toMatchObject({ placed: 1, left: 0 });
    const change = (await changes(principal)).find(({ kind }: { kind: string }) => kind === 'madeUp');
    expect(change.to).toMatchObject({ day: items[0].place.day, period: items[0].place.period });
    expect(change.to.day > '2025-09-11').toBe(true);
    const stale = await keep({});
    expect(stale.body.code).toBe('timetable.disruptionChangedMeanwhile');
  });
});

test('Pupils are told of a lesson that falls away, not of who stands in; who was to stand in is told that it is not needed', async () => {
  const pupil = await hoaBan.as('hocsinh', 'pupil');
  const [classId] = (await pupil.get('/api/timetable/week?week=16')).body.myClassIds;
  const { at } = mine().find(({ classIds }) => classIds.includes(classId))!;
  const day = `2025-12-${21 + at.weekday}`;
  const wish = {
    ...{ kind: 'teacherAway', staffId: week.myStaffId, fromDay: day, toDay: day },
    reason: 'Ốm',
  };
  const titlesOf = async (account: string) => {
    const { rows } = await hoaBan.db.owner.query(
      `SELECT n.title FROM plan.notice n LEFT JOIN people.staff_member m ON m.account_id = n.account_id
      JOIN identity.account a ON a.id = n.account_id
      WHERE (m.id::text = $1 OR a.username = $1) AND n.title LIKE '%12/2025' ORDER BY n.id`,
      [account],
    );
    return rows.map(({ title }) => title.split(':')[0]);
  };
  const end = ({ id, version }: { id: string; version: number }) =>
    principal.post(`/api/timetable/disruptions/${id}/end`, { version, fromDay: day });
  const lost = await principal.post('/api/timetable/disruptions', wish);
  expect(await titlesOf('hocsinh')).toEqual(['Có tiết nghỉ']);
  await end(lost.body.disruption);
  const back = `Trở lại thời khoá biểu thường ngày từ ${day.split('-').reverse().join('/')}`;
  expect(await titlesOf('hocsinh')).toEqual(['Có tiết nghỉ', back]);
  const { items } = (
    await principal.get(`/api/timetable/substitutes?staffId=${week.myStaffId}&fromDay=${day}&toDay=${day}`)
  ).body;
  const substitutes = items.map((one: { lessonId: string; chosen: { staffId: string } }) => ({
    ...{ lessonId: one.lessonId, day, staffId: one.chosen.staffId },
  }));
  const stoodIn = await principal.post('/api/timetable/disruptions', { ...wish, substitutes });
  await end(stoodIn.body.disruption);
  expect(await titlesOf('hocsinh')).toEqual(['Có tiết nghỉ', back]);
  // The principal, who does it, is not told even as a stand-in.
  const { rows } = await hoaBan.db.owner.query(
    `SELECT m.id FROM people.staff_member m JOIN identity.account a ON a.id = m.account_id
    WHERE m.id = ANY ($1) AND a.username <> 'hieutruong'`,
    [substitutes.map(({ staffId }: { staffId: string }) => staffId)],
  );
  expect(rows.length).toBeGreaterThan(0);
  for (const { id } of rows) expect((await titlesOf(id)).slice(-2)).toEqual(['Có tiết dạy thay', back]);
});

describe('A class that learns online', () => {
  test('needs a link, is shown to its pupils with it, and comes back from a day on', async () => {
    const pupil = await hoaBan.as('hocsinh', 'pupil');
    const own = (await pupil.get('/api/timetable/week?week=3')).body;
    const wish = {
      kind: 'online',
      classId: own.myClassIds[0],
      fromDay: '2025-09-22',
      toDay: '2025-09-27',
      reason: 'Mưa lũ, đường vào bản bị sạt lở',
    };
    expect((await principal.post('/api/timetable/disruptions', wish)).body.problems).toMatchObject([
      { path: 'link' },
    ]);
    const { body } = await principal.post('/api/timetable/disruptions', {
      ...wish,
      link: 'https://lop.example/6a',
    });
    expect(body.disruption).toMatchObject({ about: 'Lớp 6A', lessons: own.lessons.length, cancelled: 0 });
    const seen = await changes(pupil, 3);
    expect(seen).toHaveLength(own.lessons.length);
    expect(seen[0]).toMatchObject({ kind: 'online', link: 'https://lop.example/6a' });
    const { body: notices } = await pupil.get('/api/plan/notices');
    expect(notices.items[0]).toMatchObject({ title: expect.stringContaining('trực tuyến') });
    const { address } = (await pupil.post('/api/timetable/calendar-feed', {})).body;
    const feed = (await hoaBan.stranger.get(new URL(address).pathname)).bytes.toString();
    expect(feed.replaceAll('\r\n ', '').match(/https:\/\/lop\.example\/6a/g)).toHaveLength(seen.length);
    const ended = await principal.post(`/api/timetable/disruptions/${body.disruption.id}/end`, {
      version: body.disruption.version,
      fromDay: '2025-09-25',
    });
    expect(ended.body.disruption).toMatchObject({ endedOn: '2025-09-25' });
    const left = await changes(pupil, 3);
    expect(left.length).toBeLessThan(seen.length);
    expect(left.every(({ day }: { day: string }) => day < '2025-09-25')).toBe(true);
  });

  test('of another school is out of reach, and days without a timetable are refused', async () => {
    const upper = await hoaBan.as('hieutruong.thpt', 'principal');
    const wish = { kind: 'noSchool', fromDay: '2025-09-15', toDay: '2025-09-15', reason: 'Lũ quét' };
    const school = (await principal.get('/api/timetable/week')).body.school.id;
    expect((await upper.post('/api/timetable/disruptions', { ...wish, schoolId: school })).status).toBe(403);
    expect((await upper.post('/api/timetable/disruptions', wish)).body.code).toBe(
      'timetable.nothingPublished',
    );
    const back = await principal.post('/api/timetable/disruptions', { ...wish, toDay: '2025-09-14' });
    expect(back.body.code).toBe('timetable.badDisruption');
  });
});

interface Move {
  lessonId: string;
  title: string;
  from: { day: string; half: string; period: number; roomId: string | null };
  to: { day: string; half: string; period: number; roomId: string | null };
}
const bare = (moves: readonly Move[]) => moves.map(({ title: _, ...move }) => move);

/** Pairs of single lessons of one class on two days whose teachers and rooms are free at each other's hour. */
function exchanges(firstDay: number, secondDay: number) {
  type Lesson = (typeof week.lessons)[number];
  const same = (one: object, other: object) => JSON.stringify(one) === JSON.stringify(other);
  const on = (weekday: number) =>
    week.lessons.filter(
      ({ at, kind, classIds, duration }) =>
        at.weekday === weekday && kind === 'lesson' && classIds.length === 1 && duration === 1,
    );
  const goes = (lesson: Lesson, at: Lesson['at'], besides: Lesson) =>
    week.lessons.every(
      (other) =>
        other === besides ||
        !same(other.at, at) ||
        !(
          other.staffIds.some((id) => lesson.staffIds.includes(id)) ||
          (lesson.roomId && other.roomId === lesson.roomId)
        ),
    );
  return on(firstDay).flatMap((one) =>
    on(secondDay).flatMap((other) =>
      same(one.classIds, other.classIds) && goes(one, other.at, other) && goes(other, one.at, one)
        ? [[one, other] as const]
        : [],
    ),
  );
}

describe('A teacher whose lessons are moved within the week', () => {
  const days = 'fromDay=2025-10-01&toDay=2025-10-01';
  const wish = () => ({
    kind: 'teacherAway',
    staffId: week.myStaffId,
    fromDay: '2025-10-01',
    toDay: '2025-10-01',
    reason: 'Đi tập huấn',
  });
  const lostOnDay = () => mine().filter(({ at, kind }) => at.weekday === 3 && kind === 'lesson');

  test('has the fewest moves proposed and saves nothing; moves that clash are refused with the reason', async () => {
    const { body } = await principal.get(`/api/timetable/moves?staffId=${week.myStaffId}&${days}`);
    const [proposed] = body.weeks;
    expect(['proved', 'found']).toContain(proposed.outcome);
    const moved = new Set(proposed.moves.map(({ lessonId }: Move) => lessonId));
    for (const { id } of lostOnDay()) expect(moved.has(id)).toBe(true);
    expect(proposed.moves.length).toBeGreaterThanOrEqual(proposed.lowerBound);
    expect(await changes(teacher, 4)).toEqual([]);
    const [first] = bare(proposed.moves);
    const taken = week.lessons.find(
      ({ classIds, at, id }) =>
        at.weekday === 4 && classIds.some((one) => lostOnDay()[0]!.classIds.includes(one)) && !moved.has(id),
    )!;
    const wrong = await principal.post('/api/timetable/disruptions', {
      ...wish(),
      moves: [
        {
          ...first,
          lessonId: lostOnDay()[0]!.id,
          from: { ...first!.from, day: '2025-10-01', ...pick(lostOnDay()[0]!.at) },
          to: { day: '2025-10-02', half: taken.at.half, period: taken.at.period, roomId: null },
        },
      ],
    });
    expect(wrong).toMatchObject({ status: 422, body: { code: 'timetable.badDisruption' } });
    const outside = await principal.post('/api/timetable/disruptions', {
      ...wish(),
      moves: [{ ...first, to: { ...first!.to, day: '2025-10-09' } }],
    });
    expect(outside.body.problems[0].message).toContain('chỉ dời trong cùng tuần');
  });

  test('is recorded with them, pupils are told and see it, and undone as if nothing had been', async () => {
    const { weeks } = (await principal.get(`/api/timetable/moves?staffId=${week.myStaffId}&${days}`)).body;
    const { body } = await principal.post('/api/timetable/disruptions', {
      ...wish(),
      moves: bare(weeks[0].moves),
    });
    expect(body.disruption).toMatchObject({ moved: weeks[0].moves.length, cancelled: expect.any(Number) });
    const seen = (await changes(principal, 4)).filter(({ kind }: { kind: string }) => kind === 'moved');
    expect(seen).toHaveLength(weeks[0].moves.length);
    expect(seen[0]).toMatchObject({ to: { day: expect.stringMatching(/^2025-(09-(29|30)|10-0[1-4])$/) } });
    // The phone follows: none of the moved lessons is left on that day, none is lost.
    const inWeek = (await calendarDays()).filter((day) => day >= '20250929' && day <= '20251004');
    const own = week.lessons.filter(({ staffIds }) => staffIds.includes(week.myStaffId));
    const events = own.filter(({ at, kind }) => kind === 'event' && at.weekday === 3).length;
    expect(inWeek.filter((day) => day === '20251001')).toHaveLength(0);
    expect(inWeek).toHaveLength(own.length - events);
    const first = lostOnDay()[0]!.id;
    const moved = await calendarStamps(first, 4);
    expect(moved.sequence).toBeGreaterThan(0);
    expect(moved.stamp > (await calendarStamps(first, 3)).stamp).toBe(true);
    const again = (await principal.get(`/api/timetable/moves?staffId=${week.myStaffId}&${days}`)).body;
    expect(again.weeks[0].outcome).toBe('nothing');
    const undone = await principal.post(`/api/timetable/disruptions/${body.disruption.id}/end`, {
      version: body.disruption.version,
      fromDay: '2025-10-01',
    });
    expect(undone.body.disruption).toMatchObject({ endedOn: '2025-10-01', lessons: 0, moved: 0 });
    // Taken back, it is a revision later still: a calendar that has the moved lesson gives it up.
    const back = await calendarStamps(first, 4);
    expect(back.sequence).toBeGreaterThan(moved.sequence);
    expect(back.stamp >= moved.stamp && back.modified === back.stamp).toBe(true);
    expect(await changes(principal, 4)).toEqual([]);
  });
});

test('A closed room sends its lessons to another room of the kind or another hour; one without a way falls away', async () => {
  const used = week.lessons.filter(
    ({ at, kind, roomId }) => roomId !== null && kind === 'lesson' && at.weekday === 2,
  );
  const { roomId } = used[0]!;
  const { body } = await principal.get(
    `/api/timetable/moves?roomId=${roomId}&fromDay=2025-10-14&toDay=2025-10-14`,
  );
  const [proposed] = body.weeks;
  const concerned = used.filter((one) => one.roomId === roomId);
  expect(proposed.moves.map(({ lessonId }: Move) => lessonId)).toEqual(
    expect.arrayContaining(concerned.map(({ id }) => id)),
  );
  const wish = { kind: 'roomClosed', fromDay: '2025-10-14', toDay: '2025-10-14', reason: 'Mái dột' };
  expect((await principal.post('/api/timetable/disruptions', wish)).body.problems).toMatchObject([
    { path: 'roomId' },
  ]);
  const recorded = await principal.post('/api/timetable/disruptions', {
    ...wish,
    roomId,
    moves: bare(proposed.moves),
  });
  expect(recorded.body.disruption).toMatchObject({
    kind: 'roomClosed',
    moved: proposed.moves.length,
    about: expect.any(String),
  });
  const both = await principal.get(`/api/timetable/moves?fromDay=2025-10-14&toDay=2025-10-14`);
  expect(both.body.code).toBe('timetable.badDisruption');
});

test('Undoing a make-up leaves a lesson moved for it where it is when its hour is taken by a lesson of another timetable that another disruption made up', async () => {
  const { owner } = hoaBan.db;
  const { items } = (await principal.get('/api/timetable/timetables')).body;
  const copy = await principal.post('/api/timetable/timetables', {
    ...{
      name: 'Tuần 12',
      semester: 1,
      copyOf: items.find(({ state }: { state: string }) => state === 'published').id,
    },
  });
  const { id, version } = copy.body;
  const published = await principal.post(`/api/timetable/timetables/${id}/publish`, {
    ...{ version, fromWeek: 12, toWeek: 12 },
  });
  expect(published.status).toBe(200);
  const later = (await principal.get('/api/timetable/week?week=12')).body;
  const dayOf = (weekday: number) =>
    new Date(Date.parse(later.week.startsOn) + (weekday - 1) * 86_400_000).toISOString().slice(0, 10);
  const moved = later.lessons.find(
    ({ kind, duration }: { kind: string; duration: number }) => kind === 'lesson' && duration === 1,
  );
  const lost = week.lessons.find(
    ({ kind, duration, classIds, at }) =>
      kind === 'lesson' &&
      duration === 1 &&
      classIds[0] === moved.classIds[0] &&
      at.weekday !== moved.at.weekday,
  )!;
  const [flood, absence] = [uuidv7(), uuidv7()];
  await owner.query(
    `INSERT INTO timetable.disruption (id, unit_id, department_id, school_year_id, kind, from_day, to_day, reason, made_by, made_at)
     SELECT new, d.unit_id, d.department_id, d.school_year_id, 'noSchool', day, day, 'Lũ', d.made_by, d.made_at
     FROM timetable.disruption d, unnest($1::uuid[], $2::date[]) AS one (new, day) WHERE d.id = (SELECT min(id::text)::uuid FROM timetable.disruption)`,
    // The other one knows of that timetable only by its own days, which lie in the new one.
    [
      [flood, absence],
      ['2025-11-13', dayOf(1)],
    ],
  );
  const change = (of: string, lessonId: string, row: object) =>
    owner.query(
      `INSERT INTO timetable.day_change (id, disruption_id, unit_id, department_id, lesson_id, day, kind, held_on, half, period, makes_room)
       SELECT $1, d.id, d.unit_id, d.department_id, $3, r.day, r.kind, r.held_on, r.half, r.period, r.kind = 'moved'
       FROM timetable.disruption d, jsonb_to_record($4::jsonb) AS r (day date, kind text, held_on date, half text, period smallint) WHERE d.id = $2`,
      [uuidv7(), of, lessonId, JSON.stringify(row)],
    );
  const day = dayOf(moved.at.weekday);
  await change(absence, moved.id, { kind: 'moved', day, held_on: dayOf(6), half: 'afternoon', period: 4 });
  await change(flood, lost.id, { kind: 'madeUp', day: '2025-11-13', held_on: day, ...pick(moved.at) });
  const undo = async () => (await principal.get(`/api/timetable/disruptions/${absence}/make-up/undo`)).body;
  expect(await undo()).toMatchObject({ moves: [], staying: 1 });
  await owner.query('DELETE FROM timetable.day_change WHERE lesson_id = $1 AND disruption_id = $2', [
    lost.id,
    flood,
  ]);
  expect(await undo()).toMatchObject({ moves: [{ lessonId: moved.id }], staying: 0 });
  await owner.query('DELETE FROM timetable.disruption WHERE id = ANY ($1)', [[flood, absence]]);
});

test('A flooded day takes all lessons of the school off, and of the next year nothing is said', async () => {
  const wish = { kind: 'noSchool', fromDay: '2025-09-15', toDay: '2025-09-15', reason: 'Lũ quét' };
  const { body } = await principal.post('/api/timetable/disruptions', wish);
  const monday = week.lessons.filter(({ at, classIds }) => at.weekday === 1 && classIds.length > 0);
  expect(body.disruption).toMatchObject({
    about: 'Toàn trường',
    lessons: monday.length,
    cancelled: monday.length,
  });
  expect((await changes(teacher, 2)).every(({ kind }: { kind: string }) => kind === 'cancelled')).toBe(true);
  expect(await changes(teacher, 5)).toEqual([]);
  // Made up in the days after: nobody and no room twice at a time.
  const { version } = body.disruption;
  const url = `/api/timetable/disruptions/${body.disruption.id}/make-up`;
  const until = async (day: string, moving: 'yes' | 'no') =>
    (await principal.get(`${url}?untilDay=${day}&moving=${moving}`)).body;
  const { items, moves } = await until('2025-09-20', 'yes');
  // The flag salute has had its day.
  expect(items).toHaveLength(monday.filter(({ kind }) => kind !== 'event').length);
  expect(items.every(({ place }: { place: object | null }) => place !== null)).toBe(true);
  expect(moves).toEqual([]);
  const inRooms = items.flatMap(({ place }: { place: { roomId: string | null } }) =>
    place.roomId ? [JSON.stringify(place)] : [],
  );
  expect(new Set(inRooms).size).toBe(inRooms.length);
  // Of one day alone only so many as it has hours: the others are named with the reason.
  // Nothing moves for them here: that search is bounded in time, and what it finds is the rules' to test.
  const short = await until('2025-09-16', 'no');
  const left = short.items.filter(({ place }: { place: object | null }) => !place);
  expect(left.length).toBeGreaterThan(0);
  expect(left[0].why).toMatch(/giờ trống/);
  // Each tells what its subject lacks of the year; the more it lacks, the sooner it has a place.
  expect(left.every(({ lacks }: { lacks: { missing: number } }) => lacks.missing > 0)).toBe(true);
  const places = short.items.flatMap(({ changeId, place }: { changeId: string; place: object | null }) =>
    place ? [{ changeId, ...place }] : [],
  );
  // Two lessons of a class change places for it, as the office may want it; the first two that may.
  let kept = { status: 0 } as Awaited<ReturnType<Person['post']>>;
  let exchanged: Omit<Move, 'title'>[] = [];
  for (const pair of exchanges(4, 5).slice(0, 30)) {
    exchanged = pair.map(({ id, at, roomId }, index) => {
      const to = pair[1 - index]!.at;
      return {
        lessonId: id,
        from: { day: `2025-09-${14 + at.weekday}`, ...pick(at), roomId },
        to: { day: `2025-09-${14 + to.weekday}`, ...pick(to), roomId },
      };
    });
    kept = await principal.post(url, { version, untilDay: '2025-09-20', places, moves: exchanged });
    if (kept.status === 200) break;
  }
  expect(kept.body.disruption).toMatchObject({ moved: 2, madeUp: places.length, madeUpTo: '2025-09-16' });
  expect(kept.body).toMatchObject({ placed: places.length, left: left.length, told: expect.any(Number) });
  const pupil = await hoaBan.as('hocsinh', 'pupil');
  const { body: notices } = await pupil.get('/api/plan/notices');
  expect(notices.items[0].title).toContain(`Dạy bù ${places.length} tiết`);
  const seen = (await pupil.get('/api/timetable/week?week=2')).body;
  const named = new Set(seen.lessons.map(({ id }: { id: string }) => id));
  expect(seen.changes.some(({ kind }: { kind: string }) => kind === 'madeUp')).toBe(true);
  expect(seen.changes.every(({ lessonId }: { lessonId: string }) => named.has(lessonId))).toBe(true);
  // The making up alone is taken back: said before what that does and how many hear of it, then kept as it was shown.
  const undo = `${url}/undo`;
  const { body: shown } = await principal.get(undo);
  const ids = (list: { changeId: string }[]) => list.map(({ changeId }) => changeId).sort();
  expect(ids(shown.items)).toEqual(ids(places));
  expect(shown.items[0]).toMatchObject({ lostOn: '2025-09-15', place: { day: '2025-09-16' } });
  expect(shown).toMatchObject({ held: 0, staying: 0, told: kept.body.told });
  const turned = exchanged.map(({ lessonId, from, to }) => ({ lessonId, from: to, to: from }));
  expect(bare(shown.moves)).toEqual(expect.arrayContaining(turned));
  const [one, ...rest] = ids(places);
  const takeBack = (changeIds: string[], seen: number) => principal.post(undo, { version: seen, changeIds });
  expect((await teacher.get(undo)).status).toBe(403);
  expect((await teacher.post(undo, { version: 3, changeIds: rest })).status).toBe(403);
  const upper = await hoaBan.as('hieutruong.thpt', 'principal');
  expect((await upper.get(undo)).status).toBe(404);
  const after = kept.body.disruption.version;
  expect((await takeBack([one!], version)).body.code).toBe('timetable.disruptionChangedMeanwhile');
  expect((await takeBack([left[0].changeId], after)).body.code).toBe('timetable.notMadeUp');
  const first = await takeBack([one!], after);
  expect(first.body).toMatchObject({
    undone: 1,
    back: 0,
    disruption: { madeUp: places.length - 1, cancelled: monday.length - places.length + 1 },
  });
  const all = await takeBack(rest, after + 1);
  expect(all.body).toMatchObject({ undone: rest.length, back: 2 });
  expect(all.body.disruption).toMatchObject({
    madeUp: 0,
    madeUpTo: null,
    cancelled: monday.length,
    moved: 0,
  });
  const { body: heard } = await pupil.get('/api/plan/notices');
  expect(heard.items[0].title).toContain(`Thôi dạy bù ${rest.length} tiết`);
  const back = await changes(teacher, 2);
  expect(back.every(({ kind }: { kind: string }) => kind === 'cancelled')).toBe(true);
  // Made up anew; what has been held by then stays.
  const again = await principal.post(url, { version: after + 2, untilDay: '2025-09-16', places, moves: [] });
  clock.pass(9 * 24 * 60);
  const later = await hoaBan.as('hieutruong', 'principal');
  expect((await later.get(undo)).body).toMatchObject({ items: [], held: again.body.placed });
  const late = await later.post(undo, { version: after + 3, changeIds: rest });
  expect(late).toMatchObject({ status: 409, body: { code: 'timetable.notMadeUp' } });
  const undone = await later.post(`/api/timetable/disruptions/${body.disruption.id}/end`, {
    version: after + 3,
    fromDay: '2025-09-15',
  });
  expect(undone.body.disruption).toMatchObject({ lessons: 0 });
  const seenLater = await later.get('/api/timetable/week?week=2');
  expect(seenLater.body.changes).toEqual([]);
});

test('Of two who teach a lesson together the one who is not away still has it, in the week and in the calendar', async () => {
  const office = await hoaBan.as('hieutruong', 'principal');
  teacher = await hoaBan.as('giaovien', 'teacher');
  const lessons = (await teacher.get('/api/timetable/week?week=5')).body.lessons as typeof week.lessons;
  const busy = (at: object) =>
    lessons.some(
      (one) => one.staffIds.includes(week.myStaffId) && JSON.stringify(one.at) === JSON.stringify(at),
    );
  const together = lessons.find(
    ({ kind, staffIds, at }) => kind === 'lesson' && staffIds.length === 1 && at && !busy(at),
  )!;
  const [other] = together.staffIds;
  await hoaBan.db.owner.query(
    `INSERT INTO timetable.lesson_staff (lesson_id, staff_id, timetable_id, unit_id, department_id)
     SELECT id, $2, timetable_id, unit_id, department_id FROM timetable.lesson WHERE id = $1`,
    [together.id, week.myStaffId],
  );
  const day = `2025-10-${String(5 + together.at.weekday).padStart(2, '0')}`;
  const away = { staffId: other, fromDay: day, toDay: day };
  const asked = await office.get(`/api/timetable/substitutes?${new URLSearchParams(away as never)}`);
  const [chosen] = asked.body.items.find(
    ({ lessonId }: { lessonId: string }) => lessonId === together.id,
  ).candidates;
  // Whoever teaches it anyway does not stand in for it.
  expect(chosen.staffId).not.toBe(week.myStaffId);
  const recorded = await office.post('/api/timetable/disruptions', {
    ...away,
    ...{ kind: 'teacherAway', reason: 'Ốm' },
    substitutes: [{ lessonId: together.id, day, staffId: chosen.staffId }],
  });
  expect(recorded.status).toBe(200);
  const pupil = await hoaBan.as('hocsinh', 'pupil');
  for (const person of together.classIds.includes((await pupil.get('/api/timetable/week')).body.myClassIds[0])
    ? [office, teacher, pupil]
    : [office, teacher])
    expect(await changes(person, 5)).toContainEqual(
      expect.objectContaining({
        lessonId: together.id,
        absent: [{ staffId: other, standInId: chosen.staffId }],
      }),
    );
  expect(await calendarDays()).toContain(day.replaceAll('-', ''));
  expect((await calendarStamps(together.id, 5)).sequence).toBe(1);
});

test('Teachers of one name are told apart wherever the school, its pupils and its papers name them; nobody reads a year of birth', async () => {
  const pupil = await hoaBan.as('hocsinh', 'pupil');
  const later = await hoaBan.as('hieutruong', 'principal');
  const colleague = await hoaBan.as('giaovien', 'teacher');
  const { teachers: known } = (await pupil.get('/api/timetable/week?week=4')).body;
  const { owner } = hoaBan.db;
  const busiest = await owner.query<{ id: string; timetableId: string }>(
    `SELECT s.staff_id AS id, s.timetable_id AS "timetableId" FROM timetable.lesson_staff s JOIN timetable.timetable t ON t.id = s.timetable_id
     WHERE t.name = 'Phương án 1' AND s.staff_id = ANY ($1) GROUP BY s.staff_id, s.timetable_id ORDER BY count(*) DESC, s.staff_id LIMIT 2`,
    [known.map(({ id }: { id: string }) => id)],
  );
  const ids = busiest.rows.map(({ id }) => id);
  await owner.query(`UPDATE people.staff_member SET full_name = 'Cứ Thị Mị' WHERE id = ANY ($1)`, [ids]);
  await owner.query('DELETE FROM people.staff_subject WHERE staff_id = ANY ($1)', [ids]);
  const teaches = (id: string, code: string) =>
    owner.query(
      `INSERT INTO people.staff_subject (staff_id, unit_id, department_id, subject_code)
       SELECT id, unit_id, department_id, $2 FROM people.staff_member WHERE id = $1`,
      [id, code],
    );
  await teaches(ids[0]!, 'MATH');
  await teaches(ids[1]!, 'LIT');
  const namesIn = (list: { id: string; name: string }[]) =>
    ids.map((id) => list.find((one) => one.id === id)?.name);
  const shown = ['Cứ Thị Mị (Toán)', 'Cứ Thị Mị (Văn)'];
  const setup = (await later.get('/api/timetable/setup?semester=1')).body;
  expect(namesIn(setup.ground.teachers)).toEqual(shown);
  expect(namesIn((await colleague.get('/api/timetable/week?week=4')).body.teachers)).toEqual(shown);
  expect(namesIn((await pupil.get('/api/timetable/week?week=4')).body.teachers)).toEqual(shown);
  expect(namesIn((await later.get('/api/timetable/disruptions')).body.teachers)).toEqual(shown);
  expect(namesIn((await later.get('/api/staffing/assignments')).body.teachers)).toEqual(shown);
  const { lessons } = (await later.get('/api/lessons/observations')).body;
  const observed = lessons.map(({ staffName }: { staffName: string }) => staffName);
  expect(observed).toEqual(expect.arrayContaining(shown));
  const { timetableId } = busiest.rows[0]!;
  const book = (await later.get(`/api/timetable/timetables/${timetableId}/workbook`)).bytes;
  expect(JSON.stringify(await readWorkbook(book, 'tkb.xlsx'))).toMatch(
    /Mị \(Toán\).*Mị \(Văn\)|Mị \(Văn\).*Mị \(Toán\)/,
  );
  const away = await later.post('/api/timetable/disruptions', {
    ...{ kind: 'teacherAway', staffId: ids[1], fromDay: '2025-09-25', toDay: '2025-09-25', reason: 'Ốm' },
  });
  expect(away.body.disruption.about).toBe('Cứ Thị Mị (Văn)');
  expect((await later.get('/api/timetable/disruptions')).body.items).toContainEqual(
    expect.objectContaining({ id: away.body.disruption.id, about: 'Cứ Thị Mị (Văn)' }),
  );
  // Both teach the same: the staff code tells, to everybody the same.
  await owner.query(`UPDATE people.staff_subject SET subject_code = 'MATH' WHERE staff_id = $1`, [ids[1]]);
  await owner.query(
    `UPDATE people.staff_member SET code = 'GV-' || CASE id WHEN $1 THEN 1 ELSE 2 END WHERE id = ANY ($2)`,
    [ids[0], ids],
  );
  const byCode = ['Cứ Thị Mị (Toán, mã GV-1)', 'Cứ Thị Mị (Toán, mã GV-2)'];
  for (const person of [later, colleague, pupil])
    expect(namesIn((await person.get('/api/timetable/week?week=4')).body.teachers)).toEqual(byCode);
  // Of another school nobody learns anything.
  const upper = await hoaBan.as('hieutruong.thpt', 'principal');
  expect(JSON.stringify((await upper.get('/api/staffing/assignments')).body)).not.toContain('Cứ Thị Mị (');
});
