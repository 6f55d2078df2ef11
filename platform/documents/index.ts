export { type CalendarEvent, renderCalendarFeed } from './calendar-feed.ts';
export type { GridWorkbookSheet } from './grid-page-setup.ts';
export type { GridBook, GridCell, GridRow, GridSheet } from './grids.ts';
export type { Block, Cell, Column, OfficialDocument, Run, Table } from './official.ts';
export { placeAndDate } from './official-layout.ts';
export type { Petition } from './petitions.ts';
export { cellText, type ReadTable, readTables } from './read-tables.ts';
export { type ReadCell, type ReadSheet, readWorkbook } from './read-workbook.ts';
export type { Register, RegisterColumn, RegisterPart } from './register.ts';
export {
  renderGrids,
  renderGridWorkbook,
  renderOfficialDocx,
  renderOfficialPdf,
  renderPetitions,
  renderRegister,
  renderSlips,
  renderTemplate,
  renderWorkbook,
} from './render.ts';
export type { Slip, SlipSheet } from './slips.ts';
export type { Sheet, SheetColumn } from './workbook.ts';
