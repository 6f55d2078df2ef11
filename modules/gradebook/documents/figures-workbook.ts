import type { Sheet } from '#platform/documents';
import { ethnicGroupName } from '#reference/ethnic-groups';
import { type EquityDimension, levelNames, resultLevels } from '../rules/index.ts';
import { decisionNames, honourNames } from './words.ts';

/** Words of the three outcomes of a subject. */
export const outcomeNames = {
  score: ['Dưới 5,0', 'Từ 5,0 đến dưới 8,0', 'Từ 8,0'],
  comment: ['Chưa đạt', 'Đạt', ''],
} as const;

const partNames: Readonly<Record<string, string>> = {
  female: 'Nữ',
  male: 'Nam',
  unknown: 'Chưa ghi',
  other: 'Dân tộc khác (ít em)',
  poorHousehold: 'Hộ nghèo',
  nearPoorHousehold: 'Hộ cận nghèo',
  boarder: 'Nội trú',
  semiBoarder: 'Bán trú',
  disability: 'Khuyết tật',
};
const restNames: Readonly<Partial<Record<EquityDimension, string>>> = {
  poverty: 'Không thuộc hộ nghèo, cận nghèo',
  boarding: 'Ở nhà',
  disability: 'Không khuyết tật',
};

/** 'Nữ', 'Thái', 'Hộ nghèo', … */
export function partName(dimension: EquityDimension, part: string): string {
  return partNames[part] ?? restNames[dimension] ?? ethnicGroupName(part) ?? part;
}

interface Figures {
  readonly groups: readonly {
    readonly name: string;
    readonly pupils: number;
    readonly academic: readonly number[];
    readonly conduct: readonly number[];
    readonly honours: readonly number[];
    readonly decisions: readonly number[];
  }[];
  readonly subjects: readonly {
    readonly name: string;
    readonly mean: number | null;
    readonly bands: readonly number[];
    readonly comments: readonly number[];
  }[];
}

const counts = (titles: readonly string[]) =>
  titles.map((title) => ({ title, kind: 'integer' as const, width: 13 }));

/** Results by group, and the spread of each subject, as two sheets. */
export function figuresWorkbook({ groups, subjects }: Figures): Sheet[] {
  const levels = resultLevels.map((level) => levelNames[level]);
  return [
    {
      name: 'Kết quả',
      columns: [
        { title: 'Nơi học', kind: 'text', width: 32 },
        ...counts([
          'Số học sinh',
          ...levels.map((level) => `Học tập ${level}`),
          ...levels.map((level) => `Rèn luyện ${level}`),
          honourNames.excellent,
          honourNames.outstanding,
          ...Object.values(decisionNames),
        ]),
      ],
      rows: groups.map(({ name, pupils, academic, conduct, honours, decisions }) => [
        name === 'all' ? 'Tất cả' : name,
        pupils,
        ...academic,
        ...conduct,
        ...honours,
        ...decisions,
      ]),
    },
    {
      name: 'Theo môn',
      columns: [
        { title: 'Môn', kind: 'text', width: 32 },
        { title: 'Trung bình', kind: 'decimal', width: 12 },
        ...counts(['Dưới 3,5', '3,5 – 4,9', '5,0 – 6,4', '6,5 – 7,9', 'Từ 8,0', 'Đạt', 'Chưa đạt']),
      ],
      rows: subjects.map(({ name, mean, bands, comments }) => [name, mean, ...bands, ...comments]),
    },
  ];
}

interface Equity {
  readonly least: number;
  readonly outcomes: readonly string[];
  readonly groups: readonly {
    readonly name: string;
    readonly parts: readonly {
      readonly name: string;
      readonly pupils: number | null;
      readonly outcomes: readonly (number | null)[];
    }[];
  }[];
}

/** Results by a dimension; a hidden count reads 'ẩn'. */
export function equityWorkbook({ least, outcomes, groups }: Equity): Sheet[] {
  const shown = (count: number | null) => count ?? 'ẩn';
  return [
    {
      name: `Số dưới ${least} được ẩn`,
      columns: [
        { title: 'Nơi học', kind: 'text', width: 32 },
        { title: 'Học sinh', kind: 'text', width: 28 },
        ...counts(['Số học sinh', ...outcomes]),
      ],
      rows: groups.flatMap(({ name, parts }) =>
        parts.map((part) => [name || 'Tất cả', part.name, shown(part.pupils), ...part.outcomes.map(shown)]),
      ),
    },
  ];
}
