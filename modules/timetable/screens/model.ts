const hues = [4, 28, 48, 88, 140, 165, 190, 212, 236, 262, 288, 322];

/** A hue for a subject, the same on every page. */
export function hueOf(subjectCode: string | null): number {
  let sum = 7;
  for (const letter of subjectCode ?? '?') sum = (sum * 31 + letter.charCodeAt(0)) % 9973;
  return hues[sum % hues.length]!;
}
