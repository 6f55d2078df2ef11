import type { Draws } from './draws.ts';
import type { SampleSchool } from './school-list.ts';
import { divide } from './shares.ts';

/** A class of the sample before it becomes a row. */
export interface PlannedClass {
  readonly grade: number;
  /** '6A'; in the specialised school '10 Toán'. */
  readonly name: string;
  readonly pupils: number;
  readonly specialisedSubject: string | null;
}

/** Pupils of a school by level. */
export interface PupilCounts {
  readonly lower: number;
  readonly upper: number;
}

/** The specialised school takes 350 pupils a year into ten classes of 35. */
const specialisedClasses = [
  ['Toán', 'MATH'],
  ['Vật lí', 'PHY'],
  ['Hóa học', 'CHE'],
  ['Sinh học', 'BIO'],
  ['Tin học', 'INF'],
  ['Ngữ văn', 'LIT'],
  ['Lịch sử', 'HIS'],
  ['Địa lí', 'GEO'],
  ['Tiếng Anh', 'FL1'],
  ['Tiếng Trung', 'FL1'],
] as const;
const specialisedSize = 35;

const lowerGrades = [6, 7, 8, 9];
const upperGrades = [10, 11, 12];
/** More come in than go on: shares of the grades of a level. */
const gradeShare: Readonly<Record<number, number>> = {
  6: 26,
  7: 25.4,
  8: 24.7,
  9: 23.9,
  10: 35.2,
  11: 33,
  12: 31.8,
};

const sizeLimit = { boarding: 35, others: 45 };

/** How many pupils one school has compared with another of its level; 0: does not teach the level. */
export function schoolWeight(draws: Draws, school: SampleSchool, level: 'lower' | 'upper'): number {
  const luck = 0.72 + draws.number(`${school.code}/size/${level}`, 57) / 100;
  switch (school.kind) {
    case 'ethnicBoardingLower':
      return level === 'lower' ? 0.62 : 0;
    case 'combinedSecondary':
      return level === 'lower' ? 0.55 : 0.4;
    case 'lowerSecondary':
    case 'ethnicSemiBoarding':
      if (level === 'upper') return 0;
      if (school.tiny) return 0.3;
      return luck * (school.commune.kind === 'ward' ? 1.6 : school.zone === 2 ? 1.05 : 1);
    case 'upperSecondary':
      return level === 'lower' ? 0 : luck * (school.commune.kind === 'ward' ? 1.45 : 1);
    case 'ethnicBoardingUpper':
      return level === 'lower' ? 0 : 0.45;
    case 'specialised':
    case 'vocContinuingCentre':
      return 0;
  }
}

/** Pupils that a school has whatever the province's total: null when it takes its share by weight. */
export function fixedPupils(school: SampleSchool): number | null {
  if (school.kind === 'specialised') return specialisedClasses.length * specialisedSize * upperGrades.length;
  if (school.kind === 'vocContinuingCentre') return 0;
  return null;
}

/** The classes of a school with these pupils, from the lowest grade up. A school that teaches a level has a class in each grade. */
export function planClasses(draws: Draws, school: SampleSchool, pupils: PupilCounts): PlannedClass[] {
  if (school.kind === 'specialised') {
    return upperGrades.flatMap((grade) =>
      specialisedClasses.map(([title, subject]) => ({
        grade,
        name: `${grade} ${title}`,
        pupils: specialisedSize,
        specialisedSubject: subject,
      })),
    );
  }
  return [
    ...gradesOf(draws, school, pupils.lower, lowerGrades),
    ...gradesOf(draws, school, pupils.upper, upperGrades),
  ];
}

function gradesOf(
  draws: Draws,
  school: SampleSchool,
  pupils: number,
  grades: readonly number[],
): PlannedClass[] {
  if (pupils === 0) return [];
  const boarding = school.kind === 'ethnicBoardingLower' || school.kind === 'ethnicBoardingUpper';
  const limit = boarding ? sizeLimit.boarding : sizeLimit.others;
  const usual = boarding ? 32.5 : grades === upperGrades ? 41 : 38.4;
  const parts = divide(
    pupils,
    grades.map(
      (grade) => (gradeShare[grade] ?? 0) * (0.95 + draws.number(`${school.code}/${grade}/share`, 11) / 100),
    ),
  );
  return grades.flatMap((grade, at) => {
    const inGrade = parts[at] ?? 0;
    const count = Math.max(1, Math.round(inGrade / usual), Math.ceil(inGrade / limit));
    return divide(
      inGrade,
      Array.from({ length: count }, () => 1),
    ).map((size, number) => ({
      grade,
      name: `${grade}${String.fromCharCode(65 + number)}`,
      pupils: size,
      specialisedSubject: null,
    }));
  });
}
