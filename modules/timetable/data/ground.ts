import { listClassesWithChoices } from '#modules/curriculum';
import { plannedWeek } from '#modules/education-plan';
import { listGroupsToTeach } from '#modules/needs-survey';
import { settingsOf } from '#modules/organisation';
import { shownStaffNames } from '#modules/people';
import { publishedAssignments } from '#modules/staffing';
import { type ReadTx, sql } from '#platform/db';
import { programmeOfYear } from '#reference/curriculum-2018';
import { classProgramme } from '#rules/curriculum';
import { rowsOfClass } from '#rules/education-plan';
import {
  type ClassFact,
  type Demand,
  type DemandFinding,
  defaultBells,
  defaultEvents,
  defaultGoals,
  defaultSessions,
  defaultSubjectRules,
  defaultTravelPeriods,
  type Goals,
  type Ground,
  hasHalf,
  type RoomFact,
  type SubjectDemand,
  type Taken,
  type TeacherFact,
  weekLimits,
} from '../rules/index.ts';
import type { YearPeriods } from '../rules/shortage.ts';
import type { School, YearRow } from './place.ts';
import { selectSetup } from './setup.ts';

/** Everything a timetable of a school is made of, read from its rows. */
export interface SchoolGround {
  readonly ground: Ground;
  readonly goals: Goals;
  readonly demand: Demand;
  /** What is missing before lessons can be counted. */
  readonly findings: readonly DemandFinding[];
  readonly teams: readonly { id: string; name: string }[];
  /** Periods of the year, by class and subject. */
  readonly yearPeriods: readonly YearPeriods[];
  /** Version of what the school has set; 0: nothing yet. */
  readonly version: number;
}

async function listClasses(tx: ReadTx, unitId: string, yearId: string): Promise<ClassFact[]> {
  const { rows } = await sql<ClassFact>`
    SELECT c.id, c.name, c.grade, c.two_sessions AS "twoSessions", c.room_id AS "roomId", c.site_id AS "siteId",
      coalesce(sat.pupils, 0) AS pupils, c.homeroom_staff_id AS "homeroomStaffId"
    FROM people.school_class c LEFT JOIN (SELECT e.class_id, count(*)::int AS pupils FROM people.enrolment e
      WHERE e.unit_id = ${unitId} AND e.ends_on IS NULL GROUP BY e.class_id) sat ON sat.class_id = c.id
    WHERE c.unit_id = ${unitId} AND c.school_year_id = ${yearId} ORDER BY c.grade, length(c.name), c.name`.execute(
    tx,
  );
  return rows;
}

/** Whoever teaches at the school in the year, by given name: the own staff and those posted here. */
async function listTeachers(tx: ReadTx, unitId: string, yearId: string): Promise<TeacherFact[]> {
  const ofSchool = sql<TeacherFact>`
    SELECT s.id, s.full_name AS name, s.team_id AS "teamId", CASE WHEN s.unit_id <> ${unitId} THEN home.name END AS "postedFrom"
    FROM people.staff_member s JOIN organisation.unit home ON home.id = s.unit_id
    WHERE (s.unit_id = ${unitId} AND s.left_on IS NULL AND s.post IN ('principal', 'vicePrincipal', 'teacher', 'youthLeader')
        OR s.id IN (SELECT p.staff_id FROM people.staff_posting p WHERE p.unit_id = ${unitId} AND p.school_year_id = ${yearId}))
    ORDER BY s.given_name, s.family_name, s.id`;
  const [{ rows }, shown] = await Promise.all([ofSchool.execute(tx), shownStaffNames(tx, [unitId])]);
  return rows.map((row) => ({ ...row, name: shown({ unitId, ...row }) }));
}

async function listRooms(tx: ReadTx, unitId: string): Promise<RoomFact[]> {
  const { rows } = await sql<RoomFact>`
    SELECT id, name, kind, capacity, equipment, site_id AS "siteId" FROM people.room WHERE unit_id = ${unitId} AND closed_on IS NULL ORDER BY length(name), name`.execute(
    tx,
  );
  return rows;
}

async function listTaken(tx: ReadTx, yearId: string, { fromWeek, toWeek }: Span): Promise<Taken[]> {
  const { rows } = await sql<Taken>`
    SELECT staff_id AS "staffId", school, weeks, jsonb_build_object('weekday', weekday, 'half', half, 'period', period) AS at, duration
    FROM timetable.taken_elsewhere(${yearId}, ${fromWeek}::smallint, ${toWeek}::smallint)`.execute(tx);
  return rows;
}

async function listTeams(tx: ReadTx, unitId: string): Promise<{ id: string; name: string }[]> {
  const { rows } = await sql<{ id: string; name: string }>`
    SELECT id, name FROM organisation.unit WHERE parent_id = ${unitId} AND kind = 'subjectTeam' AND closed_on IS NULL
    ORDER BY position, name`.execute(tx);
  return rows;
}

/** Weeks of the school year, both counted. */
export interface Span {
  readonly fromWeek: number;
  readonly toWeek: number;
}

/**
 * Reads the ground of a school for a semester. Of another school of shared teachers the timetable counts that holds last within `span`
 * (without it: the semester), each lesson in the weeks in which it is taught: weeks are those of the school year, the same for all
 * schools. What the school has not set itself comes from its education plan, else from the defaults.
 */
export async function selectGround(
  tx: ReadTx,
  school: School,
  year: YearRow,
  semester: 1 | 2,
  span?: Span,
): Promise<SchoolGround> {
  const ownWeeks = year.weeks.filter((one) => one.semester === semester).map(({ number }) => number);
  const programme = programmeOfYear(year.name);
  const [setup, plan, classes, teachers, rooms, taken, teams, choices, assignments, groups, settings] =
    await Promise.all([
      selectSetup(tx, school.id, year.id),
      plannedWeek(tx, school.id, year.id),
      listClasses(tx, school.id, year.id),
      listTeachers(tx, school.id, year.id),
      listRooms(tx, school.id),
      listTaken(tx, year.id, span ?? { fromWeek: ownWeeks[0] ?? 1, toWeek: ownWeeks.at(-1) ?? 1 }),
      listTeams(tx, school.id),
      listClassesWithChoices(tx, [school.id], year.id),
      publishedAssignments(tx, school.id, year.id),
      listGroupsToTeach(tx, school.id, year.id),
      settingsOf(tx, { limits: weekLimits }),
    ]);
  const { 1: first, 2: second } = programme.semesterWeeks;
  const alternating = new Set(
    setup.subjectRules.filter((rule) => rule.alternates).map(({ subjectCode }) => subjectCode),
  );
  /** Periods a week: of the semester, or all year the same where half a period is taught every other week (52 a year: 1.5). */
  const weeklyIn = (subjectCode: string, total: Readonly<Record<1 | 2, number>>) =>
    alternating.has(subjectCode)
      ? (total[1] + total[2]) / (first + second)
      : total[semester] / (semester === 1 ? first : second);
  const overYear = (weekly: Readonly<Record<1 | 2, number>>) => ({
    1: weekly[1] * first,
    2: weekly[2] * second,
  });
  const subjects = classes.flatMap((schoolClass): SubjectDemand[] => {
    const planned = plan ? rowsOfClass(plan.periods, schoolClass) : [];
    if (planned.length > 0) {
      return planned.map((row) => ({
        classId: schoolClass.id,
        subjectCode: row.subjectCode,
        weekly: weeklyIn(row.subjectCode, { 1: row.semester1, 2: row.semester2 }),
      }));
    }
    const chosen = choices.find(({ classId }) => classId === schoolClass.id);
    if (!chosen) return [];
    return classProgramme(programme, chosen, chosen.choices).map((need) => ({
      classId: schoolClass.id,
      subjectCode: need.subjectCode,
      weekly: weeklyIn(need.subjectCode, overYear(need.weekly)),
    }));
  });
  const yearPeriods = classes.flatMap((schoolClass): YearPeriods[] => {
    const planned = plan ? rowsOfClass(plan.periods, schoolClass) : [];
    const chosen = choices.find(({ classId }) => classId === schoolClass.id);
    if (!chosen) return [];
    return classProgramme(programme, chosen, chosen.choices).map(({ subjectCode, periodsPerYear }) => {
      const row = planned.find((one) => one.subjectCode === subjectCode);
      return {
        ...{ classId: schoolClass.id, subjectCode, minimum: periodsPerYear },
        planned: row ? row.semester1 + row.semester2 : periodsPerYear,
      };
    });
  });
  const taught = new Set(subjects.map(({ subjectCode }) => subjectCode));
  const shown = programme.subjects.filter(
    ({ code }) => taught.has(code) || groups.some((one) => one.subjectCode === code),
  );
  const sessions =
    setup.frame?.sessions ??
    defaultSessions(
      plan?.dayLoads ?? [],
      [...Map.groupBy(classes, ({ grade }) => grade)].map(([grade, own]) => ({
        grade,
        weekly: Math.max(0, ...own.map(({ id }) => weeklyOf(subjects, id, alternating))),
        twoSessions: own.some(({ twoSessions }) => twoSessions),
        classes: own.length,
      })),
      rooms.filter(({ kind }) => kind === 'classroom').length,
    );
  const own = new Map(setup.subjectRules.map((rule) => [rule.subjectCode, rule]));
  return {
    version: setup.frame?.version ?? 0,
    teams,
    yearPeriods,
    goals: { ...defaultGoals, ...setup.frame?.goals },
    findings: [
      ...(assignments
        ? []
        : [
            {
              severity: 'mustFix' as const,
              message:
                'Phân công giảng dạy của năm học chưa công bố. Hãy phân công và công bố trước khi xếp thời khoá biểu.',
              link: '/phan-cong',
            },
          ]),
      ...(plan || setup.frame
        ? []
        : [
            {
              severity: 'note' as const,
              message:
                'Trường chưa có kế hoạch giáo dục năm học: số tiết lấy theo chương trình, các buổi học lấy theo khung đề xuất.',
              link: '/ke-hoach-truong',
            },
          ]),
    ],
    demand: {
      semester,
      subjects,
      groups,
      chosen: choices.flatMap(({ classId, choices: own }) =>
        own.map(({ kind, subjectCode }) => ({ classId, kind, subjectCode })),
      ),
      assigned: (assignments ?? []).map(({ classId, subjectCode, strand, staffId, periods }) => ({
        classId,
        subjectCode,
        strand,
        staffId,
        weekly: weeklyIn(subjectCode, overYear(periods)),
      })),
    },
    ground: {
      frame: {
        ...{ bells: setup.frame?.bells ?? defaultBells, sessions },
        noonClasses: setup.frame?.noonClasses ?? null,
        travelPeriods: setup.frame?.travelPeriods ?? defaultTravelPeriods,
        weekA: setup.frame?.weekA ?? 'odd',
      },
      limits: settings.limits,
      classes,
      teachers,
      rooms,
      subjects: shown.map(({ code, name, shortName, strands }) => ({
        code,
        name,
        shortName,
        strands: strands.map((strand) => ({ code: strand.code, name: strand.name })),
      })),
      subjectRules: defaultSubjectRules(
        shown.map(({ code }) => code),
        rooms,
      ).map((rule) => own.get(rule.subjectCode) ?? rule),
      wishes: setup.wishes,
      events: setup.events.length > 0 ? setup.events : defaultEvents(sessions, classes),
      taken,
      groups: groups.map(({ id, pupils }) => ({ id, pupils })),
      groupsSharing: groups.flatMap(({ id, sharesPupilsWith }) =>
        sharesPupilsWith.filter((other) => other > id).map((other) => [id, other] as const),
      ),
    },
  };
}

/** Whole periods: that is how many places the class needs. Two that are taught every other week take turns in one. */
function weeklyOf(
  subjects: readonly SubjectDemand[],
  classId: string,
  alternating: ReadonlySet<string>,
): number {
  const own = subjects.filter((one) => one.classId === classId);
  const halves = own.filter(({ subjectCode, weekly }) => alternating.has(subjectCode) && hasHalf(weekly));
  const whole = own.reduce(
    (sum, one) => sum + (halves.includes(one) ? Math.floor(one.weekly) : Math.round(one.weekly + 1e-6)),
    0,
  );
  return whole + Math.ceil(halves.length / 2);
}
