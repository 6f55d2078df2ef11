import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Random } from '../core/random.ts';
import type { State } from '../core/state.ts';
import { cellsFor } from '../feedback/cells.ts';
import { chainSwaps } from '../feedback/chain-swaps.ts';
import { compileSchool } from '../formats/json/compile.ts';
import { type CasesFile, readCases } from '../repair/cases.fixture.ts';
import { repair } from '../repair/repair.ts';
import { type Nearness, proposeSubstitutes } from '../repair/substitute.ts';
import { stateOf } from '../repair/timetable.ts';
import { Solver } from '../search/solver.ts';
import { borderJson } from './border-json.ts';
import { borderSchool } from './border-school.ts';

/*
 * Figures of the editor, of substitution and of the minimal change, on one thread:
 *   node engines/timetable/bench/editor.bench.ts
 * Times are of the processor (user and system), so that neighbours on the machine count little; the wall beside them.
 */

const school = borderSchool(1);
const { problem, people, week } = compileSchool(borderJson(school));
const solver = new Solver(problem, { seed: 1 });
while (!solver.best || solver.best.hard + solver.best.unplaced > 0) solver.step();
const state = stateOf(problem, solver.best);
const base = { start: Int32Array.from(state.start), option: Int32Array.from(state.option) };
console.log(
  `school: ${school.classes.length} classes, ${school.teachers.length} teachers, ${problem.meets} lessons`,
);
console.log(
  `| what | runs | median ms | p95 ms | longest ms | p95 ms, wall | outcome |\n|---|---|---|---|---|---|---|`,
);
const inConflict = measureCells(state);
measureChains(state, inConflict);
measureSubstitution();
measureAbsences();
measureCases();

interface Run {
  readonly cpu: number;
  readonly wall: number;
}

function timed<T>(action: () => T): { result: T } & Run {
  const before = process.cpuUsage();
  const began = performance.now();
  const result = action();
  const wall = performance.now() - began;
  const { user, system } = process.cpuUsage(before);
  return { result, cpu: (user + system) / 1000, wall };
}

function print(what: string, runs: readonly Run[], outcome: string): void {
  const at = (figures: readonly number[], share: number) =>
    figures.toSorted((one, other) => one - other)[Math.ceil(share * figures.length) - 1]!.toFixed(1);
  const cpu = runs.map((run) => run.cpu);
  const wall = at(
    runs.map((run) => run.wall),
    0.95,
  );
  console.log(
    `| ${what} | ${runs.length} | ${at(cpu, 0.5)} | ${at(cpu, 0.95)} | ${at(cpu, 1)} | ${wall} | ${outcome} |`,
  );
}

/** Picks up every lesson of the school; gives back where conflicts were. */
function measureCells(timetable: State): { meet: number; start: number }[] {
  const runs: Run[] = [];
  const conflicts: { meet: number; start: number }[] = [];
  let free = 0;
  for (let meet = 0; meet < problem.meets; meet++) {
    const { result, cpu, wall } = timed(() => cellsFor(timetable, meet));
    runs.push({ cpu, wall });
    for (const { verdict, slot } of result)
      if (verdict === 'conflict') conflicts.push({ meet, start: slot });
      else if (verdict === 'free') free++;
  }
  print('cells of a lesson picked up', runs, `${conflicts.length} cells in conflict, ${free} free`);
  return conflicts;
}

function measureChains(timetable: State, conflicts: readonly { meet: number; start: number }[]): void {
  const random = new Random(1);
  let found = 0;
  const runs = Array.from({ length: 300 }, () => {
    const { result, ...run } = timed(() => chainSwaps(timetable, conflicts[random.below(conflicts.length)]!));
    if (result.length > 0) found++;
    return run;
  });
  print('chains for a cell in conflict', runs, `${found} with a chain`);
}

/** Thirty lessons of one day without their teachers. */
function measureSubstitution(): void {
  const order: (Nearness | undefined)[] = ['free', 'class', 'subject', 'subject-and-grade', undefined];
  let covered = 0;
  const runs = Array.from({ length: 20 }, (_, seed) => {
    const random = new Random(seed);
    const near = Array.from({ length: 30 * 90 }, () => order[random.below(5)]);
    const lessons = Array.from({ length: 30 }, () => ({
      ...{
        day: 0,
        period: random.below(5),
        duration: 1 + Number(random.below(6) === 0),
        site: random.below(2),
      },
    }));
    const substitutes = Array.from({ length: 90 }, () => {
      const busy = Array.from({ length: 3 }, () => ({
        period: random.below(7),
        duration: 1,
        site: random.below(2),
      }));
      return { busy: new Map([[0, busy]]), load: new Map([[0, 3]]), stoodIn: random.below(8) };
    });
    const { result, ...run } = timed(() =>
      proposeSubstitutes({
        ...{ lessons, substitutes, mostADay: 7, travel: () => 1 },
        nearness: (lesson, substitute) => near[lesson * 90 + substitute],
      }),
    );
    covered += result.filter(({ chosen }) => chosen !== undefined).length;
    return run;
  });
  print('substitutes for 30 lessons', runs, `${covered} of 600 covered`);
}

/** Every fourth teacher is away for a morning without fixed lessons. */
function measureAbsences(): void {
  const outcomes = new Map<string, number>();
  const runs: Run[] = [];
  school.teachers.forEach((teacher, index) => {
    if (index % 4 > 0) return;
    const day = 1 + (index % 4) + (index % 3);
    const slots = week.slotsOf([{ day, session: 0 }]);
    const { result, ...run } = timed(() =>
      repair({ problem, base, closed: [{ resource: people.teacher(teacher, 'bench'), slots }] }),
    );
    outcomes.set(result.outcome, (outcomes.get(result.outcome) ?? 0) + 1);
    runs.push(run);
  });
  print(
    'a teacher away for a morning',
    runs,
    [...outcomes].map(([name, many]) => `${many} ${name}`).join(', '),
  );
}

/** The cases of a real school, when they lie beside the repository. */
function measureCases(): void {
  const folder = process.env.HOABAN_TIMETABLES ?? join(import.meta.dirname, '../../../../shared/timetabling');
  const file = join(folder, 'perturb/cases.json');
  if (!existsSync(file)) return;
  const cases: CasesFile = JSON.parse(readFileSync(file, 'utf8'));
  const name = cases.instance.split(' ')[0]!;
  for (const { title, least, request } of readCases(cases, readFileSync(join(folder, 'fet', name), 'utf8'))) {
    repair(request);
    const runs = Array.from({ length: 5 }, () => timed(() => repair(request)));
    print(title, runs, `${runs[0]!.result.outcome} ${runs[0]!.result.moved}, known ${least}`);
  }
}
