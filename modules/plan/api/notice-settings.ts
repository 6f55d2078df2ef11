import { bind } from '#modules/identity-access';
import * as contract from '../contract/notice-settings.ts';
import { deleteSubscription, keepSubscription, listChoices, listDevices, writeChoice } from '../data/push.ts';
import { planErrors } from '../errors.ts';
import { noticeTopics } from '../rules/notice-topics.ts';

/** By which ways a person is told of what. */
export const noticeSettingRoutes = [
  bind(contract.getNoticeSettings, async ({ tx, actor, services }) => {
    const own = (await listChoices(tx, [actor.accountId])).get(actor.accountId) ?? {};
    return {
      pushKey: services.push?.publicKey ?? null,
      choices: noticeTopics.map((topic) => ({ topic, ...(own[topic] ?? { mail: true, push: true }) })),
      devices: await listDevices(tx),
    };
  }),
  bind(contract.saveNoticeChoices, async ({ tx, actor, body }) => {
    const { accountId, departmentId } = actor;
    for (const { topic, ...ways } of body.choices) {
      await writeChoice(tx, { accountId, departmentId, topic }, ways);
    }
    return undefined;
  }),
  bind(contract.subscribePush, async ({ tx, actor, now, body, services }) => {
    if (!services.push?.accepts(body.endpoint)) throw planErrors.pushRefused();
    await keepSubscription(tx, actor.sessionId, body, now);
    return undefined;
  }),
  bind(contract.unsubscribePush, async ({ tx, body }) => {
    await deleteSubscription(tx, body.endpoint);
    return undefined;
  }),
];
