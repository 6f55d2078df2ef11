import { z } from 'zod';
import { registerOfflineCommand, registerOfflineData, type Sides } from '#modules/sync';
import { localDate } from '#platform/clock';
import { saveAbsences } from '../actions/save-absences.ts';
import { saveCells } from '../actions/save-cells.ts';
import * as contract from '../contract.ts';
import { listClassesInReach } from '../data/classes.ts';
import { describeAttendance } from './results.ts';
import { describeSheet, describeSheets } from './sheets.ts';

/** Marks and absences where there is no signal: a cell, or a pupil's day, is a command of its own; neighbours are saved in one statement. */

const mostJoined = 1200;
const changedMeanwhile = ({ yours, current }: Readonly<Record<string, unknown>>): Sides => ({
  mine: yours,
  theirs: current,
});

const cellsInput = z.object({ ...contract.saveCells.params.shape, ...contract.saveCells.body.shape });

registerOfflineCommand({
  name: contract.saveCells.id,
  schema: cellsInput,
  execute: (tx, _actor, { input: { cells, ...key }, now }) => saveCells(tx, key, cells, localDate(now)),
  conflicts: { 'gradebook.cellsChangedMeanwhile': changedMeanwhile },
  join(first, second) {
    const sameSheet =
      first.classId === second.classId &&
      first.subjectCode === second.subjectCode &&
      first.semester === second.semester;
    const taken = new Set(first.cells.map(({ pupilId, place }) => `${pupilId} ${place}`));
    // A cell changed twice stays two changes: each has its place in the history.
    const twice = second.cells.some(({ pupilId, place }) => taken.has(`${pupilId} ${place}`));
    const cells = [...first.cells, ...second.cells];
    return sameSheet && !twice && cells.length <= mostJoined ? { ...first, cells } : undefined;
  },
});

const attendanceInput = z.object({
  ...contract.saveAttendance.params.shape,
  ...contract.saveAttendance.body.shape,
});

registerOfflineCommand({
  name: contract.saveAttendance.id,
  schema: attendanceInput,
  execute: (tx, _actor, { input: { classId, day, pupils }, now }) =>
    saveAbsences(tx, now, classId, day, pupils),
  conflicts: { 'gradebook.changedMeanwhile': changedMeanwhile },
  join(first, second) {
    const taken = new Set(first.pupils.map(({ pupilId }) => pupilId));
    const pupils = [...first.pupils, ...second.pupils];
    const joins =
      first.classId === second.classId &&
      first.day === second.day &&
      !second.pupils.some(({ pupilId }) => taken.has(pupilId)) &&
      pupils.length <= 100;
    return joins ? { ...first, pupils } : undefined;
  },
});

registerOfflineData({
  name: contract.listSheets.id,
  async load(tx, actor, now) {
    if (actor.scope !== 'own') return [];
    return [{ key: 'now', value: await describeSheets(tx, actor, now, {}) }];
  },
});

registerOfflineData({
  name: contract.getSheet.id,
  async load(tx, actor, now) {
    if (actor.scope !== 'own') return [];
    const { sheets, semester } = await describeSheets(tx, actor, now, {});
    const documents = [];
    for (const { classId, subjectCode } of sheets) {
      const value = await describeSheet(tx, actor, now, { classId, subjectCode, semester });
      documents.push({ key: `${classId}/${subjectCode}/${semester}`, value });
    }
    return documents;
  },
});

registerOfflineData({
  name: contract.listMyClasses.id,
  async load(tx, actor) {
    if (actor.scope !== 'own') return [];
    const items = (await listClassesInReach(tx)).map((one) => ({ ...one, results: one.led }));
    return [{ key: 'all', value: { items } }];
  },
});

registerOfflineData({
  name: contract.getAttendance.id,
  async load(tx, actor, now) {
    if (actor.scope !== 'own') return [];
    const documents = [];
    for (const { id: classId } of await listClassesInReach(tx)) {
      const value = await describeAttendance(tx, actor, { classId, day: localDate(now) });
      // For the days to come the roster: what was entered meanwhile by others is told when it arrives.
      const roster = { ...value, rows: value.rows.map((row) => ({ ...row, absences: [] })) };
      documents.push({ key: `${classId}/${value.day}`, value }, { key: `${classId}/any`, value: roster });
    }
    return documents;
  },
});
