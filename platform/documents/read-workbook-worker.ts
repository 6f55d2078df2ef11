import { parentPort } from 'node:worker_threads';
import readXlsxFile from 'read-excel-file/node';
import { openArchive } from '#platform/files';
import type { ReadCell, WorkbookReading } from './read-workbook.ts';

// The reading thread: takes the bytes of an .xlsx file, answers with its sheets or what is wrong with it.
parentPort!.on('message', async (bytes: Uint8Array) => {
  parentPort!.postMessage({ answer: await read(bytes) });
});

async function read(bytes: Uint8Array): Promise<WorkbookReading> {
  const archive = await openArchive(bytes);
  if ('fault' in archive) return { fault: archive.fault };
  if (!archive.names.has('xl/workbook.xml')) return { fault: 'damaged' };
  try {
    const sheets = await readXlsxFile(Buffer.from(bytes));
    return { sheets: sheets.map(({ sheet, data }) => ({ name: sheet, rows: data as ReadCell[][] })) };
  } catch {
    return { fault: 'damaged' };
  }
}
