/** Where tasks can go: each further one costs more, and all that arrive go on to the station behind. */
export interface Station {
  /** What the first, second … task here costs, never falling; no more tasks than prices. */
  readonly prices: readonly number[];
  /** Station that its tasks count for too; -1 for none. */
  readonly behind: number;
}

export interface AssignmentProblem {
  /** For each task the stations that can take it and what it costs there; not negative. */
  readonly costs: readonly (readonly { readonly station: number; readonly cost: number }[])[];
  /** Price of leaving a task undone. */
  readonly undone: number;
  readonly stations: readonly Station[];
}

/** Station of each task (-1: undone) and the whole cost. */
export interface Assignment {
  readonly station: readonly number[];
  readonly cost: number;
}

/**
 * The cheapest assignment of tasks to stations with rising prices, by successive shortest paths, one task after the other (min-cost flow; Ahuja,
 * Magnanti, Orlin 1993, chapter 9).
 */
export function cheapestAssignment({ costs, undone, stations }: AssignmentProblem): Assignment {
  const firstStation = costs.length;
  const sink = firstStation + stations.length;
  const network = new Network(sink + 1);
  costs.forEach((some, task) => {
    for (const { station, cost } of some) network.add(task, firstStation + station, cost);
    network.add(task, sink, undone);
  });
  stations.forEach(({ prices, behind }, station) => {
    for (const price of prices)
      network.add(firstStation + station, behind < 0 ? sink : firstStation + behind, price);
  });
  let cost = 0;
  for (let task = 0; task < costs.length; task++) cost += network.augment(task, sink);
  const station = costs.map((_, task) => {
    const to = network.flowFrom(task);
    return to === sink ? -1 : to - firstStation;
  });
  return { station, cost };
}

/** Arcs of capacity 1, each with its reverse beside it. */
class Network {
  readonly #to: number[] = [];
  readonly #free: boolean[] = [];
  readonly #cost: number[] = [];
  readonly #out: number[][];

  constructor(nodes: number) {
    this.#out = Array.from({ length: nodes }, () => []);
  }

  add(from: number, to: number, cost: number): void {
    this.#out[from]!.push(this.#to.push(to) - 1);
    this.#out[to]!.push(this.#to.push(from) - 1);
    this.#free.push(true, false);
    this.#cost.push(cost, -cost);
  }

  /** Sends one unit along a cheapest path (Bellman and Ford with a queue) and returns its cost; there must be one. */
  augment(source: number, sink: number): number {
    const distance = new Float64Array(this.#out.length).fill(Number.POSITIVE_INFINITY);
    const by = new Int32Array(this.#out.length).fill(-1);
    const waiting = new Uint8Array(this.#out.length);
    const queue = [source];
    distance[source] = 0;
    for (let head = 0; head < queue.length; head++) {
      const node = queue[head]!;
      waiting[node] = 0;
      for (const arc of this.#out[node]!) {
        const next = this.#to[arc]!;
        const there = distance[node]! + this.#cost[arc]!;
        if (!this.#free[arc] || there >= distance[next]! - 1e-9) continue;
        distance[next] = there;
        by[next] = arc;
        if (waiting[next]) continue;
        waiting[next] = 1;
        queue.push(next);
      }
    }
    for (let node = sink; node !== source; node = this.#to[by[node]! ^ 1]!) {
      this.#free[by[node]!] = false;
      this.#free[by[node]! ^ 1] = true;
    }
    return distance[sink]!;
  }

  /** Where the unit that came into a node goes. */
  flowFrom(node: number): number {
    for (const arc of this.#out[node]!) if ((arc & 1) === 0 && !this.#free[arc]) return this.#to[arc]!;
    return -1;
  }
}
