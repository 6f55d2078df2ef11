import { v7 as uuidv7 } from 'uuid';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { type Person, type Served, serve } from '#tests/harness/served.ts';
import { addFamilyAccount } from '../family/testing.ts';
import { put } from '../gradebook/testing.ts';
import { here, type LessonGround, lineOf, makeLessonGround, names } from '../lessons/testing.ts';
import { addStaff } from '../people/testing.ts';
import { provinceSeed } from '../plan/testing.ts';

// A lesson that two teach together (Tuesday 1, 16 September 2025) when one of them is away, or both: who holds it, who is told, what is lost.

const day = '2025-09-16';
let hoaBan: Served;
let ground: LessonGround;
let principal: Person;
let pupil: Person;
/** One is away, the other is there; Monday's lessons are the other's alone. */
let one: Person;
let other: Person;
let ids: { one: string; other: string };
let standIns: readonly [string, string];
let lessonId: string;

beforeAll(async () => {
  hoaBan = await serve(provinceSeed, '2025-09-16T18:00:00+07:00');
  ground = await makeLessonGround(hoaBan.db);
  const { owner } = hoaBan.db;
  ids = { one: ground.staff.history, other: ground.staff.maths };
  standIns = [
    await addStaff(hoaBan.db, here, { full_name: 'Quàng Văn Thay' }),
    await addStaff(hoaBan.db, here, { full_name: 'Lường Thị Giúp' }),
  ];
  const { rows } = await owner.query(
    `INSERT INTO timetable.lesson_staff (lesson_id, staff_id, timetable_id, unit_id, department_id)
     SELECT id, $2, timetable_id, unit_id, department_id FROM timetable.lesson WHERE subject_code = 'HISGEO' AND timetable_id = $1
     RETURNING lesson_id AS id`,
    [ground.timetableId, ids.other],
  );
  lessonId = rows[0].id;
  const accountId = await addFamilyAccount(hoaBan.db, here, {
    ...{ username: 'hoc.sinh.thu', name: 'Giàng A Thử A', role: 'pupil' as const },
  });
  await owner.query('UPDATE people.pupil SET account_id = $1 WHERE id = $2', [accountId, ground.pupils[0]]);
  principal = await hoaBan.as(names.principal, 'principal');
  one = await hoaBan.as(names.history, 'teacher');
  other = await hoaBan.as(names.maths, 'teacher');
  pupil = await hoaBan.as('hoc.sinh.thu', 'pupil');
});
afterAll(() => hoaBan?.close());
afterEach(async () => {
  await hoaBan.db.owner.query('DELETE FROM timetable.disruption');
  await hoaBan.db.owner.query('DELETE FROM plan.notice');
});

const away = async (staffId: string, standInId?: string) => {
  const said = await principal.post('/api/timetable/disruptions', {
    ...{ kind: 'teacherAway', staffId, fromDay: day, toDay: day, reason: 'Ốm' },
    substitutes: standInId ? [{ lessonId, day, staffId: standInId }] : [],
  });
  expect(said.status).toBe(200);
  return said.body as { disruption: { id: string; version: number }; told: number };
};
const back = ({ disruption: { id, version } }: Awaited<ReturnType<typeof away>>) =>
  principal.post(`/api/timetable/disruptions/${id}/end`, { version, fromDay: day });
const changes = async (person: Person) => (await person.get('/api/timetable/week?week=2')).body.changes;
const shown = async (person: Person) => {
  const [change, ...more] = await changes(person);
  expect(more).toEqual([]);
  return change;
};
/** Who holds it by the class log, and whether it is to be written; undefined: it is not held. */
const inLog = async () => {
  const { planned } = (await principal.get(`/api/lessons/log/classes/${ground.classId}/2`)).body;
  const slot = planned.find((found: { day: string }) => found.day === day);
  return slot.change === 'cancelled' ? undefined : [...slot.staffIds].sort();
};
const calendar = async (person: Person) => {
  const { address } = (await person.post('/api/timetable/calendar-feed', {})).body;
  return (await hoaBan.stranger.get(new URL(address).pathname)).bytes.toString();
};
const onPhone = async (person: Person) => (await calendar(person)).includes(`UID:${lessonId}.2\r`);
const titles = async (person: Person): Promise<string[]> =>
  (await person.get('/api/plan/notices')).body.items.map(({ title }: { title: string }) => title);
const disruptionOf = async ({ disruption: { id } }: Awaited<ReturnType<typeof away>>) =>
  (await principal.get('/api/timetable/disruptions')).body.items.find(
    (found: { id: string }) => found.id === id,
  );

describe('A lesson that two teach together, one of whom is away without a substitute', () => {
  test('is held by the other one: in the week, on the phone, in the class log; it is no lost lesson', async () => {
    const absence = await away(ids.one);
    const expected = {
      ...{ lessonId, day, kind: 'heldByOthers', to: null },
      absent: [{ staffId: ids.one, standInId: null }],
    };
    for (const person of [principal, one, other, pupil]) expect(await shown(person)).toMatchObject(expected);
    expect([await onPhone(one), await onPhone(other), await onPhone(pupil)]).toEqual([false, true, true]);
    expect(await inLog()).toEqual([ids.other]);
    expect(await disruptionOf(absence)).toMatchObject({ lessons: 1, cancelled: 0 });
    const untilDay = '2025-09-27';
    const lost = await principal.get(
      `/api/timetable/disruptions/${absence.disruption.id}/make-up?untilDay=${untilDay}`,
    );
    expect(lost.body.items).toEqual([]);
    const line = { day, title: 'Lịch sử là gì', programmeLessonId: null, programmePeriod: null };
    const written = (person: Person) => put(person, '/api/lessons/log/entries', lineOf(ground, line));
    expect((await written(one)).body.code).toBe('lessons.notYourLesson');
    expect((await written(other)).status).toBe(200);
    const { entries } = (await principal.get(`/api/lessons/log/classes/${ground.classId}/2`)).body;
    expect(entries).toMatchObject([{ staffId: ids.other, standsIn: false }]);
    await hoaBan.db.owner.query('DELETE FROM lessons.log_entry');
  });

  test('is told to the colleague who holds it alone; nobody hears that it falls away', async () => {
    const absence = await away(ids.one);
    expect(absence.told).toBe(2);
    expect(await titles(other)).toEqual([
      'Tiết vẫn học, người dạy cùng dạy một mình: Lò Thị Sử vắng, 16/09/2025',
    ]);
    expect(await titles(pupil)).toEqual([]);
    await back(absence);
    expect((await titles(other))[0]).toBe(
      'Trở lại thời khoá biểu thường ngày từ 16/09/2025: Lò Thị Sử, 16/09/2025',
    );
    expect(await titles(pupil)).toEqual([]);
  });

  test('has substitutes offered, but none proposed; a lesson of the one alone has one proposed', async () => {
    const asked = async (staffId: string, on: string) =>
      (await principal.get(`/api/timetable/substitutes?staffId=${staffId}&fromDay=${on}&toDay=${on}`)).body
        .items;
    const [offered] = await asked(ids.one, day);
    expect(offered).toMatchObject({ lessonId, heldBy: [ids.other], chosen: null });
    const free = offered.candidates.map(({ staffId }: { staffId: string }) => staffId);
    expect(free).toEqual(expect.arrayContaining([...standIns]));
    expect(free).not.toContain(ids.other);
    const [urgent] = await asked(ids.other, '2025-09-17');
    expect(urgent).toMatchObject({ heldBy: [], chosen: { staffId: expect.any(String) } });
    // Named all the same, the substitute holds it beside the other one.
    await away(ids.one, standIns[0]);
    expect(await shown(pupil)).toMatchObject({
      ...{ kind: 'substituted', absent: [{ staffId: ids.one, standInId: standIns[0] }] },
    });
    expect(await inLog()).toEqual([ids.other, standIns[0]].sort());
  });

  test('is not moved when the week of who is away is rearranged', async () => {
    const { weeks } = (
      await principal.get(`/api/timetable/moves?staffId=${ids.one}&fromDay=2025-09-23&toDay=2025-09-23`)
    ).body;
    expect(weeks).toMatchObject([{ outcome: 'nothing', moves: [] }]);
  });
});

test('Of two who teach a lesson together the one who is not away still has it, in the week and in the calendar', async () => {
  await hoaBan.db.owner.query('DELETE FROM timetable.day_revision');
  await away(ids.one, standIns[0]);
  for (const person of [principal, other, pupil])
    expect(await changes(person)).toContainEqual(
      expect.objectContaining({ lessonId, absent: [{ staffId: ids.one, standInId: standIns[0] }] }),
    );
  const event = (await calendar(other))
    .split('BEGIN:VEVENT')
    .find((found) => found.includes(`UID:${lessonId}.2\r`));
  expect(event).toContain(`DTSTART:${day.replaceAll('-', '')}`);
  expect(event).toMatch(/^SEQUENCE:1\r$/m);
});

describe('A lesson both of whose teachers are away', () => {
  test('by two absences has a substitute for each; when one is back, the other keeps theirs', async () => {
    const first = await away(ids.one, standIns[0]);
    const second = await away(ids.other, standIns[1]);
    const places = [
      { staffId: ids.one, standInId: standIns[0] },
      { staffId: ids.other, standInId: standIns[1] },
    ];
    for (const person of [principal, pupil]) {
      const change = await shown(person);
      expect(change).toMatchObject({ kind: 'substituted' });
      expect(change.absent).toEqual(expect.arrayContaining(places));
    }
    expect(await inLog()).toEqual([...standIns].sort());
    expect([await onPhone(one), await onPhone(other), await onPhone(pupil)]).toEqual([false, false, true]);
    await back(second);
    expect(await shown(pupil)).toMatchObject({ kind: 'substituted', absent: [places[0]] });
    expect(await inLog()).toEqual([ids.other, standIns[0]].sort());
    await back(first);
    expect(await changes(pupil)).toEqual([]);
  });

  test('is held by the one substitute there is', async () => {
    await away(ids.one, standIns[0]);
    const second = await away(ids.other);
    expect(await shown(pupil)).toMatchObject({ kind: 'substituted' });
    expect(await inLog()).toEqual([standIns[0]]);
    expect(await disruptionOf(second)).toMatchObject({ cancelled: 0 });
  });

  test('falls away when nobody stands in, is told so, can be made up once, and comes back with either of them', async () => {
    const first = await away(ids.one);
    const second = await away(ids.other);
    expect(await shown(pupil)).toMatchObject({ kind: 'cancelled' });
    expect((await titles(pupil))[0]).toBe('Có tiết nghỉ: Vàng A Toán, 16/09/2025');
    expect(await inLog()).toBeUndefined();
    expect(await onPhone(pupil)).toBe(false);
    const url = ({ disruption: { id } }: typeof first) => `/api/timetable/disruptions/${id}/make-up`;
    const untilDay = '2025-09-27';
    const lost = async (absence: typeof first) =>
      (await principal.get(`${url(absence)}?untilDay=${untilDay}`)).body.items;
    const [found] = await lost(first);
    expect(await lost(second)).toHaveLength(1);
    const places = [{ changeId: found.changeId, ...found.place }];
    const made = await principal.post(url(first), { version: first.disruption.version, untilDay, places });
    expect(made.body).toMatchObject({ placed: 1 });
    expect(await shown(pupil)).toMatchObject({ kind: 'madeUp' });
    expect(await lost(second)).toEqual([]);
    const undone = await principal.post(`${url(first)}/undo`, {
      ...{ version: made.body.disruption.version, changeIds: [found.changeId] },
    });
    expect(undone.body).toMatchObject({ undone: 1 });
    expect(await shown(pupil)).toMatchObject({ kind: 'cancelled' });
    await back({ ...first, disruption: undone.body.disruption });
    expect(await shown(pupil)).toMatchObject({
      ...{ kind: 'heldByOthers', absent: [{ staffId: ids.other, standInId: null }] },
    });
    expect(await inLog()).toEqual([ids.one]);
  });

  test('falls away with the school too, and is stood in for again once the school is open', async () => {
    await away(ids.one, standIns[0]);
    await away(ids.other);
    const flood = await principal.post('/api/timetable/disruptions', {
      ...{ kind: 'noSchool', fromDay: day, toDay: day, reason: 'Lũ quét' },
    });
    expect(await shown(pupil)).toMatchObject({ kind: 'cancelled' });
    await back(flood.body);
    expect(await shown(pupil)).toMatchObject({ kind: 'substituted' });
    expect(await inLog()).toEqual([standIns[0]]);
  });
});

test('A class that learns online keeps its link and the substitute of a teacher who is away; with nobody it falls away', async () => {
  const online = await principal.post('/api/timetable/disruptions', {
    ...{ kind: 'online', classId: ground.classId, fromDay: day, toDay: day, reason: 'Mưa lũ' },
    link: 'https://lop.example/6a1',
  });
  expect(online.status).toBe(200);
  await away(ids.one, standIns[0]);
  expect(await shown(pupil)).toMatchObject({
    ...{ kind: 'online', link: 'https://lop.example/6a1' },
    absent: [{ staffId: ids.one, standInId: standIns[0] }],
  });
  expect(await inLog()).toEqual([ids.other, standIns[0]].sort());
  const alone = await principal.post('/api/timetable/disruptions', {
    ...{
      kind: 'online',
      classId: ground.classId,
      fromDay: '2025-09-17',
      toDay: '2025-09-17',
      reason: 'Mưa lũ',
    },
    link: 'https://lop.example/6a1',
  });
  expect(alone.status).toBe(200);
  await principal.post('/api/timetable/disruptions', {
    ...{ kind: 'teacherAway', staffId: ids.other, fromDay: '2025-09-17', toDay: '2025-09-17', reason: 'Ốm' },
  });
  expect(await changes(pupil)).toContainEqual(
    expect.objectContaining({ day: '2025-09-17', kind: 'cancelled', link: null }),
  );
});

test('The database keeps one place for each absent teacher of a lesson, of that absence and that lesson only', async () => {
  const { disruption } = await away(ids.one, standIns[0]);
  const place = (awayId: string, standInId = standIns[1]) =>
    hoaBan.db.owner.query(
      `INSERT INTO timetable.day_change (id, disruption_id, unit_id, department_id, lesson_id, day, kind, place_id, away_id, staff_id)
       VALUES ($1, $2, $3, $4, $5, $6, 'substituted', $7, $7, $8)`,
      [uuidv7(), disruption.id, here.id, here.departmentId, lessonId, day, awayId, standInId],
    );
  await expect(place(ids.one)).rejects.toThrow(/day_change_place/);
  await expect(place(ids.other)).rejects.toThrow(/day_change_absence/);
  await expect(place(ids.other, ids.other)).rejects.toThrow(/day_change_stand_in/);
});
