/** Signs of a code: no I, O, 0, 1, that people take for one another. 32 of them, so that each carries 5 bits. */
export const codeSigns = '23456789ABCDEFGHJKLMNPQRSTUVWXYZ';
/** 12 signs: 60 bits. */
export const codeLength = 12;

/** Writes a code as on the slip: 'ABCD-EFGH-JKLM'. `bytes`: 12 random ones, of which the low 5 bits count. */
export function writeCode(bytes: Uint8Array): string {
  const signs = Array.from(bytes.subarray(0, codeLength), (byte) => codeSigns[byte & 31]!).join('');
  return signs.replace(/(.{4})(?=.)/g, '$1-');
}

/** Reads a typed code, however spaced and in small letters; null when it cannot be one. */
export function readCode(typed: string): string | null {
  const signs = typed.toUpperCase().replace(/[^A-Z0-9]/g, '');
  const isCode = signs.length === codeLength && [...signs].every((sign) => codeSigns.includes(sign));
  return isCode ? signs : null;
}
