import { bind } from '#modules/identity-access';
import type { AnyRoute } from '#platform/http';
import * as action from '../actions/population.ts';
import * as contract from '../contract/population.ts';
import { listResults, type RunRow } from '../data/population.ts';

function runShape({ unitId: _, ...run }: RunRow) {
  return run;
}

export const populationRoutes: AnyRoute[] = [
  bind(contract.listPopulationRuns, async ({ tx, services }) => ({
    register: services.personRegister?.name ?? null,
    items: (await action.listRuns(tx)).map(runShape),
  })),
  bind(contract.startPopulationRun, async ({ tx, actor, now, services }) =>
    runShape(await action.startRun(tx, { actor, now }, services.personRegister?.name)),
  ),
  bind(contract.continuePopulationRun, async ({ tx, actor, now, params, services }) =>
    runShape(await action.continueRun(tx, { actor, now }, params.runId, services.personRegister?.name)),
  ),
  bind(contract.stopPopulationRun, async ({ tx, actor, now, params }) =>
    runShape(await action.stopRun(tx, { actor, now }, params.runId)),
  ),
  bind(contract.listPopulationResults, async ({ tx, params, query }) => {
    const run = await action.runOf(tx, params.runId);
    return { items: await listResults(tx, run.id, query.state) };
  }),
  bind(contract.settlePopulationDifference, async ({ tx, actor, now, params, body }) => {
    await action.settle(tx, { actor, now }, params, body.note);
    return undefined;
  }),
];
