import type { Meet, Solution } from './instance.ts';
import type { Lists } from './lists.ts';
import { cellBusy, cellIdle, cellUsed, deviationOf, type Problem } from './problem.ts';

/** What a solution is to the search: copied out of a state and loaded into it. */
export interface Snapshot {
  readonly duration: Int32Array;
  readonly time: Int32Array;
  readonly resource: Int32Array;
  hard: number;
  soft: number;
}

const opPlace = 0;
const opLift = 1;
const opAssign = 2;
const opOpen = 3;
const opClose = 4;

/**
 * A solution under change. Five elementary changes (open and close a meet, place and lift it, assign a resource to a slot)
 * keep every monitor and both costs up to date; each is written into a journal, so that a move that does not please is
 * taken back with `undo`. Nothing is allocated while searching.
 */
export class State {
  readonly problem: Problem;
  /** Infeasibility and objective value. */
  hard = 0;
  soft = 0;
  /** Duration of each meet, 0 when not in use. */
  readonly duration: Int32Array;
  /** Starting time of each meet, -1 when none. */
  readonly time: Int32Array;
  /** Resource in each slot of each meet, -1 when none. */
  readonly resource: Int32Array;
  /** How many meets a resource attends at a time. */
  readonly load: Int32Array;
  /** Sum of (meet + 1) over those: names the meet when there is one. */
  readonly #loadSum: Int32Array;
  /** Meets in use, in no order. */
  readonly active: Int32Array;
  activeCount = 0;
  readonly #activePlace: Int32Array;
  /** Monitors that cost something, in no order. */
  readonly violated: Int32Array;
  violatedCount = 0;
  readonly #violatedPlace: Int32Array;
  readonly raw: Float64Array;
  readonly cost: Float64Array;
  /** Weights as they count now. */
  readonly #weight: Float64Array;
  readonly #meetCount: Int32Array;
  readonly #spreadCount: Int32Array;
  readonly #linkCount: Int32Array;
  readonly #splitAssignmentCount: Int32Array;
  readonly #cellMask: Int32Array;
  readonly #cellCount: Int32Array;
  readonly #cellPart: Int32Array;
  #journal = new Int32Array(1 << 12);
  #journalEnd = 0;

  constructor(problem: Problem) {
    this.problem = problem;
    const { meets, times, resources, monitors } = problem;
    this.duration = new Int32Array(meets);
    this.time = new Int32Array(meets).fill(-1);
    this.resource = new Int32Array(problem.resourcePlaces);
    for (let meet = 0; meet < meets; meet++) {
      const unit = problem.meetUnit[meet]!;
      const first = problem.slotStart[unit]!;
      for (let s = first; s < problem.slotStart[unit + 1]!; s++)
        this.resource[problem.meetResource[meet]! + s - first] = problem.slotFixed[s]!;
    }
    this.load = new Int32Array(resources * times);
    this.#loadSum = new Int32Array(resources * times);
    this.active = new Int32Array(meets);
    this.#activePlace = new Int32Array(meets);
    this.violated = new Int32Array(monitors.length);
    this.#violatedPlace = new Int32Array(monitors.length).fill(-1);
    this.raw = new Float64Array(monitors.length);
    this.cost = new Float64Array(monitors.length);
    this.#weight = problem.monitorWeight.slice();
    this.#meetCount = new Int32Array(problem.units);
    this.#spreadCount = new Int32Array(problem.spreadCounters);
    this.#linkCount = new Int32Array(problem.linkCounters);
    this.#splitAssignmentCount = new Int32Array(problem.splitAssignmentCounters);
    this.#cellMask = new Int32Array(problem.cellWords[problem.cells]!);
    this.#cellCount = new Int32Array(problem.cells);
    this.#cellPart = new Int32Array(problem.cellUsers.items.length);
    this.#startMonitors();
  }

  /** Monitors of a solution without any meet. */
  #startMonitors() {
    const { problem } = this;
    for (let monitor = 0; monitor < this.raw.length; monitor++) this.#add(monitor, 0);
    for (const { constraint, monitor } of problem.splitRules)
      this.#add(monitor, deviationOf(0, constraint.amounts.minimum, constraint.amounts.maximum));
    for (const { monitor, rule, groups } of problem.spreadMonitors)
      for (let g = 0; g < groups; g++) this.#add(monitor, this.#spreadDeviation(rule, g, 0));
    for (const { monitor } of problem.orders) this.#add(monitor, problem.monitorMinimum[monitor]!);
  }

  #spreadDeviation(rule: number, group: number, starts: number): number {
    const { start, items } = this.problem.spreadLimits;
    const at = start[rule]! + 2 * group;
    return deviationOf(starts, items[at]!, items[at + 1]!);
  }

  /** By how much the spread constraints would rise if one meet of a unit started elsewhere and nothing else changed. */
  spreadRise(unit: number, from: number, to: number, hardWeight: number): number {
    const { spreads, spreadGroupsAt, times, monitorHard, monitorWeight } = this.problem;
    const { start, items } = spreadGroupsAt;
    let rise = 0;
    for (let i = spreads.start[unit]!; i < spreads.start[unit + 1]!; i += 3) {
      const rule = spreads.items[i + 1]!;
      const counter = spreads.items[i + 2]!;
      const left = rule * times + from;
      const entered = rule * times + to;
      let change = 0;
      for (let g = start[left]!; g < start[left + 1]!; g++) {
        const count = this.#spreadCount[counter + items[g]!]!;
        change +=
          this.#spreadDeviation(rule, items[g]!, count - 1) - this.#spreadDeviation(rule, items[g]!, count);
      }
      for (let g = start[entered]!; g < start[entered + 1]!; g++) {
        const group = items[g]!;
        let count = this.#spreadCount[counter + group]!;
        // Left and entered at once: the meet that leaves is no longer there.
        for (let h = start[left]!; h < start[left + 1]!; h++) if (items[h] === group) count--;
        change += this.#spreadDeviation(rule, group, count + 1) - this.#spreadDeviation(rule, group, count);
      }
      const monitor = spreads.items[i]!;
      rise += change * monitorWeight[monitor]! * (monitorHard[monitor] ? hardWeight : 1);
    }
    return rise;
  }

  /** Changes the number that a monitor watches, and with it the costs. */
  #add(monitor: number, change: number) {
    const { problem } = this;
    const raw = this.raw[monitor]! + change;
    this.raw[monitor] = raw;
    let deviation = deviationOf(raw, problem.monitorMinimum[monitor]!, problem.monitorMaximum[monitor]!);
    if (problem.monitorWhole[monitor]) deviation = Math.ceil(deviation - 1e-6);
    const weight = this.#weight[monitor]!;
    const kind = problem.monitorFunction[monitor]!;
    const cost =
      kind === 0
        ? weight * deviation
        : kind === 1
          ? weight * deviation * deviation
          : deviation > 0
            ? weight
            : 0;
    const before = this.cost[monitor]!;
    if (cost === before) return;
    this.cost[monitor] = cost;
    if (problem.monitorHard[monitor]) this.hard += cost - before;
    else this.soft += cost - before;
    if (before === 0) {
      this.#violatedPlace[monitor] = this.violatedCount;
      this.violated[this.violatedCount++] = monitor;
    } else if (cost === 0) {
      const place = this.#violatedPlace[monitor]!;
      const last = this.violated[--this.violatedCount]!;
      this.violated[place] = last;
      this.#violatedPlace[last] = place;
    }
  }

  /** Lets a monitor count so many times what it should: 0 mutes it, 1 is as the instance says. */
  setEmphasis(monitor: number, times: number) {
    this.#weight[monitor] = times * this.problem.monitorWeight[monitor]!;
    this.#add(monitor, 0);
  }

  #addAll(list: Lists, row: number, change: number) {
    const end = list.start[row + 1]!;
    for (let i = list.start[row]!; i < end; i++) this.#add(list.items[i]!, change);
  }

  // Elementary changes, each written down.

  /** Takes a free meet of a unit into use, without time; its open slots are empty. */
  open(meet: number, duration: number) {
    this.#write(opOpen, meet, 0, 0);
    this.#open(meet, duration);
  }

  /** Gives a meet back that has no time. */
  close(meet: number) {
    this.#write(opClose, meet, this.duration[meet]!, 0);
    this.#close(meet);
  }

  place(meet: number, time: number) {
    this.#write(opPlace, meet, 0, 0);
    this.#place(meet, time);
  }

  lift(meet: number) {
    this.#write(opLift, meet, this.time[meet]!, 0);
    this.#lift(meet);
  }

  /** Assigns a resource (or -1: none) to a slot of a meet; `k` counts the slots of its unit. */
  assign(meet: number, k: number, resource: number) {
    this.#write(opAssign, meet, k, this.resource[this.problem.meetResource[meet]! + k]!);
    this.#assign(meet, k, resource);
  }

  #write(op: number, a: number, b: number, c: number) {
    if (this.#journalEnd + 4 > this.#journal.length) {
      const longer = new Int32Array(2 * this.#journal.length);
      longer.set(this.#journal);
      this.#journal = longer;
    }
    this.#journal[this.#journalEnd] = op;
    this.#journal[this.#journalEnd + 1] = a;
    this.#journal[this.#journalEnd + 2] = b;
    this.#journal[this.#journalEnd + 3] = c;
    this.#journalEnd += 4;
  }

  /** A place in the journal to go back to. */
  get mark(): number {
    return this.#journalEnd;
  }

  /** Keeps what was done. */
  commit() {
    this.#journalEnd = 0;
  }

  /** Takes back everything since a mark. */
  undo(mark = 0) {
    while (this.#journalEnd > mark) {
      this.#journalEnd -= 4;
      const op = this.#journal[this.#journalEnd]!;
      const a = this.#journal[this.#journalEnd + 1]!;
      const b = this.#journal[this.#journalEnd + 2]!;
      if (op === opPlace) this.#lift(a);
      else if (op === opLift) this.#place(a, b);
      else if (op === opAssign) this.#assign(a, b, this.#journal[this.#journalEnd + 3]!);
      else if (op === opOpen) this.#close(a);
      else this.#open(a, b);
    }
  }

  #open(meet: number, duration: number) {
    this.duration[meet] = duration;
    this.#activePlace[meet] = this.activeCount;
    this.active[this.activeCount++] = meet;
    this.#countMeet(meet, 1);
  }

  #close(meet: number) {
    this.#countMeet(meet, -1);
    this.duration[meet] = 0;
    const place = this.#activePlace[meet]!;
    const last = this.active[--this.activeCount]!;
    this.active[place] = last;
    this.#activePlace[last] = place;
  }

  /** A meet without time comes into being or goes: what depends on the parts of an event and on unassigned resources. */
  #countMeet(meet: number, sign: number) {
    const { problem } = this;
    const unit = problem.meetUnit[meet]!;
    const duration = this.duration[meet]!;
    this.#addAll(problem.assignTime, unit, sign * duration);
    const before = this.#meetCount[unit]!;
    this.#meetCount[unit] = before + sign;
    for (let i = problem.splits.start[unit]!; i < problem.splits.start[unit + 1]!; i++) {
      const { constraint, monitor } = problem.splitRules[problem.splits.items[i]!]!;
      const { amounts, durations } = constraint;
      let change =
        deviationOf(before + sign, amounts.minimum, amounts.maximum) -
        deviationOf(before, amounts.minimum, amounts.maximum);
      if (duration < durations.minimum || duration > durations.maximum) change += sign;
      if (change !== 0) this.#add(monitor, change);
    }
    for (let i = problem.distributes.start[unit]!; i < problem.distributes.start[unit + 1]!; i++) {
      const rule = problem.distributeRules[problem.distributes.items[i]!]!;
      if (rule.duration === duration) this.#add(rule.monitor, sign);
    }
    const first = problem.slotStart[unit]!;
    const end = problem.slotStart[unit + 1]!;
    const at = problem.meetResource[meet]! - first;
    for (let s = first; s < end; s++) this.#attend(s, this.resource[at + s]!, duration, sign);
  }

  /** A slot of a meet holds (or no longer holds) a resource, whatever the time. */
  #attend(slot: number, resource: number, duration: number, sign: number) {
    const { problem } = this;
    if (resource < 0) {
      this.#addAll(problem.assignResource, slot, sign * duration);
      return;
    }
    const prefer = problem.preferResources;
    for (let i = prefer.start[slot]!; i < prefer.start[slot + 1]!; i += 2)
      if (!problem.preferResourceTables[prefer.items[i + 1]!]![resource])
        this.#add(prefer.items[i]!, sign * duration);
    const splits = problem.splitAssignments;
    for (let i = splits.start[slot]!; i < splits.start[slot + 1]!; i += 2) {
      const counter = splits.items[i + 1]! + resource;
      const count = this.#splitAssignmentCount[counter]! + sign;
      this.#splitAssignmentCount[counter] = count;
      if (count === (sign > 0 ? 1 : 0)) this.#add(splits.items[i]!, sign);
    }
    const loads = problem.workloads;
    for (let i = loads.start[resource]!; i < loads.start[resource + 1]!; i++)
      this.#add(loads.items[i]!, sign * duration * problem.slotLoad[slot]!);
  }

  #assign(meet: number, k: number, resource: number) {
    const { problem } = this;
    const unit = problem.meetUnit[meet]!;
    const at = problem.meetResource[meet]! + k;
    const before = this.resource[at]!;
    const duration = this.duration[meet]!;
    const time = this.time[meet]!;
    const slot = problem.slotStart[unit]! + k;
    this.#attend(slot, before, duration, -1);
    if (time >= 0 && before >= 0) for (let t = time; t < time + duration; t++) this.#leave(before, t, meet);
    this.resource[at] = resource;
    this.#attend(slot, resource, duration, 1);
    if (time >= 0 && resource >= 0)
      for (let t = time; t < time + duration; t++) this.#occupy(resource, t, meet);
  }

  #place(meet: number, time: number) {
    this.time[meet] = time;
    const { problem } = this;
    const unit = problem.meetUnit[meet]!;
    const duration = this.duration[meet]!;
    this.#start(meet, unit, time, duration, 1);
    const at = problem.meetResource[meet]!;
    const count = problem.slotStart[unit + 1]! - problem.slotStart[unit]!;
    for (let k = 0; k < count; k++) {
      const resource = this.resource[at + k]!;
      if (resource >= 0) for (let t = time; t < time + duration; t++) this.#occupy(resource, t, meet);
    }
  }

  #lift(meet: number) {
    const time = this.time[meet]!;
    this.time[meet] = -1;
    const { problem } = this;
    const unit = problem.meetUnit[meet]!;
    const duration = this.duration[meet]!;
    this.#start(meet, unit, time, duration, -1);
    const at = problem.meetResource[meet]!;
    const count = problem.slotStart[unit + 1]! - problem.slotStart[unit]!;
    for (let k = 0; k < count; k++) {
      const resource = this.resource[at + k]!;
      if (resource >= 0) for (let t = time; t < time + duration; t++) this.#leave(resource, t, meet);
    }
  }

  /** What depends on the starting time of a meet, whatever its resources. */
  #start(_meet: number, unit: number, time: number, duration: number, sign: number) {
    const { problem } = this;
    this.#addAll(problem.assignTime, unit, -sign * duration);
    const prefer = problem.preferTimes;
    for (let i = prefer.start[unit]!; i < prefer.start[unit + 1]!; i += 3) {
      const only = prefer.items[i + 1]!;
      if ((only === 0 || only === duration) && !problem.preferTimeTables[prefer.items[i + 2]!]![time])
        this.#add(prefer.items[i]!, sign * duration);
    }
    const spreads = problem.spreads;
    for (let i = spreads.start[unit]!; i < spreads.start[unit + 1]!; i += 3) {
      const rule = spreads.items[i + 1]!;
      const groups = problem.spreadGroupsAt;
      const row = rule * problem.times + time;
      for (let g = groups.start[row]!; g < groups.start[row + 1]!; g++) {
        const group = groups.items[g]!;
        const counter = spreads.items[i + 2]! + group;
        const before = this.#spreadCount[counter]!;
        this.#spreadCount[counter] = before + sign;
        const change =
          this.#spreadDeviation(rule, group, before + sign) - this.#spreadDeviation(rule, group, before);
        if (change !== 0) this.#add(spreads.items[i]!, change);
      }
    }
    const links = problem.links;
    for (let i = links.start[unit]!; i < links.start[unit + 1]!; i += 3) {
      const link = links.items[i + 1]!;
      const size = problem.linkSizes[link]!;
      const base = problem.linkCounterStart[link]!;
      const own = base + (links.items[i + 2]! + 1) * problem.times;
      for (let t = time; t < time + duration; t++) {
        const count = this.#linkCount[own + t]! + sign;
        this.#linkCount[own + t] = count;
        if (count !== (sign > 0 ? 1 : 0)) continue;
        const before = this.#linkCount[base + t]!;
        const after = before + sign;
        this.#linkCount[base + t] = after;
        const change = (after > 0 && after < size ? 1 : 0) - (before > 0 && before < size ? 1 : 0);
        if (change !== 0) this.#add(links.items[i]!, change);
      }
    }
    for (let i = problem.ordersOfUnit.start[unit]!; i < problem.ordersOfUnit.start[unit + 1]!; i++) {
      const { monitor, first, second } = problem.orders[problem.ordersOfUnit.items[i]!]!;
      this.#add(monitor, this.#separation(monitor, first, second) - this.raw[monitor]!);
    }
  }

  /** Times from the last end of one unit to the first start of the other; nothing amiss while either has no time. */
  #separation(monitor: number, first: number, second: number): number {
    const { problem } = this;
    let end = -1;
    let start = problem.times;
    for (let m = problem.meetStart[first]!; m < problem.meetStart[first + 1]!; m++)
      if (this.duration[m]! > 0 && this.time[m]! >= 0) end = Math.max(end, this.time[m]! + this.duration[m]!);
    for (let m = problem.meetStart[second]!; m < problem.meetStart[second + 1]!; m++)
      if (this.duration[m]! > 0 && this.time[m]! >= 0) start = Math.min(start, this.time[m]!);
    return end < 0 || start === problem.times ? problem.monitorMinimum[monitor]! : start - end;
  }

  #occupy(resource: number, time: number, meet: number) {
    const at = resource * this.problem.times + time;
    const before = this.load[at]!;
    this.load[at] = before + 1;
    this.#loadSum[at] = this.#loadSum[at]! + meet + 1;
    if (before === 0) this.#toggle(at, 1);
    else this.#addAll(this.problem.clashes, resource, 1);
  }

  #leave(resource: number, time: number, meet: number) {
    const at = resource * this.problem.times + time;
    const after = this.load[at]! - 1;
    this.load[at] = after;
    this.#loadSum[at] = this.#loadSum[at]! - meet - 1;
    if (after === 0) this.#toggle(at, -1);
    else this.#addAll(this.problem.clashes, resource, -1);
  }

  /** A resource becomes busy or free at a time: the cells with that time. */
  #toggle(at: number, sign: number) {
    const { problem } = this;
    const { cellsAt, cellUsers, cellWords } = problem;
    for (let i = cellsAt.start[at]!; i < cellsAt.start[at + 1]!; i += 2) {
      const cell = cellsAt.items[i]!;
      const place = cellsAt.items[i + 1]!;
      const word = cellWords[cell]! + (place >> 5);
      this.#cellMask[word] = this.#cellMask[word]! ^ (1 << (place & 31));
      const busy = this.#cellCount[cell]! + sign;
      this.#cellCount[cell] = busy;
      for (let j = cellUsers.start[cell]!; j < cellUsers.start[cell + 1]!; j += 2) {
        const monitor = cellUsers.items[j]!;
        const kind = cellUsers.items[j + 1]!;
        let part = busy;
        if (kind === cellIdle) part = busy < 2 ? 0 : this.#span(cell) - busy;
        else if (kind === cellUsed) part = busy > 0 ? 1 : 0;
        else if (kind === cellBusy)
          part =
            busy === 0
              ? 0
              : deviationOf(busy, problem.groupMinimum[monitor]!, problem.groupMaximum[monitor]!);
        const change = part - this.#cellPart[j]!;
        if (change !== 0) {
          this.#cellPart[j] = part;
          this.#add(monitor, change);
        }
      }
    }
  }

  /** Places from the first busy to the last busy time of a cell, both counted. */
  #span(cell: number): number {
    let first = this.problem.cellWords[cell]!;
    let last = this.problem.cellWords[cell + 1]! - 1;
    const base = first;
    while (this.#cellMask[first] === 0) first++;
    while (this.#cellMask[last] === 0) last--;
    const low = this.#cellMask[first]!;
    const from = (first - base) * 32 + 31 - Math.clz32(low & -low);
    const to = (last - base) * 32 + 31 - Math.clz32(this.#cellMask[last]!);
    return to - from + 1;
  }

  /** Writes the meets that a resource attends at a time into `into` from `end` on; gives the new end. */
  occupants(resource: number, time: number, into: Int32Array, end: number): number {
    const { problem } = this;
    const at = resource * problem.times + time;
    if (this.load[at] === 0) return end;
    if (this.load[at] === 1) {
      into[end] = this.#loadSum[at]! - 1;
      return end + 1;
    }
    const list = problem.unitsOfResource;
    for (let i = list.start[resource]!; i < list.start[resource + 1]!; i++) {
      const unit = list.items[i]!;
      const count = problem.slotStart[unit + 1]! - problem.slotStart[unit]!;
      for (let meet = problem.meetStart[unit]!; meet < problem.meetStart[unit + 1]!; meet++) {
        const start = this.time[meet]!;
        if (this.duration[meet] === 0 || start < 0 || start > time || time >= start + this.duration[meet]!)
          continue;
        const base = problem.meetResource[meet]!;
        for (let k = 0; k < count; k++)
          if (this.resource[base + k] === resource) {
            if (end < into.length) into[end++] = meet;
            break;
          }
      }
    }
    return end;
  }

  snapshot(): Snapshot {
    return {
      duration: this.duration.slice(),
      time: this.time.slice(),
      resource: this.resource.slice(),
      hard: this.hard,
      soft: this.soft,
    };
  }

  saveInto(snapshot: Snapshot) {
    snapshot.duration.set(this.duration);
    snapshot.time.set(this.time);
    snapshot.resource.set(this.resource);
    snapshot.hard = this.hard;
    snapshot.soft = this.soft;
  }

  /** Becomes the solution of a snapshot, changing only the meets that differ. */
  restore(snapshot: Snapshot) {
    const { problem } = this;
    this.commit();
    for (let meet = 0; meet < problem.meets; meet++) {
      const unit = problem.meetUnit[meet]!;
      const base = problem.meetResource[meet]!;
      const count = problem.slotStart[unit + 1]! - problem.slotStart[unit]!;
      const duration = snapshot.duration[meet]!;
      const sameTime = this.duration[meet] === duration && this.time[meet] === snapshot.time[meet];
      if (!sameTime && this.duration[meet]! > 0) {
        if (this.time[meet]! >= 0) this.#lift(meet);
        if (this.duration[meet] !== duration) this.#close(meet);
      }
      if (duration > 0 && this.duration[meet] === 0) this.#open(meet, duration);
      for (let k = 0; k < count; k++)
        if (this.resource[base + k] !== snapshot.resource[base + k]) {
          if (duration > 0) this.#assign(meet, k, snapshot.resource[base + k]!);
          else this.resource[base + k] = snapshot.resource[base + k]!;
        }
      if (!sameTime && duration > 0 && snapshot.time[meet]! >= 0) this.#place(meet, snapshot.time[meet]!);
    }
  }

  /** The meets of every event. */
  solution(): Solution {
    const { problem } = this;
    const meets: Meet[] = [];
    for (let meet = 0; meet < problem.meets; meet++) {
      const duration = this.duration[meet]!;
      if (duration === 0) continue;
      const unit = problem.meetUnit[meet]!;
      let at = problem.meetResource[meet]!;
      for (const event of problem.unitEvents[unit]!) {
        const count = problem.instance.events[event]!.slots.length;
        meets.push({
          event,
          duration,
          time: this.time[meet]!,
          resources: Array.from(this.resource.subarray(at, at + count)),
        });
        at += count;
      }
    }
    return { meets };
  }
}
