import type { Actor } from '#modules/identity-access';
import { tellPersons } from '#modules/plan';
import { localDate } from '#platform/clock';
import type { WriteTx } from '#platform/db';
import { printedDay } from '../rules/index.ts';
import { placeToDecide, termOfSchool, type Wanted } from './place.ts';
import { listSheetHeads, type SheetHead } from './sheets.ts';

/**
 * Tells every teacher whose sheets of a semester are not complete which they are; once a day.
 * @throws Refusal gradebook.noSchool, noSchoolYear
 */
export async function remindTeachers(
  tx: WriteTx,
  { actor, now }: { readonly actor: Actor; readonly now: Date },
  of: Wanted & { readonly semester: 1 | 2 },
): Promise<{ told: number; unreached: number }> {
  const place = await placeToDecide(tx, actor, of);
  const term = await termOfSchool(tx, place, of.semester);
  const short = (await listSheetHeads(tx, place, of.semester)).filter(
    ({ filled, wanted }) => filled < wanted,
  );
  const byAccount = new Map<string, SheetHead[]>();
  for (const head of short)
    for (const account of head.accounts) byAccount.set(account, [...(byAccount.get(account) ?? []), head]);
  for (const [accountId, heads] of byAccount) {
    await tellPersons(tx, actor.departmentId, [accountId], {
      kind: 'gradebook.remind',
      title: `Còn ${heads.length} sổ điểm học kì ${of.semester === 1 ? 'I' : 'II'} chưa nhập đủ`,
      body: `${heads
        .slice(0, 10)
        .map(
          ({ className, subjectName, wanted, filled }) =>
            `${className} ${subjectName}: thiếu ${wanted - filled} ô`,
        )
        .join('; ')}. Hạn nhập: ${printedDay(term.closesOn)}.`,
      link: '/so-diem',
      now,
      onceKey: `gradebook.remind:${of.semester}:${localDate(now)}`,
    });
  }
  return { told: byAccount.size, unreached: short.filter(({ accounts }) => accounts.length === 0).length };
}
