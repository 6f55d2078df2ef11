import type { WriteTx } from '#platform/db';
import type { UnitActor } from '../actor.ts';
import { selectUnitOptional, updateUnit as store, type Unit } from '../data/units.ts';
import { organisationErrors } from '../errors.ts';

export interface UnitChange {
  readonly version: number;
  readonly name?: string | undefined;
  readonly zone?: number | null | undefined;
  readonly border?: boolean | undefined;
  readonly latitude?: number | null | undefined;
  readonly longitude?: number | null | undefined;
}

/**
 * Changes a unit: absent = leave, null = clear. A school places itself on the map and names its teams; names of communes and
 * schools, area class and border are the department's by decision.
 */
export async function updateUnit(
  tx: WriteTx,
  actor: UnitActor,
  unitId: string,
  change: UnitChange,
): Promise<Unit> {
  const current = await selectUnitOptional(tx, unitId);
  if (!current) throw organisationErrors.unitNotFound();
  if (actor.scope !== 'department') {
    if (current.id !== actor.unitId && current.parentId !== actor.unitId)
      throw organisationErrors.unitOutOfReach();
    if (change.zone !== undefined || change.border !== undefined) {
      throw organisationErrors.departmentDecides('Khu vực và địa bàn biên giới');
    }
    if (change.name !== undefined && current.kind !== 'subjectTeam') {
      throw organisationErrors.departmentDecides('Tên đơn vị');
    }
  }
  const given = Object.fromEntries(Object.entries(change).filter(([, value]) => value !== undefined));
  const next = { ...current, ...given } as Unit;
  const saved = change.version === current.version ? await store(tx, next) : undefined;
  if (saved) return saved;
  throw organisationErrors.changedMeanwhile(next, await selectUnitOptional(tx, unitId));
}
