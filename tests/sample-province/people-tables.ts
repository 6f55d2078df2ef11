import type { DutyKind } from '#rules/staffing';

/** Rows of the tables of people, curriculum and staffing; keys are the column names, days are 'YYYY-MM-DD'. */

interface Owned {
  readonly unit_id: string;
  readonly department_id: string;
}

export interface RoomRow extends Owned {
  readonly id: string;
  readonly site_id: string;
  readonly name: string;
  readonly kind: string;
  readonly capacity: number | null;
  readonly equipment: readonly string[];
  readonly solid: boolean;
}

export interface StaffRow extends Owned {
  readonly id: string;
  readonly account_id: string | null;
  readonly team_id: string | null;
  readonly code: string;
  readonly full_name: string;
  readonly sex: 'female' | 'male';
  readonly birth_date: string;
  readonly post: string;
  readonly employment: 'tenured' | 'contract' | 'visiting';
  readonly qualification: 'none' | 'intermediate' | 'college' | 'bachelor' | 'master';
  readonly teacher_trained: boolean;
  readonly on_probation: boolean;
  readonly infant_until: string | null;
  readonly phone: string;
  readonly joined_on: string;
}

export interface StaffPrivateRow extends Owned {
  readonly staff_id: string;
  readonly identity_number: string;
  readonly ethnic_group: string;
}

export interface StaffSubjectRow extends Owned {
  readonly staff_id: string;
  readonly subject_code: string;
  /** '' or one strand of an integrated subject. */
  readonly strand: string;
  readonly lower_level: boolean;
  readonly upper_level: boolean;
  readonly basis: 'trained' | 'certified';
}

export interface StaffPostingRow extends Owned {
  readonly id: string;
  readonly staff_id: string;
  readonly school_year_id: string;
  readonly periods_per_week: number;
  readonly decision: string;
  readonly starts_on: string;
  readonly ends_on: string;
}

export interface ClassRow extends Owned {
  readonly id: string;
  readonly school_year_id: string;
  readonly grade: number;
  readonly name: string;
  readonly kind: 'ordinary' | 'inclusive' | 'specialised' | 'boarding';
  readonly specialised_subject: string | null;
  readonly site_id: string;
  readonly room_id: string | null;
  readonly homeroom_staff_id: string | null;
  readonly two_sessions: boolean;
}

export interface PupilRow extends Owned {
  readonly id: string;
  readonly account_id: string | null;
  readonly sector_code: string;
  readonly full_name: string;
  readonly sex: 'female' | 'male';
  readonly birth_date: string;
  readonly commune_id: string;
  readonly village: string;
  readonly phone: string | null;
  readonly status: 'learning' | 'away' | 'left';
}

export interface PupilPrivateRow extends Owned {
  readonly pupil_id: string;
  readonly identity_number: string;
  readonly ethnic_group: string;
  readonly birth_place: string;
  readonly address: string;
}

export interface CircumstanceRow extends Owned {
  readonly pupil_id: string;
  readonly kind: string;
  readonly starts_on: string;
}

export interface GuardianRow extends Owned {
  readonly id: string;
  readonly pupil_id: string;
  readonly account_id: string | null;
  readonly relation: string;
  readonly full_name: string;
  readonly phone: string | null;
  readonly occupation: string;
}

export interface EnrolmentRow extends Owned {
  readonly id: string;
  readonly pupil_id: string;
  readonly school_year_id: string;
  readonly class_id: string;
  readonly roll_number: number;
  readonly starts_on: string;
  readonly ends_on: string | null;
  readonly ended_as: 'transferred' | 'droppedOut' | 'classChanged' | null;
  readonly repeating: boolean;
}

export interface MovementRow extends Owned {
  readonly id: string;
  readonly pupil_id: string;
  readonly school_year_id: string;
  readonly kind: 'enrolled' | 'classChanged' | 'droppedOut' | 'returned' | 'leftProvince';
  readonly happened_on: string;
  readonly from_class_id: string | null;
  readonly to_class_id: string | null;
  readonly reason: string | null;
  readonly recorded_at: string;
}

/** A row of curriculum.class_choice. */
export interface ClassChoiceRow extends Owned {
  readonly id: string;
  readonly class_id: string;
  readonly kind: 'elective' | 'topic';
  readonly subject_code: string;
}

/** A row of staffing.duty. */
export interface DutyRow extends Owned {
  readonly id: string;
  readonly school_year_id: string;
  readonly staff_id: string;
  readonly kind: DutyKind;
  readonly periods_per_week: number;
}

/** Everybody and everything in one school, each list in insertion order. */
export interface SchoolPeople {
  readonly rooms: readonly RoomRow[];
  readonly staff: readonly StaffRow[];
  readonly staffPrivate: readonly StaffPrivateRow[];
  readonly staffSubjects: readonly StaffSubjectRow[];
  readonly staffPostings: readonly StaffPostingRow[];
  readonly classes: readonly ClassRow[];
  readonly pupils: readonly PupilRow[];
  readonly pupilsPrivate: readonly PupilPrivateRow[];
  readonly circumstances: readonly CircumstanceRow[];
  readonly guardians: readonly GuardianRow[];
  readonly enrolments: readonly EnrolmentRow[];
  readonly movements: readonly MovementRow[];
  readonly classChoices: readonly ClassChoiceRow[];
  readonly duties: readonly DutyRow[];
}
