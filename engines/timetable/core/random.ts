/** Random numbers that a seed decides: the same seed, the same numbers, on every machine (xorshift128). */
export class Random {
  #a: number;
  #b: number;
  #c: number;
  #d: number;

  constructor(seed: number) {
    // The state must not be all zero, and near seeds must not give near numbers (splitmix32).
    let mix = (seed | 0) + 0x9e3779b9;
    const next = () => {
      mix = (mix + 0x9e3779b9) | 0;
      let z = mix ^ (mix >>> 16);
      z = Math.imul(z, 0x21f0aaad);
      z ^= z >>> 15;
      z = Math.imul(z, 0x735a2d97);
      return z ^ (z >>> 15);
    };
    this.#a = next();
    this.#b = next();
    this.#c = next();
    this.#d = next() | 1;
  }

  /** 32 random bits, not negative. */
  bits(): number {
    let t = this.#d;
    const s = this.#a;
    this.#d = this.#c;
    this.#c = this.#b;
    this.#b = s;
    t ^= t << 11;
    t ^= t >>> 8;
    this.#a = t ^ s ^ (s >>> 19);
    return this.#a >>> 0;
  }

  /** A whole number from 0 to `limit` - 1. */
  below(limit: number): number {
    return Math.floor((this.bits() / 4294967296) * limit);
  }

  /** A number from 0 to below 1. */
  unit(): number {
    return this.bits() / 4294967296;
  }

  /** Puts the first `length` numbers of an array into random order. */
  shuffle(items: { [index: number]: number }, length: number): void {
    for (let at = length - 1; at > 0; at--) {
      const other = this.below(at + 1);
      const held = items[at]!;
      items[at] = items[other]!;
      items[other] = held;
    }
  }
}
