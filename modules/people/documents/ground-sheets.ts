import type { Sheet } from '#platform/documents';
import { type RoomKind, roomKindWords } from '../rules/room.ts';
import { type ClassKind, classKindWords } from '../rules/school-class.ts';

interface ListedRoom {
  readonly name: string;
  readonly kind: RoomKind;
  readonly capacity: number | null;
  readonly solid: boolean;
  readonly siteName: string | null;
  readonly equipment: readonly string[];
  readonly closedOn: string | null;
  readonly classNames: readonly string[];
}

/** Rooms of a school as a sheet. */
export function roomSheet(rooms: readonly ListedRoom[]): Sheet {
  return {
    name: 'Phòng học',
    columns: [
      { title: 'STT', kind: 'integer', width: 6 },
      { title: 'Tên phòng', kind: 'text', width: 22 },
      { title: 'Loại phòng', kind: 'text', width: 20 },
      { title: 'Số chỗ', kind: 'integer', width: 10 },
      { title: 'Kiên cố', kind: 'text', width: 10 },
      { title: 'Điểm trường', kind: 'text', width: 24 },
      { title: 'Các lớp', kind: 'text', width: 24 },
      { title: 'Thiết bị', kind: 'text', width: 30 },
      { title: 'Ngừng dùng từ', kind: 'date', width: 14 },
    ],
    rows: rooms.map((room, at) => [
      at + 1,
      room.name,
      roomKindWords[room.kind],
      room.capacity ?? '',
      room.solid ? 'Có' : 'Không',
      room.siteName ?? '',
      room.classNames.join(', '),
      room.equipment.join(', '),
      room.closedOn ?? '',
    ]),
  };
}

interface ListedClass {
  readonly grade: number;
  readonly name: string;
  readonly kind: ClassKind;
  readonly homeroomName: string | null;
  readonly roomName: string | null;
  readonly siteName: string | null;
  readonly twoSessions: boolean;
  readonly pupils: number;
  readonly female: number;
  readonly minority: number;
  readonly limit: { readonly pupils: number };
  readonly warnings: readonly { readonly message: string }[];
}

/** Classes of a school year as a sheet, with what should be looked at. */
export function classSheet(classes: readonly ListedClass[]): Sheet {
  return {
    name: 'Lớp học',
    columns: [
      { title: 'STT', kind: 'integer', width: 6 },
      { title: 'Khối', kind: 'integer', width: 8 },
      { title: 'Lớp', kind: 'text', width: 12 },
      { title: 'Loại lớp', kind: 'text', width: 14 },
      { title: 'Giáo viên chủ nhiệm', kind: 'text', width: 28 },
      { title: 'Phòng học', kind: 'text', width: 16 },
      { title: 'Điểm trường', kind: 'text', width: 22 },
      { title: 'Học 2 buổi/ngày', kind: 'text', width: 12 },
      { title: 'Sĩ số', kind: 'integer', width: 10 },
      { title: 'Nữ', kind: 'integer', width: 10 },
      { title: 'Dân tộc thiểu số', kind: 'integer', width: 12 },
      { title: 'Sĩ số tối đa', kind: 'integer', width: 10 },
      { title: 'Cần xem lại', kind: 'text', width: 60 },
    ],
    rows: classes.map((one, at) => [
      at + 1,
      one.grade,
      one.name,
      classKindWords[one.kind],
      one.homeroomName ?? '',
      one.roomName ?? '',
      one.siteName ?? '',
      one.twoSessions ? 'Có' : 'Không',
      one.pupils,
      one.female,
      one.minority,
      one.limit.pupils,
      one.warnings.map(({ message }) => message).join(' '),
    ]),
  };
}

interface ListedFigures {
  readonly name: string;
  readonly classes: number;
  readonly pupils: number;
  readonly female: number;
  readonly minority: number;
  readonly minorityFemale: number;
  readonly largestClass: number;
  readonly rooms: number;
  readonly staff: number;
  readonly staffByPost: Readonly<Record<string, number>>;
  readonly classesWithoutHomeroom: number;
}

/** Sizes of schools as a sheet: counts only, no person. */
export function figuresSheet(schools: readonly ListedFigures[]): Sheet {
  const count = (title: string) => ({ title, kind: 'integer' as const, width: 12 });
  return {
    name: 'Quy mô trường',
    columns: [
      { title: 'STT', kind: 'integer', width: 6 },
      { title: 'Trường', kind: 'text', width: 40 },
      ...[
        'Số lớp',
        'Học sinh',
        'Nữ',
        'Dân tộc thiểu số',
        'Nữ dân tộc thiểu số',
        'Lớp đông nhất',
        'Số phòng',
      ].map(count),
      ...['Cán bộ, giáo viên, nhân viên', 'Cán bộ quản lý', 'Giáo viên', 'Lớp chưa có chủ nhiệm'].map(count),
    ],
    rows: schools.map((one, at) => [
      at + 1,
      one.name,
      one.classes,
      one.pupils,
      one.female,
      one.minority,
      one.minorityFemale,
      one.largestClass,
      one.rooms,
      one.staff,
      (one.staffByPost.principal ?? 0) + (one.staffByPost.vicePrincipal ?? 0),
      one.staffByPost.teacher ?? 0,
      one.classesWithoutHomeroom,
    ]),
  };
}
