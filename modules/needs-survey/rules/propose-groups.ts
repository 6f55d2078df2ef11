import {
  finalGrades,
  type GroupKind,
  groupLimits,
  groupName,
  isTutoring,
  kindOfMeaning,
  neededFor,
  type Reason,
} from './group.ts';
import { type Answers, noneValue, type Question } from './question.ts';

/** An answer with who gave it, in the order in which pupils are dealt out: grade, class, given name. */
export interface Answered {
  readonly responseId: string;
  readonly pupilId: string;
  readonly name: string;
  readonly className: string;
  readonly grade: number;
  readonly answers: Answers;
}

/** What a pupil is entitled to in a subject, and by what result or decision. */
export interface Entitlement {
  readonly pupilId: string;
  readonly name: string;
  readonly className: string;
  readonly grade: number;
  readonly subjectCode: string;
  readonly kind: 'belowRequirement' | 'chosenGifted';
  readonly basis: string;
}

/** A group that stands already, with who sits in it. */
export interface StandingGroup {
  readonly id: string;
  readonly name: string;
  readonly kind: GroupKind;
  readonly subjectCode: string | null;
  readonly grade: number | null;
  /** What its members chose in the survey; null while nobody came by an answer. */
  readonly chosen: string | null;
  readonly sizeLimit: number;
  readonly pupilIds: readonly string[];
}

export interface ProposedMember {
  readonly pupilId: string;
  readonly name: string;
  readonly className: string;
  readonly reason: Exclude<Reason, 'decision'>;
  readonly reasonText: string;
  readonly responseId: string;
  readonly questionId: string;
  readonly chosen: string;
}

export interface ProposedGroup {
  /** The same for the same wish, place in line and group, so that a person can name what was seen. */
  readonly key: string;
  /** A standing group that these pupils join; null: a new one. */
  readonly joins: string | null;
  readonly kind: GroupKind;
  readonly subjectCode: string | null;
  readonly grade: number | null;
  readonly name: string;
  readonly members: readonly ProposedMember[];
}

export interface NotPlaced {
  readonly pupilId: string;
  readonly name: string;
  readonly className: string;
}

/** A wish that leads to no group yet, or a right that nobody wished to use. */
export interface LeftOut {
  readonly kind: GroupKind;
  readonly subjectCode: string;
  readonly grade: number;
  /** notEntitled: asked, without the result or choice that the circular wants; notAsked: entitled, and did not ask. */
  readonly why: 'notEntitled' | 'notAsked';
  readonly pupils: readonly NotPlaced[];
}

export interface Proposal {
  readonly groups: readonly ProposedGroup[];
  readonly leftOut: readonly LeftOut[];
  /** Pupils who sit in a group for their wish already. */
  readonly placed: number;
}

interface Wish {
  readonly kind: GroupKind;
  readonly subjectCode: string | null;
  readonly grade: number | null;
  readonly questionId: string;
  readonly chosen: string;
  readonly label: string;
}

/** What sorts of wishes there are, in the order of the form; tutoring divides by grade. */
function wishesOf(answered: Answered, questions: readonly Question[]): Wish[] {
  return questions.flatMap((question) => {
    const kind = kindOfMeaning(question.meaning);
    const given = answered.answers[question.id];
    if (!kind || given === undefined || typeof given === 'number') return [];
    const values = typeof given === 'string' ? [given] : given;
    return values
      .filter((value) => value !== noneValue && question.options?.some((option) => option.value === value))
      .map((chosen) => ({
        kind,
        subjectCode: isTutoring(kind) ? chosen : null,
        grade: isTutoring(kind) ? answered.grade : null,
        questionId: question.id,
        chosen,
        label: question.options?.find((option) => option.value === chosen)?.label ?? chosen,
      }));
  });
}

const wishKey = ({ kind, subjectCode, grade, chosen }: Omit<Wish, 'questionId' | 'label'>) =>
  [kind, subjectCode ?? chosen, grade ?? 'all'].join('.');

/**
 * Groups of session 2 as answers and results give them. A pupil comes in by the own answer only; in tutoring also by the result below
 * requirement, the choice for gifted training, or the final year (CUR-40, Thông tư 29/2024/TT-BGDĐT, Điều 5). Room in standing groups is
 * filled first; what is left is divided evenly, classmates together, into groups of at most `size` (45 or fewer).
 */
export function proposeGroups(
  { title, questions }: { readonly title: string; readonly questions: readonly Question[] },
  answered: readonly Answered[],
  entitlements: readonly Entitlement[],
  standing: readonly StandingGroup[],
  size: number = groupLimits.pupils,
): Proposal {
  const entitled = new Map(
    entitlements.map((one) => [`${one.pupilId} ${one.kind} ${one.subjectCode}`, one.basis]),
  );
  const wishes = new Map<string, { wish: Wish; members: ProposedMember[]; refused: NotPlaced[] }>();
  const asked = new Set<string>();
  let placed = 0;
  for (const one of answered) {
    const { pupilId, name, className, grade, responseId } = one;
    for (const wish of wishesOf(one, questions)) {
      const { kind, questionId, chosen, label } = wish;
      if (kind === 'finalYearReview' && !finalGrades.includes(grade)) continue;
      const key = wishKey(wish);
      asked.add(`${pupilId} ${key}`);
      if (standing.some((group) => sameWish(group, wish) && group.pupilIds.includes(pupilId))) {
        placed += 1;
        continue;
      }
      const entry = wishes.get(key) ?? { wish, members: [], refused: [] };
      wishes.set(key, entry);
      const needed = neededFor(kind);
      const basis = needed && entitled.get(`${pupilId} ${needed} ${chosen}`);
      if (needed && basis === undefined) {
        entry.refused.push({ pupilId, name, className });
        continue;
      }
      entry.members.push({
        pupilId,
        name,
        className,
        reason: needed ?? (kind === 'finalYearReview' ? 'finalYearVolunteer' : 'wish'),
        reasonText: reasonText(kind, { label, title, basis: basis ?? '' }),
        responseId,
        questionId,
        chosen,
      });
    }
  }
  const groups = [...wishes.values()].flatMap(({ wish, members }) => dealOut(wish, members, standing, size));
  const leftOut: LeftOut[] = [...wishes.values()]
    .filter(({ refused }) => refused.length > 0)
    .map(({ wish, refused }) => ({
      kind: wish.kind,
      subjectCode: wish.chosen,
      grade: wish.grade ?? 0,
      why: 'notEntitled',
      pupils: refused,
    }));
  return { groups, leftOut: [...leftOut, ...notAsked(entitlements, asked, standing)], placed };
}

function sameWish(group: StandingGroup, wish: Wish): boolean {
  return (
    group.kind === wish.kind &&
    (isTutoring(wish.kind)
      ? group.subjectCode === wish.subjectCode && group.grade === wish.grade
      : group.chosen === wish.chosen)
  );
}

/** Why a pupil sits in a group, at most 300 characters. */
export function reasonText(
  kind: GroupKind,
  { label, title, basis }: { label: string; title: string; basis: string },
): string {
  const asked = `đăng ký trong “${title}”`;
  const text = {
    remedial: `Môn ${label} chưa đạt (${basis}); ${asked}`,
    gifted: `Được chọn bồi dưỡng môn ${label} (${basis}); ${asked}`,
    finalYearReview: `Lớp cuối cấp, tự nguyện ôn môn ${label}; ${asked}`,
  }[kind as string];
  const words = text ?? `Chọn “${label}”, ${asked}`;
  return words.length > 300 ? `${words.slice(0, 299)}…` : words;
}

function dealOut(
  wish: Wish,
  members: readonly ProposedMember[],
  standing: readonly StandingGroup[],
  size: number,
): ProposedGroup[] {
  const { kind, subjectCode, grade } = wish;
  const base = { kind, subjectCode, grade };
  const key = wishKey(wish);
  const existing = standing.filter((group) => sameWish(group, wish));
  let left = members;
  const joining = existing.flatMap((group) => {
    const coming = left.slice(0, Math.max(0, group.sizeLimit - group.pupilIds.length));
    left = left.slice(coming.length);
    return coming.length > 0
      ? [{ ...base, key: `${key}.${group.id}`, joins: group.id, name: group.name, members: coming }]
      : [];
  });
  const many = Math.ceil(left.length / Math.min(size, groupLimits.pupils));
  const name = groupName(kind, subjectCode, grade, wish.label);
  const fresh = Array.from({ length: many }, (_, at): ProposedGroup => {
    const number = existing.length + at + 1;
    return {
      ...base,
      key: `${key}.${at + 1}`,
      joins: null,
      name: many + existing.length > 1 ? `${name} – nhóm ${number}` : name,
      members: left.slice(Math.round((at * left.length) / many), Math.round(((at + 1) * left.length) / many)),
    };
  });
  return [...joining, ...fresh];
}

/** Whom the school should speak with: entitled to help in a subject, not in a group and without a wish. */
function notAsked(
  entitlements: readonly Entitlement[],
  asked: ReadonlySet<string>,
  standing: readonly StandingGroup[],
): LeftOut[] {
  const found = new Map<string, LeftOut & { pupils: NotPlaced[] }>();
  for (const { pupilId, name, className, grade, subjectCode, kind } of entitlements) {
    const group: GroupKind = kind === 'belowRequirement' ? 'remedial' : 'gifted';
    const key = wishKey({ kind: group, subjectCode, grade, chosen: subjectCode });
    if (asked.has(`${pupilId} ${key}`)) continue;
    if (
      standing.some(
        (one) => one.kind === group && one.subjectCode === subjectCode && one.pupilIds.includes(pupilId),
      )
    )
      continue;
    const entry = found.get(key) ?? { kind: group, subjectCode, grade, why: 'notAsked', pupils: [] };
    found.set(key, entry);
    entry.pupils.push({ pupilId, name, className });
  }
  return [...found.values()];
}
