import { v7 as uuidv7 } from 'uuid';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Settings } from '#platform/db';
import { sql } from '#platform/db';
import { freshDatabase, type TestDatabase } from '#tests/harness/database.ts';
import { listFindingEvents, listFindings, selectFindingOptional } from '../data/findings.ts';
import { listInspectionItems } from '../data/inspection-items.ts';
import { listInspections, selectInspectionOptional } from '../data/inspections.ts';
import { actingAs, assign, holderOf, province, provinceSeed, publishDuties, unitOf } from '../testing.ts';
import type { Acting } from './acting.ts';
import { cancelInspection, concludeInspection, startInspection } from './carry-out-inspection.ts';
import { addInspectionItem, removeInspectionItem, updateInspectionItem } from './check-items.ts';
import { addFinding, answerFinding, closeFinding, reopenFinding, updateFinding } from './follow-findings.ts';
import { planInspection, updateInspection } from './plan-inspection.ts';

const today = '2025-10-01';
const now = new Date(`${today}T09:00:00+07:00`);
const school = unitOf('school', (unit) => unit.managing_authority === 'communePC');
const commune = unitOf('commune', (unit) => unit.id === school.parent_id);
const otherCommune = unitOf('commune', (unit) => unit.id !== commune.id);
const team = unitOf('subjectTeam', (unit) => unit.parent_id === school.id);
const division = unitOf('division');
const otherSchool = unitOf('school', (unit) => unit.id !== school.id && unit.parent_id !== commune.id);

type Unit = typeof school;
type Who = { settings: Settings; acting: Acting };

function who(unit: Unit, role: string, scope: 'department' | 'subtree' | 'own'): Who {
  const accountId = holderOf(unit, role);
  return {
    settings: actingAs(unit, role, scope),
    acting: {
      now,
      actor: {
        accountId,
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
const otherOfficer = who(otherCommune, 'communeOfficer', 'subtree');
const principal = who(school, 'principal', 'subtree');
const teamLead = who(team, 'teamLead', 'subtree');
const stranger = who(otherSchool, 'principal', 'subtree');

let db: TestDatabase;
let dutyIds: string[];

beforeAll(async () => {
  db = await freshDatabase(provinceSeed);
  ({ dutyIds } = await publishDuties(db, [
    { title: 'Công khai kế hoạch giáo dục', dueOn: '2025-10-31' },
    { title: 'Tập huấn giáo viên', dueOn: '2025-12-31' },
    { title: 'Việc của học kỳ II', startsOn: '2026-01-10', dueOn: '2026-03-31' },
    { title: 'Việc của trường khác', dueOn: '2025-12-31' },
  ]));
  for (const dutyId of dutyIds.slice(0, 3)) await assign(db, dutyId, school, 'principal');
  await assign(db, dutyIds[3]!, otherSchool, 'principal');
});
afterAll(() => db.drop());

const write = <Result>(
  person: Who,
  work: (tx: Parameters<Parameters<typeof db.database.write>[1]>[0]) => Promise<Result>,
) => db.database.write(person.settings, work);
const read = <Result>(
  person: Who,
  work: (tx: Parameters<Parameters<typeof db.database.read>[1]>[0]) => Promise<Result>,
) => db.database.read(person.settings, work);

function plan(person: Who, input: Partial<Parameters<typeof planInspection>[2]> = {}) {
  return write(person, (tx) =>
    planInspection(tx, person.acting, {
      kind: 'scheduled',
      inspectedUnitId: school.id,
      purpose: 'Kiểm tra việc thực hiện nhiệm vụ đầu năm học',
      plannedOn: today,
      leaderId: person.acting.actor.accountId,
      memberIds: [],
      ...input,
    }),
  );
}

const begin = (person: Who, id: string, version = 1) =>
  write(person, (tx) => startInspection(tx, person.acting, id, { version }));

async function noticesOf(unit: Unit, role: string, link: string): Promise<string[]> {
  const { rows } = await db.owner.query(
    'SELECT title FROM plan.notice WHERE account_id = $1 AND link = $2 ORDER BY at, id',
    [holderOf(unit, role), link],
  );
  return rows.map((row) => row.title);
}

describe('planning', () => {
  test('makes the checklist from the duties of the unit that have begun, and tells the unit', async () => {
    const { id, items } = await plan(head);
    expect(items).toBe(2);
    const lines = await read(principal, (tx) => listInspectionItems(tx, id));
    expect(lines.map((line) => line.question)).toEqual([
      'Công khai kế hoạch giáo dục. Yêu cầu: Xong',
      'Tập huấn giáo viên. Yêu cầu: Xong',
    ]);
    expect(await noticesOf(school, 'principal', `/kiem-tra/${id}`)).toEqual([
      `Kiểm tra ngày 01/10/2025: ${school.name}`,
    ]);
  });

  test('takes the duties that were chosen, and refuses those of another unit', async () => {
    expect((await plan(head, { dutyIds: [dutyIds[2]!] })).items).toBe(1);
    await expect(plan(head, { dutyIds: [dutyIds[3]!] })).rejects.toMatchObject({
      code: 'plan.dutyNotOfUnit',
    });
  });

  test('refuses a day that has passed, a unit out of reach, the own unit, and an unknown unit', async () => {
    await expect(plan(head, { plannedOn: '2025-09-30' })).rejects.toMatchObject({
      code: 'plan.inspectionInPast',
    });
    for (const inspectedUnitId of [otherSchool.id, commune.id, uuidv7()]) {
      await expect(plan(officer, { inspectedUnitId })).rejects.toMatchObject({ code: 'plan.cannotInspect' });
    }
    await expect(plan(otherOfficer)).rejects.toMatchObject({ code: 'plan.cannotInspect' });
  });

  test('refuses a team with people of the inspected school, or unknown ones', async () => {
    for (const memberId of [principal.acting.actor.accountId, teamLead.acting.actor.accountId]) {
      await expect(plan(officer, { memberIds: [memberId] })).rejects.toMatchObject({
        code: 'plan.teamMemberInside',
      });
    }
    await expect(plan(head, { memberIds: [uuidv7()] })).rejects.toMatchObject({
      code: 'plan.teamMemberUnknown',
    });
  });

  test('of two people who change the plan, the second gets both texts', async () => {
    const { id } = await plan(head);
    await write(head, (tx) => updateInspection(tx, head.acting, id, { version: 1, plannedOn: '2025-10-20' }));
    await expect(
      write(head, (tx) => updateInspection(tx, head.acting, id, { version: 1, purpose: 'Nội dung khác' })),
    ).rejects.toMatchObject({
      code: 'plan.editedMeanwhile',
      shape: {
        status: 409,
        facts: { mine: { purpose: 'Nội dung khác' }, theirs: { plannedOn: '2025-10-20', version: 2 } },
      },
    });
    await expect(begin(head, id, 2)).rejects.toMatchObject({ code: 'plan.inspectionTooEarly' });
  });
});

describe('a surprise inspection', () => {
  const seenBy = (person: Who, id: string) => read(person, (tx) => selectInspectionOptional(tx, id, today));

  test('is invisible in the database to the inspected school and its commune until it is underway', async () => {
    const { id } = await plan(head, {
      kind: 'surprise',
      memberIds: [holderOf(otherCommune, 'communeOfficer')],
    });
    for (const person of [principal, teamLead, officer, stranger]) {
      expect(await seenBy(person, id)).toBeUndefined();
      expect(await read(person, (tx) => listInspectionItems(tx, id))).toEqual([]);
      const raw = await read(person, (tx) =>
        sql<{ seen: number }>`SELECT (SELECT count(*) FROM plan.inspection WHERE id = ${id})
          + (SELECT count(*) FROM plan.inspection_item WHERE inspection_id = ${id})
          + (SELECT count(*) FROM audit.event WHERE entity_id = ${id}) AS seen`.execute(tx),
      );
      expect(raw.rows[0]?.seen).toBe(0);
      const list = await read(person, (tx) =>
        listInspections(tx, { state: 'all' }, { today, after: null, limit: 100 }),
      );
      expect(list.map((row) => row.id)).not.toContain(id);
    }
    expect(await noticesOf(school, 'principal', `/kiem-tra/${id}`)).toEqual([]);
    expect((await seenBy(otherOfficer, id))?.kind).toBe('surprise');
    expect((await seenBy(head, id))?.kind).toBe('surprise');

    await begin(head, id);
    expect((await seenBy(principal, id))?.state).toBe('underway');
    expect((await seenBy(officer, id))?.state).toBe('underway');
    expect(await seenBy(stranger, id)).toBeUndefined();
    expect(await noticesOf(school, 'principal', `/kiem-tra/${id}`)).toEqual([
      `Bắt đầu kiểm tra: ${school.name}`,
    ]);
  });

  test('that is cancelled before it began stays invisible for good', async () => {
    const { id } = await plan(officer, { kind: 'surprise' });
    await write(officer, (tx) => cancelInspection(tx, officer.acting, id, { version: 1, reason: 'Mưa lũ' }));
    expect(await seenBy(principal, id)).toBeUndefined();
    expect((await seenBy(head, id))?.state).toBe('cancelled');
    expect(await noticesOf(school, 'principal', `/kiem-tra/${id}`)).toEqual([]);
  });

  test('cannot be planned, begun or uncovered by the school with its own hands', async () => {
    const { id } = await plan(head, { kind: 'surprise' });
    const touched = await write(principal, (tx) =>
      sql`UPDATE plan.inspection SET state = 'underway', began_on = ${today} WHERE id = ${id}`.execute(tx),
    );
    expect(touched.numAffectedRows).toBe(0n);
    await expect(begin(principal, id)).rejects.toMatchObject({ code: 'plan.inspectionNotFound' });
    await expect(
      write(principal, (tx) =>
        sql`INSERT INTO plan.inspection (id, department_id, unit_id, inspected_unit_id, kind, purpose, planned_on, leader_id, created_by, created_at)
          VALUES (${uuidv7()}, ${province.departmentId}, ${school.id}, ${otherSchool.id}, 'surprise', 'x', ${today},
            ${principal.acting.actor.accountId}, ${principal.acting.actor.accountId}, ${now})`.execute(tx),
      ),
    ).rejects.toThrow('row-level security');
  });
});

describe('carrying out', () => {
  test('results are recorded line by line while underway; a line with a result stays', async () => {
    const { id } = await plan(officer);
    const [first, second] = await read(officer, (tx) => listInspectionItems(tx, id));
    await expect(
      write(officer, (tx) =>
        updateInspectionItem(tx, officer.acting, first!.id, { version: 1, result: 'met' }),
      ),
    ).rejects.toMatchObject({ code: 'plan.wrongState' });
    await begin(officer, id);
    const done = await write(officer, (tx) =>
      updateInspectionItem(tx, officer.acting, first!.id, {
        version: 1,
        result: 'partlyMet',
        note: 'Thiếu biên bản',
      }),
    );
    expect(done).toMatchObject({ result: 'partlyMet', note: 'Thiếu biên bản', version: 2 });
    await expect(
      write(officer, (tx) =>
        updateInspectionItem(tx, officer.acting, first!.id, { version: 1, note: 'Khác' }),
      ),
    ).rejects.toMatchObject({ code: 'plan.editedMeanwhile' });
    await expect(
      write(officer, (tx) => removeInspectionItem(tx, officer.acting, first!.id, { version: 2 })),
    ).rejects.toMatchObject({ code: 'plan.inspectionItemUsed' });
    await write(officer, (tx) => removeInspectionItem(tx, officer.acting, second!.id, { version: 1 }));
    const added = await write(officer, (tx) =>
      addInspectionItem(tx, officer.acting, id, { question: 'Sổ đầu bài có đủ không?' }),
    );
    expect((await read(principal, (tx) => listInspectionItems(tx, id))).map((line) => line.id)).toEqual([
      first!.id,
      added.id,
    ]);
  });

  test('the inspected school reads but does not write, another unit finds nothing', async () => {
    const { id } = await plan(officer);
    const [line] = await read(officer, (tx) => listInspectionItems(tx, id));
    await begin(officer, id);
    const change = { version: 1, result: 'met' as const };
    await expect(
      write(principal, (tx) => updateInspectionItem(tx, principal.acting, line!.id, change)),
    ).rejects.toMatchObject({ code: 'plan.notYours' });
    await expect(
      write(head, (tx) => updateInspectionItem(tx, head.acting, line!.id, change)),
    ).rejects.toMatchObject({ code: 'plan.notYours' });
    await expect(
      write(stranger, (tx) => updateInspectionItem(tx, stranger.acting, line!.id, change)),
    ).rejects.toMatchObject({ code: 'plan.inspectionItemNotFound' });
  });

  test('a conclusion needs a checked line and ends the writing', async () => {
    const { id } = await plan(officer);
    await begin(officer, id);
    const conclude = (version: number) =>
      write(officer, (tx) =>
        concludeInspection(tx, officer.acting, id, { version, conclusion: 'Thực hiện tốt' }),
      );
    await expect(conclude(2)).rejects.toMatchObject({ code: 'plan.nothingChecked' });
    const [line] = await read(officer, (tx) => listInspectionItems(tx, id));
    await write(officer, (tx) =>
      updateInspectionItem(tx, officer.acting, line!.id, { version: 1, result: 'met' }),
    );
    expect(await conclude(2)).toEqual({ state: 'concluded', version: 3 });
    await expect(
      write(officer, (tx) => addInspectionItem(tx, officer.acting, id, { question: 'Còn gì nữa?' })),
    ).rejects.toMatchObject({ code: 'plan.wrongState' });
  });
});

describe('findings', () => {
  async function found(dueOn = '2025-10-15') {
    const { id } = await plan(head);
    await begin(head, id);
    const finding = await write(head, (tx) =>
      addFinding(tx, head.acting, id, { body: 'Chưa công khai kế hoạch', severity: 'major', dueOn }),
    );
    return { id, findingId: finding.id };
  }

  test('go from the inspector to the unit and back until they are closed', async () => {
    const { id, findingId } = await found();
    const answer = (version: number, text: string) =>
      write(principal, (tx) => answerFinding(tx, principal.acting, findingId, { version, answer: text }));
    expect(await answer(1, 'Đã công khai trên bảng tin')).toEqual({ state: 'resolved', version: 2 });
    expect(
      await write(head, (tx) =>
        reopenFinding(tx, head.acting, findingId, {
          version: 2,
          note: 'Cần cả trên trang web',
          dueOn: '2025-10-25',
        }),
      ),
    ).toEqual({ state: 'open', version: 3 });
    expect(await answer(3, 'Đã đăng trên trang web')).toEqual({ state: 'resolved', version: 4 });
    expect(await write(head, (tx) => closeFinding(tx, head.acting, findingId, { version: 4 }))).toEqual({
      state: 'closed',
      version: 5,
    });
    const events = await read(principal, (tx) => listFindingEvents(tx, findingId));
    expect(events.map((event) => event.kind)).toEqual([
      'found',
      'answered',
      'reopened',
      'answered',
      'closed',
    ]);
    expect(events[1]?.note).toBe('Đã công khai trên bảng tin');
    expect((await noticesOf(school, 'principal', `/kiem-tra/${id}`)).slice(2)).toEqual([
      'Kiến nghị cần khắc phục trước 15/10/2025',
      'Cần khắc phục tiếp',
      'Đã công nhận khắc phục',
    ]);
  });

  test('have a deadline from the day of the inspection on, in the database too', async () => {
    const { id, findingId } = await found(today);
    await expect(
      write(head, (tx) =>
        addFinding(tx, head.acting, id, { body: 'Sớm quá', severity: 'minor', dueOn: '2025-09-30' }),
      ),
    ).rejects.toMatchObject({ code: 'plan.findingDueTooEarly', shape: { status: 422 } });
    await expect(
      write(head, (tx) => updateFinding(tx, head.acting, findingId, { version: 1, dueOn: '2025-09-30' })),
    ).rejects.toMatchObject({ code: 'plan.findingDueTooEarly' });
    await expect(
      write(head, (tx) =>
        sql`UPDATE plan.finding SET due_on = '2025-09-30' WHERE id = ${findingId}`.execute(tx),
      ),
    ).rejects.toThrow('finding_window');
  });

  test('cannot be closed by the unit, answered by others, or recorded before the inspection begins', async () => {
    const { findingId } = await found();
    await expect(
      write(principal, (tx) => closeFinding(tx, principal.acting, findingId, { version: 1 })),
    ).rejects.toMatchObject({ code: 'plan.notYours' });
    await expect(
      write(officer, (tx) =>
        answerFinding(tx, officer.acting, findingId, { version: 1, answer: 'Thay trường' }),
      ),
    ).rejects.toMatchObject({ code: 'plan.notYours' });
    await expect(
      write(stranger, (tx) => answerFinding(tx, stranger.acting, findingId, { version: 1, answer: 'x' })),
    ).rejects.toMatchObject({ code: 'plan.findingNotFound' });
    await expect(
      write(head, (tx) => closeFinding(tx, head.acting, findingId, { version: 1 })),
    ).rejects.toMatchObject({ code: 'plan.wrongState' });
    const planned = await plan(head);
    await expect(
      write(head, (tx) =>
        addFinding(tx, head.acting, planned.id, { body: 'Quá sớm', severity: 'minor', dueOn: today }),
      ),
    ).rejects.toMatchObject({ code: 'plan.wrongState' });
  });

  test('are listed by deadline, and overdue ones apart', async () => {
    const { findingId } = await found(today);
    const overdue = (on: string) =>
      read(principal, (tx) =>
        listFindings(tx, { filter: 'overdue', today: on }, { after: null, limit: 100 }),
      ).then((rows) => rows.map((row) => row.id));
    expect(await overdue(today)).not.toContain(findingId);
    expect(await overdue('2025-10-02')).toContain(findingId);
    expect(await read(stranger, (tx) => selectFindingOptional(tx, findingId))).toBeUndefined();
  });
});

test('the list goes on where the page before ended', async () => {
  const all = await read(head, (tx) =>
    listInspections(tx, { state: 'all' }, { today, after: null, limit: 100 }),
  );
  const pages = [];
  let after: { on: string; id: string } | null = null;
  for (;;) {
    const page = await read(head, (tx) => listInspections(tx, { state: 'all' }, { today, after, limit: 3 }));
    pages.push(...page);
    const last = page.at(-1);
    if (!last) break;
    after = { on: last.plannedOn, id: last.id };
  }
  expect(pages.map((row) => row.id)).toEqual(all.map((row) => row.id));
});
