import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { v7 as uuidv7 } from 'uuid';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type ReadTx, type Settings, sql, type WriteTx } from '#platform/db';
import { freshDatabase, type TestDatabase } from '#tests/harness/database.ts';
import { selectAttachmentOptional } from '../data/attachments.ts';
import {
  listDocumentsOfDuty,
  listOfficialDocuments,
  type OfficialBox,
  selectOfficialOptional,
} from '../data/official-documents.ts';
import { listReceipts } from '../data/official-recipients.ts';
import { listOpinions, listSilentUnits } from '../data/opinions.ts';
import { actingAs, holderOf, province, provinceSeed, publishDuties, unitOf } from '../testing.ts';
import type { Acting } from './acting.ts';
import { selectAgency, updateAgencySetting } from './agency.ts';
import {
  attachOfficialDocumentFile,
  registerOfficialDocument,
  removeOfficialDocumentFile,
  updateOfficialDocument,
} from './draft-official-document.ts';
import { disposeOpinion, giveOpinion, updateOpinion } from './opinions.ts';
import { readOfficialDocument } from './read-official-document.ts';
import {
  cancelOfficialDocument,
  collectOpinions,
  issueOfficialDocument,
  revokeOfficialDocument,
} from './send-official-document.ts';

const today = '2025-10-01';
const at = (day: string) => new Date(`${day}T09:00:00+07:00`);
const school = unitOf('school', (unit) => unit.managing_authority === 'communePC');
const commune = unitOf('commune', (unit) => unit.id === school.parent_id);
const otherSchool = unitOf('school', (unit) => unit.id !== school.id && unit.parent_id !== commune.id);
const team = unitOf('subjectTeam', (unit) => unit.parent_id === school.id);
const cluster = unitOf('cluster');
const division = unitOf('division');

type Unit = typeof school;
type Who = { settings: Settings; acting: Acting };

function who(unit: Unit, role: string, scope: 'department' | 'subtree' | 'own', day = today): Who {
  return {
    settings: actingAs(unit, role, scope),
    acting: {
      now: at(day),
      actor: {
        accountId: holderOf(unit, role),
        role,
        unitId: unit.id,
        unitKind: unit.kind,
        departmentId: province.departmentId,
        scope,
      } as Acting['actor'],
    },
  };
}

const head = who(division, 'divisionHead', 'department');
const officer = who(commune, 'communeOfficer', 'subtree');
const principal = who(school, 'principal', 'subtree');
const otherPrincipal = who(otherSchool, 'principal', 'subtree');
const teacher = who(team, 'teacher', 'own');
const clusterHead = who(cluster, 'specialist', 'subtree');

const pdf = Buffer.from('%PDF-1.7\nvăn bản');
let db: TestDatabase;
let folder: string;
let dutyId: string;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'hoaban-official-'));
  db = await freshDatabase(provinceSeed);
  const { dutyIds } = await publishDuties(db, [{ title: 'Hướng dẫn chuyên môn', dueOn: '2025-12-31' }]);
  dutyId = dutyIds[0]!;
});
afterAll(async () => {
  await db.drop();
  await rm(folder, { recursive: true, force: true });
});

const write = <Result>(person: Who, work: (tx: WriteTx) => Promise<Result>) =>
  db.database.write(person.settings, work);
const read = <Result>(person: Who, work: (tx: ReadTx) => Promise<Result>) =>
  db.database.read(person.settings, work);

type Draft = Parameters<typeof registerOfficialDocument>[2];

/** A draft with a file. */
async function draft(person: Who, input: Partial<Draft> = {}): Promise<{ id: string; fileId: string }> {
  return write(person, async (tx) => {
    const { id } = await registerOfficialDocument(tx, person.acting, {
      kind: 'guidance',
      abstract: 'Hướng dẫn thực hiện nhiệm vụ năm học',
      recipientKinds: [],
      recipientUnitIds: [school.id],
      dutyIds: [],
      ...input,
    });
    const file = await attachOfficialDocumentFile(tx, person.acting, folder, id, {
      fileName: 'van-ban.pdf',
      bytes: pdf,
    });
    return { id, fileId: file.id };
  });
}

const signed = { signatoryName: 'Lò Văn Thử', signatoryPosition: 'Giám đốc' };

function issue(
  person: Who,
  id: string,
  input: { version?: number; issuedOn?: string; number?: number } = {},
) {
  return write(person, (tx) =>
    issueOfficialDocument(tx, person.acting, id, { version: 1, issuedOn: today, ...signed, ...input }),
  );
}

const collect = (person: Who, id: string, until: string, version = 1) =>
  write(person, (tx) => collectOpinions(tx, person.acting, id, { version, until }));

const comment = (person: Who, id: string, body = 'Đề nghị lùi hạn') =>
  write(person, (tx) => giveOpinion(tx, person.acting, id, { stance: 'comments', passage: 'Mục II', body }));

const seenBy = (person: Who, id: string) => read(person, (tx) => selectOfficialOptional(tx, id, today));

const boxOf = (person: Who, box: OfficialBox) =>
  read(person, (tx) => listOfficialDocuments(tx, { box }, { today, after: null, limit: 200 })).then((rows) =>
    rows.map((row) => row.id),
  );

describe('drafts', () => {
  test('are invisible to everybody else, also with their files and recipients', async () => {
    const { id, fileId } = await draft(head);
    expect((await seenBy(head, id))?.state).toBe('draft');
    for (const person of [principal, officer, teacher, otherPrincipal]) {
      expect(await seenBy(person, id)).toBeUndefined();
      expect(await read(person, (tx) => selectAttachmentOptional(tx, fileId))).toBeUndefined();
      const traces = await read(person, (tx) =>
        sql<{
          count: number;
        }>`SELECT (SELECT count(*) FROM plan.official_document_recipient WHERE document_id = ${id})
          + (SELECT count(*) FROM plan.official_document_file WHERE document_id = ${id})
          + (SELECT count(*) FROM audit.event WHERE entity_id = ${id}) AS count`.execute(tx),
      );
      expect(traces.rows[0]?.count).toBe(0);
    }
    // The department does not read a school's drafts either.
    const own = await draft(principal, { recipientUnitIds: [province.departmentId] });
    expect(await seenBy(head, own.id)).toBeUndefined();
  });

  test('are written by agencies only, to units on their lines', async () => {
    await expect(draft(clusterHead)).rejects.toMatchObject({ code: 'plan.cannotIssue' });
    await expect(draft(principal, { recipientUnitIds: [otherSchool.id] })).rejects.toMatchObject({
      code: 'plan.recipientNotReachable',
    });
    await expect(draft(head, { recipientUnitIds: [uuidv7()] })).rejects.toMatchObject({
      code: 'plan.recipientNotReachable',
    });
    await expect(draft(head, { dutyIds: [uuidv7()] })).rejects.toMatchObject({ code: 'plan.dutyNotFound' });
  });

  test('take only files whose bytes are documents or pictures, and lose them again', async () => {
    const { id, fileId } = await draft(head);
    const attach = (fileName: string, bytes: Uint8Array) =>
      write(head, (tx) => attachOfficialDocumentFile(tx, head.acting, folder, id, { fileName, bytes }));
    await expect(attach('van-ban.pdf', Buffer.from('<html><script>'))).rejects.toMatchObject({
      code: 'plan.fileRefused',
      shape: { status: 422 },
    });
    await expect(attach('anh.png', new Uint8Array())).rejects.toMatchObject({ code: 'plan.fileRefused' });
    expect((await attach('C:\\Tạm\\báo cáo.exe', pdf)).fileName).toBe('báo cáo.exe.pdf');
    await write(head, (tx) => removeOfficialDocumentFile(tx, head.acting, id, fileId));
    await expect(
      write(head, (tx) => removeOfficialDocumentFile(tx, head.acting, id, fileId)),
    ).rejects.toMatchObject({ code: 'plan.attachmentNotFound' });
  });

  test('changed by two people give the second both texts', async () => {
    const { id } = await draft(head);
    const change = (abstract: string) =>
      write(head, (tx) => updateOfficialDocument(tx, head.acting, id, { version: 1, abstract }));
    expect(await change('Bản của người thứ nhất')).toEqual({ version: 2 });
    await expect(change('Bản của người thứ hai')).rejects.toMatchObject({
      shape: {
        status: 409,
        facts: {
          mine: { abstract: 'Bản của người thứ hai' },
          theirs: { abstract: 'Bản của người thứ nhất' },
        },
      },
    });
    await expect(
      write(principal, (tx) =>
        updateOfficialDocument(tx, principal.acting, id, { version: 2, abstract: 'x' }),
      ),
    ).rejects.toMatchObject({ code: 'plan.officialDocumentNotFound' });
  });
});

describe('issuing', () => {
  test('numbers each kind of a unit and year from 01, one after the other, whoever asks at once', async () => {
    const drafts = await Promise.all(Array.from({ length: 5 }, () => draft(officer, { kind: 'notice' })));
    const issued = await Promise.all(drafts.map(({ id }) => issue(officer, id)));
    expect(issued.map(({ symbol }) => symbol).sort()).toEqual(
      ['01', '02', '03', '04', '05'].map((number) => `${number}/TB-UBND`),
    );
    const plan = await draft(officer, { kind: 'plan' });
    expect((await issue(officer, plan.id)).symbol).toBe('01/KH-UBND');
    const next = { ...officer, acting: { ...officer.acting, now: at('2026-01-05') } };
    const nextYear = await draft(next, { kind: 'notice' });
    expect((await issue(next, nextYear.id, { issuedOn: '2026-01-05' })).symbol).toBe('01/TB-UBND');
  });

  test('writes the symbol of a dispatch with the drafting division, and keeps numbers in the order of days', async () => {
    const first = await draft(head, { kind: 'dispatch' });
    expect((await issue(head, first.id, { number: 41 })).symbol).toBe('41/SGDĐT-GDTrH');
    const second = await draft(head, { kind: 'dispatch' });
    await expect(issue(head, second.id, { issuedOn: '2025-09-30' })).rejects.toMatchObject({
      code: 'plan.numberOutOfOrder',
    });
    await expect(issue(head, second.id, { number: 41 })).rejects.toMatchObject({ code: 'plan.numberTaken' });
    await expect(issue(head, second.id, { issuedOn: '2025-10-02' })).rejects.toMatchObject({
      code: 'plan.issuedInFuture',
    });
    expect(await issue(head, second.id)).toMatchObject({ number: 42, symbol: '42/SGDĐT-GDTrH', units: 1 });
    await expect(issue(head, second.id, { version: 2 })).rejects.toMatchObject({ code: 'plan.wrongState' });
  });

  test('reaches the kinds of unit it is addressed to, with files, duties, a notice and receipts', async () => {
    const { id, fileId } = await draft(head, {
      recipientKinds: ['lowerSecondarySchools'],
      recipientUnitIds: [],
      dutyIds: [dutyId],
    });
    const { units } = await issue(head, id);
    expect(units).toBe(province.units.filter((unit) => unit.kind === 'school' && unit.teaches_lower).length);
    for (const person of [principal, teacher]) {
      expect((await seenBy(person, id))?.state).toBe('issued');
      expect((await read(person, (tx) => selectAttachmentOptional(tx, fileId)))?.fileName).toBe(
        'van-ban.pdf',
      );
      expect((await read(person, (tx) => listDocumentsOfDuty(tx, dutyId))).map((row) => row.id)).toEqual([
        id,
      ]);
    }
    expect(await seenBy(officer, id)).toBeUndefined();
    const { rows } = await db.owner.query(
      'SELECT title FROM plan.notice WHERE account_id = $1 AND link = $2',
      [principal.acting.actor.accountId, `/van-ban/${id}`],
    );
    expect(rows).toEqual([{ title: expect.stringMatching(/^Hướng dẫn \d+\/HD-SGDĐT ngày 01\/10\/2025$/) }]);

    expect(await boxOf(principal, 'unread')).toContain(id);
    const opened = await write(principal, (tx) => readOfficialDocument(tx, principal.acting, id));
    await write(teacher, (tx) => readOfficialDocument(tx, teacher.acting, id));
    const later = { ...principal.acting, now: at('2025-10-05') };
    expect(await write(principal, (tx) => readOfficialDocument(tx, later, id))).toEqual(opened);
    expect(await boxOf(principal, 'unread')).not.toContain(id);
    const receipts = await read(head, (tx) => listReceipts(tx, id));
    const ofSchool = receipts.find((receipt) => receipt.unit.id === school.id);
    expect(ofSchool?.openings.map((opening) => opening.by.id).sort()).toEqual(
      [principal.acting.actor.accountId, teacher.acting.actor.accountId].sort(),
    );
    expect(receipts).toHaveLength(units);
    await expect(write(officer, (tx) => readOfficialDocument(tx, officer.acting, id))).rejects.toMatchObject({
      code: 'plan.officialDocumentNotFound',
    });
  });

  test('shows nothing to pupils, nor to anybody before the second factor is given', async () => {
    const { id } = await draft(head, { kind: 'programme' });
    await issue(head, id);
    const pupil = {
      ...teacher,
      settings: { ...teacher.settings, 'hoaban.role': 'pupil', 'hoaban.unit_id': school.id },
    };
    const halfway = { ...principal, settings: { ...principal.settings, 'hoaban.scope': '' } };
    expect((await seenBy(principal, id))?.state).toBe('issued');
    for (const person of [pupil, halfway]) expect(await seenBy(person, id)).toBeUndefined();
  });

  test('lets a school write to the department, which reads it and is not its issuer', async () => {
    const { id } = await draft(principal, { kind: 'report', recipientUnitIds: [province.departmentId] });
    const { symbol, units } = await issue(principal, id);
    expect(symbol).toMatch(/^01\/BC-/);
    expect(units).toBe(1);
    expect(await boxOf(head, 'received')).toContain(id);
    expect(await seenBy(otherPrincipal, id)).toBeUndefined();
    await expect(
      write(head, (tx) => revokeOfficialDocument(tx, head.acting, id, { version: 2, reason: 'x' })),
    ).rejects.toMatchObject({ code: 'plan.notYours' });
  });

  test('puts the replaced document out of force; a revoked one keeps its number and its readers', async () => {
    const old = await draft(head, { kind: 'decision' });
    await issue(head, old.id);
    const next = await draft(head, { kind: 'decision', replacesId: old.id });
    const { number } = await issue(head, next.id);
    expect((await seenBy(principal, old.id))?.state).toBe('superseded');
    await expect(draft(head, { replacesId: old.id })).rejects.toMatchObject({
      code: 'plan.replacedNotIssued',
    });
    await write(head, (tx) =>
      revokeOfficialDocument(tx, head.acting, next.id, { version: 2, reason: 'Sai thẩm quyền' }),
    );
    expect(await seenBy(principal, next.id)).toMatchObject({ state: 'revoked', stateNote: 'Sai thẩm quyền' });
    const after = await draft(head, { kind: 'decision' });
    expect((await issue(head, after.id)).number).toBe(number + 1);
  });

  test('needs a file', async () => {
    const { id, fileId } = await draft(head);
    await write(head, (tx) => removeOfficialDocumentFile(tx, head.acting, id, fileId));
    await expect(issue(head, id)).rejects.toMatchObject({ code: 'plan.noDocumentFile' });
    await expect(collect(head, id, '2025-10-10')).rejects.toMatchObject({ code: 'plan.noDocumentFile' });
  });
});

describe('opinions', () => {
  test('are given, disposed of and consolidated before the document is issued', async () => {
    const { id } = await draft(head, { recipientUnitIds: [school.id, commune.id] });
    expect(await collect(head, id, '2025-10-10')).toMatchObject({ state: 'collecting', units: 2 });
    expect(await boxOf(principal, 'forOpinion')).toContain(id);
    const opinion = await comment(principal, id);
    expect(await boxOf(principal, 'forOpinion')).not.toContain(id);
    await expect(issue(head, id, { version: 2 })).rejects.toMatchObject({
      code: 'plan.stillCollecting',
      shape: { detail: expect.stringContaining('Còn 1 đơn vị') },
    });
    expect((await read(head, (tx) => listSilentUnits(tx, id))).map((unit) => unit.id)).toEqual([commune.id]);
    await write(officer, (tx) =>
      giveOpinion(tx, officer.acting, id, { stance: 'agrees', passage: '', body: '' }),
    );
    await expect(
      write(officer, (tx) =>
        giveOpinion(tx, officer.acting, id, { stance: 'agrees', passage: '', body: '' }),
      ),
    ).rejects.toMatchObject({ code: 'plan.alreadyAgreed' });
    await expect(issue(head, id, { version: 2 })).rejects.toMatchObject({ code: 'plan.opinionsUndisposed' });

    expect((await read(principal, (tx) => listOpinions(tx, id))).map((row) => row.unitId)).toEqual([
      school.id,
    ]);
    expect(await read(head, (tx) => listOpinions(tx, id))).toHaveLength(2);
    const dispose = (reply: string) =>
      write(head, (tx) =>
        disposeOpinion(tx, head.acting, opinion.id, { version: 1, disposition: 'explained', reply }),
      );
    await expect(dispose('')).rejects.toMatchObject({ code: 'plan.replyMissing' });
    await dispose('Hạn do Bộ quy định');
    await expect(
      write(principal, (tx) => updateOpinion(tx, principal.acting, opinion.id, { version: 2, body: 'Sửa' })),
    ).rejects.toMatchObject({ code: 'plan.opinionDisposed' });
    expect(await issue(head, id, { version: 2 })).toMatchObject({ state: 'issued', units: 2 });
  });

  test('are refused from units that were not asked, after the last day, and without a text', async () => {
    const { id } = await draft(head);
    await collect(head, id, '2025-10-10');
    await expect(comment(otherPrincipal, id)).rejects.toMatchObject({
      code: 'plan.officialDocumentNotFound',
    });
    await expect(comment(teacher, id)).rejects.toMatchObject({ code: 'plan.notAskedForOpinion' });
    await expect(comment(head, id)).rejects.toMatchObject({ code: 'plan.notAskedForOpinion' });
    await expect(comment(principal, id, '')).rejects.toMatchObject({ code: 'plan.opinionEmpty' });
    await comment(who(school, 'principal', 'subtree', '2025-10-10'), id);
    await expect(comment(who(school, 'principal', 'subtree', '2025-10-11'), id)).rejects.toMatchObject({
      code: 'plan.opinionsClosed',
    });
    await expect(
      write(otherPrincipal, (tx) =>
        sql`INSERT INTO plan.official_document_opinion (id, document_id, department_id, unit_id, issuing_unit_id, stance, body, account_id, given_at)
          VALUES (${uuidv7()}, ${id}, ${province.departmentId}, ${otherSchool.id}, ${province.departmentId}, 'comments', 'x',
            ${otherPrincipal.acting.actor.accountId}, ${at(today)})`.execute(tx),
      ),
    ).rejects.toThrow('row-level security');
  });

  test('are asked once of each unit when the day moves, and end when the draft is cancelled', async () => {
    const { id } = await draft(head);
    await expect(collect(head, id, '2025-09-30')).rejects.toMatchObject({ code: 'plan.opinionDateTooEarly' });
    expect((await collect(head, id, '2025-10-10')).units).toBe(1);
    expect((await collect(head, id, '2025-10-20', 2)).units).toBe(0);
    await write(head, (tx) =>
      cancelOfficialDocument(tx, head.acting, id, { version: 3, reason: 'Không còn cần' }),
    );
    await expect(comment(principal, id)).rejects.toMatchObject({ code: 'plan.opinionsClosed' });
    const empty = await draft(head, { recipientUnitIds: [] });
    await expect(collect(head, empty.id, '2025-10-10')).rejects.toMatchObject({ code: 'plan.noRecipients' });
  });
});

test('the agency is proposed from the name until somebody sets it; two who set it at once do not overwrite each other', async () => {
  expect(await read(principal, (tx) => selectAgency(tx, school.id))).toMatchObject({
    set: false,
    version: 0,
  });
  const set = (abbreviation: string) =>
    write(principal, (tx) =>
      updateAgencySetting(tx, principal.acting, {
        version: 0,
        abbreviation,
        place: 'Mường Pồn',
        superior: null,
      }),
    );
  expect(await set('THCSMP')).toMatchObject({ abbreviation: 'THCSMP', set: true, version: 1 });
  await expect(set('KHAC')).rejects.toMatchObject({ code: 'plan.editedMeanwhile' });
});

test('search finds a document without diacritics, by words that hold no wildcards', async () => {
  const { id } = await draft(head, { abstract: 'Tổ chức hội thảo 100% trực tuyến' });
  const find = (q: string) =>
    read(head, (tx) => listOfficialDocuments(tx, { box: 'own', q }, { today, after: null, limit: 200 })).then(
      (rows) => rows.map((row) => row.id),
    );
  expect(await find('to chuc hoi thao')).toEqual([id]);
  expect(await find('100% trực')).toEqual([id]);
  expect(await find('1%n')).toEqual([]);
});
