import type { CommuneKind, ManagingAuthority, SchoolKind } from './unit-kinds.ts';

/** A text without marks, capitals and punctuation: how words that people type are compared. */
export function foldWords(text: string): string {
  return text
    .normalize('NFD')
    .replaceAll(/\p{M}/gu, '')
    .toLowerCase()
    .replaceAll('đ', 'd')
    .replaceAll('&', ' va ')
    .replaceAll(/[^a-z0-9]+/g, ' ')
    .trim();
}

/** What a line of the sheet can be. */
export type SheetKind = 'department' | 'division' | 'commune' | 'school' | 'subjectTeam';

export interface KindWord {
  readonly word: string;
  readonly kind: SheetKind;
  readonly communeKind?: CommuneKind;
  /** Other ways people write it. */
  readonly also?: readonly string[];
}

export const kindWords: readonly KindWord[] = [
  { word: 'Sở', kind: 'department', also: ['Sở GDĐT', 'Sở Giáo dục và Đào tạo', 'department'] },
  { word: 'Phòng', kind: 'division', also: ['Phòng của Sở', 'division'] },
  { word: 'Xã', kind: 'commune', communeKind: 'commune', also: ['commune'] },
  { word: 'Phường', kind: 'commune', communeKind: 'ward', also: ['ward'] },
  { word: 'Trường', kind: 'school', also: ['Trung tâm', 'school'] },
  { word: 'Tổ chuyên môn', kind: 'subjectTeam', also: ['Tổ', 'subjectTeam'] },
];

export interface SchoolKindWord {
  readonly word: string;
  readonly kind: SchoolKind;
  readonly teachesLower: boolean;
  readonly teachesUpper: boolean;
  /** Who manages it unless the sheet says otherwise: Nghị định 142/2025/NĐ-CP, communes manage lower-secondary schools. */
  readonly managedBy: ManagingAuthority;
  readonly also?: readonly string[];
}

function ofCommune(word: string, kind: SchoolKind, also: readonly string[] = []): SchoolKindWord {
  return { word, kind, teachesLower: true, teachesUpper: false, managedBy: 'communePC', also };
}

function ofDepartment(
  word: string,
  kind: SchoolKind,
  also: readonly string[] = [],
  teachesLower = false,
): SchoolKindWord {
  return { word, kind, teachesLower, teachesUpper: true, managedBy: 'department', also };
}

/** Kinds of schools as people write them; the first word of each kind is the one the template shows. */
export const schoolKindWords: readonly SchoolKindWord[] = [
  ofCommune('THCS', 'lowerSecondary', ['Trung học cơ sở', 'lowerSecondary']),
  ofCommune('TH và THCS', 'lowerSecondary', ['TH THCS', 'Tiểu học và THCS']),
  ofCommune('PTDTBT THCS', 'ethnicSemiBoarding', ['ethnicSemiBoarding']),
  ofCommune('PTDTBT TH và THCS', 'ethnicSemiBoarding', ['PTDTBT TH THCS']),
  ofCommune('PTDTNT THCS', 'ethnicBoardingLower', ['ethnicBoardingLower']),
  ofDepartment('THPT', 'upperSecondary', ['Trung học phổ thông', 'upperSecondary']),
  ofDepartment('THCS và THPT', 'combinedSecondary', ['THCS THPT', 'combinedSecondary'], true),
  ofDepartment('PTDTNT THPT', 'ethnicBoardingUpper', ['ethnicBoardingUpper']),
  ofDepartment('PTDTNT THCS và THPT', 'ethnicBoardingUpper', ['PTDTNT THCS THPT'], true),
  ofDepartment('THPT chuyên', 'specialised', ['Chuyên', 'specialised']),
  ofDepartment('Trung tâm GDNN-GDTX', 'vocContinuingCentre', ['GDNN-GDTX', 'GDTX', 'vocContinuingCentre']),
];

export interface AuthorityWord {
  readonly word: string;
  readonly authority: ManagingAuthority;
  readonly also: readonly string[];
}

export const authorityWords: readonly AuthorityWord[] = [
  {
    word: 'UBND xã',
    authority: 'communePC',
    also: ['UBND phường', 'UBND xã phường', 'Xã', 'Phường', 'communePC'],
  },
  { word: 'Sở', authority: 'department', also: ['Sở GDĐT', 'Sở Giáo dục và Đào tạo', 'department'] },
];

export const yesNoWords = [
  { word: 'Có', yes: true, also: ['x', '1', 'yes'] },
  { word: 'Không', yes: false, also: ['0', 'no'] },
] as const;

export const zoneWords = [
  { word: 'I', zone: 1, also: ['1', 'KV1', 'KV I', 'Khu vực I'] },
  { word: 'II', zone: 2, also: ['2', 'KV2', 'KV II', 'Khu vực II'] },
  { word: 'III', zone: 3, also: ['3', 'KV3', 'KV III', 'Khu vực III'] },
] as const;

/** Finds the entry that a typed text means. */
export function findWord<Entry extends { readonly word: string; readonly also?: readonly string[] }>(
  entries: readonly Entry[],
  typed: string,
): Entry | undefined {
  const wanted = foldWords(typed);
  return entries.find((entry) =>
    [entry.word, ...(entry.also ?? [])].some((word) => foldWords(word) === wanted),
  );
}

/** The words of a list as a sentence shows them: "Xã", "Phường". */
export function listWords(entries: readonly { readonly word: string }[]): string {
  return entries.map(({ word }) => `"${word}"`).join(', ');
}
