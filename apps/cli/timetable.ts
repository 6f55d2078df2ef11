import { writeFile } from 'node:fs/promises';
import { availableParallelism } from 'node:os';
import { parseArgs } from 'node:util';
import { systemClock } from '#platform/clock';
import { badInput, exitStatus } from './operator.ts';

const usage =
  'Cách dùng: timetable solve TỆP --format xhstt [--seconds N] [--seed S] [--threads T] [--json] [--out TỆP]\n           timetable check TỆP TỆP_LỜI_GIẢI [--format xhstt] [--json]';

function wholeNumber(name: string, text: string, most: number): number {
  const value = Number(text);
  if (!/^\d+$/.test(text) || value > most)
    throw badInput(`--${name} phải là số nguyên từ 0 đến ${most}, không phải "${text}".`);
  return value;
}

function secondsOf(text: string): number {
  const value = Number(text);
  if (!(value > 0 && value <= 86_400))
    throw badInput(`--seconds phải lớn hơn 0 và không quá 86400, không phải "${text}".`);
  return value;
}

function parse(parameters: readonly string[]) {
  try {
    return parseArgs({
      args: [...parameters],
      allowPositionals: true,
      options: {
        format: { type: 'string', default: 'xhstt' },
        seconds: { type: 'string', default: '60' },
        seed: { type: 'string', default: '1' },
        threads: { type: 'string', default: String(availableParallelism()) },
        json: { type: 'boolean', default: false },
        out: { type: 'string' },
      },
    });
  } catch {
    throw badInput(usage);
  }
}

/** `timetable solve` and `timetable check`: the engine on a file of one of the formats. */
export async function run(parameters: readonly string[]): Promise<number> {
  const { values, positionals } = parse(parameters);
  const [action, file, other, ...more] = positionals;
  const wanted = action === 'solve' ? 2 : action === 'check' ? 3 : 0;
  if (wanted === 0 || file === undefined || positionals.length !== wanted || more.length > 0)
    throw badInput(usage);
  if (values.format !== 'xhstt') throw badInput(`Không biết định dạng "${values.format}": hãy dùng xhstt.`);
  const format = await import('./timetable-xhstt.ts');
  if (action === 'check') {
    const report = await format.checkXhsttFile(file, other!);
    if (values.json) console.log(JSON.stringify(report));
    else
      for (const { group, hard, soft } of report.solutions)
        console.log(`${group}: vi phạm bắt buộc ${hard}, mong muốn ${soft}`);
    return exitStatus.done;
  }
  const stop = new AbortController();
  const halt = () => stop.abort();
  process.once('SIGINT', halt);
  process.once('SIGTERM', halt);
  const { report, archive } = await format.solveXhsttFile(file, {
    seconds: secondsOf(values.seconds),
    seed: wholeNumber('seed', values.seed, 2_000_000),
    threads: Math.max(1, wholeNumber('threads', values.threads, 64)),
    signal: stop.signal,
    clock: systemClock,
    ...(values.json
      ? {}
      : {
          onBetter: (cost, seconds) =>
            console.error(
              `${seconds.toFixed(1)} giây: vi phạm bắt buộc ${cost.hard}, mong muốn ${cost.soft}`,
            ),
        }),
  });
  if (values.out !== undefined) await writeFile(values.out, archive);
  console.log(
    values.json
      ? JSON.stringify(report)
      : `${report.instance}: vi phạm bắt buộc ${report.hard}, mong muốn ${report.soft} sau ${report.seconds.toFixed(1)} giây.`,
  );
  return exitStatus.done;
}
