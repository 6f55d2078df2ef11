import { z } from 'zod';
import { systemSettings } from '#modules/identity-access';
import type { Clock } from '#platform/clock';
import type { Database } from '#platform/db';
import { readFileContent, storeFile } from '#platform/files';
import type { Task } from '#platform/jobs';
import { jobThread } from '#platform/threads';
import { archiveTask } from '../actions/archive.ts';
import { endArchive, keepArchiveProgress, selectArchiveOptional } from '../data/archives.ts';
import { listPagesById, listPagesToKeep } from '../data/pages.ts';
import type { KeptPage, packArchive } from '../documents/archive.ts';

export interface TranscriptWork {
  readonly database: Database;
  readonly clock: Clock;
  readonly filesFolder: string;
  readonly log: (level: 'info' | 'warning', message: string) => void;
}

const payloadShape = z.object({ departmentId: z.uuid(), archiveId: z.uuid() });
const pagesAtOnce = 100;

const pack = jobThread<Parameters<typeof packArchive>, Uint8Array>(
  new URL('./pack-worker.ts', import.meta.url),
  {
    patience: 300_000,
    mostMegabytes: 4096,
    busy: () => new Error('too many archives wait'),
    tooSlow: () => new Error('packing an archive took too long'),
  },
);

/** Background work of the transcript, by name. An export begun again after a crash begins from the first page: it only reads. */
export function transcriptTasks({ database, clock, filesFolder, log }: TranscriptWork): Record<string, Task> {
  return {
    async [archiveTask](payload, { signal }) {
      const { departmentId, archiveId } = payloadShape.parse(payload);
      const settings = systemSettings(departmentId, archiveTask);
      const archive = await database.read(settings, (tx) => selectArchiveOptional(tx, archiveId));
      if (!archive || archive.state === 'done' || archive.state === 'failed') return;
      const ids = await database.read(settings, (tx) => listPagesToKeep(tx, archive));
      const kept: KeptPage[] = [];
      const failed: { name: string; why: string }[] = [];
      for (let from = 0; from < ids.length; from += pagesAtOnce) {
        if (signal.aborted) throw new Error('stopped before the end; it begins again when the program runs');
        await database.write(settings, (tx) => keepArchiveProgress(tx, archiveId, ids.length, kept.length));
        const pages = await database.read(settings, (tx) =>
          listPagesById(tx, ids.slice(from, from + pagesAtOnce)),
        );
        for (const page of pages) {
          try {
            const [pdf, xml] = await Promise.all([
              readFileContent(filesFolder, page.pdfSha256 ?? ''),
              readFileContent(filesFolder, page.xmlSha256 ?? ''),
            ]);
            kept.push({ page, pdf, xml });
          } catch {
            failed.push({ name: page.pupilName, why: 'tệp đã lưu bị mất hoặc hỏng' });
          }
        }
      }
      const head = {
        school: archive.schoolName,
        schoolYear: archive.schoolYear,
        madeAt: clock.now().toISOString(),
        asked: ids.length,
        failed: failed.map(({ why }, at) => ({ name: `trang ${at + 1}`, why })),
      };
      const bytes = await pack([kept, head]);
      const fileSha256 = await storeFile(filesFolder, bytes);
      await database.write(settings, async (tx) => {
        await keepArchiveProgress(tx, archiveId, ids.length, kept.length);
        await endArchive(tx, archiveId, {
          state: 'done',
          made: kept.length,
          failed,
          fileSha256,
          bytes: bytes.length,
          now: clock.now(),
        });
      });
      log(
        'info',
        `${archiveTask} ${archiveId}: ${kept.length} of ${ids.length} pages, ${bytes.length} bytes`,
      );
    },
  };
}
