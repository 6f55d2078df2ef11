import { createReadStream } from 'node:fs';
import { readdir } from 'node:fs/promises';
import { join, relative, sep } from 'node:path';
import type pg from 'pg';
import { type BackupTotals, formatVersion, writeLines } from './file.ts';
import { becomeAllSeeing, listSequences, listTables, readShape, withClient } from './tables.ts';

export interface BackupParts {
  /** Address of a login that may act as hoaban_owner. */
  readonly ownerUrl: string;
  /** Folder of uploaded files; need not exist. */
  readonly filesFolder: string;
  /** The key that opens what is sealed in the rows. */
  readonly dataMaster: string;
  readonly now: Date;
}

const rowsAtOnce = 1_000;
/** A multiple of 3, so that the parts of a file join into one base64 text. */
const bytesAtOnce = 3 * 65_536;

async function* tableRows(client: pg.Client, table: string): AsyncGenerator<string> {
  await client.query(`declare saved no scroll cursor for select to_jsonb(t)::text as row from ${table} t`);
  for (;;) {
    const { rows } = await client.query<{ row: string }>(`fetch ${rowsAtOnce} from saved`);
    for (const { row } of rows) yield row;
    if (rows.length < rowsAtOnce) break;
  }
  await client.query('close saved');
}

async function* filesOf(folder: string): AsyncGenerator<string> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true }).catch(() => []);
  for (const entry of entries) if (entry.isFile()) yield join(entry.parentPath, entry.name);
}

/**
 * Writes everything to the file `path` (mode 0600): every table in one snapshot, the sequences, the uploaded files, the key. People may go
 * on working meanwhile. Files are only ever added, so those read after the snapshot hold all it speaks of.
 */
export function writeBackup(path: string, parts: BackupParts): Promise<BackupTotals> {
  const totals = { tables: 0, rows: 0, files: 0 };
  return withClient(parts.ownerUrl, async (client) => {
    await client.query('begin isolation level repeatable read read only');
    await becomeAllSeeing(client);
    async function* lines() {
      const shape = await readShape(client);
      yield JSON.stringify([
        'hoaban-backup',
        { format: formatVersion, createdAt: parts.now.toISOString(), ...shape },
      ]);
      yield JSON.stringify(['secrets', { dataMaster: parts.dataMaster }]);
      for (const table of await listTables(client)) {
        totals.tables++;
        yield JSON.stringify(['table', table]);
        for await (const row of tableRows(client, table.name)) {
          totals.rows++;
          yield row;
        }
      }
      for (const sequence of await listSequences(client)) yield JSON.stringify(['sequence', sequence]);
      await client.query('commit');
      for await (const file of filesOf(parts.filesFolder)) {
        totals.files++;
        yield JSON.stringify(['file', { path: relative(parts.filesFolder, file).split(sep).join('/') }]);
        for await (const part of createReadStream(file, { highWaterMark: bytesAtOnce })) {
          yield (part as Buffer).toString('base64');
        }
      }
      yield JSON.stringify(['end', totals]);
    }
    await writeLines(path, lines());
    return totals;
  });
}
