import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { programmes } from '#reference/curriculum-2018';
import { type StaffInput, staffProblems, staffWarnings, subjectName } from './staff.ts';

const sound: StaffInput = {
  birthDate: '1985-03-02',
  joinedOn: '2010-09-01',
  sex: 'female',
  infantUntil: null,
  subjects: [{ subjectCode: 'MATH', strand: '', lowerLevel: true, upperLevel: false, basis: 'trained' }],
};
const today = '2025-10-01';
const paths = (change: Partial<StaffInput>) =>
  staffProblems({ ...sound, ...change }, today).map(({ path }) => path);
const math = sound.subjects[0]!;

describe('a staff record', () => {
  test('in order has no fault', () => expect(paths({})).toEqual([]));

  test('takes every subject of the programme and each of its strands', () => {
    for (const { code, strands } of programmes.at(-1)!.subjects) {
      const subjects = ['', ...strands.map((strand) => strand.code)].map((strand) => ({
        ...math,
        subjectCode: code,
        strand,
      }));
      expect(paths({ subjects }), code).toEqual([]);
    }
  });

  test('does not take a subject or a strand that there is none of', () => {
    expect(paths({ subjects: [{ ...math, subjectCode: 'ALCHEMY' }] })).toEqual(['subjects.0.subjectCode']);
    expect(paths({ subjects: [{ ...math, strand: 'music' }] })).toEqual(['subjects.0.strand']);
  });

  test('tells a subject given twice at the second place', () => {
    expect(paths({ subjects: [math, { ...math, basis: 'certified' }] })).toEqual(['subjects.1.subjectCode']);
  });

  test('tells all faults at once', () => {
    expect(
      paths({ birthDate: '2012-01-01', joinedOn: '2015-01-01', sex: 'male', infantUntil: '2026-01-01' }),
    ).toEqual(['birthDate', 'joinedOn', 'infantUntil']);
  });

  test('of somebody under 18 is refused, on the birthday it is not', () => {
    expect(paths({ birthDate: '2007-10-02', joinedOn: '2025-10-01' })).toEqual(['birthDate']);
    expect(paths({ birthDate: '2007-10-01', joinedOn: '2025-10-01' })).toEqual([]);
  });
});

describe('what to look at', () => {
  const member = {
    post: 'teacher',
    qualification: 'bachelor',
    teacherTrained: true,
    teamId: 'x',
    accountId: 'y',
    subjects: [{ subjectCode: 'MATH' }],
  } as const;
  const codes = (change: object) => staffWarnings({ ...member, ...change }).map(({ code }) => code);

  test('is nothing for a trained teacher', () => expect(codes({})).toEqual([]));
  test('is the standard for a teacher with a college degree, but not in the arts alone', () => {
    expect(codes({ qualification: 'college' })).toEqual(['belowStandard']);
    expect(codes({ qualification: 'college', subjects: [{ subjectCode: 'ART' }] })).toEqual([]);
    expect(
      codes({ qualification: 'college', subjects: [{ subjectCode: 'ART' }, { subjectCode: 'LIT' }] }),
    ).toEqual(['belowStandard']);
  });
  test('is only the account for who does not teach', () => {
    fc.assert(
      fc.property(fc.constantFrom('clerk', 'nurse', 'other'), fc.boolean(), (post, has) => {
        const change = {
          post,
          qualification: 'none',
          teamId: null,
          subjects: [],
          accountId: has ? 'y' : null,
        };
        expect(codes(change)).toEqual(has ? [] : ['noAccount']);
      }),
    );
  });
});

test('a subject and a strand are called as in the programme', () => {
  expect(subjectName('SCI', 'energy')).toBe('Khoa học tự nhiên (Năng lượng và sự biến đổi)');
  expect(subjectName('LIT')).toBe('Ngữ văn');
  expect(subjectName('XYZ')).toBe('XYZ');
});
