import type { ReadTx, WriteTx } from '#platform/db';
import { readFileContent } from '#platform/files';
import { addJob } from '#platform/jobs';
import { type ArchiveRow, insertArchive, selectArchiveOptional } from '../data/archives.ts';
import { noteRead } from '../data/ground.ts';
import { listPagesToKeep } from '../data/pages.ts';
import { transcriptErrors } from '../errors.ts';
import { type Acting, ownSchool, yearOf } from './place.ts';

export const archiveTask = 'transcript.archive';

/**
 * Asks for the export of a year's issued pages for permanent keeping; background work makes it.
 * @throws Refusal transcript.noSchool, noSchoolYear, nothingToKeep, archiveRunning
 */
export async function startArchive(
  tx: WriteTx,
  { actor, now }: Acting,
  schoolYear: string | undefined,
): Promise<{ id: string }> {
  const [school, year] = await Promise.all([ownSchool(tx), yearOf(tx, schoolYear)]);
  const place = { unitId: school.id, schoolYearId: year.id };
  const pages = await listPagesToKeep(tx, place);
  if (pages.length === 0) throw transcriptErrors.nothingToKeep();
  const { accountId, departmentId } = actor;
  const id = await insertArchive(tx, { ...place, departmentId, asked: pages.length }, { accountId, now });
  if (id === undefined) throw transcriptErrors.archiveRunning();
  await addJob(
    tx,
    archiveTask,
    { departmentId, archiveId: id },
    { jobKey: `${archiveTask}:${id}`, maxAttempts: 5 },
  );
  return { id };
}

/** A finished export; taking it out is written down. @throws Refusal transcript.archiveNotFound */
export async function readArchive(
  tx: ReadTx,
  archiveId: string,
  filesFolder: string,
): Promise<{ archive: ArchiveRow; bytes: Uint8Array }> {
  const archive = await selectArchiveOptional(tx, archiveId);
  if (!archive?.fileSha256) throw transcriptErrors.archiveNotFound();
  await noteRead(tx, {
    entity: 'transcript.archive',
    id: archive.id,
    unitId: archive.unitId,
    details: { pages: archive.made },
  });
  return { archive, bytes: await readFileContent(filesFolder, archive.fileSha256) };
}
