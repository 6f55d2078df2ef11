import type { Problem } from '#platform/errors';

export const pupilStatuses = ['learning', 'away', 'graduated', 'left'] as const;
/** learning: đang học; away: đã bỏ học, chưa trở lại; graduated: hoàn thành cấp học; left: chuyển ra ngoài tỉnh. */
export type PupilStatus = (typeof pupilStatuses)[number];

export const relations = ['father', 'mother', 'grandparent', 'sibling', 'relative', 'guardian'] as const;
export type Relation = (typeof relations)[number];

export const circumstanceKinds = [
  'disability',
  'poorHousehold',
  'nearPoorHousehold',
  'orphan',
  'verySmallEthnicGroup',
  'boarder',
  'semiBoarder',
  'policyFamily',
  'illness',
  'other',
] as const;
export type CircumstanceKind = (typeof circumstanceKinds)[number];

/** What a person records about where a pupil goes; transfers between schools of the province go their own way. */
export const recordedMoves = ['enrolled', 'classChanged', 'droppedOut', 'returned', 'leftProvince'] as const;
export type RecordedMove = (typeof recordedMoves)[number];

/** Where a pupil stands before a move. */
export interface Standing {
  readonly status: PupilStatus;
  /** The class the pupil sits in now; null: in none. */
  readonly classId: string | null;
  readonly hasOpenTransfer: boolean;
}

/** The moves that fit where a pupil stands, in the order they are offered. */
export function possibleMoves({ status, classId, hasOpenTransfer }: Standing): RecordedMove[] {
  if (status === 'away') return ['returned'];
  if (status !== 'learning') return [];
  if (classId === null) return ['enrolled'];
  return hasOpenTransfer ? ['classChanged'] : ['classChanged', 'droppedOut', 'leftProvince'];
}

/** Whether a move leads into a class, and whether it needs a reason. */
export function needsOf(kind: RecordedMove): { class: boolean; reason: boolean } {
  return {
    class: kind === 'enrolled' || kind === 'classChanged' || kind === 'returned',
    reason: kind === 'droppedOut' || kind === 'returned' || kind === 'leftProvince',
  };
}

const youngest = 9;

function yearsBetween(from: string, to: string): number {
  const whole = Number(to.slice(0, 4)) - Number(from.slice(0, 4));
  return to.slice(5) < from.slice(5) ? whole - 1 : whole;
}

/** What is wrong with a birth date ('YYYY-MM-DD') on `today`; undefined when it can be that of a pupil of grades 6-12. */
export function birthDateProblem(birthDate: string, today: string): string | undefined {
  if (birthDate > today) return 'Ngày sinh ở tương lai. Hãy kiểm tra lại năm sinh.';
  const age = yearsBetween(birthDate, today);
  if (age < youngest) return `Học sinh mới ${age} tuổi. Hãy kiểm tra lại năm sinh.`;
  return birthDate < '1980-01-01' ? 'Năm sinh quá xa. Hãy kiểm tra lại.' : undefined;
}

export interface GuardianInput {
  readonly relation: Relation;
  readonly fullName: string;
}

/** Guardians of the same name and relation twice, told at the second. */
export function guardianProblems(guardians: readonly GuardianInput[]): Problem[] {
  const keyOf = ({ relation, fullName }: GuardianInput) => `${relation}/${fullName.toLowerCase()}`;
  return guardians.flatMap((guardian, at) =>
    guardians.findIndex((other) => keyOf(other) === keyOf(guardian)) < at
      ? [{ path: `guardians.${at}.fullName`, message: 'Người này đã có trong danh sách.' }]
      : [],
  );
}

export interface CircumstanceInput {
  readonly kind: CircumstanceKind;
  readonly startsOn: string;
  readonly endsOn: string | null;
}

/** Circumstances that end before they begin, or stand twice from the same day. */
export function circumstanceProblems(circumstances: readonly CircumstanceInput[]): Problem[] {
  return circumstances.flatMap((one, at) => {
    const twice = circumstances.findIndex(
      (other) => other.kind === one.kind && other.startsOn === one.startsOn,
    );
    return [
      ...(twice < at
        ? [{ path: `circumstances.${at}.kind`, message: 'Hoàn cảnh này đã có từ cùng ngày.' }]
        : []),
      ...(one.endsOn !== null && one.endsOn < one.startsOn
        ? [{ path: `circumstances.${at}.endsOn`, message: 'Ngày kết thúc trước ngày bắt đầu.' }]
        : []),
    ];
  });
}
