import { createReadStream, createWriteStream } from 'node:fs';
import { rename, rm } from 'node:fs/promises';
import { createInterface } from 'node:readline';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { createGunzip, createGzip } from 'node:zlib';
import { z } from 'zod';
import { DatabaseTrouble } from '../trouble.ts';

/*
 * A backup is gzip of lines. A line that begins with '[' speaks about what follows; between a '["table", …]' and the
 * next '[' every line is one row as a JSON object; between a '["file", …]' and the next '[' every line is base64.
 *   ["hoaban-backup", {format, createdAt, migrations, jobs}]
 *   ["secrets", {dataMaster}]   the key that opens what is sealed in the rows; older back-ups have none
 *   ["table", {name, columns}]  rows…
 *   ["sequence", {name, lastValue}]
 *   ["file", {path}]  parts…
 *   ["end", {tables, rows, files}]   a backup without it was cut off
 */
export const formatVersion = 1;

const name = z.string().min(1);
const header = z.object({
  format: z.literal(formatVersion),
  createdAt: z.string(),
  migrations: z.array(z.object({ name, sha256: z.string() })),
  jobs: z.number(),
});
const totals = z.object({ tables: z.number(), rows: z.number(), files: z.number() });
const mark = z.union([
  z.tuple([z.literal('hoaban-backup'), header]),
  z.tuple([z.literal('secrets'), z.object({ dataMaster: z.string().regex(/^[\w-]{43}$/) })]),
  z.tuple([z.literal('table'), z.object({ name, columns: z.array(name) })]),
  z.tuple([z.literal('sequence'), z.object({ name, lastValue: z.string().regex(/^-?\d+$/) })]),
  z.tuple([z.literal('file'), z.object({ path: z.string().regex(/^[\w-][\w.-]*(\/[\w-][\w.-]*)*$/) })]),
  z.tuple([z.literal('end'), totals]),
]);

export type BackupHeader = z.infer<typeof header>;
export type BackupTotals = z.infer<typeof totals>;
export type Mark = z.infer<typeof mark>;

/** A part of a backup: what it is about, and a line of it. */
export type Entry = { readonly mark: Mark } | { readonly line: string };

/** Writes a backup's lines to `path`; the file appears under its name only when whole. */
export async function writeLines(path: string, lines: AsyncIterable<string>): Promise<void> {
  const draft = `${path}.${process.pid}.part`;
  try {
    async function* chunks() {
      let chunk = '';
      for await (const line of lines) {
        chunk += `${line}\n`;
        if (chunk.length > 65_536) {
          yield chunk;
          chunk = '';
        }
      }
      yield chunk;
    }
    await pipeline(
      Readable.from(chunks()),
      createGzip({ level: 6 }),
      createWriteStream(draft, { mode: 0o600 }),
    );
    await rename(draft, path);
  } finally {
    await rm(draft, { force: true });
  }
}

function broken(path: string): DatabaseTrouble {
  return new DatabaseTrouble(
    `Tệp ${path} không phải bản sao lưu Hoa Ban còn nguyên vẹn: chọn tệp khác; dữ liệu hiện có chưa bị đụng tới.`,
  );
}

/** Reads a backup entry by entry. Throws DatabaseTrouble when it is none, damaged, or cut off. */
export async function* readEntries(path: string): AsyncGenerator<Entry> {
  const source = createReadStream(path);
  const unzipped = createGunzip();
  const flow = pipeline(source, unzipped);
  flow.catch(() => {}); // told by the loop below
  let first = true;
  let ended = false;
  try {
    for await (const line of createInterface({ input: unzipped, crlfDelay: Number.POSITIVE_INFINITY })) {
      if (!line.startsWith('[')) {
        if (first || ended) throw broken(path);
        yield { line };
        continue;
      }
      const parsed = mark.safeParse(JSON.parse(line));
      if (!parsed.success || ended || first !== (parsed.data[0] === 'hoaban-backup')) throw broken(path);
      first = false;
      ended = parsed.data[0] === 'end';
      yield { mark: parsed.data };
    }
    await flow;
    if (!ended) throw broken(path);
  } catch (error) {
    const { code = '' } = error as NodeJS.ErrnoException;
    if (code === 'ENOENT') throw new DatabaseTrouble(`Không có tệp ${path}: kiểm tra lại đường dẫn.`);
    if (error instanceof SyntaxError || code.startsWith('Z_') || code === 'ERR_STREAM_PREMATURE_CLOSE')
      throw broken(path);
    throw error;
  } finally {
    source.destroy();
  }
}
