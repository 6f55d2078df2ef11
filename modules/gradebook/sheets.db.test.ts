import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { sql } from '#platform/db';
import { readTables, renderWorkbook } from '#platform/documents';
import { type Person, type Served, serve } from '#tests/harness/served.ts';
import { movableClock } from '../identity-access/testing.ts';
import { provinceSeed } from '../plan/testing.ts';
import {
  assign,
  cellsOf,
  type Ground,
  here,
  makeGround,
  names,
  put,
  schoolYearId,
  sheetAddress,
} from './testing.ts';

// Marks of one class, from the first cell to the correction after the lock.

let hoaBan: Served;
let ground: Ground;
let maths: Person;
let history: Person;
let principal: Person;
let sheet: string;
const clock = movableClock('2025-10-01T08:00:00+07:00');

beforeAll(async () => {
  hoaBan = await serve(provinceSeed, clock);
  ground = await makeGround(hoaBan.db);
  maths = await hoaBan.as(names.maths, 'teacher');
  history = await hoaBan.as(names.history, 'teacher');
  principal = await hoaBan.as(names.principal, 'principal');
  sheet = sheetAddress(ground.classId, 'MATH');
});
afterAll(() => hoaBan?.close());

const save = (
  person: Person,
  rows: Parameters<typeof cellsOf>[0],
  subject = 'MATH',
  semester: 1 | 2 = 1,
  key?: string,
) => person.post(`${sheetAddress(ground.classId, subject, semester)}/cells`, cellsOf(rows), key);
const cells = async (person: Person, at = 0, subject = 'MATH') =>
  (await person.get(sheetAddress(ground.classId, subject))).body.rows[at].cells;

describe('A sheet', () => {
  test('shows the roster by roll number, four regular columns of a subject of 140 periods, and who teaches it', async () => {
    const { body } = await maths.get(sheet);
    expect(body.columns.map(({ place }: { place: string }) => place)).toEqual([
      'regular1',
      'regular2',
      'regular3',
      'regular4',
      'midterm',
      'final',
    ]);
    expect(body.rows.map(({ pupilId }: { pupilId: string }) => pupilId)).toEqual(ground.pupils);
    expect(body).toMatchObject({
      teachers: ['Vàng A Toán'],
      closedBecause: null,
      subject: { judged: 'score' },
    });
    expect(body.may).toContain('gradebook.saveCells');
  });
  test('of a subject that the class does not learn does not exist', async () => {
    expect((await maths.get(sheetAddress(ground.classId, 'PHY'))).body.code).toBe('gradebook.noSheet');
  });
  test('of another school does not exist', async () => {
    const elsewhere = await hoaBan.as(names.elsewhere, 'principal');
    expect((await elsewhere.get(sheet)).body.code).toBe('gradebook.noSheet');
  });
});

describe('Marks', () => {
  test('are kept as they are typed, with comma, point or full-width digits, in one command', async () => {
    const [a, b, c] = ground.pupils as [string, string, string];
    const said = await save(maths, [
      [a, 'regular1', '7,5'],
      [a, 'regular2', '8'],
      [b, 'regular1', '７．５'],
      [b, 'final', 'v'],
      [c, 'midterm', '10'],
      [c, 'comment', 'Chăm chỉ, tiến bộ.'],
    ]);
    expect(said).toMatchObject({ status: 200, body: { saved: 6 } });
    expect(await cells(maths, 0)).toEqual({ regular1: '7,5', regular2: '8,0' });
    expect(await cells(maths, 1)).toEqual({ regular1: '7,5', final: 'V' });
    expect(await cells(maths, 2)).toEqual({ midterm: '10', comment: 'Chăm chỉ, tiến bộ.' });
  });

  test.each([
    ['999', 'Điểm từ 0 đến 10'],
    ['7,25', 'Điểm từ 0 đến 10'],
    ['Đ', 'Điểm từ 0 đến 10'],
  ])(
    '"%s" is refused with pupil, column and what to type, and nothing of the command is kept',
    async (value, message) => {
      const [, , , d, e] = ground.pupils as [string, string, string, string, string];
      const said = await save(maths, [
        [d, 'regular1', '9'],
        [e, 'regular2', value],
      ]);
      expect(said.status).toBe(422);
      expect(said.body.problems).toEqual([
        { path: 'cells.1', message: expect.stringMatching(new RegExp(`^Giàng A Thử E, TX 2: .*${message}`)) },
      ]);
      expect(await cells(maths, 3)).toEqual({});
    },
  );

  test('of a pupil of another class, or in a column the subject does not have, are refused', async () => {
    const said = await save(maths, [
      [ground.strangerId, 'regular1', '9'],
      [ground.pupils[0]!, 'regular5', '9'],
    ]);
    expect(said.body.problems.map(({ message }: { message: string }) => message)).toEqual([
      expect.stringContaining('không còn trong sổ này'),
      expect.stringContaining('không có cột điểm đó'),
    ]);
  });

  test('of a subject judged by comments are Đ or CĐ', async () => {
    expect((await save(maths, [[ground.pupils[0]!, 'regular1', 'đ']], 'PE')).status).toBe(200);
    expect(await cells(maths, 0, 'PE')).toEqual({ regular1: 'Đ' });
    expect((await save(maths, [[ground.pupils[0]!, 'regular2', '8']], 'PE')).status).toBe(422);
  });

  test('changed by somebody else meanwhile are told with both values, never overwritten; the same value is no conflict', async () => {
    const [a] = ground.pupils as [string];
    const late = await save(maths, [[a, 'regular1', '9', '']]);
    expect(late).toMatchObject({
      status: 409,
      body: {
        code: 'gradebook.cellsChangedMeanwhile',
        facts: {
          yours: [{ pupilId: a, place: 'regular1', value: '9,0' }],
          current: [{ pupilId: a, place: 'regular1', value: '7,5' }],
        },
      },
    });
    expect((await save(maths, [[a, 'regular1', '7.5', '']])).status).toBe(200);
    expect((await save(maths, [[a, 'regular1', '9', '7,5']])).status).toBe(200);
  });

  test('entered in the same empty row at the same moment: all are kept or the second is told', async () => {
    const pupil = ground.pupils[4]!;
    const said = await Promise.all([
      save(maths, [[pupil, 'regular3', '6']]),
      save(maths, [[pupil, 'regular4', '7']]),
    ]);
    const kept = await cells(maths, 4);
    expect(Object.keys(kept)).toHaveLength(said.filter(({ status }) => status === 200).length);
    expect(said.some(({ status }) => status === 200)).toBe(true);
  });

  test('of a replayed command are written once; a forged one with the same id is refused', async () => {
    const [, b] = ground.pupils as [string, string];
    const key = randomUUID();
    const rows = [[b, 'regular2', '6', '']] as const;
    expect((await save(maths, rows, 'MATH', 1, key)).status).toBe(200);
    expect((await save(maths, rows, 'MATH', 1, key)).headers['idempotent-replay']).toBe('true');
    expect((await save(maths, [[b, 'regular2', '10', '6']], 'MATH', 1, key)).status).toBe(409);
    expect(await cells(maths, 1)).toMatchObject({ regular2: '6,0' });
  });

  test('keep every former value with author and time', async () => {
    const [a] = ground.pupils as [string];
    const { body } = await maths.get(`${sheet}/history?pupilId=${a}&place=regular1`);
    expect(body.entries).toMatchObject([
      { before: '7,5', after: '9,0', by: expect.any(String) },
      { before: '', after: '7,5' },
    ]);
  });
});

describe('Who may write', () => {
  test('a teacher who is not assigned to the subject reads nothing of it as colleague and cannot write', async () => {
    const said = await save(history, [[ground.pupils[0]!, 'regular1', '9']]);
    expect(said).toMatchObject({ status: 403, body: { code: 'gradebook.notAssigned' } });
  });
  test('a teacher whose assignment ended yesterday cannot write any more', async () => {
    await assign(hoaBan.db, ground.classId, 'INF', ground.staff.maths);
    expect((await save(maths, [[ground.pupils[0]!, 'regular1', '9']], 'INF')).status).toBe(200);
    await hoaBan.db.owner.query(`DELETE FROM staffing.teaching_assignment WHERE subject_code = 'INF'`);
    const said = await save(maths, [[ground.pupils[0]!, 'regular2', '9']], 'INF');
    expect(said.body.code).toBe('gradebook.notAssigned');
  });
  test('a teacher who has left the school cannot write, though the account still signs in', async () => {
    const left = (day: string | null) =>
      hoaBan.db.owner.query('UPDATE people.staff_member SET left_on = $1 WHERE id = $2', [
        day,
        ground.staff.maths,
      ]);
    await left('2025-09-30');
    expect((await save(maths, [[ground.pupils[0]!, 'regular3', '9']])).body.code).toBe(
      'gradebook.notAssigned',
    );
    await left(null);
  });
  test('the homeroom teacher reads every subject of the class, and writes only what she teaches', async () => {
    const { body } = await history.get(sheet);
    expect(body.rows[0].cells).toMatchObject({ regular1: '9,0' });
    expect(body.may).not.toContain('gradebook.saveCells');
  });
  test('a column of another strand belongs to the teacher of that strand', async () => {
    const column = `${sheetAddress(ground.classId, 'HISGEO')}/columns/regular1`;
    const about = {
      version: 0,
      form: 'oral',
      title: 'Nhà nước Văn Lang',
      heldOn: '2025-09-25',
      strand: 'history',
    };
    expect((await put(history, column, about)).body).toEqual({ version: 1 });
    expect((await put(history, column, { ...about, strand: 'geography', version: 1 })).status).toBe(422);
    expect((await put(history, column, about)).body.code).toBe('gradebook.changedMeanwhile');
    expect((await save(history, [[ground.pupils[0]!, 'regular1', '8']], 'HISGEO')).status).toBe(200);
    await hoaBan.db.owner.query(
      `UPDATE gradebook.assessment SET strand = 'geography' WHERE subject_code = 'HISGEO'`,
    );
    const said = await save(history, [[ground.pupils[1]!, 'regular1', '8']], 'HISGEO');
    expect(said.body.problems[0].message).toContain('phân môn khác');
  });
  test('the principal reads and does not enter marks', async () => {
    expect((await principal.get(sheet)).body.rows[0].cells).toMatchObject({ regular1: '9,0' });
    expect((await save(principal, [[ground.pupils[0]!, 'regular3', '9']])).status).toBe(403);
  });
  test('a pupil exempt from the subject gets no marks', async () => {
    const pupil = ground.pupils[3]!;
    const exemption = `/api/gradebook/exemptions/${pupil}/PE`;
    const basis = 'Đơn của gia đình và bệnh án ngày 20/9/2025';
    expect((await put(principal, exemption, { kind: 'exempt', basis })).status).toBe(200);
    expect((await save(maths, [[pupil, 'regular1', 'Đ']], 'PE')).body.problems[0].message).toContain(
      'được miễn',
    );
    expect((await put(principal, exemption, { kind: null, basis: 'Học sinh đã khoẻ' })).status).toBe(200);
    expect((await save(maths, [[pupil, 'regular1', 'Đ']], 'PE')).status).toBe(200);
  });
});

describe('Excel', () => {
  const address = () => `${sheet}/workbook`;
  const rowsOf = async () => (await readTables((await maths.get(address())).bytes, 'so.xlsx'))[0]!.rows;
  /** The workbook as downloaded, with one cell of a pupil changed in it. */
  async function changed(at: number, title: string, text: string): Promise<Uint8Array> {
    const tables = await readTables((await maths.get(address())).bytes, 'so.xlsx');
    return renderWorkbook(
      tables.map(({ name, rows: [head = [], ...lines] }, table) => ({
        name,
        columns: head.map((one) => ({ title: one, kind: 'text' as const })),
        rows: lines.map((line, row) =>
          line.map((cell, column) => (table === 0 && row === at && head[column] === title ? text : cell)),
        ),
      })),
    );
  }

  test('goes out with the marks and comes back with the same checks; what is unchanged is not written', async () => {
    expect((await rowsOf())[1]).toEqual(expect.arrayContaining(['Giàng A Thử A', '9,0']));
    const said = await maths.send(address(), 'so.xlsx', await changed(0, 'TX 3', '6.5'));
    expect(said.body).toEqual({ saved: 1, pupils: 5 });
    expect(await cells(maths, 0)).toMatchObject({ regular3: '6,5' });
    const again = await maths.send(address(), 'so.xlsx', (await maths.get(address())).bytes);
    expect(again.body).toEqual({ saved: 0, pupils: 5 });
  });
  test('a wrong mark in the file is named by pupil and column, and nothing is kept', async () => {
    const said = await maths.send(address(), 'so.xlsx', await changed(1, 'TX 3', '999'));
    expect(said.body.problems).toEqual([
      { path: 'cells.0', message: expect.stringContaining('Giàng A Thử B, TX 3: "999"') },
    ]);
  });
  test('what was changed on the server since the download is told, not overwritten', async () => {
    const old = await changed(0, 'TX 3', '10');
    expect((await save(maths, [[ground.pupils[0]!, 'regular3', '7', '6,5']])).status).toBe(200);
    expect((await maths.send(address(), 'so.xlsx', old)).body.code).toBe('gradebook.cellsChangedMeanwhile');
    expect(await cells(maths, 0)).toMatchObject({ regular3: '7,0' });
    await save(maths, [[ground.pupils[0]!, 'regular3', '', '7']]);
  });
  test('a file that is no sheet of ours is told what to do', async () => {
    const said = await maths.send(address(), 'so.csv', 'a,b\n1,2\n');
    expect(said.body.problems[0].message).toContain('Hãy tải lại sổ điểm');
  });
});

describe('The window and the lock', () => {
  const term = (verb: string, body: object) =>
    verb === 'window'
      ? put(principal, '/api/gradebook/terms/1/window', body)
      : principal.post(`/api/gradebook/terms/1/${verb}`, body);

  test('outside the window nothing is entered, and the days are told', async () => {
    const { body } = await term('window', { opensOn: '2025-09-08', closesOn: '2025-09-20', version: 0 });
    const said = await save(maths, [[ground.pupils[0]!, 'regular3', '9']]);
    expect(said.body).toMatchObject({
      code: 'gradebook.windowClosed',
      detail: expect.stringContaining('20/09/2025'),
    });
    expect(
      (await term('window', { opensOn: '2025-09-08', closesOn: '2025-09-01', version: body.version })).status,
    ).toBe(422);
    expect((await term('window', { opensOn: '2025-09-08', closesOn: '2026-01-20', version: 0 })).status).toBe(
      409,
    );
    await term('window', { opensOn: '2025-09-08', closesOn: '2026-01-20', version: body.version });
    expect((await save(maths, [[ground.pupils[0]!, 'regular3', '9']])).status).toBe(200);
  });
  test('a semester with missing marks is locked only with a reason; the sheets that are short are named', async () => {
    const { body } = await principal.get('/api/gradebook/sheets?semester=1');
    const short = await term('lock', { version: body.term.version });
    expect(short.body).toMatchObject({ code: 'gradebook.notComplete' });
    expect(short.body.problems[0].message).toMatch(/^6A1, .*thiếu \d+ ô/);
    const locked = await term('lock', { version: body.term.version, note: 'Hết hạn, lớp còn thiếu do bão' });
    expect(locked.body.lockedAt).not.toBeNull();
    expect((await save(maths, [[ground.pupils[0]!, 'regular4', '9']])).body.code).toBe('gradebook.locked');
  });
  test('the database itself refuses: a locked semester, a pupil not taught, a way round the function', async () => {
    const teacher = (
      await hoaBan.db.owner.query(`SELECT account_id, unit_id FROM people.staff_member WHERE id = $1`, [
        ground.staff.maths,
      ])
    ).rows[0];
    const as = (change: object = {}) => ({
      'hoaban.account_id': teacher.account_id,
      'hoaban.department_id': here.departmentId,
      'hoaban.unit_id': teacher.unit_id,
      'hoaban.role': 'teacher',
      'hoaban.scope': 'own',
      ...change,
    });
    const write = (pupilId: string, semester: 1 | 2, settings = as()) =>
      hoaBan.db.database.write(settings, async (tx) => {
        const row = JSON.stringify([{ id: randomUUID(), p: pupilId, r: [], m: null, f: 50, c: null, v: 0 }]);
        await sql`SELECT gradebook.write_marks(${here.id}, ${schoolYearId}, 'MATH', ${semester}::smallint, 'score', NULL, ${row}::jsonb)`.execute(
          tx,
        );
        throw new Error('undone');
      });
    await expect(write(ground.pupils[0]!, 2)).rejects.toThrow('undone');
    await expect(write(ground.pupils[3]!, 1)).rejects.toMatchObject({
      code: '42501',
      message: expect.stringContaining('locked'),
    });
    await expect(write(ground.strangerId, 2)).rejects.toMatchObject({ code: '42501' });
    await expect(
      write(ground.pupils[0]!, 2, as({ 'hoaban.role': 'clerk', 'hoaban.scope': 'subtree' })),
    ).rejects.toMatchObject({ code: '42501' });
    const round = hoaBan.db.database.write(as(), (tx) =>
      tx.updateTable('gradebook.subject_marks').set({ final: 100 }).execute(),
    );
    await expect(round).rejects.toMatchObject({ code: '42501' });
  });
  test('after the lock a correction is asked for by the teacher and changes the mark only by the principal’s approval', async () => {
    const [a] = ground.pupils as [string];
    const ask = (value: string, was = '9,0') =>
      maths.post(`${sheet}/corrections`, {
        pupilId: a,
        place: 'regular1',
        was,
        value,
        reason: 'Cộng nhầm điểm bài viết',
      });
    expect((await ask('11')).status).toBe(422);
    expect((await ask('9')).body.problems[0].message).toContain('trùng');
    expect((await ask('8', '5,0')).body.code).toBe('gradebook.cellsChangedMeanwhile');
    const { body } = await ask('8,5');
    expect((await ask('8')).body.code).toBe('gradebook.correctionOpen');
    expect((await principal.get(sheet)).body.rows[0].cells.regular1).toBe('9,0');
    const list = await principal.get('/api/gradebook/corrections?state=asked');
    expect(list.body.items).toMatchObject([{ id: body.id, from: '9,0', to: '8,5', placeName: 'TX 1' }]);
    const decide = (person: Person) =>
      person.post(`/api/gradebook/corrections/${body.id}/decide`, { approve: true, version: 1 });
    expect((await decide(maths)).status).toBe(403);
    expect((await decide(principal)).body).toEqual({ state: 'approved' });
    expect((await decide(principal)).body.code).toBe('gradebook.correctionDecided');
    expect((await maths.get(sheet)).body.rows[0].cells.regular1).toBe('8,5');
    const told = await maths.get(`${sheet}/history?pupilId=${a}&place=regular1`);
    expect(told.body.entries[0]).toMatchObject({
      before: '9,0',
      after: '8,5',
      reason: 'Cộng nhầm điểm bài viết',
    });
  });
  test('the principal opens it again with a reason', async () => {
    const { body } = await principal.get('/api/gradebook/sheets?semester=1');
    expect((await term('unlock', { version: body.term.version, note: 'Khoá nhầm học kì' })).status).toBe(200);
    expect((await save(maths, [[ground.pupils[0]!, 'regular4', '9']])).status).toBe(200);
    expect(
      (
        await maths.post(`${sheet}/corrections`, {
          pupilId: ground.pupils[0],
          place: 'final',
          was: '',
          value: '8',
          reason: 'thử',
        })
      ).body.code,
    ).toBe('gradebook.notLocked');
  });
});

describe('The list of sheets', () => {
  test('shows a teacher the own ones with what is entered, the principal all', async () => {
    const mine = (await maths.get('/api/gradebook/sheets')).body;
    expect(mine.sheets.map(({ subjectCode }: { subjectCode: string }) => subjectCode)).toEqual([
      'MATH',
      'PE',
    ]);
    expect(mine.sheets[0]).toMatchObject({ className: '6A1', pupils: 5, wanted: 30, missed: 1, mine: true });
    expect(mine.sheets[0].filled).toBeGreaterThan(5);
    const all = (await principal.get('/api/gradebook/sheets')).body;
    expect(all.sheets.length).toBeGreaterThan(20);
  });
  test('lets the principal remind the teachers whose sheets are short, once a day', async () => {
    const remind = () => principal.post('/api/gradebook/terms/1/remind', {});
    expect((await remind()).body).toMatchObject({ told: 2 });
    await remind();
    const { body } = await maths.get('/api/plan/notices');
    const told = JSON.stringify(body).match(/sổ điểm học kì I chưa nhập đủ/g);
    expect(told).toHaveLength(1);
    expect((await maths.post('/api/gradebook/terms/1/remind', {})).status).toBe(403);
  });
  test('is of the second semester once the first is over', async () => {
    clock.pass(132 * 24 * 60);
    maths = await hoaBan.as(names.maths, 'teacher');
    expect((await maths.get('/api/gradebook/sheets')).body.semester).toBe(2);
  });
});

test('the comment bank belongs to the school; the same sentence is kept once', async () => {
  const phrase = { subjectCode: 'MATH', text: 'Nắm chắc kiến thức, vận dụng tốt.' };
  const made = await maths.post('/api/gradebook/phrases', phrase);
  expect(made.status).toBe(200);
  expect(
    (await maths.post('/api/gradebook/phrases', { ...phrase, text: phrase.text.toUpperCase() })).body.code,
  ).toBe('gradebook.phraseTaken');
  expect((await maths.get('/api/gradebook/phrases?subjectCode=MATH')).body.items).toHaveLength(1);
  expect((await maths.get('/api/gradebook/phrases')).body.items).toHaveLength(0);
  const away = { method: 'DELETE' as 'POST', url: `/api/gradebook/phrases/${made.body.id}` };
  expect((await maths.raw(away)).status).toBe(204);
});
