import { systemSettings } from '#modules/identity-access';
import { listDepartments } from '#modules/plan';
import { type Clock, localDate } from '#platform/clock';
import type { Database } from '#platform/db';
import type { Recurring, Task } from '#platform/jobs';
import { chaseMissing } from '../actions/chase-missing.ts';
import { listSchoolsTeaching } from '../data/schools.ts';

export interface LessonWork {
  readonly database: Database;
  readonly clock: Clock;
  readonly log: (level: 'info' | 'warning', message: string) => void;
}

const action = 'lessons.chaseMissing';

/** Background work of the lesson log, by name: a transaction for each school, so that one that fails does not keep the others. */
export function lessonTasks({ database, clock, log }: LessonWork): Record<string, Task> {
  return {
    async [action]() {
      const failures: unknown[] = [];
      for (const departmentId of await listDepartments(database)) {
        const settings = systemSettings(departmentId, action);
        const schools = await database.read(settings, (tx) =>
          listSchoolsTeaching(tx, localDate(clock.now())),
        );
        let told = 0;
        for (const schoolId of schools) {
          try {
            told += (await database.write(settings, (tx) => chaseMissing(tx, clock.now(), schoolId))).told;
          } catch (error) {
            failures.push(error);
          }
        }
        log('info', `${action} ${departmentId}: ${schools.length} schools, ${told} teachers told`);
      }
      if (failures.length > 0)
        throw new AggregateError(failures, `${action} failed for ${failures.length} schools`);
    },
  };
}

/** Each afternoon, when the lessons of the day are over. */
export const lessonCrontab: readonly Recurring[] = [{ task: action, dailyAt: '16:30' }];
