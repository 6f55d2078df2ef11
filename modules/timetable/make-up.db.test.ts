import { v7 as uuidv7 } from 'uuid';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Person, Served } from '#tests/harness/served.ts';
import { movableClock } from '../identity-access/testing.ts';
import { periodsOf } from './rules/index.ts';
import { bare, type Move, publishedSchool, type ShownWeek } from './testing.ts';

// Lessons of a published week that a flood took: made up, taken back, made up anew, and what stays as it is.

const clock = movableClock('2025-09-08T08:00:00+07:00');
let hoaBan: Served;
let principal: Person;
let teacher: Person;
let week: ShownWeek;

beforeAll(async () => {
  ({ hoaBan, principal, teacher, week } = await publishedSchool(clock));
});
afterAll(() => hoaBan?.close());

const pick = ({ half, period }: { half: string; period: number }) => ({ half, period });
const changes = async (person: Person, number = 1) =>
  (await person.get(`/api/timetable/week?week=${number}`)).body.changes;

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

test('A timetable is published without the lessons of groups that are only planned; of a confirmed one none may be left over', async () => {
  const { owner } = hoaBan.db;
  const { items } = (await principal.get('/api/timetable/timetables')).body;
  const source = items.find(({ state }: { state: string }) => state === 'published').id;
  const copy = await principal.post('/api/timetable/timetables', {
    ...{ name: 'Tuần 14', semester: 1, copyOf: source },
  });
  const { id } = copy.body;
  const groupId = uuidv7();
  await owner.query(
    `INSERT INTO needs_survey.study_group (id, unit_id, department_id, school_year_id, kind, name, size_limit, periods_per_week, state)
     SELECT $1, unit_id, department_id, school_year_id, 'club', 'Cờ vua', 30, 1, 'confirmed' FROM timetable.timetable WHERE id = $2`,
    [groupId, id],
  );
  await owner.query(
    `INSERT INTO timetable.lesson (id, timetable_id, unit_id, department_id, kind, session, title, study_group_id, duration)
     SELECT $1, id, unit_id, department_id, 'group', 2, 'Cờ vua', $2, 1 FROM timetable.timetable WHERE id = $3`,
    [uuidv7(), groupId, id],
  );
  const publish = () =>
    principal.post(`/api/timetable/timetables/${id}/publish`, {
      ...{ version: copy.body.version, fromWeek: 14, toWeek: 14 },
    });
  const groupLessons = async () =>
    (await principal.get(`/api/timetable/timetables/${id}`)).body.lessons.filter(
      ({ kind }: { kind: string }) => kind === 'group',
    );
  expect(await publish()).toMatchObject({ status: 422, body: { code: 'timetable.notPublishable' } });
  expect(await groupLessons()).toHaveLength(1);
  await owner.query(`UPDATE needs_survey.study_group SET state = 'proposed' WHERE id = $1`, [groupId]);
  expect(await publish()).toMatchObject({ status: 200, body: { figures: { unplaced: 0, mustFix: 0 } } });
  expect(await groupLessons()).toEqual([]);
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
     SELECT new, t.unit_id, t.department_id, t.school_year_id, 'noSchool', day, day, 'Lũ', a.id, t.made_at
     FROM timetable.timetable t, identity.account a, unnest($1::uuid[], $2::date[]) AS one (new, day)
     WHERE t.id = $3 AND a.username = 'hieutruong'`,
    // The other one knows of that timetable only by its own days, which lie in the new one.
    [[flood, absence], ['2025-11-13', dayOf(1)], id],
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
    lessons: periodsOf(monday),
    cancelled: periodsOf(monday),
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
  const placed = periodsOf(short.items) - periodsOf(left);
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
  expect(kept.body.disruption).toMatchObject({ moved: 2, madeUp: placed, madeUpTo: '2025-09-16' });
  expect(kept.body).toMatchObject({ placed, left: periodsOf(left), told: expect.any(Number) });
  const pupil = await hoaBan.as('hocsinh', 'pupil');
  const { body: notices } = await pupil.get('/api/plan/notices');
  expect(notices.items[0].title).toContain(`Dạy bù ${placed} tiết`);
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
  const { duration } = shown.items.find(({ changeId }: { changeId: string }) => changeId === one);
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
    undone: duration,
    back: 0,
    disruption: { madeUp: placed - duration, cancelled: periodsOf(monday) - placed + duration },
  });
  const all = await takeBack(rest, after + 1);
  expect(all.body).toMatchObject({ undone: placed - duration, back: 2 });
  expect(all.body.disruption).toMatchObject({
    madeUp: 0,
    madeUpTo: null,
    cancelled: periodsOf(monday),
    moved: 0,
  });
  const { body: heard } = await pupil.get('/api/plan/notices');
  expect(heard.items[0].title).toContain(`Thôi dạy bù ${placed - duration} tiết`);
  const back = await changes(teacher, 2);
  expect(back.every(({ kind }: { kind: string }) => kind === 'cancelled')).toBe(true);
  // Made up anew; what has been held by then stays.
  await principal.post(url, { version: after + 2, untilDay: '2025-09-16', places, moves: [] });
  clock.pass(9 * 24 * 60);
  const later = await hoaBan.as('hieutruong', 'principal');
  expect((await later.get(undo)).body).toMatchObject({ items: [], held: places.length });
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
