import type { ReadTx, WriteTx } from '#platform/db';
import { type AgencyRow, saveAgencySetting, selectAgencyOptional } from '../data/agency-settings.ts';
import { planErrors } from '../errors.ts';
import { proposeAgency } from '../rules/official-document.ts';
import { type ReportHeading, reportHeading } from '../rules/report-heading.ts';
import type { Acting } from './acting.ts';

export interface Agency {
  readonly unit: { readonly id: string; readonly name: string; readonly kind: string };
  readonly abbreviation: string;
  readonly place: string;
  readonly superior: string | null;
  /** False: proposed from the unit's name. */
  readonly set: boolean;
  readonly version: number;
}

function nameOf(row: AgencyRow) {
  return {
    kind: row.unitKind,
    code: row.unitCode,
    name: row.unitName,
    parentName: row.parentName,
    parentKind: row.parentKind,
    departmentName: row.departmentName,
  };
}

function agencyOf(row: AgencyRow): Agency {
  const proposed = proposeAgency(nameOf(row));
  return {
    unit: { id: row.unitId, name: row.unitName, kind: row.unitKind },
    abbreviation: row.abbreviation ?? proposed.abbreviation,
    place: row.place ?? proposed.place,
    superior: row.version > 0 ? row.superior : proposed.superior,
    set: row.version > 0,
    version: row.version,
  };
}

/** How a unit writes itself in official documents: as set, else as its name suggests. */
export async function selectAgency(tx: ReadTx, unitId: string): Promise<Agency> {
  const row = await selectAgencyOptional(tx, unitId);
  if (!row) throw planErrors.cannotIssue();
  return agencyOf(row);
}

/** Head of a paper that a unit makes without number and symbol, such as minutes. */
export async function selectHeading(tx: ReadTx, unitId: string): Promise<ReportHeading> {
  const row = await selectAgencyOptional(tx, unitId);
  if (!row) throw planErrors.cannotIssue();
  return reportHeading({ ...nameOf(row), place: row.place, superior: row.superior });
}

/**
 * The unit in whose name the person issues documents: the department for its own people, the own commune or
 * school for its heads and clerks. Clusters and subject teams issue none: `plan.cannotIssue`.
 */
export function issuingUnit({ actor }: Acting): string {
  if (actor.scope === 'department') return actor.departmentId;
  if (actor.scope === 'subtree' && actor.unitId && ['commune', 'school'].includes(actor.unitKind ?? '')) {
    return actor.unitId;
  }
  throw planErrors.cannotIssue();
}

/** Sets abbreviation, place and agency above of the own unit (a division sets its own abbreviation). */
export async function updateAgencySetting(
  tx: WriteTx,
  acting: Acting,
  input: { version: number; abbreviation: string; place: string; superior: string | null },
): Promise<Agency> {
  const unitId = settingUnit(acting);
  const saved = await saveAgencySetting(tx, { ...input, unitId, departmentId: acting.actor.departmentId });
  const agency = await selectAgency(tx, unitId);
  if (!saved) throw planErrors.editedMeanwhile(input, agency);
  return agency;
}

/** The unit whose setting the person sees and changes: a division has its own, else the issuing unit. */
export function settingUnit(acting: Acting): string {
  const { actor } = acting;
  return actor.unitKind === 'division' && actor.unitId ? actor.unitId : issuingUnit(acting);
}
