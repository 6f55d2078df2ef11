import type { Sheet } from '#platform/documents';
import { formatDate } from '#platform/i18n';

const heldNames = { taught: 'Đã dạy', online: 'Dạy trực tuyến', notTaught: 'Không dạy' } as const;

interface Log {
  readonly entries: readonly {
    readonly day: string;
    readonly half: 'morning' | 'afternoon';
    readonly period: number;
    readonly title: string;
    readonly held: keyof typeof heldNames;
    readonly remark: string;
    readonly homework: string;
    readonly staffName: string;
    readonly absent: readonly { readonly pupilId: string; readonly excused: boolean }[];
  }[];
  readonly roster: readonly {
    readonly pupilId: string;
    readonly name: string;
    readonly className: string | null;
    readonly absent: number;
    readonly excused: number;
  }[];
}

/** The log of a group and the attendance of its pupils as two sheets. */
export function groupLogSheets({ entries, roster }: Log, lessons: number): Sheet[] {
  const nameOf = new Map(roster.map(({ pupilId, name }) => [pupilId, name]));
  const text = (title: string, width: number) => ({ title, width, kind: 'text' as const });
  const count = (title: string) => ({ title, width: 12, kind: 'integer' as const });
  return [
    {
      name: 'Các tiết',
      columns: [
        text('Ngày', 12),
        text('Buổi', 8),
        count('Tiết'),
        text('Nội dung', 40),
        text('Tình trạng', 14),
        text('Học sinh vắng', 40),
        text('Nhận xét', 40),
        text('Dặn dò', 30),
        text('Giáo viên', 24),
      ],
      rows: entries
        .toReversed()
        .map((entry) => [
          formatDate(entry.day),
          entry.half === 'morning' ? 'Sáng' : 'Chiều',
          entry.period,
          entry.title,
          heldNames[entry.held],
          entry.absent
            .map(
              ({ pupilId, excused }) => `${nameOf.get(pupilId) ?? '(đã rời nhóm)'} (${excused ? 'P' : 'K'})`,
            )
            .join(', '),
          entry.remark,
          entry.homework,
          entry.staffName,
        ]),
    },
    {
      name: 'Chuyên cần',
      columns: [
        text('Họ và tên', 28),
        text('Lớp', 10),
        count('Số tiết'),
        count('Vắng'),
        count('Có phép'),
        { title: 'Tỉ lệ có mặt', width: 14, kind: 'percent' },
      ],
      rows: roster.map(({ name, className, absent, excused }) => [
        name,
        className ?? '',
        lessons,
        absent,
        excused,
        lessons > 0 ? (lessons - absent) / lessons : '',
      ]),
    },
  ];
}
