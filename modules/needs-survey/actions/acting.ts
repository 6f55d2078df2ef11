import { findOwnSchool } from '#modules/curriculum';
import type { Actor } from '#modules/identity-access';
import { currentSchoolYear, findUnit, type Unit } from '#modules/organisation';
import { type ReadTx, sql } from '#platform/db';
import { needsSurveyErrors } from '../errors.ts';

/** Who acts, and when. */
export interface Acting {
  readonly actor: Actor;
  readonly now: Date;
}

/** The school the person works for, also as one of its teams. Throws Refusal needsSurvey.schoolNeeded when it is none. */
export async function ownSchool(tx: ReadTx, { actor }: Acting): Promise<Unit> {
  const own = actor.unitId ? await findOwnSchool(tx, undefined) : undefined;
  const school = own && (await findUnit(tx, own.id));
  if (!school) throw needsSurveyErrors.schoolNeeded();
  return school;
}

/** The current school year. Throws Refusal needsSurvey.noSchoolYear. */
export async function currentYear(tx: ReadTx): Promise<{ readonly id: string; readonly name: string }> {
  const current = await currentSchoolYear(tx);
  if (!current) throw needsSurveyErrors.noSchoolYear();
  return current;
}

/** The id of the year asked for, else of the current one. Throws Refusal needsSurvey.noSchoolYear. */
export async function yearIdOf(tx: ReadTx, schoolYearId: string | undefined): Promise<string> {
  if (!schoolYearId) return (await currentYear(tx)).id;
  const { rows } = await sql<{
    id: string;
  }>`SELECT id FROM organisation.school_year WHERE id = ${schoolYearId}`.execute(tx);
  if (!rows[0]) throw needsSurveyErrors.noSchoolYear();
  return rows[0].id;
}
