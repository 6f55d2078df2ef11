/** A demo account as the start banner shows it. */
export interface DemoAccount {
  readonly username: string;
  /** Who the person is. */
  readonly who: string;
  /** The page this person looks at first. */
  readonly page: string;
}

const board = 'Bảng theo dõi';
const inbox = 'Việc của tôi';

/** Commune in which the demo accounts of a lower-secondary school work: xã Mường Pồn. */
export const demoCommuneCode = '03202';

/** Accounts of the demo province with short names, from the department down to a pupil and the family. */
export const demoAccounts: readonly DemoAccount[] = [
  { username: 'giamdoc', who: 'Lãnh đạo Sở Giáo dục và Đào tạo', page: board },
  { username: 'truongphong', who: 'Trưởng phòng Giáo dục trung học', page: board },
  { username: 'chuyenvien', who: 'Chuyên viên phụ trách hai cụm chuyên môn', page: board },
  { username: 'lanhdao.muongpon', who: 'Lãnh đạo UBND xã Mường Pồn', page: board },
  { username: 'xa.muongpon', who: 'Cán bộ Phòng Văn hóa – Xã hội xã Mường Pồn', page: inbox },
  { username: 'hieutruong', who: 'Hiệu trưởng trường THCS ở Mường Pồn', page: inbox },
  { username: 'phohieutruong', who: 'Phó hiệu trưởng trường THCS ở Mường Pồn', page: inbox },
  { username: 'vanthu', who: 'Văn thư trường THCS ở Mường Pồn', page: inbox },
  { username: 'totruong', who: 'Tổ trưởng Tổ Toán – Khoa học tự nhiên', page: inbox },
  { username: 'giaovien', who: 'Giáo viên Tổ Toán – Khoa học tự nhiên', page: inbox },
  { username: 'chunhiem', who: 'Giáo viên chủ nhiệm', page: inbox },
  { username: 'hocsinh', who: 'Học sinh lớp 6A trường THCS ở Mường Pồn', page: 'Trang của tôi' },
  { username: 'chame', who: 'Cha mẹ của học sinh ấy', page: 'Trang của tôi' },
  { username: 'hieutruong.thpt', who: 'Hiệu trưởng một trường THPT', page: inbox },
  { username: 'quantri', who: 'Quản trị hệ thống của Sở', page: 'Tài khoản' },
];
