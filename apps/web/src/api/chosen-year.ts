/**
 * The school year a person looks at: the only place that knows it. What is asked of the plan takes it along (client.ts), so
 * that no page has to; links to a single thing lead there whatever year is chosen. Kept in this browser until the sign-in ends.
 */
const key = 'hoaban.schoolYear';
const listeners = new Set<() => void>();

/** Chooses a year; undefined: the current one, whichever that will be. */
export function keepSchoolYear(name: string | undefined): void {
  try {
    if (name === undefined) localStorage.removeItem(key);
    else localStorage.setItem(key, name);
  } catch {
    // A browser that keeps nothing shows the current year.
  }
  for (const listener of listeners) listener();
}

/** The chosen year ('2025-2026'); undefined: the current one of the department. */
export function chosenSchoolYear(): string | undefined {
  try {
    return localStorage.getItem(key) ?? undefined;
  } catch {
    return undefined;
  }
}

/** Whoever signs in next begins with the current year. */
export function forgetSchoolYear(): void {
  keepSchoolYear(undefined);
}

/** An address of the plan's API with the chosen school year, for what a link fetches by itself. */
export function inSchoolYear(address: string): string {
  const name = chosenSchoolYear();
  return name === undefined ? address : `${address}${address.includes('?') ? '&' : '?'}schoolYear=${name}`;
}

/** Calls back when another year is chosen. Returns the way to stop listening. */
export function onSchoolYear(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}
