import { borderSchool } from '../../../engines/timetable/bench/border-school.ts';
import { Editing } from './editing.ts';
import { defaultGoals, type Ground, heldLessons, type Lesson, type Slot, slotOfKey } from './index.ts';
import { SchoolSearch } from './school-search.ts';
import { answerMakeUp } from './week-make-up.ts';
import { repairWeek } from './week-repair.ts';

/*
 * What the editor and the change of a week take in a generated school of 45 classes, on one thread, words counted,
 * in milliseconds of processor time:
 *   node modules/timetable/rules/editing.bench.ts
 */

const school = borderSchool(1);
const halves = [
  { half: 'morning' as const, periods: school.morning },
  { half: 'afternoon' as const, periods: school.afternoon },
];
const weekdays = Array.from({ length: school.days }, (_, day) => day + 1);
const kinds = { computers: 'computerRoom', laboratory: 'laboratory', yard: 'playground' } as const;
const subjects = [...new Set(school.lessons.map(({ subject }) => subject))];
const codeOf = new Map(subjects.map((subject, index) => [subject, `S${index}`]));
const grades = [6, 7, 8, 9, 10, 11, 12];

function roomKindOf(name: string): string | null {
  const room = school.lessons.find((lesson) => lesson.subject === name && lesson.room)?.room;
  return room ? kinds[room] : null;
}

const ground: Ground = {
  frame: {
    bells: halves.flatMap(({ half, periods }) =>
      Array.from({ length: periods }, (_, index) => ({
        half,
        period: index + 1,
        startsAt: '07:00',
        endsAt: '07:45',
      })),
    ),
    sessions: grades.flatMap((grade) =>
      weekdays.flatMap((weekday) =>
        halves
          .filter(({ half }) => half === 'morning' || weekday < school.days)
          .map(({ half, periods }) => ({
            ...{ grade, weekday, half, periods },
            session: half === 'morning' ? (1 as const) : (2 as const),
          })),
      ),
    ),
    noonClasses: school.lunchPlaces,
    weekA: 'odd',
    travelPeriods: 0,
  },
  limits: { periodsPerSession: 5, periodsPerDay: 7, sessionsPerWeek: 11 },
  classes: school.classes.map((name) => ({
    ...{ id: name, name, grade: Number.parseInt(name, 10), twoSessions: true, roomId: `room ${name}` },
    ...{ siteId: null, pupils: 38, homeroomStaffId: null },
  })),
  teachers: school.teachers.map((name) => ({ id: name, name, teamId: null, postedFrom: null })),
  rooms: [
    ...school.classes.map((name) => ({ id: `room ${name}`, name, kind: 'classroom' })),
    ...school.rooms.map(({ name, kind }) => ({ id: name, name, kind: kinds[kind] })),
  ].map((room) => ({ ...room, capacity: 45, equipment: [], siteId: null })),
  subjects: subjects.map((name) => ({ code: codeOf.get(name)!, name, shortName: name, strands: [] })),
  subjectRules: subjects.map((name) => ({
    ...{ subjectCode: codeOf.get(name)!, doubles: 0, mostPerDay: 2, demanding: name === 'Toán' },
    roomKind: roomKindOf(name),
    equipment: [],
    notAfterLunch: false,
    alternates: false,
  })),
  wishes: [...school.away].flatMap(([id, days]) =>
    days.flatMap((day) =>
      halves.flatMap(({ half, periods }) =>
        Array.from({ length: periods }, (_, index) => ({
          ...{ of: 'staff' as const, id, wish: 'closed' as const },
          at: { weekday: day + 1, half, period: index + 1 },
        })),
      ),
    ),
  ),
  events: [],
  taken: [],
  groups: [],
  groupsSharing: [],
};
const lessons = school.lessons.map(
  ({ subject, classes, teachers, duration, session, room, fixed }, index): Lesson => ({
    ...{ id: `${index}`, kind: 'lesson', session: session === 'morning' ? 1 : 2, duration },
    ...{
      subjectCode: codeOf.get(subject)!,
      strand: '',
      title: null,
      studyGroupId: null,
      weeks: null,
      block: null,
    },
    ...{ classIds: classes, staffIds: teachers, locked: fixed !== undefined },
    roomId: room ? school.rooms.find(({ kind }) => kind === room)!.name : `room ${classes[0]}`,
    at: fixed ? { weekday: fixed[0] + 1, half: 'morning', period: fixed[1] + 1 } : null,
  }),
);

const search = new SchoolSearch({ ground, goals: defaultGoals, lessons }, 1, null);
const began = performance.now();
let best = search.news();
while (performance.now() - began < 60_000 && !(best && best.unplaced === 0 && best.hard === 0)) {
  search.work();
  best = search.news() ?? best;
}
best ??= search.present();
const laid = lessons.map((lesson) => {
  const place = best.places[lesson.id];
  return place ? { ...lesson, at: slotOfKey(place.slot), roomId: place.roomId } : lesson;
});
console.log(
  `${ground.classes.length} classes, ${ground.teachers.length} teachers, ${laid.length} lessons; unplaced ${best.unplaced}, hard ${best.hard} after ${((performance.now() - began) / 1000).toFixed(1)} s`,
);
console.log('| what | runs | median ms | p95 ms | longest ms | outcome |\n|---|---|---|---|---|---|');

function print(what: string, runs: readonly number[], outcome: string): void {
  const sorted = runs.toSorted((one, other) => one - other);
  const at = (share: number) => sorted[Math.ceil(share * sorted.length) - 1]!.toFixed(1);
  console.log(`| ${what} | ${runs.length} | ${at(0.5)} | ${at(0.95)} | ${at(1)} | ${outcome} |`);
}
function timed<Answer>(runs: number[], work: () => Answer): Answer {
  const from = process.cpuUsage();
  const answer = work();
  const { user, system } = process.cpuUsage(from);
  runs.push((user + system) / 1000);
  return answer;
}

const opening: number[] = [];
const editing = timed(opening, () => new Editing({ ground, goals: defaultGoals, lessons: laid }));
print('timetable opened for editing', opening, '');
const picking: number[] = [];
const conflicts: { id: string; at: Slot }[] = [];
for (const { id } of laid)
  for (const [key, { state }] of timed(picking, () => editing.week(id)))
    if (state === 'conflict') conflicts.push({ id, at: slotOfKey(key) });
print('cells of a lesson picked up, with words', picking, `${conflicts.length} in conflict`);
const chaining: number[] = [];
let chains = 0;
for (let index = 0; index < 300; index += 1) {
  const { id, at } = conflicts[(index * 7919) % conflicts.length]!;
  if (timed(chaining, () => editing.chains(id, at)).length > 0) chains += 1;
}
print('chains for a cell in conflict', chaining, `${chains} with a chain`);
const moving: number[] = [];
for (const { id, at, roomId, locked } of laid.slice(0, 200)) {
  timed(moving, () => editing.change([{ id, at: null, roomId, locked }]));
  editing.change([{ id, at, roomId, locked }]);
}
print('a move told to the engine', moving, '');
const days = weekdays.map((day) => `2025-09-${String(7 + day).padStart(2, '0')}`);
const held = heldLessons(new Map(days.map((day) => [day, laid])), []);
const repairing: number[] = [];
const outcomes = new Map<string, number>();
for (let index = 0; index < ground.teachers.length; index += 6) {
  const closed = [{ kind: 'staff' as const, id: ground.teachers[index]!.id, days: [days[1 + (index % 4)]!] }];
  const { outcome } = timed(repairing, () =>
    repairWeek({ ground, goals: defaultGoals, openDays: days, held, changed: [], closed }),
  );
  outcomes.set(outcome, (outcomes.get(outcome) ?? 0) + 1);
}
print(
  'a teacher away for a day',
  repairing,
  [...outcomes].map(([name, many]) => `${many} ${name}`).join(', '),
);
const flooding: number[] = [];
const counts = { lost: 0, placed: 0, proved: 0 };
for (const [index, flooded] of days.slice(0, 5).entries()) {
  // The rest of the week and the week after.
  const later = weekdays.map((day) => `2025-09-${14 + day}`);
  const open = [...days.slice(index + 1), ...later];
  const stays = heldLessons(new Map([...days, ...later].map((day) => [day, laid])), []).filter(
    ({ day }) => day !== flooded,
  );
  const lost = laid.filter(({ at, kind }) => at?.weekday === index + 1 && kind !== 'event');
  const answer = timed(flooding, () =>
    answerMakeUp(
      {
        to: {
          ground,
          days: open,
          held: stays.filter(({ day }) => open.includes(day)),
          away: new Set(),
          takenOn: new Map(),
          shortage: new Map(),
        },
        lost: lost.map((lesson) => ({ changeId: `lost ${lesson.id}`, lesson })),
        weeks: [],
      },
      () => false,
    ),
  );
  counts.lost += lost.length;
  counts.placed += answer.lessons.filter(({ place }) => place).length;
  counts.proved += Number(answer.most);
}
print(
  'a flooded day of the school made up in two weeks',
  flooding,
  `${counts.placed} of ${counts.lost} lessons, ${counts.proved} days proved`,
);
