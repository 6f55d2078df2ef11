import { parentPort } from 'node:worker_threads';
import readXlsxFile from 'read-excel-file/node';
import { type Archive, openArchive } from '#platform/files';
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
    for (const [index, xml] of sheetParts(archive).entries()) {
      const cell = formulaWithoutValue(xml);
      if (cell) return { fault: 'formula', sheet: sheets[index]?.sheet ?? '', cell };
    }
    return { sheets: sheets.map(({ sheet, data }) => ({ name: sheet, rows: data as ReadCell[][] })) };
  } catch {
    return { fault: 'damaged' };
  }
}

const attributeOf = (tag: string, name: string) =>
  new RegExp(`(?:^|\\s)${name}="([^"]*)"`).exec(tag)?.[1] ?? '';

/** The XML of the sheets in their order. */
function sheetParts({ parts }: Archive): string[] {
  const tags = (part: string, tag: RegExp) => parts.get(part)?.toString().match(tag) ?? [];
  const targets = new Map(
    tags('xl/_rels/workbook.xml.rels', /<Relationship\s[^>]*>/g).map((tag) => [
      attributeOf(tag, 'Id'),
      attributeOf(tag, 'Target').replace(/^(\/xl\/)?/, 'xl/'),
    ]),
  );
  return tags('xl/workbook.xml', /<sheet\s[^>]*>/g).map(
    (tag) => parts.get(targets.get(attributeOf(tag, 'r:id')) ?? '')?.toString() ?? '',
  );
}

/**
 * The first cell whose formula has no value ('C5'): the programme that wrote the file did not calculate it, and it would read as empty. A
 * formula that came to an empty text has one.
 */
function formulaWithoutValue(xml: string): string | undefined {
  const cells = xml.matchAll(
    /<c\s([^>]*)>\s*<f(?:\s[^>]*)?(?:\/>|>[^<]*<\/f>)\s*(<v\s*\/>|<v><\/v>)?\s*<\/c>/g,
  );
  for (const [, attributes, value] of cells)
    if (!value || attributeOf(attributes!, 't') !== 'str') return attributeOf(attributes!, 'r');
}
