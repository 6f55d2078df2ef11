import type { Actor } from '#modules/identity-access';
import { localDate } from '#platform/clock';
import type { ReadTx, WriteTx } from '#platform/db';
import { programmeOn } from '#reference/curriculum-2018';
import { ethnicGroups } from '#reference/ethnic-groups';
import { listHolders, selectImportYearOptional, selectSheetLists } from '../data/import-context.ts';
import { peopleErrors } from '../errors.ts';
import { gradesTaught } from '../rules/school-class.ts';
import {
  type CheckedRow,
  type KnownRecord,
  readIdentityNumber,
  type SheetContext,
  type SheetKind,
  type SheetKindName,
} from '../rules/sheets/index.ts';
import { schoolOf } from './acting.ts';

/** For whom and for when a sheet is imported. */
export interface ImportScope {
  readonly unitId: string;
  readonly departmentId: string;
  readonly accountId: string;
  readonly schoolYear: {
    readonly id: string;
    readonly name: string;
    readonly startsOn: string;
    readonly endsOn: string;
  };
  readonly teachesLower: boolean;
  readonly teachesUpper: boolean;
  readonly now: Date;
}

/** What a module gives so that a kind of sheet can be imported. */
export interface ImportKind {
  readonly kind: SheetKindName;
  /** Its columns and checks; may look up lists of its own. */
  readonly sheet: (tx: ReadTx, scope: ImportScope) => SheetKind | Promise<SheetKind>;
  /** The records of the school that rows may belong to. */
  readonly listKnown: (tx: ReadTx, scope: ImportScope) => Promise<KnownRecord[]>;
  /** Writes rows that are new or changed, in the transaction of the acceptance. */
  readonly save: (
    tx: WriteTx,
    scope: ImportScope,
    rows: readonly CheckedRow[],
    context: SheetContext,
  ) => Promise<void>;
}

const kinds = new Map<SheetKindName, ImportKind>();

/** Lets a kind of sheet be imported; once for each kind, when the program starts. */
export function registerImportKind(kind: ImportKind): void {
  if (kinds.has(kind.kind)) throw new RangeError(`sheets of ${kind.kind} are registered already`);
  kinds.set(kind.kind, kind);
}

/** @throws Refusal people.kindNotTaken */
export function importKind(kind: SheetKindName): ImportKind {
  const found = kinds.get(kind);
  if (!found) throw peopleErrors.kindNotTaken();
  return found;
}

/**
 * The school and year that the person imports for.
 * @throws Refusal people.schoolNeeded, people.noSchoolYear
 */
export async function importScope(
  tx: ReadTx,
  { actor, now }: { actor: Actor; now: Date },
  schoolYearId: string | undefined,
): Promise<ImportScope> {
  const school = await schoolOf(tx, { actor, now }, undefined);
  const schoolYear = await selectImportYearOptional(tx, schoolYearId);
  if (!schoolYear) throw peopleErrors.noSchoolYear();
  const { departmentId, accountId } = actor;
  const { id: unitId, teachesLower, teachesUpper } = school;
  return { unitId, departmentId, accountId, schoolYear, teachesLower, teachesUpper, now };
}

/** What sheets of the scope are read against. `numbers`: the identity numbers of the sheet, as typed. */
export async function sheetContext(
  tx: ReadTx,
  scope: ImportScope,
  numbers: readonly string[],
): Promise<SheetContext> {
  const { unitId, schoolYear, teachesLower, teachesUpper, now } = scope;
  const read = [...new Set(numbers)].flatMap((typed) => readIdentityNumber(typed).value ?? []);
  const [lists, holders] = await Promise.all([
    selectSheetLists(tx, { unitId, schoolYearId: schoolYear.id }),
    listHolders(tx, read),
  ]);
  const levels = [...(teachesLower ? ['lower'] : []), ...(teachesUpper ? ['upper'] : [])];
  return {
    ...lists,
    holders,
    unitId,
    today: localDate(now),
    firstYear: Number(schoolYear.startsOn.slice(0, 4)),
    grades: gradesTaught({ teachesLower, teachesUpper }),
    ethnicGroups: ethnicGroups.map(({ code, name, otherNames }) => ({ code, word: name, also: otherNames })),
    subjects: programmeOn(schoolYear.startsOn)
      .subjects.filter((subject) => subject.levels.some((level) => levels.includes(level)))
      .map(({ code, name, shortName }) => ({ code, word: name, also: [shortName] })),
  };
}
