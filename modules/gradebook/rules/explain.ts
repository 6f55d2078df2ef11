import type { AcademicResult, Reached } from './academic-result.ts';
import { levelNames, type ResultLevel } from './level.ts';
import { printedScore } from './score.ts';
import { mostAbsentSessions, type YearFacts, type YearOutcome } from './year-outcome.ts';

/** Turns a subject code into what people read. */
export type SubjectNames = (code: string) => string;

/** Names at most so many subjects in one sentence; the rest is counted. */
const named = 4;

/** Codes of what fails a test, with the value, in the order given. */
function listed(values: readonly string[]): string {
  const rest = values.length - named;
  return values.slice(0, named).join(', ') + (rest > 0 ? ` và ${rest} môn nữa` : '');
}

function scoresUnder(reached: Reached, limit: number, nameOf: SubjectNames): string[] {
  const found: string[] = [];
  for (const [code, score] of reached.scores)
    if (score < limit) found.push(`${nameOf(code)} ${printedScore(score)}`);
  return found;
}

function commentsFailed(reached: Reached, nameOf: SubjectNames): string[] {
  const found: string[] = [];
  for (const [code, result] of reached.comments) if (result === 'fail') found.push(nameOf(code));
  return found;
}

function numberFrom(reached: Reached, limit: number): number {
  let number = 0;
  for (const score of reached.scores.values()) if (score >= limit) number += 1;
  return number;
}

/** What keeps the result under a level; empty when nothing does. Limits in tenths (Circular 22/2021 Điều 9 khoản 2). */
function obstacles(reached: Reached, above: 'excellent' | 'good' | 'pass', nameOf: SubjectNames): string[] {
  const [floor, high, failsAllowed] = {
    excellent: [65, 80, 0] as const,
    good: [50, 65, 0] as const,
    pass: [35, 50, 1] as const,
  }[above];
  const failed = commentsFailed(reached, nameOf);
  const low = scoresUnder(reached, floor, nameOf);
  const enough = numberFrom(reached, high);
  return [
    ...(failed.length > failsAllowed ? [`${listed(failed)} Chưa đạt`] : []),
    ...(low.length > 0 ? [`${listed(low)} dưới ${printedScore(floor)}`] : []),
    ...(enough < 6
      ? [
          `${enough === 0 ? 'chưa có môn nào' : `chỉ ${enough} môn`} từ ${printedScore(high)} trở lên, cần 6 môn`,
        ]
      : []),
  ];
}

const reachedWords = {
  excellent: 'mọi môn nhận xét Đạt, mọi môn từ 6,5, ít nhất 6 môn từ 8,0',
  good: 'mọi môn nhận xét Đạt, mọi môn từ 5,0, ít nhất 6 môn từ 6,5',
  pass: 'ít nhất 6 môn từ 5,0, không môn nào dưới 3,5, nhiều nhất một môn nhận xét Chưa đạt',
} as const;

/**
 * Why an academic result is what it is, in one or two sentences: what it met, what kept it from the next level, and the adjustment for one
 * single subject (ASM-13). `period` is said in front: 'học kì I', 'cả năm'.
 */
export function explainAcademic(
  reached: Reached,
  { level, raw, adjustedFor }: AcademicResult,
  period: string,
  nameOf: SubjectNames,
): string[] {
  const met = raw === 'fail' ? [] : [reachedWords[raw]];
  const next =
    raw === 'excellent' ? undefined : raw === 'good' ? 'excellent' : raw === 'pass' ? 'good' : 'pass';
  const kept = next ? obstacles(reached, next, nameOf) : [];
  const why =
    raw === 'fail'
      ? kept.join('; ')
      : [...met, ...(next && kept.length > 0 ? [`chưa ${levelNames[next]} vì ${kept.join('; ')}`] : [])].join(
          '; ',
        );
  const head = `Kết quả học tập ${period}: ${levelNames[raw]}, vì ${why}.`;
  if (adjustedFor === null) return [head];
  return [
    head,
    `Điều chỉnh lên ${levelNames[level]}: chỉ do môn ${nameOf(adjustedFor)} mà kết quả thấp hơn từ hai mức (Thông tư 22/2021, Điều 9).`,
  ];
}

/** Why the conduct of the year is what it is (Điều 8). */
export function explainConduct(semester1: ResultLevel, semester2: ResultLevel, year: ResultLevel): string {
  return `Kết quả rèn luyện cả năm: ${levelNames[year]}, vì học kì I ${levelNames[semester1]}, học kì II ${levelNames[semester2]}.`;
}

/** Why a pupil is promoted, tested again, trained in summer or stays down, and which title follows (Điều 12-15). */
export function explainOutcome(facts: YearFacts, outcome: YearOutcome, nameOf: SubjectNames): string[] {
  return [decisionWords(facts, outcome, nameOf), ...honourWords(outcome)];
}

function decisionWords(facts: YearFacts, { decision, retestSubjects }: YearOutcome, nameOf: SubjectNames) {
  const { absentSessions, reached } = facts;
  switch (decision) {
    case 'promoted':
      return `Được lên lớp: học tập và rèn luyện từ Đạt trở lên, nghỉ ${absentSessions} buổi (không quá ${mostAbsentSessions}).`;
    case 'summerTraining':
      return 'Rèn luyện trong kì nghỉ hè: kết quả rèn luyện cả năm Chưa đạt.';
    case 'retest':
      return retestSubjects.length > 0
        ? `Kiểm tra, đánh giá lại: ${retestSubjects.map((code) => withValue(reached, code, nameOf)).join(', ')}.`
        : 'Kết quả học tập Chưa đạt nhưng không có môn nào để kiểm tra lại: hãy xem lại danh sách môn (cần ít nhất 6 môn tính điểm).';
    case 'retained':
      return absentSessions > mostAbsentSessions
        ? `Ở lại lớp: nghỉ ${absentSessions} buổi, quá ${mostAbsentSessions} buổi trong năm học.`
        : 'Ở lại lớp: học tập và rèn luyện cả năm đều Chưa đạt nên không kiểm tra lại.';
  }
}

function withValue(reached: Reached, code: string, nameOf: SubjectNames): string {
  const score = reached.scores.get(code);
  return `${nameOf(code)} ${score === undefined ? 'Chưa đạt' : printedScore(score)}`;
}

function honourWords({ honour }: YearOutcome): string[] {
  if (honour === null) return [];
  return honour === 'outstanding'
    ? ['Học sinh Xuất sắc: học tập và rèn luyện Tốt, ít nhất 6 môn từ 9,0.']
    : ['Học sinh Giỏi: học tập và rèn luyện Tốt.'];
}
