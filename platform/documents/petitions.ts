/** A petition (đơn) that somebody signs by hand, one page of A4. */
export interface Petition {
  /** Number in the register of whoever gets it. */
  readonly number: string;
  /** In capitals. */
  readonly title: string;
  /** After "Kính gửi:". */
  readonly addressee: string;
  readonly paragraphs: readonly string[];
  /** Where it is written; the day is left to be filled in by hand. */
  readonly place: string;
  /** Who signs, from left to right. */
  readonly signatures: readonly string[];
}
