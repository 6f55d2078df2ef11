import { useTranslation } from 'react-i18next';
import { answer, api, useCommand, useMe, useOfflineCommand } from '#api';
import { toast } from '#platform/ui';

const path = (assignmentId: string) => ({ params: { path: { assignmentId } } });

/** Every step of an assignment's life as a command; after each, everything of the plan is read again. */
export function useSteps(id: string, version: number) {
  const { t } = useTranslation('work');
  const roleId = useMe().role?.id;
  const refreshes = [['plan']];
  const tellKept = (answer: unknown) => {
    if (answer === 'kept') toast({ tone: 'info', text: t('offline.kept') });
  };
  return {
    acknowledge: useOfflineCommand({
      name: 'plan.acknowledgeAssignments',
      title: () => t('offline.acknowledge'),
      roleId,
      input: () => ({ ids: [id] }),
      onDone: tellKept,
      run: (_: null, init) =>
        answer(api.POST('/api/plan/assignments/acknowledge', { body: { ids: [id] }, ...init })),
      refreshes,
    }),
    start: useOfflineCommand({
      name: 'plan.startAssignment',
      title: () => t('offline.start'),
      roleId,
      input: () => ({ assignmentId: id, version }),
      onDone: tellKept,
      run: (_: null, init) =>
        answer(
          api.POST('/api/plan/assignments/{assignmentId}/start', { ...path(id), body: { version }, ...init }),
        ),
      refreshes,
    }),
    submit: useCommand({
      run: (note: string, init) =>
        answer(
          api.POST('/api/plan/assignments/{assignmentId}/submit', {
            ...path(id),
            body: { version, ...(note ? { note } : {}) },
            ...init,
          }),
        ),
      refreshes,
    }),
    accept: useCommand({
      run: (note: string, init) =>
        answer(
          api.POST('/api/plan/assignments/accept', {
            body: { items: [{ id, version }], ...(note ? { note } : {}) },
            ...init,
          }),
        ),
      refreshes,
    }),
    giveBack: useCommand({
      run: (note: string, init) =>
        answer(
          api.POST('/api/plan/assignments/{assignmentId}/return', {
            ...path(id),
            body: { version, note },
            ...init,
          }),
        ),
      refreshes,
    }),
    notApplicable: useCommand({
      run: (reason: string, init) =>
        answer(
          api.POST('/api/plan/assignments/{assignmentId}/not-applicable', {
            ...path(id),
            body: { version, reason },
            ...init,
          }),
        ),
      refreshes,
    }),
    reopen: useCommand({
      run: (note: string, init) =>
        answer(
          api.POST('/api/plan/assignments/{assignmentId}/reopen', {
            ...path(id),
            body: { version, ...(note ? { note } : {}) },
            ...init,
          }),
        ),
      refreshes,
    }),
    ask: useCommand({
      run: (body: string, init) =>
        answer(
          api.POST('/api/plan/assignments/{assignmentId}/question', { ...path(id), body: { body }, ...init }),
        ),
      refreshes,
    }),
    askTime: useCommand({
      run: (input: { dueOn: string; reason: string }, init) =>
        answer(
          api.POST('/api/plan/assignments/{assignmentId}/extension', { ...path(id), body: input, ...init }),
        ),
      refreshes,
    }),
    block: useCommand({
      run: (input: { title: string; body: string }, init) =>
        answer(api.POST('/api/plan/assignments/{assignmentId}/block', { ...path(id), body: input, ...init })),
      refreshes,
    }),
  };
}
