import { v7 as uuidv7 } from 'uuid';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type Person, type Served, serve } from '#tests/harness/served.ts';
import { readZip } from '../../platform/documents/testing.ts';
import { provinceSeed } from '../plan/testing.ts';
import { type Ground, here, makeGround, names, put, schoolYearId } from './testing.ts';

// The council of a school at the end of a semester: progress, results, whom to decide on, minutes.

const scored = ['LIT', 'MATH', 'FL1', 'CIV', 'HISGEO', 'SCI', 'TECH', 'INF'];
const comments = ['ART', 'PE', 'EXP', 'LOC'];

let hoaBan: Served;
let ground: Ground;
let principal: Person;

beforeAll(async () => {
  hoaBan = await serve(provinceSeed, '2026-01-12T08:00:00+07:00');
  ground = await makeGround(hoaBan.db, 3);
  principal = await hoaBan.as(names.principal, 'principal');
  const homeroom = await hoaBan.as(names.history, 'teacher');
  await fill(ground.pupils[0]!, {});
  await fill(ground.pupils[1]!, { MATH: 40 });
  await put(homeroom, `/api/gradebook/classes/${ground.classId}/conduct/1`, {
    rows: ground.pupils.map((pupilId) => ({ pupilId, level: 'excellent', comment: null, version: 0 })),
  });
});
afterAll(() => hoaBan?.close());

/** Marks of semester 1, 8.5 in every scored subject but those named. */
async function fill(pupilId: string, change: Readonly<Record<string, number>>): Promise<void> {
  await hoaBan.db.owner.query(
    `INSERT INTO gradebook.subject_marks (id, pupil_id, unit_id, department_id, school_year_id, subject_code, semester, judged, regular, midterm, final)
     SELECT s.id, $2, $3, $4, $5, s.code, 1, s.judged, array_fill(s.value::smallint, ARRAY[4]), s.value, s.value
     FROM jsonb_to_recordset($1::jsonb) AS s (id uuid, code text, judged text, value smallint)`,
    [
      JSON.stringify([
        ...scored.map((code) => ({ id: uuidv7(), code, judged: 'score', value: change[code] ?? 85 })),
        ...comments.map((code) => ({ id: uuidv7(), code, judged: 'comment', value: 1 })),
      ]),
      pupilId,
      here.id,
      here.departmentId,
      schoolYearId,
    ],
  );
}

const council = async (period: number) =>
  (await principal.get(`/api/gradebook/council?period=${period}`)).body;

test('the council sees how far each class is, whom to ask, and its results', async () => {
  const { classes, may } = await council(1);
  const [first] = classes;
  expect(first).toMatchObject({ className: '6A1', pupils: 3, academic: [1, 1, 0, 0], conduct: [3, 0, 0, 0] });
  expect(first.filled).toBeLessThan(first.wanted);
  expect(first.short).toContainEqual({
    subjectCode: 'MATH',
    subjectName: 'Toán',
    teachers: ['Vàng A Toán'],
    missing: 6,
  });
  expect(may).toContain('gradebook.lockTerm');
});

test('the pupils to decide on are named with why: raised for one subject, still open; a plain result is not', async () => {
  const [{ cases }] = (await council(1)).classes;
  const kinds = Object.fromEntries(
    cases.map(({ pupilId, kinds: list }: { pupilId: string; kinds: string[] }) => [pupilId, list]),
  );
  expect(kinds).toEqual({ [ground.pupils[1]!]: ['adjusted'], [ground.pupils[2]!]: ['open'] });
  expect(cases[0].reasons.join(' ')).toContain('Toán');
});

test('the year is open while semester 2 has no marks', async () => {
  const [{ cases, decisions }] = (await council(0)).classes;
  expect(decisions).toEqual([0, 0, 0, 0]);
  expect(cases).toHaveLength(3);
});

test('minutes come as a Word file with the cases and their grounds', async () => {
  const asked = new URLSearchParams({
    period: '1',
    heldOn: '2026-01-12',
    chair: 'Lò Văn Chủ',
    secretary: 'Quàng Thị Thư',
  });
  const said = await principal.get(`/api/gradebook/council/minutes?${asked}`);
  expect(said.status).toBe(200);
  const text = String((await readZip(said.bytes)).get('word/document.xml')).replaceAll(/<[^>]+>/g, ' ');
  for (const words of [
    'BIÊN BẢN',
    'Lò Văn Chủ',
    'Quàng Thị Thư',
    'Giàng A Thử B',
    'nâng một mức',
    'Giàng A Thử C',
  ]) {
    expect(text).toContain(words);
  }
  expect(
    (await principal.get('/api/gradebook/council/minutes?period=1&heldOn=2026-01-12&chair=&secretary=A'))
      .status,
  ).toBe(400);
});

test('neither a teacher nor another school looks into it', async () => {
  const maths = await hoaBan.as(names.maths, 'teacher');
  expect((await maths.get('/api/gradebook/council?period=1')).status).toBe(403);
  const elsewhere = await hoaBan.as(names.elsewhere, 'principal');
  const foreign = await elsewhere.get(`/api/gradebook/council?period=1&schoolId=${here.id}`);
  expect(foreign.body.code).toBe('gradebook.noSchool');
});
