import type { Actor } from '#modules/identity-access';
import { localDate } from '#platform/clock';
import type { ReadTx } from '#platform/db';
import { listRegisterPupils, selectRegisterNames, selectTeacherNames } from '../data/class-register.ts';
import { listTaught } from '../data/progress.ts';
import type { SheetRow } from '../data/sheets.ts';
import type { ClassRegister } from '../documents/class-register.ts';
import type { TeacherRegister, TeacherSheet } from '../documents/teacher-register.ts';
import { gradebookErrors } from '../errors.ts';
import { type AssessedSubject, pupilResults } from '../rules/index.ts';
import { classResults } from './class-results.ts';
import { placeOf, type Wanted } from './place.ts';
import { type OpenSheet, openSheet } from './sheet.ts';

/** Everything the book of a class prints. @throws Refusal gradebook.noSheet, notHomeroom */
export async function readClassRegister(tx: ReadTx, actor: Actor, classId: string): Promise<ClassRegister> {
  const { schoolClass, subjects, pupils } = await classResults(tx, actor, classId);
  const { unitId, schoolYearId } = schoolClass;
  const [facts, names, ...taught] = await Promise.all([
    listRegisterPupils(tx, classId),
    selectRegisterNames(tx, classId),
    listTaught(tx, unitId, schoolYearId, 1),
    listTaught(tx, unitId, schoolYearId, 2),
  ]);
  const here = taught.flat().filter((one) => one.assesses && one.classId === classId);
  return {
    className: schoolClass.name,
    schoolYear: schoolClass.schoolYear,
    names,
    subjects: subjects.map((subject) => ({
      ...subject,
      teachers: [
        ...new Set(
          here.flatMap(({ subjectCode, teacher }) =>
            subjectCode === subject.code && teacher ? [teacher] : [],
          ),
        ),
      ],
    })),
    pupils,
    facts,
  };
}

/**
 * Everything the own book of the teacher asking prints: the sheets of the year's published assignment and of elective groups, with the pupils
 * whom the teacher assesses.
 * @throws Refusal gradebook.noSchool, noSchoolYear, nothingTaught
 */
export async function readTeacherRegister(tx: ReadTx, wanted: Wanted, now: Date): Promise<TeacherRegister> {
  const { school, year } = await placeOf(tx, wanted);
  const today = localDate(now);
  const [names, ...taught] = await Promise.all([
    selectTeacherNames(tx),
    listTaught(tx, school.id, year.id, 1),
    listTaught(tx, school.id, year.id, 2),
  ]);
  const mine = new Map(
    taught
      .flat()
      .filter(({ mine, assesses }) => mine && assesses)
      .map(({ classId, subjectCode }) => [`${classId} ${subjectCode}`, { classId, subjectCode }]),
  );
  if (mine.size === 0) throw gradebookErrors.nothingTaught();
  const sheets = await Promise.all(
    [...mine.values()].map(async (key) =>
      teacherSheet(
        await openSheet(tx, { ...key, semester: 1 }, today),
        await openSheet(tx, { ...key, semester: 2 }, today),
      ),
    ),
  );
  sheets.sort(
    (a, b) =>
      a.subject.name.localeCompare(b.subject.name, 'vi') ||
      a.className.localeCompare(b.className, 'vi', { numeric: true }),
  );
  return { schoolYear: year.name, names, sheets };
}

function teacherSheet(first: OpenSheet, second: OpenSheet): TeacherSheet {
  const { code, name, shortName, judged } = first.subject;
  const subject: AssessedSubject = { code, name, shortName, judged, wanted: first.wanted };
  const later = new Map(second.rows.map((row) => [row.pupilId, row]));
  const own = first.rows.filter(({ pupilId, mine }) => mine.length > 0 || later.get(pupilId)?.mine.length);
  return {
    className: first.ground.className,
    subject,
    pupils: own.map((row) => {
      const next = later.get(row.pupilId) ?? row;
      const { semester1, semester2, year } = pupilResults([subject], {
        semester1: new Map([[code, row]]),
        semester2: new Map([[code, next]]),
        notAssessed: new Set(),
        conduct1: null,
        conduct2: null,
        conductAfterSummer: null,
        absentSessions: 0,
        retests: new Map(),
      });
      return {
        name: row.name,
        rollNumber: row.rollNumber,
        exempt: row.exemption === 'exempt',
        marks: [row, next],
        results: [semester1, semester2, year],
        remark: remarks(row, next),
      };
    }),
  };
}

function remarks(first: SheetRow, second: SheetRow): string {
  return [
    ...(first.comment ? [`HKI: ${first.comment}`] : []),
    ...(second.comment ? [`HKII: ${second.comment}`] : []),
  ].join(' ');
}
