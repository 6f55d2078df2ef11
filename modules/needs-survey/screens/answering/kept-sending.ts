import type { operations } from '#api';

export type Opened = operations['needsSurvey.openByCode']['responses'][200]['content']['application/json'];
export type AskedSurvey = NonNullable<Opened['survey']>;
export type Given = Record<string, string | number | string[]>;
export type Sender = 'pupil' | 'guardian';

/** A form that is being filled in or waits for a network, as this browser keeps it; gone as soon as it is sent. */
export interface KeptSending {
  readonly code: string;
  readonly opened: Opened;
  readonly by: Sender;
  readonly answers: Given;
  /** Set when "send" was pressed: the same until it arrives, so that a repeat is no second answer. */
  readonly sendingId: string | null;
  readonly basedOn: number;
}

const key = 'hoaban.answering';

/** What this browser keeps of a form not yet sent; null: nothing, or storage is refused. */
export function readKept(): KeptSending | null {
  try {
    return JSON.parse(localStorage.getItem(key) ?? 'null') as KeptSending | null;
  } catch {
    return null;
  }
}

/** Keeps a form until it is sent; null: forgets it, since telephones are shared. */
export function writeKept(kept: KeptSending | null): void {
  try {
    if (kept === null) localStorage.removeItem(key);
    else localStorage.setItem(key, JSON.stringify(kept));
  } catch {
    // Without storage the form lasts as long as the page.
  }
}
