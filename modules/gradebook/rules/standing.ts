import type { AssessedSubject, PupilResults } from './class-results.ts';
import { requirement, soFar } from './early-warning.ts';
import type { MarksRow } from './marks-row.ts';
import { printedScore } from './score.ts';

/** Where a pupil stands against the requirement of a subject, with the result in words. */
export interface Standing {
  readonly subjectCode: string;
  readonly below: boolean;
  /** Tenths; 1 (Đạt) or 0 (Chưa đạt) in a subject judged by comments. */
  readonly value: number;
  /** 'điểm trung bình học kì I năm học 2025-2026: 4,2'. */
  readonly basis: string;
}

type Known = Omit<Standing, 'subjectCode'>;

/** What makes a pupil one for remedial lessons: the result of the last semester alone, or also the marks of this one. */
export type RemedialGround = 'lastSemester' | 'marksSoFar';

export interface KnownYear {
  readonly schoolYear: string;
  readonly results: PupilResults;
}

export interface KnownYears {
  readonly now: KnownYear;
  readonly before: KnownYear | undefined;
}

type SubjectMarks = MarksRow & { readonly subjectCode: string; readonly semester: 1 | 2 };

/**
 * Subjects in which the gradebook knows where a pupil stands: by the result of the last semester that has one (Thông tư 29/2024/TT-BGDĐT
 * Điều 5: an average under 5,0, a comment Chưa đạt), and, when `ground` says so, below already by the marks so far. Subjects without either
 * are left out. `before`: the year before, where the school has it.
 */
export function standingsOf(
  subjects: readonly AssessedSubject[],
  marks: readonly SubjectMarks[],
  years: KnownYears,
  ground: RemedialGround,
): Standing[] {
  return subjects.flatMap((subject): Standing[] => {
    const last = lastIn(years, subject);
    const running = ground === 'marksSoFar' ? runningIn(marks, years, subject) : undefined;
    const standing = !last?.below && running?.below ? running : last;
    return standing ? [{ subjectCode: subject.code, ...standing }] : [];
  });
}

/**
 * The latest that the gradebook knows of a pupil in each subject: the marks so far of the semester under way, else the result of the last
 * semester that has one. Subjects without either are left out.
 */
export function latestOf(
  subjects: readonly AssessedSubject[],
  marks: readonly SubjectMarks[],
  years: KnownYears,
): Standing[] {
  return subjects.flatMap((subject): Standing[] => {
    const latest = runningIn(marks, years, subject) ?? lastIn(years, subject);
    return latest ? [{ subjectCode: subject.code, ...latest }] : [];
  });
}

/** The result of the last semester that has one. */
function lastIn({ now, before }: KnownYears, { code }: AssessedSubject): Known | undefined {
  return resultIn(now, 2, code) ?? resultIn(now, 1, code) ?? (before && resultIn(before, 2, code));
}

/** The marks so far of the semester that has no result yet. */
function runningIn(
  marks: readonly SubjectMarks[],
  { now }: KnownYears,
  { code, judged }: AssessedSubject,
): Known | undefined {
  const semester = resultIn(now, 1, code) ? 2 : 1;
  const row = marks.find((one) => one.subjectCode === code && one.semester === semester);
  const value = row && !resultIn(now, semester, code) ? soFar(judged, row) : null;
  if (value === null) return undefined;
  const comment = value === 0 ? 'có nhận xét Chưa đạt' : 'các nhận xét Đạt';
  const words = judged === 'comment' ? comment : `điểm đến nay ${printedScore(value)}`;
  const below = judged === 'comment' ? value === 0 : value < requirement;
  return { below, value, basis: `học kì ${roman(semester)}: ${words}` };
}

const roman = (semester: 1 | 2) => (semester === 1 ? 'I' : 'II');

function resultIn({ schoolYear, results }: KnownYear, semester: 1 | 2, code: string): Known | undefined {
  const { reached } = semester === 1 ? results.semester1 : results.semester2;
  const when = `học kì ${roman(semester)} năm học ${schoolYear}`;
  const score = reached.scores.get(code);
  if (score !== undefined) {
    return {
      below: score < requirement,
      value: score,
      basis: `điểm trung bình ${when}: ${printedScore(score)}`,
    };
  }
  const comment = reached.comments.get(code);
  if (comment === undefined) return undefined;
  const below = comment === 'fail';
  return { below, value: below ? 0 : 1, basis: `${when}: ${below ? 'Chưa đạt' : 'Đạt'}` };
}
