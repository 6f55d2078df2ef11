const quote = 0x22;
const backslash = 0x5c;
const comma = 0x2c;
const colon = 0x3a;
const openBrace = 0x7b;
const closeBrace = 0x7d;
const openBracket = 0x5b;
const closeBracket = 0x5d;

/** Where a piece of a list stands in the bytes: elements with the commas between them. */
export interface ListPiece {
  readonly from: number;
  readonly to: number;
  /** Number of the first element in the whole list, from 0. */
  readonly first: number;
}

export interface JsonList {
  readonly pieces: readonly ListPiece[];
  /** The text around the list's elements; `around` parses as JSON exactly when what stands outside of the elements is well-formed. */
  readonly around: string;
}

/**
 * Finds the elements of list `name` of the JSON object in UTF-8 bytes, cut into pieces of about `pieceBytes`, by one pass that reads no
 * value: each piece between brackets is JSON of its own. Undefined where it is not found once and for certain; then the whole must be parsed.
 */
export function cutList(bytes: Uint8Array, name: string, pieceBytes: number): JsonList | undefined {
  const decode = (from: number, to: number) => Buffer.from(bytes.subarray(from, to)).toString('utf8');
  const pieces: ListPiece[] = [];
  let depth = 0;
  let textFrom = 0;
  let textTo = 0;
  let inList = false;
  let key = '';
  let listFrom = -1;
  let listTo = -1;
  let pieceFrom = 0;
  let first = 0;
  let element = 0;
  for (let at = 0; at < bytes.length; at += 1) {
    const byte = bytes[at];
    if (byte === quote) {
      const from = at + 1;
      for (at = from; at < bytes.length && bytes[at] !== quote; at += 1) if (bytes[at] === backslash) at += 1;
      textFrom = from;
      textTo = at;
    } else if (byte === openBrace || byte === openBracket) {
      if (byte === openBracket && depth === 1 && key === name) {
        if (listFrom >= 0) return undefined;
        listFrom = at + 1;
        pieceFrom = listFrom;
        inList = true;
      }
      depth += 1;
    } else if (byte === closeBrace || byte === closeBracket) {
      depth -= 1;
      if (inList && depth === 1) {
        inList = false;
        listTo = at;
        pieces.push({ from: pieceFrom, to: at, first });
      }
    } else if (byte === comma) {
      if (depth === 1) key = '';
      if (!inList || depth !== 2) continue;
      element += 1;
      if (at - pieceFrom < pieceBytes) continue;
      pieces.push({ from: pieceFrom, to: at, first });
      pieceFrom = at + 1;
      first = element;
    } else if (byte === colon && depth === 1) {
      key = decode(textFrom, textTo);
      if (key === name && listTo >= 0) return undefined;
    }
  }
  if (listTo < 0) return undefined;
  // A comma before the closing bracket would leave an empty last piece, which alone would pass for an empty list.
  const last = pieces.at(-1)!;
  if (pieces.length > 1 && decode(last.from, last.to).trim() === '') return undefined;
  return { pieces, around: `${decode(0, listFrom)}${decode(listTo, bytes.length)}` };
}
