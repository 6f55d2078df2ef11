import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type Person, type Served, serve } from '#tests/harness/served.ts';
import { movableClock } from '../../identity-access/testing.ts';
import { nameOf, provinceSeed, unitOf } from '../testing.ts';

// From the reviewed draft to work in everybody's hands, and what an amended plan keeps of it.

const source = join(import.meta.dirname, '../../../reference-data/plans/ke-hoach-2025-2026.md');
const division = unitOf('division');
const school = unitOf('school', (unit) => unit.managing_authority === 'communePC');

let hoaBan: Served;
let head: Person;
let principal: Person;
const clock = movableClock('2025-08-05T08:00:00+07:00');

beforeAll(async () => {
  hoaBan = await serve(provinceSeed, clock);
  head = await hoaBan.as(nameOf(division, 'divisionHead'), 'divisionHead');
  principal = await hoaBan.as(nameOf(school, 'principal'), 'principal');
});
afterAll(() => hoaBan.close());

async function imported(text: string, fileName = 'ke-hoach.md'): Promise<string> {
  const said = await head.send('/api/plan/documents', fileName, text);
  expect(said.status, JSON.stringify(said.body)).toBe(200);
  return said.body.documentId;
}
const documentOf = async (id: string) => (await head.get(`/api/plan/documents/${id}`)).body;
const previewOf = async (id: string) => (await head.get(`/api/plan/documents/${id}/publication`)).body;
async function publish(id: string) {
  const { document } = await documentOf(id);
  return head.post(`/api/plan/documents/${id}/publish`, { version: document.version });
}
const count = async (where: string, values: unknown[] = []): Promise<number> =>
  (await hoaBan.db.owner.query(`SELECT count(*)::int AS count FROM plan.assignment a WHERE ${where}`, values))
    .rows[0].count;

describe('publishing', () => {
  let documentId: string;

  beforeAll(async () => {
    documentId = await imported(await readFile(source, 'utf8'));
  });

  test('is refused when the draft moved on since it was seen', async () => {
    const { document, duties } = await documentOf(documentId);
    await head.patch(`/api/plan/duties/${duties[0].id}`, { version: duties[0].version, level: 'both' });
    const said = await head.post(`/api/plan/documents/${documentId}/publish`, { version: document.version });
    expect([said.status, said.body.code]).toEqual([409, 'plan.editedMeanwhile']);
    expect(await count('true')).toBe(0);
  });

  test('does what the preview says, and tells every carrier once', async () => {
    const preview = await previewOf(documentId);
    expect(preview.assignments).toBeGreaterThan(200);
    const said = await publish(documentId);
    expect(said.status, JSON.stringify(said.body)).toBe(200);
    expect(said.body).toMatchObject({
      duties: preview.duties,
      asked: preview.assignments,
      created: preview.assignments,
      kept: 0,
      withdrawn: 0,
    });
    expect(await count('a.document_id = $1', [documentId])).toBe(preview.assignments);
    const { items } = (await principal.get('/api/plan/notices')).body;
    expect(items.map((notice: { kind: string }) => notice.kind)).toEqual(['planPublished']);
    expect(items[0].body).toMatch(/^\d+ việc được giao cho/);
    const again = await head.post(`/api/plan/documents/${documentId}/publish`, { version: 1 });
    expect([again.status, again.body.code]).toEqual([409, 'plan.notADraft']);
  });

  test('every duty reaches somebody or says why not', async () => {
    const { unreached } = await previewOf(documentId);
    const silent = await hoaBan.db.owner.query(
      `SELECT id FROM plan.duty d WHERE document_id = $1 AND NOT EXISTS (SELECT 1 FROM plan.assignment a WHERE a.duty_id = d.id)`,
      [documentId],
    );
    expect(unreached.map((duty: { dutyId: string }) => duty.dutyId).sort()).toEqual(
      silent.rows.map((row: { id: string }) => row.id).sort(),
    );
    for (const duty of unreached) expect(duty.reason).not.toBe('');
  });

  test('an entry of the calendar that names the school goes to the school, not to those inside it', async () => {
    const inside = `EXISTS (SELECT 1 FROM plan.duty d WHERE d.id = a.duty_id AND d.kind = $1 AND 'school' = ANY (d.responsible)
      AND d.responsible && ARRAY['subjectTeam', 'teacher', 'homeroomTeacher'])`;
    const toTeams = `${inside} AND a.role IN ('teamLead', 'teacher', 'homeroomTeacher')`;
    expect(await count(`${inside} AND a.role = 'principal'`, ['calendarEntry'])).toBeGreaterThan(0);
    expect(await count(toTeams, ['calendarEntry'])).toBe(0);
  });

  test('a duty of one level stays out of schools that do not teach it', async () => {
    const wrong = `EXISTS (SELECT 1 FROM plan.duty d JOIN organisation.unit s ON s.id = a.board_unit_id AND s.kind = 'school'
      WHERE d.id = a.duty_id AND (d.level = 'lowerSecondary' AND NOT s.teaches_lower OR d.level = 'upperSecondary' AND NOT s.teaches_upper))`;
    expect(await count(wrong)).toBe(0);
  });

  test('a published plan is not edited', async () => {
    const { duties } = await documentOf(documentId);
    const said = await head.patch(`/api/plan/duties/${duties[0].id}`, {
      version: duties[0].version,
      title: 'Đổi',
    });
    expect([said.status, said.body.code]).toEqual([409, 'plan.notADraft']);
  });

  test('the page beside the source shows the state of each duty, and one’s own assignment', async () => {
    const { duties } = (await principal.get(`/api/plan/documents/${documentId}/state`)).body;
    const own = duties.filter((duty: { assignmentId: string | null }) => duty.assignmentId);
    const { counts } = (await principal.get('/api/plan/my-work')).body;
    expect(own).toHaveLength(counts.all);
  });
});

const plan = (lines: readonly string[]) =>
  ['KẾ HOẠCH', 'Năm học 2025-2026', 'I. NHIỆM VỤ', ...lines.map((line) => `- ${line}`)].join('\n\n');
const schedule = 'Các trường xây dựng kế hoạch giáo dục nhà trường trước 15/9/2025.';
const rooms = 'Các trường rà soát phòng học và báo cáo trước 30/9/2025.';
const books = 'Các trường tập huấn giáo viên sử dụng học bạ số.';
const water = 'Các trường lắp đặt nước sạch tại điểm trường lẻ.';

describe('an amended plan', () => {
  let first: string;
  let amended: string;
  let scheduleWork: string;
  let before: number;

  test('replaces the plan in force, and work of duties that are gone is withdrawn', async () => {
    first = await imported(plan([schedule, rooms, books]), 'lan-1.txt');
    const preview = await previewOf(first);
    expect(preview).toMatchObject({ duties: 3 });
    const said = await publish(first);
    expect(said.body).toMatchObject({
      asked: preview.assignments,
      kept: preview.kept,
      withdrawn: preview.withdrawn,
    });
    const { items, counts } = (await principal.get('/api/plan/my-work')).body;
    expect(counts.all).toBe(3);
    scheduleWork = items.find((item: { title: string }) => item.title.includes('kế hoạch giáo dục')).id;
  });

  test('is compared with the plan in force before it is published', async () => {
    const { assignment } = (await principal.get(`/api/plan/assignments/${scheduleWork}`)).body;
    await principal.post(`/api/plan/assignments/${scheduleWork}/start`, { version: assignment.version });
    const given = await principal.send(
      `/api/plan/assignments/${scheduleWork}/evidence/document`,
      'ke-hoach.pdf',
      '%PDF-1.7\n%%EOF\n',
    );
    expect(given.status, JSON.stringify(given.body)).toBe(200);
    before = await count('true');
    amended = await imported(plan([water, rooms, schedule.replace('15/9/2025', '20/9/2025')]), 'lan-2.txt');
    const { document } = await documentOf(amended);
    expect(document).toMatchObject({ revision: 3, previousId: first, status: 'draft' });
    const { kept, changed, added, removed } = (await head.get(`/api/plan/documents/${amended}/comparison`))
      .body;
    expect(kept).toBe(1);
    expect(changed).toHaveLength(1);
    expect(changed[0].fields).toContain('dueOn');
    expect(changed[0].assignments).toBeGreaterThan(0);
    expect(added.map((duty: { title: string }) => duty.title)).toEqual([
      expect.stringContaining('nước sạch'),
    ]);
    expect(removed.map((duty: { title: string }) => duty.title)).toEqual([
      expect.stringContaining('học bạ số'),
    ]);
  });

  test('keeps state, evidence and history of what goes on, and moves deadlines nobody had extended', async () => {
    const said = await publish(amended);
    expect(said.status, JSON.stringify(said.body)).toBe(200);
    expect(said.body.created + said.body.kept).toBe(said.body.asked);
    const detail = (await principal.get(`/api/plan/assignments/${scheduleWork}`)).body;
    expect(detail.assignment).toMatchObject({ state: 'inProgress', dueOn: '2025-09-20' });
    expect(detail.document.id).toBe(amended);
    expect(detail.evidence).toHaveLength(1);
    expect(detail.history.map((entry: { kind: string }) => entry.kind)).toEqual(
      expect.arrayContaining(['started', 'evidence', 'amended']),
    );
    expect(await count('true')).toBe(before + said.body.created);
    // 'nước sạch' is for communes, 'học bạ số' is gone.
    expect((await principal.get('/api/plan/my-work')).body.counts.all).toBe(2);
  });

  test('two drafts made from the same plan: the second published still keeps the progress', async () => {
    const one = await imported(
      plan([schedule, rooms, water, 'Các trường mở câu lạc bộ khoa học kỹ thuật.']),
      'a.txt',
    );
    const other = await imported(
      plan([schedule, rooms, 'Các trường mở câu lạc bộ khoa học kỹ thuật.']),
      'b.txt',
    );
    await publish(one);
    const club = (await principal.get('/api/plan/my-work?q=cau+lac+bo')).body.items[0];
    await principal.post(`/api/plan/assignments/${club.id}/start`, { version: club.version });
    const preview = await previewOf(other);
    const said = await publish(other);
    expect(said.body.kept).toBe(preview.kept);
    const { items } = (await principal.get('/api/plan/my-work')).body;
    expect(items.map((item: { id: string }) => item.id)).toContain(scheduleWork);
    expect(items.find((item: { id: string }) => item.id === club.id)).toMatchObject({ state: 'inProgress' });
    expect((await head.get(`/api/plan/documents/${other}`)).body.document).toMatchObject({ previousId: one });
  });

  test('a discarded draft is not published, and its file can be read again', async () => {
    const draft = await imported(plan([schedule, books]), 'bo.txt');
    const { document } = await documentOf(draft);
    const gone = await head.post(`/api/plan/documents/${draft}/discard`, { version: document.version });
    expect(gone.status).toBe(204);
    expect((await publish(draft)).body.code).toBe('plan.notADraft');
    expect(await imported(plan([schedule, books]), 'bo.txt')).not.toBe(draft);
  });
});
