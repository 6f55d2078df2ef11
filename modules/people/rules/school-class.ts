import type { Problem } from '#platform/errors';
import { findSubject, programmes } from '#reference/curriculum-2018';

export const classKinds = ['ordinary', 'inclusive', 'specialised', 'boarding'] as const;
/** ordinary: lớp thường; inclusive: lớp hoà nhập; specialised: lớp chuyên; boarding: lớp nội trú. */
export type ClassKind = (typeof classKinds)[number];

/** How people in schools call each kind, for spreadsheets. */
export const classKindWords: Readonly<Record<ClassKind, string>> = {
  ordinary: 'Thường',
  inclusive: 'Hoà nhập',
  specialised: 'Chuyên',
  boarding: 'Nội trú',
};

/** How many pupils a class may have, and which rule says so. */
export interface ClassLimit {
  readonly pupils: number;
  readonly rule: 'STF-40' | 'STF-41';
  /** Circular and article, as people cite it. */
  readonly source: string;
}

/** Grades of a school by the levels it teaches. */
export function gradesTaught(school: {
  readonly teachesLower: boolean;
  readonly teachesUpper: boolean;
}): number[] {
  return [...(school.teachesLower ? [6, 7, 8, 9] : []), ...(school.teachesUpper ? [10, 11, 12] : [])];
}

/**
 * The size limit of a class. 45 in general (STF-40: TT 32/2020/TT-BGDĐT Điều 16); 35 in ethnic boarding schools (TT
 * 04/2023/TT-BGDĐT Điều 7) and specialised classes (TT 05/2023/TT-BGDĐT Điều 8) (STF-41); semi-boarding schools follow the level.
 */
export function classLimit(place: { kind: ClassKind; schoolKind: string | null }): ClassLimit {
  if (place.kind === 'specialised') {
    return { pupils: 35, rule: 'STF-41', source: 'TT 05/2023/TT-BGDĐT, Điều 8' };
  }
  const boardingSchool =
    place.schoolKind === 'ethnicBoardingLower' || place.schoolKind === 'ethnicBoardingUpper';
  if (boardingSchool || (place.kind === 'boarding' && place.schoolKind !== 'ethnicSemiBoarding')) {
    return { pupils: 35, rule: 'STF-41', source: 'TT 04/2023/TT-BGDĐT, Điều 7' };
  }
  return { pupils: 45, rule: 'STF-40', source: 'TT 32/2020/TT-BGDĐT, Điều 16' };
}

/** More disabled pupils in one class only by the head's decision (STF-42: TT 03/2018/TT-BGDĐT Điều 5). */
const mostDisabled = 2;

export interface ClassFacts {
  readonly kind: ClassKind;
  readonly schoolKind: string | null;
  readonly grade: number;
  readonly teachesLower: boolean;
  readonly teachesUpper: boolean;
  readonly pupils: number;
  /** Null: the person asking may not know. */
  readonly disabled: number | null;
  readonly hasHomeroom: boolean;
  /** Seats of the room the class sits in; null: no room, or seats unknown. */
  readonly roomCapacity: number | null;
}

/** One thing about a class that the school should look at. Nothing is refused for it. */
export interface ClassWarning {
  readonly code:
    | 'noHomeroom'
    | 'tooLarge'
    | 'tooManyDisabled'
    | 'notInclusive'
    | 'roomTooSmall'
    | 'wrongLevel';
  /** The rule obeyed; '' where it is good sense and no rule. */
  readonly rule: string;
  readonly message: string;
}

/** What a school should look at in a class: homeroom teacher, size, inclusion, room, level. */
export function classWarnings(facts: ClassFacts): ClassWarning[] {
  const limit = classLimit(facts);
  const found: ClassWarning[] = [];
  if (!facts.hasHomeroom) {
    found.push({ code: 'noHomeroom', rule: '', message: 'Lớp chưa có giáo viên chủ nhiệm.' });
  }
  if (facts.pupils > limit.pupils) {
    found.push({
      code: 'tooLarge',
      rule: limit.rule,
      message: `Lớp có ${facts.pupils} học sinh, quá ${limit.pupils} (${limit.source}). Hãy chia lớp hoặc ghi lí do khi báo cáo.`,
    });
  }
  if (facts.disabled !== null && facts.disabled > mostDisabled) {
    found.push({
      code: 'tooManyDisabled',
      rule: 'STF-42',
      message: `Lớp có ${facts.disabled} học sinh khuyết tật, quá ${mostDisabled} (TT 03/2018/TT-BGDĐT, Điều 5): cần quyết định của hiệu trưởng.`,
    });
  }
  if (facts.disabled !== null && facts.disabled > 0 && facts.kind !== 'inclusive') {
    found.push({
      code: 'notInclusive',
      rule: 'STF-42',
      message: 'Lớp có học sinh khuyết tật nhưng chưa ghi là lớp hoà nhập.',
    });
  }
  if (facts.roomCapacity !== null && facts.pupils > facts.roomCapacity) {
    found.push({
      code: 'roomTooSmall',
      rule: '',
      message: `Phòng học có ${facts.roomCapacity} chỗ, lớp có ${facts.pupils} học sinh.`,
    });
  }
  if (facts.grade <= 9 ? !facts.teachesLower : !facts.teachesUpper) {
    found.push({ code: 'wrongLevel', rule: '', message: `Trường không dạy khối ${facts.grade}.` });
  }
  return found;
}

/**
 * What is wrong with a class as typed in: the grade must be one the school teaches, a specialised class (and no other) names its
 * subject. Paths are field names.
 */
export function classFieldProblems(
  input: { readonly grade: number; readonly kind: ClassKind; readonly specialisedSubject: string | null },
  school: { readonly teachesLower: boolean; readonly teachesUpper: boolean },
): Problem[] {
  const { grade, kind, specialisedSubject } = input;
  const found: Problem[] = [];
  if (grade <= 9 ? !school.teachesLower : !school.teachesUpper) {
    found.push({ path: 'grade', message: `Trường không dạy khối ${grade}.` });
  }
  if (kind === 'specialised' && specialisedSubject === null) {
    found.push({ path: 'specialisedSubject', message: 'Hãy chọn môn chuyên.' });
  }
  if (kind !== 'specialised' && specialisedSubject !== null) {
    found.push({ path: 'specialisedSubject', message: 'Chỉ lớp chuyên mới có môn chuyên.' });
  }
  if (specialisedSubject !== null && !isSubject(specialisedSubject)) {
    found.push({ path: 'specialisedSubject', message: 'Không có môn này trong chương trình.' });
  }
  return found;
}

function isSubject(code: string): boolean {
  return programmes.some((programme) => findSubject(programme, code) !== undefined);
}
