import { fork } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';

/** A teacher who saves the whole grid of her class again and again. */
export interface GridTeacher {
  readonly url: string;
  readonly cookie: string;
  readonly pupils: readonly string[];
  /** 0 for a grid that is still empty; the next number after the rounds before. */
  readonly firstRound: number;
}

export interface GridLoad {
  readonly teachers: readonly GridTeacher[];
  /** Saves of each teacher, one after the other without pause. */
  readonly saves: number;
}

export interface GridResult {
  readonly milliseconds: number[];
  readonly refused: number;
  /** What the server said to the first of them. */
  readonly refusal: string;
  readonly perSecond: number;
}

/** Saves grids from a process of its own. */
export async function saveGrids(load: GridLoad): Promise<GridResult> {
  const child = fork(join(import.meta.dirname, 'gradebook-generator.ts'));
  try {
    child.send(load);
    const [result] = (await Promise.race([
      once(child, 'message'),
      once(child, 'exit').then(() => Promise.reject(new Error('the load ended without a result'))),
    ])) as [GridResult];
    if (result.refused > 0) throw new Error(`${result.refused} saves were refused: ${result.refusal}`);
    return result;
  } finally {
    child.kill();
  }
}
