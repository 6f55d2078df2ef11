import { bad, empty, good, type Reading, warning } from './finding.ts';
import { closest, foldWords } from './match-words.ts';
import { formulaFinding, isFormula, readText, tidy } from './read-text.ts';
import type { SheetContext } from './sheet-kind.ts';

interface Named {
  readonly name: string;
}

const indexes = new WeakMap<readonly Named[], Map<string, string>>();

/** Names of a list by their folded form without spaces: '6 A1' finds '6A1'. */
function indexOf(list: readonly Named[], plain: (name: string) => string): Map<string, string> {
  let index = indexes.get(list);
  if (!index) {
    index = new Map(list.map(({ name }) => [plain(name), name]));
    indexes.set(list, index);
  }
  return index;
}

const squeezed = (name: string) => foldWords(name).replaceAll(' ', '');
const withoutLop = (name: string) => squeezed(name).replace(/^lop/, '');
const withoutKind = (name: string) => foldWords(name).replace(/^(xa|phuong|x|p) /, '');

/** Reads a name of the school's own list (room, site, team); the value is the name as the list has it. */
export function readListed(typed: string, list: readonly Named[], what: string): Reading {
  const text = tidy(typed);
  if (text === '') return empty;
  if (isFormula(text)) return formulaFinding;
  const found = indexOf(list, squeezed).get(squeezed(text));
  if (found) return good(found);
  const names = list.map(({ name }) => name);
  const remedy = `Hãy lập ${what} này trước, hoặc ghi đúng tên đang có.`;
  return bad('unknownWord', `Trường chưa có ${what} "${text}".`, remedy, closest(text, names) ?? null);
}

export function readClass(typed: string, { classes }: SheetContext): Reading {
  const text = tidy(typed);
  if (text === '') return empty;
  if (isFormula(text)) return formulaFinding;
  const found = indexOf(classes, withoutLop).get(withoutLop(text));
  if (found) return good(found);
  const near = closest(
    text.replace(/^lớp\s*/i, ''),
    classes.map(({ name }) => name),
  );
  return bad(
    'unknownClass',
    `Năm học này trường chưa có lớp "${text}".`,
    'Hãy nhập danh sách lớp trước, hoặc ghi đúng tên lớp đang có.',
    near ?? null,
  );
}

/** Communes of other provinces cannot be kept: told, and the rest of the row is taken. */
export function readCommune(typed: string, { communes }: SheetContext): Reading {
  const text = tidy(typed);
  if (text === '') return empty;
  if (isFormula(text)) return formulaFinding;
  const found = indexOf(communes, withoutKind).get(withoutKind(text));
  if (found) return good(found);
  const near = closest(
    withoutKind(text),
    communes.map(({ name }) => name),
  );
  const message = `Không có xã, phường "${text}" trong tỉnh.`;
  const remedy = 'Ghi tên xã, phường hiện nay; nếu ở tỉnh khác thì ghi vào cột Địa chỉ. Ô này sẽ để trống.';
  return { value: null, findings: [warning('unknownPlace', message, remedy, near ?? null)] };
}

export function readVillage(typed: string, { villages }: SheetContext): Reading {
  const reading = readText(typed, 100);
  if (reading.value === null || villages.length === 0) return reading;
  const typedKey = foldWords(reading.value);
  const same = villages.find((village) => foldWords(village) === typedKey);
  if (same) return good(same);
  const near = closest(reading.value, villages);
  if (!near || near === reading.value || Math.abs(near.length - reading.value.length) > 2) return reading;
  const message = `Thôn, bản "${reading.value}" chưa có học sinh nào; gần giống "${near}".`;
  return good(
    reading.value,
    ...reading.findings,
    warning('unknownPlace', message, 'Hãy xem có viết nhầm không.', near),
  );
}
