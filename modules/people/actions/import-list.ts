import type { Actor } from '#modules/identity-access';
import { findUnit } from '#modules/organisation';
import type { WriteTx } from '#platform/db';
import { selectImportOptional } from '../data/imports.ts';
import { peopleErrors } from '../errors.ts';
import type { PlacedFinding, SheetKindName } from '../rules/sheets/index.ts';
import { acceptImport } from './accept-import.ts';
import { importScope } from './import-kinds.ts';
import { discardImport } from './mend-import.ts';
import { analyseImport, type ImportCounts } from './preview-import.ts';
import { type ImportedFile, startImport } from './start-import.ts';

/** What an import from the command line did, or would do. */
export interface ListImport {
  readonly counts: ImportCounts;
  readonly faults: readonly Pick<
    PlacedFinding,
    'cell' | 'severity' | 'code' | 'message' | 'remedy' | 'proposal'
  >[];
  readonly written: boolean;
}

/**
 * Imports a whole file at once: nothing is written while a row is at fault, or with `dryRun`.
 * @param input.school code of the school, which must be the person's own
 * @throws Refusal people.schoolNeeded and those of startImport and acceptImport
 */
export async function importList(
  tx: WriteTx,
  asking: { actor: Actor; now: Date },
  input: { school: string; kind: SheetKindName; file: ImportedFile; dryRun: boolean },
): Promise<ListImport> {
  const scope = await importScope(tx, asking, undefined);
  const school = await findUnit(tx, scope.unitId);
  if (school?.code !== input.school) throw peopleErrors.otherSchool(input.school);
  const { id } = await startImport(tx, scope, input.kind, input.file);
  const batch = (await selectImportOptional(tx, id, 'lock'))!;
  const { counts, rows, fingerprint } = await analyseImport(tx, scope, batch);
  const faults = rows.flatMap(({ findings }) =>
    findings.map(({ cell, severity, code, message, remedy, proposal }) => ({
      cell,
      severity,
      code,
      message,
      remedy,
      proposal,
    })),
  );
  // What stands in the way is read first.
  faults.sort((left, right) => Number(left.severity === 'warn') - Number(right.severity === 'warn'));
  const written = !input.dryRun && counts.faulty === 0 && counts.new + counts.changed > 0;
  if (written) await acceptImport(tx, scope, batch, { seen: fingerprint, leaveOutFaulty: false });
  else await discardImport(tx, batch, asking.now);
  return { counts, faults, written };
}
