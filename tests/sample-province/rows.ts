/** Rows as the tables take them; keys are the column names. Columns left out keep their default. */

export type SchoolKind =
  | 'lowerSecondary'
  | 'upperSecondary'
  | 'combinedSecondary'
  | 'ethnicSemiBoarding'
  | 'ethnicBoardingLower'
  | 'ethnicBoardingUpper'
  | 'specialised'
  | 'vocContinuingCentre';

/** A row of organisation.unit. */
export interface UnitRow {
  readonly id: string;
  readonly department_id: string;
  readonly parent_id: string | null;
  readonly kind: 'department' | 'division' | 'commune' | 'school' | 'subjectTeam' | 'cluster';
  readonly code: string;
  readonly name: string;
  readonly school_kind: SchoolKind | null;
  readonly teaches_lower: boolean;
  readonly teaches_upper: boolean;
  readonly managing_authority: 'communePC' | 'department' | null;
  readonly commune_kind: 'commune' | 'ward' | null;
  readonly zone: 1 | 2 | 3 | null;
  readonly border: boolean;
  readonly latitude: number | null;
  readonly longitude: number | null;
  readonly position: number;
}

/** A row of organisation.unit_line. */
export interface UnitLineRow {
  readonly superior_id: string;
  readonly subordinate_id: string;
  readonly line: 'state' | 'professional';
  readonly department_id: string;
}

/** A row of organisation.site. */
export interface SiteRow {
  readonly id: string;
  readonly unit_id: string;
  readonly department_id: string;
  readonly kind: 'main' | 'satellite';
  readonly name: string;
  readonly village: string;
  readonly distance_km: number;
}

/** A row of organisation.school_year; days are 'YYYY-MM-DD'. */
export interface SchoolYearRow {
  readonly id: string;
  readonly department_id: string;
  readonly name: string;
  readonly starts_on: string;
  readonly ends_on: string;
  readonly opens_on: string;
  readonly is_current: boolean;
  readonly source_note: string;
}

/** A row of organisation.semester. */
export interface SemesterRow {
  readonly school_year_id: string;
  readonly department_id: string;
  readonly number: 1 | 2;
  readonly starts_on: string;
  readonly ends_on: string;
  readonly weeks: number;
}

/** A row of organisation.school_week. */
export interface SchoolWeekRow {
  readonly school_year_id: string;
  readonly department_id: string;
  readonly number: number;
  readonly semester: 1 | 2;
  readonly starts_on: string;
  readonly ends_on: string;
}

/** A row of identity.account; no phone and no mail: an invented one could be somebody's. */
export interface AccountRow {
  readonly id: string;
  readonly department_id: string;
  readonly display_name: string;
  readonly username: string;
}

export type Role =
  | 'departmentLeader'
  | 'divisionHead'
  | 'specialist'
  | 'communeLeader'
  | 'communeOfficer'
  | 'principal'
  | 'vicePrincipal'
  | 'clerk'
  | 'teamLead'
  | 'teacher'
  | 'homeroomTeacher'
  | 'pupil'
  | 'guardian'
  | 'systemAdmin';

/** A row of identity.role_assignment. */
export interface RoleAssignmentRow {
  readonly id: string;
  readonly account_id: string;
  readonly unit_id: string;
  readonly department_id: string;
  readonly role: Role;
  /** Only for homeroom teachers. */
  readonly class_code: string | null;
  readonly starts_on: string;
}

/** All rows of an invented province, each list in insertion order. */
export interface Province {
  readonly departmentId: string;
  readonly schoolYearId: string;
  readonly units: readonly UnitRow[];
  readonly lines: readonly UnitLineRow[];
  readonly sites: readonly SiteRow[];
  readonly schoolYears: readonly SchoolYearRow[];
  readonly semesters: readonly SemesterRow[];
  readonly schoolWeeks: readonly SchoolWeekRow[];
  readonly accounts: readonly AccountRow[];
  readonly roleAssignments: readonly RoleAssignmentRow[];
}
