import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useCallback, useEffect, useMemo, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { v4 as uuid } from 'uuid';
import {
  answer,
  api,
  isLineFault,
  keptAnswer,
  layOver,
  offline,
  type Queued,
  useMe,
  useOffline,
  useOnTheWay,
} from '#api';
import { problemOf } from '#platform/ui';
import {
  type CellEdit,
  type CellPlace,
  cellKey,
  type EditState,
  type Edits,
  kept,
  type OpenEdit,
  type Sheet,
  shownText,
  withTexts,
} from './grid-model.ts';

export interface SheetPath {
  readonly classId: string;
  readonly subjectCode: string;
  readonly semester: 1 | 2;
}

type Texts = readonly { readonly pupilId: string; readonly place: CellPlace; readonly text: string }[];

const pauseBeforeSaving = 700;
const mostUndone = 100;

interface Sending {
  readonly id: string;
  readonly cells: readonly OpenEdit[];
}

/**
 * A sheet and its changes. What is typed is shown at once and saved after a short pause, many cells in one command; a command whose answer was
 * lost is sent again with the same id. A cell that the server refuses keeps what was typed and says why; the others are saved.
 */
export function useSheet({ classId, subjectCode, semester }: SheetPath) {
  const queries = useQueryClient();
  const roleId = useMe().role?.id;
  const { binding } = useOffline();
  const path = useMemo(() => ({ classId, subjectCode, semester }), [classId, subjectCode, semester]);
  const queryKey = useMemo(() => ['gradebook', 'sheet', path], [path]);
  const sheet = useQuery({
    queryKey,
    queryFn: ({ signal }) =>
      keptAnswer({ source: 'gradebook.getSheet', key: `${classId}/${subjectCode}/${semester}`, roleId }, () =>
        answer(
          api.GET('/api/gradebook/sheets/{classId}/{subjectCode}/{semester}', { params: { path }, signal }),
        ),
      ),
  });
  const onTheWay = useOnTheWay('gradebook.saveCells');
  const data = useMemo(
    () => sheet.data && laidOver(sheet.data, path, onTheWay),
    [sheet.data, path, onTheWay],
  );
  const { t } = useTranslation('gradebook');
  const [edits, setEditsState] = useState<Edits>(new Map());
  const editsRef = useRef<Edits>(edits);
  const [past, setPast] = useState<readonly Texts[]>([]);
  const [trouble, setTrouble] = useState<unknown>(null);
  const sending = useRef<Sending | undefined>(undefined);

  const setEdits = useCallback((change: (before: Edits) => Edits) => {
    editsRef.current = change(editsRef.current);
    setEditsState(editsRef.current);
  }, []);

  /** Marks edits that are still what was sent; a cell typed into meanwhile keeps the newer text. */
  const settle = useCallback(
    (sent: readonly OpenEdit[], outcome: (edit: OpenEdit) => EditState | 'kept') =>
      setEdits((before) => {
        const next = new Map(before);
        for (const edit of sent) {
          const key = cellKey(edit.pupilId, edit.place);
          const now = next.get(key);
          if (!now) continue;
          const how = outcome(edit);
          if (how === 'kept') {
            if (now.value === edit.value) next.delete(key);
            else next.set(key, { ...now, was: edit.value, state: { kind: 'waiting' } });
          } else if (now.value === edit.value) next.set(key, { ...now, state: how });
          else next.set(key, { ...now, state: { kind: 'waiting' } });
        }
        return next;
      }),
    [setEdits],
  );

  const save = useCallback(async () => {
    if (sending.current?.cells.some(({ state }) => state.kind === 'sending')) return;
    const waiting = [...editsRef.current.values()].filter(({ state }) => state.kind === 'waiting');
    if (waiting.length === 0) return;
    const cells = waiting.map((edit) => ({ ...edit, state: { kind: 'sending' } as const }));
    // The same cells once more are the same command: a lost answer does not write twice.
    const same = JSON.stringify(sending.current?.cells.map(bare)) === JSON.stringify(cells.map(bare));
    const command: Sending = { id: same ? (sending.current?.id ?? uuid()) : uuid(), cells };
    sending.current = command;
    setEdits((before) => {
      const next = new Map(before);
      for (const edit of cells) next.set(cellKey(edit.pupilId, edit.place), edit);
      return next;
    });
    // One command a cell: each has its own outcome, whatever becomes of the others.
    const keepHere = async () => {
      if (!data || !roleId) throw new RangeError('only an open sheet in a role is edited');
      const title = t('offline.cells', { subject: data.subject.name, class: data.class.name });
      const inputs = cells.map((edit) => ({ ...path, cells: [bare(edit)] }));
      await offline.keep({ name: 'gradebook.saveCells', roleId, title }, inputs);
      sending.current = undefined;
      setTrouble(null);
      settle(cells, () => 'kept');
    };
    if (offline.mustWait()) return keepHere();
    try {
      await answer(
        api.POST('/api/gradebook/sheets/{classId}/{subjectCode}/{semester}/cells', {
          params: { path },
          body: { cells: cells.map(bare) },
          headers: { 'Idempotency-Key': command.id },
        }),
      );
      sending.current = undefined;
      setTrouble(null);
      layOver<Sheet>(queries, queryKey, (before) => kept(before, cells));
      settle(cells, () => 'kept');
    } catch (error) {
      if (binding === 'bound' && isLineFault(error)) return keepHere();
      const problem = problemOf(error);
      sending.current = { ...command, cells: waiting };
      if (problem.code === 'gradebook.badCells') {
        const said = new Map((problem.problems ?? []).map(({ path: at, message }) => [at, message]));
        settle(cells, (edit) => {
          const message = said.get(`cells.${cells.indexOf(edit as (typeof cells)[number])}`);
          return message ? { kind: 'refused', message } : { kind: 'waiting' };
        });
      } else if (problem.code === 'gradebook.cellsChangedMeanwhile') {
        const theirs = new Map(
          ((problem.facts?.current ?? []) as { pupilId: string; place: CellPlace; value: string }[]).map(
            (one) => [cellKey(one.pupilId, one.place), one.value],
          ),
        );
        settle(cells, (edit) => {
          const value = theirs.get(cellKey(edit.pupilId, edit.place));
          return value === undefined ? { kind: 'waiting' } : { kind: 'conflict', theirs: value };
        });
      } else {
        settle(cells, () => ({ kind: 'waiting' }));
        setTrouble(error);
      }
    }
  }, [path, queryKey, queries, setEdits, settle, data, roleId, binding, t]);

  const waiting = [...edits.values()].filter(({ state }) => state.kind === 'waiting').length;
  const underway = [...edits.values()].some(({ state }) => state.kind === 'sending');
  useEffect(() => {
    if (waiting === 0 || underway || trouble !== null) return;
    const timer = setTimeout(() => void save(), pauseBeforeSaving);
    return () => clearTimeout(timer);
  }, [waiting, underway, trouble, save]);

  // The network is back: what waits is sent.
  useEffect(() => {
    const again = () => setTrouble(null);
    window.addEventListener('online', again);
    return () => window.removeEventListener('online', again);
  }, []);

  useEffect(() => {
    if (edits.size === 0) return;
    const warn = (event: BeforeUnloadEvent) => event.preventDefault();
    window.addEventListener('beforeunload', warn);
    return () => window.removeEventListener('beforeunload', warn);
  }, [edits.size]);

  const change = useCallback(
    (texts: Texts, remember = true) => {
      if (!data || texts.length === 0) return;
      if (remember) {
        const rows = new Map(data.rows.map((row) => [row.pupilId, row]));
        const back = texts.flatMap(({ pupilId, place }) => {
          const row = rows.get(pupilId);
          return row ? [{ pupilId, place, text: shownText(row, place, editsRef.current) }] : [];
        });
        setPast((before) => [...before, back].slice(-mostUndone));
      }
      setEdits((before) => withTexts(data, before, texts));
    },
    [data, setEdits],
  );

  return {
    sheet: { ...sheet, data },
    edits,
    /** How many cells wait on this device. */
    kept: onTheWay.filter(({ state, input }) => state === 'waiting' && isOf(path, input)).length,
    trouble,
    waiting,
    underway,
    change,
    undoable: past.length > 0,
    undo() {
      const last = past.at(-1);
      if (!last) return;
      setPast((before) => before.slice(0, -1));
      change(last, false);
    },
    retry() {
      setTrouble(null);
      void save();
    },
    /** Decides a cell that somebody else changed: takes theirs, or saves the own value over it on purpose. */
    decide(edit: OpenEdit, mine: boolean) {
      if (edit.state.kind !== 'conflict') return;
      const { theirs } = edit.state;
      const known: OpenEdit = { ...edit, was: theirs, state: { kind: 'waiting' } };
      layOver<Sheet>(queries, queryKey, (before) => kept(before, [{ ...edit, value: theirs }]));
      setEdits((before) => {
        const next = new Map(before);
        if (mine && theirs !== edit.value) next.set(cellKey(edit.pupilId, edit.place), known);
        else next.delete(cellKey(edit.pupilId, edit.place));
        return next;
      });
    },
    /** Drops what was typed into a refused cell. */
    drop(edit: OpenEdit) {
      setEdits((before) => {
        const next = new Map(before);
        next.delete(cellKey(edit.pupilId, edit.place));
        return next;
      });
    },
  };
}

function bare({ pupilId, place, was, value }: OpenEdit) {
  return { pupilId, place, was, value };
}

type KeptInput = SheetPath & { readonly cells: readonly CellEdit[] };

function isOf({ classId, subjectCode, semester }: SheetPath, input: unknown): boolean {
  const other = input as SheetPath;
  return other.classId === classId && other.subjectCode === subjectCode && other.semester === semester;
}

/** The sheet as it stands for the person: what the server said, and over it what waits on this device, in its order. */
function laidOver(sheet: Sheet, path: SheetPath, onTheWay: readonly Queued[]): Sheet {
  const cells = onTheWay.flatMap(({ input }) => (isOf(path, input) ? (input as KeptInput).cells : []));
  return cells.length > 0 ? kept(sheet, cells) : sheet;
}
