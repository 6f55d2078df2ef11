import {
  BusyDays,
  DailyHours,
  Gaps,
  NoClash,
  type Option,
  type Problem,
  ProblemBuilder,
  StartCost,
  type State,
} from '#engines/timetable';
import { placeKey } from './board.ts';
import { type Goals, goalWeight } from './goals.ts';
import type { Ground, Lesson } from './ground.ts';
import { type Slot, sessionsOf, slotKey, slotsTaken } from './week.ts';

/** What the search pays for, as progress shows it: clashes and gaps of classes must not be, the others are the school's goals. */
export const costParts = [
  'clash',
  'classGap',
  'teacherGaps',
  'teacherHalfDays',
  'subjectSpread',
  'demandingEarly',
  'wishes',
  'evenDays',
] as const;
export type CostPart = (typeof costParts)[number];

/** Where lessons lie: lesson id → slot key and room. */
export type Places = Readonly<Record<string, { readonly slot: number; readonly roomId: string | null }>>;

/** The school as the engine sees it, and the way back. A day of the engine is a half day, so that nothing is a gap over lunch. */
export interface EngineSchool {
  readonly problem: Problem;
  /** Lays lessons where a checkpoint has them, as far as they may still lie there. */
  lay(state: State, places: Places): void;
  /** Where the lessons lie; those without a place are left out. */
  read(timetable: Pick<State, 'start' | 'option'>): Places;
  /** Whom or what a resource stands for: 'staff', 'class', 'room', 'group' and the id; undefined for others. */
  whoIs(resource: number): { readonly kind: string; readonly id: string } | undefined;
  /** Weighted cost by part. */
  parts(state: State): Record<CostPart, number>;
}

const realDays = Array.from({ length: 7 }, (_, day) => [2 * day, 2 * day + 1]);
const halfDays = Array.from({ length: 14 }, (_, half) => [half]);
/** A subject right after lunch, a wish that no slider weighs. */
const fixedWishWeight = 4;

/** Compiles a school, the goals of its principal and the lessons to lay. Locked lessons may only lie where they are. */
export function engineSchool(ground: Ground, goals: Goals, lessons: readonly Lesson[]): EngineSchool {
  const periods = Math.max(1, ...ground.frame.bells.map(({ period }) => period));
  const builder = new ProblemBuilder({ days: 14, periods });
  const slotAt = ({ weekday, half, period }: Slot) =>
    ((weekday - 1) * 2 + (half === 'afternoon' ? 1 : 0)) * periods + period - 1;
  const placeOf = (slot: number): Slot => {
    const half = Math.floor(slot / periods);
    return {
      weekday: (half >> 1) + 1,
      half: half % 2 ? 'afternoon' : 'morning',
      period: (slot % periods) + 1,
    };
  };
  const source = (part: CostPart) => costParts.indexOf(part);
  const must = (part: CostPart) => ({ required: true, weight: 1, source: source(part) });
  const wish = (part: CostPart, notch: number, times = 1) => ({
    required: false,
    weight: goalWeight(notch) * times,
    source: source(part),
  });

  const resources = new Map<string, number>();
  const resource = (key: string, exclusive: boolean) => {
    const known = resources.get(key);
    if (known !== undefined) return known;
    const made = builder.addResource();
    resources.set(key, made);
    if (exclusive) {
      builder.addConstraint(new NoClash(made), must('clash'));
      builder.markExclusive(made);
    }
    return made;
  };
  const forbidden = new Set([
    ...ground.wishes
      .filter((one) => one.wish === 'closed')
      .map(({ of, id, at }) => placeKey(of, id, slotKey(at))),
    ...ground.taken.flatMap(({ staffId, at, duration }) =>
      slotsTaken(at, duration).map((slot) => placeKey('staff', staffId, slotKey(slot))),
    ),
  ]);
  const sessions = new Map(ground.classes.map(({ id, grade }) => [id, sessionsOf(ground.frame, grade)]));
  const rules = new Map(ground.subjectRules.map((rule) => [rule.subjectCode, rule]));
  const homeOf = Map.groupBy(ground.classes, ({ roomId }) => roomId);
  const roomKinds = Map.groupBy(ground.rooms, ({ kind }) => kind);
  const kindOf = new Map(ground.rooms.map(({ id, kind }) => [id, kind]));
  const standing = new Set<string>();
  const optionRooms: (string | null)[] = [];

  const rooms = lessons.map((lesson) => {
    const kind = rules.get(lesson.subjectCode ?? '')?.roomKind;
    if (!lesson.roomId) return [];
    if (!lesson.locked && kind && kindOf.get(lesson.roomId) === kind)
      return (roomKinds.get(kind) ?? []).map(({ id }) => id);
    // A home room that no other class uses is free whenever its class is.
    return (homeOf.get(lesson.roomId)?.length ?? 0) === 1 && !isShared(ground, lessons, lesson.roomId)
      ? []
      : [lesson.roomId];
  });
  const meets = lessons.map((lesson, index) => {
    const options: Option[] = rooms[index]!.map((id) => ({ resources: [resource(`room ${id}`, true)] }));
    if (options.length > 1) optionRooms.push(...rooms[index]!);
    const own: number[] = [];
    for (const id of lesson.staffIds) {
      // One flag salute of all classes: whoever stands there stands there once.
      const once = lesson.kind === 'event' && lesson.at ? `${id} ${lesson.title} ${slotKey(lesson.at)}` : '';
      if (once && standing.has(once)) continue;
      standing.add(once);
      own.push(resource(`staff ${id}`, true));
    }
    if (lesson.kind === 'group') {
      own.push(resource(`group ${lesson.studyGroupId}`, true));
      for (const [one, other] of ground.groupsSharing)
        if (one === lesson.studyGroupId || other === lesson.studyGroupId)
          own.push(resource(`sharing ${one} ${other}`, true));
    } else {
      for (const id of lesson.classIds) {
        own.push(resource(`class ${id}`, true));
        if (lesson.kind === 'lesson') own.push(resource(`subject ${id} ${lesson.subjectCode}`, false));
      }
    }
    if (options.length === 1) own.push(...options[0]!.resources);
    return builder.addMeet({
      duration: lesson.duration,
      resources: own,
      starts: startsOf(lesson)
        .map(slotAt)
        .sort((a, b) => a - b),
      choices: options.length > 1 ? [options] : [],
    });
  });

  function startsOf(lesson: Lesson): Slot[] {
    if (lesson.locked && lesson.at) return [lesson.at];
    const starts: Slot[] = [];
    const shared = lesson.classIds.map((id) => sessions.get(id) ?? new Map());
    const frame = [...new Set(ground.frame.sessions.map(({ weekday, half }) => `${weekday} ${half}`))];
    for (const day of frame) {
      const rows = shared.map((own) => own.get(day));
      if (rows.some((row) => row?.session !== lesson.session) || rows.length === 0) continue;
      const last = Math.min(...rows.map((row) => row!.periods)) - lesson.duration + 1;
      for (let period = 1; period <= last; period += 1) {
        const slot = { weekday: rows[0]!.weekday, half: rows[0]!.half, period };
        const closed = slotsTaken(slot, lesson.duration).some((one) =>
          [
            ...lesson.staffIds.map((id) => placeKey('staff', id, slotKey(one))),
            ...lesson.classIds.map((id) => placeKey('class', id, slotKey(one))),
          ].some((key) => forbidden.has(key)),
        );
        if (!closed) starts.push(slot);
      }
    }
    return starts;
  }

  addClassRules();
  addTeacherRules();
  addSubjectRules();
  addStartCosts();
  const problem = builder.compile();

  function addClassRules() {
    const none = new Int32Array(14);
    for (const { id } of ground.classes) {
      const own = resources.get(`class ${id}`);
      if (own === undefined) continue;
      builder.addConstraint(
        new Gaps(own, { groups: halfDays, max: 0, ignored: none, lateBeginnings: 0 }),
        must('classGap'),
      );
    }
  }

  function addTeacherRules() {
    const none = new Int32Array(14);
    for (const { id } of ground.teachers) {
      const own = resources.get(`staff ${id}`);
      if (own === undefined) continue;
      const load = lessons
        .filter(({ staffIds }) => staffIds.includes(id))
        .reduce((sum, { duration }) => sum + duration, 0);
      if (goals.teacherGaps > 0)
        builder.addConstraint(
          new Gaps(own, { groups: halfDays, max: 0, ignored: none }),
          wish('teacherGaps', goals.teacherGaps),
        );
      if (goals.teacherHalfDays > 0)
        builder.addConstraint(
          new BusyDays(own, { groups: halfDays, max: Math.max(1, Math.ceil(load / 4)) }),
          wish('teacherHalfDays', goals.teacherHalfDays),
        );
      if (goals.evenDays > 0)
        builder.addConstraint(
          new DailyHours(own, { groups: realDays, max: Math.ceil(load / 5) + 1 }),
          wish('evenDays', goals.evenDays),
        );
    }
  }

  function addSubjectRules() {
    const blocks = Map.groupBy(
      lessons.filter(({ kind }) => kind === 'lesson'),
      ({ classIds, subjectCode }) => `subject ${classIds[0]} ${subjectCode}`,
    );
    for (const [key, own] of blocks) {
      const subject = resources.get(key);
      if (subject === undefined || own.length < 2) continue;
      const most = rules.get(own[0]!.subjectCode ?? '')?.mostPerDay ?? 2;
      builder.addConstraint(new DailyHours(subject, { groups: realDays, max: most }), {
        required: false,
        weight: fixedWishWeight * 2,
        source: source('subjectSpread'),
      });
      if (goals.subjectSpread > 0)
        builder.addConstraint(
          new BusyDays(subject, { groups: realDays, min: Math.min(own.length, 5) }),
          wish('subjectSpread', goals.subjectSpread),
        );
    }
  }

  function addStartCosts() {
    const size = 14 * periods;
    const avoided = new Set(
      ground.wishes
        .filter((one) => one.wish === 'avoid')
        .map(({ of, id, at }) => placeKey(of, id, slotKey(at))),
    );
    const preferred = new Set(
      ground.wishes
        .filter((one) => one.wish === 'prefer')
        .map(({ of, id, at }) => placeKey(of, id, slotKey(at))),
    );
    const preferring = new Set(
      ground.wishes.filter((one) => one.wish === 'prefer').map(({ of, id }) => `${of} ${id}`),
    );
    lessons.forEach((lesson, index) => {
      if (lesson.locked) return;
      const rule = rules.get(lesson.subjectCode ?? '');
      const each = (cost: (slot: Slot) => number) =>
        Float64Array.from({ length: size }, (_, at) => {
          const start = placeOf(at);
          return slotsTaken(start, lesson.duration).reduce((sum, slot) => sum + cost(slot), 0);
        });
      if (rule?.demanding && goals.demandingEarly > 0)
        builder.addConstraint(
          new StartCost(
            meets[index]!,
            each(({ period }) => (period >= 4 ? 1 : 0)),
          ),
          wish('demandingEarly', goals.demandingEarly),
        );
      if (rule?.notAfterLunch)
        builder.addConstraint(
          new StartCost(
            meets[index]!,
            each((slot) =>
              slot.half === 'afternoon' &&
              slot.period === 1 &&
              lesson.classIds.some((id) => sessions.get(id)?.has(`${slot.weekday} morning`))
                ? 1
                : 0,
            ),
          ),
          { required: false, weight: fixedWishWeight, source: source('wishes') },
        );
      const who = [
        ...lesson.staffIds.map((id) => ['staff', id] as const),
        ...lesson.classIds.map((id) => ['class', id] as const),
        ...(lesson.roomId ? [['room', lesson.roomId] as const] : []),
      ];
      const wished = who.some(([of, id]) => preferring.has(`${of} ${id}`));
      if (goals.wishes > 0 && (wished || avoided.size > 0)) {
        const costs = each((slot) =>
          who.reduce(
            (sum, [of, id]) =>
              sum +
              (avoided.has(placeKey(of, id, slotKey(slot))) ? 2 : 0) +
              (preferring.has(`${of} ${id}`) && !preferred.has(placeKey(of, id, slotKey(slot))) ? 1 : 0),
            0,
          ),
        );
        if (costs.some((cost) => cost > 0))
          builder.addConstraint(new StartCost(meets[index]!, costs), wish('wishes', goals.wishes));
      }
    });
  }

  const choiceOf = lessons.map((_, index) =>
    problem.choices.from[meets[index]! + 1]! > problem.choices.from[meets[index]!]!
      ? problem.choices.items[problem.choices.from[meets[index]!]!]!
      : -1,
  );

  const keys = [...resources.keys()];

  return {
    problem,
    whoIs(resource) {
      const [kind = '', id = ''] = keys[resource]?.split(' ') ?? [];
      return ['staff', 'class', 'room', 'group'].includes(kind) ? { kind, id } : undefined;
    },
    lay(state, places) {
      lessons.forEach((lesson, index) => {
        const place = places[lesson.id];
        if (!place) return;
        const slot = slotAt({
          weekday: place.slot >> 4,
          half: place.slot & 8 ? 'afternoon' : 'morning',
          period: place.slot & 7,
        });
        const meet = meets[index]!;
        const { from, items } = problem.starts;
        if (!items.subarray(from[meet]!, from[meet + 1]!).includes(slot)) return;
        const choice = choiceOf[index]!;
        if (choice >= 0) {
          const first = problem.options.from[choice]!;
          const at = rooms[index]!.indexOf(place.roomId ?? '');
          if (at >= 0) state.choose(choice, problem.options.items[first + at]!);
        }
        state.place(meet, slot);
      });
      state.settle();
    },
    read(state) {
      const places: Record<string, { slot: number; roomId: string | null }> = {};
      lessons.forEach((lesson, index) => {
        const start = state.start[meets[index]!]!;
        if (start < 0) return;
        const choice = choiceOf[index]!;
        const option = choice >= 0 ? state.option[choice]! : -1;
        places[lesson.id] = {
          slot: slotKey(placeOf(start)),
          roomId: option >= 0 ? optionRooms[option]! : lesson.roomId,
        };
      });
      return places;
    },
    parts(state) {
      const sums = Object.fromEntries(costParts.map((part) => [part, 0])) as Record<CostPart, number>;
      for (let index = 0; index < problem.constraints.length; index += 1) {
        const part = costParts[problem.source[index]!];
        if (part) sums[part] += state.cost[index]! * problem.weight[index]!;
      }
      return sums;
    },
  };
}

/** Whether lessons of a class that does not live in the room are held in it. */
function isShared(ground: Ground, lessons: readonly Lesson[], roomId: string): boolean {
  const home = ground.classes.find((one) => one.roomId === roomId)?.id;
  return lessons.some((lesson) => lesson.roomId === roomId && !lesson.classIds.includes(home ?? ''));
}
