import { tellPersons } from '#modules/plan';
import { localDate } from '#platform/clock';
import type { WriteTx } from '#platform/db';
import { formatDate } from '#platform/i18n';
import type { ObservationInput } from '../contract.ts';
import {
  deleteObservation,
  type Observation,
  selectObservationOptional,
  upsertObservation,
} from '../data/observations.ts';
import { listStaffNames, selectMeOptional } from '../data/place.ts';
import { lessonErrors } from '../errors.ts';
import { type Acting, placeOfClass } from './place.ts';

function shown({ title, notes, advice }: Pick<Observation, 'title' | 'notes' | 'advice'>, version: number) {
  return { title, notes, advice, version };
}

/**
 * Keeps notes of a lesson somebody sat in on, under an id that the observer's device made. Shared, the teacher observed is told and reads
 * them; until then they are the observer's alone.
 * @throws Refusal lessons.classNotFound, ownLesson, notYetHeld, observationNotFound, observationChangedMeanwhile
 */
export async function saveObservation(
  tx: WriteTx,
  { actor, now }: Acting,
  id: string,
  input: ObservationInput,
): Promise<{ id: string; version: number }> {
  const [{ schoolClass }, me, before, [observed]] = await Promise.all([
    placeOfClass(tx, input.classId),
    selectMeOptional(tx),
    selectObservationOptional(tx, id),
    listStaffNames(tx, [input.staffId]),
  ]);
  if (input.day > localDate(now)) throw lessonErrors.notYetHeld();
  if (me?.staffId === input.staffId) throw lessonErrors.ownLesson();
  if (!observed || (before && !before.mine)) throw lessonErrors.observationNotFound();
  const saved = await upsertObservation(
    tx,
    {
      ...input,
      id,
      unitId: schoolClass.unitId,
      departmentId: schoolClass.departmentId,
      schoolYearId: schoolClass.schoolYearId,
      accountId: actor.accountId,
      now,
    },
    input.was,
  );
  if (!saved) {
    const current = await selectObservationOptional(tx, id);
    throw lessonErrors.observationChangedMeanwhile(
      shown(input, input.was),
      current ? shown(current, current.version) : { version: 0 },
    );
  }
  if (input.shared && !before?.sharedAt && observed.accountId) {
    await tellPersons(tx, actor.departmentId, [observed.accountId], {
      kind: 'lessons.observed',
      title: `Có phiếu dự giờ: ${input.title}`,
      body: `Lớp ${schoolClass.name}, ngày ${formatDate(input.day)}.`,
      link: '/du-gio',
      now,
      onceKey: `lessons.observed:${id}`,
    });
  }
  return { id, ...saved };
}

/** Removes own notes that were not shared. @throws Refusal lessons.observationNotFound */
export async function removeObservation(tx: WriteTx, id: string): Promise<void> {
  const found = await selectObservationOptional(tx, id);
  if (!found?.mine || found.sharedAt) throw lessonErrors.observationNotFound();
  await deleteObservation(tx, id);
}
