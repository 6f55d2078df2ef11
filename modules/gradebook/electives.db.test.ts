import { v7 as uuidv7 } from 'uuid';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { sql, type WriteTx } from '#platform/db';
import { readTables, renderWorkbook } from '#platform/documents';
import { type Person, type Served, serve } from '#tests/harness/served.ts';
import { addClass, addPupil } from '../people/testing.ts';
import { provinceSeed } from '../plan/testing.ts';
import { TestDevice } from '../sync/testing.ts';
import {
  addElectiveGroup,
  assign,
  cellsOf,
  choose,
  type Ground,
  here,
  makeGround,
  names,
  put,
  schoolYearId,
  sheetAddress,
} from './testing.ts';

// Marks of pupils who learn in the groups of an elective block: which sheet they stand in, and who assesses them.

const now = '2026-01-05T08:00:00+07:00';
let hoaBan: Served;
let ground: Ground;
/** Assigned physics in the class. */
let maths: Person;
/** Homeroom teacher of another class. */
let history: Person;
let principal: Person;

beforeAll(async () => {
  hoaBan = await serve(provinceSeed, now);
  ground = await makeGround(hoaBan.db, 3);
  maths = await hoaBan.as(names.maths, 'teacher');
  history = await hoaBan.as(names.history, 'teacher');
  principal = await hoaBan.as(names.principal, 'principal');
});
afterAll(() => hoaBan?.close());

/** Does something in the database as one of the two teachers, past every action, and takes it back. */
async function asTeacher(who: 'maths' | 'history', act: (tx: WriteTx) => Promise<unknown>): Promise<void> {
  const { rows } = await hoaBan.db.owner.query('SELECT account_id FROM people.staff_member WHERE id = $1', [
    ground.staff[who],
  ]);
  return hoaBan.db.database.write(
    {
      'hoaban.account_id': rows[0].account_id,
      'hoaban.department_id': here.departmentId,
      'hoaban.unit_id': here.id,
      'hoaban.role': 'teacher',
      'hoaban.scope': 'own',
    },
    async (tx) => {
      await act(tx);
      throw new Error('undone');
    },
  );
}

const write = (who: 'maths' | 'history', code: string, pupilId: string) =>
  asTeacher(who, (tx) => {
    const row = JSON.stringify([{ id: uuidv7(), p: pupilId, r: [], m: null, f: 50, c: null, v: 1 }]);
    return sql`SELECT gradebook.write_marks(${here.id}, ${schoolYearId}, ${code}, 1::smallint, 'score', NULL, ${row}::jsonb)`.execute(
      tx,
    );
  });

describe('A pupil who learns another elective than the class', () => {
  let classId: string;
  /** The first learns law instead of physics. */
  let pupils: readonly [string, string];
  const marks = (pupilId: string, value: string) =>
    cellsOf(
      ['regular1', 'regular2', 'regular3', 'midterm', 'final'].map(
        (place) => [pupilId, place, value] as const,
      ),
    );

  beforeAll(async () => {
    classId = await addClass(hoaBan.db, here, schoolYearId, { grade: 10, name: '10A1' });
    const made = [];
    for (const name of ['Vừ Thị Luật', 'Vừ A Lí'])
      made.push(await addPupil(hoaBan.db, here, { classId, schoolYearId }, { full_name: name }));
    pupils = made as unknown as [string, string];
    await choose(hoaBan.db, classId, ['PHY', 'CHE', 'BIO', 'INF']);
    await assign(hoaBan.db, classId, 'PHY', ground.staff.maths);
    await addElectiveGroup(hoaBan.db, 'PHY', ground.staff.maths, [pupils[1]], 'Lượt 1');
    await addElectiveGroup(hoaBan.db, 'ECL', ground.staff.history, [pupils[0]], 'Lượt 1');
  });

  test('stands in the sheet of that subject, which the teacher of the group writes with its columns', async () => {
    const { sheets } = (await history.get('/api/gradebook/sheets?semester=1')).body;
    expect(sheets).toContainEqual(
      expect.objectContaining({
        ...{ classId, subjectCode: 'ECL', teachers: ['Lò Thị Sử'], pupils: 1, wanted: 5, filled: 0 },
      }),
    );
    const sheet = sheetAddress(classId, 'ECL');
    const { rows, may } = (await history.get(sheet)).body;
    expect(rows.map(({ name }: { name: string }) => name)).toEqual(['Vừ Thị Luật']);
    expect(may).toContain('gradebook.saveCells');
    expect((await history.post(`${sheet}/cells`, marks(pupils[0], '8'))).body).toEqual({ saved: 5 });
    expect((await history.post(`${sheet}/cells`, marks(pupils[1], '8'))).body.code).toBe(
      'gradebook.badCells',
    );
    const column = await put(history, `${sheet}/columns/midterm`, {
      ...{ form: 'written', title: 'Giữa kì I', heldOn: '2025-11-05', strand: '', version: 0 },
    });
    expect(column.status).toBe(200);
    expect((await maths.get('/api/gradebook/sheets?semester=1')).body.sheets).not.toContainEqual(
      expect.objectContaining({ subjectCode: 'ECL' }),
    );
    expect((await maths.post(`${sheet}/cells`, marks(pupils[0], '9'))).body.code).toMatch(
      /gradebook\.(notAssigned|noSheet)/,
    );
    // A subject that nobody in the class learns has no sheet.
    expect((await principal.get(sheetAddress(classId, 'GEO'))).body.code).toBe('gradebook.noSheet');
  });

  test('does not stand in that of the class, where it is said; nor does the database let a mark through', async () => {
    const sheet = sheetAddress(classId, 'PHY');
    const { rows, elsewhere } = (await maths.get(sheet)).body;
    expect(rows.map(({ name }: { name: string }) => name)).toEqual(['Vừ A Lí']);
    expect(elsewhere).toEqual([{ name: 'Vừ Thị Luật', subjectName: 'Giáo dục kinh tế và pháp luật' }]);
    expect((await maths.post(`${sheet}/cells`, marks(pupils[0], '7'))).body.code).toBe('gradebook.badCells');
    expect((await maths.post(`${sheet}/cells`, marks(pupils[1], '7'))).status).toBe(200);
    await expect(write('maths', 'PHY', pupils[0])).rejects.toMatchObject({ code: '42501' });
    await expect(write('maths', 'ECL', pupils[0])).rejects.toMatchObject({ code: '42501' });
    await expect(write('history', 'ECL', pupils[0])).rejects.toThrow('undone');
  });

  test('is assessed in it instead: in results, their paper and the way over the years', async () => {
    const { subjects, rows } = (await principal.get(`/api/gradebook/classes/${classId}/results`)).body;
    const codes = subjects.map(({ code }: { code: string }) => code);
    expect(codes).toEqual(expect.arrayContaining(['PHY', 'ECL']));
    const valuesOf = (name: string) =>
      rows.find((row: { name: string }) => row.name === name).semester1.values;
    expect(valuesOf('Vừ Thị Luật')).toEqual({ ECL: '8,0' });
    expect(valuesOf('Vừ A Lí')).toEqual({ PHY: '7,0' });
    const progress = (await principal.get(`/api/gradebook/pupils/${pupils[0]}/progress`)).body;
    expect(progress.subjects.map(({ code }: { code: string }) => code)).toEqual(['ECL']);
    const paper = await principal.get(`/api/gradebook/classes/${classId}/register?format=pdf`);
    expect(paper.bytes.subarray(0, 5).toString()).toBe('%PDF-');
  });
});

test('A pupil whose class takes nothing of the block has a sheet of the subject of the group, and is assessed in it besides those of the class', async () => {
  const classId = await addClass(hoaBan.db, here, schoolYearId, { grade: 10, name: '10A3' });
  await choose(hoaBan.db, classId, ['GEO', 'CHE', 'BIO', 'INF']);
  const [one, other] = await Promise.all(
    ['Tráng A Thêm', 'Tráng A Lớp'].map((full_name) =>
      addPupil(hoaBan.db, here, { classId, schoolYearId }, { full_name }),
    ),
  );
  await addElectiveGroup(hoaBan.db, 'TECH', ground.staff.history, [one!], 'Lượt 3');
  const sheet = sheetAddress(classId, 'TECH');
  const { rows, subject } = (await history.get(sheet)).body;
  expect(subject.name).toBe('Công nghệ');
  expect(rows).toMatchObject([{ pupilId: one, mine: true }]);
  const cells = cellsOf(
    ['regular1', 'regular2', 'regular3', 'midterm', 'final'].map((place) => [one!, place, '9']),
  );
  expect((await history.post(`${sheet}/cells`, cells)).body).toEqual({ saved: 5 });
  const foreign = await history.post(`${sheet}/cells`, cellsOf([[other!, 'final', '9']]));
  expect(foreign.body.code).toBe('gradebook.badCells');
  expect((await principal.get('/api/gradebook/sheets?semester=1')).body.sheets).toContainEqual(
    expect.objectContaining({
      ...{ classId, subjectCode: 'TECH', teachers: ['Lò Thị Sử'], pupils: 1, filled: 5, wanted: 5 },
    }),
  );
  const results = (await principal.get(`/api/gradebook/classes/${classId}/results`)).body;
  const codes = results.subjects.map(({ code }: { code: string }) => code);
  expect(codes).toEqual(expect.arrayContaining(['GEO', 'CHE', 'BIO', 'INF', 'TECH']));
  const valuesOf = (pupilId: string) =>
    results.rows.find((row: { pupilId: string }) => row.pupilId === pupilId).semester1.values;
  expect(valuesOf(one!)).toEqual({ TECH: '9,0' });
  expect(valuesOf(other!)).toEqual({});
});

describe('A pupil in a group of a subject that the class takes too', () => {
  const message = expect.stringContaining('Lò Thị Sử dạy và đánh giá');
  let sheet: string;
  /** In the group of another teacher than the class has; in no group. */
  let inGroup: string;
  let alone: string;
  const listed = async (person: Person) =>
    (await person.get('/api/gradebook/sheets?semester=1')).body.sheets.find(
      (one: { className: string; subjectCode: string }) =>
        one.className === '10A2' && one.subjectCode === 'PHY',
    );

  beforeAll(async () => {
    const classId = await addClass(hoaBan.db, here, schoolYearId, { grade: 10, name: '10A2' });
    sheet = sheetAddress(classId, 'PHY');
    inGroup = await addPupil(hoaBan.db, here, { classId, schoolYearId }, { full_name: 'Cứ A Học' });
    alone = await addPupil(hoaBan.db, here, { classId, schoolYearId }, { full_name: 'Cứ Thị Lớp' });
    await choose(hoaBan.db, classId, ['PHY']);
    await assign(hoaBan.db, classId, 'PHY', ground.staff.maths);
    await addElectiveGroup(hoaBan.db, 'PHY', ground.staff.history, [inGroup], 'Lượt 2');
  });

  test('is assessed by the teacher of the group; who is assigned the subject in the class sees the marks and does not write them', async () => {
    expect((await history.post(`${sheet}/cells`, cellsOf([[inGroup, 'regular1', '8']]))).status).toBe(200);
    const { rows, may } = (await maths.get(sheet)).body;
    expect(rows).toMatchObject([
      { name: 'Cứ A Học', mine: false, groupTeacher: 'Lò Thị Sử', cells: { regular1: '8,0' } },
      { name: 'Cứ Thị Lớp', mine: true, groupTeacher: null },
    ]);
    expect(may).toContain('gradebook.saveCells');
    for (const place of ['regular1', 'comment']) {
      const said = await maths.post(`${sheet}/cells`, cellsOf([[inGroup, place, '9', '8,0']]));
      expect(said.body.problems).toEqual([{ path: 'cells.0', message }]);
    }
    expect((await maths.post(`${sheet}/cells`, cellsOf([[alone, 'regular1', '7']]))).status).toBe(200);
    const foreign = await history.post(`${sheet}/cells`, cellsOf([[alone, 'regular1', '9', '7,0']]));
    expect(foreign.body.code).toBe('gradebook.badCells');
    const link = { kind: 'evidence', title: 'Bài làm', link: 'https://example.vn/bai' };
    const evidence = (person: Person) =>
      person.post(`${sheet}/attachments/regular1/links?pupilId=${inGroup}`, link);
    expect((await evidence(maths)).body.code).toBe('gradebook.notAssigned');
    expect((await evidence(history)).status).toBe(200);
  });

  test('stays as it was when a file or a device brings other marks', async () => {
    const tables = await readTables((await maths.get(`${sheet}/workbook`)).bytes, 'so.xlsx');
    const file = await renderWorkbook(
      tables.map(({ name, rows: [head = [], ...lines] }, table) => ({
        name,
        columns: head.map((title) => ({ title, kind: 'text' as const })),
        rows: lines.map((line) => line.map((cell) => (table === 0 && cell === '8,0' ? '9,0' : cell))),
      })),
    );
    expect((await maths.send(`${sheet}/workbook`, 'so.xlsx', file)).body.problems).toEqual([
      { path: 'cells.0', message },
    ]);
    const device = await TestDevice.bound(maths, () => new Date(now));
    const [, , , , classId, subjectCode] = sheet.split('/');
    const { body } = await device.push(
      [
        [inGroup, 'regular1', '9', '8,0'],
        [alone, 'regular2', '6', ''],
      ].map((cell, at) =>
        device.command(at + 1, 'gradebook.saveCells', {
          ...{ classId, subjectCode, semester: 1 },
          ...cellsOf([cell as [string, string, string, string]]),
        }),
      ),
    );
    expect(body.results.map(({ outcome }: { outcome: string }) => outcome)).toEqual(['refused', 'applied']);
    expect((await principal.get(sheet)).body.rows[0].cells).toEqual({ regular1: '8,0' });
  });

  test('is guarded by the database: neither marks nor a correction, a re-test or evidence from another hand', async () => {
    await expect(write('maths', 'PHY', inGroup)).rejects.toMatchObject({ code: '42501' });
    await expect(write('history', 'PHY', inGroup)).rejects.toThrow('undone');
    await expect(write('history', 'PHY', alone)).rejects.toMatchObject({ code: '42501' });
    await expect(write('maths', 'PHY', alone)).rejects.toThrow('undone');
    const correct = (who: 'maths' | 'history') =>
      asTeacher(who, (tx) =>
        sql`INSERT INTO gradebook.correction (id, pupil_id, unit_id, department_id, school_year_id, class_id, subject_code, semester, place,
            to_value, reason, asked_by, asked_at)
          SELECT ${uuidv7()}, ${inGroup}, ${here.id}, ${here.departmentId}, ${schoolYearId}, ${sheet.split('/')[4]!}, 'PHY', 1, 'final', 90, 'thử',
            organisation.current_account(), '2026-01-05'`.execute(tx),
      );
    const retest = (who: 'maths' | 'history') =>
      asTeacher(who, (tx) =>
        sql`INSERT INTO gradebook.retest (id, pupil_id, unit_id, department_id, school_year_id, subject_code, value, held_on)
          VALUES (${uuidv7()}, ${inGroup}, ${here.id}, ${here.departmentId}, ${schoolYearId}, 'PHY', 50, '2026-01-05')`.execute(
          tx,
        ),
      );
    const attach = (who: 'maths' | 'history') =>
      asTeacher(who, (tx) =>
        sql`INSERT INTO gradebook.attachment (id, unit_id, department_id, class_id, subject_code, semester, place, pupil_id, kind, title, link,
            added_by, added_at)
          SELECT ${uuidv7()}, ${here.id}, ${here.departmentId}, ${sheet.split('/')[4]!}, 'PHY', 1, 'final', ${inGroup}, 'evidence', 'Bài', 'https://example.vn',
            organisation.current_account(), '2026-01-05'`.execute(tx),
      );
    for (const act of [correct, retest, attach]) {
      await expect(act('maths')).rejects.toMatchObject({ code: '42501' });
      await expect(act('history')).rejects.toThrow('undone');
    }
  });

  test('makes two teachers of the sheet; once all of the class sit in groups, theirs alone, and only they are reminded', async () => {
    expect((await listed(principal)).teachers).toEqual(['Lò Thị Sử', 'Vàng A Toán']);
    const book = await maths.get('/api/gradebook/teacher-register?format=docx');
    expect(book.status).toBe(200);
    await hoaBan.db.owner.query(
      `INSERT INTO needs_survey.group_member (group_id, pupil_id, unit_id, department_id, reason, reason_text, decided_by, decided_at)
       SELECT m.group_id, $2, m.unit_id, m.department_id, m.reason, m.reason_text, m.decided_by, m.decided_at FROM needs_survey.group_member m
       WHERE m.pupil_id = $1`,
      [inGroup, alone],
    );
    expect(await listed(maths)).toMatchObject({ teachers: ['Lò Thị Sử'], pupils: 2 });
    const { closedBecause, may, teachers } = (await maths.get(sheet)).body;
    expect(closedBecause).toContain('giáo viên của nhóm nhập điểm');
    expect(may).not.toContain('gradebook.saveCells');
    expect(teachers).toEqual(['Lò Thị Sử']);
    const said = await maths.post(`${sheet}/cells`, cellsOf([[alone, 'regular1', '9', '7,0']]));
    expect(said.body.code).toBe('gradebook.notAssigned');
    await principal.post('/api/gradebook/terms/1/remind', {});
    const told = async (person: Person) => JSON.stringify((await person.get('/api/plan/notices')).body);
    expect(await told(history)).toContain('10A2 Vật lí: thiếu');
    expect(await told(maths)).not.toContain('10A2 Vật lí: thiếu');
  });

  test('of a group without a teacher stays with who is assigned the subject in the class', async () => {
    await hoaBan.db.owner.query(
      `UPDATE needs_survey.study_group SET teacher_id = NULL WHERE block = 'Lượt 2'`,
    );
    expect((await maths.post(`${sheet}/cells`, cellsOf([[inGroup, 'regular1', '9', '8,0']]))).status).toBe(
      200,
    );
    await expect(write('maths', 'PHY', inGroup)).rejects.toMatchObject({ message: 'undone' });
  });
});
