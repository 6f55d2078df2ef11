import type { Sheet } from '#platform/documents';
import { formatDateTime } from '#platform/i18n';
import { type Disposition, dispositionNames } from '../rules/official-document.ts';

/** An opinion as a line of the consolidated table. */
export interface OpinionLine {
  readonly unitName: string;
  readonly accountName: string;
  readonly givenAt: string;
  readonly stance: 'agrees' | 'comments';
  readonly passage: string;
  readonly body: string;
  readonly disposition: Disposition | null;
  readonly reply: string | null;
}

/** The consolidated table of opinions (bảng tổng hợp, tiếp thu, giải trình) as sheets: opinions, and who was silent. */
export function opinionSheets(opinions: readonly OpinionLine[], silent: readonly string[]): Sheet[] {
  return [
    {
      name: 'Tổng hợp ý kiến',
      columns: [
        { title: 'TT', kind: 'integer', width: 6 },
        { title: 'Đơn vị', kind: 'text', width: 32 },
        { title: 'Người góp ý', kind: 'text', width: 22 },
        { title: 'Thời gian', kind: 'text', width: 18 },
        { title: 'Mục, đoạn', kind: 'text', width: 18 },
        { title: 'Ý kiến', kind: 'text', width: 50 },
        { title: 'Xử lý', kind: 'text', width: 18 },
        { title: 'Nội dung tiếp thu, giải trình', kind: 'text', width: 50 },
      ],
      rows: opinions.map((opinion, index) => [
        index + 1,
        opinion.unitName,
        opinion.accountName,
        formatDateTime(opinion.givenAt),
        opinion.passage,
        opinion.stance === 'agrees' ? 'Nhất trí' : opinion.body,
        opinion.disposition
          ? dispositionNames[opinion.disposition]
          : opinion.stance === 'agrees'
            ? ''
            : 'Chưa xử lý',
        opinion.reply ?? '',
      ]),
    },
    {
      name: 'Chưa trả lời',
      columns: [
        { title: 'TT', kind: 'integer', width: 6 },
        { title: 'Đơn vị', kind: 'text', width: 40 },
      ],
      rows: silent.map((name, index) => [index + 1, name]),
    },
  ];
}
