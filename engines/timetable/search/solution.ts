/** What a timetable is worth: broken required rules and meets unplaced, the wishes of the document, comfort. */
export interface Worth {
  readonly unplaced: number;
  readonly hard: number;
  readonly soft: number;
  readonly comfort: number;
}

/** A timetable as numbers: start of each meet (-1 unplaced), option of each choice, and what it costs. */
export interface Solution extends Worth {
  readonly start: Int32Array;
  readonly option: Int32Array;
  readonly duration: Int32Array;
}

/** Whether one is worth more: first by what is broken, then by the document's own wishes, and among equals by comfort. */
export function beats(one: Worth, other: Worth): boolean {
  const broken = one.unplaced + one.hard - other.unplaced - other.hard;
  if (broken > 1e-6 || broken < -1e-6) return broken < 0;
  const soft = one.soft - other.soft;
  if (soft > 1e-6 || soft < -1e-6) return soft < 0;
  return one.comfort < other.comfort - 1e-6;
}

/** Whether one solution is better than another, or than none. */
export function isBetter(one: Worth, other: Worth | undefined): boolean {
  return other === undefined || beats(one, other);
}
