import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { answer, api, useCommand, useSchoolYear } from '#api';
import { problemOf, toast } from '#platform/ui';
import { type CellChange, type CellRow, inverse } from './grid-model.ts';

const mostUndone = 50;

export interface Conflict {
  readonly changes: readonly CellChange[];
  readonly current: readonly { classId: string; subjectCode: string; rows: CellRow[] }[];
}

/** The assignment of a school and its changes: saved at once, taken back step by step, conflicts kept for the person to decide. */
export function useAssignments(schoolId: string | undefined) {
  const { t } = useTranslation('staffing');
  const { name: schoolYear } = useSchoolYear();
  const [past, setPast] = useState<readonly (readonly CellChange[])[]>([]);
  const [conflict, setConflict] = useState<Conflict>();
  const of = { ...(schoolId ? { schoolId } : {}), ...(schoolYear ? { schoolYear } : {}) };
  const grid = useQuery({
    queryKey: ['staffing', 'assignments', of],
    queryFn: ({ signal }) => answer(api.GET('/api/staffing/assignments', { params: { query: of }, signal })),
  });
  const command = useCommand({
    run: (cells: readonly CellChange[], init) =>
      answer(api.PUT('/api/staffing/assignments', { body: { ...of, cells: [...cells] }, ...init })),
    refreshes: [['staffing']],
  });

  async function send(cells: readonly CellChange[], keep: boolean): Promise<boolean> {
    try {
      await command.mutateAsync(cells);
      if (keep) setPast((before) => [...before, cells].slice(-mostUndone));
      return true;
    } catch (error) {
      const problem = problemOf(error);
      if (problem.code === 'staffing.cellsChangedMeanwhile') {
        setConflict({ changes: cells, current: (problem.facts?.current ?? []) as Conflict['current'] });
        void grid.refetch();
      }
      return false;
    }
  }

  return {
    of,
    grid,
    conflict,
    saving: command.isPending,
    error:
      command.error && problemOf(command.error).code !== 'staffing.cellsChangedMeanwhile'
        ? command.error
        : null,
    clearError: () => command.reset(),
    /** Saves cells; gives whether it was done. Nothing to save is done. */
    save: (cells: readonly CellChange[]) => (cells.length > 0 ? send(cells, true) : Promise.resolve(true)),
    undoable: past.length,
    async undo() {
      const last = past.at(-1);
      if (!last) return;
      if (await send(inverse(last), false)) {
        setPast((before) => before.slice(0, -1));
        toast({ tone: 'info', text: t('undone', { count: last.length }) });
      }
    },
    /** Drops the own text of a conflict, or saves it over the newer one on purpose. */
    async settle(mine: boolean) {
      const open = conflict;
      setConflict(undefined);
      if (!mine || !open) return;
      const now = (change: CellChange) =>
        open.current.find((one) => one.classId === change.classId && one.subjectCode === change.subjectCode);
      await send(
        open.changes.map((change) => ({ ...change, seen: now(change)?.rows ?? change.seen })),
        true,
      );
    },
  };
}
