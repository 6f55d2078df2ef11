import type { Ground, Lesson } from './ground.ts';
import { type Half, slotKey, slotsTaken } from './week.ts';

/** A lesson on a day for which somebody must stand in. */
export interface OpenLesson {
  readonly lesson: Lesson;
  /** 'YYYY-MM-DD'. */
  readonly day: string;
}

/** Who teaches what at the school, and how often each has stood in so far this year. */
export interface StaffRoom {
  readonly qualified: (staffId: string, lesson: Lesson) => boolean;
  readonly stoodIn: ReadonlyMap<string, number>;
  /** Teachers who cannot come on a day, or stand in already: 'staffId day slotKey' or 'staffId day'. */
  readonly taken: ReadonlySet<string>;
}

export interface Candidate {
  readonly staffId: string;
  /** Qualified for the subject and a teacher of the class; the subject; a teacher of the class; only free. */
  readonly nearness: 'subjectAndClass' | 'subject' | 'class' | 'free';
  /** Own periods on that day. */
  readonly load: number;
  readonly stoodIn: number;
}

export interface Proposal extends OpenLesson {
  readonly chosen: Candidate | undefined;
  /** All who could, the best first. */
  readonly candidates: readonly Candidate[];
}

const nearnessCost = { subjectAndClass: 0, subject: 100, class: 200, free: 300 } as const;
/** A teacher who has no lesson that day would come for this alone. */
const comesSpecially = 40;

/**
 * Who stands in for which lesson: free in that period, nearest to the lesson, then whoever has stood in least and has the lightest day.
 * Lessons are dealt out the hardest first (fewest candidates), so that one does not take the other's only teacher.
 */
export function proposeSubstitutes(
  ground: Ground,
  lessons: readonly Lesson[],
  open: readonly OpenLesson[],
  away: ReadonlySet<string>,
  room: StaffRoom,
): Proposal[] {
  const busy = new Map<string, Set<number>>();
  const dayLoad = new Map<string, number>();
  const teaches = new Set<string>();
  for (const lesson of lessons) {
    for (const staffId of lesson.staffIds) {
      for (const classId of lesson.classIds) teaches.add(`${staffId} ${classId}`);
      if (!lesson.at) continue;
      const key = `${staffId} ${lesson.at.weekday}`;
      dayLoad.set(key, (dayLoad.get(key) ?? 0) + lesson.duration);
      const slots = busy.get(staffId) ?? new Set();
      for (const slot of slotsTaken(lesson.at, lesson.duration)) slots.add(slotKey(slot));
      busy.set(staffId, slots);
    }
  }
  const shut = new Set([
    ...ground.wishes
      .filter(({ of, wish }) => of === 'staff' && wish === 'closed')
      .map(({ id, at }) => `${id} ${slotKey(at)}`),
    ...ground.taken.flatMap(({ staffId, at, duration }) =>
      slotsTaken(at, duration).map((slot) => `${staffId} ${slotKey(slot)}`),
    ),
  ]);
  const given = new Map<string, number>();
  const standing = new Set(room.taken);

  function candidatesFor({ lesson, day }: OpenLesson): Candidate[] {
    const { at } = lesson;
    if (!at) return [];
    const slots = slotsTaken(at, lesson.duration).map(slotKey);
    return ground.teachers
      .filter(
        ({ id }) =>
          !away.has(`${id} ${day}`) &&
          !standing.has(`${id} ${day}`) &&
          slots.every(
            (slot) =>
              !busy.get(id)?.has(slot) && !shut.has(`${id} ${slot}`) && !standing.has(`${id} ${day} ${slot}`),
          ),
      )
      .map(({ id }): Candidate => {
        const subject = room.qualified(id, lesson);
        const ofClass = lesson.classIds.some((classId) => teaches.has(`${id} ${classId}`));
        return {
          staffId: id,
          nearness: subject ? (ofClass ? 'subjectAndClass' : 'subject') : ofClass ? 'class' : 'free',
          load: dayLoad.get(`${id} ${at.weekday}`) ?? 0,
          stoodIn: (room.stoodIn.get(id) ?? 0) + (given.get(id) ?? 0),
        };
      })
      .sort((a, b) => costOf(a) - costOf(b) || (a.staffId < b.staffId ? -1 : 1));
  }

  const hardestFirst = open
    .map((one) => ({ one, choices: candidatesFor(one).length }))
    .sort((a, b) => a.choices - b.choices)
    .map(({ one }) => one);
  const proposals = new Map<OpenLesson, Proposal>();
  for (const one of hardestFirst) {
    const candidates = candidatesFor(one);
    const [chosen] = candidates;
    if (chosen && one.lesson.at) {
      given.set(chosen.staffId, (given.get(chosen.staffId) ?? 0) + one.lesson.duration);
      for (const slot of slotsTaken(one.lesson.at, one.lesson.duration))
        standing.add(`${chosen.staffId} ${one.day} ${slotKey(slot)}`);
    }
    proposals.set(one, { ...one, chosen, candidates });
  }
  return open.map((one) => proposals.get(one)!);
}

function costOf({ nearness, load, stoodIn }: Candidate): number {
  return nearnessCost[nearness] + (load === 0 ? comesSpecially : 0) + stoodIn * 10 + load * 3;
}

/** Days from one to another, both counted, 'YYYY-MM-DD'. */
export function daysBetween(from: string, to: string): string[] {
  const days: string[] = [];
  const moment = new Date(`${from}T00:00:00Z`);
  while (days.length < 200) {
    const day = moment.toISOString().slice(0, 10);
    if (day > to) return days;
    days.push(day);
    moment.setUTCDate(moment.getUTCDate() + 1);
  }
  return days;
}

/** 1 = Monday … 7 = Sunday. */
export function weekdayOf(day: string): number {
  return new Date(`${day}T00:00:00Z`).getUTCDay() || 7;
}

/** A period that a made-up lesson may take. */
export interface FreePlace {
  readonly day: string;
  readonly half: Half;
  readonly period: number;
}
