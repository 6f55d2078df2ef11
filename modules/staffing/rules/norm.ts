import {
  type DutyKind,
  dutyRules,
  type Level,
  largeSchool,
  managerNorm,
  mostDuties,
  personalReductions,
  type SchoolKind,
  teacherNorm,
  youthLeaderNorm,
} from './settings.ts';

/** The school as the norm sees it. */
export interface NormSchool {
  readonly schoolKind: SchoolKind;
  readonly zone: number | null;
  readonly classes: number;
}

export interface HeldDuty {
  readonly kind: DutyKind;
  readonly periods: number;
  /** Paid by an allowance. */
  readonly paid: boolean;
}

/** A person as the norm sees it. */
export interface NormPerson {
  /** people.staff_member.post */
  readonly post: string;
  readonly level: Level;
  readonly onProbation: boolean;
  /** Mother of a child under 12 months during the year. */
  readonly withInfant: boolean;
  /** Names of the classes whose homeroom teacher the person is. */
  readonly homerooms: readonly string[];
  readonly duties: readonly HeldDuty[];
}

export interface Norm {
  /** Periods a week before reductions. */
  readonly base: number;
  readonly reductions: readonly { readonly label: string; readonly periods: number }[];
  /** Periods a week to teach; never below 0. */
  readonly norm: number;
}

/** Whether a school counts as large (STF-15, STF-23). */
export function isLargeSchool({ zone, classes }: Pick<NormSchool, 'zone' | 'classes'>): boolean {
  return classes >= (zone === 1 ? largeSchool.value.zone1 : largeSchool.value.otherZones);
}

/** Periods a week of a post before reductions (STF-10..15); people who do not teach have none. */
export function baseNorm(school: NormSchool, post: string, level: Level): number {
  const teacher = teacherNorm.value[school.schoolKind][level];
  if (post === 'teacher') return teacher;
  if (post === 'principal') return managerNorm.value.principal;
  if (post === 'vicePrincipal') return managerNorm.value.vicePrincipal;
  if (post === 'youthLeader') {
    return isLargeSchool(school)
      ? youthLeaderNorm.value.large
      : Math.round(teacher * youthLeaderNorm.value.shareOfNorm * 10) / 10;
  }
  return 0;
}

/** Periods a week a duty takes off; none when an allowance already pays for it, with the exceptions of Điều 3 (STF-29). */
export function dutyReduction({ kind, periods, paid }: HeldDuty): number {
  return paid && !dutyRules[kind].reducesThoughPaid ? 0 : periods;
}

/** Proposed reduction of a duty in a school: the party secretary of a large school has one more (STF-23). */
export function proposedReduction(kind: DutyKind, school: Pick<NormSchool, 'zone' | 'classes'>): number {
  const { reduction } = dutyRules[kind];
  return kind === 'partySecretary' && isLargeSchool(school) ? reduction + 1 : reduction;
}

/** The weekly norm of a person with what makes it up (TT 05/2025/TT-BGDĐT; STF-10..29). */
export function weeklyNorm(school: NormSchool, person: NormPerson): Norm {
  const base = baseNorm(school, person.post, person.level);
  const { homeroom, probation, infant } = personalReductions.value;
  const reductions = [
    ...person.homerooms.map((name) => ({ label: `Chủ nhiệm ${name}`, periods: homeroom })),
    ...person.duties.map((duty) => ({ label: dutyRules[duty.kind].name, periods: dutyReduction(duty) })),
    ...(person.onProbation ? [{ label: 'Tập sự', periods: probation }] : []),
    ...(person.withInfant ? [{ label: 'Con dưới 12 tháng', periods: infant }] : []),
  ];
  const reduced = reductions.reduce((sum, { periods }) => sum + periods, 0);
  return { base, reductions, norm: Math.max(0, Math.round((base - reduced) * 10) / 10) };
}

/** What is wrong with one more duty of a person: more than two at once (STF-29), or a number the circular does not have. */
export function dutyProblems(
  person: Pick<NormPerson, 'homerooms' | 'duties'>,
  added: HeldDuty,
): { path: string; message: string }[] {
  const problems: { path: string; message: string }[] = [];
  const others = person.duties.filter(({ kind }) => kind !== added.kind);
  const held = person.homerooms.length + others.length + 1;
  if (held > mostDuties.value) {
    const names = [
      ...person.homerooms.map((name) => `chủ nhiệm ${name}`),
      ...others.map(({ kind }) => dutyRules[kind].name.toLowerCase()),
    ];
    problems.push({
      path: 'kind',
      message: `Mỗi giáo viên kiêm nhiệm nhiều nhất ${mostDuties.value} nhiệm vụ. Đang giữ: ${names.join(', ')}. Hãy bỏ bớt hoặc chọn người khác.`,
    });
  }
  const rule = dutyRules[added.kind];
  if (rule.fixed && added.periods !== rule.reduction) {
    problems.push({
      path: 'periods',
      message: `${rule.name} giảm ${rule.reduction} tiết theo quy định. Hãy ghi ${rule.reduction}.`,
    });
  }
  return problems;
}
