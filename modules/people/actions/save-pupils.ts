import { v7 as uuidv7 } from 'uuid';
import { databaseRefusal, type WriteTx } from '#platform/db';
import type { Problem } from '#platform/errors';
import {
  type IdentifiedRow,
  matchPupils,
  ownClasses,
  type PupilRow,
  type SaveContext,
  seatPupils,
  upsertGuardians,
  upsertPrivates,
  upsertPupils,
} from '../data/save-pupils.ts';
import { peopleErrors } from '../errors.ts';
import { statusWords } from '../rules/pupil-words.ts';

export interface SavedPupils {
  readonly created: number;
  readonly changed: number;
  readonly unchanged: number;
  /** The pupil of each line, in the order of the lines. */
  readonly pupilIds: readonly string[];
}

/**
 * Writes a list of pupils of one school: new ones are added, known ones (see `matchPupils`) changed, all seated in the classes
 * named, with their movements; the same list again changes nothing. A handful of statements, however long the list. What the list
 * does not say stays as it is. All lines or none.
 * @throws Refusal people.pupilRowsRefused (paths are 'rows.N', N from 0) when two lines are the same pupil, a class is not the
 *   school's, or a line seats somebody who has dropped out, graduated or left; people.sectorCodeTaken, people.identityNumberTaken
 */
export async function savePupils(
  tx: WriteTx,
  context: SaveContext,
  rows: readonly PupilRow[],
): Promise<SavedPupils> {
  const matched = await matchPupils(tx, context.unitId, rows);
  const matchOf = new Map(matched.map((match) => [match.line, match]));
  const identified = rows.map(
    (row, line): IdentifiedRow => ({
      ...row,
      id: matchOf.get(line)?.pupilId ?? uuidv7(),
      movementId: uuidv7(),
      enrolmentId: uuidv7(),
    }),
  );
  const problems = [
    ...twice(identified),
    ...identified.flatMap((row, line) => {
      const match = matchOf.get(line);
      return row.classId && match && match.status !== 'learning'
        ? [
            {
              path: `rows.${line}`,
              message: `${row.fullName} ${statusWords[match.status]}. Hãy ghi nhận em trở lại trước, rồi xếp lớp.`,
            },
          ]
        : [];
    }),
    ...(await strangeClasses(tx, context.unitId, rows)),
  ];
  if (problems.length > 0) throw peopleErrors.pupilRowsRefused(problems);

  const inserted = await writeAll(tx, identified, context);
  return { ...inserted, pupilIds: identified.map(({ id }) => id) };
}

async function writeAll(tx: WriteTx, rows: readonly IdentifiedRow[], context: SaveContext) {
  try {
    const pupils = await upsertPupils(tx, rows, context);
    const touched = [
      ...pupils,
      ...(await upsertPrivates(tx, rows, context)),
      ...(await upsertGuardians(tx, rows, context)),
      ...(await seatPupils(tx, rows, context)),
    ];
    const created = pupils.filter((pupil) => pupil.created).length;
    const all = new Set(touched.map(({ id }) => id)).size;
    return { created, changed: all - created, unchanged: rows.length - all };
  } catch (error) {
    const refusal = databaseRefusal(error);
    if (refusal?.constraint === 'pupil_sector_code') throw peopleErrors.sectorCodeTaken();
    if (refusal?.constraint === 'pupil_identity_number')
      throw peopleErrors.identityNumberTaken('trường khác');
    throw error;
  }
}

function twice(rows: readonly IdentifiedRow[]): Problem[] {
  const first = new Map<string, number>();
  return rows.flatMap(({ id, fullName }, line) => {
    const before = first.get(id);
    if (before === undefined) {
      first.set(id, line);
      return [];
    }
    return [{ path: `rows.${line}`, message: `${fullName} là cùng một em với dòng thứ ${before + 1}.` }];
  });
}

async function strangeClasses(tx: WriteTx, unitId: string, rows: readonly PupilRow[]): Promise<Problem[]> {
  const wanted = [...new Set(rows.flatMap(({ classId }) => (classId ? [classId] : [])))];
  if (wanted.length === 0) return [];
  const ours = new Set(await ownClasses(tx, unitId, wanted));
  return rows.flatMap(({ classId, fullName }, line) =>
    classId && !ours.has(classId)
      ? [{ path: `rows.${line}`, message: `Lớp của ${fullName} không phải lớp của trường.` }]
      : [],
  );
}
