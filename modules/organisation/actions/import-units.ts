import { v7 as uuidv7 } from 'uuid';
import type { WriteTx } from '#platform/db';
import {
  type ImportedLine,
  type ImportedUnit,
  insertUnits,
  listKnownUnits,
  lockImport,
  saveMainSites,
  setLines,
  updateUnits,
} from '../data/unit-import.ts';
import { selectDepartmentByCodeOptional } from '../data/units.ts';
import { organisationErrors } from '../errors.ts';
import {
  compareUnits,
  lineOf,
  type SheetFault,
  type SheetKind,
  type UnitSheet,
  type WantedUnit,
} from '../rules/index.ts';

/** One unit that an import makes or changes. */
export interface UnitImportChange {
  readonly line: number;
  readonly what: 'created' | 'changed';
  readonly kind: SheetKind;
  readonly code: string | null;
  readonly name: string;
  /** Titles of the columns that differ; empty for a new unit. */
  readonly fields: string[];
}

/** What an import did, or would do. With faults nothing is written. */
export interface UnitImport {
  readonly created: number;
  readonly changed: number;
  readonly unchanged: number;
  /** Lines with at least one fault. */
  readonly faulty: number;
  readonly faults: SheetFault[];
  readonly changes: UnitImportChange[];
}

/**
 * Brings the units of a department to what a sheet says: new ones are made with their lines, known ones changed, those
 * that the sheet does not name stay. The department itself is made when `departmentId` is not stored yet. A second
 * import of the same sheet changes nothing.
 * The transaction must act for the department with its whole scope. Throws departmentCodeTaken when another import made
 * the department meanwhile.
 */
export async function importUnits(
  tx: WriteTx,
  departmentId: string,
  sheet: UnitSheet,
  options: { dryRun: boolean },
): Promise<UnitImport> {
  const department = sheet.entries.find(({ kind }) => kind === 'department');
  await lockImport(tx, department?.code ?? '');
  const known = await listKnownUnits(tx, departmentId);
  const comparison = compareUnits(sheet, known);
  const faults = [...sheet.faults, ...comparison.faults].sort((a, b) => lineOf(a.cell) - lineOf(b.cell));
  const answer: UnitImport = {
    created: comparison.created.length,
    changed: comparison.changed.length,
    unchanged: comparison.unchanged,
    faulty: new Set(faults.map(({ cell }) => lineOf(cell))).size,
    faults,
    changes: [
      ...comparison.created.map((unit) => describe(unit, 'created')),
      ...comparison.changed.map((unit) => describe(unit, 'changed')),
    ].sort((left, right) => left.line - right.line),
  };
  if (options.dryRun || faults.length > 0) return answer;
  if (known.length === 0 && (await selectDepartmentByCodeOptional(tx, department!.code!))) {
    throw organisationErrors.departmentCodeTaken(department!.code!);
  }
  await write(tx, departmentId, known, comparison);
  return answer;
}

function describe({ entry, fields }: WantedUnit, what: UnitImportChange['what']): UnitImportChange {
  const { line, kind, code, name } = entry;
  return { line, what, kind, code, name, fields: [...fields] };
}

async function write(
  tx: WriteTx,
  departmentId: string,
  known: readonly { id: string; kind: string; code: string; teachesLower: boolean; teachesUpper: boolean }[],
  { created, changed }: { created: readonly WantedUnit[]; changed: readonly WantedUnit[] },
): Promise<void> {
  const idOf = new Map(known.map(({ kind, code, id }) => [`${kind} ${code}`, id]));
  const made = created.map((unit) => {
    const id = unit.entry.kind === 'department' ? departmentId : uuidv7();
    if (unit.entry.code) idOf.set(`${unit.entry.kind} ${unit.entry.code}`, id);
    return { id, unit };
  });
  const levels = new Map<string, { teachesLower: boolean; teachesUpper: boolean }>([
    ...known.filter(({ kind }) => kind === 'school').map((school) => [school.code, school] as const),
    ...[...created, ...changed].flatMap(({ entry }) =>
      entry.kind === 'school' ? [[entry.code!, entry] as const] : [],
    ),
  ]);
  const rows = [...made, ...changed.map((unit) => ({ id: unit.known!.id, unit }))].map(({ id, unit }) => ({
    unit,
    row: rowOf(id, unit, departmentId, { idOf, levels }),
  }));
  const isNew = ({ unit }: { unit: WantedUnit }) => unit.known === undefined;
  await insertUnits(
    tx,
    departmentId,
    rows.filter(isNew).map(({ row }) => row),
  );
  await updateUnits(
    tx,
    rows.filter((one) => !isNew(one)).map(({ row }) => row),
  );
  await setLines(
    tx,
    departmentId,
    rows.flatMap(({ row }) => linesOf(row, departmentId)),
  );
  const sites = rows.flatMap(({ row, unit }) =>
    unit.mainSite === null || unit.mainSite === unit.known?.mainSite
      ? []
      : [{ id: uuidv7(), unitId: row.id, name: 'Điểm trường chính', village: unit.mainSite }],
  );
  await saveMainSites(tx, departmentId, sites);
}

function rowOf(
  id: string,
  { entry, communeCode, zone, border, known }: WantedUnit,
  departmentId: string,
  find: {
    idOf: ReadonlyMap<string, string>;
    levels: ReadonlyMap<string, { teachesLower: boolean; teachesUpper: boolean }>;
  },
): ImportedUnit {
  const { kind, name, schoolKind, managingAuthority, communeKind, schoolCode } = entry;
  const { teachesLower, teachesUpper } = schoolCode ? find.levels.get(schoolCode)! : entry;
  const superior = schoolCode ? `school ${schoolCode}` : communeCode ? `commune ${communeCode}` : undefined;
  const parentId = kind === 'department' ? null : superior ? find.idOf.get(superior)! : departmentId;
  // The random end of the id: people never type the code of a team.
  const code = known?.code ?? entry.code ?? `${schoolCode}-${id.slice(-8)}`;
  return {
    ...{ id, parentId, kind, code, name, schoolKind, teachesLower, teachesUpper },
    ...{ managingAuthority, communeKind, zone, border },
  };
}

/** The department guides every school and commune; a school is managed by its commune or the department, a team by its school. */
function linesOf({ id, parentId, kind }: ImportedUnit, departmentId: string): ImportedLine[] {
  const to = (superiorId: string, line: ImportedLine['line']) => ({ superiorId, subordinateId: id, line });
  switch (kind) {
    case 'division':
      return [to(departmentId, 'state')];
    case 'commune':
      return [to(departmentId, 'professional')];
    case 'school':
      return [to(parentId!, 'state'), to(departmentId, 'professional')];
    case 'subjectTeam':
      return [to(parentId!, 'state'), to(parentId!, 'professional')];
    default:
      return [];
  }
}
