import { z } from 'zod';
import { registerOfflineCommand, registerOfflineData, type Sides } from '#modules/sync';
import { acknowledgeAssignments, addComment, startAssignment } from '../actions/carry-out.ts';
import * as contract from '../contract/assignments.ts';
import { describeMyWork } from './assignments.ts';

/** What can be done with duties where there is no network. */

const mostJoined = 1000;

const editedMeanwhile = {
  'plan.editedMeanwhile': (facts: Readonly<Record<string, unknown>>): Sides => ({
    mine: facts.mine,
    theirs: facts.theirs,
  }),
};

registerOfflineCommand({
  name: contract.acknowledgeAssignments.id,
  schema: contract.acknowledgeAssignments.body,
  execute: (tx, actor, { input, now }) => acknowledgeAssignments(tx, { actor, now }, input.ids),
  join: (first, second) => {
    const ids = [...new Set([...first.ids, ...second.ids])];
    return ids.length > mostJoined ? undefined : { ids };
  },
});

registerOfflineCommand({
  name: contract.startAssignment.id,
  schema: z.object({ ...contract.startAssignment.params.shape, ...contract.startAssignment.body.shape }),
  execute: (tx, actor, { input, now }) =>
    startAssignment(tx, { actor, now }, input.assignmentId, input.version),
  conflicts: editedMeanwhile,
});

registerOfflineCommand({
  name: contract.addComment.id,
  schema: z.object({ ...contract.addComment.params.shape, ...contract.addComment.body.shape }),
  execute: (tx, actor, { input, now }) => addComment(tx, { actor, now }, input.assignmentId, input.body),
});

registerOfflineData({
  name: contract.listMyWork.id,
  load: async (tx, actor, now) => {
    const { items, counts } = await describeMyWork(tx, actor, now, contract.listMyWork.query.parse({}));
    return [{ key: 'open', value: { items, counts, nextCursor: null } }];
  },
});
