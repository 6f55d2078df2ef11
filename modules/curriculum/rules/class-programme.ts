import type { LineKind, Programme } from '#reference/curriculum-2018';
import { type Choice, type ChoiceKind, type ClassForm, choicePeriods } from './class-choices.ts';
import { type BySemester, linesOfGrade, weeklyPeriods } from './programme.ts';

/** What a class must be taught of one subject in a year. */
export interface SubjectNeed {
  readonly subjectCode: string;
  readonly periodsPerYear: number;
  /** Periods a week in each semester. */
  readonly weekly: BySemester;
  /** What the periods are made of: the subject itself, its topics, its chuyên extension. */
  readonly parts: readonly { readonly kind: LineKind | ChoiceKind; readonly periods: number }[];
}

/**
 * What a class must be taught in a year: the compulsory subjects of its grade and its own choices, one line a subject in the order of
 * the programme. A chuyên class gets the extension of its subject also before anybody has chosen it. Choices the programme does
 * not know are left out (`choiceProblems` names them).
 */
export function classProgramme(
  programme: Programme,
  form: ClassForm,
  choices: readonly Choice[],
): SubjectNeed[] {
  const extension: Choice[] =
    form.specialisedSubject && !choices.some(({ kind }) => kind === 'specialised')
      ? [{ kind: 'specialised', subjectCode: form.specialisedSubject, periods: null, reason: null }]
      : [];
  const parts = [
    ...linesOfGrade(programme, form.grade, 'compulsory').map((line) => ({
      ...line,
      kind: 'compulsory' as const,
    })),
    ...[...choices, ...extension].flatMap((choice) => {
      const periods = choicePeriods(programme, form, choice);
      return periods === undefined ? [] : [{ subjectCode: choice.subjectCode, kind: choice.kind, periods }];
    }),
  ];
  return programme.subjects.flatMap(({ code }) => {
    const own = parts.filter(({ subjectCode }) => subjectCode === code);
    if (own.length === 0) return [];
    const periodsPerYear = own.reduce((sum, { periods }) => sum + periods, 0);
    return [
      {
        subjectCode: code,
        periodsPerYear,
        weekly: weeklyPeriods(programme, periodsPerYear),
        parts: own.map(({ kind, periods }) => ({ kind, periods })),
      },
    ];
  });
}
