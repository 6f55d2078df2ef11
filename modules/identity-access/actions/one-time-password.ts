import { randomInt } from 'node:crypto';

/** Without signs that look alike on paper: 0 o, 1 l i. */
const signs = 'abcdefghjkmnpqrstuvwxyz23456789';

/** A password to hand over on paper and change at the first sign-in: 'k7mp-w2xr-9dtq', 59 bits. */
export function makeOneTimePassword(): string {
  const part = (): string => Array.from({ length: 4 }, () => signs[randomInt(signs.length)]).join('');
  return [part(), part(), part()].join('-');
}
