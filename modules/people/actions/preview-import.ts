import { createHash } from 'node:crypto';
import type { ReadTx } from '#platform/db';
import type { ImportBatch } from '../data/imports.ts';
import {
  type CheckedRow,
  checkRows,
  type FindingCode,
  missingColumns,
  type SheetContext,
  type SheetKind,
} from '../rules/sheets/index.ts';
import { type ImportScope, importKind, sheetContext } from './import-kinds.ts';

export interface ImportCounts {
  readonly new: number;
  readonly changed: number;
  readonly unchanged: number;
  readonly faulty: number;
  readonly skipped: number;
  /** Findings that must be mended, and those to look at. */
  readonly mustFix: number;
  readonly warnings: number;
}

/** Proposals of one sort that can be taken all at once. */
export interface ProposalGroup {
  readonly code: FindingCode;
  readonly count: number;
  readonly example: { readonly cell: string; readonly proposal: string };
}

/** A sheet judged against what the school has now. */
export interface ImportAnalysis {
  readonly sheet: SheetKind;
  readonly context: SheetContext;
  readonly rows: readonly CheckedRow[];
  readonly counts: ImportCounts;
  readonly proposals: readonly ProposalGroup[];
  readonly missingColumns: readonly string[];
  /** The same as long as sheet and school are the same: what a person saw is what is accepted. */
  readonly fingerprint: string;
}

/** Judges an import as things stand now. Writes nothing. */
export async function analyseImport(
  tx: ReadTx,
  scope: ImportScope,
  batch: ImportBatch,
): Promise<ImportAnalysis> {
  const kind = importKind(batch.kind);
  const { fields } = batch.mapping;
  const numbers = fields.indexOf('identityNumber');
  const [sheet, known, context] = await Promise.all([
    kind.sheet(tx, scope),
    kind.listKnown(tx, scope),
    sheetContext(tx, scope, numbers < 0 ? [] : batch.rows.map(({ cells }) => cells[numbers] ?? '')),
  ]);
  const rows = checkRows(sheet, fields, batch.rows, known, context);
  return {
    sheet,
    context,
    rows,
    counts: countRows(rows),
    proposals: groupProposals(rows),
    missingColumns: missingColumns(fields, sheet),
    fingerprint: fingerprintOf(rows),
  };
}

function countRows(rows: readonly CheckedRow[]): ImportCounts {
  const counts = { new: 0, changed: 0, unchanged: 0, faulty: 0, skipped: 0, mustFix: 0, warnings: 0 };
  for (const { state, findings } of rows) {
    counts[state] += 1;
    for (const { severity } of findings) counts[severity === 'must' ? 'mustFix' : 'warnings'] += 1;
  }
  return counts;
}

function groupProposals(rows: readonly CheckedRow[]): ProposalGroup[] {
  const groups = new Map<
    FindingCode,
    { code: FindingCode; count: number; example: ProposalGroup['example'] }
  >();
  for (const { findings } of rows) {
    for (const { code, proposal, cell, column } of findings) {
      if (proposal === null || column === null) continue;
      const group = groups.get(code);
      if (group) group.count += 1;
      else groups.set(code, { code, count: 1, example: { cell, proposal } });
    }
  }
  return [...groups.values()].sort((left, right) => right.count - left.count);
}

function fingerprintOf(rows: readonly CheckedRow[]): string {
  const hash = createHash('sha256');
  for (const { line, state, known, changes, values } of rows) {
    hash.update(
      JSON.stringify([
        line,
        state,
        known?.id,
        changes.map(({ field, before, after }) => [field, before, after]),
      ]),
    );
    if (state === 'new') hash.update(JSON.stringify(values));
  }
  return hash.digest('base64url');
}
