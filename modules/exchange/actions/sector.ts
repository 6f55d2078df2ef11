import { findOwnSchool } from '#modules/curriculum';
import { localDate } from '#platform/clock';
import type { ReadTx, WriteTx } from '#platform/db';
import { readFileContent, storeFile } from '#platform/files';
import { formatDate } from '#platform/i18n';
import { ethnicGroupName } from '#reference/ethnic-groups';
import {
  employmentWords,
  identityNumberFaults,
  postWords,
  qualificationWords,
  sexWords,
  statusWords,
} from '#rules/people';
import { noteReads } from '../data/reads.ts';
import * as data from '../data/sector.ts';
import { sectorFile } from '../documents/sector-file.ts';
import { exchangeErrors } from '../errors.ts';
import {
  countRows,
  defaultMappings,
  type Facts,
  mappingFaults,
  type SectorColumn,
  type SectorKind,
  type SectorMapping,
  type SectorRow,
  sectorFields,
  sectorRow,
} from '../rules/index.ts';
import type { Acting } from './clients.ts';

/** The template in force, with the fields it may use. */
export async function mappingOf(tx: ReadTx, kind: SectorKind) {
  const own = await data.selectMappingOptional(tx, kind);
  const fields = Object.entries(sectorFields[kind]).map(([key, name]) => ({ key, name }));
  if (own) return { ...own, columns: [...own.columns], fields };
  const { columns, sourceNote } = defaultMappings[kind];
  return { columns: [...columns], sourceNote, version: 0, changedAt: null, changedBy: null, fields };
}

/** Keeps the department's own template. @throws Refusal exchange.notDepartment, badMapping, mappingChanged */
export async function saveMapping(
  tx: WriteTx,
  { actor, now }: Acting,
  kind: SectorKind,
  given: { readonly columns: readonly SectorColumn[]; readonly sourceNote: string; readonly version: number },
) {
  if (actor.scope !== 'department') throw exchangeErrors.notDepartment();
  const faults = mappingFaults(given, Object.keys(sectorFields[kind]));
  if (faults.length > 0) throw exchangeErrors.badMapping(faults);
  const { departmentId, accountId } = actor;
  if (!(await data.upsertMapping(tx, { ...given, kind, departmentId, by: accountId, now }))) {
    throw exchangeErrors.mappingChanged();
  }
  return mappingOf(tx, kind);
}

/** Back to the default. @throws Refusal exchange.notDepartment */
export async function resetMapping(tx: WriteTx, { actor }: Pick<Acting, 'actor'>, kind: SectorKind) {
  if (actor.scope !== 'department') throw exchangeErrors.notDepartment();
  await data.deleteMapping(tx, kind);
  return mappingOf(tx, kind);
}

type Counts = ReturnType<typeof countRows>;

/** A row of the file and whose it is. */
export interface NamedRow extends SectorRow {
  readonly name: string;
  /** Class or post. */
  readonly place: string;
}

export interface SectorSheet {
  readonly kind: SectorKind;
  readonly school: { readonly id: string; readonly name: string };
  readonly mapping: SectorMapping;
  readonly rows: readonly NamedRow[];
}

/**
 * What a file for the sector database would hold for the person's own school; reading identity numbers is noted.
 * @throws Refusal exchange.noSchool
 */
export async function sectorSheet(
  tx: WriteTx,
  { actor, now }: Acting,
  kind: SectorKind,
): Promise<SectorSheet> {
  const school = await findOwnSchool(tx, undefined);
  if (!school) throw exchangeErrors.noSchool();
  const mapping = await mappingOf(tx, kind);
  const rows =
    kind === 'pupils'
      ? (await data.listPupilFacts(tx, school.id)).map((facts) => pupilRow(mapping, facts))
      : (await data.listStaffFacts(tx, school.id, localDate(now))).map((facts) => staffRow(mapping, facts));
  await noteReads(
    tx,
    {
      entity: 'exchange.sector_sheet',
      reader: actor.displayName,
      address: `${kind}: ${mapping.columns.map(({ field }) => field).join(', ')}`,
    },
    [{ unitId: school.id, count: rows.length, people: [] }],
  );
  return { kind, school, mapping, rows };
}

function texts(facts: Readonly<Record<string, unknown>>): Facts {
  return Object.fromEntries(
    Object.entries(facts).map(([key, value]) => [
      key,
      value === null || value === undefined ? '' : String(value),
    ]),
  );
}

function pupilRow(mapping: SectorMapping, facts: data.PupilFacts): NamedRow {
  const own = texts({
    ...facts,
    birthDate: formatDate(facts.birthDate),
    enrolledOn: formatDate(facts.enrolledOn),
    sex: sexWords[facts.sex],
    status: statusWords[facts.status],
    ethnicGroup: facts.ethnicGroup && ethnicGroupName(facts.ethnicGroup),
  });
  const faults = facts.identityNumber ? identityNumberFaults(facts.identityNumber, facts) : [];
  return { ...sectorRow(mapping, own, faults), name: facts.fullName, place: facts.className };
}

function staffRow(mapping: SectorMapping, facts: data.StaffFacts): NamedRow {
  const words = (table: object, key: string) => (table as Record<string, string>)[key] ?? key;
  const post = words(postWords, facts.post);
  const own = texts({
    ...facts,
    birthDate: formatDate(facts.birthDate),
    joinedOn: formatDate(facts.joinedOn),
    sex: sexWords[facts.sex],
    post,
    employment: words(employmentWords, facts.employment),
    qualification: words(qualificationWords, facts.qualification),
    ethnicGroup: facts.ethnicGroup && ethnicGroupName(facts.ethnicGroup),
  });
  const faults = facts.identityNumber ? identityNumberFaults(facts.identityNumber, facts) : [];
  return { ...sectorRow(mapping, own, faults), name: facts.fullName, place: post };
}

/**
 * Makes the file and its line in the history: rows with an error stay out and are counted, so that asked = written + refused.
 * @throws Refusal exchange.noSchool, nothingToExport
 */
export async function exportSector(
  tx: WriteTx,
  acting: Acting,
  kind: SectorKind,
  format: 'xlsx' | 'csv',
  filesFolder: string,
): Promise<{ readonly row: data.ExportRow; readonly counts: Counts; readonly bytes: Uint8Array }> {
  const sheet = await sectorSheet(tx, acting, kind);
  const counts = countRows(sheet.rows);
  if (counts.written === 0) throw exchangeErrors.nothingToExport(counts.refused);
  const bytes = await sectorFile(sheet, format);
  const { actor, now } = acting;
  const row = await data.insertExport(tx, {
    ...counts,
    unitId: sheet.school.id,
    departmentId: actor.departmentId,
    kind,
    format,
    sourceNote: sheet.mapping.sourceNote,
    sha256: await storeFile(filesFolder, bytes),
    bytes: bytes.length,
    by: actor.accountId,
    now,
  });
  return { row, counts, bytes };
}

/** The counts of what a file would hold, nothing made. @throws Refusal exchange.noSchool */
export async function sectorCounts(tx: WriteTx, acting: Acting, kind: SectorKind): Promise<Counts> {
  return countRows((await sectorSheet(tx, acting, kind)).rows);
}

/** The file of an earlier export; taking it out again is noted. @throws Refusal exchange.noExport */
export async function readExport(
  tx: WriteTx,
  { actor }: Pick<Acting, 'actor'>,
  id: string,
  filesFolder: string,
) {
  const row = await data.selectExportOptional(tx, id);
  if (!row) throw exchangeErrors.noExport();
  await noteReads(tx, { entity: 'exchange.sector_export', reader: actor.displayName, address: row.id }, [
    { unitId: row.unitId, count: row.written, people: [] },
  ]);
  return { row, bytes: await readFileContent(filesFolder, row.sha256) };
}
