import type { WriteTx } from '#platform/db';
import {
  type BatchCounts,
  closeImport,
  type ImportBatch,
  lockSchoolImports,
  saveMapping,
} from '../data/imports.ts';
import { peopleErrors } from '../errors.ts';
import { headingsKey } from '../rules/sheets/index.ts';
import { type ImportScope, importKind } from './import-kinds.ts';
import { analyseImport } from './preview-import.ts';

/**
 * Writes what an import says, all of it in this transaction. Judged once more under the lock of the school: when something changed
 * since the preview, nothing is written.
 * @param seen fingerprint of the preview that the person accepts
 * @param leaveOutFaulty rows with faults are left out, and counted
 * @throws Refusal people.importStale, people.importFaulty, people.importEmpty, and those of the kind's own `save`
 */
export async function acceptImport(
  tx: WriteTx,
  scope: ImportScope,
  batch: ImportBatch,
  { seen, leaveOutFaulty }: { seen: string; leaveOutFaulty: boolean },
): Promise<BatchCounts> {
  await lockSchoolImports(tx, scope.unitId);
  const { rows, counts, fingerprint, context } = await analyseImport(tx, scope, batch);
  if (fingerprint !== seen) throw peopleErrors.importStale();
  if (counts.faulty > 0 && !leaveOutFaulty) throw peopleErrors.importFaulty(counts.faulty);
  const written = rows.filter(({ state }) => state === 'new' || state === 'changed');
  if (written.length === 0) throw peopleErrors.importEmpty();
  await importKind(batch.kind).save(tx, scope, written, context);
  const done: BatchCounts = {
    new: counts.new,
    changed: counts.changed,
    unchanged: counts.unchanged,
    leftOut: counts.faulty + counts.skipped,
  };
  await closeImport(tx, batch.id, { state: 'accepted', counts: done, at: scope.now });
  const { unitId, departmentId, now } = scope;
  const key = { unitId, departmentId, kind: batch.kind, headingsKey: headingsKey(batch.headings) };
  await saveMapping(tx, key, batch.mapping.fields, now);
  return done;
}
