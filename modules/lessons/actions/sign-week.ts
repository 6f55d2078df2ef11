import type { WriteTx } from '#platform/db';
import { formatDate } from '#platform/i18n';
import { deleteSignatures, upsertSignature } from '../data/signatures.ts';
import { lessonErrors } from '../errors.ts';
import { fillWeek } from '../rules/index.ts';
import type { Acting } from './place.ts';
import { readClassWeek, signPart } from './read-week.ts';

/**
 * Signs a week of the log of a class, once its last lesson day has come: in the homeroom teacher's part, or for the school, which closes the
 * week. Periods not written are counted into the signature and need a remark.
 * @throws Refusal lessons.classNotFound, mayNotSign, weekNotOver, signNoteNeeded
 */
export async function signWeek(
  tx: WriteTx,
  { actor, now }: Acting,
  classId: string,
  number: number,
  note: string,
): Promise<{ part: 'homeroom' | 'principal' }> {
  const { schoolClass, week, today, ...rows } = await readClassWeek(tx, now, classId, number);
  const part = signPart(actor, schoolClass);
  if (!part) throw lessonErrors.mayNotSign();
  const lines = fillWeek(rows.planned, rows.entries, { ...rows, today });
  const last = lines.findLast(({ state }) => state === 'ahead');
  if (last) throw lessonErrors.weekNotOver(formatDate(last.slot.day));
  const missing = lines.filter(({ state }) => state === 'due').length;
  if (missing > 0 && note === '') throw lessonErrors.signNoteNeeded(missing);
  await upsertSignature(tx, schoolClass, {
    week: week.number,
    part,
    accountId: actor.accountId,
    now,
    missing,
    note,
  });
  return { part };
}

/** Opens a signed week again, with the reason: the own signature, and for the school all of them. @throws Refusal lessons.classNotFound, mayNotSign, weekNotSigned, weekSigned */
export async function unsignWeek(
  tx: WriteTx,
  { actor, now }: Acting,
  classId: string,
  number: number,
  reason: string,
): Promise<{ part: 'homeroom' | 'principal' }> {
  const { schoolClass, week, signatures } = await readClassWeek(tx, now, classId, number);
  const part = signPart(actor, schoolClass);
  if (!part) throw lessonErrors.mayNotSign();
  if (part === 'homeroom' && signatures.some((one) => one.part === 'principal'))
    throw lessonErrors.weekSigned();
  const parts = part === 'principal' ? (['homeroom', 'principal'] as const) : (['homeroom'] as const);
  const taken = await deleteSignatures(tx, schoolClass, { week: week.number, parts, reason });
  if (taken === 0) throw lessonErrors.weekNotSigned();
  return { part };
}
