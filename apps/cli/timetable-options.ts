import { access, constants, stat, writeFile } from 'node:fs/promises';
import { availableParallelism } from 'node:os';
import { dirname } from 'node:path';
import { parseArgs } from 'node:util';
import { type Preference, writeAside } from '../../engines/timetable/threads/index.ts';
import { badInput } from './operator.ts';
import { ancestry } from './stop-signal.ts';

export const usage =
  'Cách dùng: timetable solve TỆP --format ĐỊNH_DẠNG [--seconds N] [--seed S] [--threads T] [--json] [--out TỆP] [--checkpoint TỆP] [--prefer wishes|comfort]\n' +
  '           timetable check TỆP LỜI_GIẢI --format ĐỊNH_DẠNG [--json]\n' +
  '           timetable explain TỆP --format ĐỊNH_DẠNG [--json]\n' +
  '           timetable province THƯ_MỤC [--seconds N] [--seed S] [--threads T] [--json] [--out THƯ_MỤC]';

/** Words and options of a `timetable` command. Throws OperatorMessage for an option that is not one. */
export function wordsOf(parameters: readonly string[]) {
  // "--seed -5" means minus five, not an option named 5: the number is refused as such.
  const args = parameters.reduce<string[]>((words, word) => {
    const before = words.at(-1);
    if (/^-[\d.]/.test(word) && before !== undefined && /^--[a-z]+$/.test(before))
      words[words.length - 1] = `${before}=${word}`;
    else words.push(word);
    return words;
  }, []);
  try {
    return parseArgs({
      args,
      allowPositionals: true,
      options: {
        format: { type: 'string' },
        seconds: { type: 'string' },
        seed: { type: 'string' },
        threads: { type: 'string' },
        out: { type: 'string' },
        checkpoint: { type: 'string' },
        prefer: { type: 'string' },
        json: { type: 'boolean' },
      },
    });
  } catch (error) {
    const [, option] = /'(-[^' ]*)/.exec((error as Error).message) ?? [];
    throw badInput(option ? `Tham số ${option} không có, hoặc thiếu giá trị.\n${usage}` : usage);
  }
}

export interface GivenOptions {
  readonly seconds?: string;
  readonly seed?: string;
  readonly threads?: string;
  readonly out?: string;
  readonly checkpoint?: string;
  readonly prefer?: string;
  readonly json?: boolean;
}

const aWeek = 7 * 24 * 60 * 60;

/** Figures of a search. Throws OperatorMessage. More threads than cores only wait for each other. */
export function optionsOf(given: GivenOptions) {
  const cores = availableParallelism();
  return {
    seconds: numberWithin('seconds', given.seconds, [0, aWeek], 60),
    seed: numberWithin('seed', given.seed, [0, Number.MAX_SAFE_INTEGER], 1),
    threads: Math.min(numberWithin('threads', given.threads, [1, 1024], cores), cores),
  };
}

/** What a search of one document is asked for, and that its files can be written. Throws OperatorMessage. */
export async function searchOptionsOf(given: GivenOptions, hasComfort: boolean) {
  const options = optionsOf(given);
  const preference = preferenceOf(given, hasComfort);
  await refuseUnwritable('out', given.out);
  await refuseUnwritable('checkpoint', given.checkpoint);
  return { ...options, ...(preference && { preference }) };
}

/** What comes first in a search; undefined when it was not said. Throws OperatorMessage where it means nothing. */
function preferenceOf({ prefer }: GivenOptions, hasComfort: boolean): Preference | undefined {
  if (prefer === undefined) return undefined;
  if (prefer !== 'wishes' && prefer !== 'comfort')
    throw badInput(
      `--prefer "${prefer}": chọn wishes (các mong muốn ghi trong tệp) hoặc comfort (giáo viên ít tiết trống, ít buổi đến trường).`,
    );
  if (prefer === 'comfort' && !hasComfort)
    throw badInput(
      '--prefer comfort chỉ dùng cho tệp .fet. Với định dạng khác, ghi mong muốn của giáo viên cùng trọng số vào tệp.',
    );
  return prefer;
}

/** A number of an option within its bounds; whole, except seconds. Throws OperatorMessage. */
function numberWithin(
  name: 'seconds' | 'seed' | 'threads',
  given: string | undefined,
  [least, most]: readonly [number, number],
  otherwise: number,
): number {
  if (given === undefined) return otherwise;
  const value = given.trim() === '' ? Number.NaN : Number(given);
  const isWhole = name === 'seconds' || Number.isInteger(value);
  if (!(value >= least && value <= most) || !isWhole)
    throw badInput(
      `--${name} "${given}": cần ${name === 'seconds' ? 'số' : 'số nguyên'} từ ${least} đến ${most}.`,
    );
  return value;
}

/** Said before a search of minutes, not after it. Throws OperatorMessage for a path where no file can be written. */
async function refuseUnwritable(option: string, path: string | undefined): Promise<void> {
  if (path === undefined) return;
  const refusal = badInput(
    `--${option} "${path}": không ghi được tệp ở đó. Kiểm tra thư mục có thật và có quyền ghi.`,
  );
  const found = path === '' ? undefined : await kindOf(path);
  if (path === '' || found === 'folder') throw refusal;
  try {
    if (found) await access(path, constants.W_OK);
    if (found !== 'special') await access(dirname(path), constants.W_OK);
  } catch {
    throw refusal;
  }
}

/** Writes a file aside (`writeAside`), into a pipe or device straight. Throws OperatorMessage. */
export async function writeResult(path: string, text: string): Promise<void> {
  try {
    await ((await kindOf(path)) === 'special' ? writeFile(path, text) : writeAside(path, text));
  } catch (error) {
    throw badInput(
      `Không ghi được kết quả vào ${path} (${(error as NodeJS.ErrnoException).code}). Kiểm tra chỗ trống và quyền ghi.`,
    );
  }
}

async function kindOf(path: string): Promise<'file' | 'folder' | 'special' | undefined> {
  try {
    const found = await stat(path);
    return found.isDirectory() ? 'folder' : found.isFile() ? 'file' : 'special';
  } catch {
    return undefined;
  }
}

/**
 * Told to stop while searching: Ctrl+C, SIGTERM, or npm gone that started the command (killed, it passes nothing on). The best so far is
 * then the result. `end` listens no more.
 */
export function listenWhileSearching(): { readonly signal: AbortSignal; end(): void } {
  const stop = new AbortController();
  const halt = () => stop.abort();
  process.once('SIGINT', halt).once('SIGTERM', halt);
  const before = ancestry();
  const watch = process.env.npm_lifecycle_event
    ? setInterval(() => ancestry() !== before && halt(), 500).unref()
    : undefined;
  return {
    signal: stop.signal,
    end() {
      process.off('SIGINT', halt).off('SIGTERM', halt);
      clearInterval(watch);
    },
  };
}
