import { type Actor, bind } from '#modules/identity-access';
import type { ReadTx, WriteTx } from '#platform/db';
import { readWorkbook } from '#platform/documents';
import type { AnyRoute } from '#platform/http';
import { acceptImport } from '../actions/accept-import.ts';
import { type ImportScope, importKind, importScope, sheetContext } from '../actions/import-kinds.ts';
import '../actions/import-people.ts';
import { acceptProposals, discardImport, editImport, mapImport, openImport } from '../actions/mend-import.ts';
import { analyseImport, type ImportAnalysis } from '../actions/preview-import.ts';
import { startImport } from '../actions/start-import.ts';
import * as contract from '../contract/imports.ts';
import { type ImportBatch, listImports, selectImportOptional } from '../data/imports.ts';
import { noteRead } from '../data/pupil-private.ts';
import { renderImportTemplate, renderMarkedWorkbook } from '../documents/import-workbook.ts';
import { peopleErrors } from '../errors.ts';
import {
  type CheckedRow,
  cellsOfProposal,
  columnLetters,
  type FindingCode,
  placesOf,
} from '../rules/sheets/index.ts';

const workbook = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';
const mostListed = 20;
const templateNames = {
  pupils: 'hoc-sinh',
  staff: 'can-bo',
  classes: 'lop',
  assignments: 'phan-cong',
} as const;

interface Asking {
  readonly actor: Actor;
  readonly now: Date;
}

/** One import of the person's school, with its scope. */
async function findImport(
  tx: ReadTx,
  asking: Asking,
  id: string,
): Promise<{ batch: ImportBatch; scope: ImportScope }> {
  const batch = await selectImportOptional(tx, id);
  if (!batch) throw peopleErrors.importNotFound();
  const scope = await importScope(tx, asking, batch.schoolYearId);
  if (scope.unitId !== batch.unitId) throw peopleErrors.importNotFound();
  return { batch, scope };
}

/** The same, locked and at the version that the person saw. */
async function workOn(tx: WriteTx, asking: Asking, id: string, version: number) {
  const batch = await openImport(tx, id, version);
  const scope = await importScope(tx, asking, batch.schoolYearId);
  if (scope.unitId !== batch.unitId) throw peopleErrors.importNotFound();
  return { batch, scope, changed: { version: version + 1 } };
}

type Show = 'all' | 'faulty' | 'warned' | 'new' | 'changed' | 'skipped';

function shows(show: Show, { state, findings }: CheckedRow): boolean {
  if (show === 'all') return true;
  return show === 'warned' ? state !== 'faulty' && findings.length > 0 : state === show;
}

function preview(
  { batch, scope }: { batch: ImportBatch; scope: ImportScope },
  analysis: ImportAnalysis,
  { show, offset, limit }: { show: Show; offset: number; limit: number },
) {
  const { sheet, rows, counts, proposals, fingerprint, missingColumns } = analysis;
  const places = placesOf(sheet, batch.mapping.fields);
  const cellsOf = new Map(batch.rows.map(({ line, cells }) => [line, cells]));
  const shown = rows.filter((row) => shows(show, row));
  return {
    id: batch.id,
    version: batch.version,
    kind: batch.kind,
    fileName: batch.fileName,
    sheetName: batch.sheetName,
    schoolYear: { id: scope.schoolYear.id, name: scope.schoolYear.name },
    state: batch.state,
    converted: batch.mapping.converted,
    columns: batch.headings.map((heading, at) => ({
      letters: columnLetters(at),
      heading,
      field: batch.mapping.fields[at] ?? null,
      sample: batch.rows.find(({ cells }) => cells[at])?.cells[at]?.slice(0, 100) ?? '',
    })),
    fields: sheet.columns.map(({ field, title, required = false }) => ({ field, title, required })),
    missingColumns: [...missingColumns],
    counts,
    done: batch.counts,
    proposals: [...proposals],
    fingerprint,
    total: shown.length,
    rows: shown.slice(offset, offset + limit).map(({ line, state, known, findings, changes }) => ({
      line,
      state,
      cells: [...(cellsOf.get(line) ?? [])],
      known: known?.name ?? null,
      findings: findings.map((finding) => ({ ...finding, edits: cellsOfProposal(places, finding) })),
      changes: changes.map(({ title, before, after }) => ({ title, before, after })),
    })),
  };
}

/** Lists of people from spreadsheets: template, preview, mending, acceptance. */
export const importRoutes: AnyRoute[] = [
  bind(contract.getImportTemplate, async ({ tx, actor, now, params, query }) => {
    const scope = await importScope(tx, { actor, now }, query.schoolYearId);
    const sheet = await importKind(params.kind).sheet(tx, scope);
    const bytes = await renderImportTemplate(sheet, await sheetContext(tx, scope, []));
    return { fileName: `mau-${templateNames[params.kind]}.xlsx`, mediaType: workbook, bytes };
  }),
  bind(contract.listImports, async ({ tx, actor, now, query }) => {
    const { unitId, schoolYear } = await importScope(tx, { actor, now }, query.schoolYearId);
    const items = await listImports(tx, { unitId, schoolYearId: schoolYear.id }, mostListed);
    return {
      items: items.map(({ id, kind, fileName, state, counts, madeByName, madeAt, acceptedAt }) => ({
        ...{ id, kind, fileName, counts, madeByName, madeAt, acceptedAt },
        state: state === 'accepted' ? ('accepted' as const) : ('preview' as const),
      })),
    };
  }),
  bind(contract.startImport, async ({ tx, actor, now, query, file }) => {
    const scope = await importScope(tx, { actor, now }, query.schoolYearId);
    const sheets = await readWorkbook(file.bytes, file.fileName);
    const started = await startImport(tx, scope, query.kind, { ...file, sheets });
    // The preview sets the sheet beside identity numbers and ethnic groups on record.
    const details = { import: query.kind };
    await noteRead(tx, { entity: 'people.import_batch', id: started.id, unitId: scope.unitId, details });
    return started;
  }),
  bind(contract.previewImport, async ({ tx, actor, now, params, query }) => {
    const found = await findImport(tx, { actor, now }, params.importId);
    return preview(found, await analyseImport(tx, found.scope, found.batch), query);
  }),
  bind(contract.mapImportColumns, async ({ tx, actor, now, params, body }) => {
    const { batch, scope, changed } = await workOn(tx, { actor, now }, params.importId, body.version);
    await mapImport(tx, scope, batch, body.fields);
    return changed;
  }),
  bind(contract.editImport, async ({ tx, actor, now, params, body }) => {
    const { batch, changed } = await workOn(tx, { actor, now }, params.importId, body.version);
    await editImport(tx, batch, body);
    return changed;
  }),
  bind(contract.acceptImportProposals, async ({ tx, actor, now, params, body }) => {
    const { batch, scope, changed } = await workOn(tx, { actor, now }, params.importId, body.version);
    await acceptProposals(tx, scope, batch, body.code as FindingCode);
    return changed;
  }),
  bind(contract.downloadImport, async ({ tx, actor, now, params }) => {
    const { batch, scope } = await findImport(tx, { actor, now }, params.importId);
    const { rows } = await analyseImport(tx, scope, batch);
    const name = batch.fileName.replace(/\.[^.]*$/, '');
    return {
      fileName: `${name} - da danh dau.xlsx`,
      mediaType: workbook,
      bytes: await renderMarkedWorkbook(batch, rows),
    };
  }),
  bind(contract.acceptImport, async ({ tx, actor, now, params, body }) => {
    const { batch, scope } = await workOn(tx, { actor, now }, params.importId, body.version);
    return acceptImport(tx, scope, batch, { seen: body.fingerprint, leaveOutFaulty: body.leaveOutFaulty });
  }),
  bind(contract.discardImport, async ({ tx, actor, now, params, query }) => {
    const { batch } = await workOn(tx, { actor, now }, params.importId, query.version);
    await discardImport(tx, batch, now);
    return undefined;
  }),
];
