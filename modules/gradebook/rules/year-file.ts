import type { Problem } from '#platform/errors';
import type { AssessedYear, PupilYear, SemesterScores, SubjectYear } from './assess-pupil.ts';
import { type CommentResult, type ResultLevel, resultLevels } from './level.ts';
import { readScore, type Tenths } from './score.ts';

export interface FilePupil extends PupilYear {
  readonly id: string;
}

/** More faults than this are not looked for: whoever repairs a file wants the first ones. */
const mostProblems = 20;

type Fields = Readonly<Record<string, unknown>>;
type Say = (field: string, message: string) => void;

function isFields(value: unknown): value is Fields {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function shown(value: unknown): string {
  const text = value === undefined ? 'không có' : (JSON.stringify(value) ?? String(value));
  return text.length > 40 ? `${text.slice(0, 40)}…` : text;
}

type Problems = { readonly problems: readonly Problem[] };

/**
 * Reads the pupils of a file of marks (the parsed JSON). Gives them, or the faults with pupil, subject and field named in Vietnamese; a
 * fault anywhere means no pupils.
 */
export function readYearFile(content: unknown): FilePupil[] | Problems {
  if (!isFields(content) || !Array.isArray(content.pupils)) {
    return {
      problems: [{ path: 'pupils', message: 'Tệp phải là một đối tượng JSON có danh sách "pupils".' }],
    };
  }
  const pupils = readPupils(content.pupils, 0);
  if (!Array.isArray(pupils)) return pupils;
  const problems = repeatedPupils(pupils.map(({ id }) => id));
  return problems.length > 0 ? { problems } : pupils;
}

/** Reads a run of a file's pupils, the first of them number `first` from 0; ids that come twice are `repeatedPupils`' to find. */
export function readPupils(given: readonly unknown[], first: number): FilePupil[] | Problems {
  const problems: Problem[] = [];
  const pupils: FilePupil[] = [];
  for (const [at, one] of given.entries()) {
    const pupil = readPupil(one, first + at, problems);
    if (pupil) pupils.push(pupil);
    if (problems.length >= mostProblems) break;
  }
  return problems.length > 0 ? { problems } : pupils;
}

/** A fault for each id that came before, of the ids of a whole file in their order. */
export function repeatedPupils(ids: readonly string[]): Problem[] {
  const seen = new Set<string>();
  const problems: Problem[] = [];
  for (const [index, id] of ids.entries()) {
    if (seen.has(id)) {
      const message = `Học sinh "${id}", id: mã bị lặp lại trong tệp.`;
      problems.push({ path: `pupils.${index}.id`, message });
      if (problems.length >= mostProblems) break;
    }
    seen.add(id);
  }
  return problems;
}

function readPupil(given: unknown, index: number, problems: Problem[]): FilePupil | undefined {
  const before = problems.length;
  const id = isFields(given) && typeof given.id === 'string' ? given.id : '';
  const who = id ? `Học sinh "${id}"` : `Học sinh thứ ${index + 1}`;
  const say: Say = (field, message) => {
    problems.push({ path: `pupils.${index}.${field}`, message: `${who}, ${field}: ${message}` });
  };
  if (!isFields(given)) {
    say('id', 'phải là một đối tượng JSON.');
    return undefined;
  }
  if (id.trim() === '') say('id', 'thiếu mã học sinh.');
  if (given.level !== 'THCS' && given.level !== 'THPT')
    say('level', `phải là "THCS" hoặc "THPT", đang là ${shown(given.level)}.`);
  const { absentSessions } = given;
  if (typeof absentSessions !== 'number' || !Number.isInteger(absentSessions) || absentSessions < 0) {
    say('absentSessions', `số buổi nghỉ phải là số nguyên từ 0, đang là ${shown(absentSessions)}.`);
  }
  const conduct = isFields(given.conduct) ? given.conduct : {};
  const semester1 = readLevel(conduct.semester1, 'conduct.semester1', say);
  const semester2 = readLevel(conduct.semester2, 'conduct.semester2', say);
  const subjects = readSubjects(given.subjects, (field, message) => say(field, message));
  return problems.length > before
    ? undefined
    : { id, absentSessions: absentSessions as number, conduct: { semester1, semester2 }, subjects };
}

function readLevel(value: unknown, field: string, say: Say): ResultLevel {
  if (resultLevels.includes(value as ResultLevel)) return value as ResultLevel;
  say(field, `rèn luyện phải là "excellent", "good", "pass" hoặc "fail", đang là ${shown(value)}.`);
  return 'fail';
}

function readSubjects(given: unknown, say: Say): SubjectYear[] {
  if (!Array.isArray(given) || given.length === 0) {
    say('subjects', 'thiếu danh sách môn học.');
    return [];
  }
  const codes = new Set<string>();
  return given.flatMap((subject: unknown, index) => {
    if (!isFields(subject)) {
      say(`subjects.${index}`, 'phải là một đối tượng JSON.');
      return [];
    }
    const { code } = subject;
    if (typeof code !== 'string' || code.trim() === '') {
      say(`subjects.${index}.code`, `thiếu mã môn, đang là ${shown(code)}.`);
      return [];
    }
    if (codes.has(code)) say(`môn ${code}, code`, 'môn bị lặp lại.');
    codes.add(code);
    const one = readSubject(subject, code, (field, message) => say(`môn ${code}, ${field}`, message));
    return one ? [one] : [];
  });
}

function readSubject(subject: Fields, code: string, say: Say): SubjectYear | undefined {
  if (subject.kind === 'scored') {
    return {
      code,
      kind: 'scored',
      semester1: readScores(subject.semester1, 'semester1', say),
      semester2: readScores(subject.semester2, 'semester2', say),
    };
  }
  if (subject.kind === 'comment') {
    return {
      code,
      kind: 'comment',
      semester1: { results: readResults(subject.semester1, 'semester1', say) },
      semester2: { results: readResults(subject.semester2, 'semester2', say) },
    };
  }
  say('kind', `phải là "scored" hoặc "comment", đang là ${shown(subject.kind)}.`);
  return undefined;
}

function readScores(given: unknown, semester: string, say: Say): SemesterScores {
  if (!isFields(given)) {
    say(semester, 'thiếu điểm của học kì.');
    return { regular: [], midterm: 0, final: 0 };
  }
  const { regular } = given;
  if (!Array.isArray(regular) || regular.length === 0) {
    say(`${semester}.regular`, 'cần ít nhất một điểm đánh giá thường xuyên.');
  }
  return {
    regular: Array.isArray(regular)
      ? regular.map((one: unknown, index) => readOne(one, () => `${semester}.regular.${index}`, say))
      : [],
    midterm: readOne(given.midterm, () => `${semester}.midterm`, say),
    final: readOne(given.final, () => `${semester}.final`, say),
  };
}

/** `field` is only put into words for a fault: a file holds millions of scores. */
function readOne(value: unknown, field: () => string, say: Say): Tenths {
  const text = typeof value === 'number' ? String(value) : value;
  const score = typeof text === 'string' ? readScore(text) : undefined;
  if (score !== undefined) return score;
  say(field(), `điểm phải từ 0 đến 10 với nhiều nhất một chữ số thập phân, đang là ${shown(value)}.`);
  return 0;
}

function readResults(given: unknown, semester: string, say: Say): CommentResult[] {
  const results = isFields(given) ? given.results : undefined;
  if (!Array.isArray(results)) {
    say(`${semester}.results`, 'thiếu danh sách kết quả nhận xét.');
    return [];
  }
  for (const [index, result] of results.entries()) {
    if (result !== 'pass' && result !== 'fail')
      say(`${semester}.results.${index}`, `phải là "pass" hoặc "fail", đang là ${shown(result)}.`);
  }
  return results as CommentResult[];
}

/** A pupil as the answer of the command prints it: averages as numbers with one decimal, comments as words. */
export function printAssessed(id: string, assessed: AssessedYear): object {
  const reached = ({ scores, comments }: AssessedYear['year']) => {
    const values: Record<string, number | CommentResult> = {};
    for (const [code, score] of scores) values[code] = score / 10;
    for (const [code, result] of comments) values[code] = result;
    return values;
  };
  return {
    id,
    semester1: reached(assessed.semester1),
    semester2: reached(assessed.semester2),
    year: reached(assessed.year),
    academicResult: assessed.academic,
    conductResult: { year: assessed.conduct },
    honour: assessed.outcome.honour,
    decision: assessed.outcome.decision,
    retestSubjects: assessed.outcome.retestSubjects,
    reasons: assessed.reasons,
  };
}
