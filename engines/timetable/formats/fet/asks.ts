/** Whose hours a rule looks at: each member alone. */
export interface Members {
  readonly who: 'teachers' | 'students';
  /** Indices into the document's teachers or atoms. */
  readonly of: readonly number[];
  /** Only hours of lessons with this tag. */
  readonly tag?: string;
}

/** Which days count together: each FET day, each real day (morning and afternoon), only mornings or afternoons. */
export type DayUnit = 'day' | 'real-day' | 'morning' | 'afternoon';

/** What a constraint element asks, its names looked up. Slots are day * hours + hour; activities are indices. */
export type FetAsk =
  | { readonly ask: 'basic' }
  | { readonly ask: 'not-available'; readonly members: Members; readonly slots: readonly number[] }
  | { readonly ask: 'breaks'; readonly slots: readonly number[] }
  | {
      readonly ask: 'hours';
      readonly members: Members;
      readonly unit: DayUnit;
      readonly min?: number;
      readonly emptyAllowed?: boolean;
      readonly max?: number;
    }
  | {
      readonly ask: 'gaps';
      readonly members: Members;
      readonly per: 'week' | DayUnit;
      readonly max: number;
      readonly oneLonger?: boolean;
    }
  | { readonly ask: 'early'; readonly members: Members; readonly max: number; readonly unit: DayUnit }
  | {
      readonly ask: 'busy-days';
      readonly members: Members;
      readonly unit: DayUnit;
      readonly from?: number;
      readonly until?: number;
      readonly min?: number;
      readonly max?: number;
    }
  | { readonly ask: 'run'; readonly members: Members; readonly max: number }
  | {
      readonly ask: 'span';
      readonly members: Members;
      readonly unit: DayUnit;
      readonly max: number;
      readonly oneLonger: boolean;
    }
  | {
      readonly ask: 'rest';
      readonly members: Members;
      readonly min: number;
      readonly between: 'days' | 'circular-days' | 'morning-afternoon';
    }
  /** At most so many FET days (half-days) in a row; `orFromAfternoon`: one more from an afternoon to a morning. */
  | {
      readonly ask: 'days-in-a-row';
      readonly members: Members;
      readonly max: number;
      readonly orFromAfternoon: boolean;
    }
  | {
      readonly ask: 'tags-a-day';
      readonly members: Members;
      readonly tags: readonly string[];
      readonly max: number;
    }
  | {
      readonly ask: 'ordered-tags';
      readonly members: Members;
      readonly first: string;
      readonly second: string;
      readonly min: number;
    }
  | {
      readonly ask: 'min-days';
      readonly activities: readonly number[];
      readonly min: number;
      readonly together: boolean;
    }
  | { readonly ask: 'max-days'; readonly activities: readonly number[]; readonly max: number }
  | { readonly ask: 'min-gaps'; readonly activities: readonly number[]; readonly min: number }
  | { readonly ask: 'same'; readonly activities: readonly number[]; readonly what: 'start' | 'day' | 'hour' }
  | { readonly ask: 'not-overlapping'; readonly activities: readonly number[] }
  | { readonly ask: 'tags-not-overlapping'; readonly tags: readonly string[] }
  | {
      readonly ask: 'pair';
      readonly first: number;
      readonly second: number;
      readonly how: 'consecutive' | 'grouped' | 'ordered' | 'ordered-in-day';
    }
  | { readonly ask: 'three-grouped'; readonly activities: readonly [number, number, number] }
  | { readonly ask: 'ends-day'; readonly activities: readonly number[] }
  | {
      readonly ask: 'times';
      readonly activities: readonly number[];
      readonly slots: readonly number[];
      /** Whether the start alone or every period must lie in the slots. */
      readonly every: boolean;
    }
  | {
      readonly ask: 'selection';
      readonly activities: readonly number[];
      readonly slots: readonly number[];
      readonly maxTaken?: number;
      readonly minTaken?: number;
      readonly maxAtOnce?: number;
      readonly minAtOnce?: number;
      readonly emptyAllowed?: boolean;
      readonly maxMeets?: number;
    }
  | {
      readonly ask: 'terms';
      readonly activities: readonly number[];
      readonly maxTerms?: number;
      readonly maxInTerm?: number;
    }
  | {
      readonly ask: 'rooms';
      readonly activities: readonly number[];
      readonly rooms: readonly number[];
      /** Home rooms stand back where an activity has a preferred room. */
      readonly home: boolean;
    }
  | {
      readonly ask: 'room-not-available';
      readonly room: number;
      readonly slots: readonly number[];
      readonly teacher?: number;
    }
  | {
      readonly ask: 'changes';
      readonly members: Members;
      readonly what: 'building' | 'room';
      readonly per: 'week' | 'day' | 'real-day';
      readonly max?: number;
      readonly minGap?: number;
    }
  | { readonly ask: 'different-rooms'; readonly activities: readonly number[]; readonly max: number }
  | { readonly ask: 'same-room-if-next'; readonly activities: readonly number[] };

/** A constraint of the document, understood. */
export interface FetRule {
  /** Index into FetDocument.constraints. */
  readonly source: number;
  readonly weight: number;
  readonly ask: FetAsk;
}
