import { currentSchoolYear } from '#modules/organisation';
import type { ReadTx } from '#platform/db';
import type { Sheet } from '#platform/documents';
import { renderWorkbook } from '#platform/documents';
import type { FileAnswer } from '#platform/http';
import { rolesWith } from '#rules/identity-access';
import { selectYearRefOptional, type YearRef } from '../data/school-years.ts';
import { peopleErrors } from '../errors.ts';

/** The year a list is about: the one asked for, else the current one. Throws Refusal people.noSchoolYear. */
export async function yearOf(tx: ReadTx, schoolYearId: string | undefined): Promise<YearRef> {
  const year = schoolYearId ? await selectYearRefOptional(tx, schoolYearId) : await currentSchoolYear(tx);
  if (!year) throw peopleErrors.noSchoolYear();
  return year;
}

/** Of these operations, those the role may do. */
export function mayOf(role: string | null, operations: readonly string[]): string[] {
  return operations.filter((operation) => rolesWith(operation).some((allowed) => allowed === role));
}

/** A list as an Excel file to save. */
export async function workbookAnswer(title: string, sheet: Sheet): Promise<FileAnswer> {
  return {
    fileName: `${title}.xlsx`,
    mediaType: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
    bytes: await renderWorkbook([sheet]),
  };
}
