import {
  type AssessedSubject,
  type PupilResults,
  type Reached,
  type ResultLevel,
  scoreText,
} from '#rules/gradebook';
import type { Level, Mark, PageContent, SubjectLine } from './page-content.ts';

/** What is known of a pupil's year besides the results. */
export interface PupilFacts {
  readonly pupil: PageContent['pupil'];
  readonly guardians: PageContent['guardians'];
  readonly comment: string | null;
  readonly awards: readonly string[];
  readonly subjectComments: ReadonlyMap<string, string>;
  readonly notAssessed: ReadonlySet<string>;
  /** Re-tests by subject: tenths, or 1 Đạt and 0 Chưa đạt. */
  readonly retests: ReadonlyMap<string, number>;
  readonly conduct1: ResultLevel | null;
  readonly conduct2: ResultLevel | null;
  readonly conductAfterSummer: ResultLevel | null;
  readonly absentSessions: number;
}

/** What all pupils of a class share. */
export interface ClassFacts {
  readonly department: string;
  readonly school: PageContent['school'];
  readonly schoolYear: string;
  /** Last day of the school year. */
  readonly endsOn: string;
  readonly grade: number;
  readonly className: string;
  readonly homeroomTeacher: string | null;
  /** Names by subject code. */
  readonly teachers: ReadonlyMap<string, readonly string[]>;
}

export interface DrawUpOptions {
  /** Whoever has no result of the summer stays down: said on purpose, when summer is over. */
  readonly summerIsOver: boolean;
  /** See `completionLatestAge`. */
  readonly latestAge: number;
}

/** A page without what tells versions apart. */
export type Draft = Omit<PageContent, 'code' | 'number' | 'previous'>;

/**
 * The page of a pupil's year from its results, or why it cannot be drawn up yet: marks missing, no comment of the homeroom teacher, summer
 * not decided, no teacher assigned. Nothing is typed again; what the results say is Circular 22/2021's (modules/gradebook).
 */
export function drawUp(
  form: ClassFacts,
  subjects: readonly AssessedSubject[],
  results: PupilResults,
  facts: PupilFacts,
  options: DrawUpOptions,
): { readonly draft: Draft } | { readonly missing: readonly string[] } {
  const { semester1, semester2, year } = results;
  const missing: string[] = [];
  const assessed = subjects.filter(({ code }) => !facts.notAssessed.has(code));
  const untaught = assessed.filter(({ code }) => (form.teachers.get(code) ?? []).length === 0);
  if (form.homeroomTeacher === null) missing.push(`Lớp ${form.className} chưa có giáo viên chủ nhiệm.`);
  if (untaught.length > 0)
    missing.push(
      `Chưa phân công giáo viên dạy ${untaught.map(({ name }) => name).join(', ')} ở lớp ${form.className}.`,
    );
  if (facts.comment === null) missing.push('Chưa có nhận xét của giáo viên chủ nhiệm.');
  const { outcome } = year;
  if (!outcome || !semester1.level || !semester2.level || !year.level || !year.conduct)
    missing.push(...year.reasons.filter((reason) => reason.startsWith('Chưa')));
  const ended = outcome ? endOf(outcome.decision, year.afterSummer, options.summerIsOver) : null;
  if (outcome && ended === null)
    missing.push(
      outcome.decision === 'retest'
        ? 'Chưa có kết quả kiểm tra lại trong hè.'
        : 'Chưa có kết quả rèn luyện trong hè.',
    );
  if (
    missing.length > 0 ||
    !outcome ||
    !ended ||
    !semester1.level ||
    !semester2.level ||
    !year.level ||
    !year.conduct ||
    !facts.conduct1 ||
    !facts.conduct2 ||
    facts.comment === null ||
    form.homeroomTeacher === null
  ) {
    return { missing };
  }
  const level: Level = form.grade <= 9 ? 'lowerSecondary' : 'upperSecondary';
  const draft: Draft = {
    format: 'hoaban.hocba/1',
    department: form.department,
    school: form.school,
    schoolYear: form.schoolYear,
    level,
    grade: form.grade,
    className: form.className,
    homeroomTeacher: form.homeroomTeacher,
    pupil: facts.pupil,
    guardians: facts.guardians,
    subjects: subjects.map((subject) => lineOf(subject, results, facts, form.teachers)),
    academic: { semester1: semester1.level, semester2: semester2.level, year: year.level },
    conduct: {
      semester1: facts.conduct1,
      semester2: facts.conduct2,
      year: year.conduct,
      afterSummer: facts.conductAfterSummer,
    },
    absentSessions: facts.absentSessions,
    decision: outcome.decision,
    retestSubjects: outcome.retestSubjects,
    outcome: ended,
    honour: outcome.honour,
    awards: facts.awards,
    comment: facts.comment,
    completes:
      ended === 'promoted' ? completedBy(form, level, facts.pupil.birthDate, options.latestAge) : null,
  };
  return { draft };
}

function endOf(
  decision: PageContent['decision'],
  afterSummer: 'promoted' | 'retained' | null,
  summerIsOver: boolean,
): 'promoted' | 'retained' | null {
  if (decision === 'promoted' || decision === 'retained') return decision;
  return afterSummer ?? (summerIsOver ? 'retained' : null);
}

/** Grade 9 ends the lower-secondary programme, within the age (ASM-44, ASM-45); grade 12 the whole. */
function completedBy(form: ClassFacts, level: Level, birthDate: string, latestAge: number): Level | null {
  if (form.grade === 12) return level;
  if (form.grade !== 9) return null;
  return ageOn(birthDate, form.endsOn) <= latestAge ? level : null;
}

/** Full years between two days 'YYYY-MM-DD'. */
export function ageOn(birthDate: string, day: string): number {
  const years = Number(day.slice(0, 4)) - Number(birthDate.slice(0, 4));
  return day.slice(5) < birthDate.slice(5) ? years - 1 : years;
}

function lineOf(
  { code, name, judged }: AssessedSubject,
  { semester1, semester2, year }: PupilResults,
  facts: PupilFacts,
  teachers: ClassFacts['teachers'],
): SubjectLine {
  const exempt = facts.notAssessed.has(code);
  const again = facts.retests.get(code);
  return {
    code,
    name,
    judged,
    semester1: markOf(semester1.reached, code),
    semester2: markOf(semester2.reached, code),
    year: markOf(year.reached, code),
    retest:
      again === undefined ? null : judged === 'comment' ? (again === 1 ? 'pass' : 'fail') : scoreText(again),
    exempt,
    comment: facts.subjectComments.get(code) ?? null,
    teachers: exempt ? [] : (teachers.get(code) ?? []),
  };
}

function markOf({ scores, comments }: Reached, code: string): Mark | null {
  const score = scores.get(code);
  return score === undefined ? (comments.get(code) ?? null) : scoreText(score);
}
