import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { exportSectorFile, type SectorKind, sectorCounts } from '#modules/exchange';
import { actAs } from '#modules/identity-access';
import { openDatabase } from '#platform/db';
import { Refusal } from '#platform/errors';
import { readConfig } from './config.ts';
import { badInput, exitStatus } from './operator.ts';
import { prepareDatabase } from './prepare-database.ts';

export interface SectorInput {
  readonly kind: SectorKind;
  readonly username: string;
  readonly format: 'xlsx' | 'csv';
  /** Where to write the file; absent: `<kind>.<format>` in the current folder. */
  readonly out: string;
  readonly dryRun: boolean;
  readonly json: boolean;
}

const usage =
  'Cách dùng: exchange sector --as=TÊN_ĐĂNG_NHẬP --kind=pupils|staff [--format=xlsx|csv] [--out=TỆP] [--dry-run] [--json]';

/** Reads the words after `exchange`. Throws OperatorMessage (exit status 2) that says how to write them. */
export function readSectorInput(parameters: readonly string[]): SectorInput {
  try {
    const { values, positionals } = parseArgs({
      args: [...parameters],
      allowPositionals: true,
      options: {
        as: { type: 'string' },
        kind: { type: 'string' },
        format: { type: 'string', default: 'xlsx' },
        out: { type: 'string' },
        'dry-run': { type: 'boolean', default: false },
        json: { type: 'boolean', default: false },
      },
    });
    const { as: username, kind, format, 'dry-run': dryRun, json } = values;
    if (positionals.length === 1 && positionals[0] === 'sector' && username) {
      if ((kind === 'pupils' || kind === 'staff') && (format === 'xlsx' || format === 'csv')) {
        return { kind, username, format, out: values.out ?? `${kind}.${format}`, dryRun, json };
      }
    }
  } catch {
    // Said below.
  }
  throw badInput(usage);
}

/** Exports a school's rows for the sector database as a person of its office, by the action of the page. */
export async function run(parameters: readonly string[]): Promise<number> {
  const input = readSectorInput(parameters);
  const config = readConfig(process.env);
  const prepared = await prepareDatabase(config, 'join', (line) => console.error(line));
  const database = openDatabase(prepared.runtimeUrl, { maxConnections: 2 });
  try {
    const now = new Date();
    const operationId = input.dryRun ? 'exchange.previewSector' : 'exchange.exportSector';
    const as = { username: input.username, operationId, now };
    const { counts, bytes } = await actAs(database, as, async (tx, actor) =>
      input.dryRun
        ? { counts: await sectorCounts(tx, { actor, now }, input.kind), bytes: undefined }
        : exportSectorFile(tx, { actor, now }, input.kind, input.format, join(config.dataFolder, 'files')),
    );
    if (bytes) await writeFile(input.out, bytes);
    if (input.json) console.log(JSON.stringify({ ...counts, file: bytes ? input.out : null }));
    else {
      const said = `${counts.asked} dòng, ${counts.written} xuất được (${counts.doubtful} cần xem lại), ${counts.refused} chưa xuất vì còn lỗi`;
      console.log(bytes ? `Đã ghi ${input.out}: ${said}.` : `Xem trước, chưa ghi gì: ${said}.`);
    }
    return counts.refused > 0 ? exitStatus.badInput : exitStatus.done;
  } catch (error) {
    if (error instanceof Refusal) throw badInput(`${error.shape.title}. ${error.shape.detail}`);
    throw error;
  } finally {
    await database.close();
    await prepared.close();
  }
}
