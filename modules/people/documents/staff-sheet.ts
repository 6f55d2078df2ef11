import type { Sheet } from '#platform/documents';
import { sexWords } from '../rules/pupil-words.ts';
import {
  type Employment,
  employmentWords,
  type Post,
  postWords,
  type Qualification,
  qualificationWords,
  subjectName,
} from '../rules/staff.ts';

interface ListedStaff {
  readonly code: string | null;
  readonly fullName: string;
  readonly sex: 'female' | 'male';
  readonly post: Post;
  readonly employment: Employment;
  readonly qualification: Qualification;
  readonly teamName: string | null;
  readonly unitName: string;
  readonly subjects: readonly { readonly subjectCode: string; readonly strand: string }[];
  readonly homeroomOf: readonly string[];
  readonly phone: string | null;
  readonly joinedOn: string;
  readonly leftOn: string | null;
}

/** The list of staff as a sheet; nothing sensitive (identity number, ethnic group) leaves by it. */
export function staffSheet(staff: readonly ListedStaff[]): Sheet {
  const text = (title: string, width: number) => ({ title, kind: 'text' as const, width });
  return {
    name: 'Đội ngũ',
    columns: [
      { title: 'STT', kind: 'integer', width: 6 },
      text('Mã cán bộ', 14),
      text('Họ và tên', 28),
      text('Giới tính', 10),
      text('Vị trí việc làm', 22),
      text('Hình thức', 14),
      text('Trình độ', 14),
      text('Tổ chuyên môn', 24),
      text('Môn dạy được', 40),
      text('Chủ nhiệm lớp', 14),
      text('Điện thoại', 14),
      text('Trường', 34),
      { title: 'Ngày về trường', kind: 'date', width: 14 },
      { title: 'Ngày thôi làm việc', kind: 'date', width: 14 },
    ],
    rows: staff.map((one, at) => [
      at + 1,
      one.code ?? '',
      one.fullName,
      sexWords[one.sex],
      postWords[one.post],
      employmentWords[one.employment],
      qualificationWords[one.qualification],
      one.teamName ?? '',
      one.subjects.map(({ subjectCode, strand }) => subjectName(subjectCode, strand)).join(', '),
      one.homeroomOf.join(', '),
      one.phone ?? '',
      one.unitName,
      one.joinedOn,
      one.leftOn ?? '',
    ]),
  };
}
