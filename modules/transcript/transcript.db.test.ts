import { inflateSync } from 'node:zlib';
import { unzipSync } from 'fflate';
import { v7 as uuidv7 } from 'uuid';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { fixedClock } from '#platform/clock';
import { runDueJobsNow } from '#platform/jobs';
import { type Person, type Served, serve } from '#tests/harness/served.ts';
import { pkcs12File, type TestAuthority, testAuthority } from '../../platform/signatures/testing.ts';
import { studiedSubjects } from '../gradebook/rules/studied.ts';
import {
  assign,
  type Ground,
  here,
  names,
  otherSchool,
  put,
  schoolYearId,
  sheetAddress,
} from '../gradebook/testing.ts';
import { addClass, addPupil } from '../people/testing.ts';
import { nameOf, province, provinceSeed } from '../plan/testing.ts';
import { checkArchive, transcriptTasks } from './index.ts';
import { fillYear, giveConduct, makeYear } from './testing.ts';

// The whole way of a page: drawn up, confirmed, signed, sealed, verified by a stranger, corrected, shared, archived.

const time = '2026-06-05T08:00:00+07:00';
const password = 'Mật khẩu của khoá';
let hoaBan: Served;
let ground: Ground;
let maths: Person;
let homeroom: Person;
let principal: Person;
let authority: TestAuthority;
let own: object;
let seal: object;

async function keyOf(name: string, options?: Parameters<TestAuthority['issue']>[1], from = authority) {
  const file = await pkcs12File(await from.issue(name, options), password);
  return { kind: 'file', file: Buffer.from(file).toString('base64'), password };
}

beforeAll(async () => {
  hoaBan = await serve(provinceSeed, time);
  [ground, authority] = await Promise.all([makeYear(hoaBan.db), testAuthority()]);
  [maths, homeroom, principal, own, seal] = await Promise.all([
    hoaBan.as(names.maths, 'teacher'),
    hoaBan.as(names.history, 'teacher'),
    hoaBan.as(names.principal, 'principal'),
    keyOf('Hiệu trưởng thử', { keyType: 'rsa' }),
    keyOf('Trường thử'),
  ]);
});
afterAll(() => hoaBan?.close());

const drawUp = (body: object = {}) =>
  principal.post('/api/transcript/pages', { classIds: [ground.classId], ...body });
const rows = async (person = principal) =>
  (await person.get(`/api/transcript/classes/${ground.classId}`)).body.rows;
const pageOf = async (at: number) =>
  (await principal.get(`/api/transcript/pages/${(await rows())[at].pageId}`)).body;

/** A teacher confirms all steps of a kind that wait. */
async function confirmAll(person: Person, kind: 'subject' | 'homeroom', staffId: string): Promise<number> {
  const { rows: waiting } = await hoaBan.db.owner.query<{ id: string }>(
    `SELECT id FROM transcript.step WHERE kind = $1 AND staff_id = $2 AND state = 'waiting'`,
    [kind, staffId],
  );
  const stepIds = waiting.map(({ id }) => id);
  return (await person.post('/api/transcript/steps/confirm', { stepIds })).body.made;
}
async function signAll(kind: 'principal' | 'seal', key: object) {
  const opened = await principal.post('/api/transcript/runs', { kind });
  if (opened.status !== 200) return opened;
  let said = opened;
  while (said.body.state === 'open') {
    said = await principal.post(`/api/transcript/runs/${opened.body.id}/continue`, { key });
    if (said.status !== 200) return said;
  }
  return said;
}
/** What the pages of a PDF draw. */
function drawnIn(pdf: Buffer): string {
  const drawn: string[] = [];
  for (let at = pdf.indexOf('stream\n'); at >= 0; at = pdf.indexOf('stream\n', at + 1)) {
    const packed = pdf.subarray(at + 7, pdf.indexOf('endstream', at + 7));
    // Fonts and images are packed otherwise, or are no text.
    if (packed[0] === 0x78) drawn.push(inflateSync(packed).toString('latin1'));
  }
  return drawn.join('\n');
}

const pdfOf = async (pageId: string, person = principal) =>
  (await person.get(`/api/transcript/pages/${pageId}/pdf`)).bytes;
const verify = (code: string) => hoaBan.stranger.post('/api/transcript/verify', { code });

describe('Drawing up', () => {
  test('counts asked = made + refused, and says why not', async () => {
    const said = await drawUp();
    expect(said.body).toMatchObject({ asked: 3, made: 2, unchanged: 0 });
    expect(said.body.refused).toHaveLength(1);
    expect(said.body.refused[0].why).toContain('Chưa có nhận xét của giáo viên chủ nhiệm.');
    expect((await drawUp()).body).toMatchObject({ made: 0, unchanged: 2 });
    const { items: notices } = (await maths.get('/api/plan/notices')).body;
    expect(notices.map(({ title }: { title: string }) => title)).toEqual([
      'Học bạ lớp 6A1: 2 trang chờ xác nhận',
    ]);
  });
  test('is the office’s, of the own school, with both semesters locked', async () => {
    expect((await homeroom.post('/api/transcript/pages', { classIds: [ground.classId] })).status).toBe(403);
    const elsewhere = await hoaBan.as(names.elsewhere, 'principal');
    expect((await elsewhere.post('/api/transcript/pages', { classIds: [ground.classId] })).body.code).toBe(
      'transcript.classNotFound',
    );
    await hoaBan.db.owner.query(
      `UPDATE gradebook.term SET locked_at = NULL, locked_by = NULL WHERE semester = 2`,
    );
    expect((await drawUp()).body.code).toBe('transcript.marksNotLocked');
    await hoaBan.db.owner.query(
      `UPDATE gradebook.term SET locked_at = '2026-05-31', locked_by = (SELECT id FROM identity.account LIMIT 1) WHERE semester = 2`,
    );
  });
  test('draws a page anew when awards change before it is issued', async () => {
    const saved = await put(
      homeroom,
      `/api/transcript/classes/${ground.classId}/awards/${ground.pupils[0]}`,
      {
        lines: ['Giải nhì thi Toán cấp trường'],
        version: 0,
      },
    );
    expect(saved.body).toEqual({ saved: 1 });
    expect((await drawUp()).body).toMatchObject({ made: 1, unchanged: 1 });
    expect((await pageOf(0)).content.awards).toEqual(['Giải nhì thi Toán cấp trường']);
    const late = await put(homeroom, `/api/transcript/classes/${ground.classId}/awards/${ground.pupils[0]}`, {
      lines: [],
      version: 0,
    });
    expect(late.body.code).toBe('transcript.changedMeanwhile');
    const other = await put(maths, `/api/transcript/classes/${ground.classId}/awards/${ground.pupils[0]}`, {
      lines: [],
      version: 1,
    });
    expect(other.body.code).toBe('transcript.notHomeroom');
  });
});

describe('Signing order', () => {
  test('asks the teachers first, each for the own line only', async () => {
    const { groups } = (await maths.get('/api/transcript/queue')).body;
    expect(groups).toHaveLength(11);
    expect(groups.every(({ waiting }: { waiting: number }) => waiting === 2)).toBe(true);
    const query = `kind=subject&classId=${ground.classId}&subjectCode=MATH`;
    const { items } = (await maths.get(`/api/transcript/queue/steps?${query}`)).body;
    expect(items[0].part).toMatchObject({ code: 'MATH', year: '8.5' });
    expect((await maths.get(`/api/transcript/pages/${items[0].pageId}`)).body.code).toBe(
      'transcript.pageNotFound',
    );
    expect((await homeroom.get('/api/transcript/queue')).body.groups).toHaveLength(1);
    expect((await principal.post('/api/transcript/runs', { kind: 'principal' })).body.code).toBe(
      'transcript.nothingToSign',
    );
  });
  test('does not take a step twice, nor one that waits for somebody else', async () => {
    const query = `kind=subject&classId=${ground.classId}&subjectCode=HISGEO`;
    const { items } = (await homeroom.get(`/api/transcript/queue/steps?${query}`)).body;
    const stepIds = items.map(({ id }: { id: string }) => id);
    const foreign = await maths.post('/api/transcript/steps/confirm', { stepIds });
    expect(foreign.body.code).toBe('transcript.nothingConfirmed');
    const first = await homeroom.post('/api/transcript/steps/confirm', { stepIds: [stepIds[0]] });
    expect(first.body).toMatchObject({ asked: 1, made: 1, refused: [] });
    const both = await homeroom.post('/api/transcript/steps/confirm', { stepIds });
    expect(both.body).toMatchObject({ asked: 2, made: 1, refused: [{ why: 'đã xác nhận rồi' }] });
  });
  test('is kept by the database too, whoever writes', async () => {
    const late = hoaBan.db.owner.query(
      `UPDATE transcript.step SET state = 'done', method = 'certificate', certificate = 'x', done_at = now(), done_by = (SELECT id FROM identity.account LIMIT 1)
       WHERE kind = 'seal'`,
    );
    await expect(late).rejects.toThrow('signatures are made in their order');
    await expect(
      hoaBan.db.owner.query(
        `UPDATE transcript.page SET state = 'issued', issued_at = now(), pdf_sha256 = repeat('a', 64), xml_sha256 = repeat('a', 64)`,
      ),
    ).rejects.toThrow('when every signature is made');
  });
  test('goes from teachers to the homeroom teacher; a page sent back is drawn up anew', async () => {
    expect(await confirmAll(maths, 'subject', ground.staff.maths)).toBe(22);
    const { groups } = (await homeroom.get('/api/transcript/queue')).body;
    expect(groups).toMatchObject([{ kind: 'homeroom', waiting: 2 }]);
    const query = `kind=homeroom&classId=${ground.classId}`;
    const { items } = (await homeroom.get(`/api/transcript/queue/steps?${query}`)).body;
    const back = await homeroom.post(`/api/transcript/steps/${items[1].id}/return`, {
      reason: 'Thiếu giải thưởng',
    });
    expect(back.body).toEqual({ state: 'returned' });
    expect((await rows()).map(({ returned }: { returned: string | null }) => returned)).toContain(
      'Thiếu giải thưởng',
    );
    expect((await drawUp()).body).toMatchObject({ made: 1, unchanged: 1 });
    expect(await confirmAll(maths, 'subject', ground.staff.maths)).toBe(11);
    expect(await confirmAll(homeroom, 'subject', ground.staff.history)).toBe(1);
    expect(await confirmAll(homeroom, 'homeroom', ground.staff.history)).toBe(2);
  });
});

describe('Signatures', () => {
  test('need an authority that the department trusts', async () => {
    expect((await signAll('principal', own)).body.code).toBe('transcript.noAnchors');
    const leader = await hoaBan.as(
      nameOf({ id: province.departmentId }, 'departmentLeader'),
      'departmentLeader',
    );
    const pem = `-----BEGIN CERTIFICATE-----\n${Buffer.from(authority.anchor).toString('base64')}\n-----END CERTIFICATE-----\n`;
    expect((await leader.send('/api/transcript/anchors', 'goc.pem', pem)).body.name).toBe(
      'Cơ quan chứng thực thử',
    );
    expect((await leader.send('/api/transcript/anchors', 'goc.pem', pem)).body.code).toBe(
      'transcript.anchorKnown',
    );
    const person = await authority.issue('Một người');
    expect((await leader.send('/api/transcript/anchors', 'a.cer', person.certificate)).body.code).toBe(
      'transcript.notAnAuthority',
    );
    expect((await leader.send('/api/transcript/anchors', 'a.cer', 'xin chào')).body.code).toBe(
      'transcript.notACertificate',
    );
    expect((await principal.send('/api/transcript/anchors', 'goc.pem', pem)).status).toBe(403);
  });
  test('are refused to a certificate on a list of withdrawn ones, which only a trusted authority gives out', async () => {
    const lost = await authority.issue('Mất khoá');
    const [day, next] = [new Date('2026-06-01T00:00:00Z'), new Date('2026-07-01T00:00:00Z')];
    const entry = { certificate: lost.certificate, at: new Date('2026-05-20T00:00:00Z') };
    const send = async (bytes: Uint8Array, person = leader) =>
      (await person.send('/api/transcript/withdrawn-lists', 'thu-hoi.crl', bytes)).body;
    const leader = await hoaBan.as(
      nameOf({ id: province.departmentId }, 'departmentLeader'),
      'departmentLeader',
    );
    const list = await authority.withdraw([entry], { from: day, next });
    expect((await send(await (await testAuthority()).withdraw([], { from: day }))).code).toBe(
      'transcript.listNotTaken',
    );
    expect(await send(list)).toMatchObject({ authority: 'Cơ quan chứng thực thử', certificates: 1 });
    const older = await authority.withdraw([], { from: new Date('2026-05-01T00:00:00Z'), next });
    expect((await send(older)).code).toBe('transcript.listOlder');
    expect((await send(list, principal)).status).toBe(403);
    const file = Buffer.from(await pkcs12File(lost, password)).toString('base64');
    const said = await signAll('principal', { kind: 'file', file, password });
    expect(said.body.code).toBe('transcript.certificateWithdrawn');
  });
  test('are refused with a wrong password, an expired, a too early, an untrusted key', async () => {
    const code = async (key: object) => (await signAll('principal', key)).body.code;
    expect(await code({ ...own, password: 'sai' })).toBe('transcript.wrongPassword');
    expect(await code({ ...own, file: Buffer.from('không phải khoá').toString('base64') })).toBe(
      'transcript.keyNotRead',
    );
    expect(await code(await keyOf('Cũ', { to: new Date('2026-06-01T00:00:00Z') }))).toBe(
      'transcript.certificateExpired',
    );
    expect(await code(await keyOf('Sớm', { from: new Date('2026-07-01T00:00:00Z') }))).toBe(
      'transcript.certificateTooEarly',
    );
    expect(await code(await keyOf('Lạ', {}, await testAuthority()))).toBe('transcript.certificateUntrusted');
    expect(await code({ kind: 'token', token: 'HT', pin: '1234' })).toBe('transcript.keyNotRead');
  });
  test('of the principal are made for all that waits, counted', async () => {
    const done = await signAll('principal', own);
    expect(done.body).toMatchObject({ asked: 2, made: 2, refused: [], state: 'done' });
    expect((await signAll('seal', own)).body.code).toBe('transcript.certificateOfAnother');
  });
  test('of a run go on where it stopped, also after its pages have changed', async () => {
    const open = await principal.post('/api/transcript/runs', { kind: 'seal' });
    expect((await principal.post('/api/transcript/runs', { kind: 'seal' })).body.id).toBe(open.body.id);
    expect(open.body).toMatchObject({ asked: 2, made: 0, state: 'open' });
    const done = await signAll('seal', seal);
    expect(done.body).toMatchObject({ asked: 2, made: 2, state: 'done' });
    expect((await rows()).map(({ state }: { state: string }) => state)).toEqual(['issued', 'issued', null]);
  });
  test('stand in the files: PDF and data form, both checked without the database', async () => {
    const page = await pageOf(0);
    const pdf = await pdfOf(page.id);
    expect(pdf.subarray(0, 5).toString()).toBe('%PDF-');
    expect(pdf.includes('pdfaid')).toBe(true);
    // The identity side has the place of the photo: a frame of 3 × 4 cm, in points.
    expect(drawnIn(pdf)).toMatch(/85\.03\d* 0 l\s+85\.03\d* 113\.38\d* l\s+0 113\.38\d* l/);
    const xml = (await principal.get(`/api/transcript/pages/${page.id}/xml`)).bytes;
    const text = JSON.stringify(page.content);
    expect(text).toContain('Giàng A Thử A');
    expect(xml.toString('utf8')).toContain(`<vanTay thuatToan="SHA-256">${page.digest}</vanTay>`);
    expect(page.steps.map(({ method }: { method: string }) => method)).toContain('certificate');
  });
  test('and the reading of a page is written down', async () => {
    const { rows: notes } = await hoaBan.db.owner.query(
      `SELECT count(*)::int AS n FROM audit.event WHERE operation = 'read' AND entity = 'transcript.page'`,
    );
    expect(notes[0].n).toBeGreaterThan(2);
    const { rows: leaks } = await hoaBan.db.owner.query(
      `SELECT count(*)::int AS n FROM audit.event WHERE before::text || after::text LIKE '%' || $1 || '%'`,
      [password],
    );
    expect(leaks[0].n).toBe(0);
  });
});

describe('A stranger', () => {
  test('learns by the code whether it is in force, and nothing of the pupil', async () => {
    const { code } = await pageOf(0);
    const said = await verify(code.toLowerCase().replace(/(.{4})/g, '$1-'));
    expect(said.body).toMatchObject({ state: 'issued', level: 'lowerSecondary', number: 1, newest: 1 });
    expect(JSON.stringify(said.body)).not.toContain('Giàng');
    expect((await verify('00000000000000000000')).body.code).toBe('transcript.codeNotKnown');
    expect((await verify('hỏng')).body.code).toBe('transcript.codeNotKnown');
  });
  test('checks a file: genuine, changed by one byte, of another pupil, something else', async () => {
    const [first, second] = [await pageOf(0), await pageOf(1)];
    const pdf = await pdfOf(first.id);
    const check = async (code: string, bytes: Uint8Array) =>
      (await hoaBan.stranger.send(`/api/transcript/verify/${code}/file`, 'hoc-ba.pdf', bytes)).body;
    const genuine = await check(first.code, pdf);
    expect(genuine).toMatchObject({ verdict: 'genuine', page: { state: 'issued' } });
    expect(genuine.signatures).toEqual([
      { signer: 'Hiệu trưởng thử', holds: true, standing: 'notWithdrawn' },
      { signer: 'Trường thử', holds: true, standing: 'notWithdrawn' },
    ]);
    const changed = Buffer.from(pdf);
    changed[400] = (changed[400] as number) ^ 1;
    expect((await check(first.code, changed)).verdict).toBe('changed');
    expect((await check(second.code, pdf)).verdict).toBe('otherTranscript');
    expect((await check(first.code, Buffer.from('xin chào'))).verdict).toBe('notPdf');
  });
  test('is stopped after too many wrong codes', async () => {
    let last = await verify('00000000000000000000');
    for (let times = 0; times < 25; times += 1) last = await verify('00000000000000000000');
    expect(last.body.code).toBe('transcript.tooManyQuestions');
    await hoaBan.db.owner.query('DELETE FROM transcript.attempt');
  });
  test('sees the page by a link of the holder, once, until it expires', async () => {
    const { id } = await pageOf(0);
    const made = await principal.post(`/api/transcript/pages/${id}/shares`, { purpose: 'Nộp hồ sơ lớp 10' });
    const token = made.body.address.split('#')[1];
    const open = (what: string) => hoaBan.stranger.post('/api/transcript/shared', { token: what });
    expect((await open(token)).body).toMatchObject({
      state: 'issued',
      content: { pupil: { name: 'Giàng A Thử A' } },
    });
    await hoaBan.db.owner.query(`UPDATE transcript.share SET opened_at = '2026-06-04'`);
    expect((await open(token)).body.code).toBe('transcript.shareNotValid');
    expect((await open('sai')).body.code).toBe('transcript.shareNotValid');
    expect((await homeroom.post(`/api/transcript/pages/${id}/shares`, { purpose: 'Xem' })).status).toBe(403);
    const again = await principal.post(`/api/transcript/pages/${id}/shares`, { purpose: 'Nộp hồ sơ' });
    expect((await principal.delete(`/api/transcript/shares/${again.body.id}`)).status).toBe(204);
    expect((await open(again.body.address.split('#')[1])).body.code).toBe('transcript.shareNotValid');
  });
});

describe('An issued page', () => {
  test('does not change and is not deleted, whoever writes', async () => {
    const { id } = await pageOf(0);
    for (const statement of [
      `UPDATE transcript.page SET pdf_sha256 = repeat('a', 64) WHERE id = $1`,
      `UPDATE transcript.page SET pupil_name = 'Khác' WHERE id = $1`,
      `DELETE FROM transcript.page WHERE id = $1`,
      `UPDATE transcript.step SET note = 'sửa' WHERE page_id = $1`,
      `UPDATE transcript.page_content SET content = 'x' WHERE page_id = $1`,
    ]) {
      await expect(hoaBan.db.owner.query(statement, [id]), statement).rejects.toThrow();
    }
  });
  test('is corrected by a new version that names it, with the reason; then the old code says superseded', async () => {
    const before = await pageOf(0);
    const asked = await maths.post(`${sheetAddress(ground.classId, 'MATH', 2)}/corrections`, {
      pupilId: ground.pupils[0],
      place: 'final',
      was: '8,5',
      value: '9,5',
      reason: 'Cộng nhầm điểm',
    });
    expect(asked.status).toBe(200);
    const decided = await principal.post(`/api/gradebook/corrections/${asked.body.id}/decide`, {
      approve: true,
      version: 1,
    });
    expect(decided.body).toEqual({ state: 'approved' });
    const refused = await drawUp();
    expect(refused.body).toMatchObject({ made: 0, unchanged: 1 });
    expect(refused.body.refused[0].why[0]).toContain('lập bản mới kèm lí do');
    expect((await drawUp({ reason: 'Sửa điểm Toán theo đề nghị đã duyệt' })).body).toMatchObject({ made: 1 });
    expect((await verify(before.code)).body.state).toBe('issued');
    const { rows: waiting } = await hoaBan.db.owner.query<{ id: string }>(
      `SELECT id FROM transcript.step WHERE staff_id = $1 AND state = 'waiting'`,
      [ground.staff.maths],
    );
    const stepIds = waiting.map(({ id }) => id);
    const sign = (key: object) => maths.post('/api/transcript/steps/sign', { stepIds, key });
    expect((await sign(own)).body.code).toBe('transcript.certificateOfAnother');
    expect((await sign(await keyOf('Vàng A Toán'))).body).toMatchObject({ asked: 11, made: 11, refused: [] });
    await confirmAll(homeroom, 'subject', ground.staff.history);
    await confirmAll(homeroom, 'homeroom', ground.staff.history);
    expect((await signAll('principal', own)).body).toMatchObject({ asked: 1, made: 1 });
    expect((await signAll('seal', seal)).body).toMatchObject({ asked: 1, made: 1 });
    const after = await pageOf(0);
    expect(after.content.previous).toMatchObject({
      number: 1,
      digest: before.digest,
      reason: 'Sửa điểm Toán theo đề nghị đã duyệt',
    });
    expect(after.versions.map(({ state }: { state: string }) => state)).toEqual(['issued', 'superseded']);
    expect((await verify(before.code)).body).toMatchObject({ state: 'superseded', number: 1, newest: 2 });
  });
  test('cannot be followed by a version that names another content', async () => {
    const { rows: found } = await hoaBan.db.owner.query(
      `SELECT * FROM transcript.page WHERE pupil_id = $1 ORDER BY number DESC LIMIT 1`,
      [ground.pupils[1]],
    );
    const forged = hoaBan.db.owner.query(
      `INSERT INTO transcript.page (id, pupil_id, unit_id, department_id, school_year_id, class_id, level, grade, pupil_name, number, previous_id,
         previous_digest, reason, code, digest, made_by, made_at)
       SELECT $1, pupil_id, unit_id, department_id, school_year_id, class_id, level, grade, pupil_name, 2, id, repeat('0', 64), 'giả', '11111111111111111111',
         repeat('1', 64), made_by, made_at FROM transcript.page WHERE id = $2`,
      [uuidv7(), found[0].id],
    );
    await expect(forged).rejects.toThrow();
  });
  test('is revoked by the principal of the school that issued it', async () => {
    const page = await pageOf(1);
    const elsewhere = await hoaBan.as(names.elsewhere, 'principal');
    const revoke = (person: Person) =>
      person.post(`/api/transcript/pages/${page.id}/revoke`, { reason: 'Phát hành nhầm' });
    expect((await revoke(elsewhere)).body.code).toBe('transcript.pageNotFound');
    expect((await revoke(principal)).body).toEqual({ state: 'revoked' });
    expect((await revoke(principal)).body.code).toBe('transcript.notInForce');
    expect((await verify(page.code)).body.state).toBe('revoked');
  });
});

test('The archive holds every version, counted, and its check needs neither database nor network', async () => {
  expect((await principal.post('/api/transcript/archives', {})).status).toBe(200);
  expect((await principal.post('/api/transcript/archives', {})).body.code).toBe('transcript.archiveRunning');
  const tasks = transcriptTasks({
    database: hoaBan.db.database,
    clock: fixedClock(time),
    filesFolder: hoaBan.filesFolder,
    log: () => {},
  });
  await runDueJobsNow({ ownerUrl: hoaBan.db.ownerUrl, tasks });
  const [archive] = (await principal.get('/api/transcript/archives')).body.items;
  expect(archive).toMatchObject({ state: 'done', asked: 3, made: 3, failed: [] });
  const zip = (await principal.get(`/api/transcript/archives/${archive.id}/file`)).bytes;
  const files = unzipSync(zip);
  const check = (change: Record<string, Uint8Array> = {}) =>
    checkArchive(async (name) => ({ ...files, ...change })[name], {
      anchors: [authority.anchor],
      lists: [],
      now: new Date(time),
    });
  const whole = await check();
  expect(whole).toMatchObject({ holds: true, trust: 'checked', asked: 3, checked: 3, expired: 0, chain: [] });
  const signers = whole.versions.flatMap(({ signatures }) => signatures.map(({ signer }) => signer));
  expect(signers.filter((signer) => signer === 'Vàng A Toán')).toHaveLength(11);
  const [content = ''] = Object.keys(files).filter((name) => name.endsWith('content.json'));
  const forged = Buffer.from(
    Buffer.from(files[content] as Uint8Array)
      .toString('utf8')
      .replace('8.5', '9.5'),
  );
  const broken = await check({ [content]: forged });
  expect(broken.holds).toBe(false);
  expect(broken.versions.flatMap(({ faults }) => faults)).toContain('contentChanged');
});

test('The transcript goes with the pupil: the new school reads it, the old one still has its own', async () => {
  const pupilId = ground.pupils[0]!;
  const { id } = await pageOf(0);
  const elsewhere = await hoaBan.as(names.elsewhere, 'principal');
  expect((await elsewhere.get(`/api/transcript/pages/${id}`)).body.code).toBe('transcript.pageNotFound');
  const classId = await addClass(
    hoaBan.db,
    { id: otherSchool.id, departmentId: here.departmentId },
    schoolYearId,
    { name: '6C' },
  );
  const asked = await principal.post('/api/people/transfers', {
    pupilId,
    toUnitId: otherSchool.id,
    reason: 'Theo gia đình',
  });
  const accepted = await elsewhere.post(`/api/people/transfers/${asked.body.id}/accept`, {
    classId,
    on: '2026-06-05',
  });
  expect(accepted.status).toBe(200);
  const there = await elsewhere.get(`/api/transcript/pages/${id}`);
  expect(there.body).toMatchObject({ state: 'issued', content: { pupil: { name: 'Giàng A Thử A' } } });
  expect(there.body.may).not.toContain('transcript.revokePage');
  expect((await pdfOf(id, elsewhere)).length).toBeGreaterThan(1000);
  expect((await principal.get(`/api/transcript/pages/${id}`)).status).toBe(200);
});

test('A guardian sees the issued pages of the own child, not those of others', async () => {
  const account = uuidv7();
  await hoaBan.db.owner.query(
    `INSERT INTO identity.account (id, department_id, display_name, username) VALUES ($1, $2, 'Giàng Thị Mẹ', 'me.thu.hb')`,
    [account, here.departmentId],
  );
  await hoaBan.db.owner.query(
    `INSERT INTO identity.credential (account_id, must_change_password) VALUES ($1, false)`,
    [account],
  );
  await hoaBan.db.owner.query(
    `INSERT INTO identity.role_assignment (id, account_id, unit_id, department_id, role) VALUES ($1, $2, $3, $4, 'guardian')`,
    [uuidv7(), account, here.id, here.departmentId],
  );
  await hoaBan.db.owner.query(
    `INSERT INTO people.guardian (id, pupil_id, unit_id, department_id, account_id, relation, full_name) VALUES ($1, $2, $3, $4, $5, 'mother', 'Giàng Thị Mẹ')`,
    [uuidv7(), ground.pupils[1], here.id, here.departmentId, account],
  );
  const guardian = await hoaBan.as('me.thu.hb', 'guardian');
  const { items } = (await guardian.get('/api/transcript/mine')).body;
  expect(items).toHaveLength(1);
  expect(items[0]).toMatchObject({ pupilName: 'Giàng A Thử B', state: 'revoked' });
  expect((await guardian.get(`/api/transcript/pages/${items[0].id}`)).status).toBe(200);
  const { rows: foreign } = await hoaBan.db.owner.query(
    `SELECT id FROM transcript.page WHERE pupil_id = $1`,
    [ground.pupils[0]],
  );
  const address = `/api/transcript/pages/${foreign[0].id}`;
  expect((await guardian.get(address)).body.code).toBe('transcript.pageNotFound');
  expect((await guardian.post(`${address}/shares`, { purpose: 'Nộp hồ sơ' })).body.code).toBe(
    'transcript.pageNotFound',
  );
  // Another child, now at the other school, whose page is in force.
  await hoaBan.db.owner.query(
    `INSERT INTO people.guardian (id, pupil_id, unit_id, department_id, account_id, relation, full_name) VALUES ($1, $2, $3, $4, $5, 'mother', 'Giàng Thị Mẹ')`,
    [uuidv7(), ground.pupils[0], otherSchool.id, here.departmentId, account],
  );
  const { items: all } = (await guardian.get('/api/transcript/mine')).body;
  const inForce = all.find(({ state }: { state: string }) => state === 'issued');
  const made = await guardian.post(`/api/transcript/pages/${inForce.id}/shares`, { purpose: 'Nộp hồ sơ' });
  const token = made.body.address.split('#')[1];
  expect((await hoaBan.stranger.post('/api/transcript/shared', { token })).body.state).toBe('issued');
  expect((await guardian.get(`/api/transcript/pages/${inForce.id}`)).body.shares[0].openedAt).not.toBeNull();
});

test('The page of a pupil in an elective group has the subject of the group, another one than that of the class or the same, with its teacher', async () => {
  const { db } = hoaBan;
  const classId = await addClass(db, here, schoolYearId, {
    ...{ grade: 10, name: '10A1', homeroom_staff_id: ground.staff.history },
  });
  const pupilId = await addPupil(db, here, { classId, schoolYearId }, { full_name: 'Vừ Thị Luật' });
  const inPhysics = await addPupil(db, here, { classId, schoolYearId }, { full_name: 'Vừ A Vật' });
  const choices = ['PHY', 'CHE', 'BIO', 'INF'].map((subjectCode) => ({
    ...{ kind: 'elective' as const, subjectCode, periods: null, reason: null },
  }));
  for (const { subjectCode } of choices)
    await db.owner.query(
      `INSERT INTO curriculum.class_choice (id, unit_id, department_id, class_id, kind, subject_code) VALUES ($1, $2, $3, $4, 'elective', $5)`,
      [uuidv7(), here.id, here.departmentId, classId, subjectCode],
    );
  const form = { grade: 10, specialisedSubject: null, choices };
  for (const { code } of studiedSubjects('2025-2026', form))
    await assign(db, classId, code, ground.staff.maths);
  for (const [code, member] of [
    ['PHY', inPhysics],
    ['ECL', pupilId],
  ] as const)
    await db.owner.query(
      `WITH made AS (INSERT INTO needs_survey.study_group (id, unit_id, department_id, school_year_id, kind, subject_code, grade, block, name,
           size_limit, periods_per_week, state, teacher_id)
         VALUES ($1, $2, $3, $4, 'elective', $5, 10, 'Lượt 1', $5, 45, 2, 'confirmed', $6) RETURNING id)
       INSERT INTO needs_survey.group_member (group_id, pupil_id, unit_id, department_id, reason, reason_text, decided_by, decided_at)
       SELECT made.id, $7, $2, $3, 'decision', 'Quyết định 14', a.id, '2025-09-01' FROM made, identity.account a
       WHERE a.username = $8`,
      [
        ...[uuidv7(), here.id, here.departmentId, schoolYearId, code, ground.staff.history],
        ...[member, names.principal],
      ],
    );
  const { rows: locks } = await db.owner.query('SELECT id, locked_at, locked_by FROM gradebook.term');
  await db.owner.query('UPDATE gradebook.term SET locked_at = NULL, locked_by = NULL');
  const taken = [{ ownCode: 'PHY', takenCode: 'ECL' }];
  await fillYear(db, pupilId, 80, {}, studiedSubjects('2025-2026', form, taken));
  await fillYear(db, inPhysics, 70, {}, studiedSubjects('2025-2026', form));
  await giveConduct(db, pupilId);
  await giveConduct(db, inPhysics);
  for (const { id, locked_at, locked_by } of locks)
    await db.owner.query('UPDATE gradebook.term SET locked_at = $2, locked_by = $3 WHERE id = $1', [
      id,
      locked_at,
      locked_by,
    ]);
  const drawn = await drawUp({ classIds: [classId] });
  expect(drawn.body).toMatchObject({ made: 2, refused: [] });
  const { rows: pages } = (await principal.get(`/api/transcript/classes/${classId}`)).body;
  const linesOf = async (name: string) => {
    const { pageId } = pages.find((row: { name: string }) => row.name === name);
    const { subjects } = (await principal.get(`/api/transcript/pages/${pageId}`)).body.content;
    return new Map(subjects.map((line: { code: string }) => [line.code, line]));
  };
  const lines = await linesOf('Vừ Thị Luật');
  expect(lines.get('ECL')).toMatchObject({ year: '8.0', teachers: ['Lò Thị Sử'] });
  expect(lines.has('PHY')).toBe(false);
  const others = await linesOf('Vừ A Vật');
  expect(others.get('PHY')).toMatchObject({ year: '7.0', teachers: ['Lò Thị Sử'] });
  expect(others.get('CHE')).toMatchObject({ teachers: ['Vàng A Toán'] });
});
