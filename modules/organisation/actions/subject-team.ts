import { v7 as uuidv7 } from 'uuid';
import type { WriteTx } from '#platform/db';
import type { UnitActor } from '../actor.ts';
import { closeUnit, insertUnit, selectUnitOptional, type Unit } from '../data/units.ts';
import { organisationErrors } from '../errors.ts';

/** Sets up a subject team of a school: of the own one, or of any for the department. */
export async function createSubjectTeam(
  tx: WriteTx,
  actor: UnitActor,
  schoolId: string,
  name: string,
): Promise<Unit> {
  const school = await selectUnitOptional(tx, schoolId);
  if (!school || school.closedOn) throw organisationErrors.unitNotFound();
  if (school.kind !== 'school') throw organisationErrors.notASchool();
  if (actor.scope !== 'department' && school.id !== actor.unitId) throw organisationErrors.unitOutOfReach();
  const id = uuidv7();
  const { teachesLower, teachesUpper } = school;
  await insertUnit(tx, {
    id,
    departmentId: actor.departmentId,
    parentId: school.id,
    kind: 'subjectTeam',
    // The random end of the id: people never type the code of a team.
    code: `${school.code}-${id.slice(-8)}`,
    name,
    teachesLower,
    teachesUpper,
  });
  return (await selectUnitOptional(tx, id))!;
}

/** Closes a subject team from today on; its history stays. */
export async function closeSubjectTeam(
  tx: WriteTx,
  actor: UnitActor,
  unitId: string,
  now: Date,
): Promise<void> {
  const team = await selectUnitOptional(tx, unitId);
  if (!team) throw organisationErrors.unitNotFound();
  if (team.kind !== 'subjectTeam' || team.closedOn) throw organisationErrors.notASubjectTeam();
  if (actor.scope !== 'department' && team.parentId !== actor.unitId)
    throw organisationErrors.unitOutOfReach();
  if (!(await closeUnit(tx, unitId, now))) throw organisationErrors.notASubjectTeam();
}
