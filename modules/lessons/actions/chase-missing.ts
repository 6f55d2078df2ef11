import { settingsOf } from '#modules/organisation';
import { tellPersons } from '#modules/plan';
import { localDate } from '#platform/clock';
import type { WriteTx } from '#platform/db';
import { formatDate } from '#platform/i18n';
import { listMissing } from '../data/books.ts';
import { listStaffNames, type Place } from '../data/place.ts';
import { lateLogDays } from '../rules/index.ts';
import { type Acting, placeOf, weekOf } from './place.ts';

interface Words {
  readonly title: (periods: number) => string;
  readonly body: string;
  readonly link: string;
  /** The same person is told once under the same key. */
  readonly onceKey: string;
}

/** Tells each teacher of a school who has not written periods of some days how many. */
async function tellMissing(
  tx: WriteTx,
  place: Place,
  days: { readonly fromDay: string; readonly toDay: string },
  words: Words,
  now: Date,
): Promise<{ told: number; unreached: number }> {
  const missing = await listMissing(tx, place, days);
  const staff = new Map(
    (
      await listStaffNames(
        tx,
        missing.map(({ staffId }) => staffId),
      )
    ).map((one) => [one.id, one]),
  );
  let told = 0;
  for (const { staffId, periods } of missing) {
    const accountId = staff.get(staffId)?.accountId;
    if (!accountId) continue;
    told += 1;
    await tellPersons(tx, place.school.departmentId, [accountId], {
      kind: 'lessons.remind',
      title: words.title(periods),
      body: words.body,
      link: words.link,
      now,
      onceKey: words.onceKey,
    });
  }
  return { told, unreached: missing.length - told };
}

/** Tells every teacher of the own school who has not written periods of a week up to today; once a day. @throws Refusal lessons.noPlace */
export async function remindMissing(
  tx: WriteTx,
  { now }: Acting,
  number: number,
): Promise<{ told: number; unreached: number }> {
  const place = await placeOf(tx);
  const today = localDate(now);
  const week = weekOf(place.year.weeks, today, number);
  const toDay = [week.endsOn, today].sort()[0]!;
  return tellMissing(
    tx,
    place,
    { fromDay: week.startsOn, toDay },
    {
      title: (periods) => `Còn ${periods} tiết chưa ghi sổ đầu bài tuần ${week.number}`,
      body: `Tuần từ ${formatDate(week.startsOn)} đến ${formatDate(week.endsOn)}.`,
      link: `/so-dau-bai?tuan=${week.number}`,
      onceKey: `lessons.remind:${week.number}:${today}`,
    },
    now,
  );
}

/** On the last day on which a line may be written without a reason, tells whoever has not written it. @throws Refusal lessons.noPlace */
export async function chaseMissing(tx: WriteTx, now: Date, schoolId: string): Promise<{ told: number }> {
  const [place, { days }] = await Promise.all([
    placeOf(tx, { schoolId }),
    settingsOf(tx, { days: lateLogDays }),
  ]);
  const day = localDate(new Date(now.getTime() - days * 86_400_000));
  return tellMissing(
    tx,
    place,
    { fromDay: day, toDay: day },
    {
      title: (periods) => `Hôm nay là hạn ghi sổ đầu bài ${periods} tiết ngày ${formatDate(day)}`,
      body: 'Ghi sau hôm nay thì phải nêu lí do.',
      link: '/so-dau-bai',
      onceKey: `lessons.chase:${day}`,
    },
    now,
  );
}
