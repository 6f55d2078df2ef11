import type { Actor } from '#modules/identity-access';
import type { WriteTx } from '#platform/db';
import { type Term, type TermKey, writeTerm } from '../data/terms.ts';
import { gradebookErrors } from '../errors.ts';
import { placeToDecide, termOfSchool, type Wanted } from './place.ts';
import { listSheetHeads } from './sheets.ts';

type Of = Wanted & { readonly semester: 1 | 2; readonly version: number };

async function held(tx: WriteTx, actor: Actor, of: Of) {
  const place = await placeToDecide(tx, actor, of);
  const term = await termOfSchool(tx, place, of.semester);
  if (term.version !== of.version) throw gradebookErrors.changedMeanwhile(of, bare(term));
  const key = { unitId: place.school.id, schoolYearId: place.year.id, semester: of.semester };
  return { place, term, key };
}

function bare({ opensOn, closesOn, lockedAt, note, version }: Term): Term {
  return { opensOn, closesOn, lockedAt, note, version };
}

async function written(tx: WriteTx, key: TermKey, term: Parameters<typeof writeTerm>[2]): Promise<Term> {
  const kept = await writeTerm(tx, key, term);
  if (!kept) throw gradebookErrors.changedMeanwhile(term, null);
  return kept;
}

/**
 * Sets when the marks of a semester are entered.
 * @throws Refusal gradebook.badWindow, locked, changedMeanwhile, noSchool, noSchoolYear
 */
export async function setTermWindow(
  tx: WriteTx,
  actor: Actor,
  of: Of & { readonly opensOn: string; readonly closesOn: string },
): Promise<Term> {
  const { place, term, key } = await held(tx, actor, of);
  if (term.lockedAt !== null) throw gradebookErrors.locked();
  const { opensOn, closesOn } = of;
  const problems = [
    ...(opensOn < place.year.startsOn
      ? [{ path: 'opensOn', message: 'Ngày mở trước khi năm học bắt đầu. Hãy chọn ngày khác.' }]
      : []),
    ...(closesOn < opensOn
      ? [{ path: 'closesOn', message: 'Ngày đóng trước ngày mở. Hãy chọn ngày khác.' }]
      : []),
  ];
  if (problems.length > 0) throw gradebookErrors.badWindow(problems);
  return written(tx, key, { opensOn, closesOn, note: term.note, version: of.version, lock: null });
}

/**
 * Locks the marks of a semester. Marks missing or waiting for a make-up stop it, unless a note says why it is locked all the same.
 * @throws Refusal gradebook.notComplete (the sheets), alreadyLocked, changedMeanwhile, noSchool, noSchoolYear
 */
export async function lockTerm(
  tx: WriteTx,
  actor: Actor,
  of: Of & { readonly note?: string | undefined },
  now: Date,
): Promise<Term> {
  const { place, term, key } = await held(tx, actor, of);
  if (term.lockedAt !== null) throw gradebookErrors.alreadyLocked();
  if (!of.note) {
    const short = (await listSheetHeads(tx, place, of.semester)).filter(
      ({ filled, wanted }) => filled < wanted,
    );
    const open = short.reduce((sum, { wanted, filled }) => sum + wanted - filled, 0);
    if (open > 0) {
      throw gradebookErrors.notComplete(
        open,
        short.slice(0, 50).map(({ className, subjectName, wanted, filled, classId, subjectCode }) => ({
          path: `${classId}.${subjectCode}`,
          message: `${className}, ${subjectName}: thiếu ${wanted - filled} ô.`,
        })),
      );
    }
  }
  const { opensOn, closesOn } = term;
  const lock = { at: now, by: actor.accountId };
  return written(tx, key, { opensOn, closesOn, note: of.note ?? null, version: of.version, lock });
}

/**
 * Opens the marks of a semester again, with the reason.
 * @throws Refusal gradebook.notLocked, changedMeanwhile, noSchool, noSchoolYear
 */
export async function unlockTerm(
  tx: WriteTx,
  actor: Actor,
  of: Of & { readonly note: string },
): Promise<Term> {
  const { term, key } = await held(tx, actor, of);
  if (term.lockedAt === null) throw gradebookErrors.notLocked();
  const { opensOn, closesOn } = term;
  return written(tx, key, { opensOn, closesOn, note: of.note, version: of.version, lock: null });
}
