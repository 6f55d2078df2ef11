/** A key for a new field of a form that none of the others has: field1, field2 … */
export function freeKey(taken: readonly string[]): string {
  for (let number = taken.length + 1; ; number += 1) {
    const key = `field${number}`;
    if (!taken.includes(key)) return key;
  }
}
