export { type CalendarEvent, renderCalendarFeed } from './calendar-feed.ts';
export type { Block, Cell, Column, OfficialDocument, Run, Table } from './official.ts';
export { placeAndDate } from './official-layout.ts';
export { type ReadTable, readTables } from './read-tables.ts';
export { renderOfficialDocx, renderOfficialPdf, renderWorkbook } from './render.ts';
export type { Sheet, SheetColumn } from './workbook.ts';
