import { z } from 'zod';
import { systemSettings } from '#modules/identity-access';
import type { Clock } from '#platform/clock';
import type { Database } from '#platform/db';
import type { Task } from '#platform/jobs';
import { populationTask } from '../actions/population.ts';
import {
  type Answer,
  endRun,
  keepAnswers,
  keepNumberless,
  listWaiting,
  selectRunOptional,
  type Waiting,
} from '../data/population.ts';
import type { PersonRegister } from './person-register.ts';

export interface ExchangeWork {
  readonly database: Database;
  readonly clock: Clock;
  readonly register: PersonRegister | undefined;
  readonly log: (level: 'info' | 'warning', message: string) => void;
}

const payloadShape = z.object({ departmentId: z.uuid(), runId: z.uuid() });
const peopleAtOnce = 50;
/** So many questions in a row without an answer: the register is away, and asking on only fills the list with troubles. */
const mostFailures = 3;

/** Background work of the exchange, by name. A check begun again after a crash goes on with whoever still waits. */
export function exchangeTasks({ database, clock, register, log }: ExchangeWork): Record<string, Task> {
  return {
    async [populationTask](payload, { signal }) {
      const { departmentId, runId } = payloadShape.parse(payload);
      const settings = systemSettings(departmentId, populationTask);
      let failures = 0;
      for (;;) {
        if (signal.aborted) throw new Error('stopped before the end; it goes on when the program runs');
        const run = await database.read(settings, (tx) => selectRunOptional(tx, runId));
        if (run?.state !== 'open') return;
        const waiting = await database.read(settings, (tx) => listWaiting(tx, runId, peopleAtOnce));
        const trouble = register
          ? failures >= mostFailures
            ? 'Hệ thống dân cư không trả lời. Hãy thử hỏi tiếp sau.'
            : undefined
          : 'Quản trị đã tắt kết nối với hệ thống dân cư.';
        if (waiting.length === 0 || trouble !== undefined) {
          await database.write(settings, async (tx) => {
            const now = clock.now();
            if (waiting.length === 0) await keepNumberless(tx, runId, now);
            await endRun(tx, runId, {
              state: waiting.length === 0 ? 'done' : 'stopped',
              trouble: trouble ?? null,
              now,
            });
          });
          log('info', `${populationTask} ${runId}: ${waiting.length === 0 ? 'done' : 'stopped'}`);
          return;
        }
        const answers = await answersTo(waiting, register, (why) =>
          log('warning', `${populationTask} ${runId}: ${why}`),
        );
        failures = answers.every(({ state }) => state === 'notAnswered') ? failures + 1 : 0;
        await database.write(settings, (tx) => keepAnswers(tx, runId, answers, clock.now()));
      }
    },
  };
}

/** One answer for each question: who is missing in the register's answer, or got a difference without a field, got none. */
async function answersTo(
  waiting: readonly Waiting[],
  register: PersonRegister | undefined,
  warn: (why: string) => void,
): Promise<Answer[]> {
  const asked = waiting.map(({ fullName, birthDate, identityNumber }, at) => ({
    ref: String(at + 1),
    identityNumber,
    fullName,
    birthDate,
  }));
  const said =
    (await register?.check(asked).catch((error: Error) => warn(error.message.slice(0, 200)))) ?? [];
  const byRef = new Map(said.map((verdict) => [verdict.ref, verdict]));
  return waiting.map(({ pupilId }, at) => {
    const verdict = byRef.get(String(at + 1));
    if (!verdict || (verdict.result === 'differs' && verdict.fields.length === 0)) {
      return { pupilId, state: 'notAnswered', fields: [] };
    }
    return {
      pupilId,
      state: verdict.result,
      fields: verdict.result === 'differs' ? [...new Set(verdict.fields)] : [],
    };
  });
}
