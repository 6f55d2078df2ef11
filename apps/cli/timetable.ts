import { readFile, stat } from 'node:fs/promises';
import { basename, extname } from 'node:path';
import {
  DocumentError,
  type Format,
  favourShortSearches,
  formatNamed,
  formatNames,
  type Instance,
  refuseSize,
  solve,
  textOf,
} from '../../engines/timetable/threads/index.ts';
import { badInput, exitStatus } from './operator.ts';
import {
  type GivenOptions,
  listenWhileSearching,
  optionsOf,
  searchOptionsOf,
  usage,
  wordsOf,
  writeResult,
} from './timetable-options.ts';

const formatByExtension: Readonly<Record<string, string>> = {
  '.fet': 'fet',
  '.xml': 'xhstt',
  '.json': 'json',
};

/** `timetable solve|check|explain|province`: works on files alone. Exit status 0 done, 2 input that cannot be read. */
export async function run(parameters: readonly string[]): Promise<number> {
  favourShortSearches();
  const { values, positionals } = wordsOf(parameters);
  const [action, path, solution, ...others] = positionals;
  if (path === undefined || others.length > 0) throw badInput(usage);
  if (values.prefer !== undefined && action !== 'solve')
    throw badInput(`--prefer chỉ dùng với timetable solve.\n${usage}`);
  if (action === 'province' && solution === undefined) {
    const { solveSchools } = await import('./timetable-province.ts');
    return solveSchools(path, { ...optionsOf(values), out: values.out, json: values.json === true });
  }
  const name = values.format ?? formatByExtension[extname(path).toLowerCase()] ?? '';
  try {
    if (name === 'xhstt' && action === 'solve' && solution === undefined)
      return await solveArchive(path, values);
    if (name === 'xhstt' && action === 'check' && solution !== undefined)
      return await checkArchive(path, solution, values.json === true);
    if (name === 'xhstt' && action === 'explain' && solution === undefined)
      return await explainArchive(path, values.json === true);
    const format = await formatOf(name);
    if (action === 'solve' && solution === undefined) return await solveFile(path, format, values);
    if (action === 'explain' && solution === undefined)
      return await explainFile(path, format, values.json === true);
    if (action === 'check' && solution !== undefined)
      return await checkFile(path, solution, format, values.json === true);
  } catch (error) {
    if (error instanceof DocumentError) throw badInput(error.message);
    throw error;
  }
  throw badInput(usage);
}

async function formatOf(name: string) {
  const format = await formatNamed(name);
  const known = [...formatNames, 'xhstt'].join(', ');
  if (name === '') throw badInput(`Chưa rõ định dạng của tệp: thêm --format, một trong ${known}.`);
  if (!format) throw badInput(`Định dạng "${name}" không có. Chọn một trong: ${known}.`);
  return format;
}

async function textOfFile(path: string): Promise<string> {
  try {
    refuseSize((await stat(path)).size);
    return textOf(await readFile(path));
  } catch (error) {
    if (error instanceof DocumentError) throw error;
    throw badInput(`Không đọc được tệp ${path}. Kiểm tra đường dẫn và quyền đọc.`);
  }
}

/** Proofs before a search get a second. */
function proofDeadline(): () => boolean {
  const until = performance.now() + 1000;
  return () => performance.now() > until;
}

async function solveFile(path: string, format: Format, given: GivenOptions): Promise<number> {
  const options = await searchOptionsOf(given, format.hasComfort);
  const text = await textOfFile(path);
  let told = false;
  const tellProofs = (instance: Instance) => {
    if (told) return;
    told = true;
    const sentences = instance.explain(proofDeadline()).map(({ sentence }) => sentence);
    for (const sentence of new Set(sentences)) console.error(`Không thể xếp đủ: ${sentence}`);
  };
  const search = listenWhileSearching();
  const { instance, solution, reckoning, ...run } = await solve({
    ...options,
    format: format.name,
    text,
    ...(given.checkpoint !== undefined && { checkpoint: given.checkpoint }),
    stopped: () => search.signal.aborted,
    // Said soon: it may save the wait. The search goes on all the same, for the least broken timetable.
    slow: tellProofs,
    ...(!given.json && {
      progress: ({ seconds, unplaced, hard, soft, broken }) => {
        const kinds = broken().map(({ kind, units, weight }) => `${kind} (${weight}): ${units}`);
        console.log(
          `${seconds.toFixed(1)} giây: ${unplaced} tiết chưa xếp, ${hard} lỗi bắt buộc, điểm phạt ${soft}${kinds.length > 0 ? ` – ${kinds.join(', ')}` : ''}`,
        );
      },
    }),
  });
  search.end();
  if (given.out !== undefined) await writeResult(given.out, instance.write(solution));
  const result = {
    instance: basename(path, extname(path)),
    format: format.name,
    hard: reckoning.hard,
    soft: reckoning.soft,
    seconds: round(run.seconds),
    secondsToZeroHard: run.secondsToZeroHard === null ? null : round(run.secondsToZeroHard),
    iterations: run.iterations,
    unsupported: instance.unsupported,
    lowerBound: instance.lowerBound,
  };
  if (given.json) console.log(JSON.stringify(result));
  else {
    console.log(`Lỗi bắt buộc: ${result.hard}. Điểm phạt: ${result.soft}. ${result.seconds} giây.`);
    for (const { kind, units, weight } of reckoning.broken) console.log(`  ${kind} (${weight}): ${units}`);
    tellUnused(instance.unsupported);
  }
  if (reckoning.hard > 0) tellProofs(instance);
  return exitStatus.done;
}

/** Says why no timetable keeps every required rule, when that can be proved quickly. */
async function explainFile(
  path: string,
  format: { readonly name: string; read(text: string): Instance },
  json: boolean,
): Promise<number> {
  const began = performance.now();
  const instance = format.read(await textOfFile(path));
  // One proof is enough to act on; without any, more resources are looked at.
  const isAfter = (milliseconds: number) => () => performance.now() - began > milliseconds;
  const conflicts = [...instance.explain((found) => isAfter(found > 0 ? 600 : 5000)())];
  // Nothing clashes on one teacher, class or kind of room: look at what a search cannot keep together.
  const deadlines = { searchIsLate: isAfter(15_000), isLate: isAfter(30_000) };
  const together = conflicts.length === 0 ? instance.explainTogether(deadlines) : undefined;
  if (together) conflicts.push(together);
  return tellConflicts(path, format.name, began, { conflicts, unsupported: instance.unsupported }, json);
}

function tellConflicts(
  path: string,
  format: string,
  began: number,
  {
    conflicts,
    unsupported,
  }: {
    readonly conflicts: readonly { readonly sentence: string; readonly relaxations: readonly string[] }[];
    readonly unsupported: readonly string[];
  },
  json: boolean,
): number {
  const instance = basename(path, extname(path));
  if (json) {
    const seconds = round((performance.now() - began) / 1000);
    console.log(JSON.stringify({ instance, format, seconds, conflicts, unsupported }));
  } else if (conflicts.length === 0)
    console.log('Chưa thấy quy định nào mâu thuẫn. Điều đó chưa chắc là xếp được; hãy chạy timetable solve.');
  else
    for (const { sentence, relaxations } of new Map(conflicts.map((one) => [one.sentence, one])).values()) {
      console.log(sentence);
      for (const relaxation of relaxations) console.log(`  → ${relaxation}`);
    }
  if (!json) tellUnused(unsupported);
  return exitStatus.done;
}

async function checkFile(
  path: string,
  solutionPath: string,
  format: { readonly name: string; read(text: string): Instance },
  json: boolean,
): Promise<number> {
  const instance = format.read(await textOfFile(path));
  const { hard, soft, broken } = instance.check(await textOfFile(solutionPath));
  const result = {
    instance: basename(path, extname(path)),
    format: format.name,
    ...{ hard, soft, broken },
    unsupported: instance.unsupported,
  };
  if (json) console.log(JSON.stringify(result));
  else {
    console.log(`Lỗi bắt buộc: ${hard}. Điểm phạt: ${soft}.`);
    for (const { kind, units, weight } of broken) console.log(`  ${kind} (${weight}): ${units}`);
    tellUnused(instance.unsupported);
  }
  return exitStatus.done;
}

/** Says what of a document was not reckoned. */
function tellUnused(unsupported: readonly string[]): void {
  for (const what of unsupported) console.log(`  Chưa dùng: ${what}`);
}

/** XHSTT has a search of its own (events are cut while it runs), so it goes its own way here too. */
async function solveArchive(path: string, given: GivenOptions): Promise<number> {
  const { solveArchiveText } = await import('./timetable-xhstt.ts');
  const { systemClock } = await import('#platform/clock');
  const options = await searchOptionsOf(given, false);
  const search = listenWhileSearching();
  const { report, archive } = await solveArchiveText(await textOfFile(path), {
    ...options,
    signal: search.signal,
    checkpoint: given.checkpoint,
    clock: systemClock,
    ...(!given.json && {
      onBetter: ({ hard, soft }, seconds) =>
        console.log(`${seconds.toFixed(1)} giây: lỗi bắt buộc ${hard}, điểm phạt ${soft}`),
    }),
  });
  search.end();
  if (given.out !== undefined) await writeResult(given.out, archive);
  if (given.json) console.log(JSON.stringify(report));
  else {
    console.log(`Lỗi bắt buộc: ${report.hard}. Điểm phạt: ${report.soft}. ${report.seconds} giây.`);
    tellUnused(report.unsupported);
  }
  return exitStatus.done;
}

async function checkArchive(path: string, solutionPath: string, json: boolean): Promise<number> {
  const { checkArchiveText } = await import('./timetable-xhstt.ts');
  const report = checkArchiveText(await textOfFile(path), await textOfFile(solutionPath));
  if (json) console.log(JSON.stringify(report));
  else {
    for (const { group, hard, soft } of report.solutions)
      console.log(`${group}: lỗi bắt buộc ${hard}, điểm phạt ${soft}`);
    tellUnused(report.unsupported);
  }
  return exitStatus.done;
}

/** Quick proofs alone: XHSTT knows no smallest set of clashing rules. */
async function explainArchive(path: string, json: boolean): Promise<number> {
  const began = performance.now();
  const { explainArchiveText } = await import('./timetable-xhstt.ts');
  return tellConflicts(path, 'xhstt', began, explainArchiveText(await textOfFile(path)), json);
}

function round(seconds: number): number {
  return Math.round(seconds * 1000) / 1000;
}
