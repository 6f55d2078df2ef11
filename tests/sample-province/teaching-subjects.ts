import type { Draws } from './draws.ts';
import type { Training } from './staff-plan.ts';

/** A subject somebody may teach; `strand` '' means the whole subject. */
export interface Qualification {
  readonly subject: string;
  readonly strand: string;
  readonly basis: 'trained' | 'certified';
}

/** Subject code of each training in grades 10-12. */
const upperSubject: Readonly<Record<Training, string>> = {
  mathematics: 'MATH',
  physics: 'PHY',
  chemistry: 'CHE',
  biology: 'BIO',
  technology: 'TECH',
  literature: 'LIT',
  history: 'HIS',
  geography: 'GEO',
  civics: 'ECL',
  english: 'FL1',
  informatics: 'INF',
  physicalEducation: 'PE',
  defence: 'DEF',
  music: 'MUS',
  fineArts: 'FA',
};

/** In grades 6-9: subject and, of an integrated subject, the strand. */
const lowerSubject: Readonly<Record<Training, readonly [subject: string, strand: string]>> = {
  mathematics: ['MATH', ''],
  physics: ['SCI', 'energy'],
  chemistry: ['SCI', 'matter'],
  biology: ['SCI', 'life'],
  technology: ['TECH', ''],
  literature: ['LIT', ''],
  history: ['HISGEO', 'history'],
  geography: ['HISGEO', 'geography'],
  civics: ['CIV', ''],
  english: ['FL1', ''],
  informatics: ['INF', ''],
  physicalEducation: ['PE', ''],
  defence: ['PE', ''],
  music: ['ART', 'music'],
  fineArts: ['ART', 'fineArts'],
};

/** What some teachers of a training were also trained for, and how many of a hundred. */
const seconds: Partial<Record<Training, readonly (readonly [Training, number])[]>> = {
  mathematics: [
    ['informatics', 15],
    ['physics', 20],
  ],
  physics: [['technology', 45]],
  chemistry: [['biology', 40]],
  biology: [['chemistry', 35]],
  technology: [['physics', 40]],
  literature: [
    ['civics', 20],
    ['history', 20],
  ],
  history: [['civics', 30]],
  geography: [['civics', 15]],
  civics: [['literature', 15]],
  informatics: [['mathematics', 25]],
  physicalEducation: [['defence', 40]],
  defence: [['physicalEducation', 50]],
};

/**
 * Subjects that the teacher drawn at `path` may teach at a level. In grades 6-9 about half of those trained for one strand
 * of KHTN or LS&ĐL hold the certificate for the whole subject.
 */
export function qualificationsOf(
  draws: Draws,
  path: string,
  training: Training,
  level: 'lower' | 'upper',
): Qualification[] {
  const trainings = [
    training,
    ...(seconds[training] ?? [])
      .filter(([second, percent]) => draws.number(`${path}/${second}`, 100) < percent)
      .map(([second]) => second),
  ];
  const found = new Map<string, Qualification>();
  const add = (subject: string, strand: string, basis: Qualification['basis']) => {
    if (!found.has(`${subject} ${strand}`)) found.set(`${subject} ${strand}`, { subject, strand, basis });
  };
  for (const each of trainings) {
    if (level === 'upper') add(upperSubject[each], '', 'trained');
    else add(...lowerSubject[each], 'trained');
  }
  const [subject, strand] = lowerSubject[training];
  if (level === 'lower' && strand && subject !== 'ART' && draws.number(`${path}/certified`, 100) < 48)
    add(subject, '', 'certified');
  return [...found.values()];
}
