import type { operations } from '#api';
import { answer, api, useCommand } from '#api';
import type { Published } from './document-words.ts';

type Body<Name extends keyof operations> = operations[Name] extends {
  requestBody: { content: { 'application/json': infer Given } };
}
  ? Given
  : never;

export type DutyChange = Body<'plan.updateDuty'>;

/**
 * Every change of a draft as a command; after each, everything of the plan is read again.
 * @param left called when the draft is no longer one: the page of the draft is gone before the command is over
 */
export function useReview(
  documentId: string,
  left: { onDiscarded: () => void; onPublished: (published: Published) => void },
) {
  const refreshes = [['plan']];
  const document = { params: { path: { documentId } } };
  return {
    changeDocument: useCommand({
      run: (body: Body<'plan.updateDocument'>, init) =>
        answer(api.PATCH('/api/plan/documents/{documentId}', { ...document, body, ...init })),
      refreshes,
    }),
    discard: useCommand({
      run: (body: Body<'plan.discardDocument'>, init) =>
        answer(api.POST('/api/plan/documents/{documentId}/discard', { ...document, body, ...init })),
      refreshes,
      onDone: left.onDiscarded,
    }),
    changeDuty: useCommand({
      run: ({ dutyId, body }: { dutyId: string; body: DutyChange }, init) =>
        answer(api.PATCH('/api/plan/duties/{dutyId}', { params: { path: { dutyId } }, body, ...init })),
      refreshes,
    }),
    merge: useCommand({
      run: (dutyIds: string[], init) =>
        answer(
          api.POST('/api/plan/documents/{documentId}/merge', { ...document, body: { dutyIds }, ...init }),
        ),
      refreshes,
    }),
    split: useCommand({
      run: ({ dutyId, body }: { dutyId: string; body: Body<'plan.splitDuty'> }, init) =>
        answer(api.POST('/api/plan/duties/{dutyId}/split', { params: { path: { dutyId } }, body, ...init })),
      refreshes,
    }),
    add: useCommand({
      run: (body: Body<'plan.addDuty'>, init) =>
        answer(api.POST('/api/plan/documents/{documentId}/duties', { ...document, body, ...init })),
      refreshes,
    }),
    remove: useCommand({
      run: ({ dutyId, body }: { dutyId: string; body: Body<'plan.removeDuty'> }, init) =>
        answer(api.POST('/api/plan/duties/{dutyId}/remove', { params: { path: { dutyId } }, body, ...init })),
      refreshes,
    }),
    publish: useCommand({
      run: (body: Body<'plan.publishDocument'>, init) =>
        answer(api.POST('/api/plan/documents/{documentId}/publish', { ...document, body, ...init })),
      refreshes,
      onDone: left.onPublished,
    }),
  };
}

export type Review = ReturnType<typeof useReview>;
