import { accountNames } from '#modules/identity-access';
import type { ReadTx } from '#platform/db';
import { listMarksChanges, type SheetKey, type StoredMarks } from '../data/sheets.ts';
import { gradebookErrors } from '../errors.ts';
import { cellOf, cellText, type Judged, type Place } from '../rules/index.ts';
import { openSheet } from './sheet.ts';

export interface CellEntry {
  readonly at: string;
  readonly by: string | null;
  readonly before: string;
  readonly after: string;
  readonly reason: string | null;
}

function textOf(judged: Judged, marks: StoredMarks | null, place: Place | 'comment'): string {
  if (marks === null) return '';
  return place === 'comment' ? (marks.comment ?? '') : cellText(judged, cellOf(marks, place));
}

/**
 * What stood in a cell before, newest first: former value, author, time, reason.
 * @throws Refusal gradebook.noSheet, pupilNotHere
 */
export async function cellHistory(
  tx: ReadTx,
  key: SheetKey,
  { pupilId, place }: { pupilId: string; place: Place | 'comment' },
  today: string,
): Promise<CellEntry[]> {
  const sheet = await openSheet(tx, key, today);
  const row = sheet.rows.find((one) => one.pupilId === pupilId);
  if (!row) throw gradebookErrors.pupilNotHere();
  if (row.marksId === null) return [];
  const { judged } = sheet.subject;
  const entries = (await listMarksChanges(tx, row.marksId)).flatMap((change) => {
    const [before, after] = [textOf(judged, change.before, place), textOf(judged, change.after, place)];
    return before === after
      ? []
      : [{ at: change.at, accountId: change.accountId, before, after, reason: change.after?.reason ?? null }];
  });
  const names = await accountNames(
    tx,
    entries.flatMap(({ accountId }) => (accountId ? [accountId] : [])),
  );
  return entries
    .map(({ accountId, ...entry }) => ({ ...entry, by: accountId ? (names.get(accountId) ?? null) : null }))
    .reverse();
}
