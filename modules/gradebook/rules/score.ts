/** A score of the ten-point scale in whole tenths, 0 to 100: 7.5 is 75. Sums and averages stay exact. */
export type Tenths = number;

/** Ten points. */
export const fullScore: Tenths = 100;

const written = /^(\d{1,2})(?:[.,](\d))?$/;

/** Every plain way to write a score: files of a province hold millions of them. */
const plain: ReadonlyMap<string, Tenths> = new Map(
  Array.from({ length: fullScore + 1 }, (_, score) => {
    const [points, tenth] = [Math.floor(score / 10), score % 10];
    const ways = [`${points}.${tenth}`, `${points},${tenth}`, ...(tenth === 0 ? [`${points}`] : [])];
    return ways.map((way) => [way, score] as const);
  }).flat(),
);

/**
 * Reads a score as people type it: `7`, `7.5`, `7,5`, full-width digits, spaces around. Undefined when it is no score of the
 * ten-point scale with at most one decimal (ASM-02).
 */
export function readScore(text: string): Tenths | undefined {
  const known = plain.get(text);
  if (known !== undefined) return known;
  // NFKC turns full-width digits, stops and commas into plain ones.
  const match = written.exec(text.normalize('NFKC').trim());
  if (!match) return undefined;
  const tenths = Number(match[1]) * 10 + Number(match[2] ?? 0);
  return tenths <= fullScore ? tenths : undefined;
}

/** '7.5', '10.0': one decimal, always. */
export function scoreText(score: Tenths): string {
  return `${Math.floor(score / 10)}.${score % 10}`;
}

/** As Vietnamese pages print it: '7,5', '10'. */
export function printedScore(score: Tenths): string {
  return score === fullScore ? '10' : scoreText(score).replace('.', ',');
}

/** Whole tenths of a quotient, half up (ASM-03): 725 / 10 hundredths and the like, in whole numbers only. */
function halfUp(numerator: number, denominator: number): number {
  return Math.floor((2 * numerator + denominator) / (2 * denominator));
}

/**
 * Average of a subject over a semester: (sum of the regular scores + 2 x midterm + 3 x final) / (their number + 5), half up to one
 * decimal (Circular 22/2021 Điều 9; ASM-03). All in tenths; at least one regular score.
 */
export function semesterAverage(regular: readonly Tenths[], midterm: Tenths, final: Tenths): Tenths {
  let sum = 2 * midterm + 3 * final;
  for (const score of regular) sum += score;
  return halfUp(sum, regular.length + 5);
}

/** Average of a subject over the year: (semester 1 + 2 x semester 2) / 3 of the rounded averages, half up (Điều 9). In tenths. */
export function yearAverage(semester1: Tenths, semester2: Tenths): Tenths {
  return halfUp(semester1 + 2 * semester2, 3);
}
