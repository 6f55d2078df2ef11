import { academicResult, type Reached } from './academic-result.ts';
import { commentResult } from './assessments.ts';
import { yearConduct } from './conduct.ts';
import { explainAcademic, explainConduct, explainOutcome, type SubjectNames } from './explain.ts';
import type { CommentResult, ResultLevel } from './level.ts';
import { semesterAverage, type Tenths, yearAverage } from './score.ts';
import { type YearFacts, type YearOutcome, yearOutcome } from './year-outcome.ts';

/** Scores of one subject in a semester, in tenths, complete. */
export interface SemesterScores {
  readonly regular: readonly Tenths[];
  readonly midterm: Tenths;
  readonly final: Tenths;
}

export type SubjectYear =
  | {
      readonly code: string;
      readonly kind: 'scored';
      readonly semester1: SemesterScores;
      readonly semester2: SemesterScores;
    }
  | {
      readonly code: string;
      readonly kind: 'comment';
      readonly semester1: { readonly results: readonly CommentResult[] };
      readonly semester2: { readonly results: readonly CommentResult[] };
    };

/** A complete school year of one pupil; codes of subjects are different. */
export interface PupilYear {
  readonly subjects: readonly SubjectYear[];
  readonly conduct: { readonly semester1: ResultLevel; readonly semester2: ResultLevel };
  readonly absentSessions: number;
}

export interface AssessedYear {
  readonly semester1: Reached;
  readonly semester2: Reached;
  readonly year: Reached;
  readonly academic: {
    readonly semester1: ResultLevel;
    readonly semester2: ResultLevel;
    readonly year: ResultLevel;
  };
  readonly conduct: ResultLevel;
  readonly outcome: YearOutcome;
  /** Sentences in Vietnamese: academic result, conduct, decision, title. */
  readonly reasons: readonly string[];
}

/**
 * The whole year of a pupil by Circular 22/2021: averages of semesters and year, academic and conduct results, title, decision, each with
 * its reason. The results of a subject judged by comments are taken as all that was required (at least one).
 */
export function assessPupil(pupil: PupilYear, nameOf: SubjectNames): AssessedYear {
  const semester1 = reachedIn(pupil, 'semester1');
  const semester2 = reachedIn(pupil, 'semester2');
  const year = reachedInYear(semester1, semester2);
  const academic = academicResult(year);
  const conduct = yearConduct(pupil.conduct.semester1, pupil.conduct.semester2);
  const facts: YearFacts = {
    reached: year,
    academic: academic.level,
    conduct,
    absentSessions: pupil.absentSessions,
  };
  const outcome = yearOutcome(facts);
  return {
    semester1,
    semester2,
    year,
    academic: {
      semester1: academicResult(semester1).level,
      semester2: academicResult(semester2).level,
      year: academic.level,
    },
    conduct,
    outcome,
    reasons: [
      ...explainAcademic(year, academic, 'cả năm', nameOf),
      explainConduct(pupil.conduct.semester1, pupil.conduct.semester2, conduct),
      ...explainOutcome(facts, outcome, nameOf),
    ],
  };
}

function reachedIn({ subjects }: PupilYear, semester: 'semester1' | 'semester2'): Reached {
  const scores = new Map<string, Tenths>();
  const comments = new Map<string, CommentResult>();
  for (const subject of subjects) {
    if (subject.kind === 'scored') {
      const { regular, midterm, final } = subject[semester];
      scores.set(subject.code, semesterAverage(regular, midterm, final));
    } else {
      comments.set(subject.code, commentResult(subject[semester].results, 1));
    }
  }
  return { scores, comments };
}

/**
 * The year from two semesters (Điều 9): averages where both semesters have one, comments of semester 2 (ASM-12). A subject with only one
 * semester has no year.
 */
export function reachedInYear(semester1: Reached, semester2: Reached): Reached {
  const scores = new Map<string, Tenths>();
  for (const [code, second] of semester2.scores) {
    const first = semester1.scores.get(code);
    if (first !== undefined) scores.set(code, yearAverage(first, second));
  }
  return { scores, comments: semester2.comments };
}
