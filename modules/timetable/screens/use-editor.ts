import { useQuery } from '@tanstack/react-query';
import { useEffect, useMemo, useRef, useState } from 'react';
import { answer, api, useCommand } from '#api';
import { problemOf } from '#platform/ui';
import {
  boardOf,
  type CellVerdict,
  checkTimetable,
  type Ground,
  judgeCell,
  judgeWeek,
  type Lesson,
  type Slot,
  sameSlot,
  slotKey,
} from '#rules/timetable';
import type { AnswerOf } from './answer-of.ts';

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

const mostUndone = 100;
const heartbeat = 8000;

const placeOf = ({ at, roomId, locked }: Lesson): Place => ({ at, roomId, locked });

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
  const [past, setPast] = useState<readonly (readonly Move[])[]>([]);
  const [future, setFuture] = useState<readonly (readonly Move[])[]>([]);
  const [conflict, setConflict] = useState<Conflict>();
  const [lifted, setLifted] = useState<string>();
  const [others, setOthers] = useState<readonly string[]>([]);
  const { data } = opened;
  const ground = data?.ground as Ground | undefined;
  const lessons = useMemo(
    () =>
      ((data?.lessons ?? []) as Lesson[]).map((lesson) => {
        const place = moved.get(lesson.id);
        return place ? { ...lesson, ...place } : lesson;
      }),
    [data, moved],
  );
  const board = useMemo(() => (ground ? boardOf(ground, lessons) : undefined), [ground, lessons]);
  const violations = useMemo(() => (ground ? checkTimetable(ground, lessons) : []), [ground, lessons]);
  const up = lessons.find(({ id }) => id === lifted);
  const verdicts = useMemo(() => {
    if (!board || !up || !ground) return undefined;
    const slots = [...new Set(ground.frame.sessions.map(({ weekday }) => weekday))].flatMap((weekday) =>
      ground.frame.bells.map(({ half, period }) => ({ weekday, half, period })),
    );
    return judgeWeek(board, up, slots);
  }, [board, up, ground]);

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

  const move = (lesson: Lesson, change: Partial<Place>): Move => ({
    lessonId: lesson.id,
    ...placeOf(lesson),
    ...change,
    seen: placeOf(lesson),
  });

  /** Puts the lifted lesson down: what lies there changes places with it where it can, and is taken out where it cannot. */
  function put(
    slot: Slot,
  ): { outcome: 'moved' | 'swapped' | 'displaced' | 'forbidden'; verdict: CellVerdict } | undefined {
    if (!up || !board || !ground) return undefined;
    const verdict = verdicts?.get(slotKey(slot)) ?? judgeCell(board, up, slot);
    if (verdict.state === 'forbidden') return { outcome: 'forbidden', verdict };
    const from = up.at;
    const without = boardOf(
      ground,
      lessons.map((lesson) => (lesson.id === up.id ? { ...lesson, at: slot } : lesson)),
    );
    const gone = verdict.inTheWay.map((lesson) => {
      const back = from && verdict.inTheWay.length === 1 && judgeCell(without, lesson, from).state === 'free';
      return move(lesson, { at: back ? from : null });
    });
    void carryOut([move(up, { at: slot }), ...gone]);
    return {
      outcome: gone.length === 0 ? 'moved' : gone.every(({ at }) => at) ? 'swapped' : 'displaced',
      verdict,
    };
  }

  const version = data?.timetable.version;
  const mayEdit = data?.mayEdit ?? false;
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
    violations,
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
    put,
    unplace: (lesson: Lesson) =>
      void (lesson.at && !lesson.locked ? carryOut([move(lesson, { at: null })]) : undefined),
    lock: (lesson: Lesson) => void carryOut([move(lesson, { locked: !lesson.locked })]),
    setRoom: (lesson: Lesson, roomId: string | null) => void carryOut([move(lesson, { roomId })]),
    undoable: past.length,
    redoable: future.length,
    async undo() {
      const last = past.at(-1);
      if (!last || !(await send(turned(last)))) return;
      setPast((before) => before.slice(0, -1));
      setFuture((before) => [...before, last]);
    },
    async redo() {
      const next = future.at(-1);
      if (!next || !(await send(next))) return;
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
