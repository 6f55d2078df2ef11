import type { PageContent } from './page-content.ts';

/** A version as it is found: what it says, and the digest of its text as computed from it. */
export interface FoundVersion {
  readonly content: Pick<PageContent, 'code' | 'number' | 'previous'>;
  readonly digest: string;
}

export interface ChainFault {
  readonly code: string;
  readonly number: number;
  /** `missing`: the version before is not there, or is another than this one names; `broken`: numbers do not follow; `double`: two follow the same. */
  readonly fault: 'missing' | 'broken' | 'double';
}

/** What is wrong with the chain of versions; empty when each but a first one names exactly the one before it, and no two the same. */
export function chainFaults(versions: readonly FoundVersion[]): ChainFault[] {
  const byDigest = new Map(versions.map((one) => [one.digest, one]));
  const followed = new Set<string>();
  return versions.flatMap(({ content: { code, number, previous } }): ChainFault[] => {
    if (!previous || number === 1) return previous || number !== 1 ? [{ code, number, fault: 'broken' }] : [];
    if (followed.has(previous.digest)) return [{ code, number, fault: 'double' }];
    followed.add(previous.digest);
    const before = byDigest.get(previous.digest);
    if (!before) return [{ code, number, fault: 'missing' }];
    return before.content.number === number - 1 && previous.number === number - 1
      ? []
      : [{ code, number, fault: 'broken' }];
  });
}
