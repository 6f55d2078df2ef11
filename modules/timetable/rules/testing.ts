import type { Demand, Ground, Lesson } from './index.ts';

/** Ids '1', '2', … for lessons. */
export function counter(): () => string {
  let last = 0;
  return () => {
    last += 1;
    return String(last);
  };
}

/** Two classes of grade 6 with two periods each morning, two teachers, literature, mathematics and HĐTN. */
export function smallGround(): { ground: Ground; demand: Demand } {
  const ground: Ground = {
    frame: {
      bells: [1, 2].map((period) => ({
        half: 'morning',
        period,
        startsAt: `0${6 + period}:00`,
        endsAt: `0${6 + period}:45`,
      })),
      sessions: [1, 2, 3, 4, 5, 6].map((weekday) => ({
        grade: 6,
        weekday,
        half: 'morning',
        session: 1,
        periods: 2,
      })),
      noonClasses: null,
      travelPeriods: 0,
      weekA: 'odd',
    },
    limits: { periodsPerSession: 5, periodsPerDay: 7, sessionsPerWeek: 11 },
    classes: ['6A', '6B'].map((name, index) => ({
      id: name,
      name,
      grade: 6,
      twoSessions: false,
      roomId: `room ${name}`,
      siteId: null,
      pupils: 35,
      homeroomStaffId: index === 0 ? 'van' : 'toan',
    })),
    teachers: [
      { id: 'van', name: 'Cô Văn', teamId: null, postedFrom: null },
      { id: 'toan', name: 'Thầy Toán', teamId: null, postedFrom: null },
    ],
    rooms: ['6A', '6B'].map((name) => ({
      ...{ id: `room ${name}`, name: `Phòng ${name}`, kind: 'classroom' },
      ...{ capacity: 40, equipment: [], siteId: null },
    })),
    subjects: [
      { code: 'LIT', name: 'Ngữ văn', shortName: 'Văn', strands: [] },
      { code: 'MATH', name: 'Toán', shortName: 'Toán', strands: [] },
      {
        code: 'EXP',
        name: 'Hoạt động trải nghiệm',
        shortName: 'HĐTN',
        strands: [{ code: 'theme', name: 'Hoạt động theo chủ đề' }],
      },
    ],
    subjectRules: [
      {
        subjectCode: 'LIT',
        roomKind: null,
        equipment: [],
        doubles: 1,
        mostPerDay: 2,
        demanding: true,
        notAfterLunch: false,
        alternates: false,
      },
      {
        subjectCode: 'MATH',
        roomKind: null,
        equipment: [],
        doubles: 0,
        mostPerDay: 2,
        demanding: true,
        notAfterLunch: false,
        alternates: false,
      },
    ],
    wishes: [],
    events: [],
    taken: [],
    groups: [],
    groupsSharing: [],
  };
  const classes = ground.classes.map(({ id }) => id);
  return {
    ground,
    demand: {
      semester: 1,
      groups: [],
      subjects: classes.flatMap((classId) => [
        { classId, subjectCode: 'LIT', weekly: 4 },
        { classId, subjectCode: 'MATH', weekly: 4 },
        { classId, subjectCode: 'EXP', weekly: 3 },
      ]),
      assigned: classes.flatMap((classId) => [
        { classId, subjectCode: 'LIT', strand: '', staffId: 'van', weekly: 4 },
        { classId, subjectCode: 'MATH', strand: '', staffId: 'toan', weekly: 4 },
        {
          classId,
          subjectCode: 'EXP',
          strand: 'theme',
          staffId: classId === '6A' ? 'van' : 'toan',
          weekly: 1,
        },
      ]),
    },
  };
}

export function lesson(over: Partial<Lesson> & { id: string }): Lesson {
  return {
    kind: 'lesson',
    session: 1,
    subjectCode: 'LIT',
    strand: '',
    title: null,
    studyGroupId: null,
    weeks: null,
    block: null,
    duration: 1,
    classIds: ['6A'],
    staffIds: ['van'],
    roomId: null,
    at: { weekday: 2, half: 'morning', period: 1 },
    locked: false,
    ...over,
  };
}
