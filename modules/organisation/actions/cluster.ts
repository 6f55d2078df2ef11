import { v7 as uuidv7 } from 'uuid';
import type { WriteTx } from '#platform/db';
import type { UnitActor } from '../actor.ts';
import { listSchoolIds, replaceClusterSchools } from '../data/lines.ts';
import { insertUnit, selectUnitOptional, type Unit } from '../data/units.ts';
import { organisationErrors } from '../errors.ts';

/** Sets up a professional cluster of the department, without schools yet. */
export async function createCluster(
  tx: WriteTx,
  actor: UnitActor,
  input: { name: string; code: string },
): Promise<Unit> {
  const id = uuidv7();
  const { departmentId } = actor;
  const inserted = await insertUnit(tx, {
    id,
    departmentId,
    parentId: departmentId,
    kind: 'cluster',
    teachesLower: false,
    teachesUpper: false,
    ...input,
  });
  if (!inserted) throw organisationErrors.clusterCodeTaken(input.code);
  return (await selectUnitOptional(tx, id))!;
}

/** Makes exactly these schools the cluster's; counts what was asked and what was done. */
export async function setClusterSchools(
  tx: WriteTx,
  actor: UnitActor,
  clusterId: string,
  schoolIds: readonly string[],
): Promise<{
  asked: number;
  done: number;
  added: number;
  removed: number;
  skipped: { id: string; reason: string }[];
}> {
  const cluster = await selectUnitOptional(tx, clusterId);
  if (cluster?.kind !== 'cluster' || cluster.closedOn) throw organisationErrors.notACluster();
  const asked = [...new Set(schoolIds)];
  const schools = await listSchoolIds(tx, asked);
  const changed = await replaceClusterSchools(
    tx,
    { id: clusterId, departmentId: actor.departmentId },
    schools,
  );
  const skipped = asked
    .filter((id) => !schools.includes(id))
    .map((id) => ({ id, reason: 'Không phải trường đang hoạt động của Sở.' }));
  return { asked: asked.length, done: schools.length, ...changed, skipped };
}
