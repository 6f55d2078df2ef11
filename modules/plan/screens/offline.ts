import type { OfflineKind } from '#api';

interface SeenState {
  readonly version: number;
  readonly state?: string;
}

/** How what was done with duties without a network is shown when somebody else was there first. */
export const offlineKinds: readonly OfflineKind[] = [
  {
    name: 'plan.startAssignment',
    words: 'work',
    sides: ({ theirs }, _input, t) => [
      {
        what: t('work:inbox.state'),
        mine: t('ui:state.inProgress'),
        theirs: t(`ui:state.${(theirs as SeenState).state}`),
      },
    ],
    keepMine: ({ theirs }, input) => ({
      ...(input as { assignmentId: string }),
      version: (theirs as SeenState).version,
    }),
  },
];
