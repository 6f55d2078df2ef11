import { v7 as uuidv7 } from 'uuid';
import type { TestDatabase } from '#tests/harness/database.ts';
import { type Ground, here, makeGround, names, school, schoolYearId } from '../gradebook/testing.ts';
import { holderOf, province } from '../plan/testing.ts';

const team = province.units.find(({ kind, parent_id }) => kind === 'subjectTeam' && parent_id === school.id)!;
const otherTeam = province.units.find(
  ({ kind, parent_id, id }) => kind === 'subjectTeam' && parent_id === school.id && id !== team.id,
)!;

export { here, names, schoolYearId, team };

export interface LessonGround extends Ground {
  /** Lessons of the programme of MATH, grade 6: 2, 1 and 3 periods from weeks 1, 1 and 2. */
  readonly programme: readonly string[];
  readonly timetableId: string;
}

/** Mon 1-2, Wed 2 MATH; Tue 1 HISGEO; Thu 3 PE; Sat 5 class meeting. */
const week = [
  { weekday: 1, period: 1, duration: 2, subject: 'MATH', strand: '', staff: 'maths' },
  { weekday: 3, period: 2, duration: 1, subject: 'MATH', strand: '', staff: 'maths' },
  { weekday: 2, period: 1, duration: 1, subject: 'HISGEO', strand: 'history', staff: 'history' },
  { weekday: 4, period: 3, duration: 1, subject: 'PE', strand: '', staff: 'maths' },
  {
    weekday: 6,
    period: 5,
    duration: 1,
    subject: 'EXP',
    strand: 'class',
    staff: 'history',
    event: 'Sinh hoạt lớp',
  },
] as const;

/**
 * The class of the gradebook's tests with its published education plan, programme and timetable of weeks 1 to 18 (week 1: 8 September
 * 2025). The history teacher leads the team of the maths teacher.
 */
export async function makeLessonGround(db: TestDatabase): Promise<LessonGround> {
  const ground = await makeGround(db);
  const { owner } = db;
  const place = [here.id, here.departmentId, schoolYearId];
  await owner.query('UPDATE people.staff_member SET team_id = $1 WHERE id = $2', [
    team.id,
    ground.staff.maths,
  ]);
  await owner.query(
    `INSERT INTO identity.role_assignment (id, account_id, unit_id, department_id, role) VALUES ($1, $2, $3, $4, 'teamLead')`,
    [uuidv7(), holderOf(otherTeam, 'teacher'), team.id, here.departmentId],
  );
  const planId = uuidv7();
  await owner.query(
    `INSERT INTO education_plan.plan (id, unit_id, department_id, school_year_id, revision, state, lessons_from, semester1_to, semester2_from,
       lessons_to, drafted_at, published_at)
     VALUES ($1, $2, $3, $4, 1, 'published', '2025-09-08', '2026-01-16', '2026-01-19', '2026-05-29', '2025-08-01', '2025-08-20')`,
    [planId, ...place],
  );
  const programme: string[] = [];
  for (const [position, [title, periods, number]] of (
    [
      ['Tập hợp', 2, 1],
      ['Luyện tập về tập hợp', 1, 1],
      ['Phép cộng và phép nhân', 3, 2],
    ] as const
  ).entries()) {
    const id = uuidv7();
    programme.push(id);
    await owner.query(
      `INSERT INTO education_plan.lesson (id, plan_id, unit_id, department_id, position, grade, subject_code, title, periods, week, requirement, equipment)
       VALUES ($1, $2, $3, $4, $5, 6, 'MATH', $6, $7, $8, 'Nhận biết được', 'Bảng phụ')`,
      [id, planId, team.id, here.departmentId, position, title, periods, number],
    );
  }
  const timetableId = uuidv7();
  await owner.query(
    `INSERT INTO timetable.timetable (id, unit_id, department_id, school_year_id, name, state, semester, weeks, made_at, changed_at, published_at)
     VALUES ($1, $2, $3, $4, 'Thời khoá biểu thử', 'published', 1, '{[1,19)}', '2025-09-01', '2025-09-01', '2025-09-01')`,
    [timetableId, ...place],
  );
  for (const lesson of week) {
    const id = uuidv7();
    await owner.query(
      `INSERT INTO timetable.lesson (id, timetable_id, unit_id, department_id, kind, session, subject_code, strand, title, duration, weekday, half, period)
       VALUES ($1, $2, $3, $4, $5, 1, $6, $7, $8, $9, $10, 'morning', $11)`,
      [
        id,
        timetableId,
        here.id,
        here.departmentId,
        'event' in lesson ? 'event' : 'lesson',
        lesson.subject,
        lesson.strand,
        'event' in lesson ? lesson.event : null,
        lesson.duration,
        lesson.weekday,
        lesson.period,
      ],
    );
    await owner.query(
      'INSERT INTO timetable.lesson_class (lesson_id, class_id, timetable_id, unit_id, department_id) VALUES ($1, $2, $3, $4, $5)',
      [id, ground.classId, timetableId, here.id, here.departmentId],
    );
    await owner.query(
      'INSERT INTO timetable.lesson_staff (lesson_id, staff_id, timetable_id, unit_id, department_id) VALUES ($1, $2, $3, $4, $5)',
      [id, ground.staff[lesson.staff], timetableId, here.id, here.departmentId],
    );
  }
  return { ...ground, programme, timetableId };
}

/** A line of the log as the screen sends it; Monday, first period, the first of the programme, unless other parts are given. */
export function lineOf(ground: LessonGround, parts: Readonly<Record<string, unknown>> = {}) {
  return {
    classId: ground.classId,
    day: '2025-09-08',
    half: 'morning',
    period: 1,
    title: 'Tập hợp (tiết 1/2)',
    programmeLessonId: ground.programme[0],
    programmePeriod: 1,
    held: 'taught',
    remark: '',
    homework: '',
    rating: 'A',
    lateReason: null,
    was: 0,
    ...parts,
  };
}
