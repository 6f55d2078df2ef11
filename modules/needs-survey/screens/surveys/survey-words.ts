import type { operations } from '#api';
import type { Tone } from '#platform/ui';

export type Survey = operations['needsSurvey.getSurvey']['responses'][200]['content']['application/json'];
export type Results = operations['needsSurvey.getResults']['responses'][200]['content']['application/json'];

export const stateTones: Readonly<Record<Survey['state'], Tone>> = {
  waiting: 'wait',
  open: 'done',
  closed: 'none',
};

/** The calendar day in Việt Nam of a moment, 'YYYY-MM-DD'. */
export function dayOf(instant: string): string {
  return new Intl.DateTimeFormat('en-CA', { timeZone: 'Asia/Ho_Chi_Minh' }).format(new Date(instant));
}

/** From the first minute of a day ('YYYY-MM-DD') in Việt Nam. */
export function beginOf(day: string): string {
  return `${day}T00:00:00+07:00`;
}

/** To the last second of a day ('YYYY-MM-DD') in Việt Nam. */
export function endOf(day: string): string {
  return `${day}T23:59:59+07:00`;
}
