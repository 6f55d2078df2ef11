/** What the first pages of a class's book say of a pupil besides the name. */
export interface RegisterPupil {
  readonly pupilId: string;
  /** 'YYYY-MM-DD'. */
  readonly birthDate: string;
  readonly sex: 'female' | 'male';
  /** Whole days missed by month ('2025-09'), with leave and without: one session a day is counted (ASM-20). */
  readonly months: Readonly<Record<string, { readonly excused: number; readonly unexcused: number }>>;
}

/** Names on the covers of the official books and under their tables. */
export interface RegisterNames {
  readonly school: string;
  /** What the school is managed by: commune or department. */
  readonly superior: string | null;
  readonly homeroom: string | null;
  readonly principal: string | null;
}
