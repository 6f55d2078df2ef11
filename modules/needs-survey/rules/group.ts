import type { Meaning } from './question.ts';
import { subjectName } from './template.ts';

export const groupKinds = [
  'remedial',
  'gifted',
  'finalYearReview',
  'club',
  'language',
  'stem',
  'sport',
  'elective',
  'topic',
] as const;
export type GroupKind = (typeof groupKinds)[number];

export const eligibilityKinds = ['belowRequirement', 'chosenGifted'] as const;
export type EligibilityKind = (typeof eligibilityKinds)[number];

export const reasons = [
  'belowRequirement',
  'chosenGifted',
  'finalYearVolunteer',
  'wish',
  'decision',
] as const;
export type Reason = (typeof reasons)[number];

/** CUR-42: Thông tư 29/2024/TT-BGDĐT, Điều 5: a class of extra teaching holds at most 45 pupils, 2 periods a week a subject. */
export const groupLimits = { pupils: 45, tutoringPeriods: 2, otherPeriods: 10 } as const;

/** Years that end a level: revision for entrance and graduation exams is for them (Điều 5). */
export const finalGrades: readonly number[] = [9, 12];

/** The kind of group that a wish leads to; undefined: no group (lunch, boarding, the way to school). */
export function kindOfMeaning(meaning: Meaning | undefined): GroupKind | undefined {
  switch (meaning) {
    case 'reinforce':
      return 'remedial';
    case 'gifted':
      return 'gifted';
    case 'revision':
      return 'finalYearReview';
    case 'club':
    case 'language':
    case 'stem':
    case 'sport':
      return meaning;
    default:
      return undefined;
  }
}

/** Whether a kind is extra teaching of a subject: the three kinds that Thông tư 29/2024 lets a school teach. */
export function isTutoring(kind: GroupKind): boolean {
  return kind === 'remedial' || kind === 'gifted' || kind === 'finalYearReview';
}

/** What a pupil must be for a kind besides wishing it; undefined: nothing. */
export function neededFor(kind: GroupKind): EligibilityKind | undefined {
  if (kind === 'remedial') return 'belowRequirement';
  return kind === 'gifted' ? 'chosenGifted' : undefined;
}

/** Most periods a week of a group of the kind. */
export function mostPeriods(kind: GroupKind): number {
  return isTutoring(kind) ? groupLimits.tutoringPeriods : groupLimits.otherPeriods;
}

/** Pupils of a group beside others: the classes they sit in, and how many of each. */
export interface SeatedGroup {
  readonly id: string;
  readonly subjectCode: string | null;
  readonly teacherId: string | null;
  readonly classIds: readonly string[];
  readonly pupilsOfClass: Readonly<Record<string, number>>;
}

/** Classes by how many of their pupils are in a group, most first. */
export function classesByPupils({ pupilsOfClass, classIds }: SeatedGroup): string[] {
  return classIds.toSorted((one, other) => (pupilsOfClass[other] ?? 0) - (pupilsOfClass[one] ?? 0));
}

/**
 * Who teaches the groups of a block, by group: the group's own teacher, else who is assigned the subject in the class most of its pupils
 * come from; nobody twice. A group for which nobody is left has no entry.
 */
export function teachersInBlock(
  groups: readonly SeatedGroup[],
  assigned: readonly { readonly classId: string; readonly subjectCode: string; readonly staffId: string }[],
): Map<string, string> {
  const own = new Set(groups.map(({ teacherId }) => teacherId));
  const given = new Map<string, string>();
  const busy = new Set<string>();
  for (const group of groups) {
    const candidates = group.teacherId
      ? [group.teacherId]
      : classesByPupils(group)
          .flatMap((id) =>
            assigned.filter((one) => one.classId === id && one.subjectCode === group.subjectCode),
          )
          .map(({ staffId }) => staffId)
          .filter((id) => !own.has(id));
    const teacher = candidates.find((id) => !busy.has(id));
    if (!teacher) continue;
    busy.add(teacher);
    given.set(group.id, teacher);
  }
  return given;
}

/** A name people recognise: 'Phụ đạo Toán 6', 'Câu lạc bộ Đọc sách'. `label`: the words of the chosen option. */
export function groupName(
  kind: GroupKind,
  subjectCode: string | null,
  grade: number | null,
  label: string,
): string {
  const subject = `${subjectName(subjectCode ?? '')} ${grade ?? ''}`.trim();
  switch (kind) {
    case 'remedial':
      return `Phụ đạo ${subject}`;
    case 'gifted':
      return `Bồi dưỡng học sinh giỏi ${subject}`;
    case 'finalYearReview':
      return `Ôn thi ${subject}`;
    case 'elective':
      return `${label} ${grade}`;
    case 'topic':
      return `Chuyên đề ${label} ${grade}`;
    case 'club':
      return `Câu lạc bộ ${label}`;
    default:
      return label;
  }
}
