import { readFile, stat } from 'node:fs/promises';
import { basename } from 'node:path';
import { parseArgs } from 'node:util';
import { actAs } from '#modules/identity-access';
import { importList, type ListImport } from '#modules/people';
import { openDatabase } from '#platform/db';
import { readWorkbook } from '#platform/documents';
import { Refusal } from '#platform/errors';
import { readConfig } from './config.ts';
import { badInput, exitStatus } from './operator.ts';
import { prepareDatabase } from './prepare-database.ts';

export interface PeopleInput {
  readonly path: string;
  readonly school: string;
  readonly kind: 'pupils' | 'staff' | 'classes';
  readonly username: string;
  readonly dryRun: boolean;
  readonly json: boolean;
}

const usage =
  'Cách dùng: people import --school=MÃ_TRƯỜNG --kind=pupils|staff|classes --as=TÊN_ĐĂNG_NHẬP TỆP [--dry-run] [--json]  (.xlsx, .csv, .tsv)';
/** Larger than any file that is read: nothing of many gigabytes is loaded to hear that. */
const mostBytes = 64 * 1024 * 1024;
const mostPrinted = 200;

/** Reads the words after `people`. Throws OperatorMessage (exit status 2) that says how to write them. */
export function readPeopleInput(parameters: readonly string[]): PeopleInput {
  let read: ReturnType<typeof parse>;
  try {
    read = parse(parameters);
  } catch {
    throw badInput(usage);
  }
  const [action, path, ...others] = read.positionals;
  const { school, kind, as: username, 'dry-run': dryRun = false, json = false } = read.values;
  const isKind = kind === 'pupils' || kind === 'staff' || kind === 'classes';
  if (action !== 'import' || !path || others.length > 0 || !school || !isKind || !username)
    throw badInput(usage);
  return { path, school, kind, username, dryRun, json };
}

function parse(parameters: readonly string[]) {
  return parseArgs({
    args: [...parameters],
    allowPositionals: true,
    options: {
      school: { type: 'string' },
      kind: { type: 'string' },
      as: { type: 'string' },
      'dry-run': { type: 'boolean' },
      json: { type: 'boolean' },
    },
  });
}

/** Imports a list of people of one school, as a person of that school, by the actions of the page. Works beside a running server. */
export async function run(parameters: readonly string[]): Promise<number> {
  if (parameters[0] === 'roll-over') return (await import('./roll-over.ts')).run(parameters);
  const input = readPeopleInput(parameters);
  const bytes = await readInput(input.path);
  const prepared = await prepareDatabase(readConfig(process.env), 'join', (line) => console.error(line));
  const database = openDatabase(prepared.runtimeUrl, { maxConnections: 2 });
  try {
    const fileName = basename(input.path);
    const sheets = await readWorkbook(bytes, fileName);
    const now = new Date();
    const as = { username: input.username, operationId: 'people.acceptImport', now };
    const report = await actAs(database, as, (tx, actor) =>
      importList(tx, { actor, now }, { ...input, file: { fileName, bytes, sheets } }),
    );
    if (input.json) console.log(JSON.stringify(report));
    else for (const line of describe(report, input)) console.log(line);
    return report.counts.faulty > 0 ? exitStatus.badInput : exitStatus.done;
  } catch (error) {
    if (error instanceof Refusal) throw badInput(`${error.shape.title}. ${error.shape.detail}`);
    throw error;
  } finally {
    await database.close();
    await prepared.close();
  }
}

function describe({ counts, faults, written }: ListImport, { dryRun }: PeopleInput): string[] {
  const said = `${counts.new} mới, ${counts.changed} thay đổi, ${counts.unchanged} giữ nguyên, ${counts.faulty} dòng lỗi`;
  const shown = faults
    .slice(0, mostPrinted)
    .map(({ cell, message, remedy }) => `${cell}: ${message} ${remedy}`);
  const more = faults.length > mostPrinted ? [`… và ${faults.length - mostPrinted} lỗi nữa.`] : [];
  if (written) return [...shown, ...more, `Đã nhập: ${said}.`];
  const why = dryRun
    ? 'Xem trước, chưa ghi gì'
    : counts.faulty > 0
      ? 'Chưa nhập gì, hãy sửa tệp rồi chạy lại'
      : 'Không có gì để ghi';
  return [...shown, ...more, `${why}: ${said}.`];
}

async function readInput(path: string): Promise<Uint8Array> {
  try {
    const { size } = await stat(path);
    if (size > mostBytes) throw badInput(`Tệp "${path}" quá lớn. Hãy chọn đúng tệp danh sách.`);
    return await readFile(path);
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    if (code === 'ENOENT') throw badInput(`Không thấy tệp "${path}". Hãy kiểm tra lại đường dẫn.`);
    if (code === 'EISDIR') throw badInput(`"${path}" là thư mục. Hãy nêu đường dẫn tới một tệp.`);
    if (code === 'EACCES') throw badInput(`Không có quyền đọc tệp "${path}".`);
    throw error;
  }
}
