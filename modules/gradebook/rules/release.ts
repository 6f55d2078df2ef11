export const releasePolicies = ['entered', 'locked', 'results'] as const;
/** What a school shows of the marks: each as entered, all of them once the semester is locked, or results only. */
export type ReleasePolicy = (typeof releasePolicies)[number];

/** What a family may see of a semester. */
export interface Released {
  /** Single marks and the teachers' remarks. */
  readonly marks: boolean;
  /** Averages, levels, conduct and their reasons. */
  readonly results: boolean;
}

/** What is released of a semester: results never before the lock, since until then they may still change. */
export function releasedOf(policy: ReleasePolicy, locked: boolean): Released {
  return { marks: policy === 'entered' || (policy === 'locked' && locked), results: locked };
}
