import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type Actor, settingsFor } from '#modules/identity-access';
import type { Operation } from '#platform/api';
import { Refusal } from '#platform/errors';
import { freshDatabase, type TestDatabase } from '#tests/harness/database.ts';
import * as contract from '../contract/reports.ts';
import { assign, holderOf, province, provinceSeed, publishDuties, unitOf } from '../testing.ts';
import { reportRoutes } from './reports.ts';

type Unit = (typeof province.units)[number];

const school = unitOf('school', (unit) => unit.managing_authority === 'communePC');
const commune = unitOf('commune', (unit) => unit.id === school.parent_id);
const otherSchool = unitOf(
  'school',
  (unit) => unit.managing_authority === 'communePC' && unit.parent_id !== commune.id,
);
const departmentSchool = unitOf('school', (unit) => unit.managing_authority === 'department');
const team = unitOf('subjectTeam', (unit) => unit.parent_id === school.id);
const division = unitOf('division');

const october = { periodKind: 'month', periodStart: '2025-10-01' } as const;
const now = new Date('2025-11-03T09:00:00+07:00');

function actor(unit: Unit, role: Actor['role'], scope: Actor['scope'] = 'subtree'): Actor {
  return {
    sessionId: '',
    accountId: holderOf(unit, role ?? ''),
    displayName: '',
    language: 'vi',
    roleAssignmentId: null,
    role,
    unitId: unit.id,
    unitKind: unit.kind,
    departmentId: province.departmentId,
    scope,
    secondFactorDue: false,
    mustChangePassword: false,
  };
}

const principal = actor(school, 'principal');
const officer = actor(commune, 'communeOfficer');
const divisionHead = actor(division, 'divisionHead', 'department');

let db: TestDatabase;
const made: Record<string, string> = {};

/** Carries an operation out as the server does: in its own transaction, seen through row-level security. */
async function call<Answer>(
  operation: Operation,
  by: Actor,
  input: { params?: object; query?: object; body?: object; at?: Date } = {},
): Promise<Answer> {
  const route = reportRoutes.find((candidate) => candidate.operation.id === operation.id);
  const answer = await db.database.write(settingsFor(by, operation.id), (tx) =>
    route!.handle({
      tx,
      actor: by,
      params: input.params,
      query: operation.query?.parse(input.query ?? {}),
      body: input.body,
      now: input.at ?? now,
      services: { publicUrl: 'https://hoaban.test', filesFolder: '' },
    } as never),
  );
  return (operation.answer ? operation.answer.parse(answer) : answer) as Answer;
}

function refused(work: Promise<unknown>): Promise<string> {
  return work.then(
    () => 'done',
    (error) => {
      if (error instanceof Refusal) return error.code;
      throw error;
    },
  );
}

interface Figure {
  key: string;
  value: number | null;
  measure: string;
  group: string;
  row: string | null;
  link: string;
}
interface Report {
  frozen: boolean;
  figures: Figure[];
  narrative: Record<string, string>;
  report: { version: number; state: string; late: boolean };
  may: string[];
}

const spec = {
  fields: [{ key: 'classes', label: 'Số lớp', type: 'integer', required: true, aggregate: 'sum' }],
};

async function fill(assignmentId: string, unit: Unit, values: object): Promise<void> {
  await db.owner.query(
    `INSERT INTO plan.evidence (id, assignment_id, unit_id, department_id, kind, form_values, at)
     VALUES (organisation.uuid_v7(), $1, $2, $3, 'form', $4, $5)`,
    [assignmentId, unit.id, province.departmentId, values, now],
  );
}

beforeAll(async () => {
  db = await freshDatabase(provinceSeed);
  const { dutyIds } = await publishDuties(db, [
    { title: 'Đã xong', dueOn: '2025-10-15' },
    { title: 'Trễ hạn', dueOn: '2025-10-20' },
    { title: 'Vướng', section: 'II. Cơ sở vật chất', dueOn: '2025-10-31' },
    { title: 'Phiếu', dueOn: '2025-10-31', evidenceKind: 'form', evidenceSpec: spec },
    { title: 'Tháng sau', dueOn: '2025-11-20' },
    {
      title: 'Theo chỉ số',
      dueOn: '2026-05-31',
      evidenceKind: 'indicator',
      evidenceSpec: { indicator: 'plan.dutiesAcknowledged', threshold: 0.9 },
    },
  ]);
  const [done, late, blocked, form, next, measured] = dutyIds as [
    string,
    string,
    string,
    string,
    string,
    string,
  ];
  made.done = await assign(db, done, school, 'principal', {
    state: 'accepted',
    decided_at: '2025-10-16T08:00:00+07:00',
    decided_by: holderOf(commune, 'communeOfficer'),
  });
  made.late = await assign(db, late, school, 'principal', { state: 'inProgress' });
  made.blocked = await assign(db, blocked, school, 'principal', { state: 'inProgress', blocked_since: now });
  made.form = await assign(db, form, school, 'principal', { state: 'submitted' });
  // The team fills in for the school; its teacher's form lies below the team's and is not counted again.
  const teamPart = await assign(db, form, team, 'teamLead', { parent_id: made.form });
  const teacherPart = await assign(db, form, team, 'teacher', {
    parent_id: teamPart,
    account_id: holderOf(team, 'teacher'),
  });
  await fill(teamPart, team, { classes: 12 });
  await fill(teacherPart, team, { classes: 5 });
  await assign(db, next, school, 'principal');
  await assign(db, measured, school, 'principal');
  await assign(db, done, otherSchool, 'principal');
  await assign(db, done, departmentSchool, 'principal');
  await db.owner.query(
    `INSERT INTO plan.difficulty (id, unit_id, department_id, assignment_id, addressed_unit_id, title, body, raised_by, raised_at)
     VALUES (organisation.uuid_v7(), $1, $2, $3, $4, 'Thiếu phòng học', 'Cần 2 phòng', $5, '2025-10-10T08:00:00+07:00')`,
    [school.id, province.departmentId, made.blocked, commune.id, principal.accountId],
  );
  await db.owner.query(
    `INSERT INTO plan.indicator_value VALUES ('plan.dutiesAcknowledged', $1, $2, $3, 3, 6, 0.5, $4)`,
    [school.id, province.departmentId, province.schoolYearId, now],
  );
});
afterAll(() => db.drop());

describe('a school’s monthly report', () => {
  let id: string;
  const read = (by: Actor = principal) => call<Report>(contract.getReport, by, { params: { reportId: id } });

  test('begins with what the system knows, once', async () => {
    const first = await call<{ id: string; created: boolean }>(contract.openReport, principal, {
      body: october,
    });
    const second = await call<{ id: string; created: boolean }>(contract.openReport, principal, {
      body: october,
    });
    id = first.id;
    expect([first.created, second.created, second.id]).toEqual([true, false, id]);
    const { narrative, figures, frozen } = await read();
    expect(frozen).toBe(false);
    expect(narrative.nextPeriod).toBe('N4 Tháng sau (hạn 20/11/2025)');
    expect(narrative.proposals).toBe('Đề nghị trả lời: Thiếu phòng học');
    const value = (key: string) => figures.find((figure) => figure.key === key)?.value;
    expect({
      total: value('total:total'),
      accepted: value('total:accepted'),
      late: value('total:late'),
      blocked: value('total:blocked'),
      submitted: value('total:submitted'),
      inSecondPart: value('section:II. Cơ sở vật chất:total'),
      acceptedInPeriod: value('acceptedInPeriod'),
      difficulties: value('difficulty:open'),
      indicator: value('indicator:plan.dutiesAcknowledged'),
      classes: value('form:N3:classes'),
    }).toEqual({
      total: 4,
      accepted: 1,
      late: 1,
      blocked: 1,
      submitted: 1,
      inSecondPart: 1,
      acceptedInPeriod: 1,
      difficulties: 1,
      indicator: 0.5,
      classes: 12,
    });
  });

  test('every figure opens to exactly its rows', async () => {
    const { figures } = await read();
    for (const figure of figures) {
      const key = new URL(figure.link, 'https://hoaban.test').searchParams.get('figure');
      const opened = await call<{ figure: Figure; rows: { amount: number | null }[] }>(
        contract.listReportRows,
        principal,
        {
          params: { reportId: id },
          query: { figure: key },
        },
      );
      expect(opened.figure).toEqual(figure);
      const amount = opened.rows.reduce((sum, row) => sum + (row.amount ?? 0), 0);
      if (figure.measure !== 'share') expect(amount).toBe(figure.value);
    }
  });

  test('a figure it does not have is refused', async () => {
    const asked = call(contract.listReportRows, principal, {
      params: { reportId: id },
      query: { figure: 'total:x' },
    });
    expect(await refused(asked)).toBe('plan.figureNotFound');
  });

  test('its draft stays with the unit', async () => {
    expect(await refused(read(officer))).toBe('plan.reportNotFound');
    expect(await refused(read(divisionHead))).toBe('plan.reportNotFound');
    expect(await refused(read(actor(otherSchool, 'principal')))).toBe('plan.reportNotFound');
  });

  test('of two people writing at once the second gets both texts and nothing is lost', async () => {
    const { version } = await call<{ version: number }>(contract.updateReport, principal, {
      params: { reportId: id },
      body: { version: 1, narrative: { results: 'Đã khai giảng.' } },
    });
    const late = call(contract.updateReport, actor(school, 'clerk'), {
      params: { reportId: id },
      body: { version: 1, narrative: { results: 'Bản của văn thư.' } },
    });
    const refusal = await late.catch((error: unknown) => error);
    expect(refusal).toBeInstanceOf(Refusal);
    expect((refusal as Refusal).shape.facts).toMatchObject({
      mine: { narrative: { results: 'Bản của văn thư.' } },
      theirs: { narrative: { results: 'Đã khai giảng.' } },
    });
    expect((await read()).narrative).toMatchObject({
      results: 'Đã khai giảng.',
      nextPeriod: expect.stringContaining('N4'),
    });
    expect(version).toBe(2);
  });

  test('is not handed in by a clerk, nor before its period', async () => {
    const submit = (by: Actor, at?: Date) =>
      refused(
        call(contract.submitReport, by, {
          params: { reportId: id },
          body: { version: 2 },
          ...(at ? { at } : {}),
        }),
      );
    expect(await submit(actor(school, 'clerk'))).toBe('plan.notYours');
    expect(await submit(principal, new Date('2025-09-30T23:00:00+07:00'))).toBe('plan.periodNotBegun');
    expect(await submit(officer)).toBe('plan.reportNotFound');
  });

  test('is frozen when handed in; handing in twice gives the same answer', async () => {
    const submit = () =>
      call(contract.submitReport, principal, { params: { reportId: id }, body: { version: 2 } });
    expect(await submit()).toEqual({ state: 'submitted', version: 3 });
    expect(await submit()).toEqual({ state: 'submitted', version: 3 });
    const before = await read();
    await db.owner.query(`UPDATE plan.assignment SET state = 'accepted' WHERE id = $1`, [made.late]);
    const after = await read();
    expect(after.frozen).toBe(true);
    expect(after.figures).toEqual(before.figures);
    const opened = await call<{ rows: unknown[] }>(contract.listReportRows, principal, {
      params: { reportId: id },
      query: { figure: 'total:late' },
    });
    expect(opened.rows).toHaveLength(1);
    const changing = call(contract.updateReport, principal, {
      params: { reportId: id },
      body: { version: 3, title: 'x' },
    });
    expect(await refused(changing)).toBe('plan.wrongState');
  });

  test('goes to the commune, which returns it with a reason and accepts the next', async () => {
    const decide = (by: Actor, body: object) =>
      call(contract.decideReport, by, { params: { reportId: id }, body });
    expect((await read(officer)).may).toContain('plan.decideReport');
    expect((await read(divisionHead)).may).not.toContain('plan.decideReport');
    expect(await refused(decide(divisionHead, { version: 3, accept: true }))).toBe('plan.notYours');
    expect(await refused(decide(principal, { version: 3, accept: true }))).toBe('plan.notYours');
    expect(await refused(decide(officer, { version: 3, accept: false }))).toBe('plan.returnNeedsNote');
    expect(await decide(officer, { version: 3, accept: false, note: 'Thiếu số phòng' })).toEqual({
      state: 'returned',
      version: 4,
    });
    const { rows } = await db.owner.query(
      `SELECT title, body FROM plan.notice WHERE account_id = $1 AND kind = 'report'`,
      [principal.accountId],
    );
    expect(rows).toEqual([{ title: expect.stringContaining('Báo cáo bị trả lại'), body: 'Thiếu số phòng' }]);
    // Back in the school's hands the figures are live again: the late duty was accepted meanwhile.
    expect((await read()).figures.find(({ key }) => key === 'total:late')?.value).toBe(0);
    await call(contract.submitReport, principal, { params: { reportId: id }, body: { version: 4 } });
    expect(await decide(officer, { version: 5, accept: true })).toEqual({ state: 'accepted', version: 6 });
    expect(await refused(decide(officer, { version: 6, accept: true }))).toBe('plan.wrongState');
  });

  test.each(['docx', 'pdf', 'xlsx'] as const)('comes out as %s', async (format) => {
    const file = await call<{ fileName: string; bytes: Uint8Array }>(contract.downloadReport, officer, {
      params: { reportId: id },
      query: { format },
    });
    expect(file.fileName).toMatch(
      new RegExp(`^Báo cáo kết quả thực hiện nhiệm vụ tháng 10 năm 2025 - .*\\.${format}$`),
    );
    const magic = Buffer.from(file.bytes.slice(0, 4)).toString('latin1');
    expect(magic).toBe(format === 'pdf' ? '%PDF' : 'PK\u0003\u0004');
  });
});

describe('the level above', () => {
  interface Listed {
    below: { unit: { id: string }; status: string }[];
    counts: Record<string, number>;
    may: string[];
  }
  const list = (by: Actor, query: object = october, at = now) =>
    call<Listed>(contract.listReports, by, { query, at });
  const statusOf = (listed: Listed, unit: Unit) =>
    listed.below.find((line) => line.unit.id === unit.id)?.status;

  test('sees who has handed in, who is awaited and, after the last day, who is missing', async () => {
    const listed = await list(officer);
    expect(statusOf(listed, school)).toBe('accepted');
    expect(listed.counts.units).toBe(
      province.units.filter((unit) => unit.kind === 'school' && unit.parent_id === commune.id).length,
    );
    const inTime = await list(divisionHead);
    expect(statusOf(inTime, commune)).toBe('awaited');
    expect(statusOf(inTime, departmentSchool)).toBe('awaited');
    expect(statusOf(inTime, school)).toBeUndefined();
    const afterwards = await list(divisionHead, october, new Date('2025-11-06T09:00:00+07:00'));
    expect(afterwards.counts.missing).toBe(afterwards.counts.units);
    expect(statusOf(await list(divisionHead, { ...october, unitId: commune.id }), school)).toBe('accepted');
  });

  test('does not look into a unit it does not reach', async () => {
    expect(await refused(list(principal, { ...october, unitId: otherSchool.id }))).toBe(
      'plan.reportNotFound',
    );
    expect(await refused(list(officer, { ...october, unitId: otherSchool.id }))).toBe('plan.reportNotFound');
  });

  test('adds up what was handed in, each figure with the units it comes from', async () => {
    const { id } = await call<{ id: string }>(contract.openReport, actor(departmentSchool, 'principal'), {
      body: october,
    });
    await call(contract.submitReport, actor(departmentSchool, 'principal'), {
      params: { reportId: id },
      body: { version: 1 },
    });
    const totals = await call<{
      submitted: number;
      expected: number;
      missing: unknown[];
      figures: (Figure & { units: number })[];
    }>(contract.aggregateReports, divisionHead, { query: october });
    expect(totals.submitted).toBe(2);
    expect(totals.missing).toHaveLength(totals.expected - 2);
    const total = totals.figures.find(({ key }) => key === 'total:total')!;
    expect(total).toMatchObject({ value: 5, units: 2 });
    const link = new URL(total.link, 'https://hoaban.test');
    const opened = await call<{ figure: Figure; rows: { figure: Figure }[] }>(
      contract.listAggregateRows,
      divisionHead,
      {
        query: Object.fromEntries(link.searchParams),
      },
    );
    expect(opened.rows.map(({ figure }) => figure.value).sort()).toEqual([1, 4]);
    expect(opened.figure.value).toBe(5);
    const below = await call<{ figures: Figure[] }>(contract.aggregateReports, officer, { query: october });
    expect(below.figures.find(({ key }) => key === 'total:total')?.value).toBe(4);
  });

  test('reminds those who are missing once a day', async () => {
    const remind = (at: Date) =>
      call<{ units: number; told: number }>(contract.remindMissing, officer, { body: october, at });
    const schools = province.units.filter(
      (unit) => unit.kind === 'school' && unit.parent_id === commune.id,
    ).length;
    const first = await remind(now);
    expect(first.units).toBe(schools - 1);
    expect((await remind(now)).told).toBe(0);
    expect((await remind(new Date('2025-11-04T09:00:00+07:00'))).told).toBe(first.told);
    expect(await refused(remind(new Date('2025-09-01T09:00:00+07:00')))).toBe('plan.periodNotBegun');
  });

  test('without a start the period of the kind that is due is meant, and the year’s own reports stand beside it', async () => {
    const { period, ownOfYear } = await call<{
      period: { kind: string; start: string };
      ownOfYear: { period: { start: string }; report: { state: string } }[];
    }>(contract.listReports, principal, { query: { periodKind: 'semester' } });
    expect(period).toMatchObject({ kind: 'semester', start: '2025-08-01' });
    expect(ownOfYear.map(({ period, report }) => [period.start, report.state])).toEqual([
      ['2025-10-01', 'accepted'],
    ]);
  });

  test('a period that is none is refused', async () => {
    const body = { periodKind: 'month', periodStart: '2025-10-02' };
    expect(await refused(call(contract.openReport, principal, { body }))).toBe('plan.unknownPeriod');
  });

  test('the year’s report tells month by month', async () => {
    const body = { periodKind: 'year', periodStart: '2025-08-01' };
    const { id } = await call<{ id: string }>(contract.openReport, principal, { body });
    const { figures } = await call<Report>(contract.getReport, principal, { params: { reportId: id } });
    const months = figures.filter((figure) => figure.group === 'month' && figure.key.endsWith(':total'));
    expect(months.map(({ row, value }) => [row, value])).toEqual([
      ['10/2025', 4],
      ['11/2025', 1],
      ['05/2026', 1],
    ]);
  });
});

test('a person who sees only own rows sees no report', async () => {
  const teacher = actor(team, 'teacher', 'own');
  const { rows } = await db.owner.query('SELECT id FROM plan.report LIMIT 1');
  expect(await refused(call(contract.getReport, teacher, { params: { reportId: rows[0].id } }))).toBe(
    'plan.reportNotFound',
  );
});
