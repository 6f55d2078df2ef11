import { v7 as uuidv7 } from 'uuid';
import type { TestDatabase } from '#tests/harness/database.ts';
import type { AssessedSubject } from '../gradebook/rules/index.ts';
import { assign, type Ground, here, makeGround, schoolYearId } from '../gradebook/testing.ts';
import type { ClassFacts, PageContent, PupilFacts } from './rules/index.ts';

const scored = ['LIT', 'MATH', 'FL1', 'CIV', 'HISGEO', 'SCI', 'TECH', 'INF'];
const commented = ['ART', 'PE', 'EXP', 'LOC'];
const ofGradeSix = [
  ...scored.map((code) => ({ code, judged: 'score' as const })),
  ...commented.map((code) => ({ code, judged: 'comment' as const })),
];

/** All marks of a pupil's year, the same everywhere but in some subjects (tenths). */
export async function fillYear(
  { owner }: TestDatabase,
  pupilId: string,
  score: number,
  change: Readonly<Record<string, number>> = {},
  of: readonly Pick<AssessedSubject, 'code' | 'judged'>[] = ofGradeSix,
): Promise<void> {
  const rows = [1, 2].flatMap((semester) =>
    of.map(({ code, judged }) => ({
      ...{ id: uuidv7(), semester, code, judged },
      value: judged === 'comment' ? 1 : (change[code] ?? score),
    })),
  );
  await owner.query(
    `INSERT INTO gradebook.subject_marks (id, pupil_id, unit_id, department_id, school_year_id, subject_code, semester, judged, regular, midterm,
       final, comment)
     SELECT g.id, $2, $3, $4, $5, g.code, g.semester, g.judged, array_fill(g.value, ARRAY[4]), g.value, g.value,
       CASE WHEN g.code = 'MATH' THEN 'Tính toán nhanh, trình bày rõ.' END
     FROM jsonb_to_recordset($1::jsonb) AS g (id uuid, semester smallint, code text, judged text, value smallint)`,
    [JSON.stringify(rows), pupilId, here.id, here.departmentId, schoolYearId],
  );
}

/** Conduct of both semesters with the homeroom teacher's remark. */
export async function giveConduct(
  { owner }: TestDatabase,
  pupilId: string,
  level = 'excellent',
): Promise<void> {
  await owner.query(
    `INSERT INTO gradebook.conduct (id, pupil_id, unit_id, department_id, school_year_id, semester1, semester2, comment2)
     VALUES ($1, $2, $3, $4, $5, $6, $6, 'Ngoan, chăm học, giúp đỡ bạn.')`,
    [uuidv7(), pupilId, here.id, here.departmentId, schoolYearId, level],
  );
}

/** The class of the gradebook's tests with every subject taught, the year complete and locked. Everybody but the last pupil is complete. */
export async function makeYear(db: TestDatabase, size = 3): Promise<Ground> {
  const ground = await makeGround(db, size);
  for (const code of [...scored, ...commented]) {
    if (!['MATH', 'PE', 'HISGEO'].includes(code)) await assign(db, ground.classId, code, ground.staff.maths);
  }
  for (const [at, pupilId] of ground.pupils.entries()) {
    await fillYear(db, pupilId, 85 - at);
    if (at < size - 1) await giveConduct(db, pupilId);
  }
  for (const semester of [1, 2]) {
    await db.owner.query(
      `INSERT INTO gradebook.term (id, unit_id, department_id, school_year_id, semester, opens_on, closes_on, locked_at, locked_by)
       SELECT $1, $2, $3, $4, $5, '2025-09-05', '2026-05-31', '2026-05-31', a.id FROM identity.account a LIMIT 1`,
      [uuidv7(), here.id, here.departmentId, schoolYearId, semester],
    );
  }
  return ground;
}

/** Subjects, class and pupil for tests of rules: grade 6, everything there. */
export const subjects: readonly AssessedSubject[] = [
  { code: 'MATH', name: 'Toán', shortName: 'Toán', judged: 'score', wanted: [] },
  { code: 'PE', name: 'Giáo dục thể chất', shortName: 'GDTC', judged: 'comment', wanted: [] },
];
export const form: ClassFacts = {
  department: 'Sở thử',
  school: { code: 'T1', name: 'Trường thử' },
  schoolYear: '2025-2026',
  endsOn: '2026-05-31',
  grade: 6,
  className: '6A1',
  homeroomTeacher: 'Lò Thị Sử',
  teachers: new Map([
    ['MATH', ['Vàng A Toán']],
    ['PE', ['Vàng A Toán']],
  ]),
};
export const facts: PupilFacts = {
  pupil: {
    name: 'Giàng A Thử',
    sex: 'male',
    birthDate: '2014-05-04',
    birthPlace: null,
    ethnicGroup: null,
    sectorCode: null,
    identityNumber: null,
    address: null,
  },
  guardians: [],
  comment: 'Ngoan.',
  awards: [],
  subjectComments: new Map([['MATH', 'Nhanh.']]),
  notAssessed: new Set(),
  retests: new Map(),
  conduct1: 'good',
  conduct2: 'excellent',
  conductAfterSummer: null,
  absentSessions: 2,
};

/** A page of the pupil above. */
export function sampleContent(version: Pick<PageContent, 'code' | 'number' | 'previous'>): PageContent {
  return {
    ...version,
    format: 'hoaban.hocba/1',
    department: form.department,
    school: form.school,
    schoolYear: form.schoolYear,
    level: 'lowerSecondary',
    grade: form.grade,
    className: form.className,
    homeroomTeacher: form.homeroomTeacher ?? '',
    pupil: facts.pupil,
    guardians: [{ relation: 'mother', name: 'Vàng Thị <Mẹ> & "Bà"' }],
    subjects: subjects.map(({ code, name, judged }) => ({
      code,
      name,
      judged,
      semester1: judged === 'score' ? '7.5' : 'pass',
      semester2: judged === 'score' ? '8.0' : 'pass',
      year: judged === 'score' ? '7.8' : 'pass',
      retest: null,
      exempt: false,
      comment: null,
      teachers: ['Vàng A Toán'],
    })),
    academic: { semester1: 'good', semester2: 'good', year: 'good' },
    conduct: { semester1: 'good', semester2: 'excellent', year: 'excellent', afterSummer: null },
    absentSessions: facts.absentSessions,
    decision: 'promoted',
    retestSubjects: [],
    outcome: 'promoted',
    honour: null,
    awards: [],
    comment: facts.comment ?? '',
    completes: null,
  };
}
