import type { Tone } from '#platform/ui';
import type { AnswerOf } from '../answer-of.ts';

export type InspectionDetail = AnswerOf<'plan.getInspection'>;
export type Inspection = InspectionDetail['inspection'];
export type CheckItem = InspectionDetail['items'][number];
export type Finding = InspectionDetail['findings'][number];
export type FindingDetail = AnswerOf<'plan.getFinding'>;

export const states = ['planned', 'underway', 'concluded', 'cancelled'] as const;
export const kinds = ['scheduled', 'surprise'] as const;
export const severities = ['minor', 'major', 'critical'] as const;
/** In the order of the keys 1, 2, 3 and 0. */
export const results = ['met', 'partlyMet', 'notMet', 'notChecked'] as const;

export const stateTones: Readonly<Record<Inspection['state'], Tone>> = {
  planned: 'wait',
  underway: 'due',
  concluded: 'done',
  cancelled: 'none',
};
export const resultTones: Readonly<Record<CheckItem['result'], Tone>> = {
  met: 'done',
  partlyMet: 'due',
  notMet: 'late',
  notChecked: 'none',
};
export const severityTones: Readonly<Record<Finding['severity'], Tone>> = {
  minor: 'none',
  major: 'due',
  critical: 'late',
};
export const findingTones: Readonly<Record<Finding['state'], Tone>> = {
  open: 'due',
  resolved: 'accent',
  closed: 'done',
};
