/** Slips to cut apart, eight on a sheet of A4, each with a code that a phone can read. */
export interface SlipSheet {
  /** Above the name on every slip. */
  readonly heading: string;
  readonly slips: readonly Slip[];
  /** What to do with the slip, in one or two sentences. */
  readonly instruction: string;
}

export interface Slip {
  readonly name: string;
  /** Under the name; '' for nothing. */
  readonly detail: string;
  /** In large letters. */
  readonly code: string;
  /** The address that the square code opens. */
  readonly address: string;
}
