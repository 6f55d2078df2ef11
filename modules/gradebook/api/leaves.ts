import { bind } from '#modules/identity-access';
import type { AnyRoute } from '#platform/http';
import { askLeave, decideLeave, withdrawLeave } from '../actions/leave.ts';
import * as contract from '../contract.ts';
import { listLeaves } from '../data/leaves.ts';
import { mayOf } from './shapes.ts';

/** Routes of leave: asked by guardians, decided by who leads the class. */
export const leaveRoutes: AnyRoute[] = [
  bind(contract.listLeaves, async ({ tx, actor }) => ({
    items: (await listLeaves(tx)).map(({ pupilId: _, askedBy, days, sessions, ...leave }) => ({
      ...leave,
      days: [...days],
      sessions: [...sessions],
      may:
        leave.state === 'asked'
          ? [
              ...mayOf(actor.role, ['gradebook.decideLeave']),
              ...(askedBy === actor.accountId ? mayOf(actor.role, ['gradebook.withdrawLeave']) : []),
            ]
          : [],
    })),
  })),
  bind(contract.askLeave, ({ tx, actor, now, body }) => askLeave(tx, { actor, now }, body)),
  bind(contract.decideLeave, ({ tx, actor, now, params, body }) =>
    decideLeave(tx, { actor, now }, params.leaveId, body),
  ),
  bind(contract.withdrawLeave, async ({ tx, actor, now, params }) => {
    await withdrawLeave(tx, { actor, now }, params.leaveId);
    return undefined;
  }),
];
