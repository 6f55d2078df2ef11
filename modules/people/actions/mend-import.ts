import type { WriteTx } from '#platform/db';
import { closeImport, type ImportBatch, selectImportOptional, updateImport } from '../data/imports.ts';
import { peopleErrors } from '../errors.ts';
import { cellsOfProposal, type FindingCode, placesOf, type SheetRow } from '../rules/sheets/index.ts';
import { type ImportScope, importKind } from './import-kinds.ts';
import { analyseImport } from './preview-import.ts';

export interface CellEdit {
  readonly line: number;
  readonly column: number;
  readonly text: string;
}

/**
 * An import under way that a person works on, locked.
 * @throws Refusal people.importNotFound, people.importClosed, people.importChanged when it is not at `version` any more
 */
export async function openImport(tx: WriteTx, id: string, version: number): Promise<ImportBatch> {
  const batch = await selectImportOptional(tx, id, 'lock');
  if (!batch) throw peopleErrors.importNotFound();
  if (batch.state !== 'preview') throw peopleErrors.importClosed();
  if (batch.version !== version) throw peopleErrors.importChanged();
  return batch;
}

/** Puts other texts into cells, and rows out of the import or back. */
export async function editImport(
  tx: WriteTx,
  batch: ImportBatch,
  change: { cells: readonly CellEdit[]; rows: readonly { line: number; skipped: boolean }[] },
): Promise<void> {
  await updateImport(tx, batch.id, { rows: withCells(skipRows(batch.rows, change.rows), change.cells) });
}

function skipRows(
  rows: readonly SheetRow[],
  marks: readonly { line: number; skipped: boolean }[],
): SheetRow[] {
  const markOf = new Map(marks.map(({ line, skipped }) => [line, skipped]));
  return rows.map(({ line, cells, skipped }) =>
    (markOf.get(line) ?? skipped) ? { line, cells, skipped: true } : { line, cells },
  );
}

function withCells(rows: readonly SheetRow[], edits: readonly CellEdit[]): SheetRow[] {
  const byLine = new Map<number, CellEdit[]>();
  for (const edit of edits) byLine.set(edit.line, [...(byLine.get(edit.line) ?? []), edit]);
  return rows.map((row) => {
    const changes = byLine.get(row.line);
    if (!changes) return row;
    const cells = [...row.cells];
    for (const { column, text } of changes) if (column < cells.length) cells[column] = text;
    return { ...row, cells };
  });
}

/** Matches columns anew. Throws people.unknownColumn when a field is not of the kind or given by two columns. */
export async function mapImport(
  tx: WriteTx,
  scope: ImportScope,
  batch: ImportBatch,
  fields: readonly (string | null)[],
): Promise<void> {
  const { columns } = await importKind(batch.kind).sheet(tx, scope);
  const known = new Set(columns.map(({ field }) => field));
  const given = fields.filter((field) => field !== null);
  const fits = fields.length === batch.headings.length && given.every((field) => known.has(field));
  if (!fits || new Set(given).size !== given.length) throw peopleErrors.unknownColumn();
  await updateImport(tx, batch.id, { mapping: { ...batch.mapping, fields } });
}

/** Takes every proposal of one sort. Gives how many cells changed. */
export async function acceptProposals(
  tx: WriteTx,
  scope: ImportScope,
  batch: ImportBatch,
  code: FindingCode,
): Promise<void> {
  const { rows, sheet } = await analyseImport(tx, scope, batch);
  const places = placesOf(sheet, batch.mapping.fields);
  const edits = rows.flatMap(({ line, findings }) =>
    findings
      .filter((finding) => finding.code === code)
      .flatMap((finding) => cellsOfProposal(places, finding).map((cell) => ({ line, ...cell }))),
  );
  await updateImport(tx, batch.id, { rows: withCells(batch.rows, edits) });
}

/** Gives an import up; its rows are forgotten. */
export async function discardImport(tx: WriteTx, batch: ImportBatch, now: Date): Promise<void> {
  await closeImport(tx, batch.id, { state: 'discarded', counts: null, at: now });
}
