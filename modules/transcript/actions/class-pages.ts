import type { Actor } from '#modules/identity-access';
import type { ReadTx, WriteTx } from '#platform/db';
import { type ClassGround, listClassGrounds } from '../data/ground.ts';
import { listPupilStandings, type PupilStanding, writeAwards } from '../data/overview.ts';
import { transcriptErrors } from '../errors.ts';

/** A class for its homeroom teacher or the school's office. @throws Refusal transcript.classNotFound, notHomeroom */
export async function classOf(tx: ReadTx, actor: Actor, classId: string): Promise<ClassGround> {
  const [ground] = await listClassGrounds(tx, [classId]);
  if (!ground) throw transcriptErrors.classNotFound();
  if (actor.scope === 'own' && ground.homeroomAccountId !== actor.accountId)
    throw transcriptErrors.notHomeroom();
  return ground;
}

/** Its pupils with the newest version of their page. @throws as classOf */
export async function classPages(
  tx: ReadTx,
  actor: Actor,
  classId: string,
): Promise<{ ground: ClassGround; rows: PupilStanding[] }> {
  const ground = await classOf(tx, actor, classId);
  return { ground, rows: await listPupilStandings(tx, classId) };
}

/**
 * Keeps awards and certificates of a pupil in the year of the class; they come onto the page when it is drawn up (anew).
 * @throws Refusal transcript.classNotFound, notHomeroom, changedMeanwhile
 */
export async function saveAwards(
  tx: WriteTx,
  actor: Actor,
  { classId, pupilId }: { classId: string; pupilId: string },
  { lines, version }: { lines: readonly string[]; version: number },
): Promise<{ saved: number }> {
  const { ground, rows } = await classPages(tx, actor, classId);
  if (!rows.some((row) => row.pupilId === pupilId)) throw transcriptErrors.classNotFound();
  const { unitId, departmentId, schoolYearId } = ground;
  const written = await writeAwards(tx, { pupilId, unitId, departmentId, schoolYearId }, lines, version);
  if (!written) throw transcriptErrors.changedMeanwhile();
  return { saved: lines.length };
}
