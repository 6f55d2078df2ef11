import type { Actor } from '#modules/identity-access';
import type { ReadTx } from '#platform/db';
import { findSubject, programmeOfYear } from '#reference/curriculum-2018';
import { classProgramme } from '#rules/curriculum';
import { type BookClass, type BookPupil, listBook, selectBookClassOptional } from '../data/class-book.ts';
import { gradebookErrors } from '../errors.ts';
import {
  type AssessedSubject,
  type PupilBook,
  type PupilResults,
  pupilResults,
  sheetPlaces,
} from '../rules/index.ts';
import { assessedPeriods } from './sheet.ts';

/** The subjects a class is assessed in, in the order of the programme. */
export function assessedSubjects(
  schoolYear: string,
  form: Pick<BookClass, 'grade' | 'specialisedSubject' | 'choices'>,
): AssessedSubject[] {
  const programme = programmeOfYear(schoolYear);
  return classProgramme(programme, form, form.choices).flatMap(({ subjectCode, parts }) => {
    const subject = findSubject(programme, subjectCode);
    if (!subject) return [];
    const { code, name, shortName, judged } = subject;
    return [{ code, name, shortName, judged, wanted: sheetPlaces(judged, assessedPeriods(parts)) }];
  });
}

/** The same for some classes, by class; classes out of reach are left out. */
export async function subjectsOfClasses(
  tx: ReadTx,
  classIds: readonly string[],
): Promise<Map<string, AssessedSubject[]>> {
  const classes = await Promise.all(classIds.map((id) => selectBookClassOptional(tx, id)));
  return new Map(
    classes.flatMap((form) => (form ? [[form.id, assessedSubjects(form.schoolYear, form)]] : [])),
  );
}

export function bookOf(pupil: BookPupil): PupilBook {
  const rows = (semester: 1 | 2) =>
    new Map(
      pupil.marks.filter((marks) => marks.semester === semester).map((marks) => [marks.subjectCode, marks]),
    );
  return {
    semester1: rows(1),
    semester2: rows(2),
    notAssessed: new Set(pupil.notAssessed),
    conduct1: pupil.conduct1,
    conduct2: pupil.conduct2,
    conductAfterSummer: pupil.conductAfterSummer,
    absentSessions: pupil.absentSessions,
    retests: new Map(Object.entries(pupil.retests)),
  };
}

/**
 * A class that the person may see as a whole: as homeroom teacher, or from the school's office.
 * @throws Refusal gradebook.noSheet, notHomeroom
 */
export async function wholeClass(tx: ReadTx, actor: Actor, classId: string): Promise<BookClass> {
  const schoolClass = await selectBookClassOptional(tx, classId);
  if (!schoolClass) throw gradebookErrors.noSheet();
  if (actor.scope === 'own' && !schoolClass.led) throw gradebookErrors.notHomeroom();
  return schoolClass;
}

export interface ClassResults {
  readonly schoolClass: BookClass;
  readonly subjects: readonly AssessedSubject[];
  readonly pupils: readonly (BookPupil & { readonly results: PupilResults })[];
}

/** The same of several classes, for whoever may see them as a whole: the school's office, the system. Classes out of reach are left out. */
export async function yearsOfClasses(tx: ReadTx, classIds: readonly string[]): Promise<ClassResults[]> {
  const [classes, book] = await Promise.all([
    Promise.all(classIds.map((id) => selectBookClassOptional(tx, id))),
    listBook(tx, classIds),
  ]);
  const byClass = Map.groupBy(book, ({ classId }) => classId);
  return classes.flatMap((schoolClass) => {
    if (!schoolClass) return [];
    const subjects = assessedSubjects(schoolClass.schoolYear, schoolClass);
    const pupils = byClass.get(schoolClass.id) ?? [];
    return [{ schoolClass, subjects, pupils: pupils.map((pupil) => withResults(subjects, pupil)) }];
  });
}

function withResults(subjects: readonly AssessedSubject[], pupil: BookPupil) {
  return { ...pupil, results: pupilResults(subjects, bookOf(pupil)) };
}

/** Results of a class as far as the marks go, computed from the marks as they are now. @throws Refusal gradebook.noSheet, notHomeroom */
export async function classResults(tx: ReadTx, actor: Actor, classId: string): Promise<ClassResults> {
  const [schoolClass, pupils] = await Promise.all([wholeClass(tx, actor, classId), listBook(tx, [classId])]);
  const subjects = assessedSubjects(schoolClass.schoolYear, schoolClass);
  return {
    schoolClass,
    subjects,
    pupils: pupils.map((pupil) => withResults(subjects, pupil)),
  };
}
