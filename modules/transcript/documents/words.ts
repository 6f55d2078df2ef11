import type { Level, PageContent } from '../rules/index.ts';

/** Words of the printed page. */
export const levelWords: Readonly<Record<Level, string>> = {
  lowerSecondary: 'Trung học cơ sở',
  upperSecondary: 'Trung học phổ thông',
};

export const relationWords: Readonly<Record<string, string>> = {
  father: 'Họ và tên cha',
  mother: 'Họ và tên mẹ',
  grandparent: 'Ông, bà',
  sibling: 'Anh, chị',
  relative: 'Người thân',
  guardian: 'Người giám hộ',
};

/** What the year ended with, in the words of the transcript (Circular 22/2021 Điều 12-14; completion ASM-44). */
export function decisionWords({ decision, outcome, completes, grade }: PageContent): string {
  const first = {
    promoted: '',
    retest: 'Kiểm tra lại trong kì nghỉ hè: ',
    summerTraining: 'Rèn luyện trong kì nghỉ hè: ',
    retained: '',
  }[decision];
  if (outcome === 'retained') return `${first}${first ? 'k' : 'K'}hông được lên lớp`;
  if (completes === 'lowerSecondary')
    return `${first}${first ? 'h' : 'H'}oàn thành chương trình trung học cơ sở`;
  if (completes === 'upperSecondary')
    return `${first}${first ? 'h' : 'H'}oàn thành chương trình giáo dục phổ thông`;
  if (grade === 9) return `${first}${first ? 'đ' : 'Đ'}ạt các điều kiện của năm học lớp 9`;
  return `${first}${first ? 'đ' : 'Đ'}ược lên lớp ${grade + 1}`;
}

export function honourWords({ honour }: PageContent): string {
  if (honour === null) return '';
  return honour === 'outstanding' ? 'Học sinh Xuất sắc' : 'Học sinh Giỏi';
}
