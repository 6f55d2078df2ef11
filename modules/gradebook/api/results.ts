import { type Actor, bind } from '#modules/identity-access';
import { settingsOf } from '#modules/organisation';
import type { ReadTx } from '#platform/db';
import { renderRegister, renderWorkbook } from '#platform/documents';
import type { AnyRoute } from '#platform/http';
import { classResults } from '../actions/class-results.ts';
import { readClassRegister, readTeacherRegister } from '../actions/registers.ts';
import { saveAbsences } from '../actions/save-absences.ts';
import { saveConduct } from '../actions/save-conduct.ts';
import { saveSummer } from '../actions/save-summer.ts';
import * as contract from '../contract.ts';
import { listAbsences } from '../data/absences.ts';
import { selectBookClassOptional } from '../data/class-book.ts';
import { listClassesInReach } from '../data/classes.ts';
import { listRosterOn } from '../data/roster.ts';
import { classRegister } from '../documents/class-register.ts';
import { resultsWorkbook } from '../documents/results-workbook.ts';
import { teacherRegister } from '../documents/teacher-register.ts';
import { gradebookErrors } from '../errors.ts';
import {
  absenceWarningSessions,
  cellText,
  commentText,
  mostAbsentSessions,
  type PeriodResult,
  printedScore,
} from '../rules/index.ts';
import { mayOf, paperOf, xlsx } from './shapes.ts';

function periodShape({ reached, level, conduct, reasons }: PeriodResult) {
  return {
    values: Object.fromEntries([
      ...[...reached.scores].map(([code, score]) => [code, printedScore(score)]),
      ...[...reached.comments].map(([code, result]) => [code, commentText(result)]),
    ]),
    level,
    conduct,
    reasons: [...reasons],
  };
}

/** Who is away from a class on a day. @throws Refusal gradebook.noSheet */
export async function describeAttendance(
  tx: ReadTx,
  actor: Actor,
  { classId, day }: { classId: string; day: string },
) {
  const [schoolClass, roster, absences, { warnFrom }] = await Promise.all([
    selectBookClassOptional(tx, classId),
    listRosterOn(tx, classId, day),
    listAbsences(tx, classId, day),
    settingsOf(tx, { warnFrom: absenceWarningSessions }),
  ]);
  if (!schoolClass) throw gradebookErrors.noSheet();
  const { id, name, grade } = schoolClass;
  const byPupil = Map.groupBy(absences, ({ pupilId }) => pupilId);
  return {
    class: { id, name, grade },
    day,
    most: mostAbsentSessions,
    warnFrom,
    rows: roster.map((pupil) => ({
      ...pupil,
      absences: (byPupil.get(pupil.pupilId) ?? []).map(({ pupilId: _, ...absence }) => absence),
    })),
    may: roster.length > 0 ? mayOf(actor.role, ['gradebook.saveAttendance']) : [],
  };
}

/** Routes of results, conduct and attendance of a class. */
export const resultRoutes: AnyRoute[] = [
  bind(contract.listMyClasses, async ({ tx, actor }) => ({
    items: (await listClassesInReach(tx)).map((one) => ({
      ...one,
      results: one.led || actor.scope !== 'own',
    })),
  })),
  bind(contract.getClassResults, async ({ tx, actor, params }) => {
    const { schoolClass, subjects, pupils } = await classResults(tx, actor, params.classId);
    return {
      class: { id: schoolClass.id, name: schoolClass.name, grade: schoolClass.grade },
      schoolYear: schoolClass.schoolYear,
      subjects: subjects.map(({ wanted: _, ...subject }) => subject),
      rows: pupils.map(({ results, ...pupil }) => ({
        pupilId: pupil.pupilId,
        name: pupil.name,
        rollNumber: pupil.rollNumber,
        absentSessions: pupil.absentSessions,
        conductVersion: pupil.conductVersion,
        comment1: pupil.comment1,
        comment2: pupil.comment2,
        semester1: periodShape(results.semester1),
        semester2: periodShape(results.semester2),
        year: {
          ...periodShape(results.year),
          decision: results.year.outcome?.decision ?? null,
          honour: results.year.outcome?.honour ?? null,
          retestSubjects: [...(results.year.outcome?.retestSubjects ?? [])],
          retests: Object.fromEntries(
            pupil.subjects.flatMap(({ code, judged }) => {
              const reached = pupil.retests[code];
              return reached === undefined ? [] : [[code, cellText(judged, reached)]];
            }),
          ),
          afterSummer: results.year.afterSummer,
        },
      })),
      may: [
        ...(schoolClass.led ? mayOf(actor.role, ['gradebook.saveConduct']) : []),
        ...mayOf(actor.role, ['gradebook.saveSummer']),
      ],
    };
  }),
  bind(contract.downloadClassResults, async ({ tx, actor, params }) => {
    const { schoolClass, subjects, pupils } = await classResults(tx, actor, params.classId);
    return {
      fileName: `Kết quả lớp ${schoolClass.name} ${schoolClass.schoolYear}.xlsx`,
      mediaType: xlsx,
      bytes: await renderWorkbook(resultsWorkbook(subjects, pupils)),
    };
  }),
  bind(contract.downloadClassRegister, async ({ tx, actor, params, query: { format } }) => {
    const book = await readClassRegister(tx, actor, params.classId);
    const name = `Sổ theo dõi và đánh giá lớp ${book.className} ${book.schoolYear}`;
    return paperOf(name, format, await renderRegister(classRegister(book), format));
  }),
  bind(contract.downloadTeacherRegister, async ({ tx, now, query: { format, ...wanted } }) => {
    const book = await readTeacherRegister(tx, wanted, now);
    const name = `Sổ theo dõi và đánh giá của giáo viên ${book.names.teacher} ${book.schoolYear}`;
    return paperOf(name, format, await renderRegister(teacherRegister(book), format));
  }),
  bind(contract.saveSummer, ({ tx, actor, params, body }) =>
    saveSummer(tx, actor, params.classId, { ...body, pupilId: params.pupilId }),
  ),
  bind(contract.saveConduct, ({ tx, actor, now, params, body }) =>
    saveConduct(tx, { actor, now }, params.classId, params.semester, body.rows),
  ),
  bind(contract.getAttendance, ({ tx, actor, params }) => describeAttendance(tx, actor, params)),
  bind(contract.saveAttendance, ({ tx, now, params, body }) =>
    saveAbsences(tx, now, params.classId, params.day, body.pupils),
  ),
];
