import type { Sheet } from '#platform/documents';

/** Somebody a notice went to. */
interface Receipt {
  readonly name: string;
  readonly kind: keyof typeof kinds;
  /** Because of which pupils, as printed. */
  readonly pupils: string;
  readonly readAt: string | null;
}

const kinds = { guardian: 'Phụ huynh', pupil: 'Học sinh', teacher: 'Giáo viên' } as const;

/** Who has read a notice and who has not, the unread first. */
export function receiptSheet(receipts: readonly Receipt[], printed: (instant: string) => string): Sheet {
  return {
    name: 'Đã đọc, chưa đọc',
    columns: [
      { title: 'STT', kind: 'integer', width: 6 },
      { title: 'Người nhận', kind: 'text', width: 30 },
      { title: 'Là', kind: 'text', width: 12 },
      { title: 'Của học sinh', kind: 'text', width: 40 },
      { title: 'Đã đọc lúc', kind: 'text', width: 20 },
    ],
    rows: receipts.map(({ name, kind, pupils, readAt }, at) => [
      at + 1,
      name,
      kinds[kind],
      pupils,
      readAt === null ? 'Chưa đọc' : printed(readAt),
    ]),
  };
}
