import type { Actor } from '#modules/identity-access';
import { localDate } from '#platform/clock';
import type { ReadTx } from '#platform/db';
import { listTaughtRows, type TaughtRow } from '../data/books.ts';
import { type Place, selectMeOptional } from '../data/place.ts';
import { selectProgrammes } from '../data/programme.ts';
import { aheadBy, expectedPeriods, periodsOf, programmeKey } from '../rules/index.ts';
import { placeOf, type Wanted } from './place.ts';

export interface ProgressRow extends TaughtRow {
  readonly total: number;
  readonly least: number;
  readonly most: number;
  /** null: no distribution of the programme to compare with. */
  readonly ahead: number | null;
}

/**
 * How far classes are in their subjects against the distribution of the programme (CUR-31): a teacher sees the own rows, a team lead those of the
 * team, the school's office all. @throws Refusal lessons.noPlace
 */
export async function readProgress(
  tx: ReadTx,
  actor: Actor,
  now: Date,
  wanted: Wanted,
): Promise<{ place: Place; week: number | null; rows: ProgressRow[] }> {
  const place = await placeOf(tx, wanted);
  const me = actor.scope === 'own' ? await selectMeOptional(tx) : undefined;
  const only =
    actor.role === 'teamLead' && actor.unitId
      ? { teamId: actor.unitId }
      : actor.scope === 'own'
        ? { staffId: me?.staffId ?? '00000000-0000-0000-0000-000000000000' }
        : {};
  const [rows, programmes] = await Promise.all([
    listTaughtRows(tx, place, only),
    selectProgrammes(tx, place),
  ]);
  const today = localDate(now);
  const begun = place.year.weeks.filter(({ startsOn }) => startsOn <= today);
  const weeks = {
    current: begun.at(-1)?.number ?? 0,
    ended: begun.filter(({ endsOn }) => endsOn < today).at(-1)?.number ?? 0,
  };
  return {
    place,
    week: begun.at(-1)?.number ?? null,
    rows: rows.map((row) => {
      const programme = programmes[programmeKey(row.subjectCode, row.grade)];
      if (!programme) return { ...row, total: 0, least: 0, most: 0, ahead: null };
      const expected = expectedPeriods(programme, weeks);
      return { ...row, ...expected, total: periodsOf(programme), ahead: aheadBy(row.taught, expected) };
    }),
  };
}
