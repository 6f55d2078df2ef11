import { once } from 'node:events';
import { open } from 'node:fs/promises';
import { availableParallelism } from 'node:os';
import { Worker } from 'node:worker_threads';
import { repeatedPupils } from '#rules/gradebook';
import { assessText, type PieceAnswer } from './assess-piece.ts';
import { cutList, type JsonList } from './json-list.ts';
import { badInput, exitStatus } from './operator.ts';

/** Larger files are refused: a text of more characters cannot be held. */
const mostBytes = 500 * 1024 * 1024;
/** Bytes a thread reads at a time; a file of fewer is not worth a second thread. */
const pieceBytes = 2 * 1024 * 1024;
const mostThreads = 4;

/** `assess FILE --json`: results of a year for the pupils of a file, by Circular 22/2021; no database. Nothing is printed before the last pupil was read. */
export async function run(parameters: readonly string[]): Promise<number> {
  const [path, ...rest] = parameters.filter((one) => !one.startsWith('--'));
  const options = parameters.filter((one) => one.startsWith('--'));
  if (path === undefined || rest.length > 0 || options.some((one) => one !== '--json')) {
    throw badInput('Cách dùng: assess TỆP.json --json');
  }
  const file = await readBytes(path);
  const list = file.length > pieceBytes ? cutList(file, 'pupils', pieceBytes) : undefined;
  const answers = list ? await assessOnThreads(file, list) : [assessText(file.toString('utf8'))];
  const pieces = answers.map((answer) => {
    if ('broken' in answer) {
      throw badInput(`Tệp "${path}" không phải JSON đúng cách viết. Hãy xuất lại tệp.`);
    }
    return 'problems' in answer ? refuse(path, answer.problems) : answer;
  });
  const repeated = repeatedPupils(pieces.flatMap(({ ids }) => ids));
  if (repeated.length > 0) refuse(path, repeated);
  await write('{"pupils":[');
  for (const [at, { printed }] of pieces.entries()) {
    if (at > 0) await write(',');
    await write(printed);
  }
  await write(']}\n');
  return exitStatus.done;
}

function refuse(path: string, problems: readonly { readonly message: string }[]): never {
  const lines = problems.map(({ message }) => `  ${message}`);
  throw badInput(
    `Tệp "${path}" có chỗ sai, chưa tính kết quả nào. Hãy sửa rồi chạy lại:\n${lines.join('\n')}`,
  );
}

/** The answers of all pieces in their order; after a bad one no further piece is begun. */
async function assessOnThreads(file: Buffer, { pieces, around }: JsonList): Promise<PieceAnswer[]> {
  const outside = assessText(around);
  if ('broken' in outside || 'problems' in outside) return [outside];
  const answers: PieceAnswer[] = [];
  let next = 0;
  async function work(): Promise<void> {
    const thread = new Worker(new URL('./assess-worker.ts', import.meta.url), { workerData: file.buffer });
    try {
      for (let at = next++; at < pieces.length; at = next++) {
        thread.postMessage(pieces[at]);
        const [answer] = (await once(thread, 'message')) as [PieceAnswer];
        answers[at] = answer;
        if (!('printed' in answer)) next = pieces.length;
      }
    } finally {
      await thread.terminate();
    }
  }
  await Promise.all(
    Array.from({ length: Math.min(mostThreads, availableParallelism(), pieces.length) }, work),
  );
  return answers;
}

/** Waits for a slow reader instead of filling the memory. */
function write(text: string | Uint8Array): Promise<void> {
  return new Promise((resolve, reject) => {
    process.stdout.write(text, (error) => (error ? reject(error) : resolve()));
  });
}

/** A byte-order mark becomes spaces: what the threads are told stays where it is. */
function withoutMark(bytes: Buffer): Buffer {
  if (bytes.length >= 3 && bytes.readUIntBE(0, 3) === 0xefbbbf) bytes.fill(' ', 0, 3);
  return bytes;
}

/** The bytes of a file without a byte-order mark, in memory that threads share. */
async function readBytes(path: string): Promise<Buffer> {
  try {
    const file = await open(path);
    try {
      const stat = await file.stat();
      if (stat.isDirectory()) throw badInput(`"${path}" là thư mục. Hãy nêu đường dẫn tới một tệp.`);
      const { size } = stat;
      if (size > mostBytes) throw badInput(`Tệp "${path}" quá lớn (trên 500 MB). Hãy chia thành nhiều tệp.`);
      if (!stat.isFile()) return withoutMark(await file.readFile());
      const bytes = Buffer.from(new SharedArrayBuffer(size));
      let at = 0;
      while (at < size) {
        const { bytesRead } = await file.read(bytes, at, size - at, at);
        if (bytesRead === 0) break;
        at += bytesRead;
      }
      return withoutMark(bytes);
    } finally {
      await file.close();
    }
  } catch (error) {
    const code = (error as NodeJS.ErrnoException).code;
    if (code === 'ENOENT') throw badInput(`Không thấy tệp "${path}". Hãy kiểm tra lại đường dẫn.`);
    if (code === 'EISDIR') throw badInput(`"${path}" là thư mục. Hãy nêu đường dẫn tới một tệp.`);
    if (code === 'EACCES') throw badInput(`Không có quyền đọc tệp "${path}".`);
    throw error;
  }
}
