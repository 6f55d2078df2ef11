import { afterAll, beforeAll, expect, test } from 'vitest';
import { readWorkbook } from '#platform/documents';
import { type Served, serve } from '#tests/harness/served.ts';
import { addFamilyAccount } from '../family/testing.ts';
import { here, type LessonGround, makeLessonGround, names } from '../lessons/testing.ts';
import { provinceSeed } from '../plan/testing.ts';

// Two teachers of one name, as a timetable and everybody who reads it names them.

let hoaBan: Served;
let ground: LessonGround;

beforeAll(async () => {
  hoaBan = await serve(provinceSeed, '2025-09-16T08:00:00+07:00');
  ground = await makeLessonGround(hoaBan.db);
  const accountId = await addFamilyAccount(hoaBan.db, here, {
    ...{ username: 'hoc.sinh.thu', name: 'Giàng A Thử A', role: 'pupil' as const },
  });
  await hoaBan.db.owner.query('UPDATE people.pupil SET account_id = $1 WHERE id = $2', [
    accountId,
    ground.pupils[0],
  ]);
});
afterAll(() => hoaBan?.close());

test('Teachers of one name are told apart wherever the school, its pupils and its papers name them; nobody reads a year of birth', async () => {
  const { owner } = hoaBan.db;
  const principal = await hoaBan.as(names.principal, 'principal');
  const colleague = await hoaBan.as(names.maths, 'teacher');
  const pupil = await hoaBan.as('hoc.sinh.thu', 'pupil');
  const ids = [ground.staff.maths, ground.staff.history];
  await owner.query(`UPDATE people.staff_member SET full_name = 'Cứ Thị Mị' WHERE id = ANY ($1)`, [ids]);
  const teaches = (id: string, code: string) =>
    owner.query(
      `INSERT INTO people.staff_subject (staff_id, unit_id, department_id, subject_code)
       SELECT id, unit_id, department_id, $2 FROM people.staff_member WHERE id = $1`,
      [id, code],
    );
  await teaches(ground.staff.maths, 'MATH');
  await teaches(ground.staff.history, 'LIT');
  const namesIn = (list: { id: string; name: string }[]) =>
    ids.map((id) => list.find((one) => one.id === id)?.name);
  const shown = ['Cứ Thị Mị (Toán)', 'Cứ Thị Mị (Văn)'];
  const week = async (person: typeof pupil) =>
    namesIn((await person.get('/api/timetable/week')).body.teachers);
  for (const person of [colleague, pupil]) expect(await week(person)).toEqual(shown);
  const setup = (await principal.get('/api/timetable/setup?semester=1')).body;
  expect(namesIn(setup.ground.teachers)).toEqual(shown);
  expect(namesIn((await principal.get('/api/timetable/disruptions')).body.teachers)).toEqual(shown);
  expect(namesIn((await principal.get('/api/staffing/assignments')).body.teachers)).toEqual(shown);
  const { lessons } = (await principal.get('/api/lessons/observations')).body;
  const observed = lessons.map(({ staffName }: { staffName: string }) => staffName);
  expect(observed).toEqual(expect.arrayContaining(shown));
  const book = (await principal.get(`/api/timetable/timetables/${ground.timetableId}/workbook`)).bytes;
  expect(JSON.stringify(await readWorkbook(book, 'tkb.xlsx'))).toMatch(
    /Mị \(Toán\).*Mị \(Văn\)|Mị \(Văn\).*Mị \(Toán\)/,
  );
  const away = await principal.post('/api/timetable/disruptions', {
    ...{ kind: 'teacherAway', staffId: ids[1], fromDay: '2025-09-16', toDay: '2025-09-16', reason: 'Ốm' },
  });
  expect(away.body.disruption.about).toBe('Cứ Thị Mị (Văn)');
  expect((await principal.get('/api/timetable/disruptions')).body.items).toContainEqual(
    expect.objectContaining({ id: away.body.disruption.id, about: 'Cứ Thị Mị (Văn)' }),
  );
  // Both teach the same: the staff code tells, to everybody the same.
  await owner.query(`UPDATE people.staff_subject SET subject_code = 'MATH' WHERE staff_id = $1`, [ids[1]]);
  await owner.query(
    `UPDATE people.staff_member SET code = 'GV-' || CASE id WHEN $1 THEN 1 ELSE 2 END WHERE id = ANY ($2)`,
    [ids[0], ids],
  );
  const byCode = ['Cứ Thị Mị (Toán, mã GV-1)', 'Cứ Thị Mị (Toán, mã GV-2)'];
  for (const person of [principal, colleague, pupil]) expect(await week(person)).toEqual(byCode);
  // Of another school nobody learns anything.
  const elsewhere = await hoaBan.as(names.elsewhere, 'principal');
  expect(JSON.stringify((await elsewhere.get('/api/staffing/assignments')).body)).not.toContain(
    'Cứ Thị Mị (',
  );
});
