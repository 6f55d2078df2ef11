/** Letters of a code: none that people mix up (Crockford's base 32). 20 of them are 100 bits: nobody guesses one. */
export const codeLetters = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';
export const codeLength = 20;

/** A code from random bytes (at least 20): five bits of each. */
export function codeOf(random: Uint8Array): string {
  return Array.from(random.subarray(0, codeLength), (byte) => codeLetters[byte & 31]).join('');
}

/** As people read it: five groups of four. */
export function printedCode(code: string): string {
  return code.replace(/(.{4})(?=.)/g, '$1-');
}

/** A code as people type it: any case, with or without dashes, O for 0, I and L for 1. Undefined when it cannot be one. */
export function readCode(text: string): string | undefined {
  const plain = text
    .normalize('NFKC')
    .toUpperCase()
    .replace(/[\s-]/g, '')
    .replaceAll('O', '0')
    .replace(/[IL]/g, '1');
  return plain.length === codeLength && [...plain].every((letter) => codeLetters.includes(letter))
    ? plain
    : undefined;
}
