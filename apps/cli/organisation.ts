import { readFile, stat, writeFile } from 'node:fs/promises';
import { basename } from 'node:path';
import { parseArgs } from 'node:util';
import { v7 as uuidv7 } from 'uuid';
import { systemSettings } from '#modules/identity-access';
import {
  findDepartmentByCode,
  importUnits,
  readUnitFile,
  renderUnitTemplate,
  type UnitImport,
} from '#modules/organisation';
import { openDatabase } from '#platform/db';
import { Refusal } from '#platform/errors';
import { readConfig } from './config.ts';
import { badInput, exitStatus } from './operator.ts';
import { prepareDatabase } from './prepare-database.ts';

export interface OrganisationInput {
  readonly action: 'template' | 'import';
  readonly path: string;
  readonly dryRun: boolean;
  readonly json: boolean;
}

const usage =
  'Cách dùng: organisation template TỆP.xlsx   hoặc   organisation import TỆP [--dry-run] [--json]  (.xlsx, .csv, .tsv)';
/** Larger than any file that is read: nothing of many gigabytes is loaded to hear that. */
const mostBytes = 64 * 1024 * 1024;

/** Reads the words after `organisation`. Throws OperatorMessage (exit status 2) that says how to write them. */
export function readOrganisationInput(parameters: readonly string[]): OrganisationInput {
  let read: ReturnType<typeof parse>;
  try {
    read = parse(parameters);
  } catch {
    throw badInput(usage);
  }
  const [action, path, ...others] = read.positionals;
  const { 'dry-run': dryRun = false, json = false } = read.values;
  if ((action !== 'template' && action !== 'import') || !path || others.length > 0) throw badInput(usage);
  if (action === 'template' && (dryRun || json || !path.toLowerCase().endsWith('.xlsx')))
    throw badInput(usage);
  return { action, path, dryRun, json };
}

function parse(parameters: readonly string[]) {
  return parseArgs({
    args: [...parameters],
    allowPositionals: true,
    options: { 'dry-run': { type: 'boolean' }, json: { type: 'boolean' } },
  });
}

/** Writes the template of the list of units, or imports one. Works beside a running server. */
export async function run(parameters: readonly string[]): Promise<number> {
  const input = readOrganisationInput(parameters);
  try {
    return input.action === 'template' ? await writeTemplate(input.path) : await importFile(input);
  } catch (error) {
    if (error instanceof Refusal) throw badInput(`${error.shape.title}. ${error.shape.detail}`);
    throw error;
  }
}

async function writeTemplate(path: string): Promise<number> {
  const bytes = await renderUnitTemplate();
  // 'wx': a list that somebody has filled in is not written over.
  await writeFile(path, bytes, { flag: 'wx' }).catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'EEXIST') throw badInput(`Tệp "${path}" đã có. Hãy chọn tên khác.`);
    throw badInput(`Không ghi được tệp "${path}": kiểm tra thư mục và quyền ghi.`);
  });
  console.log(`Đã ghi tệp mẫu ${path}. Điền trang "Đơn vị" rồi chạy: organisation import ${path} --dry-run`);
  return exitStatus.done;
}

async function importFile({ path, dryRun, json }: OrganisationInput): Promise<number> {
  const sheet = await readUnitFile({ bytes: await readInput(path), fileName: basename(path) });
  const department = sheet.entries.find(({ kind }) => kind === 'department');
  const prepared = await prepareDatabase(readConfig(process.env), 'join', (line) => console.error(line));
  const database = openDatabase(prepared.runtimeUrl, { maxConnections: 2 });
  try {
    const stored = department
      ? await database.read({}, (tx) => findDepartmentByCode(tx, department.code!))
      : undefined;
    const departmentId = stored?.id ?? uuidv7();
    const report = await database.write(systemSettings(departmentId, 'organisation.importUnits'), (tx) =>
      importUnits(tx, departmentId, sheet, { dryRun }),
    );
    const isFaulty = report.faults.length > 0;
    if (json) {
      const named = department ? { code: department.code, name: department.name, isNew: !stored } : null;
      console.log(JSON.stringify({ department: named, written: !dryRun && !isFaulty, ...report }));
    } else if (!isFaulty) for (const line of describe(report, dryRun)) console.log(line);
    if (!isFaulty) return exitStatus.done;
    if (!json) throw badInput(describeFaults(report).join('\n'));
    return exitStatus.badInput;
  } finally {
    await database.close();
    await prepared.close();
  }
}

async function readInput(path: string): Promise<Uint8Array> {
  try {
    const { size } = await stat(path);
    if (size > mostBytes) throw badInput(`Tệp "${path}" quá lớn. Hãy chọn đúng tệp danh mục đơn vị.`);
    return await readFile(path);
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    if (code === 'ENOENT') throw badInput(`Không thấy tệp "${path}". Hãy kiểm tra lại đường dẫn.`);
    if (code === 'EISDIR') throw badInput(`"${path}" là thư mục. Hãy nêu đường dẫn tới một tệp.`);
    if (code === 'EACCES') throw badInput(`Không có quyền đọc tệp "${path}".`);
    throw error;
  }
}

function counts({ created, changed, unchanged, faulty }: UnitImport): string {
  return `${created} đơn vị mới, ${changed} thay đổi, ${unchanged} giữ nguyên, ${faulty} dòng sai`;
}

function describe(report: UnitImport, dryRun: boolean): string[] {
  if (!dryRun) return [`Đã nhập: ${counts(report)}.`];
  return [
    ...report.changes.map(({ line, what, name, fields }) =>
      what === 'created' ? `Dòng ${line}: thêm ${name}` : `Dòng ${line}: sửa ${name} (${fields.join('; ')})`,
    ),
    `Xem trước, chưa ghi gì: ${counts(report)}.`,
  ];
}

function describeFaults(report: UnitImport): string[] {
  return [
    ...report.faults.map(({ cell, message }) => `Ô ${cell}: ${message}`),
    `Chưa nhập gì: ${counts(report)}. Hãy sửa tệp rồi chạy lại.`,
  ];
}
