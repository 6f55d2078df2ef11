import type { WriteTx } from '#platform/db';
import { insertFindingFile } from '../data/findings.ts';
import type { Acting } from './acting.ts';
import { lockFinding } from './inspection-step.ts';
import { type KeptFile, keepFile } from './keep-file.ts';

/** The inspected unit adds a file that shows what it has mended. */
export async function attachFindingFile(
  tx: WriteTx,
  acting: Acting,
  filesFolder: string,
  findingId: string,
  file: { readonly fileName: string; readonly bytes: Uint8Array },
): Promise<KeptFile> {
  const row = await lockFinding(tx, acting, findingId, 'plan.attachFindingFile');
  const kept = await keepFile(tx, acting, filesFolder, row.unitId, file);
  await insertFindingFile(tx, findingId, kept.id);
  return kept;
}
