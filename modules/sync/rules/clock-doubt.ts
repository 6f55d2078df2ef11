const tolerance = 5 * 60_000;

/**
 * Whether what a device's clock said about a command cannot be true: `ahead` of the moment it was received (a clock in 2031), or `behind`
 * the moment the device was bound, before which it can have made nothing. Times in milliseconds; five minutes are let pass.
 * The claim is kept and shown with its doubt; no window, lock or order goes by it.
 */
export function clockDoubt(
  madeAt: number,
  { boundAt, receivedAt }: { boundAt: number; receivedAt: number },
): 'ahead' | 'behind' | null {
  if (madeAt > receivedAt + tolerance) return 'ahead';
  return madeAt < boundAt - tolerance ? 'behind' : null;
}
