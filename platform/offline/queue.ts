/** Something a person did, before it has a number. */
export interface Doing {
  /** UUID, made once: the same however often it is sent. */
  readonly id: string;
  /** Operation. */
  readonly name: string;
  /** Role assignment it was done in. */
  readonly roleId: string;
  /** The device's clock, ISO. */
  readonly madeAt: string;
  /** The earlier doing whose conflict it decides. */
  readonly decides: string | null;
  /** For the list of what waits; names no pupil, because it is reported. */
  readonly title: string;
  readonly input: unknown;
}

/** What is wrong with it, as the server said. */
export interface SaidProblem {
  readonly code: string;
  readonly title: string;
  readonly detail: string;
  readonly problems?: readonly { readonly path: string; readonly message: string }[] | undefined;
}

/** Both values of what somebody else changed meanwhile. */
export interface SaidConflict {
  readonly mine: unknown;
  readonly theirs: unknown;
}

/**
 * `waiting`: unsent, or sent without an answer. `applied`: the server has it; stays until what the server holds has been fetched again.
 * `conflict`: the person decides. `refused`: the person reads why.
 */
export type QueueState = 'waiting' | 'applied' | 'conflict' | 'refused';

export interface Queued extends Doing {
  /** 1, 2, 3, … in the order of doing; given by the queue, never again to another. */
  readonly seq: number;
  readonly state: QueueState;
  readonly problem?: SaidProblem | undefined;
  readonly conflict?: SaidConflict | undefined;
}

export interface Settled {
  readonly seq: number;
  readonly state: Exclude<QueueState, 'waiting'>;
  readonly problem?: SaidProblem | undefined;
  readonly conflict?: SaidConflict | undefined;
}

/** Where a device keeps what waits. Each method is one step: done wholly, durable when it resolves, or not at all. */
export interface Queue {
  /** Adds doings with the next numbers; what they come instead of (a conflict decided, a refusal sent anew) goes. */
  add(doings: readonly Doing[], instead?: number): Promise<void>;
  /** Everything held, by number. */
  list(): Promise<Queued[]>;
  settle(settled: readonly Settled[]): Promise<void>;
  /** Forgets what has its answer. What waits cannot be forgotten. */
  forget(seqs: readonly number[]): Promise<void>;
}
