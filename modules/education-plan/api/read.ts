import { type Actor, bind } from '#modules/identity-access';
import { officialHeading } from '#modules/plan';
import { localDate } from '#platform/clock';
import { type ReadTx, sql } from '#platform/db';
import { renderOfficialDocx, renderOfficialPdf, renderWorkbook } from '#platform/documents';
import type { FileAnswer } from '#platform/http';
import { findSubject, programmeOn } from '#reference/curriculum-2018';
import { readFacts, readPlan, readYear } from '../actions/acting.ts';
import { readChecks } from '../actions/check-plan.ts';
import { readTeacher } from '../actions/teacher-plan.ts';
import { readTeam } from '../actions/teams.ts';
import * as contract from '../contract.ts';
import { selectYearOptional } from '../data/facts.ts';
import { listGuidanceFor } from '../data/guidance.ts';
import { selectLineage, selectSchoolRows, selectTeamRows } from '../data/parts.ts';
import {
  hasRead,
  listPlansOf,
  listReadings,
  listTeamPlans,
  type Plan,
  selectLastYearOptional,
  selectMySchool,
} from '../data/plans.ts';
import { listTeacherLessons } from '../data/teacher-lessons.ts';
import { annex1, annex2, annex3, annex4 } from '../documents/annexes.ts';
import { planDocument } from '../documents/plan-document.ts';
import { rowInWords } from '../documents/row-words.ts';
import { planSheets } from '../documents/sheets.ts';
import { educationPlanErrors } from '../errors.ts';
import {
  compareRows,
  type Finding,
  mayStep,
  type Part,
  type PlanStep,
  partWords,
  ruleWords,
  strandName,
} from '../rules/index.ts';

const steps: readonly PlanStep[] = [
  'edit',
  'propose',
  'approve',
  'return',
  'acknowledge',
  'publish',
  'amend',
];
const word = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document';
export const excel = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';
const readersOnly = ['teacher', 'homeroomTeacher', 'pupil', 'guardian'];

const shownFinding = (finding: Finding) => ({
  ...finding,
  ruleName: ruleWords[finding.rule] ?? finding.rule,
});

async function planWhole(tx: ReadTx, actor: Actor, planId: string) {
  const plan = await readPlan(tx, planId);
  const readsOnly = readersOnly.includes(actor.role ?? '');
  const { facts, programme } = await readFacts(tx, plan);
  const { findings, figures } = await readChecks(tx, plan);
  const {
    unitId: _unit,
    departmentId: _department,
    schoolKind: _kind,
    schoolYearId: _year,
    figures: _figures,
    ...shown
  } = plan;
  return {
    plan: { ...shown, unitId: plan.unitId },
    may: steps.filter((step) => mayStep(step, plan, actor.role)),
    rows: await selectSchoolRows(tx, planId),
    figures,
    classes: facts.classes.map(({ id, name, grade }) => ({ id, name, grade })),
    subjects: programme.subjects.map(({ code, name, shortName }) => ({ code, name, shortName })),
    findings: readsOnly ? [] : findings.map(shownFinding),
    teams: readsOnly ? [] : await listTeamPlans(tx, plan),
    readings: readsOnly ? [] : await listReadings(tx, plan),
    readByMe: await hasRead(tx, planId),
  };
}

async function compare(tx: ReadTx, planId: string) {
  const plan = await readPlan(tx, planId);
  const old = plan.basedOn ? await readPlan(tx, plan.basedOn) : undefined;
  if (!old) return { before: null, parts: [] };
  const programme = programmeOn((await selectYearOptional(tx, { id: plan.schoolYearId }))!.opensOn);
  const [before, after] = [await selectLineage(tx, old.id), await selectLineage(tx, planId)];
  const inWords = (row: Readonly<Record<string, unknown>> | null) =>
    row ? rowInWords(row, programme) : null;
  const parts = (Object.keys(after) as Part[]).map((part) => ({
    part: partWords[part],
    differences: compareRows(before[part], after[part]).map((one) => ({
      what: one.what,
      before: inWords(one.before),
      after: inWords(one.after),
    })),
  }));
  return { before: old.revision, parts: parts.filter(({ differences }) => differences.length > 0) };
}

/** Day written on a paper: of publication or approval, else today. */
function dayOf(plan: Plan, now: Date): string {
  const at = plan.publishedAt ?? plan.approvedAt;
  return localDate(at ? new Date(at) : now);
}

async function download(
  tx: ReadTx,
  actor: Actor,
  now: Date,
  planId: string,
  query: { kind: string; teamId?: string | undefined; staffId?: string | undefined },
): Promise<FileAnswer> {
  const plan = await readPlan(tx, planId);
  const { facts, programme } = await readFacts(tx, plan);
  const frame = { head: await officialHeading(tx, plan.unitId), plan, date: dayOf(plan, now), programme };
  const title = `Kế hoạch giáo dục ${plan.schoolYear} - ${plan.unitName}`;
  const docx = async (document: Parameters<typeof renderOfficialDocx>[0], name: string) => ({
    fileName: `${name}.docx`,
    mediaType: word,
    bytes: await renderOfficialDocx(document),
  });
  if (query.kind === 'annex1' || query.kind === 'annex2') {
    if (!query.teamId) throw educationPlanErrors.teamNotFound();
    const { team } = await readTeam(tx, actor, planId, query.teamId);
    const rows = await selectTeamRows(tx, planId, team.id);
    const { figures } = await readChecks(tx, plan);
    return query.kind === 'annex1'
      ? docx(annex1(frame, team.name, rows, figures), `Phụ lục 1 - ${team.name}`)
      : docx(annex2(frame, team.name, rows), `Phụ lục 2 - ${team.name}`);
  }
  if (query.kind === 'annex3' || query.kind === 'annex4') {
    const { teacher } = await readTeacher(tx, planId, query.staffId);
    const lessons = await listTeacherLessons(tx, planId, teacher.id);
    return query.kind === 'annex3'
      ? docx(annex3(frame, teacher.name, lessons), `Phụ lục 3 - ${teacher.name}`)
      : docx(annex4(frame, teacher.name, lessons), `Phụ lục 4 - ${teacher.name}`);
  }
  const { figures } = await readChecks(tx, plan);
  const paper = {
    ...frame,
    rows: await selectSchoolRows(tx, planId),
    figures,
    classNames: new Map(facts.classes.map(({ id, name }) => [id, name])),
  };
  if (query.kind === 'xlsx') {
    return { fileName: `${title}.xlsx`, mediaType: excel, bytes: await renderWorkbook(planSheets(paper)) };
  }
  if (query.kind === 'pdf') {
    return {
      fileName: `${title}.pdf`,
      mediaType: 'application/pdf',
      bytes: await renderOfficialPdf(planDocument(paper)),
    };
  }
  return docx(planDocument(paper), title);
}

interface PublicPlan {
  readonly publishedAt: string;
  readonly lessonsFrom: string;
  readonly semester1To: string;
  readonly semester2From: string;
  readonly lessonsTo: string;
  readonly periods: { subjectCode: string }[];
  readonly secondSession: { subjectCode: string | null }[];
  readonly [field: string]: unknown;
}

async function publicPlan(tx: ReadTx, schoolCode: string, schoolYear: string | undefined) {
  const { rows } = await sql<{ plan: PublicPlan | null }>`
    SELECT education_plan.public_plan(${schoolCode}, ${schoolYear ?? null}) AS plan`.execute(tx);
  const found = rows[0]?.plan;
  if (!found) throw educationPlanErrors.noPublicPlan();
  const { publishedAt, lessonsFrom, semester1To, semester2From, lessonsTo, periods, secondSession, ...rest } =
    found;
  const programme = programmeOn(lessonsFrom);
  const named = <Row extends { subjectCode: string | null }>({ subjectCode, ...row }: Row) => ({
    ...row,
    subject: subjectCode ? (findSubject(programme, subjectCode)?.name ?? subjectCode) : null,
  });
  return {
    ...rest,
    publishedOn: localDate(new Date(publishedAt)),
    calendar: { lessonsFrom, semester1To, semester2From, lessonsTo },
    periods: periods.map(named),
    secondSession: secondSession.map(named),
  };
}

export const readRoutes = [
  bind(contract.listPlans, async ({ tx, query }) => {
    const year = await readYear(tx, query.schoolYear);
    const school = await selectMySchool(tx);
    if (!school) return { items: [], lastYear: false, guidance: [] };
    const items = await listPlansOf(tx, school, year.id);
    return {
      items: items.map(
        ({ id, unitId, unitName, schoolYear, revision, state, amendmentReason, publishedAt, version }) => ({
          id,
          unitId,
          unitName,
          schoolYear,
          revision,
          state,
          amendmentReason,
          publishedAt,
          version,
        }),
      ),
      lastYear: (await selectLastYearOptional(tx, school, year.name)) !== undefined,
      guidance: (await listGuidanceFor(tx, school, year.id)).map(({ unitName, title, body, publishBy }) => ({
        unitName,
        title,
        body,
        publishBy,
      })),
    };
  }),
  bind(contract.getPlan, ({ tx, actor, params }) => planWhole(tx, actor, params.planId) as never),
  bind(contract.comparePlan, ({ tx, params }) => compare(tx, params.planId)),
  bind(contract.downloadPlan, ({ tx, actor, now, params, query }) =>
    download(tx, actor, now, params.planId, query),
  ),
  bind(contract.getTeamPlan, async ({ tx, actor, params }) => {
    const { plan, team, ...may } = await readTeam(tx, actor, params.planId, params.teamId);
    const rows = await selectTeamRows(tx, plan.id, team.id);
    const { periods } = await selectSchoolRows(tx, plan.id);
    const programme = programmeOn(plan.calendar.lessonsFrom);
    const keys = [...rows.lessons, ...rows.tests].map((row) => `${row.grade} ${row.subjectCode}`);
    return {
      team: { id: team.id, name: team.name },
      state: team.state,
      note: team.note,
      version: team.version,
      ...may,
      rows: rows as never,
      strands: [
        ...new Map(
          programme.subjects.flatMap(({ strands }) =>
            strands.map(({ code, name }) => [code, { code, name }]),
          ),
        ).values(),
      ],
      subjects: programme.subjects.map(({ code, name }) => ({ code, name })),
      sums: [...new Set(keys)].sort().map((key) => {
        const [grade, subjectCode = ''] = key.split(' ');
        const mine = (row: { grade: number; subjectCode: string }) =>
          `${row.grade} ${row.subjectCode}` === key;
        return {
          grade: Number(grade),
          subjectCode,
          planned: Math.max(0, ...periods.filter(mine).map((row) => row.semester1 + row.semester2)),
          written: rows.lessons.filter(mine).reduce((sum, row) => sum + row.periods, 0),
          tests: rows.tests.filter(mine).length,
        };
      }),
    };
  }),
  bind(contract.getTeacherPlan, async ({ tx, params, query }) => {
    const { plan, teacher } = await readTeacher(tx, params.planId, query.staffId);
    const programme = programmeOn(plan.calendar.lessonsFrom);
    const lessons = await listTeacherLessons(tx, plan.id, teacher.id);
    return {
      staff: { id: teacher.id, name: teacher.name },
      mine: teacher.mine,
      rows: lessons.map(({ requirement: _requirement, ...lesson }) => ({
        ...lesson,
        strand: strandName(programme, lesson),
      })),
      subjects: programme.subjects.map(({ code, name }) => ({ code, name })),
    };
  }),
  bind(
    contract.getPublicPlan,
    ({ tx, params, query }) => publicPlan(tx, params.schoolCode, query.schoolYear) as never,
  ),
];
