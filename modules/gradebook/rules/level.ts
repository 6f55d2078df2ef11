/** Levels of the academic and of the conduct result, best first: Tốt, Khá, Đạt, Chưa đạt. */
export const resultLevels = ['excellent', 'good', 'pass', 'fail'] as const;
export type ResultLevel = (typeof resultLevels)[number];

/** Result of a subject judged by comments only: Đạt, Chưa đạt. */
export type CommentResult = 'pass' | 'fail';

export const levelNames: Readonly<Record<ResultLevel, string>> = {
  excellent: 'Tốt',
  good: 'Khá',
  pass: 'Đạt',
  fail: 'Chưa đạt',
};

/** 3 for Tốt down to 0 for Chưa đạt. */
export function rankOf(level: ResultLevel): number {
  return 3 - resultLevels.indexOf(level);
}

/** The level of a rank 0 to 3. */
export function levelOfRank(rank: number): ResultLevel {
  return resultLevels[3 - rank] as ResultLevel;
}
