import { v7 as uuidv7 } from 'uuid';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { type Person, type Served, serve } from '#tests/harness/served.ts';
import { addFamilyAccount } from '../family/testing.ts';
import { put } from '../gradebook/testing.ts';
import { here, type LessonGround, lineOf, makeLessonGround, names } from '../lessons/testing.ts';
import { addStaff } from '../people/testing.ts';
import { provinceSeed } from '../plan/testing.ts';

// Plans that change twice, on Tuesday's first lesson (16 September 2025): the substitute falls ill, the teacher is away where it is made up.

const day = '2025-09-16';
let hoaBan: Served;
let ground: LessonGround;
let principal: Person;
let pupil: Person;
let teacher: Person;
/** Teaches nothing on Tuesday: stands in. */
let colleague: Person;
let ids: { teacher: string; colleague: string; helper: string };
let lessonId: string;

beforeAll(async () => {
  hoaBan = await serve(provinceSeed, '2025-09-16T18:00:00+07:00');
  ground = await makeLessonGround(hoaBan.db);
  const { owner } = hoaBan.db;
  ids = {
    ...{ teacher: ground.staff.history, colleague: ground.staff.maths },
    helper: await addStaff(hoaBan.db, here, { full_name: 'Quàng Văn Thay' }),
  };
  const { rows } = await owner.query(
    `SELECT id FROM timetable.lesson WHERE subject_code = 'HISGEO' AND timetable_id = $1`,
    [ground.timetableId],
  );
  lessonId = rows[0].id;
  const accountId = await addFamilyAccount(hoaBan.db, here, {
    ...{ username: 'hoc.sinh.thu', name: 'Giàng A Thử A', role: 'pupil' as const },
  });
  await owner.query('UPDATE people.pupil SET account_id = $1 WHERE id = $2', [accountId, ground.pupils[0]]);
  principal = await hoaBan.as(names.principal, 'principal');
  teacher = await hoaBan.as(names.history, 'teacher');
  colleague = await hoaBan.as(names.maths, 'teacher');
  pupil = await hoaBan.as('hoc.sinh.thu', 'pupil');
});
afterAll(() => hoaBan?.close());
afterEach(async () => {
  await hoaBan.db.owner.query('DELETE FROM timetable.disruption');
  await hoaBan.db.owner.query('DELETE FROM plan.notice');
});

interface Recorded {
  readonly id: string;
  readonly version: number;
}
const record = async (wish: object): Promise<Recorded> => {
  const said = await principal.post('/api/timetable/disruptions', {
    ...{ fromDay: day, toDay: day, reason: 'Ốm', ...wish },
  });
  expect(said.body.problems ?? []).toEqual([]);
  expect(said.status).toBe(200);
  return said.body.disruption;
};
const away = (staffId: string, standInId?: string, on = day) =>
  record({
    ...{ kind: 'teacherAway', staffId, fromDay: on, toDay: on },
    substitutes: standInId ? [{ lessonId, day, staffId: standInId }] : [],
  });
const back = async ({ id }: Recorded, fromDay = day) => {
  const { version } = await listed({ id });
  const said = await principal.post(`/api/timetable/disruptions/${id}/end`, { version, fromDay });
  expect(said.status).toBe(200);
};
const listed = async ({ id }: { id: string }) =>
  (await principal.get('/api/timetable/disruptions')).body.items.find((one: { id: string }) => one.id === id);
const proposals = async (staffId: string, on = day) =>
  (await principal.get(`/api/timetable/substitutes?staffId=${staffId}&fromDay=${on}&toDay=${on}`)).body.items;
/** What happens to the lesson of that Tuesday, as somebody sees it; undefined: nothing. */
const shown = async (person: Person) =>
  (await person.get('/api/timetable/week?week=2')).body.changes.find(
    (one: { lessonId: string; day: string }) => one.lessonId === lessonId && one.day === day,
  );
/** Who holds it by the class log, on a day; undefined: it is not held. */
const inLog = async (on = day): Promise<string[] | undefined> => {
  const { planned } = (await principal.get(`/api/lessons/log/classes/${ground.classId}/2`)).body;
  const slots = planned.filter(
    (one: { day: string; subjectCode: string; change: string }) =>
      one.day === on && one.subjectCode === 'HISGEO' && !['cancelled', 'madeUp'].includes(one.change),
  );
  expect(slots.length).toBeLessThan(2);
  return slots[0]?.staffIds;
};
/** Days of the lesson in that week by somebody's phone. */
const onPhone = async (person: Person): Promise<string | undefined> => {
  const { address } = (await person.post('/api/timetable/calendar-feed', {})).body;
  const events = (await hoaBan.stranger.get(new URL(address).pathname)).bytes.toString();
  const own = events.split('BEGIN:VEVENT').find((event) => event.includes(`UID:${lessonId}.2\r`));
  return own && /DTSTART:(\d{8})/.exec(own)?.[1];
};
const titles = async (person: Person): Promise<string[]> =>
  (await person.get('/api/plan/notices')).body.items.map(({ title }: { title: string }) => title);
/** Periods stood in for this year, by who could stand in on another Tuesday. */
const stoodIn = async () =>
  Object.fromEntries(
    (await proposals(ids.teacher, '2025-09-23'))[0].candidates.map(
      (one: { staffId: string; stoodIn: number }) => [one.staffId, one.stoodIn],
    ),
  );

describe('A substitute who falls ill too', () => {
  test('leaves the lesson to be stood in for: it is counted as lost, proposed anew, and those concerned are told', async () => {
    const first = await away(ids.teacher, ids.colleague);
    expect(await proposals(ids.colleague)).toMatchObject([
      { lessonId, day, heldOn: day, standsInFor: ids.teacher, heldBy: [], chosen: { staffId: ids.helper } },
    ]);
    const second = await away(ids.colleague);
    expect(await shown(pupil)).toMatchObject({
      ...{ kind: 'cancelled', absent: [{ staffId: ids.teacher, standInId: null }] },
    });
    expect(await listed(second)).toMatchObject({ lessons: 1, cancelled: 1 });
    expect(await listed(first)).toMatchObject({ lessons: 1, cancelled: 0 });
    expect(await inLog()).toBeUndefined();
    for (const person of [teacher, colleague, pupil]) {
      expect(await onPhone(person)).toBeUndefined();
      expect((await titles(person))[0]).toBe('Có tiết nghỉ: Vàng A Toán, 16/09/2025');
    }
    expect(await stoodIn()).toMatchObject({ [ids.colleague]: 0 });
    // It still can be stood in for, asked of either absence.
    for (const staffId of [ids.colleague, ids.teacher])
      expect(await proposals(staffId)).toMatchObject([{ lessonId, chosen: { staffId: ids.helper } }]);
  });

  test('has a substitute of their own, who holds it in week, phone, log and count; one who is away is refused', async () => {
    await away(ids.teacher, ids.helper);
    const wish = { kind: 'teacherAway', staffId: ids.helper, fromDay: day, toDay: day, reason: 'Ốm' };
    const refused = await principal.post('/api/timetable/disruptions', {
      ...{ ...wish, substitutes: [{ lessonId, day, staffId: ids.teacher }] },
    });
    expect(refused.body.code).toBe('timetable.badDisruption');
    await away(ids.helper, ids.colleague);
    for (const person of [principal, teacher, pupil])
      expect(await shown(person)).toMatchObject({
        ...{ kind: 'substituted', absent: [{ staffId: ids.teacher, standInId: ids.colleague }] },
      });
    expect(await inLog()).toEqual([ids.colleague]);
    expect(await onPhone(colleague)).toBe('20250916');
    expect(await onPhone(teacher)).toBeUndefined();
    expect((await titles(colleague))[0]).toBe('Có tiết dạy thay: Quàng Văn Thay, 16/09/2025');
    expect(await titles(pupil)).toEqual([]);
    expect(await stoodIn()).toMatchObject({ [ids.colleague]: 1, [ids.helper]: 0 });
    const line = { day, title: 'Lịch sử là gì', programmeLessonId: null, programmePeriod: null };
    const written = await put(colleague, '/api/lessons/log/entries', lineOf(ground, line));
    expect(written.status).toBe(200);
    await hoaBan.db.owner.query('DELETE FROM lessons.log_entry');
  });

  test('stands in again, and hears of it, when that absence is taken back', async () => {
    await away(ids.teacher, ids.colleague);
    const second = await away(ids.colleague, ids.helper);
    expect(await inLog()).toEqual([ids.helper]);
    await back(second);
    expect(await shown(pupil)).toMatchObject({
      ...{ kind: 'substituted', absent: [{ staffId: ids.teacher, standInId: ids.colleague }] },
    });
    expect([await inLog(), await onPhone(colleague)]).toEqual([[ids.colleague], '20250916']);
    expect((await titles(colleague))[0]).toContain('Trở lại thời khoá biểu thường ngày');
    expect(await titles(pupil)).toEqual([]);
  });

  test('and whoever stands in then are not needed when the teacher is back', async () => {
    const first = await away(ids.teacher, ids.helper);
    const second = await away(ids.helper, ids.colleague);
    await back(first);
    expect(await shown(pupil)).toBeUndefined();
    expect([await inLog(), await onPhone(colleague)]).toEqual([[ids.teacher], undefined]);
    expect((await titles(colleague))[0]).toContain('Trở lại thời khoá biểu thường ngày');
    expect(await listed(second)).toMatchObject({ lessons: 0 });
    await back(second);
    expect(await shown(pupil)).toBeUndefined();
  });

  test('is passed over when the office names somebody else for the teacher; whoever stood in until then hears of it', async () => {
    await away(ids.teacher, ids.helper);
    await away(ids.helper, ids.colleague);
    const another = await addStaff(hoaBan.db, here, { full_name: 'Lường Thị Giúp' });
    await away(ids.teacher, another);
    expect(await shown(pupil)).toMatchObject({ absent: [{ staffId: ids.teacher, standInId: another }] });
    expect(await inLog()).toEqual([another]);
    expect((await titles(colleague))[0]).toBe('Thôi dạy thay, đã có người khác: Lò Thị Sử vắng, 16/09/2025');
    // Recorded once more with the same one, who is free for it, nobody hears of another.
    await away(ids.teacher, another);
    expect((await titles(colleague)).filter((title) => title.startsWith('Thôi'))).toHaveLength(1);
    await hoaBan.db.owner.query('UPDATE people.staff_member SET left_on = $2 WHERE id = $1', [another, day]);
  });
});

describe('A lesson that was put on another day', () => {
  /** Lost on Tuesday and made up on the first day that has room; gives that day. */
  const madeUp = async (): Promise<{
    flood: Recorded;
    on: string;
    place: { half: string; period: number };
  }> => {
    const flood = await record({ kind: 'noSchool', reason: 'Lũ quét' });
    const url = `/api/timetable/disruptions/${flood.id}/make-up`;
    const [item] = (await principal.get(`${url}?untilDay=2025-09-20`)).body.items;
    const places = [{ changeId: item.changeId, ...item.place }];
    const kept = await principal.post(url, { version: flood.version, untilDay: '2025-09-20', places });
    expect(kept.body).toMatchObject({ placed: 1 });
    await hoaBan.db.owner.query('DELETE FROM plan.notice');
    return { flood, on: item.place.day, place: item.place };
  };

  test('needs somebody there when its teacher is away that day, and falls away there when nobody stands in', async () => {
    const { flood, on, place } = await madeUp();
    expect(await onPhone(pupil)).toBe(on.replaceAll('-', ''));
    const at = { half: place.half, period: place.period };
    expect(await proposals(ids.teacher, on)).toMatchObject([
      { lessonId, day, heldOn: on, at, standsInFor: null, chosen: { staffId: expect.any(String) } },
    ]);
    const absence = await away(ids.teacher, undefined, on);
    expect(await shown(pupil)).toMatchObject({ kind: 'cancelled', to: { day: on, ...at } });
    expect(await listed(absence)).toMatchObject({ lessons: 1, cancelled: 1 });
    expect(await listed(flood)).toMatchObject({ cancelled: 0, madeUp: 1 });
    expect([await inLog(on), await onPhone(pupil), await onPhone(teacher)]).toEqual([
      ...[undefined, undefined, undefined],
    ]);
    expect((await titles(pupil))[0]).toContain('Có tiết nghỉ: Lò Thị Sử');
    // Made up once more, of that absence; taken back it is lost there; with the teacher back it is held there.
    const url = `/api/timetable/disruptions/${absence.id}/make-up`;
    const [item] = (await principal.get(`${url}?untilDay=2025-09-27`)).body.items;
    expect(item).toMatchObject({ lost: { day: on, ...at } });
    const again = await principal.post(url, {
      ...{ version: absence.version, untilDay: '2025-09-27' },
      places: [{ changeId: item.changeId, ...item.place }],
    });
    expect(again.body).toMatchObject({ placed: 1, left: 0 });
    expect(await shown(pupil)).toMatchObject({ kind: 'madeUp', to: { day: item.place.day } });
    expect(await onPhone(pupil)).toBe(item.place.day.replaceAll('-', ''));
    // Where it is made up now only the later one can take back.
    expect((await principal.get(`/api/timetable/disruptions/${flood.id}/make-up/undo`)).body.items).toEqual(
      [],
    );
    const undone = await principal.post(`${url}/undo`, {
      ...{ version: again.body.disruption.version, changeIds: [item.changeId] },
    });
    expect(undone.body).toMatchObject({ undone: 1 });
    expect(await shown(pupil)).toMatchObject({ kind: 'cancelled', to: { day: on } });
    await back(absence, on);
    expect(await shown(pupil)).toMatchObject({ kind: 'madeUp', to: { day: on }, absent: [] });
    expect(await inLog(on)).toEqual([ids.teacher]);
  });

  test('is stood in for there: by the week, the phone, the class log; the substitute is not needed once it is not made up', async () => {
    const { flood, on } = await madeUp();
    await away(ids.teacher, ids.colleague, on);
    expect(await shown(pupil)).toMatchObject({
      ...{ kind: 'madeUp', to: { day: on }, absent: [{ staffId: ids.teacher, standInId: ids.colleague }] },
    });
    expect(await inLog(on)).toEqual([ids.colleague]);
    const phone = on.replaceAll('-', '');
    expect([await onPhone(teacher), await onPhone(colleague), await onPhone(pupil)]).toEqual([
      ...[undefined, phone, phone],
    ]);
    expect((await titles(colleague))[0]).toContain('Có tiết dạy thay: Lò Thị Sử');
    // Who teaches it is the staff's business.
    expect(await titles(pupil)).toEqual([]);
    const url = `/api/timetable/disruptions/${flood.id}/make-up/undo`;
    const [{ changeId }] = (await principal.get(url)).body.items;
    const { version } = await listed(flood);
    const undone = await principal.post(url, { version, changeIds: [changeId] });
    expect(undone.body).toMatchObject({ undone: 1 });
    expect(await shown(pupil)).toMatchObject({ kind: 'cancelled', to: null, absent: [] });
    expect(await onPhone(colleague)).toBeUndefined();
    expect((await titles(colleague))[0]).toContain('Thôi dạy bù 1 tiết');
  });

  test('falls away there with the school, is online there with its class, and is left alone by what happens where it hangs', async () => {
    const { on } = await madeUp();
    const flood = await record({ kind: 'noSchool', reason: 'Lũ quét', fromDay: on, toDay: on });
    expect(await shown(pupil)).toMatchObject({ kind: 'cancelled', to: { day: on } });
    await back(flood, on);
    expect(await shown(pupil)).toMatchObject({ kind: 'madeUp', to: { day: on } });
    const link = 'https://lop.example/6a1';
    await record({ kind: 'online', classId: ground.classId, link, fromDay: on, toDay: on });
    expect(await shown(pupil)).toMatchObject({ kind: 'madeUp', to: { day: on }, link });
    const before = await shown(pupil);
    await record({ kind: 'noSchool', reason: 'Lũ quét' });
    await away(ids.teacher);
    expect(await shown(pupil)).toEqual(before);
  });

  test('moved within the week, is stood in for on the new day and is back where it hangs when the move is taken back', async () => {
    const to = { day: '2025-09-18', half: 'morning', period: 1, roomId: null };
    const from = { day, half: 'morning', period: 1, roomId: null };
    const moved = await record({
      ...{ kind: 'teacherAway', staffId: ids.teacher, moves: [{ lessonId, from, to }] },
    });
    await away(ids.teacher, ids.colleague, to.day);
    expect(await shown(pupil)).toMatchObject({
      ...{ kind: 'moved', to: { day: to.day }, absent: [{ standInId: ids.colleague }] },
    });
    expect([await inLog(), await inLog(to.day)]).toEqual([undefined, [ids.colleague]]);
    await back(moved);
    expect(await shown(pupil)).toBeUndefined();
    expect([await inLog(), await inLog(to.day)]).toEqual([[ids.teacher], undefined]);
    expect((await titles(colleague))[0]).toContain('Trở lại thời khoá biểu thường ngày');
  });
});

test('The database keeps no change of what is not so, and nobody standing in twice in a lesson', async () => {
  const first = await away(ids.teacher, ids.helper);
  const second = await away(ids.helper, ids.colleague);
  const change = (of: Recorded, row: object) =>
    hoaBan.db.owner.query(
      `INSERT INTO timetable.day_change (id, disruption_id, unit_id, department_id, lesson_id, day, kind, moved_before, place_id, away_id, staff_id)
       SELECT $1, $2, $3, $4, $5, $6, r.kind, r.moved_before, r.place_id, r.away_id, r.staff_id
       FROM jsonb_to_record($7::jsonb) AS r (kind text, moved_before smallint, place_id uuid, away_id uuid, staff_id uuid)`,
      [uuidv7(), of.id, here.id, here.departmentId, lessonId, day, JSON.stringify(row)],
    );
  const placeOf = (away_id: string, staff_id: string) => ({
    ...{ kind: 'substituted', moved_before: 0, place_id: ids.teacher, away_id, staff_id },
  });
  await expect(change(first, { kind: 'cancelled', moved_before: 1 })).rejects.toThrow(/what is not so/);
  const idle = await away(ids.colleague);
  await hoaBan.db.owner.query('DELETE FROM timetable.day_change WHERE disruption_id = $1', [idle.id]);
  await expect(change(idle, placeOf(ids.colleague, ids.helper))).rejects.toThrow(/day_change_stands_in_once/);
  await back(second);
  await expect(change(idle, placeOf(ids.colleague, ids.helper))).rejects.toThrow(/what is not so/);
});
