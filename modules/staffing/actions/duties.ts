import { v7 as uuidv7 } from 'uuid';
import type { Actor } from '#modules/identity-access';
import { localDate } from '#platform/clock';
import type { WriteTx } from '#platform/db';
import {
  type Duty,
  deleteDuty as erase,
  insertDuty,
  selectDutyOptional,
  updateDuty as store,
} from '../data/duties.ts';
import { loadGrounds } from '../data/ground.ts';
import { touchPlan } from '../data/plans.ts';
import { staffingErrors } from '../errors.ts';
import { type DutyKind, dutyProblems } from '../rules/index.ts';
import { groundOf, mayWriteFor, type Wanted } from './place.ts';

interface DutyInput {
  readonly periods: number;
  readonly paid: boolean;
  readonly note: string | null;
}

/**
 * Gives a person of the school a duty beside teaching.
 * @throws Refusal staffing.badDuty (more than two at once, STF-29), dutyHeldAlready, staffNotFound, schoolOutOfReach
 */
export async function createDuty(
  tx: WriteTx,
  actor: Actor,
  input: Wanted & DutyInput & { readonly staffId: string; readonly kind: DutyKind },
  now: Date,
): Promise<Duty> {
  const { year, ground } = await groundOf(tx, input, localDate(now));
  const { school } = ground;
  if (!(await mayWriteFor(tx, actor, school.id))) throw staffingErrors.schoolOutOfReach();
  const place = { unitId: school.id, departmentId: school.departmentId, schoolYearId: year.id };
  // Held before the duties are counted: two people at once would each see room for one more.
  await touchPlan(tx, { ...place, now });
  const [held] = await loadGrounds(tx, [school.id], year);
  const person = held?.teachers.find(({ id, postedFrom }) => id === input.staffId && postedFrom === null);
  if (!person) throw staffingErrors.staffNotFound();
  if (person.duties.some(({ kind }) => kind === input.kind)) throw staffingErrors.dutyHeldAlready();
  const problems = dutyProblems(person, input);
  if (problems.length > 0) throw staffingErrors.badDuty(problems);
  const { staffId, kind, periods, paid, note } = input;
  const duty = await insertDuty(tx, {
    id: uuidv7(),
    ...place,
    staffId,
    kind,
    periods,
    paid,
    note,
    version: 1,
  });
  if (!duty) throw staffingErrors.dutyHeldAlready();
  return duty;
}

/**
 * Changes what a duty takes off, whether it is paid, and the note.
 * @throws Refusal staffing.dutyNotFound, badDuty, dutyChangedMeanwhile (both texts)
 */
export async function updateDuty(
  tx: WriteTx,
  dutyId: string,
  change: DutyInput & { readonly version: number },
  now: Date,
): Promise<Duty> {
  const current = await selectDutyOptional(tx, dutyId);
  if (!current) throw staffingErrors.dutyNotFound();
  const next = { ...current, ...change };
  const problems = dutyProblems({ homerooms: [], duties: [] }, next);
  if (problems.length > 0) throw staffingErrors.badDuty(problems);
  const saved = await store(tx, next);
  if (!saved) throw staffingErrors.dutyChangedMeanwhile(next, await selectDutyOptional(tx, dutyId));
  await touchPlan(tx, { ...current, now });
  return saved;
}

/** @throws Refusal staffing.dutyNotFound, dutyChangedMeanwhile */
export async function deleteDuty(tx: WriteTx, dutyId: string, version: number, now: Date): Promise<void> {
  const current = await selectDutyOptional(tx, dutyId);
  if (!current) throw staffingErrors.dutyNotFound();
  if (!(await erase(tx, dutyId, version))) throw staffingErrors.dutyChangedMeanwhile(null, current);
  await touchPlan(tx, { ...current, now });
}
