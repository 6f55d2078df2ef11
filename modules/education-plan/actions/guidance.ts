import { v7 as uuidv7 } from 'uuid';
import type { Actor } from '#modules/identity-access';
import type { ReadTx, WriteTx } from '#platform/db';
import {
  type Guidance,
  markGuidancePublished,
  selectGuidanceOptional,
  upsertGuidance,
} from '../data/guidance.ts';
import { educationPlanErrors } from '../errors.ts';
import { frameSections, type SectionRow } from '../rules/index.ts';
import { type Acting, readYear } from './acting.ts';

type Shown = Omit<Guidance, 'id'> & { readonly id: string | null };

/** The unit that guides: the department for its people, else the own commune. */
function guidingUnit(actor: Actor): string {
  if (actor.scope === 'department') return actor.departmentId;
  if (!actor.unitId) throw educationPlanErrors.guidanceEmpty();
  return actor.unitId;
}

/** Guidance of the own unit for a year; nothing written yet: the frame of the system to start from. */
export async function readGuidance(tx: ReadTx, actor: Actor, schoolYear: string | undefined): Promise<Shown> {
  const year = await readYear(tx, schoolYear);
  return (
    (await selectGuidanceOptional(tx, guidingUnit(actor), year.id)) ?? {
      id: null,
      title: `Hướng dẫn xây dựng kế hoạch giáo dục nhà trường năm học ${year.name}`,
      body: '',
      publishBy: null,
      sections: frameSections().map((section) => ({ ...section })),
      publishedAt: null,
      version: 0,
    }
  );
}

export async function saveGuidance(
  tx: WriteTx,
  { actor }: Acting,
  input: {
    schoolYear?: string | undefined;
    version: number;
    title: string;
    body: string;
    publishBy: string | null;
    sections: SectionRow[];
  },
): Promise<Shown> {
  const year = await readYear(tx, input.schoolYear);
  const unitId = guidingUnit(actor);
  const saved = await upsertGuidance(tx, {
    ...input,
    id: uuidv7(),
    unitId,
    departmentId: actor.departmentId,
    schoolYearId: year.id,
  });
  const current = await selectGuidanceOptional(tx, unitId, year.id);
  if (!saved || !current) throw educationPlanErrors.changedMeanwhile(input, current);
  return current;
}

/** Schools see it from now on, and drafts begin with its texts. */
export async function publishGuidance(
  tx: WriteTx,
  { actor, now }: Acting,
  input: { schoolYear?: string | undefined; version: number },
): Promise<Shown> {
  const year = await readYear(tx, input.schoolYear);
  const unitId = guidingUnit(actor);
  const guidance = await selectGuidanceOptional(tx, unitId, year.id);
  if (!guidance) throw educationPlanErrors.guidanceEmpty();
  if (!(await markGuidancePublished(tx, { id: guidance.id, version: input.version }, now))) {
    throw educationPlanErrors.changedMeanwhile({ version: input.version }, guidance);
  }
  return (await selectGuidanceOptional(tx, unitId, year.id))!;
}
