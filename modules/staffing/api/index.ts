import { bind } from '#modules/identity-access';
import type { AnyRoute } from '#platform/http';
import { createDuty, deleteDuty, updateDuty } from '../actions/duties.ts';
import * as contract from '../contract.ts';
import type { Duty } from '../data/duties.ts';
import { assignmentRoutes } from './assignments.ts';
import { coverageRoutes } from './coverage.ts';

function shown({ unitId: _, departmentId: __, schoolYearId: ___, ...duty }: Duty) {
  return duty;
}

/** Every route of staffing. */
export const staffingRoutes: AnyRoute[] = [
  ...assignmentRoutes,
  ...coverageRoutes,
  bind(contract.createDuty, async ({ tx, actor, body, now }) =>
    shown(await createDuty(tx, actor, body, now)),
  ),
  bind(contract.updateDuty, async ({ tx, params, body, now }) =>
    shown(await updateDuty(tx, params.dutyId, body, now)),
  ),
  bind(contract.deleteDuty, async ({ tx, params, query, now }) => {
    await deleteDuty(tx, params.dutyId, query.version, now);
    return undefined;
  }),
];
