import type { CommentResult, Decision, Honour, ResultLevel } from '#rules/gradebook';
import { type Canonical, canonicalText } from './canonical.ts';

export type Level = 'lowerSecondary' | 'upperSecondary';

/** '7.5' of ten points, or a comment's result. */
export type Mark = string;

export interface SubjectLine {
  readonly code: string;
  readonly name: string;
  readonly judged: 'score' | 'comment';
  readonly semester1: Mark | null;
  readonly semester2: Mark | null;
  readonly year: Mark | null;
  /** Result of the re-test, where there was one. */
  readonly retest: Mark | null;
  /** Not assessed by decision of the principal. */
  readonly exempt: boolean;
  readonly comment: string | null;
  readonly teachers: readonly string[];
}

/** Everything a page of the transcript says: a pupil's year as it was when it was drawn up. */
export interface PageContent {
  readonly format: 'hoaban.hocba/1';
  readonly code: string;
  /** 1 for the first version of the page. */
  readonly number: number;
  readonly previous: { readonly number: number; readonly digest: string; readonly reason: string } | null;
  readonly department: string;
  readonly school: { readonly code: string; readonly name: string };
  readonly schoolYear: string;
  readonly level: Level;
  readonly grade: number;
  readonly className: string;
  readonly homeroomTeacher: string;
  readonly pupil: {
    readonly name: string;
    readonly sex: 'female' | 'male';
    /** '2013-05-04'. */
    readonly birthDate: string;
    readonly birthPlace: string | null;
    readonly ethnicGroup: string | null;
    readonly sectorCode: string | null;
    readonly identityNumber: string | null;
    readonly address: string | null;
  };
  readonly guardians: readonly { readonly relation: string; readonly name: string }[];
  readonly subjects: readonly SubjectLine[];
  readonly academic: {
    readonly semester1: ResultLevel;
    readonly semester2: ResultLevel;
    readonly year: ResultLevel;
  };
  readonly conduct: {
    readonly semester1: ResultLevel;
    readonly semester2: ResultLevel;
    readonly year: ResultLevel;
    readonly afterSummer: ResultLevel | null;
  };
  readonly absentSessions: number;
  readonly decision: Decision;
  readonly retestSubjects: readonly string[];
  /** Where it ended after the summer: promoted, or stays down. */
  readonly outcome: 'promoted' | 'retained';
  readonly honour: Honour | null;
  readonly awards: readonly string[];
  /** Of the homeroom teacher. */
  readonly comment: string;
  /** The level whose programme is completed with this year (ASM-44). */
  readonly completes: Level | null;
}

/** The text of a page that is signed. */
export function contentText(content: PageContent): string {
  return canonicalText(content as unknown as Canonical);
}

/** The same without what tells versions apart: two drafts that say the same are alike. */
export function comparableText({
  code: _code,
  number: _number,
  previous: _previous,
  ...said
}: PageContent): string {
  return canonicalText(said as unknown as Canonical);
}

/** '7,5', '10', 'Đ', 'CĐ', '': a mark as it is printed. */
export function printedMark(mark: Mark | null): string {
  if (mark === null) return '';
  const comment: Readonly<Record<string, string>> = { pass: 'Đ', fail: 'CĐ' } satisfies Record<
    CommentResult,
    string
  >;
  return comment[mark] ?? (mark === '10.0' ? '10' : mark.replace('.', ','));
}
