import type { CommuneKind, ManagingAuthority, SchoolKind } from './unit-kinds.ts';
import { type SheetFault, type UnitEntry, type UnitSheet, unitKey } from './unit-sheet.ts';

/** A unit of the department as it is stored, with what the sheet may change. */
export interface KnownUnit {
  readonly id: string;
  readonly kind: string;
  readonly code: string;
  readonly name: string;
  /** Of a team: the code of its school. */
  readonly schoolCode: string | null;
  readonly communeKind: CommuneKind | null;
  readonly schoolKind: SchoolKind | null;
  readonly teachesLower: boolean;
  readonly teachesUpper: boolean;
  readonly managingAuthority: ManagingAuthority | null;
  readonly zone: number | null;
  readonly border: boolean;
  /** Of a school: the code of the commune that manages it. */
  readonly communeCode: string | null;
  readonly mainSite: string | null;
  readonly isClosed: boolean;
}

/** What a unit is to be. */
export interface WantedUnit {
  /** The stored unit; absent: it is new. */
  readonly known?: KnownUnit;
  readonly entry: UnitEntry;
  readonly zone: number | null;
  readonly border: boolean;
  /** Of a school that a commune manages: that commune. */
  readonly communeCode: string | null;
  readonly mainSite: string | null;
  /** Titles of the columns that differ; empty for a new unit. */
  readonly fields: readonly string[];
}

export interface UnitComparison {
  readonly created: readonly WantedUnit[];
  readonly changed: readonly WantedUnit[];
  readonly unchanged: number;
  readonly faults: readonly SheetFault[];
}

/**
 * Compares the lines of a sheet with the units of the department: an empty cell leaves what is stored, units that the
 * sheet does not name stay. Further faults: a commune or school that neither knows, a unit that is closed.
 */
export function compareUnits({ entries, named }: UnitSheet, known: readonly KnownUnit[]): UnitComparison {
  const stored = new Map(known.map((unit) => [unitKey(unit), unit]));
  const open = new Set([...known.filter(({ isClosed }) => !isClosed).map(unitKey), ...named]);
  const created: WantedUnit[] = [];
  const changed: WantedUnit[] = [];
  const faults: SheetFault[] = [];
  let unchanged = 0;
  for (const entry of entries) {
    const before = stored.get(unitKey(entry));
    const fault = lineFault(entry, before, open);
    if (fault) {
      faults.push({ cell: `A${entry.line}`, message: fault });
      continue;
    }
    const wanted = wantedOf(entry, before);
    if (!before) created.push(wanted);
    else if (wanted.fields.length > 0) changed.push(wanted);
    else unchanged += 1;
  }
  return { created, changed, unchanged, faults };
}

function lineFault(
  entry: UnitEntry,
  before: KnownUnit | undefined,
  open: ReadonlySet<string>,
): string | undefined {
  const knows = (kind: string, code: string) => open.has(unitKey({ kind, code, name: '', schoolCode: null }));
  if (before?.isClosed)
    return `"${before.name}" đã đóng. Hãy xóa dòng này, hoặc dùng mã khác cho đơn vị mới.`;
  if (entry.kind === 'department' && before && before.code !== entry.code) {
    return `Mã Sở là "${before.code}", không phải "${entry.code}". Hãy sửa mã, hoặc chọn đúng tệp của Sở mình.`;
  }
  if (entry.communeCode && !knows('commune', entry.communeCode)) {
    return `Không có xã, phường mã "${entry.communeCode}". Hãy sửa mã, hoặc thêm dòng cho xã, phường ấy.`;
  }
  if (entry.schoolCode && !knows('school', entry.schoolCode)) {
    return `Không có trường mã "${entry.schoolCode}". Hãy sửa mã, hoặc thêm dòng cho trường ấy.`;
  }
  return undefined;
}

function wantedOf(entry: UnitEntry, before: KnownUnit | undefined): WantedUnit {
  const zone = entry.zone ?? before?.zone ?? null;
  const border = entry.border ?? before?.border ?? false;
  const mainSite = entry.mainSite ?? before?.mainSite ?? null;
  const communeCode = entry.managingAuthority === 'communePC' ? entry.communeCode : null;
  if (!before) return { entry, zone, border, communeCode, mainSite, fields: [] };
  const differs: readonly (readonly [string, boolean])[] = [
    ['Loại đơn vị', entry.communeKind !== before.communeKind],
    ['Tên', entry.name !== before.name],
    [
      'Loại trường',
      entry.schoolKind !== before.schoolKind ||
        // A team teaches what its school teaches, whatever the sheet says of it.
        (entry.kind === 'school' &&
          (entry.teachesLower !== before.teachesLower || entry.teachesUpper !== before.teachesUpper)),
    ],
    ['Cấp quản lý', entry.managingAuthority !== before.managingAuthority],
    ['Mã xã, phường', communeCode !== before.communeCode],
    ['Khu vực', zone !== before.zone],
    ['Biên giới', border !== before.border],
    ['Địa chỉ điểm chính', mainSite !== before.mainSite],
  ];
  const fields = differs.filter(([, isDifferent]) => isDifferent).map(([title]) => title);
  return { known: before, entry, zone, border, communeCode, mainSite, fields };
}
