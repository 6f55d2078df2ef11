import { DocumentError } from '../xml.ts';
import type { SchoolProblem, SchoolSlot } from './schema.ts';

/**
 * The week as the core sees it: a day of the grid is one session, so that gaps, runs and lessons never go across noon; the
 * sessions of one real day lie side by side.
 */
export class Week {
  readonly sessionsADay: number;
  readonly periods: number;
  /** Sessions of the week: days of the grid. */
  readonly sessions: number;
  readonly realDays: number;
  readonly kinds: number;
  readonly #week: SchoolProblem['week'];

  constructor(week: SchoolProblem['week']) {
    this.#week = week;
    this.sessionsADay = Math.max(...week.days.map(({ sessions }) => sessions.length));
    this.periods = Math.max(
      1,
      ...week.days.flatMap(({ sessions }) => sessions.map(({ periods }) => periods)),
    );
    this.realDays = week.days.length;
    this.sessions = this.realDays * this.sessionsADay;
    this.kinds = week.kinds?.length ?? 1;
  }

  /** All kinds of week as bits. */
  get everyKind(): number {
    return (1 << this.kinds) - 1;
  }

  /** Kinds of week as bits. Throws DocumentError for one that is not there. */
  kindBits(kinds: readonly number[]): number {
    for (const kind of kinds)
      if (kind >= this.kinds) throw new DocumentError(`Loại tuần ${kind} không có trong tuần học.`);
    return kinds.reduce((bits, kind) => bits | (1 << kind), 0);
  }

  get slots(): number {
    return this.sessions * this.periods;
  }

  /** Days of the grid of each real day, in every kind of week. */
  realDayGroups(): number[][] {
    return Array.from({ length: this.realDays * this.kinds }, (_, day) =>
      Array.from({ length: this.sessionsADay }, (_, session) => day * this.sessionsADay + session),
    );
  }

  /** Periods of each day of the grid, in every kind of week; 0 for a session that its day does not have. */
  lengths(): Int32Array {
    return Int32Array.from({ length: this.sessions * this.kinds }, (_, session) => {
      const within = session % this.sessions;
      const day = this.#week.days[Math.floor(within / this.sessionsADay)]!;
      return day.sessions[within % this.sessionsADay]?.periods ?? 0;
    });
  }

  /** Days of the grid, each alone, in every kind of week; with `only` those sessions of a day. */
  sessionGroups(only?: number): number[][] {
    return Array.from({ length: this.sessions * this.kinds }, (_, session) => [session]).filter(
      ([session]) => only === undefined || session! % this.sessionsADay === only,
    );
  }

  slotOf({
    day,
    session,
    period,
  }: {
    readonly day: number;
    readonly session: number;
    readonly period: number;
  }): number {
    return (day * this.sessionsADay + session) * this.periods + period;
  }

  placeOf(slot: number): { day: number; session: number; period: number } {
    const session = Math.floor(slot / this.periods);
    return {
      day: Math.floor(session / this.sessionsADay),
      session: session % this.sessionsADay,
      period: slot % this.periods,
    };
  }

  /** All slots of the first kind of week that a description means. */
  slotsOf(places: readonly SchoolSlot[]): number[] {
    const found: number[] = [];
    for (let slot = 0; slot < this.slots; slot++) {
      const here = this.placeOf(slot);
      const meant = places.some(
        ({ day, session, period }) =>
          (day === undefined || day === here.day) &&
          (session === undefined || session === here.session) &&
          (period === undefined || period === here.period),
      );
      if (meant) found.push(slot);
    }
    return found;
  }

  /** Bits of the meant periods for each day of the grid, in every kind of week. */
  bitsOf(places: readonly SchoolSlot[]): Int32Array {
    const bits = new Int32Array(this.sessions * this.kinds);
    for (const slot of this.slotsOf(places))
      for (let kind = 0; kind < this.kinds; kind++)
        bits[kind * this.sessions + Math.floor(slot / this.periods)]! |= 1 << (slot % this.periods);
    return bits;
  }

  /** Whether a lesson of that many periods may start there: the periods exist and no long break lies between. */
  holds(slot: number, duration: number): boolean {
    const { day, session, period } = this.placeOf(slot);
    const here = this.#week.days[day]!.sessions[session];
    if (!here || period + duration > here.periods) return false;
    return !(here.breaksAfter ?? []).some((after) => after > period && after < period + duration);
  }
}
