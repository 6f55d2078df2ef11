export const sectorKinds = ['pupils', 'staff'] as const;
export type SectorKind = (typeof sectorKinds)[number];

/** A column of the sector's sheet: its heading and which of our fields fills it ('' leaves it empty). */
export interface SectorColumn {
  readonly heading: string;
  readonly field: string;
  /** Without a value the row is not written. */
  readonly required: boolean;
  /** Our word to the sector's code; empty: our word is written. */
  readonly codes: Readonly<Record<string, string>>;
}

export interface SectorMapping {
  readonly columns: readonly SectorColumn[];
  /** Where the form comes from, as people say it. */
  readonly sourceNote: string;
}

/** The fields that a template may use, and how people call them. Sensitive ones are in no default (PRV, section 2). */
export const sectorFields: Readonly<Record<SectorKind, Readonly<Record<string, string>>>> = {
  pupils: {
    schoolCode: 'Mã trường',
    schoolName: 'Tên trường',
    grade: 'Khối',
    className: 'Lớp',
    rollNumber: 'Số thứ tự trong lớp',
    sectorCode: 'Mã định danh của ngành',
    identityNumber: 'Số định danh cá nhân',
    fullName: 'Họ và tên',
    birthDate: 'Ngày sinh',
    sex: 'Giới tính',
    birthPlace: 'Nơi sinh',
    commune: 'Xã, phường cư trú',
    village: 'Thôn, bản',
    address: 'Địa chỉ',
    phone: 'Điện thoại',
    status: 'Trạng thái',
    enrolledOn: 'Ngày vào lớp',
    ethnicGroup: 'Dân tộc (nhạy cảm)',
  },
  staff: {
    schoolCode: 'Mã trường',
    schoolName: 'Tên trường',
    code: 'Mã cán bộ, giáo viên',
    identityNumber: 'Số định danh cá nhân',
    fullName: 'Họ và tên',
    birthDate: 'Ngày sinh',
    sex: 'Giới tính',
    post: 'Vị trí việc làm',
    employment: 'Hình thức hợp đồng',
    qualification: 'Trình độ',
    joinedOn: 'Ngày về trường',
    phone: 'Điện thoại',
    email: 'Thư điện tử',
    ethnicGroup: 'Dân tộc (nhạy cảm)',
  },
};

const column = (heading: string, field: string, required = false): SectorColumn => ({
  heading,
  field,
  required,
  codes: {},
});
const note =
  'Mẫu mặc định của hệ thống theo nhóm dữ liệu của Thông tư 42/2021/TT-BGDĐT; biểu chính thức của Bộ chưa cố định, hãy sửa cho khớp biểu đang dùng.';

/** What holds until a department keeps a template of its own. */
export const defaultMappings: Readonly<Record<SectorKind, SectorMapping>> = {
  pupils: {
    columns: [
      column('Mã trường', 'schoolCode', true),
      column('Khối', 'grade', true),
      column('Tên lớp', 'className', true),
      column('Mã định danh Bộ GD&ĐT', 'sectorCode'),
      column('Số định danh cá nhân', 'identityNumber'),
      column('Họ và tên', 'fullName', true),
      column('Ngày sinh', 'birthDate', true),
      column('Giới tính', 'sex', true),
      column('Nơi sinh', 'birthPlace'),
      column('Xã/Phường', 'commune'),
      column('Thôn/Bản', 'village'),
      column('Trạng thái', 'status', true),
    ],
    sourceNote: note,
  },
  staff: {
    columns: [
      column('Mã trường', 'schoolCode', true),
      column('Mã định danh Bộ GD&ĐT', 'code'),
      column('Số định danh cá nhân', 'identityNumber', true),
      column('Họ và tên', 'fullName', true),
      column('Ngày sinh', 'birthDate', true),
      column('Giới tính', 'sex', true),
      column('Vị trí việc làm', 'post', true),
      column('Hình thức hợp đồng', 'employment', true),
      column('Trình độ chuyên môn', 'qualification', true),
      column('Ngày về trường', 'joinedOn'),
    ],
    sourceNote: note,
  },
};
