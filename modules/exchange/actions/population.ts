import { findOwnSchool } from '#modules/curriculum';
import type { ReadTx, WriteTx } from '#platform/db';
import { addJob } from '#platform/jobs';
import * as data from '../data/population.ts';
import { noteReads } from '../data/reads.ts';
import { exchangeErrors } from '../errors.ts';
import type { Acting } from './clients.ts';

export const populationTask = 'exchange.population';

async function ownSchool(tx: ReadTx) {
  const school = await findOwnSchool(tx, undefined);
  if (!school) throw exchangeErrors.noSchool();
  return school;
}

/** A run within reach. @throws Refusal exchange.noRun */
export async function runOf(tx: ReadTx, id: string): Promise<data.RunRow> {
  const run = await data.selectRunOptional(tx, id);
  if (!run) throw exchangeErrors.noRun();
  return run;
}

/** The school's runs, newest first. @throws Refusal exchange.noSchool */
export async function listRuns(tx: ReadTx): Promise<data.RunRow[]> {
  return data.listRuns(tx, (await ownSchool(tx)).id);
}

/**
 * Begins a check of everybody in a class of the school; background work asks. `register`: what is asked, undefined when none is set up.
 * @throws Refusal exchange.noSchool, populationOff, runOpen, nobodyToCheck
 */
export async function startRun(
  tx: WriteTx,
  { actor, now }: Acting,
  register: string | undefined,
): Promise<data.RunRow> {
  if (register === undefined) throw exchangeErrors.populationOff();
  const school = await ownSchool(tx);
  if ((await data.listRuns(tx, school.id)).some(({ state }) => state === 'open'))
    throw exchangeErrors.runOpen();
  const { departmentId, accountId } = actor;
  const id = await data.insertRun(tx, { unitId: school.id, departmentId, register, by: accountId, now });
  if (id === undefined) throw exchangeErrors.nobodyToCheck();
  return ask(tx, { actor, now }, id);
}

/** Asks again about whoever got no answer. @throws Refusal exchange.noRun, populationOff, runOpen, nothingLeft */
export async function continueRun(
  tx: WriteTx,
  acting: Acting,
  id: string,
  register: string | undefined,
): Promise<data.RunRow> {
  if (register === undefined) throw exchangeErrors.populationOff();
  const run = await runOf(tx, id);
  if ((await data.listRuns(tx, run.unitId)).some(({ state }) => state === 'open'))
    throw exchangeErrors.runOpen();
  if (!(await data.reopenRun(tx, id))) throw exchangeErrors.nothingLeft();
  return ask(tx, acting, id);
}

/** Hands the run to background work and notes whose data leave the house. */
async function ask(tx: WriteTx, { actor }: Acting, id: string): Promise<data.RunRow> {
  const run = await runOf(tx, id);
  const people = (await data.listWaiting(tx, id, 10_000)).map(({ pupilId }) => pupilId);
  await noteReads(tx, { entity: 'exchange.population_run', reader: run.register, address: id }, [
    { unitId: run.unitId, count: people.length, people },
  ]);
  const payload = { departmentId: actor.departmentId, runId: id };
  await addJob(tx, populationTask, payload, { jobKey: `${populationTask}:${id}`, maxAttempts: 10 });
  return run;
}

/** Stops a run; what was answered stays. @throws Refusal exchange.noRun, runNotOpen */
export async function stopRun(tx: WriteTx, { now }: Acting, id: string): Promise<data.RunRow> {
  await runOf(tx, id);
  if (!(await data.endRun(tx, id, { state: 'stopped', trouble: null, now })))
    throw exchangeErrors.runNotOpen();
  return runOf(tx, id);
}

/** Says what was done about a difference; the pupil's record is not touched. @throws Refusal exchange.noRun, nothingToSettle */
export async function settle(
  tx: WriteTx,
  { actor, now }: Acting,
  of: { readonly runId: string; readonly pupilId: string },
  note: string,
): Promise<void> {
  await runOf(tx, of.runId);
  if (!(await data.settleResult(tx, of, { by: actor.accountId, note, now })))
    throw exchangeErrors.nothingToSettle();
}
