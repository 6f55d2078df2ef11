import type { Sheet } from '#platform/documents';
import type { GroupKind, Reason } from '../rules/group.ts';
import type { Change, Progress } from '../rules/progress.ts';
import { subjectName } from '../rules/template.ts';

const kinds: Readonly<Record<GroupKind, string>> = {
  remedial: 'Phụ đạo',
  gifted: 'Bồi dưỡng học sinh giỏi',
  finalYearReview: 'Ôn thi cuối cấp',
  club: 'Câu lạc bộ',
  language: 'Ngoại ngữ, tiếng dân tộc',
  stem: 'STEM, tin học',
  sport: 'Thể thao',
  elective: 'Môn lựa chọn',
  topic: 'Chuyên đề học tập',
};

const why: Readonly<Record<Reason, string>> = {
  belowRequirement: 'Chưa đạt',
  chosenGifted: 'Được chọn',
  finalYearVolunteer: 'Tự nguyện ôn thi',
  wish: 'Đăng ký',
  decision: 'Quyết định',
};

interface PrintedGroup {
  readonly name: string;
  readonly kind: GroupKind;
  readonly subjectCode: string | null;
  readonly grade: number | null;
  readonly pupils: number;
  readonly sizeLimit: number;
  readonly periodsPerWeek: number;
  readonly teacherName: string | null;
  readonly received: number;
  readonly state: 'proposed' | 'confirmed';
}

const moved: Readonly<Record<Change, string>> = { better: 'Tiến bộ', same: 'Giữ nguyên', worse: 'Giảm' };

interface PrintedMember {
  readonly name: string;
  readonly className: string | null;
  readonly reason: Reason;
  readonly reasonText: string;
  readonly requestNumber: string | null;
  readonly receivedOn: string | null;
  readonly firstBasis: string | null;
  readonly nowBasis: string | null;
  readonly change: Change | null;
}

/** The groups of a school, and everybody in them with reason and request, as two sheets. */
export function groupSheets(
  groups: readonly {
    readonly head: PrintedGroup;
    readonly members: readonly PrintedMember[];
    readonly progress: Progress | null;
  }[],
): Sheet[] {
  return [
    {
      name: 'Các nhóm',
      columns: [
        { title: 'Nhóm', kind: 'text', width: 40 },
        { title: 'Loại', kind: 'text', width: 26 },
        { title: 'Môn', kind: 'text', width: 24 },
        { title: 'Khối', kind: 'text', width: 8 },
        { title: 'Số em', kind: 'integer', width: 8 },
        { title: 'Số chỗ', kind: 'integer', width: 8 },
        { title: 'Tiết/tuần', kind: 'integer', width: 10 },
        { title: 'Người dạy', kind: 'text', width: 28 },
        { title: 'Đơn đã nhận', kind: 'integer', width: 12 },
        { title: 'Tình trạng', kind: 'text', width: 14 },
        { title: 'Có kết quả để so', kind: 'integer', width: 16 },
        { title: 'Tiến bộ', kind: 'integer', width: 10 },
      ],
      rows: groups.map(({ head, progress }) => [
        head.name,
        kinds[head.kind],
        head.subjectCode ? subjectName(head.subjectCode) : '',
        head.grade === null ? '' : `${head.grade}`,
        head.pupils,
        head.sizeLimit,
        head.periodsPerWeek,
        head.teacherName ?? '',
        head.received,
        head.state === 'confirmed' ? 'Đã duyệt' : 'Dự kiến',
        progress?.compared ?? '',
        progress?.better ?? '',
      ]),
    },
    {
      name: 'Học sinh',
      columns: [
        { title: 'Nhóm', kind: 'text', width: 40 },
        { title: 'STT', kind: 'integer', width: 6 },
        { title: 'Họ và tên', kind: 'text', width: 30 },
        { title: 'Lớp', kind: 'text', width: 8 },
        { title: 'Diện', kind: 'text', width: 18 },
        { title: 'Lí do', kind: 'text', width: 70 },
        { title: 'Số đơn', kind: 'text', width: 16 },
        { title: 'Nhận đơn', kind: 'date', width: 12 },
        { title: 'Kết quả khi vào nhóm', kind: 'text', width: 44 },
        { title: 'Kết quả hiện nay', kind: 'text', width: 44 },
        { title: 'Thay đổi', kind: 'text', width: 14 },
      ],
      rows: groups.flatMap(({ head, members }) =>
        members.map((member, at) => [
          head.name,
          at + 1,
          member.name,
          member.className ?? '',
          why[member.reason],
          member.reasonText,
          member.requestNumber ?? '',
          member.receivedOn ?? '',
          member.firstBasis ?? '',
          member.nowBasis ?? '',
          member.change ? moved[member.change] : '',
        ]),
      ),
    },
  ];
}

interface PrintedBlock {
  readonly groups: readonly {
    readonly name: string;
    readonly teacherName: string | null;
    readonly pupils: number;
    readonly first: number;
    readonly second: number;
    readonly own: number;
  }[];
  readonly pupils: readonly {
    readonly name: string;
    readonly className: string;
    readonly wishes: readonly string[];
    readonly lot: number | null;
    readonly group: string;
    readonly wish: number | null;
    readonly missed: readonly string[];
  }[];
}

/** Groups of a block as proposed by wishes, and everybody with wishes, lot and group, as two sheets. */
export function blockSheets({ groups, pupils }: PrintedBlock): Sheet[] {
  return [
    {
      name: 'Các nhóm',
      columns: [
        { title: 'Nhóm', kind: 'text', width: 40 },
        { title: 'Người dạy', kind: 'text', width: 28 },
        { title: 'Số em', kind: 'integer', width: 8 },
        { title: 'Nguyện vọng 1', kind: 'integer', width: 14 },
        { title: 'Nguyện vọng 2', kind: 'integer', width: 14 },
        { title: 'Môn của lớp', kind: 'integer', width: 14 },
      ],
      rows: groups.map(({ name, teacherName, ...count }) => [
        name,
        teacherName ?? '',
        count.pupils,
        count.first,
        count.second,
        count.own,
      ]),
    },
    {
      name: 'Học sinh',
      columns: [
        { title: 'STT', kind: 'integer', width: 6 },
        { title: 'Họ và tên', kind: 'text', width: 30 },
        { title: 'Lớp', kind: 'text', width: 8 },
        { title: 'Nguyện vọng 1', kind: 'text', width: 28 },
        { title: 'Nguyện vọng 2', kind: 'text', width: 28 },
        { title: 'Số thăm', kind: 'integer', width: 10 },
        { title: 'Nhóm', kind: 'text', width: 40 },
        { title: 'Xếp theo', kind: 'text', width: 18 },
        { title: 'Vì sao', kind: 'text', width: 70 },
      ],
      rows: pupils.map(({ name, className, wishes, lot, group, wish, missed }, at) => [
        at + 1,
        name,
        className,
        wishes[0] ?? '',
        wishes[1] ?? '',
        lot ?? '',
        group,
        wish === null ? 'Môn của lớp' : `Nguyện vọng ${wish}`,
        missed.join('; '),
      ]),
    },
  ];
}
