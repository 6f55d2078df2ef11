import type { ReadTx } from '#platform/db';
import { type AnyRoute, bindAhead, refusals } from '#platform/http';
import { createCluster, setClusterSchools } from '../actions/cluster.ts';
import { importUnits } from '../actions/import-units.ts';
import { createSite, deleteSite, updateSite } from '../actions/site.ts';
import { closeSubjectTeam, createSubjectTeam } from '../actions/subject-team.ts';
import { updateUnit } from '../actions/update-unit.ts';
import { bind } from '../actor.ts';
import * as contract from '../contract.ts';
import { listAbove, listBelow } from '../data/lines.ts';
import { listSites } from '../data/sites.ts';
import { listUnits, selectUnitOptional, type UnitPlace } from '../data/units.ts';
import { readUnitFile, renderUnitTemplate } from '../documents/unit-workbook.ts';
import { organisationErrors } from '../errors.ts';

/** Who stands at the head of a unit: known by the module of accounts, which stands above this one. */
export type LeadersOf = (
  tx: ReadTx,
  unitId: string,
  now: Date,
) => Promise<{ accountId: string; name: string; role: string }[]>;

const mostBelow = 500;

function writePlace({ position, name, id }: UnitPlace): string {
  return Buffer.from(JSON.stringify([position, name, id])).toString('base64url');
}

function readPlace(cursor: string): UnitPlace {
  try {
    const [position, name, id] = JSON.parse(Buffer.from(cursor, 'base64url').toString()) as unknown[];
    if (
      Number.isInteger(position) &&
      typeof name === 'string' &&
      typeof id === 'string' &&
      /^[0-9a-f-]{36}$/.test(id)
    ) {
      return { position: position as number, name, id };
    }
  } catch {
    // not one of ours: said below
  }
  throw refusals.invalidInput([
    { path: 'cursor', message: 'Vị trí trang không đúng. Hãy tải lại danh sách.' },
  ]);
}

export function unitRoutes(leadersOf: LeadersOf): AnyRoute[] {
  return [
    bindAhead(contract.listUnits, async ({ tx, query }) => {
      const { q, cursor, limit, ...filter } = query;
      const after = cursor ? readPlace(cursor) : undefined;
      const rows = await listUnits(tx, { ...filter, text: q?.trim() || undefined, after, limit: limit + 1 });
      const page = rows.slice(0, limit);
      return {
        items: page.map(({ position: _, ...unit }) => unit),
        nextCursor: rows.length > limit ? writePlace(page.at(-1)!) : null,
      };
    }),
    bind(contract.importUnits, async ({ tx, actor, file, query }) => {
      const report = await importUnits(tx, actor.departmentId, await readUnitFile(file), query);
      if (!query.dryRun && report.faults.length > 0) throw organisationErrors.unitSheetFaulty(report.faults);
      return report;
    }),
    bind(contract.getUnitTemplate, async () => ({
      fileName: 'danh-muc-don-vi.xlsx',
      mediaType: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
      bytes: await renderUnitTemplate(),
    })),
    bindAhead(contract.getUnit, async ({ tx, params, now }) => {
      const unit = await selectUnitOptional(tx, params.unitId);
      if (!unit) throw organisationErrors.unitNotFound();
      const [parent, above, below, sites, leaders] = await Promise.all([
        unit.parentId ? selectUnitOptional(tx, unit.parentId) : undefined,
        listAbove(tx, unit.id),
        listBelow(tx, unit.id, mostBelow),
        listSites(tx, unit.id),
        leadersOf(tx, unit.id, now),
      ]);
      return {
        unit,
        parent: parent ? { id: parent.id, name: parent.name, kind: parent.kind } : null,
        above,
        below: below.items,
        belowTotal: below.total,
        sites,
        leaders,
      };
    }),
    bind(contract.updateUnit, ({ tx, actor, params, body }) => updateUnit(tx, actor, params.unitId, body)),
    bind(contract.createSubjectTeam, ({ tx, actor, params, body }) =>
      createSubjectTeam(tx, actor, params.unitId, body.name),
    ),
    bind(contract.closeSubjectTeam, async ({ tx, actor, params, now }) => {
      await closeSubjectTeam(tx, actor, params.unitId, now);
      return undefined;
    }),
    bind(contract.createSite, ({ tx, actor, params, body }) => createSite(tx, actor, params.unitId, body)),
    bind(contract.updateSite, ({ tx, params, body }) => updateSite(tx, params.siteId, body)),
    bind(contract.deleteSite, async ({ tx, params }) => {
      await deleteSite(tx, params.siteId);
      return undefined;
    }),
    bind(contract.createCluster, ({ tx, actor, body }) => createCluster(tx, actor, body)),
    bind(contract.setClusterSchools, ({ tx, actor, params, body }) =>
      setClusterSchools(tx, actor, params.unitId, body.schoolIds),
    ),
  ];
}
