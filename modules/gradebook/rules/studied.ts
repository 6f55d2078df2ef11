import { findSubject, programmeOfYear } from '#reference/curriculum-2018';
import { type Choice, type ClassForm, classProgramme } from '#rules/curriculum';
import type { AssessedSubject } from './class-results.ts';
import { sheetPlaces } from './marks-row.ts';

/** An elective that a pupil learns instead of one of the own class (CUR-01, Circular 13/2022). */
export interface TakenInstead {
  /** Null: besides those of the class, which takes nothing of the block. */
  readonly ownCode: string | null;
  readonly takenCode: string;
}

/** What a class chose, to say which subjects its pupils are assessed in. */
export interface StudiedForm extends ClassForm {
  readonly choices: readonly Choice[];
}

/** Periods a year that decide the number of regular assessments: without topic clusters, which count as one of them (ASM-04, ASM-07). */
export function assessedPeriods(
  parts: readonly { readonly kind: string; readonly periods: number }[],
): number {
  return parts.reduce((sum, { kind, periods }) => sum + (kind === 'topic' ? 0 : periods), 0);
}

/**
 * The choices of a class as they are for a pupil: the elective taken in place of the class's own, or besides them, with the periods of the
 * programme. A topic cluster goes with its subject (CUR-02).
 */
export function choicesOfPupil(choices: readonly Choice[], instead: readonly TakenInstead[]): Choice[] {
  const taken = ({ takenCode }: TakenInstead): Choice => ({
    kind: 'elective',
    subjectCode: takenCode,
    periods: null,
    reason: null,
  });
  return [
    ...choices.flatMap((choice): Choice[] => {
      const other = instead.find(({ ownCode }) => ownCode === choice.subjectCode);
      if (!other) return [choice];
      return choice.kind === 'elective' ? [taken(other)] : [];
    }),
    ...instead.filter(({ ownCode }) => ownCode === null).map(taken),
  ];
}

/** The subjects a class, or one of its pupils, is assessed in, in the order of the programme. */
export function studiedSubjects(
  schoolYear: string,
  form: StudiedForm,
  instead: readonly TakenInstead[] = [],
): AssessedSubject[] {
  const programme = programmeOfYear(schoolYear);
  return classProgramme(programme, form, choicesOfPupil(form.choices, instead)).flatMap(
    ({ subjectCode, parts }) => {
      const subject = findSubject(programme, subjectCode);
      if (!subject) return [];
      const { code, name, shortName, judged } = subject;
      return [{ code, name, shortName, judged, wanted: sheetPlaces(judged, assessedPeriods(parts)) }];
    },
  );
}

/** Those of a class and of all its pupils: the columns of its tables. */
export function subjectsOfAll(
  schoolYear: string,
  form: StudiedForm,
  pupils: readonly { readonly instead: readonly TakenInstead[] }[],
): AssessedSubject[] {
  const order = programmeOfYear(schoolYear).subjects.map(({ code }) => code);
  const found = new Map(studiedSubjects(schoolYear, form).map((subject) => [subject.code, subject]));
  for (const { instead } of pupils)
    if (instead.length > 0)
      for (const subject of studiedSubjects(schoolYear, form, instead))
        if (!found.has(subject.code)) found.set(subject.code, subject);
  return [...found.values()].sort((one, other) => order.indexOf(one.code) - order.indexOf(other.code));
}
