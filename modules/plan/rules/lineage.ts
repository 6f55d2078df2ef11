import { comparePlans } from './reader/index.ts';

interface Kept {
  readonly lineageId: string;
}

interface Comparable {
  readonly kind: 'duty' | 'solution' | 'calendarEntry';
  readonly body: string;
  readonly sectionPath: string[];
  readonly startsOn: string;
  readonly dueOn: string;
}

/** A kept duty as the comparison of plans reads it. */
function comparable<Row extends Comparable>(row: Row) {
  return {
    row,
    kind: row.kind,
    text: row.body,
    sectionPath: row.sectionPath,
    window: { startsOn: row.startsOn, endsOn: row.dueOn, note: null },
    responsible: [],
  };
}

/**
 * Which duties of a new revision go on from which of the revision before: new duty id → lineage id.
 * Duties that match nothing are not in the answer: their lineage is new.
 */
export function matchLineages(
  before: readonly (Comparable & Kept)[],
  after: readonly (Comparable & { readonly id: string })[],
): Map<string, string> {
  const { kept, changed } = comparePlans(before.map(comparable), after.map(comparable));
  return new Map([...kept, ...changed].map((pair) => [pair.next.row.id, pair.old.row.lineageId]));
}

interface Described extends Kept {
  readonly code: string;
  readonly title: string;
  readonly body: string;
  readonly startsOn: string;
  readonly dueOn: string;
  readonly level: string;
  readonly responsible: readonly string[];
  readonly evidenceKind: string;
}

const comparedFields = [
  'title',
  'body',
  'startsOn',
  'dueOn',
  'level',
  'responsible',
  'evidenceKind',
] as const;

/** What changed from revision to revision, duty by duty, along the lineages. */
export function compareRevisions<Row extends Described>(before: readonly Row[], after: readonly Row[]) {
  const old = new Map(before.map((duty) => [duty.lineageId, duty]));
  const next = new Set(after.map((duty) => duty.lineageId));
  const pairs = after.flatMap((duty) => {
    const was = old.get(duty.lineageId);
    return was
      ? [
          {
            was,
            is: duty,
            fields: comparedFields.filter((field) => String(was[field]) !== String(duty[field])),
          },
        ]
      : [];
  });
  return {
    kept: pairs.filter((pair) => pair.fields.length === 0).length,
    changed: pairs.filter((pair) => pair.fields.length > 0),
    added: after.filter((duty) => !old.has(duty.lineageId)),
    removed: before.filter((duty) => !next.has(duty.lineageId)),
  };
}
