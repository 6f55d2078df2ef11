import { type Actor, bind } from '#modules/identity-access';
import { localDate } from '#platform/clock';
import type { ReadTx } from '#platform/db';
import type { AnyRoute } from '#platform/http';
import { removeObservation, saveObservation } from '../actions/observations.ts';
import { isHead, placeOf, weekOf } from '../actions/place.ts';
import * as contract from '../contract.ts';
import { listObservations } from '../data/observations.ts';
import { listStaffNames, selectMeOptional } from '../data/place.ts';
import { listSlots } from '../data/slots.ts';
import { mayOf, subjectNames } from './shapes.ts';

/** Own notes, notes shared with the person, and the lessons of colleagues this week that may be observed. */
export async function describeObservations(
  tx: ReadTx,
  actor: Actor,
  now: Date,
  query: { schoolYear?: string | undefined },
) {
  const place = await placeOf(tx, query);
  const today = localDate(now);
  const week = weekOf(place.year.weeks, today);
  const [items, me, slots] = await Promise.all([
    listObservations(tx, place.year.id),
    selectMeOptional(tx),
    listSlots(tx, place, { fromDay: week.startsOn, toDay: week.endsOn }, {}),
  ]);
  const people = await listStaffNames(tx, [...new Set(slots.flatMap(({ staffIds }) => staffIds))]);
  // A teacher sits in on lessons of the own team; whoever heads the school, on all.
  const near = people.filter(({ teamId }) => isHead(actor) || teamId === null || teamId === me?.unitId);
  const staff = new Map(near.map(({ id, name }) => [id, name]));
  const nameOf = subjectNames(place.year.name);
  return {
    items: items.map((one) => ({
      ...one,
      subjectName: one.subjectCode ? nameOf(one.subjectCode) : '',
      shared: one.sharedAt !== null,
    })),
    lessons: slots.flatMap(
      ({ classId, className, day, half, period, staffIds, subjectCode, event, change }) =>
        change === 'cancelled' || change === 'madeUp' || event !== null
          ? []
          : staffIds
              .filter((id) => id !== me?.staffId && staff.has(id))
              .map((staffId) => ({
                ...{ classId, className, day, half, period, staffId, subjectCode },
                staffName: staff.get(staffId) ?? '',
                subjectName: subjectCode ? nameOf(subjectCode) : '',
              })),
    ),
    may: mayOf(actor.role, ['lessons.saveObservation', 'lessons.removeObservation']),
  };
}

/** Notes from sitting in on lessons. */
export const observationRoutes: AnyRoute[] = [
  bind(contract.listObservations, ({ tx, actor, now, query }) => describeObservations(tx, actor, now, query)),
  bind(contract.saveObservation, ({ tx, actor, now, params, body }) =>
    saveObservation(tx, { actor, now }, params.observationId, body),
  ),
  bind(contract.removeObservation, async ({ tx, params }) => {
    await removeObservation(tx, params.observationId);
    return undefined;
  }),
];
