import { useEffect, useMemo, useRef, useState } from 'react';
import {
  type CellVerdict,
  type Chain,
  type Goals,
  type Ground,
  type Lesson,
  type Slot,
  sameSlot,
} from '#rules/timetable';
import type { EditingAnswer, EditingJob } from './editing-messages.ts';

export type Cells = ReadonlyMap<number, CellVerdict>;

/** Asks the engine in a worker of its own, which knows the timetable as it lies now. */
export interface CellsOf {
  /** What every cell means for a lesson, by slot key. */
  readonly week: (lessonId: string) => Promise<Cells>;
  readonly chains: (lessonId: string, at: Slot) => Promise<readonly Chain[]>;
}

interface Waiting {
  readonly resolve: (answer: EditingAnswer) => void;
  readonly reject: (error: unknown) => void;
}
type QuestionJob =
  | { readonly kind: 'week'; readonly lessonId: string }
  | { readonly kind: 'chains'; readonly lessonId: string; readonly at: Slot };

/**
 * Keeps a worker with the timetable while it is being edited; starts it when the lessons are there. Moves are told to it as they are
 * made, so that an answer always counts them. `failed`: the worker could not be started or broke down.
 */
export function useCells(input: { ground: Ground; goals: Goals; lessons: readonly Lesson[] } | undefined): {
  asking: CellsOf;
  failed: boolean;
} {
  const [failed, setFailed] = useState(false);
  const worker = useRef<Worker>(undefined);
  const told = useRef<{ ground: Ground; lessons: ReadonlyMap<string, Lesson> }>(undefined);
  const waiting = useRef(new Map<number, Waiting>());
  const asked = useRef(0);

  useEffect(() => {
    const open = waiting.current;
    return () => {
      worker.current?.terminate();
      worker.current = undefined;
      told.current = undefined;
      open.clear();
    };
  }, []);

  useEffect(() => {
    if (!input) return;
    if (!worker.current) {
      const made = new Worker(new URL('./editing-worker.ts', import.meta.url), { type: 'module' });
      made.onmessage = ({ data }: MessageEvent<EditingAnswer>) => {
        const job = waiting.current.get(data.ask);
        waiting.current.delete(data.ask);
        job?.resolve(data);
      };
      made.onerror = (event) => {
        for (const { reject } of waiting.current.values()) reject(new Error(event.message));
        waiting.current.clear();
        made.terminate();
        worker.current = undefined;
        told.current = undefined;
        setFailed(true);
      };
      worker.current = made;
    }
    const send = (job: EditingJob) => worker.current?.postMessage(job);
    const before = told.current;
    const same =
      before?.ground === input.ground &&
      before.lessons.size === input.lessons.length &&
      input.lessons.every(({ id }) => before.lessons.has(id));
    if (!before || !same) send({ kind: 'open', input });
    else {
      const changed = input.lessons.filter(({ id, at, roomId, locked }) => {
        const old = before.lessons.get(id)!;
        return !sameSlot(old.at, at) || old.roomId !== roomId || old.locked !== locked;
      });
      if (changed.length > 0)
        send({
          kind: 'change',
          lessons: changed.map(({ id, at, roomId, locked }) => ({ id, at, roomId, locked })),
        });
    }
    told.current = {
      ground: input.ground,
      lessons: new Map(input.lessons.map((lesson) => [lesson.id, lesson])),
    };
  }, [input]);

  const asking = useMemo((): CellsOf => {
    function ask(job: QuestionJob): Promise<EditingAnswer> {
      asked.current += 1;
      const number = asked.current;
      return new Promise((resolve, reject) => {
        if (!worker.current) return reject(new Error('no worker'));
        waiting.current.set(number, { resolve, reject });
        worker.current.postMessage({ ...job, ask: number });
      });
    }
    return {
      async week(lessonId) {
        const answer = await ask({ kind: 'week', lessonId });
        return answer.kind === 'week' ? answer.cells : new Map();
      },
      async chains(lessonId, at) {
        const answer = await ask({ kind: 'chains', lessonId, at });
        return answer.kind === 'chains' ? answer.chains : [];
      },
    };
  }, []);

  return { asking, failed };
}
