import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { programmeOfYear } from '#reference/curriculum-2018';
import { classProgramme } from '#rules/curriculum';
import { processorTime } from '#tests/harness/processor-time.ts';
import { type Assignment, isComplete, isQualified, type TaughtClass, type Teacher } from '../assignment.ts';
import { fairness } from '../load.ts';
import { loadTolerance } from '../settings.ts';
import { proposeAssignment } from './propose.ts';

const programme = programmeOfYear('2025-2026');

/** A lower-secondary school: classes over grades 6-9, teachers by subject as many as the subject needs, times `plenty`. */
function school(classCount: number, plenty = 1.1) {
  const teachers: Teacher[] = [];
  const add = (count: number, subjectCode: string, strand = '') => {
    for (let index = 0; index < count; index += 1) {
      const id = `${subjectCode}${strand}-${index}`;
      teachers.push({
        id,
        name: `Giáo viên ${id}`,
        teamId: subjectCode,
        norm: index % 2 === 0 ? 15 : 19,
        elsewhere: 0,
        qualifications: [{ subjectCode, strand, lower: true, upper: false }],
      });
    }
  };
  const posts = (weekly: number) => Math.max(1, Math.ceil((classCount * weekly * plenty) / 15));
  for (const [code, weekly] of [
    ['LIT', 4],
    ['MATH', 4],
    ['FL1', 3],
    ['CIV', 1],
    ['TECH', 1.5],
    ['INF', 1],
    ['PE', 2],
  ] as const) {
    add(posts(weekly), code);
  }
  for (const strand of ['history', 'geography']) add(posts(1.5), 'HISGEO', strand);
  for (const strand of ['matter', 'energy', 'life']) add(posts(1.3), 'SCI', strand);
  add(1, 'SCI');
  for (const strand of ['music', 'fineArts']) add(posts(1), 'ART', strand);
  const classes = Array.from({ length: classCount }, (_, index): TaughtClass => {
    const grade = 6 + (index % 4);
    return {
      id: `class-${index}`,
      name: `${grade}A${Math.floor(index / 4) + 1}`,
      grade,
      homeroomStaffId: teachers[(index * 3) % teachers.length]!.id,
      needs: classProgramme(programme, { grade, specialisedSubject: null }, []),
    };
  });
  return { programme, classes, teachers, kept: [] as Assignment[], lastYear: [] };
}

const group = <Row extends { classId: string; subjectCode: string }>(rows: readonly Row[]) =>
  Map.groupBy(rows, (row) => `${row.classId} ${row.subjectCode}`);

describe('A proposal', () => {
  test('keeps what is hard: qualified teachers, no load above the norm and its tolerance, no class taught too much', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 14 }),
        fc.double({ min: 0.4, max: 1.6, noNaN: true }),
        (count, plenty) => {
          const input = school(count, plenty);
          const { rows, loads, shortages } = proposeAssignment(input);
          const homeroomHours = new Map<string, number>();
          for (const row of rows) {
            const schoolClass = input.classes.find(({ id }) => id === row.classId)!;
            const teacher = input.teachers.find(({ id }) => id === row.staffId)!;
            expect(isQualified(teacher, schoolClass.grade, row.subjectCode, row.strand)).toBe(true);
            if (['flag', 'class'].includes(row.strand)) {
              homeroomHours.set(teacher.id, (homeroomHours.get(teacher.id) ?? 0) + 1);
            }
          }
          for (const teacher of input.teachers) {
            // Class hour and flag salute go to the homeroom teacher whatever the load.
            const most = Math.max(teacher.norm + loadTolerance.value, homeroomHours.get(teacher.id) ?? 0);
            expect(loads.get(teacher.id)).toBeLessThanOrEqual(most + 0.06);
          }
          const cells = group(rows);
          for (const schoolClass of input.classes) {
            for (const need of schoolClass.needs) {
              const own = cells.get(`${schoolClass.id} ${need.subjectCode}`) ?? [];
              const short = shortages.some(({ subjectCode }) => subjectCode === need.subjectCode);
              expect(isComplete(need, own) || short).toBe(true);
            }
          }
        },
      ),
      { numRuns: 40 },
    );
  });

  test('says the same for the same question', () => {
    const input = school(10);
    expect(proposeAssignment(input)).toEqual(proposeAssignment(structuredClone(input)));
  });

  test('covers a school of 45 classes with enough teachers, evenly, within 2 seconds of a processor', async () => {
    const input = school(45);
    const { result, spent } = await processorTime(() => proposeAssignment(input));
    const { rows, shortages, loads } = result;
    expect(shortages).toEqual([]);
    expect(rows.length).toBeGreaterThan(45 * 13);
    expect(spent).toBeLessThan(2000);
    const maths = input.teachers.filter(({ teamId }) => teamId === 'MATH');
    const even = fairness(maths.map(({ id, norm }) => ({ load: loads.get(id) ?? 0, norm })));
    expect(even?.spread).toBeLessThanOrEqual(4);
  });

  test('leaves what is kept alone and fills only the rest', () => {
    const input = school(4);
    const first = proposeAssignment(input);
    const kept = first.rows.filter(({ subjectCode }) => subjectCode === 'MATH');
    const second = proposeAssignment({ ...input, kept });
    expect(second.rows.some(({ subjectCode }) => subjectCode === 'MATH')).toBe(false);
    expect(second.rows.length).toBe(first.rows.length - kept.length);
  });

  test('lets last year’s teacher and the homeroom teacher go on with their class, and says so', () => {
    const input = school(8);
    const follower = input.teachers.filter(({ teamId }) => teamId === 'LIT').at(-1)!;
    const { rows } = proposeAssignment({
      ...input,
      lastYear: [{ classId: 'class-1', subjectCode: 'LIT', strand: '', staffId: follower.id }],
    });
    const row = rows.find(({ classId, subjectCode }) => classId === 'class-1' && subjectCode === 'LIT');
    expect(row).toMatchObject({ staffId: follower.id, why: expect.stringContaining('Năm trước') });
    expect(rows.every(({ why }) => /^[^.]+\.$/.test(why))).toBe(true);
    expect(
      rows.filter(({ strand }) => strand === 'class').every(({ why }) => why.startsWith('Chủ nhiệm')),
    ).toBe(true);
  });

  test('names the subject nobody can teach, with periods and posts', () => {
    const input = school(6);
    const teachers = input.teachers.filter(({ teamId }) => teamId !== 'INF');
    const { shortages } = proposeAssignment({ ...input, teachers });
    expect(shortages).toEqual([
      expect.objectContaining({
        subjectCode: 'INF',
        periods: 6,
        posts: 0.4,
        message: expect.stringMatching(
          /^Thiếu 6 tiết Tin học mỗi tuần .*chưa có người dạy được, cần thêm 0,4 giáo viên/,
        ),
      }),
    ]);
  });

  test('without teachers everything is a shortage', () => {
    const { rows, shortages } = proposeAssignment({ ...school(2), teachers: [] });
    expect(rows).toEqual([]);
    expect(shortages.length).toBeGreaterThan(10);
  });
});
