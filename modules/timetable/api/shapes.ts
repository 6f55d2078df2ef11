import type { Solve } from '../data/solves.ts';
import type { Timetable } from '../data/timetables.ts';
import type { Ground, Lesson } from '../rules/index.ts';

/** A timetable as lists and pages show it. */
export function headerShape({ unitId: _, departmentId: __, schoolYearId: ___, ...header }: Timetable) {
  return header;
}

export function solveShape(solve: Solve) {
  const { id, state, semester, seconds, spentSeconds, timetableId, askedAt, endedAt } = solve;
  return {
    id,
    state,
    semester,
    seconds,
    spentSeconds,
    progress: solve.progress.map((point) => ({ ...point, parts: { ...point.parts } })),
    findings: solve.findings.map((finding) => ({ ...finding })),
    timetableId,
    askedAt,
    endedAt,
  };
}

/** The ground as the API says it: lists of its own, so that nobody changes what others hold. */
export function groundShape(ground: Ground) {
  return {
    frame: { ...ground.frame, bells: [...ground.frame.bells], sessions: [...ground.frame.sessions] },
    limits: { ...ground.limits },
    classes: [...ground.classes],
    teachers: [...ground.teachers],
    rooms: ground.rooms.map((room) => ({ ...room, equipment: [...room.equipment] })),
    subjects: ground.subjects.map((subject) => ({ ...subject, strands: [...subject.strands] })),
    subjectRules: ground.subjectRules.map((rule) => ({ ...rule, equipment: [...rule.equipment] })),
    wishes: [...ground.wishes],
    events: ground.events.map((event) => ({ ...event, grades: event.grades ? [...event.grades] : null })),
    taken: [...ground.taken],
    groups: [...ground.groups],
    groupsSharing: ground.groupsSharing.map(([one, other]) => [one, other]),
  };
}

export function lessonShape(lesson: Lesson) {
  return { ...lesson, classIds: [...lesson.classIds], staffIds: [...lesson.staffIds] };
}
