import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { v7 as uuidv7 } from 'uuid';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type Person, type Served, serve } from '#tests/harness/served.ts';
import { nameOf, provinceSeed, unitOf } from '../testing.ts';

// A plan document from its file to a reviewed draft, through the server, as the head of the division.

const workedExample = join(import.meta.dirname, '../../../reference-data/plans/ke-hoach-2025-2026.docx');
const division = unitOf('division');

interface Duty {
  id: string;
  code: string;
  kind: string;
  title: string;
  body: string;
  startsOn: string;
  dueOn: string;
  responsible: string[];
  paragraphOrdinals: number[];
  version: number;
}

let hoaBan: Served;
let head: Person;
let documentId: string;

beforeAll(async () => {
  hoaBan = await serve(provinceSeed, '2025-08-05T08:00:00+07:00');
  head = await hoaBan.as(nameOf(division, 'divisionHead'), 'divisionHead');
});
afterAll(() => hoaBan.close());

const read = async () => (await head.get(`/api/plan/documents/${documentId}`)).body;
const dutyOf = async (id: string): Promise<Duty> =>
  (await read()).duties.find((duty: Duty) => duty.id === id);

describe('importing the worked example', () => {
  test('gives a draft in which every paragraph is accounted for', async () => {
    const said = await head.send(
      '/api/plan/documents',
      'ke-hoach-2025-2026.docx',
      await readFile(workedExample),
    );
    expect(said.status, JSON.stringify(said.body)).toBe(200);
    documentId = said.body.documentId;
    const { report } = said.body;
    expect(report.unaccounted).toBe(0);
    expect(report.months).toHaveLength(11);
    const { paragraphs, duties, document } = await read();
    expect(document.status).toBe('draft');
    expect(paragraphs).toHaveLength(report.paragraphs);
    expect(duties).toHaveLength(report.duties + report.solutions + report.calendarEntries);
    const carried = new Set(duties.flatMap((duty: Duty) => duty.paragraphOrdinals));
    const silent = paragraphs.filter(
      (paragraph: { ordinal: number; kind: string }) =>
        !carried.has(paragraph.ordinal) && !['heading', 'notDuty', 'calendar'].includes(paragraph.kind),
    );
    expect(silent).toEqual([]);
  });

  test('a second time gives the same draft', async () => {
    const said = await head.send('/api/plan/documents', 'khac-ten.docx', await readFile(workedExample));
    expect(said.body).toMatchObject({ documentId, alreadyImported: true });
  });

  test.each([
    ['an empty file', 'trong.docx', '', 422, 'plan.unreadableSource'],
    ['words under a Word name', 'gia.docx', 'Đây không phải tệp Word', 422, 'plan.unreadableSource'],
    ['a picture', 'anh.png', 'PNG', 422, 'plan.unreadableSource'],
    ['a title and nothing else', 'ten.txt', 'KẾ HOẠCH\nNăm học 2025-2026', 422, 'plan.nothingRead'],
    [
      'a year nobody has set up',
      'nam.txt',
      'KẾ HOẠCH\nNăm học 2031-2032\nI. VIỆC\n- Các trường dạy thật tốt.',
      422,
      'plan.noSchoolYear',
    ],
  ])('refuses %s', async (_name, fileName, bytes, status, code) => {
    const said = await head.send('/api/plan/documents', fileName, bytes);
    expect([said.status, said.body.code]).toEqual([status, code]);
    expect(said.body.detail.length).toBeGreaterThan(10);
  });

  test('refuses a request without a file, and one byte more than 20 MB', async () => {
    expect((await head.post('/api/plan/documents', {})).body.code).toBe('http.fileMissing');
    const said = await head.send('/api/plan/documents', 'lon.txt', Buffer.alloc(20 * 1024 * 1024 + 1, 65));
    expect([said.status, said.body.code]).toEqual([413, 'http.fileTooLarge']);
  });

  test('is not for schools', async () => {
    const principal = await hoaBan.as(nameOf(unitOf('school'), 'principal'), 'principal');
    expect((await principal.send('/api/plan/documents', 'a.txt', 'a')).status).toBe(403);
    expect((await principal.get(`/api/plan/documents/${documentId}`)).status).toBe(404);
  });
});

describe('reviewing the draft', () => {
  let duty: Duty;

  test('an edit changes what it names and nothing else', async () => {
    [duty] = (await read()).duties;
    const said = await head.patch(`/api/plan/duties/${duty.id}`, {
      version: duty.version,
      title: 'Tên ngắn hơn',
      responsible: ['school', 'communePC'],
    });
    expect(said.status).toBe(200);
    expect(await dutyOf(duty.id)).toEqual({
      ...duty,
      title: 'Tên ngắn hơn',
      responsible: ['school', 'communePC'],
      version: duty.version + 1,
    });
  });

  test('an edit over somebody else’s gets the conflict and both texts, and nothing is lost', async () => {
    const said = await head.patch(`/api/plan/duties/${duty.id}`, {
      version: duty.version,
      title: 'Tên của người thứ hai',
    });
    expect([said.status, said.body.code]).toEqual([409, 'plan.editedMeanwhile']);
    expect(said.body.facts.mine).toEqual({ title: 'Tên của người thứ hai' });
    expect(said.body.facts.theirs).toMatchObject({ title: 'Tên ngắn hơn', version: duty.version + 1 });
    expect((await dutyOf(duty.id)).title).toBe('Tên ngắn hơn');
  });

  test('two edits at the same moment: one is kept, the other told', async () => {
    const { version } = await dutyOf(duty.id);
    const both = await Promise.all(
      ['Bản thứ nhất', 'Bản thứ hai'].map((title) =>
        head.patch(`/api/plan/duties/${duty.id}`, { version, title }),
      ),
    );
    expect(both.map((said) => said.status).sort()).toEqual([200, 409]);
    const won = both.find((said) => said.status === 200)?.body.title;
    const lost = both.find((said) => said.status === 409)?.body.facts;
    expect((await dutyOf(duty.id)).title).toBe(won);
    expect(lost.theirs.title).toBe(won);
  });

  test('a deadline before its start is refused with the field to mend', async () => {
    const { version } = await dutyOf(duty.id);
    const said = await head.patch(`/api/plan/duties/${duty.id}`, {
      version,
      startsOn: '2025-10-01',
      dueOn: '2025-09-30',
    });
    expect([said.status, said.body.code]).toEqual([422, 'plan.deadlineBeforeStart']);
    expect(said.body.problems).toMatchObject([{ path: 'dueOn' }]);
    expect((await dutyOf(duty.id)).version).toBe(version);
  });

  test.each([
    ['a day that is not in the calendar', { dueOn: '2025-02-30' }, 400],
    ['a unit nobody knows', { responsible: ['ministry'] }, 400],
    ['an empty title', { title: '   ' }, 400],
    [
      'an indicator nobody knows',
      { evidenceKind: 'indicator', evidenceSpec: { indicator: 'x', threshold: 1 } },
      422,
    ],
    ['a form without fields', { evidenceKind: 'form', evidenceSpec: {} }, 422],
  ])('refuses %s', async (_name, change, status) => {
    const { version } = await dutyOf(duty.id);
    const said = await head.patch(`/api/plan/duties/${duty.id}`, { version, ...change });
    expect(said.status).toBe(status);
  });

  test('splitting keeps the first part’s place and reads both from the same paragraphs', async () => {
    const before = (await read()).duties.length;
    const { version, paragraphOrdinals } = await dutyOf(duty.id);
    const parts = [
      { title: 'Phần một', body: 'Lời của phần một' },
      { title: 'Phần hai', body: 'Lời của phần hai' },
    ];
    const said = await head.post(`/api/plan/duties/${duty.id}/split`, { version, parts });
    expect(said.status).toBe(200);
    const made: Duty[] = said.body.duties;
    expect(made.map(({ title, body }) => ({ title, body }))).toEqual(parts);
    expect(made[0]?.id).toBe(duty.id);
    expect(made.map((part) => part.paragraphOrdinals)).toEqual([paragraphOrdinals, paragraphOrdinals]);
    const all: Duty[] = (await read()).duties;
    expect(all).toHaveLength(before + 1);
    expect(new Set(all.map(({ code }) => code)).size).toBe(all.length);
    expect(all[1]?.id, 'the second part stands after the first').toBe(made[1]?.id);
  });

  test('merging joins texts, units and the widest window, and the parts are gone', async () => {
    const [first, second, third] = (await read()).duties as Duty[];
    const chosen = [first!, second!, third!];
    const said = await head.post(`/api/plan/documents/${documentId}/merge`, {
      dutyIds: chosen.map(({ id }) => id),
    });
    expect(said.status).toBe(200);
    const merged: Duty = said.body;
    expect(merged.id).toBe(first?.id);
    for (const part of chosen) expect(merged.body).toContain(part.body);
    expect(merged.dueOn).toBe(
      chosen
        .map(({ dueOn }) => dueOn)
        .sort()
        .at(-1),
    );
    expect(new Set(merged.paragraphOrdinals)).toEqual(
      new Set(chosen.flatMap(({ paragraphOrdinals }) => paragraphOrdinals)),
    );
    expect(await dutyOf(third!.id)).toBeUndefined();
  });

  test('merging needs two duties of this document', async () => {
    const [one] = (await read()).duties as Duty[];
    const address = `/api/plan/documents/${documentId}/merge`;
    expect((await head.post(address, { dutyIds: [one!.id] })).status).toBe(400);
    expect((await head.post(address, { dutyIds: [one!.id, one!.id] })).body.code).toBe('plan.dutyNotFound');
    expect((await head.post(address, { dutyIds: [one!.id, uuidv7()] })).status).toBe(404);
  });

  test('a paragraph that was none becomes a duty, and stops being "not a duty"', async () => {
    const { paragraphs } = await read();
    const free = paragraphs.find((paragraph: { kind: string }) => paragraph.kind === 'notDuty');
    const said = await head.post(`/api/plan/documents/${documentId}/duties`, {
      paragraphOrdinals: [free.ordinal],
      kind: 'duty',
      title: 'Lập thêm',
    });
    expect(said.status).toBe(200);
    const after = (await read()).paragraphs.find(
      (paragraph: { ordinal: number }) => paragraph.ordinal === free.ordinal,
    );
    expect(after).toMatchObject({ kind: 'duty', reason: null });
    const nowhere = await head.post(`/api/plan/documents/${documentId}/duties`, {
      paragraphOrdinals: [99_999],
      kind: 'duty',
      title: 'Không có đoạn',
    });
    expect([nowhere.status, nowhere.body.code]).toEqual([404, 'plan.paragraphNotFound']);
  });

  test('removing a duty keeps its paragraph with the reason', async () => {
    const gone: Duty = (await read()).duties.findLast((one: Duty) => one.kind === 'duty');
    const said = await head.post(`/api/plan/duties/${gone.id}/remove`, {
      version: gone.version,
      reason: 'Chỉ là lời dẫn',
    });
    expect(said.status).toBe(204);
    const { paragraphs, duties } = await read();
    expect(duties.some((duty: Duty) => duty.id === gone.id)).toBe(false);
    const place = paragraphs.find((one: { ordinal: number }) => one.ordinal === gone.paragraphOrdinals[0]);
    expect(place).toMatchObject({ kind: 'notDuty', reason: 'Chỉ là lời dẫn' });
  });

  test('the same command sent twice is carried out once; the same key for another is refused', async () => {
    const one: Duty = (await read()).duties.at(-1);
    const key = uuidv7();
    const body = { paragraphOrdinals: one.paragraphOrdinals, kind: 'duty', title: 'Gửi hai lần' };
    const address = `/api/plan/documents/${documentId}/duties`;
    const [first, second] = await Promise.all([head.post(address, body, key), head.post(address, body, key)]);
    expect([first.status, second.status]).toEqual([200, 200]);
    expect(second.body).toEqual(first.body);
    const twice = (await read()).duties.filter((duty: Duty) => duty.title === 'Gửi hai lần');
    expect(twice).toHaveLength(1);
    const other = await head.post(address, { ...body, title: 'Việc khác' }, key);
    expect([other.status, other.body.code]).toEqual([409, 'http.commandReused']);
    expect((await head.post(address, body, 'khong-phai-uuid')).body.code).toBe('http.badCommandId');
  });

  test('input that cannot be read is refused by name', async () => {
    const url = `/api/plan/documents/${documentId}/duties`;
    const headers = { 'content-type': 'application/json' };
    const malformed = await head.raw({ method: 'POST', url, payload: '{"title":', headers });
    expect([malformed.status, malformed.body.code]).toEqual([400, 'http.malformed']);
    const large = JSON.stringify({ title: 'x'.repeat(1024 * 1024) });
    const oversized = await head.raw({ method: 'POST', url, payload: large, headers });
    expect([oversized.status, oversized.body.code]).toEqual([413, 'http.bodyTooLarge']);
    const xml = await head.raw({
      method: 'POST',
      url,
      payload: '<a/>',
      headers: { 'content-type': 'text/xml' },
    });
    expect(xml.status).toBe(415);
    expect((await head.get('/api/plan/documents/khong-phai-ma')).status).toBe(400);
    expect((await head.get(`/api/plan/documents/${uuidv7()}`)).status).toBe(404);
    expect((await hoaBan.stranger.get(`/api/plan/documents/${documentId}`)).status).toBe(401);
  });
});
