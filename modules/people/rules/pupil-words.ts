import type { PupilStatus, RecordedMove, Relation } from './pupil.ts';
import type { Outcome } from './roll-over.ts';

/** How people in schools call it, for messages and for spreadsheets. */
export const statusWords: Readonly<Record<PupilStatus, string>> = {
  learning: 'đang học',
  away: 'đã bỏ học',
  graduated: 'đã hoàn thành cấp học',
  left: 'đã chuyển ra ngoài tỉnh',
};

export const sexWords = { female: 'Nữ', male: 'Nam' } as const;

export const relationWords: Readonly<Record<Relation, string>> = {
  father: 'Bố',
  mother: 'Mẹ',
  grandparent: 'Ông, bà',
  sibling: 'Anh, chị',
  relative: 'Họ hàng',
  guardian: 'Người giám hộ',
};

export const movementWords: Readonly<
  Record<RecordedMove | 'transferredOut' | 'transferredIn' | 'promoted' | 'repeated' | 'graduated', string>
> = {
  enrolled: 'Vào lớp',
  classChanged: 'Đổi lớp',
  transferredOut: 'Chuyển trường đi',
  transferredIn: 'Chuyển trường đến',
  droppedOut: 'Bỏ học',
  returned: 'Trở lại học',
  promoted: 'Lên lớp',
  repeated: 'Ở lại lớp',
  graduated: 'Hoàn thành cấp học',
  leftProvince: 'Chuyển ra ngoài tỉnh',
};

export const outcomeWords: Readonly<Record<Outcome, string>> = {
  promoted: 'Lên lớp',
  repeated: 'Ở lại lớp',
  graduated: 'Hoàn thành cấp học',
  left: 'Chuyển ra ngoài tỉnh',
};

export const transferStateWords = {
  asked: 'Đang chờ',
  accepted: 'Đã nhận',
  refused: 'Không nhận',
  withdrawn: 'Đã rút',
} as const;
