/** Random numbers that a seed decides: the same seed, the same numbers, on every machine (xorshift128). */
export class Random {
  readonly #state = new Int32Array(4);

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
    for (let at = 0; at < 4; at++) this.#state[at] = next();
    this.#state[3]! |= 1;
  }

  /** 32 random bits, not negative. */
  bits(): number {
    const state = this.#state;
    let t = state[3]!;
    const s = state[0]!;
    state[3] = state[2]!;
    state[2] = state[1]!;
    state[1] = s;
    t ^= t << 11;
    t ^= t >>> 8;
    t ^= s ^ (s >>> 19);
    state[0] = t;
    return t >>> 0;
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
