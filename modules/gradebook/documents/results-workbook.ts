import type { Sheet } from '#platform/documents';
import {
  type AssessedSubject,
  commentText,
  levelNames,
  type PupilResults,
  printedScore,
} from '../rules/index.ts';
import { decisionNames, honourNames } from './words.ts';

interface ResultsRow {
  readonly rollNumber: number | null;
  readonly name: string;
  readonly absentSessions: number;
  readonly results: PupilResults;
}

/** Results of a class as three sheets: both semesters and the year with decision, title and reasons. */
export function resultsWorkbook(subjects: readonly AssessedSubject[], rows: readonly ResultsRow[]): Sheet[] {
  const sheet = (name: string, period: keyof PupilResults): Sheet => ({
    name,
    columns: [
      { title: 'STT', kind: 'integer', width: 6 },
      { title: 'Họ và tên', kind: 'text', width: 28 },
      ...subjects.map(({ shortName }) => ({ title: shortName, kind: 'text' as const, width: 9 })),
      { title: 'Học tập', kind: 'text', width: 12 },
      { title: 'Rèn luyện', kind: 'text', width: 12 },
      ...(period === 'year'
        ? [
            { title: 'Buổi nghỉ', kind: 'integer' as const, width: 10 },
            { title: 'Xét cuối năm', kind: 'text' as const, width: 18 },
            { title: 'Danh hiệu', kind: 'text' as const, width: 18 },
          ]
        : []),
      { title: 'Vì sao', kind: 'text', width: 60 },
    ],
    rows: rows.map(({ rollNumber, name: pupil, absentSessions, results }) => {
      const { reached, level, conduct, reasons } = results[period];
      const { outcome } = results.year;
      return [
        rollNumber,
        pupil,
        ...subjects.map(({ code, judged }) => {
          if (judged === 'comment') {
            const result = reached.comments.get(code);
            return result === undefined ? '' : commentText(result);
          }
          const score = reached.scores.get(code);
          return score === undefined ? '' : printedScore(score);
        }),
        level ? levelNames[level] : '',
        conduct ? levelNames[conduct] : '',
        ...(period === 'year'
          ? [
              absentSessions,
              outcome ? decisionNames[outcome.decision] : '',
              outcome?.honour ? honourNames[outcome.honour] : '',
            ]
          : []),
        reasons.join(' '),
      ];
    }),
  });
  return [sheet('Học kì I', 'semester1'), sheet('Học kì II', 'semester2'), sheet('Cả năm', 'year')];
}
