import { z } from 'zod';
import { defineOperation } from '#platform/api';
import { noticeTopics } from '../rules/notice-topics.ts';
import { id, instant } from './pieces.ts';

const choice = z.object({ topic: z.enum(noticeTopics), mail: z.boolean(), push: z.boolean() });
const endpoint = z.url().max(1000);

export const getNoticeSettings = defineOperation('plan.getNoticeSettings', {
  method: 'GET',
  path: '/api/plan/notice-settings',
  summary: 'Tôi muốn được báo tin gì, bằng cách nào',
  answer: z.object({
    /** What this browser subscribes with; null: this installation tells nobody on devices. */
    pushKey: z.string().nullable(),
    choices: z.array(choice),
    devices: z.array(z.object({ id, endpoint: z.string(), madeAt: instant })),
  }),
});

export const saveNoticeChoices = defineOperation('plan.saveNoticeChoices', {
  method: 'PUT',
  path: '/api/plan/notice-settings',
  summary: 'Chọn cách được báo tin cho từng loại',
  body: z.object({ choices: z.array(choice).min(1).max(noticeTopics.length) }),
});

export const subscribePush = defineOperation('plan.subscribePush', {
  method: 'POST',
  path: '/api/plan/push',
  summary: 'Bật báo tin trên trình duyệt này; tắt khi đăng xuất',
  body: z.object({
    endpoint,
    p256dh: z.string().regex(/^[\w-]{80,100}=*$/),
    auth: z.string().regex(/^[\w-]{20,30}=*$/),
  }),
  secret: true,
});

export const unsubscribePush = defineOperation('plan.unsubscribePush', {
  method: 'POST',
  path: '/api/plan/push/remove',
  summary: 'Tắt báo tin trên một trình duyệt của tôi',
  body: z.object({ endpoint }),
});

export const noticeSettingOperations = [getNoticeSettings, saveNoticeChoices, subscribePush, unsubscribePush];
