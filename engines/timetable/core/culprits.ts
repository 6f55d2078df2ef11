/** Sets of placed meets, packed in typed arrays that are used again and again: what a constraint offers to displace. */
export class Culprits {
  /** The meets of all sets, one set after the other; set `n` ends before `ends[n]`. */
  meets = new Int32Array(256);
  ends = new Int32Array(64);
  /** How many sets there are. */
  count = 0;
  #length = 0;
  /** Where the set being gathered begins. */
  #begun = 0;

  clear(): void {
    this.count = 0;
    this.#length = 0;
    this.#begun = 0;
  }

  /** Where a set begins in `meets`. */
  begin(set: number): number {
    return set === 0 ? 0 : this.ends[set - 1]!;
  }

  /** Meets in the set being gathered. */
  get gathered(): number {
    return this.#length - this.#begun;
  }

  /** Adds a meet to the set being gathered, once. */
  add(meet: number): void {
    for (let at = this.#begun; at < this.#length; at++) if (this.meets[at] === meet) return;
    if (this.#length === this.meets.length) this.meets = doubled(this.meets);
    this.meets[this.#length++] = meet;
  }

  /** Ends the set being gathered; an empty one is none. */
  close(): void {
    if (this.#length === this.#begun) return;
    if (this.count === this.ends.length) this.ends = doubled(this.ends);
    this.ends[this.count++] = this.#length;
    this.#begun = this.#length;
  }

  /** A set of one meet. */
  one(meet: number): void {
    this.add(meet);
    this.close();
  }

  /** Drops the set being gathered. */
  drop(): void {
    this.#length = this.#begun;
  }

  /** Makes a set of each meet gathered since the last set. */
  closeEach(): void {
    for (let at = this.#begun; at < this.#length; at++) {
      if (this.count === this.ends.length) this.ends = doubled(this.ends);
      this.ends[this.count++] = at + 1;
    }
    this.#begun = this.#length;
  }
}

function doubled(array: Int32Array<ArrayBuffer>): Int32Array<ArrayBuffer> {
  const grown = new Int32Array(array.length * 2);
  grown.set(array);
  return grown;
}
