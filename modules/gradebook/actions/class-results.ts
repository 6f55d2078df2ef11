import type { Actor } from '#modules/identity-access';
import type { ReadTx } from '#platform/db';
import { type BookClass, type BookPupil, listBook, selectBookClassOptional } from '../data/class-book.ts';
import { listSeatsElsewhere } from '../data/seats.ts';
import { gradebookErrors } from '../errors.ts';
import { type AssessedSubject, type PupilBook, type PupilResults, pupilResults } from '../rules/index.ts';
import { type StudiedForm, studiedSubjects, subjectsOfAll } from '../rules/studied.ts';

/** The subjects that some classes and their pupils are assessed in, by class; classes out of reach are left out. */
export async function subjectsOfClasses(
  tx: ReadTx,
  classIds: readonly string[],
): Promise<Map<string, AssessedSubject[]>> {
  const found = await Promise.all(classIds.map((id) => selectBookClassOptional(tx, id)));
  const classes = found.filter((form) => form !== undefined);
  const places = Map.groupBy(classes, ({ unitId, schoolYearId }) => `${unitId} ${schoolYearId}`);
  const seats = await Promise.all(
    [...places.values()].map(([one]) => listSeatsElsewhere(tx, one!.unitId, one!.schoolYearId)),
  );
  const ofClass = Map.groupBy(seats.flat(), ({ classId }) => classId);
  return new Map(
    classes.map((form) => {
      const pupils = (ofClass.get(form.id) ?? []).map((seat) => ({ instead: [seat] }));
      return [form.id, subjectsOfAll(form.schoolYear, form, pupils)];
    }),
  );
}

export function bookOf(
  pupil: Pick<
    BookPupil,
    'marks' | 'notAssessed' | 'conduct1' | 'conduct2' | 'conductAfterSummer' | 'absentSessions' | 'retests'
  >,
): PupilBook {
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
  /** Of the class and of all its pupils: the columns of its tables. */
  readonly subjects: readonly AssessedSubject[];
  readonly pupils: readonly BookOfPupil[];
}

/** A pupil's year with the results, and the subjects they stand on. */
export interface BookOfPupil extends BookPupil {
  readonly subjects: readonly AssessedSubject[];
  readonly results: PupilResults;
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
    return [
      { schoolClass, ...resultsOf(schoolClass.schoolYear, schoolClass, byClass.get(schoolClass.id) ?? []) },
    ];
  });
}

/** Results of the pupils of a class, each by the subjects the pupil takes. */
export function resultsOf(
  schoolYear: string,
  form: StudiedForm,
  pupils: readonly BookPupil[],
): Pick<ClassResults, 'subjects' | 'pupils'> {
  const own = studiedSubjects(schoolYear, form);
  return {
    subjects: subjectsOfAll(schoolYear, form, pupils),
    pupils: pupils.map((pupil) => {
      const subjects = pupil.instead.length > 0 ? studiedSubjects(schoolYear, form, pupil.instead) : own;
      return { ...pupil, subjects, results: pupilResults(subjects, bookOf(pupil)) };
    }),
  };
}

/** Results of a class as far as the marks go, computed from the marks as they are now. @throws Refusal gradebook.noSheet, notHomeroom */
export async function classResults(tx: ReadTx, actor: Actor, classId: string): Promise<ClassResults> {
  const [schoolClass, pupils] = await Promise.all([wholeClass(tx, actor, classId), listBook(tx, [classId])]);
  return { schoolClass, ...resultsOf(schoolClass.schoolYear, schoolClass, pupils) };
}
