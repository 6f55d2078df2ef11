import { type ReportingUnit, reportHeading } from './report-heading.ts';

/** Official documents by Nghị định 30/2020/NĐ-CP: kinds, number and symbol, states. */

export type OfficialKind =
  | 'directive'
  | 'decision'
  | 'guidance'
  | 'plan'
  | 'programme'
  | 'notice'
  | 'report'
  | 'proposal'
  | 'invitation'
  | 'dispatch';
export type OfficialState = 'draft' | 'collecting' | 'issued' | 'superseded' | 'revoked' | 'cancelled';
export type RecipientKind =
  | 'divisions'
  | 'communes'
  | 'clusters'
  | 'schools'
  | 'lowerSecondarySchools'
  | 'upperSecondarySchools'
  | 'subjectTeams';
export type Disposition = 'adopted' | 'partlyAdopted' | 'explained';

/** Names and abbreviations of kinds, Phụ lục III NĐ 30/2020. A dispatch (công văn) has no abbreviation of its kind. */
export const officialKinds: Readonly<
  Record<OfficialKind, { readonly name: string; readonly abbreviation: string | null }>
> = {
  directive: { name: 'Chỉ thị', abbreviation: 'CT' },
  decision: { name: 'Quyết định', abbreviation: 'QĐ' },
  guidance: { name: 'Hướng dẫn', abbreviation: 'HD' },
  plan: { name: 'Kế hoạch', abbreviation: 'KH' },
  programme: { name: 'Chương trình', abbreviation: 'CTr' },
  notice: { name: 'Thông báo', abbreviation: 'TB' },
  report: { name: 'Báo cáo', abbreviation: 'BC' },
  proposal: { name: 'Tờ trình', abbreviation: 'TTr' },
  invitation: { name: 'Giấy mời', abbreviation: 'GM' },
  dispatch: { name: 'Công văn', abbreviation: null },
};

export const officialStateNames: Readonly<Record<OfficialState, string>> = {
  draft: 'Dự thảo',
  collecting: 'Đang lấy ý kiến',
  issued: 'Đã ban hành',
  superseded: 'Đã được thay thế',
  revoked: 'Đã thu hồi',
  cancelled: 'Đã hủy',
};

export const dispositionNames: Readonly<Record<Disposition, string>> = {
  adopted: 'Tiếp thu',
  partlyAdopted: 'Tiếp thu một phần',
  explained: 'Giải trình',
};

/** A number as it is written: below 10 with a leading zero (Phụ lục I, mục II.3, NĐ 30/2020). */
export function writeNumber(number: number): string {
  return number < 10 ? `0${number}` : String(number);
}

/**
 * Number and symbol: `12/HD-SGDĐT` with the abbreviation of the kind, for a dispatch `12/SGDĐT-GDTrH` with the
 * abbreviation of the drafting section (left out when the agency has none).
 */
export function writeSymbol(
  kind: OfficialKind,
  number: number,
  agency: string,
  draftingSection: string | null,
): string {
  const { abbreviation } = officialKinds[kind];
  if (abbreviation) return `${writeNumber(number)}/${abbreviation}-${agency}`;
  return `${writeNumber(number)}/${agency}${draftingSection ? `-${draftingSection}` : ''}`;
}

const schoolWords: readonly (readonly [RegExp, string])[] = [
  [/^trường\s+/iu, ''],
  [/^phổ thông dân tộc bán trú\s+/iu, 'PTDTBT '],
  [/^phổ thông dân tộc nội trú\s+/iu, 'PTDTNT '],
  [/^trung tâm giáo dục nghề nghiệp\s*[-–]\s*giáo dục thường xuyên\s+/iu, 'TTGDNNGDTX '],
];

/**
 * An abbreviation to propose while nobody has set one: SGDĐT for a department, UBND for a commune, the code of a
 * division, for a school its kind and the initials of its name ("Trường THCS Mường Pồn" → THCSMP).
 */
export function proposeAbbreviation(unit: {
  readonly kind: string;
  readonly code: string;
  readonly name: string;
}): string {
  if (unit.kind === 'department') return 'SGDĐT';
  if (unit.kind === 'commune') return 'UBND';
  if (unit.kind !== 'school') return unit.code.slice(0, 30);
  const name = schoolWords.reduce(
    (text, [word, short]) => text.replace(word, short),
    unit.name.normalize('NFC'),
  );
  const letters = name
    .split(/[\s.,&–-]+/u)
    .filter((word) => /^\p{L}/u.test(word))
    .map((word) => (word === word.toLocaleUpperCase('vi') ? word : word[0]!.toLocaleUpperCase('vi')));
  return letters.join('').slice(0, 30) || unit.code.slice(0, 30);
}

/**
 * How a unit writes itself in official documents, to propose while nobody has set it: abbreviation, place name
 * (Điều 8 NĐ 30/2020: the commune of a commune agency, the province of a provincial one) and the agency above.
 */
export function proposeAgency(unit: Omit<ReportingUnit, 'place' | 'superior'> & { readonly code: string }): {
  abbreviation: string;
  place: string;
  superior: string | null;
} {
  const heading = reportHeading({ ...unit, place: null, superior: null });
  return {
    abbreviation: proposeAbbreviation(unit),
    place: heading.place,
    // The People's Committee of a commune issues in its own name.
    superior: unit.kind === 'commune' ? null : heading.superior,
  };
}

const steps: Readonly<Record<string, readonly OfficialState[]>> = {
  'plan.updateOfficialDocument': ['draft', 'collecting'],
  'plan.attachOfficialDocumentFile': ['draft', 'collecting'],
  'plan.removeOfficialDocumentFile': ['draft', 'collecting'],
  'plan.collectOpinions': ['draft', 'collecting'],
  'plan.issueOfficialDocument': ['draft', 'collecting'],
  'plan.cancelOfficialDocument': ['draft', 'collecting'],
  'plan.revokeOfficialDocument': ['issued'],
};

/** Steps of the issuing unit that fit the state of the document. */
export function officialMay(state: OfficialState): string[] {
  return Object.entries(steps)
    .filter(([, from]) => from.includes(state))
    .map(([operation]) => operation);
}

/** Opinions are taken through the last day, that day included. */
export function takesOpinions(
  document: { readonly state: OfficialState; readonly commentUntil: string | null },
  today: string,
): boolean {
  return document.state === 'collecting' && document.commentUntil !== null && today <= document.commentUntil;
}
