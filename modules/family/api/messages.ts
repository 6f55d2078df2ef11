import { bind } from '#modules/identity-access';
import { markNoticesOfPage } from '#modules/plan';
import type { AnyRoute } from '#platform/http';
import {
  blockThread,
  openThread,
  ownThread,
  quietHours,
  readWithReason,
  reportThread,
  sendMessage,
} from '../actions/messages.ts';
import * as contract from '../contract/messages.ts';
import * as data from '../data/threads.ts';

/** Messages between families and homeroom teachers, and what the heads of the school may do with them. */
export const messageRoutes: AnyRoute[] = [
  bind(contract.listThreads, async ({ tx }) => {
    const [threads, partners] = await Promise.all([data.listThreads(tx), data.listPartners(tx)]);
    return {
      items: threads.map(({ id, pupil, className, with: other, unread, lastAt, blockReason }) => ({
        id,
        pupil,
        className,
        with: other,
        unread,
        lastAt,
        blocked: blockReason !== null,
      })),
      partners,
    };
  }),
  bind(contract.openThread, ({ tx, actor, now, body }) => openThread(tx, { actor, now }, body)),
  bind(contract.getThread, async ({ tx, params }) => {
    const [thread, messages, quiet] = await Promise.all([
      ownThread(tx, params.threadId),
      data.listMessages(tx, params.threadId),
      quietHours(tx),
    ]);
    const { unread: _, lastAt: __, ...head } = thread;
    return { ...head, quiet, messages };
  }),
  bind(contract.readThread, async ({ tx, now, params }) => {
    await data.markThreadRead(tx, params.threadId, now);
    await markNoticesOfPage(tx, `/tin-nhan/${params.threadId}`, now);
    return undefined;
  }),
  bind(contract.sendMessage, ({ tx, actor, now, params, body }) =>
    sendMessage(tx, { actor, now }, params.threadId, body.body),
  ),
  bind(contract.reportThread, async ({ tx, actor, now, params, body }) => {
    await reportThread(tx, { actor, now }, params.threadId, body.reason);
    return undefined;
  }),
  bind(contract.listSchoolThreads, async ({ tx }) => ({ items: await data.listThreadsOfSchool(tx) })),
  bind(contract.readWithReason, ({ tx, params, body }) => readWithReason(tx, params.threadId, body.reason)),
  bind(contract.blockThread, async ({ tx, actor, now, params, body }) => {
    await blockThread(tx, { actor, now }, params.threadId, body.reason);
    return undefined;
  }),
];
