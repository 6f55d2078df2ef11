import type { Tone } from '#platform/ui';

/** Colour of where a page stands; the word says the same. */
export function toneOf({
  state,
  returned,
}: {
  readonly state: 'collecting' | 'issued' | 'superseded' | 'revoked' | null;
  readonly returned?: string | null;
}): Tone {
  if (state === null) return 'none';
  if (state === 'issued') return 'done';
  if (state === 'revoked') return 'late';
  if (state === 'superseded') return 'none';
  return returned ? 'due' : 'wait';
}
