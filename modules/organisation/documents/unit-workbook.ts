import { readTables, renderWorkbook, type Sheet } from '#platform/documents';
import {
  authorityWords,
  isUnitSheet,
  kindWords,
  readUnitSheet,
  schoolKindWords,
  type UnitSheet,
  unitColumns,
  yesNoWords,
  zoneWords,
} from '../rules/index.ts';

/**
 * Reads a file of units (.xlsx, .csv, .tsv): the sheet that has the headings of units.
 * @throws Refusal documents.* when the file cannot be read at all; faults inside are in the answer
 */
export async function readUnitFile(file: { bytes: Uint8Array; fileName: string }): Promise<UnitSheet> {
  const tables = await readTables(file.bytes, file.fileName);
  const table = tables.find(({ rows }) => isUnitSheet(rows)) ?? tables[0];
  return readUnitSheet(table?.rows ?? []);
}

/** What each column of the sheet takes, for the page of instructions. */
const explanations: Readonly<Record<(typeof unitColumns)[number]['field'], string>> = {
  kind: `Bắt buộc. Một trong: ${words(kindWords)}. Đúng một dòng "Sở".`,
  code: 'Bắt buộc, trừ tổ chuyên môn (để trống). Xã, phường: mã 5 chữ số của danh mục đơn vị hành chính. Đơn vị khác: 1-30 chữ, số, gạch; không có khoảng trắng. Mã là cái để nhận ra đơn vị khi nhập lại: đừng đổi mã.',
  name: 'Bắt buộc. Tên đầy đủ. Xã, phường ghi cả chữ "Xã", "Phường" hay không đều được.',
  schoolKind: `Bắt buộc với trường. Một trong: ${words(schoolKindWords)}.`,
  managingAuthority: `Chỉ với trường. ${words(authorityWords)}. Để trống: xã quản lý trường THCS, Sở quản lý trường có THPT.`,
  communeCode: 'Bắt buộc với trường do xã, phường quản lý: mã của xã, phường ấy.',
  schoolCode: 'Chỉ với tổ chuyên môn: mã của trường có tổ.',
  zone: `Xã, phường, trường. Một trong: ${words(zoneWords)}. Để trống nếu chưa rõ.`,
  border: `Xã, phường, trường. Một trong: ${words(yesNoWords)}. Để trống là không, hoặc giữ như đang ghi.`,
  mainSite: 'Chỉ với trường: bản, thôn, đường nơi có điểm trường chính.',
  note: 'Ghi gì cũng được; không được nhập.',
};

function words(entries: readonly { readonly word: string }[]): string {
  return entries.map(({ word }) => word).join(', ');
}

/** Makes the template to fill in (.xlsx): the sheet with its headings, and what each column takes. */
export function renderUnitTemplate(): Promise<Uint8Array> {
  const units: Sheet = {
    name: 'Đơn vị',
    columns: unitColumns.map(({ title }) => ({ title, kind: 'text', width: Math.max(14, title.length + 4) })),
    rows: [],
  };
  const guide: Sheet = {
    name: 'Hướng dẫn',
    columns: [
      { title: 'Cột', kind: 'text', width: 22 },
      { title: 'Cách ghi', kind: 'text', width: 90 },
    ],
    rows: [
      ...unitColumns.map(({ field, title }) => [title, explanations[field]]),
      [
        'Thứ tự',
        'Dòng nào trước cũng được; mỗi đơn vị một dòng. Đơn vị mới đứng trong danh sách theo thứ tự này.',
      ],
      [
        'Nhập lại',
        'Nhập lại cùng tệp không đổi gì. Ô trống giữ nội dung đang có. Đơn vị không có trong tệp được giữ nguyên.',
      ],
    ],
  };
  const kinds: Sheet = {
    name: 'Các loại',
    columns: [
      { title: 'Mục', kind: 'text', width: 18 },
      { title: 'Ghi vào ô', kind: 'text', width: 26 },
      { title: 'Nghĩa là', kind: 'text', width: 60 },
    ],
    rows: [
      ...kindWords.map(({ word, kind }) => ['Loại đơn vị', word, kindMeanings[kind]]),
      ...schoolKindWords.map(({ word, teachesLower, teachesUpper, managedBy }) => [
        'Loại trường',
        word,
        `${teachesLower && teachesUpper ? 'Dạy THCS và THPT' : teachesLower ? 'Dạy THCS' : 'Dạy THPT'}; ${
          managedBy === 'communePC' ? 'UBND xã, phường quản lý' : 'Sở quản lý'
        } nếu không ghi khác`,
      ]),
    ],
  };
  return renderWorkbook([units, guide, kinds]);
}

const kindMeanings = {
  department: 'Sở Giáo dục và Đào tạo của tỉnh; đúng một dòng',
  division: 'Phòng, văn phòng của Sở',
  commune: 'Đơn vị hành chính cấp xã, quản lý trường THCS',
  school: 'Trường, trung tâm có lớp 6-12',
  subjectTeam: 'Tổ của một trường; có thể để trường tự lập sau',
} as const;
