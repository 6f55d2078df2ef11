import { defaultEvents } from './defaults.ts';
import {
  alternatingFindings,
  changeOvers,
  classFindings,
  gradesWithoutSession2,
  groupFindings,
  missingTeachers,
  teacherFindings,
} from './demand-findings.ts';
import { blockFindings, blockLessons, periodsInBlocks } from './elective-blocks.ts';
import type { ClassFact, Ground, Lesson, WeekEvent } from './ground.ts';
import { roomFindings } from './room-findings.ts';
import { fittingRooms } from './room-fit.ts';
import { hasHalf } from './term-part.ts';
import { bothWeeks, type Weeks } from './week.ts';

/** Periods a week of a subject that a class must have in the semester; may be broken (1.5). */
export interface SubjectDemand {
  readonly classId: string;
  readonly subjectCode: string;
  readonly weekly: number;
}

/** Part of it in the hands of a teacher, by the published teaching assignment. */
export interface AssignedPeriods {
  readonly classId: string;
  readonly subjectCode: string;
  /** '' = the whole subject. */
  readonly strand: string;
  readonly staffId: string;
  readonly weekly: number;
}

/** A group of session 2, or of an elective block. */
export interface StudyGroupFact {
  readonly id: string;
  readonly name: string;
  /** False: planned, of session 2; it is laid so that its place is known, and left out of what is published. */
  readonly confirmed: boolean;
  readonly subjectCode: string | null;
  readonly teacherId: string | null;
  readonly periodsPerWeek: number;
  readonly classIds: readonly string[];
  readonly kind: string;
  readonly grade: number | null;
  /** Groups of a grade with the same one are taught at the same time; null: a group of session 2. */
  readonly block: string | null;
  /** How many of each class. */
  readonly pupilsOfClass: Readonly<Record<string, number>>;
}

/**
 * What stands in the way of a timetable before any search, or should be known. mustFix: no search; warning: searched, but
 * something is missing; note: how broken periods were rounded.
 */
export interface DemandFinding {
  readonly severity: 'mustFix' | 'warning' | 'note';
  readonly message: string;
  /** Page on which it is put right. */
  readonly link: string | null;
}

export interface Demand {
  readonly subjects: readonly SubjectDemand[];
  readonly assigned: readonly AssignedPeriods[];
  readonly groups: readonly StudyGroupFact[];
  /** Electives and topics that classes take by their combination; without them no block knows what it stands for. */
  readonly chosen?: readonly {
    readonly classId: string;
    readonly kind: string;
    readonly subjectCode: string;
  }[];
  readonly semester: 1 | 2;
  /** The weeks it is for; left out where that does not matter. */
  readonly span?: { readonly firstWeek: number; readonly weeks: number };
}

/** Whole periods for parts that add up to `total`: the largest remainders get what is left; `turn` decides between equal ones. */
export function wholeParts(parts: readonly number[], total: number, turn: number): number[] {
  const floors = parts.map((part) => Math.floor(part + 1e-9));
  let left = total - floors.reduce((sum, part) => sum + part, 0);
  const order = parts
    .map((part, index) => ({ index, rest: part - floors[index]!, place: (index + turn) % parts.length }))
    .sort((a, b) => (Math.abs(b.rest - a.rest) > 1e-6 ? b.rest - a.rest : a.place - b.place));
  for (let at = 0; left > 0 && order.length > 0; at = (at + 1) % order.length, left -= 1)
    floors[order[at]!.index]! += 1;
  for (let at = order.length - 1; left < 0 && at >= 0; at -= 1) {
    const { index } = order[at]!;
    const taken = Math.min(floors[index]!, -left);
    floors[index]! -= taken;
    left += taken;
  }
  return floors;
}

/** Which part gives the period that is taught every other week: the one rounded up most. */
function halvedPart(parts: readonly { readonly weekly: number }[], whole: readonly number[]): number {
  const over = parts.map(({ weekly }, index) =>
    whole[index]! > 0 ? whole[index]! - weekly : Number.NEGATIVE_INFINITY,
  );
  return over.indexOf(Math.max(...over));
}

/** Cuts `periods` into blocks: as many of two as wished, the rest of one. */
export function blocksOf(periods: number, doubles: number): number[] {
  const pairs = Math.min(doubles, Math.floor(periods / 2));
  return [...Array<number>(pairs).fill(2), ...Array<number>(periods - 2 * pairs).fill(1)];
}

/**
 * The lessons a school must lay in a week, from its rows, all unplaced but the fixed events; and what stands in the way, in words.
 * Broken periods become whole ones (CUR-05: what a strand gives way in one semester comes back in the other). `newId` makes ids.
 */
export function lessonsOf(
  ground: Ground,
  demand: Demand,
  newId: () => string,
): { lessons: Lesson[]; findings: DemandFinding[] } {
  const findings: DemandFinding[] = [];
  const lessons: Lesson[] = [];
  const roomOf = roomChooser(ground);
  const events =
    ground.events.length > 0 ? ground.events : defaultEvents(ground.frame.sessions, ground.classes);
  const assigned = Map.groupBy(demand.assigned, ({ classId, subjectCode }) => `${classId} ${subjectCode}`);
  const subjects = Map.groupBy(demand.subjects, ({ classId }) => classId);
  const rounded = new Set<string>();
  const inBlocks = periodsInBlocks(demand);

  lessons.push(...blockLessons(ground, demand, newId));
  for (const [turn, schoolClass] of ground.classes.entries()) {
    const own = eventLessons(schoolClass, events, assigned, newId);
    lessons.push(...own);
    const needs = (subjects.get(schoolClass.id) ?? []).map((need) => ({
      ...need,
      weekly: need.weekly - (inBlocks.get(`${schoolClass.id} ${need.subjectCode}`) ?? 0),
    }));
    // Two halves of a class take turns in one place of the week; classes begin with different weeks.
    let half = turn;
    for (const need of needs) {
      const rows = assigned.get(`${schoolClass.id} ${need.subjectCode}`) ?? [];
      const counted = own.filter((lesson) => lesson.subjectCode === need.subjectCode).length;
      const rule = ground.subjectRules.find(({ subjectCode }) => subjectCode === need.subjectCode);
      const alternates = rule?.alternates === true && hasHalf(need.weekly);
      const needed = alternates ? Math.ceil(need.weekly) : Math.round(need.weekly + 1e-6);
      const total = Math.max(0, needed - counted);
      if (total === 0) continue;
      const teaching = mergedByTeacher(
        rows.filter(({ strand }) => !isEventStrand(own, need.subjectCode, strand)),
      );
      const given = teaching.reduce((sum, { weekly }) => sum + weekly, 0);
      const missing = need.weekly - counted - given;
      if (missing > 0.45) teaching.push({ strand: '', staffId: null, weekly: missing });
      const whole = wholeParts(
        teaching.map(({ weekly }) => weekly),
        total,
        turn + demand.semester,
      );
      if (!alternates && teaching.some(({ weekly }) => Math.abs(weekly - Math.round(weekly)) > 0.11))
        rounded.add(need.subjectCode);
      const halved = alternates ? halvedPart(teaching, whole) : -1;
      for (const [index, part] of teaching.entries()) {
        const every = whole[index]! - (index === halved ? 1 : 0);
        const blocks = blocksOf(every, index === 0 ? (rule?.doubles ?? 0) : 0).map((duration) => ({
          duration,
          weeks: null as Weeks | null,
        }));
        if (index === halved) {
          blocks.push({ duration: 1, weeks: bothWeeks[half % 2]! });
          half += 1;
        }
        for (const { duration, weeks } of blocks) {
          lessons.push({
            weeks,
            block: null,
            id: newId(),
            kind: 'lesson',
            session: 1,
            subjectCode: need.subjectCode,
            strand: part.strand,
            title: null,
            studyGroupId: null,
            duration,
            classIds: [schoolClass.id],
            staffIds: part.staffId === null ? [] : [part.staffId],
            roomId: roomOf(schoolClass, need.subjectCode, turn),
            at: null,
            locked: false,
          });
        }
      }
    }
    findings.push(...classFindings(ground, schoolClass, needs.length, lessons));
  }
  const second = demand.groups.filter(({ block }) => block === null);
  lessons.push(
    ...meetingLessons(ground, events, newId),
    ...groupLessons(
      second.filter(({ confirmed }) => confirmed),
      newId,
    ),
  );
  findings.push(
    ...missingTeachers(ground, lessons),
    ...teacherFindings(ground, lessons),
    ...groupFindings(ground, second),
    ...blockFindings(ground, demand, lessons),
    ...roomFindings(ground, lessons),
    ...changeOvers(ground, demand),
    ...alternatingFindings(ground, lessons),
    ...[...rounded].map((code): DemandFinding => {
      const subject = ground.subjects.find((one) => one.code === code);
      return {
        severity: 'note',
        message: `${subject?.name ?? code}: số tiết lẻ một tuần của các phân môn được làm tròn; phần thiếu của học kì này được bù ở học kì kia.`,
        link: null,
      };
    }),
  );
  // What is only planned comes last: it stands in nobody's way.
  const laid = second.filter(
    (group) => !group.confirmed && gradesWithoutSession2(ground, group).length === 0,
  );
  lessons.push(...groupLessons(laid, newId));
  return { lessons, findings };
}

/** Flag salute, class meeting and activities of one class, at their fixed place. */
function eventLessons(
  schoolClass: ClassFact,
  events: readonly WeekEvent[],
  assigned: ReadonlyMap<string, readonly AssignedPeriods[]>,
  newId: () => string,
): Lesson[] {
  return events.flatMap((event) => {
    if (event.kind === 'meeting' || (event.grades && !event.grades.includes(schoolClass.grade))) return [];
    const strand = event.kind === 'activity' ? '' : event.kind;
    const named = (assigned.get(`${schoolClass.id} EXP`) ?? []).filter(
      (row) => strand !== '' && row.strand === strand,
    );
    const homeroom = schoolClass.homeroomStaffId;
    return [
      {
        id: newId(),
        kind: 'event' as const,
        weeks: null,
        block: null,
        session: 1 as const,
        subjectCode: event.kind === 'activity' ? null : 'EXP',
        strand,
        title: event.name,
        studyGroupId: null,
        duration: event.duration,
        classIds: [schoolClass.id],
        staffIds:
          event.kind === 'activity'
            ? []
            : named.length > 0
              ? named.map(({ staffId }) => staffId)
              : homeroom
                ? [homeroom]
                : [],
        roomId: null,
        at: event.at,
        locked: true,
      },
    ];
  });
}

/** Whether the periods of this strand are those of a fixed event already. */
function isEventStrand(events: readonly Lesson[], subjectCode: string, strand: string): boolean {
  return (
    strand !== '' && events.some((lesson) => lesson.subjectCode === subjectCode && lesson.strand === strand)
  );
}

/** One part for each teacher: who teaches several strands of a class teaches the subject. */
function mergedByTeacher(
  rows: readonly AssignedPeriods[],
): { strand: string; staffId: string | null; weekly: number }[] {
  return [...Map.groupBy(rows, ({ staffId }) => staffId)].map(([staffId, own]) => ({
    staffId,
    strand: own.length === 1 ? own[0]!.strand : '',
    weekly: own.reduce((sum, { weekly }) => sum + weekly, 0),
  }));
}

function meetingLessons(ground: Ground, events: readonly WeekEvent[], newId: () => string): Lesson[] {
  return events.flatMap((event) => {
    if (event.kind !== 'meeting') return [];
    const staffIds = ground.teachers
      .filter(
        ({ teamId, postedFrom }) => postedFrom === null && (event.teamId === null || teamId === event.teamId),
      )
      .map(({ id }) => id);
    if (staffIds.length === 0) return [];
    return [
      {
        id: newId(),
        kind: 'event' as const,
        weeks: null,
        block: null,
        session: 1 as const,
        subjectCode: null,
        strand: '',
        title: event.name,
        studyGroupId: null,
        duration: event.duration,
        classIds: [],
        staffIds,
        roomId: null,
        at: event.at,
        locked: true,
      },
    ];
  });
}

function groupLessons(groups: readonly StudyGroupFact[], newId: () => string): Lesson[] {
  return groups.flatMap((group) =>
    Array.from({ length: group.periodsPerWeek }, () => ({
      id: newId(),
      kind: 'group' as const,
      weeks: null,
      block: null,
      session: 2 as const,
      subjectCode: group.subjectCode,
      strand: '',
      title: group.name,
      studyGroupId: group.id,
      duration: 1,
      classIds: [...group.classIds],
      staffIds: group.teacherId ? [group.teacherId] : [],
      roomId: null,
      at: null,
      locked: false,
    })),
  );
}

/** Rooms that have what is asked for are dealt out in turn, so that classes do not all wait for the first one; else the room of the class. */
function roomChooser(ground: Ground) {
  const rules = new Map(ground.subjectRules.map((rule) => [rule.subjectCode, rule]));
  return (schoolClass: ClassFact, subjectCode: string, turn: number): string | null => {
    const { roomKind: kind = null, equipment = [] } = rules.get(subjectCode) ?? {};
    const own = subjectCode === 'PE' && equipment.length === 0 ? null : schoolClass.roomId;
    if (!kind && equipment.length === 0) return own;
    const wish = { kind: 'lesson' as const, subjectCode, classIds: [schoolClass.id], roomId: own };
    const fitting = fittingRooms(ground, wish);
    // In its own room, when that has what is asked for; without a room that has, one of the kind at least.
    if (!kind && fitting[0]?.id === own) return own;
    const rooms = fitting.length > 0 ? fitting : ground.rooms.filter((room) => room.kind === kind);
    return rooms[turn % rooms.length]?.id ?? schoolClass.roomId;
  };
}
