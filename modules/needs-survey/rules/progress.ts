export const changes = ['better', 'same', 'worse'] as const;
export type Change = (typeof changes)[number];

/** How a result moved since another one of the same scale; null: one of them is not there. */
export function changeOf(first: number | null, now: number | null): Change | null {
  if (first === null || now === null) return null;
  if (now === first) return 'same';
  return now > first ? 'better' : 'worse';
}

export interface Progress {
  /** Members with a result then and now. */
  readonly compared: number;
  readonly better: number;
}

/** What has become of a group; null: nobody can be compared. */
export function progressOf(members: readonly { readonly change: Change | null }[]): Progress | null {
  const compared = members.filter(({ change }) => change !== null).length;
  return compared === 0
    ? null
    : { compared, better: members.filter(({ change }) => change === 'better').length };
}
