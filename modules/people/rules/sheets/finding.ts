/** What is not as it should be in a cell, and how to mend it. */
export interface Finding {
  readonly code: FindingCode;
  /** must: nothing of the row can be written before it is mended; warn: to be looked at. */
  readonly severity: 'must' | 'warn';
  /** What is wrong. */
  readonly message: string;
  /** What to do. */
  readonly remedy: string;
  /** The text to put in the cell instead, where there is a good guess; '' empties it. */
  readonly proposal: string | null;
}

export type FindingCode =
  | 'missing'
  | 'formula'
  | 'dateForm'
  | 'dateSerial'
  | 'dateYear'
  | 'dateOrder'
  | 'dateDoubt'
  | 'dateUnreadable'
  | 'leadingZero'
  | 'digits'
  | 'nameCase'
  | 'nameSpaces'
  | 'nameLetters'
  | 'nameTwice'
  | 'unicode'
  | 'unknownWord'
  | 'unknownClass'
  | 'unknownPlace'
  | 'identityMismatch'
  | 'age'
  | 'tooLong'
  | 'duplicateInFile'
  | 'duplicatePerson'
  | 'otherSchool'
  | 'twoRecords';

/** What a cell says: the value as it is kept (days 'YYYY-MM-DD', words by their code), null when empty or not readable. */
export interface Reading {
  readonly value: string | null;
  readonly findings: readonly Finding[];
}

export const empty: Reading = { value: null, findings: [] };

export function good(value: string, ...findings: Finding[]): Reading {
  return { value, findings };
}

export function bad(
  code: FindingCode,
  message: string,
  remedy: string,
  proposal: string | null = null,
): Reading {
  return { value: null, findings: [{ code, severity: 'must', message, remedy, proposal }] };
}

export function warning(
  code: FindingCode,
  message: string,
  remedy: string,
  proposal: string | null = null,
): Finding {
  return { code, severity: 'warn', message, remedy, proposal };
}
