/** A share as a percentage with at most one decimal, rounded down: 0.9996 is '99,9%', never a hundred by rounding. */
export function formatShare(share: number): string {
  const tenths = Math.floor(Number((share * 1000).toPrecision(12)));
  const whole = Math.trunc(tenths / 10);
  const rest = Math.abs(tenths % 10);
  return `${whole}${rest === 0 ? '' : `,${rest}`}%`;
}
