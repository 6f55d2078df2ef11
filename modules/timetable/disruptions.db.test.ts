import { v7 as uuidv7 } from 'uuid';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Person, Served } from '#tests/harness/served.ts';
import { movableClock } from '../identity-access/testing.ts';
import { periodsOf } from './rules/index.ts';
import { bare, type Move, publishedSchool, type ShownWeek } from './testing.ts';

// A published week in which somebody falls ill, a room is closed and a class learns online: who stands in, who is told, what comes back.

let hoaBan: Served;
let principal: Person;
let teacher: Person;
let week: ShownWeek;

beforeAll(async () => {
  ({ hoaBan, principal, teacher, week } = await publishedSchool(movableClock('2025-09-08T08:00:00+07:00')));
});
afterAll(() => hoaBan?.close());

const mine = () =>
  week.lessons.filter(({ staffIds, classIds }) => staffIds.includes(week.myStaffId) && classIds.length > 0);
const periodsMoved = (moves: readonly Move[]) =>
  periodsOf(moves.map(({ lessonId }) => week.lessons.find(({ id }) => id === lessonId)!));
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
      disruption: { lessons: periodsOf(items), cancelled: first.duration },
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
      `INSERT INTO timetable.day_change (id, disruption_id, unit_id, department_id, lesson_id, day, kind, place_id, away_id, staff_id)
      SELECT $4, d.id, d.unit_id, d.department_id, $2, '2025-09-13', 'substituted', d.staff_id, d.staff_id, $3 FROM timetable.disruption d WHERE d.id = $1 RETURNING id`,
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
    expect(done.body).toMatchObject({ placed: items[0].duration, left: 0 });
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
    expect(body.disruption).toMatchObject({ about: 'Lớp 6A', lessons: periodsOf(own.lessons), cancelled: 0 });
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
    const moved = periodsMoved(weeks[0].moves);
    expect(body.disruption).toMatchObject({ moved, cancelled: expect.any(Number) });
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
    const away = await calendarStamps(first, 4);
    expect(away.sequence).toBeGreaterThan(0);
    expect(away.stamp > (await calendarStamps(first, 3)).stamp).toBe(true);
    const again = (await principal.get(`/api/timetable/moves?staffId=${week.myStaffId}&${days}`)).body;
    expect(again.weeks[0].outcome).toBe('nothing');
    const undone = await principal.post(`/api/timetable/disruptions/${body.disruption.id}/end`, {
      version: body.disruption.version,
      fromDay: '2025-10-01',
    });
    expect(undone.body.disruption).toMatchObject({ endedOn: '2025-10-01', lessons: 0, moved: 0 });
    // Taken back, it is a revision later still: a calendar that has the moved lesson gives it up.
    const back = await calendarStamps(first, 4);
    expect(back.sequence).toBeGreaterThan(away.sequence);
    expect(back.stamp >= away.stamp && back.modified === back.stamp).toBe(true);
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
    moved: periodsMoved(proposed.moves),
    about: expect.any(String),
  });
  const both = await principal.get(`/api/timetable/moves?fromDay=2025-10-14&toDay=2025-10-14`);
  expect(both.body.code).toBe('timetable.badDisruption');
  // Closed later, the room into which a lesson was moved takes it along.
  const { lessonId, to } = proposed.moves.find((one: Move) =>
    concerned.some(({ id }) => id === one.lessonId),
  );
  const later = { ...wish, roomId: to.roomId, fromDay: to.day, toDay: to.day };
  const there = await principal.post('/api/timetable/disruptions', later);
  expect(there.status).toBe(200);
  expect(await changes(principal, 6)).toContainEqual(
    expect.objectContaining({ lessonId, kind: 'cancelled', to: expect.objectContaining({ day: to.day }) }),
  );
});
