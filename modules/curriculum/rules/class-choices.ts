import type { Problem } from '#platform/errors';
import { findSubject, type Programme } from '#reference/curriculum-2018';
import { levelOfGrade, linesOfGrade, programmePeriods } from './programme.ts';
import { mostPeriodsPerYear, specialisedFactor } from './settings.ts';

export type ChoiceKind = 'elective' | 'topic' | 'optional' | 'specialised';

/** One thing a class learns beyond the compulsory subjects. */
export interface Choice {
  readonly kind: ChoiceKind;
  readonly subjectCode: string;
  /** Periods a year by the school's own decision; null: as the programme says. */
  readonly periods: number | null;
  /** Why the periods differ. */
  readonly reason: string | null;
}

/** What of a class decides its programme. */
export interface ClassForm {
  readonly grade: number;
  /** The subject of a chuyên class, else null. */
  readonly specialisedSubject: string | null;
}

/**
 * Periods a year that a choice adds by the programme: electives 70, topics 35, optional subjects 105, and the extension of a
 * chuyên subject by `specialisedFactor` (what comes on top of its own periods). Undefined: the programme has no such choice.
 */
export function choicePeriods(programme: Programme, form: ClassForm, choice: Choice): number | undefined {
  if (choice.periods !== null) return choice.periods;
  if (choice.kind !== 'specialised') {
    return programmePeriods(programme, form.grade, choice.kind, choice.subjectCode);
  }
  const own =
    programmePeriods(programme, form.grade, 'compulsory', choice.subjectCode) ??
    programmePeriods(programme, form.grade, 'elective', choice.subjectCode);
  return own === undefined ? undefined : Math.round(own * (specialisedFactor.value - 1));
}

/**
 * What is wrong with the choices of a class: subjects the grade does not offer, not 4 of the 9 electives (CUR-01, TT 13/2022), not
 * 3 topic clusters or one of a subject the class does not take (CUR-02), optional subjects twice, periods out of bounds or
 * without a reason. Empty: fine. `path` is the place in `choices`, or '' for the whole.
 */
export function choiceProblems(programme: Programme, form: ClassForm, choices: readonly Choice[]): Problem[] {
  const problems: Problem[] = [];
  const name = (code: string) => findSubject(programme, code)?.name ?? code;
  const seen = new Set<string>();
  for (const [index, choice] of choices.entries()) {
    const say = (message: string) => problems.push({ path: `${index}`, message });
    const key = `${choice.kind} ${choice.subjectCode}`;
    if (seen.has(key)) say(`${name(choice.subjectCode)} được chọn hai lần. Hãy bỏ một.`);
    seen.add(key);
    if (choicePeriods(programme, form, { ...choice, periods: null }) === undefined) {
      say(`Lớp ${form.grade} không có ${name(choice.subjectCode)} để chọn. Hãy bỏ môn này.`);
    }
    if (choice.kind === 'specialised' && choice.subjectCode !== form.specialisedSubject) {
      say(`${name(choice.subjectCode)} không phải môn chuyên của lớp. Hãy bỏ môn này.`);
    }
    if (choice.periods !== null) {
      if (
        !Number.isInteger(choice.periods) ||
        choice.periods < 1 ||
        choice.periods > mostPeriodsPerYear.value
      ) {
        say(
          `Số tiết một năm của ${name(choice.subjectCode)} từ 1 đến ${mostPeriodsPerYear.value}. Hãy sửa lại.`,
        );
      }
      if (!choice.reason?.trim()) {
        say(`Số tiết của ${name(choice.subjectCode)} khác chương trình: hãy ghi lí do.`);
      }
    }
  }
  return levelOfGrade(form.grade) === 'lower'
    ? problems
    : [...problems, ...combinationProblems(programme, form, choices)];
}

/** The two numbers of an upper-secondary combination, and that each topic belongs to a subject taken (CUR-01, CUR-02). */
function combinationProblems(programme: Programme, form: ClassForm, choices: readonly Choice[]): Problem[] {
  const problems: Problem[] = [];
  const codes = (kind: ChoiceKind) =>
    choices.filter((one) => one.kind === kind).map((one) => one.subjectCode);
  const electives = codes('elective');
  const topics = codes('topic');
  if (electives.length !== programme.electivesToChoose) {
    problems.push({
      path: '',
      message: `Chọn đúng ${programme.electivesToChoose} môn lựa chọn trong 9 môn (đang chọn ${electives.length}).`,
    });
  }
  if (topics.length !== programme.topicClustersToChoose) {
    problems.push({
      path: '',
      message: `Chọn đúng ${programme.topicClustersToChoose} cụm chuyên đề học tập (đang chọn ${topics.length}).`,
    });
  }
  const taken = new Set([
    ...linesOfGrade(programme, form.grade, 'compulsory').map(({ subjectCode }) => subjectCode),
    ...electives,
  ]);
  for (const code of topics.filter((topic) => !taken.has(topic))) {
    const subject = findSubject(programme, code)?.name ?? code;
    problems.push({
      path: '',
      message: `Chuyên đề ${subject}: lớp không học môn này. Hãy chọn chuyên đề của môn lớp có học.`,
    });
  }
  return problems;
}
