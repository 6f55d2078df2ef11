import type { Actor } from '#modules/identity-access';
import { localDate } from '#platform/clock';
import type { WriteTx } from '#platform/db';
import { decideCorrectionRow, holdCorrectionOptional, insertCorrection } from '../data/corrections.ts';
import { type SheetKey, writeMarks } from '../data/sheets.ts';
import { gradebookErrors } from '../errors.ts';
import { cellOf, cellText, type Place, placeName, readCell, withCell } from '../rules/index.ts';
import { writableRow } from './save-cells.ts';
import { openSheet } from './sheet.ts';

interface Acting {
  readonly actor: Actor;
  readonly now: Date;
}

/**
 * Asks for a change of a mark after the lock.
 * @throws Refusal gradebook.noSheet, notAssigned, notLocked, pupilNotHere, badCells, cellsChangedMeanwhile, correctionOpen
 */
export async function askCorrection(
  tx: WriteTx,
  { actor, now }: Acting,
  key: SheetKey,
  asked: { pupilId: string; place: Place; was: string; value: string; reason: string },
): Promise<{ id: string }> {
  const sheet = await openSheet(tx, key, localDate(now));
  const { ground, subject } = sheet;
  const row = writableRow(sheet, asked.pupilId, asked.place);
  if (sheet.state !== 'locked') throw gradebookErrors.notLocked();
  if (!row) throw gradebookErrors.pupilNotHere();
  const at = `${row.name}, ${placeName(asked.place)}`;
  const wanted = readCell(subject.judged, asked.value);
  if ('fault' in wanted) {
    throw gradebookErrors.badCells([{ path: 'value', message: `${at}: ${wanted.fault}` }]);
  }
  if (!sheet.wanted.includes(asked.place)) {
    throw gradebookErrors.badCells([{ path: 'place', message: `${at}: môn này không có cột điểm đó.` }]);
  }
  const current = cellOf(row, asked.place);
  const shown = cellText(subject.judged, current);
  if (shown !== asked.was) {
    throw gradebookErrors.cellsChangedMeanwhile(
      [{ pupilId: asked.pupilId, place: asked.place, value: asked.value }],
      [{ pupilId: asked.pupilId, place: asked.place, value: shown }],
    );
  }
  if (current === wanted.value) {
    throw gradebookErrors.badCells([
      { path: 'value', message: `${at}: điểm đề nghị trùng với điểm đang có.` },
    ]);
  }
  const id = await insertCorrection(
    tx,
    ground,
    key,
    {
      pupilId: asked.pupilId,
      place: asked.place,
      from: current,
      to: wanted.value,
      reason: asked.reason,
    },
    { accountId: actor.accountId, now },
  );
  if (id === undefined) throw gradebookErrors.correctionOpen();
  return { id };
}

/**
 * The principal's word on a correction: approved, the mark changes with the reason; refused, it stays.
 * @throws Refusal gradebook.correctionNotFound, correctionDecided, correctionStale, noSheet, pupilNotHere
 */
export async function decideCorrection(
  tx: WriteTx,
  { actor, now }: Acting,
  correctionId: string,
  decision: { approve: boolean; note?: string | undefined; version: number },
): Promise<{ state: 'approved' | 'refused' }> {
  const correction = await holdCorrectionOptional(tx, correctionId);
  if (!correction) throw gradebookErrors.correctionNotFound();
  if (correction.state !== 'asked' || correction.version !== decision.version) {
    throw gradebookErrors.correctionDecided();
  }
  const state = decision.approve ? 'approved' : 'refused';
  if (decision.approve) {
    const { classId, subjectCode, semester, place, reason } = correction;
    const key: SheetKey = { classId, subjectCode, semester };
    const { rows, subject, ground } = await openSheet(tx, key, localDate(now));
    const row = rows.find(({ pupilId }) => pupilId === correction.pupilId);
    if (!row) throw gradebookErrors.pupilNotHere();
    const current = cellOf(row, place);
    const text = (value: number | null) => cellText(subject.judged, value);
    if (current !== correction.from) {
      throw gradebookErrors.correctionStale(text(correction.from), text(current));
    }
    const changed = { ...row, ...withCell(row, place, correction.to) };
    const written = await writeMarks(tx, ground, { ...key, judged: subject.judged }, [changed], reason);
    if (written.size === 0) throw gradebookErrors.correctionStale(text(correction.from), text(current));
  }
  await decideCorrectionRow(tx, correctionId, {
    state,
    note: decision.note ?? null,
    accountId: actor.accountId,
    now,
  });
  return { state };
}
