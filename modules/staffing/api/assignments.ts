import { type Actor, bind } from '#modules/identity-access';
import { officialHeading } from '#modules/plan';
import { localDate } from '#platform/clock';
import type { ReadTx } from '#platform/db';
import { renderOfficialDocx, renderWorkbook } from '#platform/documents';
import { programmeOfYear } from '#reference/curriculum-2018';
import { groundOf, mayWriteFor, type Wanted } from '../actions/place.ts';
import { publishAssignments, saveAssignments } from '../actions/save-assignments.ts';
import * as contract from '../contract.ts';
import { type Ground, selectOwnStaffId, type Year } from '../data/ground.ts';
import { type AssignmentPlan, listLastYear, selectPlanOptional } from '../data/plans.ts';
import { assignmentPaper } from '../documents/assignment-paper.ts';
import { assignmentSheets } from '../documents/assignment-sheets.ts';
import { proposeAssignment } from '../rules/index.ts';

const xlsx = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';
const docx = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document';

/** Teachers see the assignment once it is published, and nobody's private reasons for teaching less. */
function isTeacher(actor: Actor): boolean {
  return actor.role === 'teacher' || actor.role === 'homeroomTeacher';
}

async function seenGround(
  tx: ReadTx,
  actor: Actor,
  wanted: Wanted,
  today: string,
): Promise<{ year: Year; ground: Ground; plan: AssignmentPlan | undefined }> {
  const { year, ground } = await groundOf(tx, wanted, today);
  const plan = await selectPlanOptional(tx, ground.school.id, year.id);
  if (!isTeacher(actor)) return { year, ground, plan };
  return {
    year,
    plan,
    ground: {
      ...ground,
      teachers: ground.teachers.map((teacher) => ({ ...teacher, reductions: [], duties: [] })),
      assignments: plan?.state === 'published' ? ground.assignments : [],
    },
  };
}

function printed({ year, ground }: { year: Year; ground: Ground }) {
  return {
    schoolName: ground.school.name,
    schoolYear: year.name,
    programme: programmeOfYear(year.name),
    classes: ground.classes,
    teachers: ground.teachers,
    assignments: ground.assignments,
  };
}

/** Routes of the teaching assignment of one school. */
export const assignmentRoutes = [
  bind(contract.getAssignments, async ({ tx, actor, query, now }) => {
    const { year, ground, plan } = await seenGround(tx, actor, query, localDate(now));
    const [me, reach] = await Promise.all([
      selectOwnStaffId(tx, actor.accountId),
      mayWriteFor(tx, actor, ground.school.id),
    ]);
    const programme = programmeOfYear(year.name);
    const taught = new Set(
      ground.classes.flatMap(({ needs }) => needs.map(({ subjectCode }) => subjectCode)),
    );
    return {
      school: { id: ground.school.id, name: ground.school.name },
      schoolYear: year.name,
      plan: plan ?? null,
      me,
      mayEdit: reach && ['principal', 'vicePrincipal', 'clerk'].includes(actor.role ?? ''),
      subjects: programme.subjects
        .filter(({ code }) => taught.has(code))
        .map(({ code, name, shortName, strands }) => ({
          code,
          name,
          shortName,
          strands: strands.map((strand) => ({ code: strand.code, name: strand.name })),
        })),
      classes: ground.classes.map(({ needs, ...one }) => ({
        ...one,
        needs: needs.map(({ subjectCode, weekly }) => ({ subjectCode, weekly })),
      })),
      teachers: ground.teachers.map(({ givenAway: _, ...teacher }) => ({
        ...teacher,
        reductions: [...teacher.reductions],
        homerooms: [...teacher.homerooms],
        duties: [...teacher.duties],
        qualifications: [...teacher.qualifications],
      })),
      assignments: [...ground.assignments],
    };
  }),
  bind(contract.saveAssignments, ({ tx, actor, body, now }) => saveAssignments(tx, actor, body, now)),
  bind(contract.publishAssignments, ({ tx, actor, body, now }) => publishAssignments(tx, actor, body, now)),
  bind(contract.proposeAssignments, async ({ tx, query, now }) => {
    const { year, ground } = await groundOf(tx, query, localDate(now));
    const proposal = proposeAssignment({
      programme: programmeOfYear(year.name),
      classes: ground.classes,
      teachers: ground.teachers,
      kept: query.keep ? ground.assignments : [],
      lastYear: await listLastYear(tx, ground.school.id, year.id),
    });
    return {
      rows: [...proposal.rows],
      shortages: [...proposal.shortages],
      loads: [...proposal.loads].map(([staffId, load]) => ({ staffId, load })),
    };
  }),
  bind(contract.downloadAssignmentSheet, async ({ tx, actor, query, now }) => {
    const seen = await seenGround(tx, actor, query, localDate(now));
    return {
      fileName: `Phân công giảng dạy ${seen.year.name} - ${seen.ground.school.name}.xlsx`,
      mediaType: xlsx,
      bytes: await renderWorkbook(assignmentSheets(printed(seen))),
    };
  }),
  bind(contract.downloadAssignmentPaper, async ({ tx, actor, query, now }) => {
    const today = localDate(now);
    const seen = await seenGround(tx, actor, query, today);
    const head = await officialHeading(tx, seen.ground.school.id);
    const paper = assignmentPaper(printed(seen), { ...head, date: today });
    return {
      fileName: `Phân công giảng dạy ${seen.year.name} - ${seen.ground.school.name}.docx`,
      mediaType: docx,
      bytes: await renderOfficialDocx(paper),
    };
  }),
];
