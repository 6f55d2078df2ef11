import type { AssessedSubject, PupilResults } from './class-results.ts';
import { requirement, soFar } from './early-warning.ts';
import type { MarksRow } from './marks-row.ts';
import { printedScore } from './score.ts';

/** Where a pupil stands against the requirement of a subject, with the result in words. */
export interface Standing {
  readonly subjectCode: string;
  readonly below: boolean;
  /** 'điểm trung bình học kì I năm học 2025-2026: 4,2'. */
  readonly basis: string;
}

/** What makes a pupil one for remedial lessons: the result of the last semester alone, or also the marks of this one. */
export type RemedialGround = 'lastSemester' | 'marksSoFar';

export interface KnownYear {
  readonly schoolYear: string;
  readonly results: PupilResults;
}

/**
 * Subjects in which the gradebook knows where a pupil stands: by the result of the last semester that has one (Thông tư 29/2024/TT-BGDĐT
 * Điều 5: an average under 5,0, a comment Chưa đạt), and, when `ground` says so, below already by the marks so far. Subjects without either
 * are left out. `before`: the year before, where the school has it.
 */
export function standingsOf(
  subjects: readonly AssessedSubject[],
  marks: readonly (MarksRow & { readonly subjectCode: string; readonly semester: 1 | 2 })[],
  { now, before }: { readonly now: KnownYear; readonly before: KnownYear | undefined },
  ground: RemedialGround,
): Standing[] {
  return subjects.flatMap(({ code, judged }): Standing[] => {
    const last =
      resultIn(now, 2, code) ?? resultIn(now, 1, code) ?? (before && resultIn(before, 2, code)) ?? undefined;
    if (last?.below) return [{ subjectCode: code, ...last }];
    const semester = resultIn(now, 1, code) ? 2 : 1;
    const row = marks.find((one) => one.subjectCode === code && one.semester === semester);
    const mean = row && ground === 'marksSoFar' && !resultIn(now, semester, code) ? soFar(judged, row) : null;
    if (mean !== null && (judged === 'comment' ? mean === 0 : mean < requirement)) {
      const value = judged === 'comment' ? 'có nhận xét Chưa đạt' : `điểm đến nay ${printedScore(mean)}`;
      return [{ subjectCode: code, below: true, basis: `học kì ${roman(semester)}: ${value}` }];
    }
    return last ? [{ subjectCode: code, ...last }] : [];
  });
}

const roman = (semester: 1 | 2) => (semester === 1 ? 'I' : 'II');

function resultIn({ schoolYear, results }: KnownYear, semester: 1 | 2, code: string) {
  const { reached } = semester === 1 ? results.semester1 : results.semester2;
  const when = `học kì ${roman(semester)} năm học ${schoolYear}`;
  const score = reached.scores.get(code);
  if (score !== undefined) {
    return { below: score < requirement, basis: `điểm trung bình ${when}: ${printedScore(score)}` };
  }
  const comment = reached.comments.get(code);
  if (comment === undefined) return undefined;
  return { below: comment === 'fail', basis: `${when}: ${comment === 'fail' ? 'Chưa đạt' : 'Đạt'}` };
}
