import { createHash, randomUUID } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { FastifyInstance } from 'fastify';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { gate, sessionCookie } from '#modules/identity-access';
import { fixedClock } from '#platform/clock';
import { buildServer } from '#platform/http';
import { freshDatabase, type TestDatabase } from '#tests/harness/database.ts';
import { assign, holderOf, province, provinceSeed, publishDuties, unitOf } from '../testing.ts';
import { assignmentRoutes } from './assignments.ts';
import { inspectionRoutes } from './inspections.ts';
import { officialDocumentRoutes } from './official-documents.ts';

const now = '2025-10-01T09:00:00+07:00';
const school = unitOf('school', (unit) => unit.managing_authority === 'communePC');
const commune = unitOf('commune', (unit) => unit.id === school.parent_id);
const otherSchool = unitOf('school', (unit) => unit.id !== school.id && unit.parent_id !== commune.id);
const team = unitOf('subjectTeam', (unit) => unit.parent_id === school.id);
const division = unitOf('division');

const head = { unit: division, role: 'divisionHead' };
const officer = { unit: commune, role: 'communeOfficer' };
const principal = { unit: school, role: 'principal' };
const clerk = { unit: school, role: 'clerk' };
const teacher = { unit: team, role: 'teacher' };
const stranger = { unit: otherSchool, role: 'principal' };
type Who = typeof head;

const tokenOf = ({ unit, role }: Who) => `${role}-${unit.id}`;

let db: TestDatabase;
let server: FastifyInstance;
let folder: string;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'hoaban-api-'));
  db = await freshDatabase(provinceSeed);
  for (const person of [head, officer, principal, clerk, teacher, stranger]) {
    const held = province.roleAssignments.find(
      (row) => row.unit_id === person.unit.id && row.role === person.role,
    );
    await db.owner.query(
      `INSERT INTO identity.session (id, token_hash, account_id, role_assignment_id, created_at, expires_at)
       VALUES ($1, $2, $3, $4, $5, $5::timestamptz + interval '8 hours')`,
      [
        randomUUID(),
        createHash('sha256').update(tokenOf(person)).digest(),
        held?.account_id,
        held?.id,
        '2025-10-01T08:00:00+07:00',
      ],
    );
  }
  await db.owner.query('UPDATE identity.credential SET must_change_password = false');
  const { dutyIds } = await publishDuties(db, [{ title: 'Công khai kế hoạch', dueOn: '2025-10-31' }]);
  await assign(db, dutyIds[0]!, school, 'principal');
  server = await buildServer({
    database: db.database,
    clock: fixedClock(now),
    gate,
    services: { filesFolder: folder, publicUrl: 'https://hoaban.example' },
    routes: [...assignmentRoutes, ...inspectionRoutes, ...officialDocumentRoutes],
    sessionCookie,
    secureCookies: false,
    logger: false,
    checkAnswers: true,
    trustProxy: false,
  });
});
afterAll(async () => {
  await server.close();
  await db.drop();
  await rm(folder, { recursive: true, force: true });
});

async function ask(
  person: Who,
  method: 'GET' | 'POST' | 'PATCH',
  url: string,
  body?: object,
  commandId?: string,
) {
  const answer = await server.inject({
    method,
    url,
    cookies: { [sessionCookie]: tokenOf(person) },
    headers: commandId ? { 'idempotency-key': commandId } : {},
    ...(body ? { payload: body } : {}),
  });
  const isJson = /json/.test(String(answer.headers['content-type'] ?? ''));
  return {
    status: answer.statusCode,
    json: isJson ? answer.json() : undefined,
    raw: answer.rawPayload,
    answer,
  };
}

function upload(person: Who, url: string, fileName: string, bytes: Buffer) {
  const boundary = 'bien-gioi';
  return server.inject({
    method: 'POST',
    url,
    cookies: { [sessionCookie]: tokenOf(person) },
    headers: { 'content-type': `multipart/form-data; boundary=${boundary}` },
    payload: Buffer.concat([
      Buffer.from(
        `--${boundary}\r\ncontent-disposition: form-data; name="file"; filename="${fileName}"\r\ncontent-type: application/octet-stream\r\n\r\n`,
      ),
      bytes,
      Buffer.from(`\r\n--${boundary}--\r\n`),
    ]),
  });
}

const planned = {
  kind: 'scheduled',
  inspectedUnitId: school.id,
  purpose: 'Kiểm tra đầu năm',
  plannedOn: '2025-10-01',
  leaderId: holderOf(division, 'divisionHead'),
};

describe('inspections', () => {
  test('go from plan to minutes and a closed finding, each side offered its own steps', async () => {
    const { json: made } = await ask(head, 'POST', '/api/plan/inspections', planned);
    expect(made).toMatchObject({ items: 1, version: 1 });
    const address = `/api/plan/inspections/${made.id}`;
    expect((await ask(head, 'POST', `${address}/start`, { version: 1 })).json).toEqual({
      state: 'underway',
      version: 2,
    });
    const seen = await ask(principal, 'GET', address);
    expect(seen.json.may).toEqual(['plan.downloadInspectionMinutes']);
    const [item] = seen.json.items;
    const checked = await ask(head, 'PATCH', `/api/plan/inspection-items/${item.id}`, {
      version: 1,
      result: 'notMet',
    });
    expect(checked.json).toMatchObject({ result: 'notMet', version: 2 });
    const found = await ask(head, 'POST', `${address}/findings`, {
      body: 'Chưa công khai',
      severity: 'major',
      dueOn: '2025-10-15',
      itemId: item.id,
    });
    await ask(head, 'POST', `${address}/conclude`, { version: 2, conclusion: 'Cần khắc phục' });

    const finding = `/api/plan/findings/${found.json.id}`;
    const file = await upload(
      principal,
      `${finding}/files`,
      'ảnh.png',
      Buffer.from('89504e470d0a1a0a', 'hex'),
    );
    expect(file.statusCode).toBe(200);
    expect((await ask(clerk, 'POST', `${finding}/answer`, { version: 1, answer: 'Đã làm' })).json.code).toBe(
      'identity.notAllowed',
    );
    expect(
      (await ask(principal, 'POST', `${finding}/answer`, { version: 1, answer: 'Đã làm' })).json.state,
    ).toBe('resolved');
    const listed = await ask(head, 'GET', '/api/plan/findings?filter=resolved');
    expect(listed.json.items[0]).toMatchObject({
      id: found.json.id,
      files: [{ fileName: 'ảnh.png', mediaType: 'image/png' }],
      may: ['plan.closeFinding', 'plan.reopenFinding'],
    });
    expect((await ask(head, 'POST', `${finding}/close`, { version: 2 })).json.state).toBe('closed');
    expect(
      (await ask(principal, 'GET', finding)).json.history.map((event: { kind: string }) => event.kind),
    ).toEqual(['found', 'answered', 'closed']);
    expect((await ask(head, 'GET', `/api/plan/attachments/${file.json().id}`)).status).toBe(200);

    const word = await ask(principal, 'GET', `${address}/minutes?format=docx`);
    expect(word.raw.subarray(0, 2).toString()).toBe('PK');
    const pdf = await ask(head, 'GET', `${address}/minutes?format=pdf`);
    expect(pdf.raw.subarray(0, 5).toString()).toBe('%PDF-');
    expect(pdf.answer.headers['content-disposition']).toContain('filename*=UTF-8');
  });

  test('answer a wrong input with every fault, another unit with 404, a wrong role with 403', async () => {
    const wrong = await ask(head, 'POST', '/api/plan/inspections', {
      ...planned,
      kind: 'secret',
      plannedOn: '31/2',
    });
    expect(wrong.status).toBe(400);
    expect(wrong.json.problems.map((problem: { path: string }) => problem.path)).toEqual([
      'kind',
      'plannedOn',
    ]);
    const { json: made } = await ask(head, 'POST', '/api/plan/inspections', { ...planned, kind: 'surprise' });
    for (const person of [principal, officer, stranger]) {
      expect((await ask(person, 'GET', `/api/plan/inspections/${made.id}`)).status).toBe(404);
    }
    expect((await ask(principal, 'POST', '/api/plan/inspections', planned)).status).toBe(403);
    expect((await ask(head, 'GET', '/api/plan/inspections?cursor=nonsense')).json.code).toBe(
      'plan.badCursor',
    );
    expect((await ask(head, 'GET', `/api/plan/inspections/${made.id}/minutes`)).status).toBe(409);
  });

  test('are planned once when the same command comes twice', async () => {
    const commandId = randomUUID();
    const first = await ask(head, 'POST', '/api/plan/inspections', planned, commandId);
    const second = await ask(head, 'POST', '/api/plan/inspections', planned, commandId);
    expect(second.json).toEqual(first.json);
    const other = await ask(
      head,
      'POST',
      '/api/plan/inspections',
      { ...planned, purpose: 'Khác' },
      commandId,
    );
    expect(other.json.code).toBe('http.commandReused');
  });

  test('are listed by pages', async () => {
    const first = await ask(head, 'GET', '/api/plan/inspections?limit=2');
    expect(first.json.items).toHaveLength(2);
    const second = await ask(head, 'GET', `/api/plan/inspections?limit=2&cursor=${first.json.nextCursor}`);
    expect(second.json.items.map((row: { id: string }) => row.id)).not.toContain(first.json.items[1].id);
    expect(second.json.count).toBe(first.json.count);
  });
});

describe('official documents', () => {
  test('go from draft over opinions to issue; what each side may do follows', async () => {
    const { json: made } = await ask(head, 'POST', '/api/plan/official-documents', {
      kind: 'guidance',
      abstract: 'Hướng dẫn dạy học hai buổi mỗi ngày',
      recipientUnitIds: [school.id],
    });
    const address = `/api/plan/official-documents/${made.id}`;
    expect((await ask(principal, 'GET', address)).status).toBe(404);
    const file = await upload(head, `${address}/files`, 'du-thao.pdf', Buffer.from('%PDF-1.7'));
    expect(
      (await ask(head, 'POST', `${address}/collect`, { version: 1, until: '2025-10-10' })).json.units,
    ).toBe(1);
    const seen = await ask(principal, 'GET', address);
    expect(seen.json).toMatchObject({
      document: { state: 'collecting', opinionDue: true, openedAt: null },
      may: ['plan.giveOpinion', 'plan.listOpinions'],
    });
    expect((await ask(principal, 'GET', `/api/plan/attachments/${file.json().id}`)).raw.toString()).toBe(
      '%PDF-1.7',
    );
    await ask(principal, 'POST', `${address}/read`);
    const opinion = await ask(clerk, 'POST', `${address}/opinions`, {
      stance: 'comments',
      body: '=1+1 cần rõ hơn',
    });
    await ask(head, 'POST', `/api/plan/opinions/${opinion.json.id}/dispose`, {
      version: 1,
      disposition: 'adopted',
    });
    expect((await ask(head, 'GET', `${address}/opinions`)).json).toMatchObject({
      asked: 1,
      answered: 1,
      undisposed: 0,
      silent: [],
    });
    expect((await ask(head, 'GET', `${address}/opinions.xlsx`)).raw.subarray(0, 2).toString()).toBe('PK');
    const issued = await ask(head, 'POST', `${address}/issue`, {
      version: 2,
      issuedOn: '2025-10-01',
      signatoryName: 'Lò Văn Thử',
      signatoryPosition: 'Giám đốc',
    });
    expect(issued.json).toMatchObject({ symbol: '01/HD-SGDĐT', number: 1, state: 'issued', units: 1 });
    const readings = await ask(head, 'GET', `${address}/readings`);
    expect(readings.json).toMatchObject({ opened: 1, units: [{ unit: { id: school.id } }] });
    expect((await ask(principal, 'GET', `${address}/readings`)).json.code).toBe('plan.notYours');
    expect((await ask(teacher, 'GET', '/api/plan/official-documents?box=received')).json.items).toMatchObject(
      [{ symbol: '01/HD-SGDĐT', opinionDue: false }],
    );
    expect((await ask(stranger, 'GET', address)).status).toBe(404);
  });

  test('refuse files that are not what their name says, and too large ones', async () => {
    const { json: made } = await ask(principal, 'POST', '/api/plan/official-documents', {
      kind: 'plan',
      abstract: 'Kế hoạch của trường',
    });
    const address = `/api/plan/official-documents/${made.id}/files`;
    const page = await upload(principal, address, 'ke-hoach.pdf', Buffer.from('<svg onload="x">'));
    expect([page.statusCode, page.json().code]).toEqual([422, 'plan.fileRefused']);
    const large = await upload(principal, address, 'lon.pdf', Buffer.alloc(20 * 1024 * 1024 + 1, '%PDF-'));
    expect([large.statusCode, large.json().code]).toEqual([413, 'http.fileTooLarge']);
    expect((await upload(stranger, address, 'a.pdf', Buffer.from('%PDF-'))).statusCode).toBe(404);
  });

  test('keep two editors apart and give the second both texts', async () => {
    const { json: made } = await ask(clerk, 'POST', '/api/plan/official-documents', {
      kind: 'notice',
      abstract: 'Thông báo',
    });
    const address = `/api/plan/official-documents/${made.id}`;
    expect((await ask(clerk, 'PATCH', address, { version: 1, abstract: 'Bản một' })).json).toEqual({
      version: 2,
    });
    const second = await ask(principal, 'PATCH', address, { version: 1, abstract: 'Bản hai' });
    expect(second.status).toBe(409);
    expect(second.json.facts).toMatchObject({
      mine: { abstract: 'Bản hai' },
      theirs: { abstract: 'Bản một' },
    });
  });

  test('show the setting of the agency', async () => {
    expect((await ask(head, 'GET', '/api/plan/agency-setting')).json).toMatchObject({
      abbreviation: 'GDTrH',
      set: false,
    });
    expect((await ask(teacher, 'GET', '/api/plan/agency-setting')).status).toBe(403);
  });
});
