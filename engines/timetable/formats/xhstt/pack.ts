import type { Random } from '../../core/random.ts';

/** What is to be packed: meets that occupy given resources for their whole duration, at one of some starting times each. */
export interface Load {
  readonly times: number;
  readonly resources: number;
  readonly meets: readonly {
    readonly duration: number;
    readonly resources: readonly number[];
    readonly starts: readonly number[];
  }[];
}

const nobody = -1;
/** Steps of a dive for each meet: a second or two for 450 lessons. Dives that end well do so early; a longer one is worse than a new one. */
const stepsOfMeet = 25_000;
/** Only so few that wait make pushes of two likelier. */
const few = 4;
/**
 * The chance of a push of two, by how many wait: that of one more waiting at temperature 0.145, ten times as large for each that fewer
 * than `few` wait.
 */
const chances = Array.from({ length: few + 1 }, (_, waiting) => Math.exp(-1 / 0.145) * 10 ** (few - waiting));

/**
 * Places meets so that nobody meets two at once, and nothing else. What does not fit is *waiting*. A waiting meet goes to a time and
 * pushes out whom it meets there. Pushing nobody or one is always taken, so that the steps are drawn from those alone, without
 * rejection; pushing two or more is taken with a small chance for each above one, which is larger the fewer are
 * waiting: else the search sits for ever where only two wait. Only who waits moves: 450 lessons of full weeks look at four, not at all.
 * Who waits alone takes a free time before any other: where everybody is busy all week there always is one.
 */
export class Pack {
  readonly #times: number;
  readonly #random: Random;
  /** Where each meet starts; -1 while it waits. */
  readonly start: Int32Array;
  /** Which meet a resource is at, by resource and time. */
  readonly #at: Int32Array;
  readonly #waiting: Int32Array;
  waitingCount = 0;
  #dived = 0;
  readonly #place: Int32Array;
  /** Whether a meet would push out one at most, by meet and time. Kept for those that wait. */
  readonly #isEasyAt: Uint8Array;
  /** The times at which a waiting meet would push out one at most: rows of the length of its domain. */
  readonly #easy: Int32Array;
  readonly #easyCount: Int32Array;
  readonly #row: Int32Array;
  /** A bit for each time: whether a resource is busy, and whether a meet may start. */
  readonly #words: number;
  readonly #busy: Int32Array;
  readonly #may: Int32Array;
  readonly #twins: readonly Int32Array[];
  readonly #resourceStart: Int32Array;
  readonly #resourceItems: Int32Array;
  readonly #duration: Int32Array;
  readonly #startItems: Int32Array;
  readonly #out: Int32Array;
  readonly #longest: number;

  constructor(load: Load, random: Random) {
    this.#times = load.times;
    this.#random = random;
    const { meets, times } = load;
    const count = meets.length;
    this.start = new Int32Array(count);
    this.#at = new Int32Array(load.resources * times);
    this.#waiting = new Int32Array(count);
    this.#place = new Int32Array(count);
    this.#isEasyAt = new Uint8Array(count * times);
    this.#row = new Int32Array(count + 1);
    this.#resourceStart = new Int32Array(count + 1);
    this.#duration = Int32Array.from(meets, (meet) => meet.duration);
    this.#out = new Int32Array(Math.max(3, ...meets.map((meet) => meet.duration * meet.resources.length)));
    this.#longest = Math.max(...meets.map((meet) => meet.duration));
    meets.forEach((meet, m) => {
      this.#row[m + 1] = this.#row[m]! + meet.starts.length;
      this.#resourceStart[m + 1] = this.#resourceStart[m]! + meet.resources.length;
    });
    this.#resourceItems = Int32Array.from(meets.flatMap((meet) => meet.resources));
    this.#startItems = Int32Array.from(meets.flatMap((meet) => meet.starts));
    this.#easy = new Int32Array(this.#row[count]!);
    this.#easyCount = new Int32Array(count);
    this.#words = (times + 31) >> 5;
    this.#busy = new Int32Array(load.resources * this.#words);
    this.#may = new Int32Array(count * this.#words);
    meets.forEach((meet, m) => {
      for (const t of meet.starts) this.#may[m * this.#words + (t >> 5)]! |= 1 << (t & 31);
    });
    this.#twins = twinsOf(load);
    this.#clear();
  }

  /** Everybody waits. */
  #clear() {
    this.#dived = 0;
    this.#at.fill(nobody);
    this.#busy.fill(0);
    this.#isEasyAt.fill(0);
    this.start.fill(-1);
    this.waitingCount = 0;
    for (let meet = 0; meet < this.start.length; meet++) this.#wait(meet);
  }

  /**
   * Dives from everybody waiting, again and again, until nobody waits (true) or `goesOn`, asked now and then with the steps made in this
   * call, says no (false); the next call goes on where this one ended.
   */
  run(goesOn: (made: number) => boolean): boolean {
    const steps = stepsOfMeet * this.start.length;
    for (let made = 0; this.waitingCount > 0; made++) {
      if (this.#dived === steps) this.#clear();
      if (made % 256 === 0 && !goesOn(made)) return false;
      this.#dived++;
      this.#step(this.#random, chances[Math.min(few, this.waitingCount)]!);
    }
    return true;
  }

  #step(random: Random, chance: number) {
    const count = this.waitingCount;
    if (count === 1 && this.#placeLast()) return;
    let easy = 0;
    let all = 0;
    for (let i = 0; i < count; i++) {
      const meet = this.#waiting[i]!;
      easy += this.#easyCount[meet]!;
      all += this.#row[meet + 1]! - this.#row[meet]!;
    }
    let draw = random.unit() * (easy + chance * all);
    if (draw < easy) {
      for (let i = 0; i < count; i++) {
        const meet = this.#waiting[i]!;
        const own = this.#easyCount[meet]!;
        if (draw < own) {
          this.#go(meet, this.#easy[this.#row[meet]! + Math.floor(draw)]!);
          return;
        }
        draw -= own;
      }
      return;
    }
    // Any time of anybody; who pushes two has the chance that was drawn for, who pushes more that chance again for each.
    let place = random.below(all);
    for (let i = 0; i < count; i++) {
      const meet = this.#waiting[i]!;
      const own = this.#row[meet + 1]! - this.#row[meet]!;
      if (place >= own) {
        place -= own;
        continue;
      }
      const to = this.#startItems[this.#row[meet]! + place]!;
      const pushed = this.#pushedBy(meet, to, 3);
      if (pushed < 2 || (pushed > 2 && random.unit() >= chance)) return;
      this.#go(meet, to);
      return;
    }
  }

  /** Places the only one that waits at a free time. Returns false when there is none. */
  #placeLast(): boolean {
    const meet = this.#waiting[0]!;
    const row = this.#row[meet]!;
    for (let i = row; i < row + this.#easyCount[meet]!; i++) {
      if (this.#pushedBy(meet, this.#easy[i]!, 1) > 0) continue;
      this.#go(meet, this.#easy[i]!);
      return true;
    }
    return false;
  }

  /** Whether a meet would push out one at most at a time. The innermost question of all. */
  #isEasy(meet: number, to: number): boolean {
    const at = this.#at;
    const items = this.#resourceItems;
    const times = this.#times;
    const length = this.#duration[meet]!;
    const last = this.#resourceStart[meet + 1]!;
    let one = nobody;
    for (let i = this.#resourceStart[meet]!; i < last; i++) {
      const from = items[i]! * times + to;
      for (let t = from; t < from + length; t++) {
        const other = at[t]!;
        if (other === nobody || other === one) continue;
        if (one !== nobody) return false;
        one = other;
      }
    }
    return true;
  }

  /** How many meets a meet would push out at a time, `most` when as many or more; they are left in `#out`. */
  #pushedBy(meet: number, to: number, most: number): number {
    const times = this.#times;
    const at = this.#at;
    const out = this.#out;
    const end = to + this.#duration[meet]!;
    let found = 0;
    for (let i = this.#resourceStart[meet]!; i < this.#resourceStart[meet + 1]!; i++) {
      const row = this.#resourceItems[i]! * times;
      for (let t = row + to; t < row + end; t++) {
        const other = at[t]!;
        if (other === nobody) continue;
        let known = 0;
        while (known < found && out[known] !== other) known++;
        if (known < found) continue;
        out[found++] = other;
        if (found >= most) return found;
      }
    }
    return found;
  }

  #go(meet: number, to: number) {
    const pushed = this.#pushedBy(meet, to, this.#out.length);
    let low = to;
    let high = to + this.#duration[meet]!;
    const base = meet * this.#times;
    for (let i = 0; i < this.#easyCount[meet]!; i++)
      this.#isEasyAt[base + this.#easy[this.#row[meet]! + i]!] = 0;
    const last = this.#waiting[--this.waitingCount]!;
    this.#waiting[this.#place[meet]!] = last;
    this.#place[last] = this.#place[meet]!;
    for (let i = 0; i < pushed; i++) {
      const other = this.#out[i]!;
      low = Math.min(low, this.start[other]!);
      high = Math.max(high, this.start[other]! + this.#duration[other]!);
      this.#occupy(other, this.start[other]!, nobody);
      this.start[other] = -1;
    }
    this.#occupy(meet, to, meet);
    this.start[meet] = to;
    low = Math.max(0, low - this.#longest + 1);
    // What follows counts anew who would push whom, for which `#out` is needed.
    const first = this.waitingCount;
    for (let i = 0; i < pushed; i++) this.#waiting[first + i] = this.#out[i]!;
    for (let i = 0; i < first; i++) this.#lookAgain(this.#waiting[i]!, low, high);
    for (let i = 0; i < pushed; i++) this.#wait(this.#waiting[first + i]!);
  }

  #occupy(meet: number, start: number, who: number) {
    const end = start + this.#duration[meet]!;
    for (let i = this.#resourceStart[meet]!; i < this.#resourceStart[meet + 1]!; i++) {
      const resource = this.#resourceItems[i]!;
      for (let t = start; t < end; t++) {
        this.#at[resource * this.#times + t] = who;
        const word = resource * this.#words + (t >> 5);
        const bit = 1 << (t & 31);
        this.#busy[word] = who === nobody ? this.#busy[word]! & ~bit : this.#busy[word]! | bit;
      }
    }
  }

  #wait(meet: number) {
    this.#place[meet] = this.waitingCount;
    this.#waiting[this.waitingCount++] = meet;
    this.#easyCount[meet] = 0;
    if (this.#duration[meet]! > 1) {
      for (let i = this.#row[meet]!; i < this.#row[meet + 1]!; i++) {
        const to = this.#startItems[i]!;
        if (this.#isEasy(meet, to)) this.#addEasy(meet, to);
      }
      return;
    }
    // Of one time: at most one resource is busy there, or all that are busy are with one other meet, a twin.
    for (let word = 0; word < this.#words; word++) {
      let once = 0;
      let twice = 0;
      for (let i = this.#resourceStart[meet]!; i < this.#resourceStart[meet + 1]!; i++) {
        const busy = this.#busy[this.#resourceItems[i]! * this.#words + word]!;
        twice |= once & busy;
        once |= busy;
      }
      let easy = this.#may[meet * this.#words + word]! & ~twice;
      while (easy !== 0) {
        const bit = 31 - Math.clz32(easy);
        easy ^= 1 << bit;
        this.#addEasy(meet, (word << 5) + bit);
      }
    }
    const twins = this.#twins[meet]!;
    for (let i = 0; i < twins.length; i++) {
      const from = this.start[twins[i]!]!;
      if (from < 0) continue;
      const end = from + this.#duration[twins[i]!]!;
      for (let to = from; to < end; to++)
        if (
          this.#mayStart(meet, to) &&
          this.#isEasyAt[meet * this.#times + to] === 0 &&
          this.#isEasy(meet, to)
        )
          this.#addEasy(meet, to);
    }
  }

  #mayStart(meet: number, to: number): boolean {
    return ((this.#may[meet * this.#words + (to >> 5)]! >> (to & 31)) & 1) === 1;
  }

  #addEasy(meet: number, to: number) {
    this.#isEasyAt[meet * this.#times + to] = 1;
    this.#easy[this.#row[meet]! + this.#easyCount[meet]!++] = to;
  }

  /** Something changed at the times from `low` to before `high`. */
  #lookAgain(meet: number, low: number, high: number) {
    const base = meet * this.#times;
    for (let to = low; to < high; to++) {
      if (!this.#mayStart(meet, to)) continue;
      const isEasy = this.#isEasy(meet, to);
      if (isEasy === (this.#isEasyAt[base + to] === 1)) continue;
      if (isEasy) this.#addEasy(meet, to);
      else {
        this.#isEasyAt[base + to] = 0;
        const row = this.#row[meet]!;
        let i = row;
        while (this.#easy[i] !== to) i++;
        this.#easy[i] = this.#easy[row + --this.#easyCount[meet]!]!;
      }
    }
  }
}

/** For each meet, the others with which it shares two resources or more. */
function twinsOf({ meets, resources }: Load): Int32Array[] {
  const of: number[][] = Array.from({ length: resources }, () => []);
  meets.forEach((meet, m) => {
    for (const resource of meet.resources) of[resource]!.push(m);
  });
  return meets.map((meet, m) => {
    const shared = new Map<number, number>();
    for (const resource of meet.resources)
      for (const other of of[resource]!) shared.set(other, (shared.get(other) ?? 0) + 1);
    return Int32Array.from(
      [...shared].flatMap(([other, count]) => (count > 1 && other !== m ? [other] : [])),
    );
  });
}
