import { systemSettings } from '#modules/identity-access';
import { currentSchoolYear } from '#modules/organisation';
import { listDepartments } from '#modules/plan';
import { type Clock, localDate } from '#platform/clock';
import type { Database } from '#platform/db';
import type { Recurring, Task } from '#platform/jobs';
import { computeFigures } from '../actions/compute-figures.ts';
import { listSchoolsWithMarks } from '../data/figures.ts';
import { writeLeaveDays } from '../data/leaves.ts';

export interface GradebookWork {
  readonly database: Database;
  readonly clock: Clock;
  readonly log: (level: 'info' | 'warning', message: string) => void;
}

const action = 'gradebook.computeFigures';
const leave = 'gradebook.writeLeaves';

/** Background work of the gradebook, by name: a transaction for each school, so that one that fails does not keep the others. */
export function gradebookTasks({ database, clock, log }: GradebookWork): Record<string, Task> {
  return {
    /** Accepted leave becomes an absence with leave on its day. */
    async [leave]() {
      for (const departmentId of await listDepartments(database)) {
        const written = await database.write(systemSettings(departmentId, leave), (tx) =>
          writeLeaveDays(tx, localDate(clock.now())),
        );
        log('info', `${leave} ${departmentId}: ${written} sessions`);
      }
    },
    async [action]() {
      const failures: unknown[] = [];
      for (const departmentId of await listDepartments(database)) {
        const settings = systemSettings(departmentId, action);
        const { year, schools } = await database.read(settings, async (tx) => {
          const current = await currentSchoolYear(tx);
          return { year: current, schools: current ? await listSchoolsWithMarks(tx, current.id) : [] };
        });
        for (const unitId of schools) {
          try {
            const at = { unitId, schoolYearId: year?.id ?? '', now: clock.now() };
            await database.write(settings, (tx) => computeFigures(tx, at));
          } catch (error) {
            failures.push(error);
          }
        }
        log('info', `${action} ${departmentId}: ${schools.length} schools`);
      }
      if (failures.length > 0)
        throw new AggregateError(failures, `${action} failed for ${failures.length} schools`);
    },
  };
}

/** The figures are computed anew every night; a school's heads may ask for it at once. */
export const gradebookCrontab: readonly Recurring[] = [
  { task: action, dailyAt: '02:30' },
  { task: leave, dailyAt: '05:30' },
];
