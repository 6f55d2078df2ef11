import type { Address } from '#platform/ui';

export type BoardRows = 'communes' | 'schools' | 'divisions' | 'all';
export type BoardColumns = 'section' | 'month' | 'duty';

/** What the board is asked for, as the server understands it. */
export interface BoardQuery {
  readonly rows: BoardRows;
  readonly columns: BoardColumns;
  readonly unitId?: string;
  readonly dutyId?: string;
  readonly section?: string;
  readonly month?: string;
  readonly level?: 'lowerSecondary' | 'upperSecondary';
  readonly show: 'all' | 'overdue' | 'blocked';
}

const rowWords: Readonly<Record<string, BoardRows>> = {
  xa: 'communes',
  truong: 'schools',
  phong: 'divisions',
  'tat-ca': 'all',
};
const columnWords: Readonly<Record<string, BoardColumns>> = {
  muc: 'section',
  thang: 'month',
  'nhiem-vu': 'duty',
};
const levelWords: Readonly<Record<string, 'lowerSecondary' | 'upperSecondary'>> = {
  thcs: 'lowerSecondary',
  thpt: 'upperSecondary',
};
const showWords: Readonly<Record<string, 'overdue' | 'blocked'>> = { 'qua-han': 'overdue', vuong: 'blocked' };
const monthPattern = /^\d{4}-\d{2}$/;
const idPattern = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

/**
 * Reads the board's question from the address; what is not understood is left out.
 * @param home rows a person sees without choosing any: communes at the department, everything elsewhere
 */
export function boardQuery(address: Address, home: BoardRows): BoardQuery {
  const { hang, cot, muc, thang, cap, chi } = address;
  const unitId = idPattern.test(address['don-vi'] ?? '') ? address['don-vi'] : undefined;
  const dutyId = idPattern.test(address['nhiem-vu'] ?? '') ? address['nhiem-vu'] : undefined;
  const level = levelWords[cap ?? ''];
  return {
    // Inside one unit its own parts are what there is to see.
    rows: rowWords[hang ?? ''] ?? (unitId ? 'all' : home),
    columns: columnWords[cot ?? ''] ?? 'section',
    show: showWords[chi ?? ''] ?? 'all',
    ...(unitId ? { unitId } : {}),
    ...(dutyId ? { dutyId } : {}),
    ...(muc ? { section: muc } : {}),
    ...(thang && monthPattern.test(thang) ? { month: thang } : {}),
    ...(level ? { level } : {}),
  };
}

/** A cell in the address: the unit of its row and the key of its column. */
export function cellAddress(unitId: string, column: string): string {
  return `${unitId}|${column}`;
}

/** The question for the assignments of one cell; undefined when the address names none. */
export function cellQuery(query: BoardQuery, cell: string | undefined) {
  const [unitId, ...rest] = (cell ?? '').split('|');
  if (!unitId || !idPattern.test(unitId) || rest.length === 0) return undefined;
  const column = rest.join('|');
  const { columns, rows, unitId: within, ...filter } = query;
  return {
    ...filter,
    ...(columns === 'section'
      ? { section: column }
      : columns === 'month'
        ? { month: column }
        : { dutyId: column }),
    unitId,
    rows,
    ...(within ? { within } : {}),
  };
}

/** Address of the board as an Excel file. */
export function excelAddress(query: BoardQuery): string {
  return `/api/plan/board.xlsx?${new URLSearchParams({ ...query })}`;
}
