import type { Petition } from '#platform/documents';
import { formatDate } from '#platform/i18n';
import { subjectName } from '../rules/template.ts';

/** What a request says of the group. */
interface RequestedGroup {
  readonly name: string;
  readonly subjectCode: string | null;
  readonly periodsPerWeek: number;
  readonly schoolYear: string;
}

/** What it says of the pupil; `birthDate` 'YYYY-MM-DD'. */
interface Requesting {
  readonly name: string;
  readonly birthDate: string;
  readonly className: string | null;
  readonly requestNumber: string | null;
  readonly reasonText: string;
}

/**
 * The written request of each member, to be signed by pupil and parents: the contents of form 01 of Thông tư 29/2024/TT-BGDĐT (Điều 5),
 * in words of our own, with what the system knows filled in.
 */
export function requestPetitions(
  group: RequestedGroup,
  members: readonly Requesting[],
  { school, place }: { readonly school: string; readonly place: string },
): Petition[] {
  const what = group.subjectCode
    ? `môn ${subjectName(group.subjectCode)}, lớp “${group.name}”`
    : `“${group.name}”`;
  return members.map(({ name, birthDate, className, requestNumber, reasonText }) => ({
    number: requestNumber ?? '',
    title: group.subjectCode
      ? 'ĐƠN ĐĂNG KÝ HỌC THÊM TRONG NHÀ TRƯỜNG'
      : 'ĐƠN ĐĂNG KÝ THAM GIA HOẠT ĐỘNG BUỔI 2',
    addressee: `Hiệu trưởng ${school}`,
    paragraphs: [
      `Em tên là: ${name}. Ngày sinh: ${formatDate(birthDate)}. Học sinh lớp ${className ?? '………'}, năm học ${group.schoolYear}.`,
      `Em đăng ký học ${what}, ${group.periodsPerWeek} tiết mỗi tuần, do nhà trường tổ chức, không thu tiền.`,
      `Lí do: ${reasonText}.`,
      'Em tự nguyện học và hứa thực hiện nội quy của lớp, của nhà trường.',
      'Ý kiến của cha, mẹ hoặc người giám hộ (ghi rõ đồng ý hoặc không đồng ý): ………………………………………',
    ],
    place,
    signatures: ['Cha, mẹ (người giám hộ)', 'Học sinh'],
  }));
}
