import { findOwnSchool } from '#modules/curriculum';
import { bind } from '#modules/identity-access';
import type { AnyRoute } from '#platform/http';
import * as action from '../actions/sector.ts';
import * as contract from '../contract/sector.ts';
import { type ExportRow, listExports } from '../data/sector.ts';
import { countRows } from '../rules/index.ts';

const mostFaults = 500;
const sampleRows = 5;
const fileNames = { pupils: 'CSDL ngành, học sinh', staff: 'CSDL ngành, cán bộ' } as const;
const mediaTypes = {
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  csv: 'text/csv; charset=utf-8',
} as const;

function exportShape({ unitId: _, ...row }: ExportRow) {
  return row;
}

export const sectorRoutes: AnyRoute[] = [
  bind(contract.getSectorMapping, ({ tx, params }) => action.mappingOf(tx, params.kind)),
  bind(contract.saveSectorMapping, ({ tx, actor, now, params, body }) =>
    action.saveMapping(tx, { actor, now }, params.kind, body),
  ),
  bind(contract.resetSectorMapping, ({ tx, actor, params }) =>
    action.resetMapping(tx, { actor }, params.kind),
  ),
  bind(contract.previewSector, async ({ tx, actor, now, params }) => {
    const { mapping, rows } = await action.sectorSheet(tx, { actor, now }, params.kind);
    const faults = rows.flatMap(({ name, place, faults }, at) =>
      faults.map((fault) => ({ line: at + 1, name, place, ...fault })),
    );
    // What keeps a row out comes first.
    faults.sort(
      (one, other) =>
        Number(one.severity === 'warning') - Number(other.severity === 'warning') || one.line - other.line,
    );
    return {
      ...countRows(rows),
      headings: mapping.columns.map(({ heading }) => heading),
      sourceNote: mapping.sourceNote,
      faults: faults.slice(0, mostFaults),
      faultsInAll: faults.length,
      sample: rows.slice(0, sampleRows).map(({ cells }) => [...cells]),
    };
  }),
  bind(contract.exportSector, async ({ tx, actor, now, params, body, services }) => {
    const { row } = await action.exportSector(
      tx,
      { actor, now },
      params.kind,
      body.format,
      services.filesFolder,
    );
    return exportShape(row);
  }),
  bind(contract.listSectorExports, async ({ tx }) => {
    const school = await findOwnSchool(tx, undefined);
    return { items: school ? (await listExports(tx, school.id)).map(exportShape) : [] };
  }),
  bind(contract.downloadSectorExport, async ({ tx, actor, params, services }) => {
    const { row, bytes } = await action.readExport(tx, { actor }, params.exportId, services.filesFolder);
    const day = row.madeAt.slice(0, 10);
    return {
      fileName: `${fileNames[row.kind]} ${day}.${row.format}`,
      mediaType: mediaTypes[row.format],
      bytes,
    };
  }),
];
