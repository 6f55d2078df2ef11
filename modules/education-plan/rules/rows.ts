/** Rows of a plan as rules, documents and screens know them; days are 'YYYY-MM-DD'. */
export type Half = 'morning' | 'afternoon';
export type Content =
  | 'tutoring'
  | 'gifted'
  | 'examReview'
  | 'research'
  | 'career'
  | 'experience'
  | 'stem'
  | 'reading'
  | 'lifeSkills'
  | 'finance'
  | 'traffic'
  | 'digital'
  | 'ai'
  | 'languages'
  | 'arts'
  | 'sports';
export type Funding = 'stateBudget' | 'otherLegal' | 'pupilFee';
export type TestKind = 'midterm1' | 'final1' | 'midterm2' | 'final2';

export interface SectionRow {
  readonly title: string;
  readonly body: string;
}
export interface TargetRow {
  /** Null: of the whole school. */
  readonly grade: number | null;
  readonly label: string;
  readonly value: number;
  readonly unit: string;
}
export interface PeriodsRow {
  readonly grade: number;
  /** Null: of every class of the grade. */
  readonly classId: string | null;
  readonly subjectCode: string;
  readonly semester1: number;
  readonly semester2: number;
}
export interface DayLoadRow {
  readonly grade: number;
  /** 1 = Monday … 6 = Saturday. */
  readonly weekday: number;
  readonly half: Half;
  /** Periods of the programme (session 1). */
  readonly programme: number;
  /** Periods of session 2. */
  readonly support: number;
}
export interface SecondSessionRow {
  readonly grade: number;
  readonly content: Content;
  readonly subjectCode: string | null;
  readonly periodsPerWeek: number;
  /** Pupils in a group. */
  readonly groupSize: number;
  readonly funding: Funding;
}
export interface ActivityRow {
  readonly title: string;
  /** As people write it: '6, 7' or null for all. */
  readonly grades: string | null;
  readonly startsOn: string;
  readonly endsOn: string;
  readonly lead: string | null;
  readonly place: string | null;
  readonly topics: string | null;
}
export interface IntegratedTopicRow {
  readonly grade: number;
  readonly subjectCode: string;
  readonly topic: string;
  readonly periods: number;
}
export interface LessonRow {
  readonly grade: number;
  readonly subjectCode: string;
  readonly title: string;
  readonly periods: number;
  /** Teaching week it begins in, 1-35. */
  readonly week: number;
  readonly requirement: string | null;
  readonly equipment: string | null;
  readonly room: string | null;
  /** Strand of an integrated subject; null or absent: common to everybody who teaches it. */
  readonly strand?: string | null;
}
export interface TestRow {
  readonly grade: number;
  readonly subjectCode: string;
  readonly kind: TestKind;
  readonly minutes: number;
  readonly week: number;
  readonly requirement: string | null;
  readonly form: string | null;
}
export interface TeamActivityRow {
  readonly grade: number;
  readonly title: string;
  readonly requirement: string | null;
  readonly periods: number;
  /** When, as people write it: 'Tuần 10', 'Tháng 11'. */
  readonly held: string;
  readonly place: string | null;
  readonly lead: string | null;
  readonly partners: string | null;
  readonly conditions: string | null;
}

/** Parts of the school's plan and the rows each holds. */
export interface SchoolRows {
  readonly sections: readonly SectionRow[];
  readonly targets: readonly TargetRow[];
  readonly periods: readonly PeriodsRow[];
  readonly dayLoads: readonly DayLoadRow[];
  readonly secondSession: readonly SecondSessionRow[];
  readonly activities: readonly ActivityRow[];
  readonly integratedTopics: readonly IntegratedTopicRow[];
}
/** Annexes 1 and 2, of the subject teams. */
export interface TeamRows {
  readonly lessons: readonly LessonRow[];
  readonly tests: readonly TestRow[];
  readonly teamActivities: readonly TeamActivityRow[];
}
export type SchoolPart = keyof SchoolRows;
export type TeamPart = keyof TeamRows;
export type Part = SchoolPart | TeamPart;

export const schoolParts = [
  'sections',
  'targets',
  'periods',
  'dayLoads',
  'secondSession',
  'activities',
  'integratedTopics',
] as const satisfies readonly SchoolPart[];
export const teamParts = ['lessons', 'tests', 'teamActivities'] as const satisfies readonly TeamPart[];
