import type { GridWorkbookSheet } from './grid-page-setup.ts';
import type { GridBook } from './grids.ts';
import type { OfficialDocument } from './official.ts';
import { placeAndDate } from './official-layout.ts';
import type { Petition } from './petitions.ts';
import { refuse } from './refusals.ts';
import type { Register } from './register.ts';
import { renderOnThread } from './render-thread.ts';
import type { SlipSheet } from './slips.ts';
import type { TemplateJob } from './template.ts';
import { checkSheets, type Sheet } from './workbook.ts';

/** About 250 pages, 6 s. */
const mostTableRows = 10_000;

/**
 * Makes the PDF of an official document, laid out by Nghị định 30/2020/NĐ-CP, with its fonts inside.
 * @throws Refusal documents.tooManyTableRows, documents.busy, documents.tooSlow
 * @throws RangeError when the date is not a day of the calendar
 */
export async function renderOfficialPdf(document: OfficialDocument): Promise<Uint8Array> {
  checkDocument(document);
  return renderOnThread({ kind: 'pdf', document });
}

/**
 * Makes the Word file of an official document, laid out as its PDF.
 * @throws as renderOfficialPdf
 */
export async function renderOfficialDocx(document: OfficialDocument): Promise<Uint8Array> {
  checkDocument(document);
  return renderOnThread({ kind: 'docx', document });
}

/**
 * Makes an .xlsx file. Texts that a spreadsheet program could take for a formula get an apostrophe before them.
 * @throws Refusal documents.tooManySheetRows, documents.tooManyCells, documents.textTooLong, documents.busy,
 *   documents.tooSlow
 */
export async function renderWorkbook(sheets: Sheet[]): Promise<Uint8Array> {
  checkSheets(sheets);
  return renderOnThread({ kind: 'workbook', sheets });
}

/**
 * Makes the PDF of slips to cut apart, eight on a page.
 * @throws Refusal documents.busy, documents.tooSlow
 */
export function renderSlips(sheet: SlipSheet): Promise<Uint8Array> {
  return renderOnThread({ kind: 'slips', sheet });
}

/**
 * Makes the PDF of petitions (đơn), a page each, in the order given.
 * @throws Refusal documents.busy, documents.tooSlow
 */
export function renderPetitions(petitions: readonly Petition[]): Promise<Uint8Array> {
  return renderOnThread({ kind: 'petitions', petitions });
}

/**
 * Makes the PDF of grids that hang on a wall, one on a page.
 * @throws Refusal documents.busy, documents.tooSlow
 */
export function renderGrids(book: GridBook): Promise<Uint8Array> {
  return renderOnThread({ kind: 'grids', book });
}

/**
 * Makes an .xlsx file of the same grids, a sheet of it for each book: it prints as it is.
 * @throws Refusal documents.busy, documents.tooSlow
 */
export function renderGridWorkbook(sheets: readonly GridWorkbookSheet[]): Promise<Uint8Array> {
  return renderOnThread({ kind: 'gridWorkbook', sheets });
}

/**
 * Makes a register to print and sign, as PDF or as a Word file of the same pages.
 * @throws Refusal documents.tooManyTableRows, documents.busy, documents.tooSlow
 */
export async function renderRegister(register: Register, format: 'pdf' | 'docx'): Promise<Uint8Array> {
  const rows = register.parts.reduce((sum, part) => sum + part.rows.length, 0);
  if (rows > mostTableRows) throw refuse.tooManyTableRows(rows, mostTableRows);
  return renderOnThread({ kind: format === 'pdf' ? 'registerPdf' : 'registerDocx', register });
}

/**
 * Makes the PDF of a form that a module lays out itself, as PDF/A-2b.
 * @throws Refusal documents.busy, documents.tooSlow; Error when the template is broken
 */
export function renderTemplate(job: TemplateJob): Promise<Uint8Array> {
  return renderOnThread({ kind: 'template', ...job });
}

function checkDocument(document: OfficialDocument): void {
  placeAndDate(document.place, document.date);
  let rows = 0;
  for (const block of document.body) if (block.type === 'table') rows += block.rows.length;
  if (rows > mostTableRows) throw refuse.tooManyTableRows(rows, mostTableRows);
}
