import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { type CasesFile, readCases } from './cases.fixture.ts';
import { repair } from './repair.ts';

/** Cases of a real school with the proved least number of moves, used when they lie beside the repository. */
const folder = process.env.HOABAN_TIMETABLES ?? join(import.meta.dirname, '../../../../shared/timetabling');
const file = join(folder, 'perturb/cases.json');

/** A morning of three periods: one class, three teachers, the third of them twice. */
const small = `<fet version="6.8.5"><Days_List><Number_of_Days>2</Number_of_Days><Day><Name>T2</Name></Day><Day><Name>T3</Name></Day></Days_List>
<Hours_List><Number_of_Hours>2</Number_of_Hours><Hour><Name>1</Name></Hour><Hour><Name>2</Name></Hour></Hours_List>
<Subjects_List><Subject><Name>S</Name></Subject></Subjects_List>
<Teachers_List><Teacher><Name>A</Name></Teacher><Teacher><Name>B</Name></Teacher></Teachers_List>
<Students_List><Year><Name>6A</Name><Number_of_Students>30</Number_of_Students></Year></Students_List>
<Activities_List>${[
  ['1', 'A'],
  ['2', 'B'],
  ['3', 'B'],
  ['4', 'B'],
]
  .map(
    ([id, teacher]) =>
      `<Activity><Teacher>${teacher}</Teacher><Subject>S</Subject><Students>6A</Students><Duration>1</Duration><Total_Duration>1</Total_Duration><Id>${id}</Id><Activity_Group_Id>0</Activity_Group_Id><Active>true</Active></Activity>`,
  )
  .join('')}</Activities_List><Time_Constraints_List/><Space_Constraints_List/></fet>`;

function outcomes(cases: CasesFile, fet: string) {
  return readCases(cases, fet).map(({ title, least, request }) => {
    const { outcome, moved } = repair(request);
    return { title, least, outcome, moved };
  });
}

test('a case of a small school has its least number of moves', () => {
  const cases: CasesFile = {
    instance: '',
    base: { 1: ['T2', '1'], 2: ['T2', '2'], 3: ['T3', '1'], 4: ['T3', '2'] },
    cases: [{ teacher: 'A', half_day: 'T2', optimum_moved: 2 }],
  };
  expect(outcomes(cases, small)).toEqual([{ title: 'A, T2', least: 2, outcome: 'proved', moved: 2 }]);
  const absent = { ...cases, cases: [{ ...cases.cases[0]!, teacher: 'C' }] };
  expect(() => readCases(absent, small)).toThrow();
});

test('every case of a real school at hand has the proved least number of moves', () => {
  if (!existsSync(file)) return;
  const cases: CasesFile = JSON.parse(readFileSync(file, 'utf8'));
  const fet = readFileSync(join(folder, 'fet', cases.instance.split(' ')[0]!), 'utf8');
  for (const found of outcomes(cases, fet))
    expect(found).toMatchObject({ outcome: 'proved', moved: found.least });
});
