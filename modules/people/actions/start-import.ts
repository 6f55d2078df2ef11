import { createHash } from 'node:crypto';
import { v7 as uuidv7 } from 'uuid';
import type { WriteTx } from '#platform/db';
import { cellText, type ReadSheet } from '#platform/documents';
import { restoreLegacyTexts } from '#platform/legacy-vietnamese';
import { type BatchMapping, insertImport, selectMappingOptional } from '../data/imports.ts';
import { peopleErrors } from '../errors.ts';
import {
  findHeadings,
  headingsKey,
  mapColumns,
  type SheetKind,
  type SheetKindName,
  type SheetRow,
} from '../rules/sheets/index.ts';
import { type ImportScope, importKind } from './import-kinds.ts';

export interface ImportedFile {
  readonly fileName: string;
  readonly bytes: Uint8Array;
  /** What the file holds (readWorkbook). */
  readonly sheets: readonly ReadSheet[];
}

/**
 * Begins an import: finds the sheet with the headings, matches its columns as the school did last time or as the headings say,
 * and keeps the rows as text. Nothing else is written. Gives the id of the import.
 * @throws Refusal people.headingsNotFound, people.sheetEmpty, people.garbledSheet, people.kindNotTaken
 */
export async function startImport(
  tx: WriteTx,
  scope: ImportScope,
  kindName: SheetKindName,
  file: ImportedFile,
): Promise<{ id: string }> {
  const kind = await importKind(kindName).sheet(tx, scope);
  const table = readTable(file.sheets, kind);
  const key = { unitId: scope.unitId, kind: kindName, headingsKey: headingsKey(table.headings) };
  const known = new Set(kind.columns.map(({ field }) => field));
  const remembered = await selectMappingOptional(tx, key);
  const fields =
    remembered?.map((field) => (field !== null && known.has(field) ? field : null)) ??
    mapColumns(table.headings, kind);
  const mapping: BatchMapping = { fields, converted: table.converted };
  const id = uuidv7();
  await insertImport(tx, {
    id,
    unitId: scope.unitId,
    departmentId: scope.departmentId,
    schoolYearId: scope.schoolYear.id,
    kind: kindName,
    fileName: file.fileName,
    sha256: createHash('sha256').update(file.bytes).digest('hex'),
    sheetName: table.sheetName,
    headings: table.headings,
    mapping,
    rows: table.rows,
    madeBy: scope.accountId,
    madeAt: scope.now.toISOString(),
  });
  return { id };
}

interface Table {
  readonly sheetName: string;
  readonly headings: string[];
  readonly rows: SheetRow[];
  readonly converted: BatchMapping['converted'];
}

/** The columns our marked copy adds: they come back with the file and say nothing. */
const ownColumns = /^lỗi cần xem$/i;

function readTable(sheets: readonly ReadSheet[], kind: SheetKind): Table {
  for (const { name, rows } of sheets) {
    const texts = rows.map((row) => row.map(cellText));
    const { converted, restored } = restore(texts);
    const at = findHeadings(restored, kind);
    if (at < 0) continue;
    const headings = restored[at]!.map((heading) =>
      ownColumns.test(heading.trim()) ? '' : heading.replace(/\s+/g, ' ').trim(),
    );
    const body = restored
      .map((cells, index) => ({ line: index + 1, cells: headings.map((_, column) => cells[column] ?? '') }))
      .slice(at + 1)
      .filter(({ cells }) => cells.some((cell) => cell.trim() !== ''));
    if (body.length === 0) throw peopleErrors.sheetEmpty();
    return { sheetName: name.slice(0, 200), headings, rows: body, converted };
  }
  const titles = kind.columns.filter(({ required }) => required).map(({ title }) => title);
  throw peopleErrors.headingsNotFound(titles);
}

/** Texts of old fonts (TCVN3, VNI) become Unicode. Each different text is judged once, and plain letters need no judging. */
function restore(rows: readonly string[][]): { converted: BatchMapping['converted']; restored: string[][] } {
  const suspects = [...new Set(rows.flat().filter((text) => /[^\u0000-\u007f]/.test(text)))];
  const verdict = restoreLegacyTexts(suspects, { oneFont: true });
  if (verdict.kind === 'garbled') throw peopleErrors.garbledSheet(verdict.sample);
  if (verdict.kind === 'unicode') return { converted: null, restored: [...rows] };
  const textOf = new Map(suspects.map((text, at) => [text, verdict.texts[at]!]));
  return {
    converted: verdict.encoding,
    restored: rows.map((row) => row.map((text) => textOf.get(text) ?? text)),
  };
}
