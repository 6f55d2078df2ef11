import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { systemSettings } from '#modules/identity-access';
import { type Person, type Served, serve } from '#tests/harness/served.ts';
import { statementsOf } from '#tests/harness/statements.ts';
import { peopleOfSchoolSeed } from '#tests/sample-province/people-of-school.ts';
import { assignedCells, classNeeds, staffNorms } from './data/staffing-indicators.ts';
import { assignmentComplete, capacityBySubject, teacherLoads } from './index.ts';
import { addPosting, asCells, type Row, type Shown, save, shown } from './testing.ts';

// One lower-secondary school from the empty grid to the published assignment.

let hoaBan: Served;
let principal: Person;
let upper: Person;
let grid: Shown;

beforeAll(async () => {
  hoaBan = await serve(peopleOfSchoolSeed, '2025-10-01T08:00:00+07:00');
  principal = await hoaBan.as('hieutruong', 'principal');
  upper = await hoaBan.as('hieutruong.thpt', 'principal');
  grid = await shown(principal);
});
afterAll(() => hoaBan?.close());

const trained = (subjectCode: string) =>
  grid.teachers.find((one) =>
    one.qualifications.some((q) => q.subjectCode === subjectCode && q.strand === ''),
  )!;
const untrained = (subjectCode: string) =>
  grid.teachers.find(
    (one) => one.post === 'teacher' && !one.qualifications.some((q) => q.subjectCode === subjectCode),
  )!;
const cell = (rows: Partial<Row>[], seen: Partial<Row>[] = [], at = 0, subjectCode = 'LIT') => ({
  classId: grid.classes[at]!.id,
  subjectCode,
  seen,
  rows,
});
const four = { 1: 4, 2: 4 };

describe('A cell', () => {
  test('is saved as seen, and a second person who saw it otherwise is told both texts; other cells do not hinder', async () => {
    const [a, b] = [trained('LIT'), trained('MATH')];
    const row = { staffId: a.id, periods: four };
    expect((await save(principal, [cell([row])])).status).toBe(200);
    const late = await save(principal, [cell([{ ...row, periods: { 1: 3, 2: 3 } }])]);
    expect(late).toMatchObject({
      status: 409,
      body: {
        code: 'staffing.cellsChangedMeanwhile',
        facts: { current: [{ rows: [{ staffId: a.id }] }], yours: [{}] },
      },
    });
    const elsewhere = cell([{ staffId: b.id, periods: four }], [], 1, 'MATH');
    expect((await save(principal, [elsewhere])).status).toBe(200);
    expect((await save(principal, [cell([], [row]), cell([], elsewhere.rows, 1, 'MATH')])).status).toBe(200);
    expect((await shown(principal)).assignments).toEqual([]);
  });

  test('two people who save the same empty cell at the same moment: one is kept, the other told', async () => {
    const rows = (id: string) => [cell([{ staffId: id, periods: four }], [], 2)];
    const both = await Promise.all([
      save(principal, rows(trained('LIT').id)),
      save(await hoaBan.as('vanthu', 'clerk'), rows(trained('LIT').id)),
    ]);
    expect(both.map(({ status }) => status).sort()).toEqual([200, 409]);
    await save(principal, [cell([], rows(trained('LIT').id)[0]!.rows, 2)]);
  });

  test.each<[string, () => Partial<Row>, string]>([
    ['somebody not trained', () => ({ staffId: untrained('LIT').id, periods: four }), 'chưa được ghi nhận'],
    ['0 periods', () => ({ staffId: trained('LIT').id, periods: { 1: 0, 2: 0 } }), 'từ 0,1 đến 20'],
    ['500 periods', () => ({ staffId: trained('LIT').id, periods: { 1: 500, 2: 0 } }), 'từ 0,1 đến 20'],
  ])('with %s is refused and nothing of the command is kept', async (_, row, text) => {
    const right = cell([{ staffId: trained('MATH').id, periods: four }], [], 1, 'MATH');
    expect(await save(principal, [right, cell([row()])])).toMatchObject({
      status: 422,
      body: { problems: [{ path: 'cells.1.rows.0', message: expect.stringContaining(text) }] },
    });
    expect((await shown(principal)).assignments).toEqual([]);
  });

  test('with somebody not trained is kept when a reason is written', async () => {
    const row = { staffId: untrained('LIT').id, periods: four, exceptionReason: 'Thiếu giáo viên Ngữ văn' };
    expect((await save(principal, [cell([row])])).status).toBe(200);
    expect((await shown(principal)).assignments).toMatchObject([{ exceptionReason: row.exceptionReason }]);
    await save(principal, [cell([], [row])]);
  });

  test('a teacher of another school needs a posting, and then counts the periods of it', async () => {
    const guest = (await shown(upper)).teachers.find(({ post }) => post === 'teacher')!;
    const row = { staffId: guest.id, periods: { 1: 1, 2: 1 }, exceptionReason: 'Dạy liên trường' };
    expect((await save(principal, [cell([row], [], 0, 'INF')])).body.problems[0].message).toContain(
      'liên trường',
    );
    await addPosting(hoaBan.db, guest.id, grid.school.id, 6);
    expect((await save(principal, [cell([row], [], 0, 'INF')])).status).toBe(200);
    const here = (await shown(principal)).teachers.find(({ id }) => id === guest.id);
    expect(here).toMatchObject({ norm: 6, postedFrom: expect.any(String) });
    const home = await hoaBan.db.database.read(systemSettings(await department(), 'test'), async (tx) =>
      teacherLoads(tx, (await shown(upper)).school.id, await yearId(), '2025-10-01'),
    );
    expect(home.find(({ staffId }) => staffId === guest.id)?.load).toBe(1);
    await save(principal, [cell([], [row], 0, 'INF')]);
    await hoaBan.db.owner.query('DELETE FROM people.staff_posting WHERE staff_id = $1', [guest.id]);
  });
});

describe('Duties', () => {
  test('reduce the norm; a third is refused with the names of the two held; one of a kind at a time', async () => {
    const free = grid.teachers.find(
      ({ post, homerooms, duties }) => post === 'teacher' && homerooms.length + duties.length === 0,
    )!;
    const give = (kind: string, periods: number) =>
      principal.post('/api/staffing/duties', { staffId: free.id, kind, periods, paid: false, note: null });
    expect((await give('teamLead', 5)).body.problems[0].message).toContain('giảm 3 tiết');
    const lead = await give('teamLead', 3);
    expect(lead.status).toBe(200);
    expect((await give('teamLead', 3)).body.code).toBe('staffing.dutyHeldAlready');
    expect((await give('library', 2)).status).toBe(200);
    expect((await give('counselling', 2)).body.problems[0].message).toContain('tổ trưởng chuyên môn');
    const now = (await shown(principal)).teachers.find(({ id }) => id === free.id)!;
    expect(now.norm).toBe(free.norm - 5);
    for (const duty of now.duties) {
      const away = `/api/staffing/duties/${duty.id}?version=${duty.version}`;
      expect((await principal.raw({ method: 'DELETE' as 'POST', url: away })).status).toBe(204);
    }
  });
});

describe('The whole school', () => {
  test('is proposed in one go, saved in one command with no more statements than a single cell, published, and then seen by its teachers', async () => {
    const teacher = await hoaBan.as('giaovien', 'teacher');
    const proposal = (await principal.get('/api/staffing/assignments/proposal')).body as {
      rows: (Row & { why: string })[];
      shortages: { message: string }[];
    };
    expect(proposal.rows.length).toBeGreaterThan(grid.classes.length * 8);
    const [first, ...others] = asCells(proposal.rows);
    const saving = (cells: ReturnType<typeof asCells>) =>
      statementsOf(async () => expect((await save(principal, cells)).status).toBe(200));
    const one = await saving([first!]);
    expect(await saving(others)).toBe(one);
    const saved = await shown(principal);
    expect(saved.assignments).toHaveLength(proposal.rows.length);

    expect((await shown(teacher)).assignments).toEqual([]);
    const stale = { version: saved.plan!.version - 1 };
    expect((await principal.post('/api/staffing/assignments/publish', stale)).status).toBe(409);
    const published = await principal.post('/api/staffing/assignments/publish', {
      version: saved.plan!.version,
    });
    expect(published.body).toMatchObject({ state: 'published' });
    const seen = await shown(teacher);
    expect(seen.assignments).toHaveLength(proposal.rows.length);
    expect(seen.teachers.every(({ reductions }) => reductions.length === 0)).toBe(true);
  });

  test('lets a teacher see the pupils of the classes she teaches, and no others', async () => {
    const { rows } = await hoaBan.db.owner.query<{ account: string; taught: string; other: string }>(`
      SELECT s.account_id AS account, min(a.class_id::text) AS taught, (SELECT min(c.id::text) FROM people.school_class c
        WHERE c.unit_id = s.unit_id AND c.homeroom_staff_id IS DISTINCT FROM s.id AND NOT EXISTS (SELECT FROM staffing.teaching_assignment t
          WHERE t.class_id = c.id AND t.staff_id = s.id)) AS other
      FROM people.staff_member s JOIN staffing.teaching_assignment a ON a.staff_id = s.id
      WHERE s.account_id IS NOT NULL AND s.post = 'teacher' GROUP BY s.id
      HAVING count(DISTINCT a.class_id) < (SELECT count(*) FROM people.school_class c WHERE c.unit_id = s.unit_id) LIMIT 1`);
    const found = rows[0]!;
    const settings = {
      'hoaban.account_id': found.account,
      'hoaban.department_id': await department(),
      'hoaban.unit_id': grid.school.id,
      'hoaban.role': 'teacher',
      'hoaban.scope': 'own',
    };
    const pupilsOf = (classId: string) =>
      hoaBan.db.database.read(settings, async (tx) => {
        const list = await tx
          .selectFrom('people.pupil')
          .innerJoin('people.enrolment', 'people.enrolment.pupil_id', 'people.pupil.id')
          .where('people.enrolment.class_id', '=', classId)
          .select('people.pupil.id')
          .execute();
        return list.length;
      });
    expect(await pupilsOf(found.taught)).toBeGreaterThan(0);
    expect(await pupilsOf(found.other)).toBe(0);
  });

  test('is said the same by the front door and by the indicators of the plan', async () => {
    const year = await yearId();
    const context = {
      departmentId: await department(),
      schoolYear: { id: year, startsOn: '2025-08-25', endsOn: '2026-05-31' },
      today: '2025-10-01',
      setting: <Value>(one: { readonly default: Value }) => one.default,
    };
    const schools = [grid.school.id, (await shown(upper)).school.id];
    await hoaBan.db.database.read(systemSettings(context.departmentId, 'test'), async (tx) => {
      const [complete, capacity] = [
        await assignmentComplete(tx, schools, year, '2025-10-01'),
        await capacityBySubject(tx, schools, year, '2025-10-01'),
      ];
      for (const unitId of schools) {
        const cells = (await assignedCells(context).execute(tx)).rows as {
          unit_id: string;
          complete: boolean;
        }[];
        const own = cells.filter((one) => one.unit_id === unitId);
        expect(complete.find((one) => one.unitId === unitId)).toMatchObject({
          cells: own.length,
          complete: own.filter((one) => one.complete).length,
        });
        const needs = (await classNeeds(context).execute(tx)).rows as { unit_id: string; periods: number }[];
        const periods = needs
          .filter((one) => one.unit_id === unitId)
          .reduce((sum, one) => sum + one.periods, 0);
        const school = capacity.find((one) => one.unitId === unitId)!;
        expect(periods / 35).toBeCloseTo(school.need, 0);
        const norms = (await staffNorms(context).execute(tx)).rows as { unit_id: string; norm: string }[];
        expect(Number(norms.find((one) => one.unit_id === unitId)?.norm)).toBeCloseTo(school.have, 0);
      }
      expect(complete[0]!.complete).toBeGreaterThan(complete[0]!.cells * 0.6);
    });
  });

  test('goes out as Excel and Word', async () => {
    for (const kind of ['workbook', 'document']) {
      const file = await principal.get(`/api/staffing/assignments/${kind}`);
      expect(file.status).toBe(200);
      expect(file.bytes.subarray(0, 2).toString()).toBe('PK');
    }
  });

  test('stands in the coverage of the department, beside all other schools', async () => {
    const head = await hoaBan.as('truongphong', 'divisionHead');
    const { rows } = (await head.get('/api/staffing/coverage')).body as {
      rows: { schoolId: string; total: { need: number; have: number }; published: boolean; quota: number }[];
    };
    expect(rows.find(({ schoolId }) => schoolId === grid.school.id)).toMatchObject({ published: true });
    expect(rows.length).toBeGreaterThan(5);
    expect((await head.get('/api/staffing/coverage/workbook')).status).toBe(200);
  });
});

async function department(): Promise<string> {
  const { rows } = await hoaBan.db.owner.query<{ id: string }>(
    `SELECT department_id AS id FROM organisation.unit WHERE id = $1`,
    [grid.school.id],
  );
  return rows[0]!.id;
}

async function yearId(): Promise<string> {
  const { rows } = await hoaBan.db.owner.query<{ id: string }>(
    `SELECT id FROM organisation.school_year WHERE is_current`,
  );
  return rows[0]!.id;
}
