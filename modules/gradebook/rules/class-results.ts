import { academicResult, type Reached } from './academic-result.ts';
import { reachedInYear } from './assess-pupil.ts';
import type { Judged, Place } from './cell.ts';
import { yearConduct } from './conduct.ts';
import { explainAcademic, explainConduct, explainOutcome } from './explain.ts';
import type { CommentResult, ResultLevel } from './level.ts';
import { emptyRow, type MarksRow, openWords, rowResult } from './marks-row.ts';
import type { Tenths } from './score.ts';
import { outcomeAfterSummer, type YearFacts, type YearOutcome, yearOutcome } from './year-outcome.ts';

/** A subject that the class learns, with the columns of its grid. */
export interface AssessedSubject {
  readonly code: string;
  readonly name: string;
  readonly shortName: string;
  readonly judged: Judged;
  readonly wanted: readonly Place[];
}

/** What is known of a pupil in a year. Rows by subject code; a subject without a row has no marks yet. */
export interface PupilBook {
  readonly semester1: ReadonlyMap<string, MarksRow>;
  readonly semester2: ReadonlyMap<string, MarksRow>;
  /** Subjects that are not assessed (exempt, or by the individual education plan). */
  readonly notAssessed: ReadonlySet<string>;
  readonly conduct1: ResultLevel | null;
  readonly conduct2: ResultLevel | null;
  readonly conductAfterSummer: ResultLevel | null;
  readonly absentSessions: number;
  /** Re-tests by subject: tenths, or 1 Đạt and 0 Chưa đạt. */
  readonly retests: ReadonlyMap<string, number>;
}

/** A result that may still lack something: then `level` is null and `reasons` say what. */
export interface PeriodResult {
  readonly reached: Reached;
  readonly level: ResultLevel | null;
  readonly conduct: ResultLevel | null;
  readonly reasons: readonly string[];
}

export interface YearResult extends PeriodResult {
  /** Null until academic result and conduct of the year are known. */
  readonly outcome: YearOutcome | null;
  /** After summer, where there was something to make up; else null. */
  readonly afterSummer: 'promoted' | 'retained' | null;
}

export interface PupilResults {
  readonly semester1: PeriodResult;
  readonly semester2: PeriodResult;
  readonly year: YearResult;
}

/** Results of a pupil as far as the marks go (Circular 22/2021 Điều 9): a semester has a level once every subject has its result. */
export function pupilResults(subjects: readonly AssessedSubject[], book: PupilBook): PupilResults {
  const assessed = subjects.filter(({ code }) => !book.notAssessed.has(code));
  const nameOf = (code: string) => subjects.find((one) => one.code === code)?.name ?? code;
  const semester1 = semesterResult(assessed, book.semester1, book.conduct1, 'học kì I', nameOf);
  const semester2 = semesterResult(assessed, book.semester2, book.conduct2, 'học kì II', nameOf);
  return { semester1, semester2, year: yearResult(semester1, semester2, book, nameOf) };
}

function semesterResult(
  subjects: readonly AssessedSubject[],
  rows: ReadonlyMap<string, MarksRow>,
  conduct: ResultLevel | null,
  period: string,
  nameOf: (code: string) => string,
): PeriodResult {
  const scores = new Map<string, Tenths>();
  const comments = new Map<string, CommentResult>();
  const open: string[] = [];
  for (const { code, name, judged, wanted } of subjects) {
    const result = rowResult(judged, rows.get(code) ?? emptyRow, wanted);
    if (result.kind === 'score') scores.set(code, result.average);
    else if (result.kind === 'comment') comments.set(code, result.result);
    else open.push(`${name} ${openWords(result.open)}`);
  }
  const reached = { scores, comments };
  if (open.length > 0) {
    const first = open.slice(0, 3).join('; ');
    const rest = open.length > 3 ? ` và ${open.length - 3} môn nữa` : '';
    return {
      reached,
      level: null,
      conduct,
      reasons: [`Chưa có kết quả học tập ${period}: ${first}${rest}.`],
    };
  }
  const academic = academicResult(reached);
  return {
    reached,
    level: academic.level,
    conduct,
    reasons: explainAcademic(reached, academic, period, nameOf),
  };
}

function yearResult(
  semester1: PeriodResult,
  semester2: PeriodResult,
  book: PupilBook,
  nameOf: (code: string) => string,
): YearResult {
  const reached = reachedInYear(semester1.reached, semester2.reached);
  const { conduct1, conduct2 } = book;
  const conduct = conduct1 && conduct2 ? yearConduct(conduct1, conduct2) : null;
  const waiting = [
    ...(semester1.level && semester2.level ? [] : ['chưa đủ kết quả học tập hai học kì']),
    ...(conduct1 && conduct2 ? [] : ['chưa đủ kết quả rèn luyện hai học kì']),
  ];
  if (!semester1.level || !semester2.level) {
    return {
      reached,
      level: null,
      conduct,
      outcome: null,
      afterSummer: null,
      reasons: [`Chưa có kết quả cả năm: ${waiting.join(', ')}.`],
    };
  }
  const academic = academicResult(reached);
  const reasons = explainAcademic(reached, academic, 'cả năm', nameOf);
  if (!conduct || !conduct1 || !conduct2) {
    const last = `Chưa xét lên lớp: ${waiting.join(', ')}.`;
    return {
      reached,
      level: academic.level,
      conduct,
      outcome: null,
      afterSummer: null,
      reasons: [...reasons, last],
    };
  }
  const facts: YearFacts = {
    reached,
    academic: academic.level,
    conduct,
    absentSessions: book.absentSessions,
  };
  const outcome = yearOutcome(facts);
  const summer = summerOf(book, reached);
  const made = book.retests.size > 0 || book.conductAfterSummer !== null;
  return {
    reached,
    level: academic.level,
    conduct,
    outcome,
    afterSummer:
      made && (outcome.decision === 'retest' || outcome.decision === 'summerTraining')
        ? outcomeAfterSummer(facts, summer)
        : null,
    reasons: [
      ...reasons,
      explainConduct(conduct1, conduct2, conduct),
      ...explainOutcome(facts, outcome, nameOf),
    ],
  };
}

function summerOf(book: PupilBook, reached: Reached) {
  const scores = new Map<string, Tenths>();
  const comments = new Map<string, CommentResult>();
  for (const [code, value] of book.retests) {
    if (reached.comments.has(code)) comments.set(code, value === 1 ? 'pass' : 'fail');
    else scores.set(code, value);
  }
  return { scores, comments, conduct: book.conductAfterSummer };
}
