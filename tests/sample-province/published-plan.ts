import { readFile } from 'node:fs/promises';
import { actAs } from '#modules/identity-access';
import { importDocument, publishDocument } from '#modules/plan';
import { openDatabase } from '#platform/db';
import type { Seed } from '#tests/harness/database.ts';
import { demoProvinceSeed } from './seed.ts';

const examplePlan = new URL('../../reference-data/plans/ke-hoach-2025-2026.docx', import.meta.url);
const now = new Date('2025-08-04T08:00:00+07:00');
const head = 'truongphong';

/** The demo province in which the worked example was published on 4 August 2025, as its author would. */
export const publishedPlanSeed: Seed = {
  name: 'published_plan',
  async load(urls) {
    await demoProvinceSeed.load(urls);
    const file = { bytes: await readFile(examplePlan), fileName: 'ke-hoach-2025-2026.docx' };
    const database = openDatabase(urls.runtimeUrl, { maxConnections: 1 });
    try {
      const { documentId } = await actAs(
        database,
        { username: head, operationId: 'plan.importDocument', now },
        (tx, actor) => importDocument(tx, { actor, now }, file),
      );
      await actAs(database, { username: head, operationId: 'plan.publishDocument', now }, (tx, actor) =>
        publishDocument(tx, { actor, now }, documentId, 1),
      );
    } finally {
      await database.close();
    }
  },
};
