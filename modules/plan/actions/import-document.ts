import { createHash } from 'node:crypto';
import { v7 as uuidv7 } from 'uuid';
import type { WriteTx } from '#platform/db';
import {
  insertDraft,
  listDuties,
  type NewDuty,
  selectDocumentOptional,
  selectInForceOptional,
  selectSameSourceOptional,
} from '../data/documents.ts';
import { type SchoolYearRow, selectSchoolYearOptional } from '../data/school-years.ts';
import { readPlanFile } from '../documents/read-plan.ts';
import { planErrors } from '../errors.ts';
import { draftParagraphs, evidenceOf, itemCode, responsibleCodes } from '../rules/draft-rows.ts';
import { matchLineages } from '../rules/lineage.ts';
import { listSourceParagraphs, type PlanDraft, summarisePlan } from '../rules/reader/index.ts';
import { firstYearOf, moveIntoYear, schoolYearName } from '../rules/school-year.ts';
import type { Acting } from './acting.ts';

export interface ImportAnswer {
  readonly documentId: string;
  readonly report: ReturnType<typeof summarisePlan>;
  /** The same bytes are already a draft: nothing was written again. */
  readonly alreadyImported: boolean;
}

/**
 * Reads a plan document (.docx, .txt, .md; at most 20 MB) into a draft with every paragraph accounted for.
 * When a plan of the unit and year is in force (else with `revisionOf`), duties keep their lineage so that progress is kept
 * when the new revision is published.
 * The school year is the one chosen, else the one the text names, else the current one.
 * Refuses unreadable sources (`plan.unreadableSource`) and years the department does not have.
 */
export async function importDocument(
  tx: WriteTx,
  { actor, now }: Acting,
  input: {
    bytes: Uint8Array;
    fileName: string;
    revisionOf?: string | undefined;
    /** '2025-2026'; absent: as the text says. */
    schoolYear?: string | undefined;
  },
): Promise<ImportAnswer> {
  const { unitId } = actor;
  if (!unitId) throw planErrors.noDivision();
  const sha256 = createHash('sha256').update(input.bytes).digest('hex');
  const known = await selectSameSourceOptional(tx, unitId, sha256, input.schoolYear);
  if (known) {
    return { documentId: known.id, report: known.report as ImportAnswer['report'], alreadyImported: true };
  }

  const expected = await selectSchoolYearOptional(
    tx,
    input.schoolYear === undefined ? { current: true } : { name: input.schoolYear },
  );
  if (input.schoolYear !== undefined && !expected) throw planErrors.noSchoolYear(input.schoolYear);
  const reading = await readPlanFile(
    input.bytes,
    input.fileName,
    expected ? firstYearOf(expected.name) : null,
  );
  if ('problem' in reading) throw planErrors.unreadableSource(reading.problem);
  const { source, draft } = reading;
  if (draft.unaccounted.length > 0) throw planErrors.unaccountedParagraphs(draft.unaccounted.length);
  if (draft.items.length === 0) throw planErrors.nothingRead();
  const report = summarisePlan(draft);
  const named = draft.facts.schoolYearStart ? schoolYearName(draft.facts.schoolYearStart) : undefined;
  const year =
    named === undefined || input.schoolYear !== undefined
      ? expected
      : await selectSchoolYearOptional(tx, { name: named });
  if (!year) throw planErrors.noSchoolYear(named ?? 'hiện tại');

  const amended = input.revisionOf ? await selectDocumentOptional(tx, input.revisionOf) : undefined;
  if (input.revisionOf && !amended) throw planErrors.documentNotFound();
  // Work lies with the plan in force, so that is what an amended plan goes on from, whichever document it was called a revision of.
  const inForce = await selectInForceOptional(tx, unitId, year.id);
  const basis =
    inForce ?? (amended?.unitId === unitId && amended.schoolYearId === year.id ? amended : undefined);

  const duties = newDuties(draft, year);
  const lineages = basis ? matchLineages(await listDuties(tx, basis.id), duties) : new Map<string, string>();
  const documentId = uuidv7();
  await insertDraft(
    tx,
    {
      id: documentId,
      departmentId: actor.departmentId,
      unitId,
      schoolYearId: year.id,
      title: draft.facts.title ?? input.fileName.replace(/\.[^.]+$/, ''),
      place: draft.facts.place,
      signedOn: draft.facts.signedOn,
      signatoryPosition: draft.facts.signatoryPosition,
      revision: basis ? basis.revision + 1 : 1,
      previousId: basis?.id ?? null,
      sourceName: input.fileName,
      sourceSha256: sha256,
      report,
      importedBy: actor.accountId,
      importedAt: now,
    },
    draftParagraphs(draft, listSourceParagraphs(source)),
    duties.map((duty) => ({ ...duty, lineageId: lineages.get(duty.id) ?? duty.lineageId })),
  );
  return { documentId, report, alreadyImported: false };
}

function newDuties(draft: PlanDraft, year: SchoolYearRow): NewDuty[] {
  const read = draft.facts.schoolYearStart;
  // The frame of the year the text names is not known when that year is not the chosen one; its months are.
  const from = read === null ? year : { ...year, name: schoolYearName(read) };
  const idOfOrdinal = new Map(draft.items.map((item) => [item.ordinal, uuidv7()]));
  const counts = { text: 0, calendar: 0 };
  const solutionsOf = new Map<number, string[]>();
  for (const item of draft.items) {
    for (const solved of item.solvesOrdinals) {
      solutionsOf.set(solved, [...(solutionsOf.get(solved) ?? []), idOfOrdinal.get(item.ordinal) ?? '']);
    }
  }
  return draft.items.map((item, position) => {
    const id = idOfOrdinal.get(item.ordinal) ?? '';
    const number = item.kind === 'calendarEntry' ? ++counts.calendar : ++counts.text;
    const { kind, spec } = evidenceOf(item);
    const startsOn = item.window.startsOn ?? year.startsOn;
    const dueOn = item.window.endsOn ?? year.endsOn;
    const window = moveIntoYear({ startsOn: [startsOn, dueOn].sort()[0] ?? startsOn, dueOn }, from, year);
    return {
      id,
      lineageId: id,
      position,
      code: itemCode(item, number),
      kind: item.kind,
      title: item.title,
      body: item.text,
      sectionPath: item.sectionPath,
      level: item.level,
      responsible: responsibleCodes(item.responsible),
      ...window,
      definitionOfDone: item.evidence.definitionOfDone,
      evidenceKind: kind,
      evidenceSpec: spec,
      paragraphOrdinals: item.paragraphOrdinals,
      solutionIds: solutionsOf.get(item.ordinal) ?? [],
    };
  });
}
