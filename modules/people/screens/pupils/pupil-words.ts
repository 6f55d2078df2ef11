import type { operations } from '#api';
import type { Tone } from '#platform/ui';

type Answer<Operation extends keyof operations> = operations[Operation] extends {
  responses: { 200: { content: { 'application/json': infer Content } } };
}
  ? Content
  : never;

export type PupilList = Answer<'people.listPupils'>;
export type PupilLine = PupilList['items'][number];
export type ClassChoice = PupilList['classes'][number];
export type PupilDetail = Answer<'people.getPupil'>;
export type PupilPrivate = Answer<'people.getPupilPrivate'>;
export type Transfer = Answer<'people.listTransfers'>['items'][number];
export type RollOverPreview = Answer<'people.previewRollOver'>;
export type RollOverStep = RollOverPreview['steps'][number];

export const toneOfStatus: Readonly<Record<PupilLine['status'], Tone>> = {
  learning: 'done',
  away: 'late',
  graduated: 'accent',
  left: 'none',
};

export const toneOfTransfer: Readonly<Record<Transfer['state'], Tone>> = {
  asked: 'due',
  accepted: 'done',
  refused: 'late',
  withdrawn: 'none',
};
