/** Who signs a page, in this order (ASM-42). */
export type StepKind = 'subject' | 'homeroom' | 'principal' | 'seal';
/** By the signed-in account, by the principal in somebody's place, or with a key. */
export type StepMethod = 'account' | 'standIn' | 'certificate';

/** A step of a page as the page itself tells it. */
export interface Step {
  readonly kind: StepKind;
  readonly subjectCode: string | null;
  readonly state: 'waiting' | 'done' | 'returned';
  /** Who is asked: of the school's staff. */
  readonly signer: string | null;
  readonly doneName: string | null;
  readonly doneAt: string | null;
  readonly method: StepMethod | null;
  /** Whose certificate, where one signed. */
  readonly certificate: string | null;
  /** A teacher's own signature (CMS) in base64. */
  readonly signature: string | null;
  readonly note: string | null;
}
