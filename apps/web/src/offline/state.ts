import type { Queued, ReplayEnd } from '#platform/offline';

/** What the pages know of working without a network. Small, so that everybody has it; the work itself is in manager.ts. */
export interface OfflineState {
  /** `unasked`: nobody has said yet whether this browser may hold data. `declined`: a shared machine, nothing is held. */
  readonly binding: 'unknown' | 'unasked' | 'declined' | 'bound';
  readonly deviceId: string | null;
  /** What waits, what needs a decision, what was refused; by number. */
  readonly items: readonly Queued[];
  readonly sending: boolean;
  /** How the last attempt to send ended; null: none yet. */
  readonly end: ReplayEnd | null;
  /** Until when data are held, and the last contact, by this device's clock; 0: never. Milliseconds. */
  readonly heldUntil: number;
  readonly lastContact: number;
  /** The data held have expired: only a contact with the server brings them back. */
  readonly expired: boolean;
}

export const nothingHeld: OfflineState = {
  binding: 'unknown',
  deviceId: null,
  items: [],
  sending: false,
  end: null,
  heldUntil: 0,
  lastContact: 0,
  expired: false,
};

let state = nothingHeld;
const listeners = new Set<() => void>();

export const offlineState = {
  get: (): OfflineState => state,
  set(change: Partial<OfflineState>): void {
    state = { ...state, ...change };
    for (const listener of listeners) listener();
  },
  subscribe(listener: () => void): () => void {
    listeners.add(listener);
    return () => listeners.delete(listener);
  },
};

const refreshListeners = new Set<() => void>();

/** Calls back when something kept here has reached the server: what pages show may be out of date. */
export function onOfflineRefreshed(listener: () => void): void {
  refreshListeners.add(listener);
}

export function tellRefreshed(): void {
  for (const listener of refreshListeners) listener();
}

type Choice = 'bound' | 'declined';
const key = 'hoaban.offline';

function choices(): Record<string, Choice> {
  try {
    return JSON.parse(localStorage.getItem(key) ?? '{}') as Record<string, Choice>;
  } catch {
    return {};
  }
}

/** What a person said about this browser; undefined: not asked yet. */
export function choiceOf(accountId: string): Choice | undefined {
  return choices()[accountId];
}

export function keepChoice(accountId: string, choice: Choice | undefined): void {
  const { [accountId]: _, ...others } = choices();
  try {
    localStorage.setItem(key, JSON.stringify(choice ? { ...others, [accountId]: choice } : others));
  } catch {
    // A browser that keeps nothing holds nothing either.
  }
}

/** Whether anybody is bound here: only then is there something to look up before the network has answered. */
export function anybodyBound(): boolean {
  return Object.values(choices()).includes('bound');
}
