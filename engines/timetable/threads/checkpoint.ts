import { createHash } from 'node:crypto';
import { readFile, rename, writeFile } from 'node:fs/promises';
import type { Problem } from '../core/problem.ts';
import { DocumentError } from '../formats/xml.ts';
import type { Solution } from '../search/solution.ts';

interface Written {
  /** Which document it belongs to: a hash of its text. */
  readonly document: string;
  readonly start: readonly number[];
  readonly option: readonly number[];
  readonly duration: readonly number[];
}

/** Keeps the best timetable of a search in a file, so that a search that was stopped or killed goes on from there. */
export class Checkpoint {
  readonly #path: string;
  readonly #document: string;

  constructor(path: string, text: string) {
    this.#path = path;
    this.#document = createHash('sha256').update(text).digest('hex');
  }

  /** The timetable in the file; undefined without a file. Throws DocumentError when it is not one of this document. */
  async read(problem: Problem): Promise<Solution | undefined> {
    let text: string;
    try {
      text = await readFile(this.#path, 'utf8');
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code === 'ENOENT') return undefined;
      throw new DocumentError(`Không đọc được tệp điểm dừng ${this.#path}. Kiểm tra quyền đọc.`);
    }
    const written = writtenIn(text);
    if (!written || written.document !== this.#document || !fits(written, problem))
      throw new DocumentError(
        `Tệp điểm dừng ${this.#path} không phải của bài toán này. Chọn tệp khác hoặc xóa tệp đó để xếp từ đầu.`,
      );
    const [start, option, duration] = [written.start, written.option, written.duration].map((list) =>
      Int32Array.from(list),
    ) as [Int32Array, Int32Array, Int32Array];
    // What it costs is reckoned by whoever goes on from it.
    return { start, option, duration, unplaced: problem.meets, hard: 0, soft: 0, comfort: 0 };
  }

  /** Writes aside and renames: a kill leaves the former file or the new one. */
  async write({ start, option, duration }: Solution): Promise<void> {
    const written: Written = {
      document: this.#document,
      start: [...start],
      option: [...option],
      duration: [...duration],
    };
    await writeFile(`${this.#path}.new`, JSON.stringify(written));
    await rename(`${this.#path}.new`, this.#path);
  }
}

function writtenIn(text: string): Written | undefined {
  try {
    const given = JSON.parse(text) as Written;
    const lists = [given.start, given.option, given.duration];
    return lists.every((list) => Array.isArray(list) && list.every(Number.isInteger)) ? given : undefined;
  } catch {
    return undefined;
  }
}

/** Whether every meet lies where it may and every choice has one of its options. */
function fits({ start, option, duration }: Written, problem: Problem): boolean {
  const { meets, starts, options, choiceMeet } = problem;
  if (start.length !== meets || duration.length !== meets || option.length !== choiceMeet.length)
    return false;
  return (
    start.every(
      (slot, meet) =>
        slot === -1 || starts.items.subarray(starts.from[meet]!, starts.from[meet + 1]!).includes(slot),
    ) &&
    duration.every((length, meet) => length === problem.duration[meet]) &&
    option.every(
      (one, choice) =>
        one === -1 || options.items.subarray(options.from[choice]!, options.from[choice + 1]!).includes(one),
    )
  );
}
