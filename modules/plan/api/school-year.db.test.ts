import { v7 as uuidv7 } from 'uuid';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type Person, type Served, serve } from '#tests/harness/served.ts';
import { assign, nameOf, province, provinceSeed, publishDuties, unitOf } from '../testing.ts';

// Two school years side by side: what was asked last year, what is asked now, and a draft that was read into the wrong one.

const division = unitOf('division');
const school = unitOf('school', (unit) => unit.managing_authority === 'communePC');
const lastYear = '2024-2025';
let hoaBan: Served;
let head: Person;
let principal: Person;
let lastDocument = '';

beforeAll(async () => {
  hoaBan = await serve(provinceSeed, '2025-11-03T09:00:00+07:00');
  const yearId = uuidv7();
  await hoaBan.db.owner.query(
    `INSERT INTO organisation.school_year (id, department_id, name, starts_on, opens_on, ends_on, is_current, source_note)
     VALUES ($1, $2, $3, '2024-08-26', '2024-09-05', '2025-05-31', false, 'thử')`,
    [yearId, province.departmentId, lastYear],
  );
  const last = await publishDuties(hoaBan.db, [
    { title: 'Việc của năm trước', startsOn: '2025-03-01', dueOn: '2025-03-31' },
  ]);
  lastDocument = last.documentId;
  await hoaBan.db.owner.query(`UPDATE plan.document SET school_year_id = $2 WHERE id = $1`, [
    lastDocument,
    yearId,
  ]);
  const now = await publishDuties(hoaBan.db, [{ title: 'Việc của năm nay', dueOn: '2026-03-31' }]);
  const old = await assign(hoaBan.db, last.dutyIds[0] ?? '', school, 'principal', {
    state: 'submitted',
    submitted_at: '2025-03-30T08:00:00+07:00',
    blocked_since: '2025-03-01T08:00:00+07:00',
  });
  await assign(hoaBan.db, now.dutyIds[0] ?? '', school, 'principal');
  await hoaBan.db.owner.query(
    `INSERT INTO plan.difficulty (id, unit_id, department_id, assignment_id, addressed_unit_id, title, body, raised_by, raised_at)
     SELECT $1, a.unit_id, a.department_id, a.id, $3, 'Khó khăn năm trước', 'Thiếu phòng', $4, '2025-03-01' FROM plan.assignment a WHERE a.id = $2`,
    [
      uuidv7(),
      old,
      division.id,
      province.roleAssignments.find((row) => row.unit_id === school.id)?.account_id,
    ],
  );
  head = await hoaBan.as(nameOf(division, 'divisionHead'), 'divisionHead');
  principal = await hoaBan.as(nameOf(school, 'principal'), 'principal');
});
afterAll(() => hoaBan?.close());

test('every list of the plan is of the current school year, or of the one that is asked for', async () => {
  const ask = async (person: Person, address: string, year?: string) =>
    (await person.get(year ? `${address}${address.includes('?') ? '&' : '?'}schoolYear=${year}` : address))
      .body;
  const titles = (list: { items: { title: string }[] }) => list.items.map(({ title }) => title);

  const work = '/api/plan/my-work?filter=all';
  expect(titles(await ask(principal, work))).toEqual(['Việc của năm nay']);
  expect(titles(await ask(principal, work, lastYear))).toEqual(['Việc của năm trước']);
  expect((await ask(principal, work, lastYear)).counts.all).toBe(1);

  expect((await ask(head, '/api/plan/approvals')).counts).toMatchObject({ submitted: 0, difficulty: 0 });
  const waiting = await ask(head, '/api/plan/approvals', lastYear);
  expect(titles(waiting)).toEqual(['Việc của năm trước']);
  expect(waiting.counts).toMatchObject({ submitted: 1, difficulty: 1 });

  expect(titles(await ask(head, '/api/plan/difficulties'))).toEqual([]);
  expect(titles(await ask(head, '/api/plan/difficulties', lastYear))).toEqual(['Khó khăn năm trước']);

  expect((await ask(head, '/api/plan/board', lastYear)).document.id).toBe(lastDocument);
  expect((await ask(head, '/api/plan/board')).document.id).not.toBe(lastDocument);
  expect((await ask(head, '/api/plan/calendar', lastYear)).months).toMatchObject([{ month: '2025-03' }]);
  expect((await ask(head, '/api/plan/reports', lastYear)).periods.at(-1).label).toBe('năm học 2024-2025');
  // A link to a report of last year leads there whatever year is chosen.
  expect((await ask(head, '/api/plan/reports?periodKind=month&periodStart=2025-03-01')).period.label).toBe(
    'tháng 3 năm 2025',
  );

  const documents = await ask(head, '/api/plan/documents');
  expect(documents.documents).toHaveLength(1);
  expect(documents.otherYears).toEqual([{ schoolYear: lastYear, documents: 1 }]);
  const found = await ask(head, '/api/search?q=viec%20cua%20nam', lastYear);
  expect(found.results.filter((row: { kind: string }) => row.kind === 'duty')).toMatchObject([
    { title: 'Việc của năm trước' },
  ]);
});

test.each(['/api/plan/my-work', '/api/plan/board', '/api/plan/reports', '/api/plan/documents'])(
  '%s of a year the department does not have is refused by name',
  async (address) => {
    const said = await head.get(`${address}?schoolYear=2031-2032`);
    expect([said.status, said.body.code]).toEqual([422, 'plan.noSchoolYear']);
    expect((await head.get(`${address}?schoolYear=nam-nay`)).status).toBe(400);
  },
);

const plan = (year: string) => `KẾ HOẠCH
${year}
I. NHIỆM VỤ
1. Các trường xây dựng kế hoạch ôn tập cho học sinh lớp 9, hoàn thành trước ngày 31/10.
2. Các trường rà soát thiết bị dạy học trong cả năm.
`;

/** The deadlines of a document, each once, in order. */
async function deadlinesOf(documentId: string): Promise<string[]> {
  const { duties } = (await head.get(`/api/plan/documents/${documentId}`)).body;
  return [...new Set<string>(duties.map(({ dueOn }: { dueOn: string }) => dueOn))].sort();
}

test('a draft in the wrong school year is put into the right one with its deadlines, and amends the plan there', async () => {
  const said = await head.send('/api/plan/documents', 'nam.txt', plan('Năm học 2025-2026'));
  const { documentId } = said.body;
  expect(await deadlinesOf(documentId)).toEqual(['2025-10-31', '2026-07-31']);
  const address = `/api/plan/documents/${documentId}`;
  const { version, previousId } = (await head.get(address)).body.document;
  expect(previousId).not.toBe(lastDocument);
  const moved = await head.patch(address, { version, schoolYear: lastYear });
  expect(moved.status, JSON.stringify(moved.body)).toBe(200);
  const { document } = (await head.get(address)).body;
  expect(document).toMatchObject({
    schoolYear: lastYear,
    previousId: lastDocument,
    version: moved.body.version,
  });
  expect(await deadlinesOf(documentId)).toEqual(['2024-10-31', '2025-07-31']);

  const nowhere = await head.patch(address, { version: document.version, schoolYear: '2031-2032' });
  expect([nowhere.status, nowhere.body.code]).toEqual([422, 'plan.noSchoolYear']);
  expect((await head.get(address)).body.document.version).toBe(document.version);
});

test('a plan in force keeps its school year', async () => {
  const said = await head.patch(`/api/plan/documents/${lastDocument}`, {
    version: 1,
    schoolYear: '2025-2026',
  });
  expect([said.status, said.body.code]).toEqual([409, 'plan.notADraft']);
});

test('the school year is chosen while importing: the text does not say it, or says another', async () => {
  const silent = await head.send(
    `/api/plan/documents?inSchoolYear=${lastYear}`,
    'khong-nam.txt',
    plan('(Bản dự thảo)'),
  );
  expect(await deadlinesOf(silent.body.documentId)).toEqual(['2024-10-31', '2025-07-31']);
  const other = await head.send(
    `/api/plan/documents?inSchoolYear=${lastYear}`,
    'nam-khac.txt',
    plan('Năm học 2025-2026\n'),
  );
  expect((await head.get(`/api/plan/documents/${other.body.documentId}`)).body.document.schoolYear).toBe(
    lastYear,
  );
  expect(await deadlinesOf(other.body.documentId)).toEqual(['2024-10-31', '2025-07-31']);
  const nowhere = await head.send('/api/plan/documents?inSchoolYear=2031-2032', 'x.txt', plan('x'));
  expect([nowhere.status, nowhere.body.code]).toEqual([422, 'plan.noSchoolYear']);
});
