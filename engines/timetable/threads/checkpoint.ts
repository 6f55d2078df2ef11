import { createHash } from 'node:crypto';
import { readFile, rename, writeFile } from 'node:fs/promises';
import type { Problem } from '../core/problem.ts';
import { DocumentError } from '../formats/xml.ts';
import type { Solution } from '../search/solution.ts';

/** A file that keeps something of a search on one document, so that a search that was stopped or killed goes on from there. */
export class KeptFile<Kept extends object> {
  readonly #path: string;
  readonly #document: string;

  /** `text`: the document it belongs to, known again by its hash. */
  constructor(path: string, text: string) {
    this.#path = path;
    this.#document = createHash('sha256').update(text).digest('hex');
  }

  /** What is in the file; undefined without a file. Throws DocumentError when it is not of this document, or not what `fits`. */
  async read(fits: (given: Kept) => boolean): Promise<Kept | undefined> {
    let text: string;
    try {
      text = await readFile(this.#path, 'utf8');
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code === 'ENOENT') return undefined;
      throw new DocumentError(`Không đọc được tệp điểm dừng ${this.#path}. Kiểm tra quyền đọc.`);
    }
    try {
      const given = JSON.parse(text) as Kept & { document: string };
      if (given.document === this.#document && fits(given)) return given;
    } catch {
      // Cut short, or something else altogether: refused below.
    }
    throw new DocumentError(
      `Tệp điểm dừng ${this.#path} không phải của bài toán này. Chọn tệp khác hoặc xóa tệp đó để xếp từ đầu.`,
    );
  }

  async write(kept: Kept): Promise<void> {
    await writeAside(this.#path, JSON.stringify({ document: this.#document, ...kept }));
  }
}

/** Writes a file aside and renames it: a kill leaves the former file or the new one. */
export async function writeAside(path: string, text: string): Promise<void> {
  await writeFile(`${path}.new`, text);
  await rename(`${path}.new`, path);
}

/** Whether something read is a list of so many whole numbers, each within the bounds. */
export function isListOf(given: unknown, length: number, least: number, most: number): given is number[] {
  return (
    Array.isArray(given) &&
    given.length === length &&
    given.every((one) => Number.isInteger(one) && one >= least && one <= most)
  );
}

interface Written {
  readonly start: readonly number[];
  readonly option: readonly number[];
  readonly duration: readonly number[];
}

/** Keeps the best timetable of a search. */
export class Checkpoint {
  readonly #file: KeptFile<Written>;

  constructor(path: string, text: string) {
    this.#file = new KeptFile(path, text);
  }

  /** The timetable in the file; undefined without a file. Throws DocumentError when it is not one of this document. */
  async read(problem: Problem): Promise<Solution | undefined> {
    const written = await this.#file.read((given) => fits(given, problem));
    if (!written) return undefined;
    const [start, option, duration] = [written.start, written.option, written.duration].map((list) =>
      Int32Array.from(list),
    ) as [Int32Array, Int32Array, Int32Array];
    // What it costs is reckoned by whoever goes on from it.
    return { start, option, duration, unplaced: problem.meets, hard: 0, soft: 0, comfort: 0 };
  }

  async write({ start, option, duration }: Solution): Promise<void> {
    await this.#file.write({ start: [...start], option: [...option], duration: [...duration] });
  }
}

/** Whether every meet lies where it may and every choice has one of its options. */
function fits({ start, option, duration }: Written, problem: Problem): boolean {
  const { meets, starts, options, choiceMeet } = problem;
  const most = Number.MAX_SAFE_INTEGER;
  const lists = [isListOf(start, meets, -1, most), isListOf(duration, meets, 0, most)];
  if (!lists.every(Boolean) || !isListOf(option, choiceMeet.length, -1, most)) return false;
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
