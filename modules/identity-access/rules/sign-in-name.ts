/**
 * What a person types to sign in, as it is kept: a username in small letters, a phone as 0 and nine digits
 * ('+84 912 345 678' → '0912345678').
 */
export function readSignInName(typed: string): string {
  const text = typed.normalize('NFC').trim().toLowerCase();
  const digits = text.replace(/[\s.()-]/g, '');
  const phone = /^(?:\+?84|0)(\d{9})$/.exec(digits)?.[1];
  return phone ? `0${phone}` : text;
}
