/** The structured draft a person reviews before a plan becomes work for units. */
import type { ReadingNote, ReadingProblem } from './source.ts';

export type ItemKind = 'duty' | 'solution' | 'calendarEntry';
export type SchoolLevelScope = 'lowerSecondary' | 'upperSecondary' | 'both';

export type UnitCode =
  | 'department'
  | 'secondaryDivision'
  | 'provincePC'
  | 'communePC'
  | 'cultureSocialOffice'
  | 'school'
  | 'subjectTeam'
  | 'cluster'
  | 'teacher'
  | 'homeroomTeacher'
  | 'guardian'
  | 'vocationalInstitution'
  | 'enterprise';

export type SchoolRestriction = 'lowerSecondary' | 'upperSecondary' | 'gifted' | 'ethnicBoardingSchool';

export interface ResponsibleUnit {
  unit: UnitCode;
  /** Only for `school`: which schools. */
  restriction?: SchoolRestriction;
  /** Why this unit, when the text names one that no longer exists. */
  note?: string;
}

/** Dates are ISO calendar dates; null when the plan names neither a school year nor a month. */
export interface TimeWindow {
  startsOn: string | null;
  endsOn: string | null;
  note: string | null;
}

export type IndicatorId =
  | 'plan.dutiesAcknowledged'
  | 'plan.dutiesWithOwner'
  | 'plan.reportsOnTime'
  | 'plan.findingsClosed'
  | 'plan.difficultiesAnswered'
  | 'plan.guidanceIssued'
  | 'organisation.clusterCoverage'
  | 'organisation.clusterSpecialists'
  | 'educationPlan.publishedByDeadline';

export interface FormField {
  key: string;
  label: string;
  type: 'integer' | 'decimal' | 'text' | 'date' | 'boolean';
  unit?: string;
  required: boolean;
  aggregate: 'sum' | 'average' | 'none';
}

export type ConfirmingRole =
  | 'divisionHead'
  | 'specialist'
  | 'communeOfficer'
  | 'principal'
  | 'teamLead'
  | 'clusterLead';

/** How it will be known that the duty is done. `definitionOfDone` is one Vietnamese sentence. */
export type EvidenceProposal = { definitionOfDone: string } & (
  | { kind: 'indicator'; indicatorId: IndicatorId }
  | { kind: 'form'; fields: FormField[] }
  | { kind: 'document'; documentName: string }
  | { kind: 'confirmation'; role: ConfirmingRole }
);

export interface PlanDraftItem {
  /** 1-based, document order. */
  ordinal: number;
  kind: ItemKind;
  /** At most about 90 characters. */
  title: string;
  text: string;
  /** "Phân bổ thời lượng hợp lý" of "Phân bổ thời lượng hợp lý: Đảm bảo không quá tải". */
  label?: string;
  /** Headings above, outermost first, as printed. Not an identity: two sections may carry the same number. */
  sectionPath: string[];
  /** Positions of those headings among their siblings: the identity of the section. */
  sectionOrdinals: number[];
  paragraphOrdinals: number[];
  level: SchoolLevelScope;
  responsible: ResponsibleUnit[];
  window: TimeWindow;
  evidence: EvidenceProposal;
  /** Ordinals of the duties a solution serves; empty for other kinds. */
  solvesOrdinals: number[];
}

export type HeadingRole = 'duties' | 'solutions' | 'calendar' | 'context';

export interface DraftHeading {
  /** Number as printed ("IV.", "a)"), empty when there is none. */
  marker: string;
  title: string;
  role: HeadingRole;
  sectionOrdinals: number[];
  paragraphOrdinals: number[];
  /** The heading has nothing under it and is itself work to do. */
  isAlsoItem: boolean;
}

export const NOT_DUTY_REASONS = {
  letterhead: 'Quốc hiệu, tên cơ quan',
  documentNumber: 'Số, ký hiệu văn bản',
  placeAndDate: 'Nơi và ngày ban hành',
  title: 'Tên kế hoạch',
  schoolYear: 'Năm học',
  introduction: 'Lời mở đầu, căn cứ',
  purpose: 'Mục đích, yêu cầu, bối cảnh',
  tableHeader: 'Dòng tiêu đề của bảng',
  calendarWithoutMonths: 'Dòng lịch không có tháng',
  otherTable: 'Dòng của bảng không phải lịch tháng',
  pageNumber: 'Số trang',
  decoration: 'Đường kẻ, ký hiệu trang trí',
  closing: 'Câu kết',
  recipients: 'Nơi nhận',
  signature: 'Chức vụ, người ký',
  tooLong: 'Đoạn quá dài, cần ngắt ra',
  afterClosing: 'Chữ sau phần ký, cần người xem lại',
} as const;
export type NotDutyReason = keyof typeof NOT_DUTY_REASONS;

export interface NotDuty {
  paragraphOrdinal: number;
  reason: NotDutyReason;
  text: string;
}

export interface CalendarMonth {
  /** "2025-08"; a row for two months has two. */
  months: string[];
  /** The month cell as printed. */
  label: string;
  responsibleText: string;
  note: string;
  /** What stands in columns that are none of these (an order number, a column without a head). */
  otherText: string;
  paragraphOrdinals: number[];
}

export interface PlanFacts {
  title: string | null;
  /** 2025 for the school year 2025-2026. */
  schoolYearStart: number | null;
  place: string | null;
  signedOn: string | null;
  signatoryPosition: string | null;
}

export interface PlanDraft {
  facts: PlanFacts;
  paragraphCount: number;
  headings: DraftHeading[];
  items: PlanDraftItem[];
  calendar: CalendarMonth[];
  notDuty: NotDuty[];
  /** Ordinals of source paragraphs of which a word is missing from the draft. Must be empty. */
  unaccounted: number[];
  problems: ReadingProblem[];
  notes: ReadingNote[];
}
