import { useQuery } from '@tanstack/react-query';
import { useEffect, useMemo, useRef, useState } from 'react';
import { answer, api, useCommand } from '#api';
import { problemOf } from '#platform/ui';
import {
  blockOf,
  type CellVerdict,
  type Chain,
  checkTimetable,
  type Ground,
  type Lesson,
  type Slot,
  sameSlot,
  slotKey,
} from '#rules/timetable';
import type { AnswerOf } from './answer-of.ts';
import { type Cells, useCells } from './use-cells.ts';

export type Opened = AnswerOf<'timetable.getTimetable'>;

export interface Place {
  readonly at: Slot | null;
  readonly roomId: string | null;
  readonly locked: boolean;
}

export interface Move extends Place {
  readonly lessonId: string;
  readonly seen: Place;
}

export interface Conflict {
  readonly moves: readonly Move[];
  readonly current: readonly (Place & { lessonId: string })[];
}

/** A lesson put down where a rule stands against it: what can be done. */
export interface Choice {
  readonly lesson: Lesson;
  readonly slot: Slot;
  readonly verdict: CellVerdict;
  /** undefined: being looked for. */
  readonly chains: readonly Chain[] | undefined;
  /** Lessons in the way that are locked. */
  readonly locked: readonly Lesson[];
}

const mostUndone = 100;
const heartbeat = 8000;

const placeOf = ({ at, roomId, locked }: Lesson): Place => ({ at, roomId, locked });

/** Steps that can be taken back and done again. */
interface Steps {
  readonly past: readonly (readonly Move[])[];
  readonly future: readonly (readonly Move[])[];
}

const stepsKey = (timetableId: string) => `hoaban.timetable-steps.${timetableId}`;

/** Steps of this tab, also after a reload: each names what it was done upon, so the server refuses one that others overtook. */
function keptSteps(timetableId: string): Steps {
  try {
    const kept = JSON.parse(sessionStorage.getItem(stepsKey(timetableId)) ?? 'null') as Steps | null;
    return kept ?? { past: [], future: [] };
  } catch {
    return { past: [], future: [] };
  }
}

function keepSteps(timetableId: string, steps: Steps): void {
  try {
    sessionStorage.setItem(stepsKey(timetableId), JSON.stringify(steps));
  } catch {
    // A full or refused storage costs the steps, not the timetable.
  }
}

function turned(moves: readonly Move[]): Move[] {
  return moves.map(({ lessonId, at, roomId, locked, seen }) => ({
    lessonId,
    ...seen,
    seen: { at, roomId, locked },
  }));
}

/**
 * A timetable being edited: moves are shown at once and saved at once, taken back and done again step by step; a move that somebody
 * else was faster with is put before the person with both places.
 */
export function useEditor(timetableId: string) {
  const key = ['timetable', 'timetable', timetableId];
  const opened = useQuery({
    queryKey: key,
    queryFn: ({ signal }) =>
      answer(
        api.GET('/api/timetable/timetables/{timetableId}', { params: { path: { timetableId } }, signal }),
      ),
  });
  const [moved, setMoved] = useState<ReadonlyMap<string, Place>>(new Map());
  const [past, setPast] = useState(() => keptSteps(timetableId).past);
  const [future, setFuture] = useState(() => keptSteps(timetableId).future);
  useEffect(() => keepSteps(timetableId, { past, future }), [timetableId, past, future]);
  const [conflict, setConflict] = useState<Conflict>();
  const [lifted, setLifted] = useState<string>();
  const [others, setOthers] = useState<readonly string[]>([]);
  const { data } = opened;
  const ground = data?.ground as Ground | undefined;
  const rows = data?.lessons as Lesson[] | undefined;
  const lessons = useMemo(
    () =>
      (rows ?? []).map((lesson) => {
        const place = moved.get(lesson.id);
        return place ? { ...lesson, ...place } : lesson;
      }),
    [rows, moved],
  );
  const violations = useMemo(() => (ground ? checkTimetable(ground, lessons) : []), [ground, lessons]);
  const up = lessons.find(({ id }) => id === lifted);
  const mayEdit = data?.mayEdit ?? false;
  const goals = data?.goals;
  const { asking, failed } = useCells(
    useMemo(
      () => (mayEdit && ground && goals ? { ground, goals, lessons } : undefined),
      [mayEdit, ground, goals, lessons],
    ),
  );
  const [verdicts, setVerdicts] = useState<Cells>();
  const [choice, setChoice] = useState<Choice>();
  const [preview, setPreview] = useState<Chain>();
  const asked = useRef<Promise<Cells | undefined>>(undefined);
  const putting = useRef(false);
  // biome-ignore lint/correctness/useExhaustiveDependencies: whenever lessons move, what the cells mean is asked anew.
  useEffect(() => {
    let current = true;
    setVerdicts(undefined);
    setChoice(undefined);
    setPreview(undefined);
    asked.current = lifted ? asking.week(lifted).catch(() => undefined) : undefined;
    void asked.current?.then((found) => {
      if (current) setVerdicts(found);
    });
    return () => {
      current = false;
    };
  }, [lifted, lessons, asking]);
  const shown = useMemo(() => {
    if (!preview) return lessons;
    const places = new Map(preview.moves.map((one) => [one.lessonId, one]));
    return lessons.map((lesson) => {
      const place = places.get(lesson.id);
      return place ? { ...lesson, at: place.at, roomId: place.roomId } : lesson;
    });
  }, [lessons, preview]);

  const command = useCommand({
    run: (moves: readonly Move[], init) =>
      answer(
        api.PUT('/api/timetable/timetables/{timetableId}/lessons', {
          params: { path: { timetableId } },
          body: { changes: [...moves] },
          ...init,
        }),
      ),
    refreshes: [key],
  });

  /** Sends moves; what is refused is shown as it was before. Gives whether it was kept. */
  async function send(moves: readonly Move[]): Promise<boolean> {
    setMoved((before) => {
      const after = new Map(before);
      for (const { lessonId, at, roomId, locked } of moves) after.set(lessonId, { at, roomId, locked });
      return after;
    });
    try {
      await command.mutateAsync(moves);
      return true;
    } catch (error) {
      const problem = problemOf(error);
      if (problem.code === 'timetable.lessonsChangedMeanwhile') {
        setConflict({ moves, current: (problem.facts?.current ?? []) as Conflict['current'] });
        await opened.refetch();
      }
      return false;
    } finally {
      setMoved((before) => {
        const after = new Map(before);
        for (const { lessonId } of moves) after.delete(lessonId);
        return after;
      });
    }
  }

  async function carryOut(moves: readonly Move[]) {
    setLifted(undefined);
    if (moves.length === 0) return;
    if (await send(moves)) {
      setPast((before) => [...before, moves].slice(-mostUndone));
      setFuture([]);
    }
  }

  const stepping = useRef(false);
  /** One step back or forth at a time: pressed again before it is saved, the same step would be counted twice. */
  async function step(moves: readonly Move[]): Promise<boolean> {
    if (stepping.current) return false;
    stepping.current = true;
    const saved = await send(moves);
    stepping.current = false;
    return saved;
  }

  const move = (lesson: Lesson, change: Partial<Place>): Move => ({
    lessonId: lesson.id,
    ...placeOf(lesson),
    ...change,
    seen: placeOf(lesson),
  });

  /** The lesson laid there, with those of its block. */
  const laid = (lesson: Lesson, slot: Slot, { roomId, together }: CellVerdict): Move[] => [
    move(lesson, { at: slot, roomId }),
    ...together.flatMap((one) => {
      const other = lessons.find(({ id }) => id === one.lessonId);
      return other ? [move(other, { at: one.at, roomId: one.roomId })] : [];
    }),
  ];

  /**
   * Puts the lifted lesson down where it fits; where a rule stands against it, chains are looked for and offered. Gives what the cell
   * means; undefined while nothing is lifted.
   */
  async function put(slot: Slot): Promise<CellVerdict | undefined> {
    if (!up) return undefined;
    putting.current = true;
    const verdict = (await asked.current)?.get(slotKey(slot));
    putting.current = false;
    if (verdict?.state === 'here') setLifted(undefined);
    if (verdict?.state === 'free') void carryOut(laid(up, slot, verdict));
    if (verdict?.state === 'conflict') {
      const locked = lessons.filter((one) => one.locked && verdict.inTheWay.includes(one.id));
      setPreview(undefined);
      setChoice({ lesson: up, slot, verdict, chains: undefined, locked });
      void asking
        .chains(up.id, slot)
        .catch(() => [])
        .then((chains) => setChoice((now) => (now?.verdict === verdict ? { ...now, chains } : now)));
    }
    return verdict;
  }

  /** Carries out a chain as one step. */
  function takeChain({ moves }: Chain) {
    const places = new Map(moves.map((one) => [one.lessonId, one]));
    void carryOut(
      lessons.flatMap((lesson) => {
        const place = places.get(lesson.id);
        return place ? [move(lesson, { at: place.at, roomId: place.roomId })] : [];
      }),
    );
  }

  /** Lays the lesson there all the same; what lies there is taken out. */
  function displace({ lesson, slot, verdict }: Choice) {
    const gone = lessons.filter(({ id }) => verdict.inTheWay.includes(id));
    void carryOut([...laid(lesson, slot, verdict), ...gone.map((one) => move(one, { at: null }))]);
  }

  const version = data?.timetable.version;
  const busy = useRef(false);
  busy.current = command.isPending;
  useEffect(() => {
    if (!mayEdit) return;
    const beat = async () => {
      try {
        const heard = await answer(
          api.POST('/api/timetable/timetables/{timetableId}/presence', {
            params: { path: { timetableId } },
            body: {},
          }),
        );
        setOthers(heard.others);
        if (heard.version !== version && !busy.current) await opened.refetch();
      } catch {
        // Without a network the next beat tries again; saving says so itself.
      }
    };
    void beat();
    const timer = setInterval(() => void beat(), heartbeat);
    return () => clearInterval(timer);
  }, [mayEdit, timetableId, version, opened.refetch]);

  return {
    opened,
    ground,
    lessons,
    /** Lessons with the chain that is looked at laid already. */
    shown,
    /** Lessons of that chain. */
    previewed: new Set(preview?.moves.map(({ lessonId }) => lessonId)),
    violations,
    failed,
    choice,
    takeChain,
    displace,
    look: setPreview,
    dismiss() {
      setChoice(undefined);
      setPreview(undefined);
    },
    others,
    lifted: up,
    verdicts,
    saving: command.isPending,
    error:
      command.error && problemOf(command.error).code !== 'timetable.lessonsChangedMeanwhile'
        ? command.error
        : null,
    lift: (lesson: Lesson) => setLifted(lesson.locked ? undefined : lesson.id),
    letGo: () => setLifted(undefined),
    /** The mouse lets go: what was put down on a conflict stays lifted until it is decided. */
    endDrag() {
      if (!putting.current && !choice) setLifted(undefined);
    },
    put,
    unplace: (lesson: Lesson) =>
      void (lesson.at && !lesson.locked
        ? carryOut(blockOf(lessons, lesson).map((one) => move(one, { at: null })))
        : undefined),
    lock: (lesson: Lesson) =>
      void carryOut(blockOf(lessons, lesson).map((one) => move(one, { locked: !lesson.locked }))),
    setRoom: (lesson: Lesson, roomId: string | null) => void carryOut([move(lesson, { roomId })]),
    undoable: past.length,
    redoable: future.length,
    async undo() {
      const last = past.at(-1);
      if (!last || !(await step(turned(last)))) return;
      setPast((before) => before.slice(0, -1));
      setFuture((before) => [...before, last]);
    },
    async redo() {
      const next = future.at(-1);
      if (!next || !(await step(next))) return;
      setFuture((before) => before.slice(0, -1));
      setPast((before) => [...before, next]);
    },
    conflict,
    /** Drops the own move, or lays it over the newer one on purpose. */
    async settle(mine: boolean) {
      const open = conflict;
      setConflict(undefined);
      if (!mine || !open) return;
      await carryOut(
        open.moves.flatMap((own) => {
          const now = open.current.find(({ lessonId }) => lessonId === own.lessonId);
          const seen = now ? { at: now.at, roomId: now.roomId, locked: now.locked } : own.seen;
          return sameSlot(seen.at, own.at) && seen.roomId === own.roomId && seen.locked === own.locked
            ? []
            : [{ ...own, seen }];
        }),
      );
    },
  };
}

export type Editor = ReturnType<typeof useEditor>;
