import { defaultEvents } from './defaults.ts';
import { type ClassFact, type Ground, type Lesson, lessonTitle, type WeekEvent } from './ground.ts';
import { roomFindings } from './room-findings.ts';
import { changeOver } from './term-part.ts';
import { sessionsOf, slotName, slotsTaken } from './week.ts';

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

/** A confirmed group of session 2. */
export interface StudyGroupFact {
  readonly id: string;
  readonly name: string;
  readonly subjectCode: string | null;
  readonly teacherId: string | null;
  readonly periodsPerWeek: number;
  readonly classIds: readonly string[];
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
  readonly semester: 1 | 2;
  /** The weeks it is for; left out where that does not matter. */
  readonly span?: { readonly firstWeek: number; readonly weeks: number };
}

const links = { assignment: '/phan-cong', frame: '/thoi-khoa-bieu/thiet-lap', groups: '/khao-sat' } as const;

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

  for (const [turn, schoolClass] of ground.classes.entries()) {
    const own = eventLessons(schoolClass, events, assigned, newId);
    lessons.push(...own);
    const needs = subjects.get(schoolClass.id) ?? [];
    for (const need of needs) {
      const rows = assigned.get(`${schoolClass.id} ${need.subjectCode}`) ?? [];
      const counted = own.filter((lesson) => lesson.subjectCode === need.subjectCode).length;
      const total = Math.max(0, Math.round(need.weekly + 1e-6) - counted);
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
      if (teaching.some(({ weekly }) => Math.abs(weekly - Math.round(weekly)) > 0.11))
        rounded.add(need.subjectCode);
      const rule = ground.subjectRules.find(({ subjectCode }) => subjectCode === need.subjectCode);
      for (const [index, part] of teaching.entries()) {
        for (const duration of blocksOf(whole[index]!, index === 0 ? (rule?.doubles ?? 0) : 0)) {
          lessons.push({
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
  lessons.push(...meetingLessons(ground, events, newId), ...groupLessons(demand.groups, newId));
  findings.push(
    ...missingTeachers(ground, lessons),
    ...teacherFindings(ground, lessons),
    ...groupFindings(ground, demand.groups),
    ...roomFindings(ground, lessons),
    ...changeOvers(ground, demand),
    ...[...rounded].map((code): DemandFinding => {
      const subject = ground.subjects.find((one) => one.code === code);
      return {
        severity: 'note',
        message: `${subject?.name ?? code}: số tiết lẻ một tuần của các phân môn được làm tròn; phần thiếu của học kì này được bù ở học kì kia.`,
        link: null,
      };
    }),
  );
  return { lessons, findings };
}

/** Subjects whose number of periods a week must change within the weeks of the timetable, each with the week and the two numbers. */
function changeOvers({ subjects, classes }: Ground, { subjects: needs, span }: Demand): DemandFinding[] {
  if (!span) return [];
  const found = needs.flatMap(({ classId, subjectCode, weekly }) => {
    const change = changeOver(weekly, span.weeks);
    return change ? [{ classId, subjectCode, ...change }] : [];
  });
  return [
    ...Map.groupBy(
      found,
      ({ subjectCode, laid, then, after }) => `${subjectCode} ${laid} ${then} ${after}`,
    ).values(),
  ].map((own): DemandFinding => {
    const { subjectCode, laid, then, after } = own[0]!;
    const subject = subjects.find(({ code }) => code === subjectCode)?.name ?? subjectCode;
    const names = own.map(({ classId }) => classes.find(({ id }) => id === classId)?.name ?? '');
    const week = span.firstWeek + after;
    return {
      severity: 'note',
      message: `${subject} (${names.join(', ')}): ${laid} tiết một tuần trong ${after} tuần, sau đó ${then} tiết một tuần. Trước tuần ${week}, hãy xếp thời khoá biểu áp dụng từ tuần ${week}.`,
      link: null,
    };
  });
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

/** Rooms of a kind are dealt out in turn, so that classes do not all wait for the first one; else the room of the class. */
function roomChooser(ground: Ground) {
  const rules = new Map(ground.subjectRules.map((rule) => [rule.subjectCode, rule]));
  return (schoolClass: ClassFact, subjectCode: string, turn: number): string | null => {
    const kind = rules.get(subjectCode)?.roomKind;
    if (!kind) return subjectCode === 'PE' ? null : schoolClass.roomId;
    const rooms = ground.rooms.filter((room) => room.kind === kind);
    return rooms[turn % rooms.length]?.id ?? schoolClass.roomId;
  };
}

function classFindings(
  ground: Ground,
  schoolClass: ClassFact,
  subjects: number,
  lessons: readonly Lesson[],
): DemandFinding[] {
  const sessions = [...sessionsOf(ground.frame, schoolClass.grade).values()];
  const room = sessions.filter(({ session }) => session === 1).reduce((sum, { periods }) => sum + periods, 0);
  const own = lessons.filter((lesson) => lesson.session === 1 && lesson.classIds.includes(schoolClass.id));
  const wanted = own.reduce((sum, { duration }) => sum + duration, 0);
  const name = `Lớp ${schoolClass.name}`;
  if (subjects === 0) {
    return [
      {
        severity: 'mustFix',
        message: `${name} chưa có môn học nào. Hãy chọn môn cho lớp.`,
        link: '/mon-hoc',
      },
    ];
  }
  if (room === 0) {
    return [
      {
        severity: 'mustFix',
        message: `${name}: khối ${schoolClass.grade} chưa có buổi học chính khoá nào trong khung tuần. Hãy khai các buổi học của khối.`,
        link: links.frame,
      },
    ];
  }
  if (wanted > room) {
    return [
      {
        severity: 'mustFix',
        message: `${name} cần ${wanted} tiết chính khoá một tuần, khung tuần của khối ${schoolClass.grade} chỉ có ${room} tiết. Thêm ${wanted - room} tiết vào khung tuần hoặc bớt tiết trong kế hoạch giáo dục.`,
        link: links.frame,
      },
    ];
  }
  return own.flatMap((lesson): DemandFinding[] => {
    if (!lesson.at || lesson.kind !== 'event') return [];
    const { weekday, half } = lesson.at;
    const session = sessions.find((row) => row.weekday === weekday && row.half === half);
    const outside = slotsTaken(lesson.at, lesson.duration).some(
      ({ period }) => session?.session !== 1 || period > session.periods,
    );
    if (!outside) return [];
    return [
      {
        severity: 'mustFix',
        message: `${lesson.title}: ${slotName(lesson.at)} nằm ngoài buổi học chính khoá của ${name}. Hãy đổi giờ hoạt động hoặc khung tuần.`,
        link: links.frame,
      },
    ];
  });
}

/** Lessons nobody is assigned to, gathered by class and subject. */
function missingTeachers(ground: Ground, lessons: readonly Lesson[]): DemandFinding[] {
  const empty = lessons.filter((lesson) => lesson.kind === 'lesson' && lesson.staffIds.length === 0);
  const groups = Map.groupBy(empty, ({ classIds, subjectCode }) => `${classIds[0]} ${subjectCode}`);
  return [...groups.values()].map((group): DemandFinding => {
    const [lesson] = group;
    const schoolClass = ground.classes.find(({ id }) => id === lesson!.classIds[0]);
    const periods = group.reduce((sum, { duration }) => sum + duration, 0);
    return {
      severity: 'warning',
      message: `${schoolClass?.name}, ${lessonTitle(ground, lesson!)}: ${periods} tiết chưa có giáo viên. Vẫn xếp chỗ cho lớp; hãy phân công rồi xếp lại.`,
      link: `${links.assignment}?o=${schoolClass?.id}.${lesson!.subjectCode}`,
    };
  });
}

/** Teachers with more periods than the week has room for. */
function teacherFindings(ground: Ground, lessons: readonly Lesson[]): DemandFinding[] {
  return ground.teachers.flatMap((teacher): DemandFinding[] => {
    const own = lessons.filter(({ staffIds }) => staffIds.includes(teacher.id));
    const load = own.reduce((sum, { duration }) => sum + duration, 0);
    const closed = ground.wishes.filter(
      ({ of, id, wish }) => of === 'staff' && id === teacher.id && wish === 'closed',
    );
    const taken = ground.taken.filter(({ staffId }) => staffId === teacher.id);
    const open = new Set(
      own.flatMap(({ classIds, session }) =>
        classIds.flatMap((classId) => {
          const grade = ground.classes.find(({ id }) => id === classId)?.grade ?? 0;
          return [...sessionsOf(ground.frame, grade).values()]
            .filter((row) => row.session === session)
            .flatMap(({ weekday, half, periods }) =>
              Array.from({ length: periods }, (_, index) => `${weekday} ${half} ${index + 1}`),
            );
        }),
      ),
    );
    const name = (at: { weekday: number; half: string; period: number }) =>
      `${at.weekday} ${at.half} ${at.period}`;
    for (const { at } of closed) open.delete(name(at));
    for (const { at, duration } of taken)
      for (const slot of slotsTaken(at, duration)) open.delete(name(slot));
    if (load <= open.size || own.length === 0) return [];
    return [
      {
        severity: 'mustFix',
        message: `${teacher.name} có ${load} tiết nhưng chỉ còn ${open.size} tiết trong tuần có thể dạy. Mở thêm ${load - open.size} tiết đang đóng, hoặc chuyển ${load - open.size} tiết cho người khác.`,
        link: `${links.assignment}?gv=${teacher.id}`,
      },
    ];
  });
}

function groupFindings(ground: Ground, groups: readonly StudyGroupFact[]): DemandFinding[] {
  return groups.flatMap((group): DemandFinding[] => {
    if (!group.teacherId) {
      return [
        {
          severity: 'warning',
          message: `Nhóm buổi 2 "${group.name}" chưa có giáo viên. Vẫn xếp giờ; hãy chọn giáo viên cho nhóm.`,
          link: links.groups,
        },
      ];
    }
    const grades = new Set(
      group.classIds.map((classId) => ground.classes.find(({ id }) => id === classId)?.grade ?? 0),
    );
    const without = [...grades].filter(
      (grade) => ![...sessionsOf(ground.frame, grade).values()].some(({ session }) => session === 2),
    );
    return without.map((grade) => ({
      severity: 'mustFix',
      message: `Nhóm buổi 2 "${group.name}": khối ${grade} không có buổi 2 nào trong khung tuần. Hãy thêm buổi 2 cho khối hoặc bỏ nhóm.`,
      link: links.frame,
    }));
  });
}
