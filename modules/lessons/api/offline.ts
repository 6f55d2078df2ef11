import { z } from 'zod';
import { registerOfflineCommand, registerOfflineData, type Sides } from '#modules/sync';
import { localDate } from '#platform/clock';
import { saveObservation } from '../actions/observations.ts';
import { weekOf } from '../actions/place.ts';
import { readMyWeek } from '../actions/read-week.ts';
import { saveEntry } from '../actions/save-entry.ts';
import * as contract from '../contract.ts';
import { myWeekShape } from './log.ts';
import { describeObservations } from './observations.ts';

/** The lesson log and notes of observed lessons where there is no signal: a line is a command, and so is a note. */

const changedMeanwhile = ({ yours, current }: Readonly<Record<string, unknown>>): Sides => ({
  mine: yours,
  theirs: current,
});

registerOfflineCommand({
  name: contract.saveEntry.id,
  schema: contract.saveEntry.body,
  execute: (tx, actor, { input, now, madeAt }) => saveEntry(tx, { actor, now }, input, madeAt),
  conflicts: { 'lessons.entryChangedMeanwhile': changedMeanwhile },
});

const observationInput = z.object({
  ...contract.saveObservation.params.shape,
  ...contract.saveObservation.body.shape,
});

registerOfflineCommand({
  name: contract.saveObservation.id,
  schema: observationInput,
  execute: (tx, actor, { input: { observationId, ...input }, now }) =>
    saveObservation(tx, { actor, now }, observationId, input),
  conflicts: { 'lessons.observationChangedMeanwhile': changedMeanwhile },
});

/** This week and those beside it: a device holds on for up to 14 days. Who is away from the class is told by attendance itself. */
registerOfflineData({
  name: contract.getMyWeek.id,
  async load(tx, actor, now) {
    if (!['teacher', 'homeroomTeacher'].includes(actor.role ?? '')) return [];
    const current = await readMyWeek(tx, now);
    const documents = [{ key: 'now', value: myWeekShape(actor, current) }];
    const here = weekOf(current.weeks, localDate(now)).number;
    for (const number of [here - 1, here, here + 1, here + 2]) {
      if (!current.weeks.some((week) => week.number === number)) continue;
      const found = number === current.week.number ? current : await readMyWeek(tx, now, number);
      documents.push({ key: String(number), value: myWeekShape(actor, found) });
    }
    return documents;
  },
});

registerOfflineData({
  name: contract.listObservations.id,
  async load(tx, actor, now) {
    if (!['teacher', 'homeroomTeacher'].includes(actor.role ?? '')) return [];
    return [{ key: 'now', value: await describeObservations(tx, actor, now, {}) }];
  },
});
