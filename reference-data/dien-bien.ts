/**
 * Điện Biên: the province, its 45 communes and wards, and the upper-secondary schools by published name.
 *
 * Communes and wards: names and kinds by Resolution 1661/NQ-UBTVQH15 of 16/6/2025, in force since 1/7/2025
 * (42 communes, 3 wards; no district level any more). Codes: the national list of administrative units as
 * published in the open data set vietnamese-provinces-database, read 2/8/2026; a code is a string with its
 * leading zero. Match a unit by code, never by name: today's xã Mường Chà is not the former town Mường Chà.
 * Centroid (degrees, WGS 84), area (km², rounded) and whether the commune touches Laos or China: computed
 * from the published boundary polygons, 2026. Former districts: general knowledge, kept because people and
 * school names still use them; no legal meaning.
 */

/** A commune (xã) or ward (phường) of a province. */
export interface Commune {
  readonly code: string;
  /** Without "xã" or "phường". */
  readonly name: string;
  readonly kind: 'commune' | 'ward';
  /** Touches another country. */
  readonly border: boolean;
  readonly latitude: number;
  readonly longitude: number;
  readonly areaSquareKm: number;
  /** Districts before 1/7/2025, the one with the commune's seat first. */
  readonly formerDistricts: readonly string[];
}

/** Name and national code (General Statistics Office) of the province; not merged in 2025. */
export const dienBienProvince = {
  code: '11',
  name: 'Điện Biên',
  department: 'Sở Giáo dục và Đào tạo tỉnh Điện Biên',
} as const;

function commune(
  code: string,
  name: string,
  kind: Commune['kind'],
  border: boolean,
  latitude: number,
  longitude: number,
  areaSquareKm: number,
  formerDistricts: readonly string[],
): Commune {
  return { code, name, kind, border, latitude, longitude, areaSquareKm, formerDistricts };
}

/** The 45 communes and wards in the order of their codes. */
export const dienBienCommunes: readonly Commune[] = [
  commune('03127', 'Điện Biên Phủ', 'ward', false, 21.41, 103.046, 57, ['TP Điện Biên Phủ']),
  commune('03151', 'Mường Lay', 'ward', false, 22.02, 103.174, 223, ['TX Mường Lay', 'Mường Chà']),
  commune('03158', 'Sín Thầu', 'commune', true, 22.38, 102.293, 519, ['Mường Nhé']),
  commune('03160', 'Mường Nhé', 'commune', true, 22.22, 102.427, 490, ['Mường Nhé']),
  commune('03162', 'Nậm Kè', 'commune', true, 22.082, 102.589, 228, ['Mường Nhé']),
  commune('03163', 'Mường Toong', 'commune', false, 22.177, 102.64, 228, ['Mường Nhé']),
  commune('03164', 'Quảng Lâm', 'commune', true, 21.996, 102.611, 232, ['Mường Nhé', 'Nậm Pồ']),
  commune('03166', 'Mường Chà', 'commune', true, 21.968, 102.799, 462, ['Nậm Pồ']),
  commune('03169', 'Nà Hỳ', 'commune', true, 21.837, 102.724, 288, ['Nậm Pồ']),
  commune('03172', 'Na Sang', 'commune', true, 21.774, 103.068, 361, ['Mường Chà']),
  commune('03175', 'Chà Tở', 'commune', false, 21.988, 102.939, 228, ['Nậm Pồ']),
  commune('03176', 'Nà Bủng', 'commune', true, 21.722, 102.714, 152, ['Nậm Pồ']),
  commune('03181', 'Mường Tùng', 'commune', false, 21.946, 103.082, 279, ['Mường Chà']),
  commune('03193', 'Pa Ham', 'commune', false, 21.888, 103.218, 136, ['Mường Chà']),
  commune('03194', 'Nậm Nèn', 'commune', false, 21.785, 103.215, 175, ['Mường Chà']),
  commune('03199', 'Si Pa Phìn', 'commune', true, 21.807, 102.921, 242, ['Nậm Pồ']),
  commune('03202', 'Mường Pồn', 'commune', true, 21.593, 103.032, 258, ['Điện Biên', 'Mường Chà']),
  commune('03203', 'Na Son', 'commune', false, 21.274, 103.191, 226, ['Điện Biên Đông']),
  commune('03208', 'Xa Dung', 'commune', false, 21.322, 103.299, 216, ['Điện Biên Đông']),
  commune('03214', 'Mường Luân', 'commune', false, 21.247, 103.385, 170, ['Điện Biên Đông']),
  commune('03217', 'Tủa Chùa', 'commune', false, 21.824, 103.36, 107, ['Tủa Chùa', 'Tuần Giáo']),
  commune('03220', 'Tủa Thàng', 'commune', false, 22.0, 103.434, 162, ['Tủa Chùa']),
  commune('03226', 'Sín Chải', 'commune', false, 22.057, 103.331, 190, ['Tủa Chùa']),
  commune('03241', 'Sính Phình', 'commune', false, 21.939, 103.339, 175, ['Tủa Chùa']),
  commune('03244', 'Sáng Nhè', 'commune', false, 21.846, 103.462, 190, ['Tủa Chùa', 'Tuần Giáo']),
  commune('03253', 'Tuần Giáo', 'commune', false, 21.631, 103.434, 105, ['Tuần Giáo']),
  commune('03256', 'Mường Ảng', 'commune', false, 21.491, 103.214, 87, ['Mường Ảng']),
  commune('03260', 'Pú Nhung', 'commune', false, 21.72, 103.495, 213, ['Tuần Giáo']),
  commune('03268', 'Mường Mùn', 'commune', false, 21.724, 103.297, 248, ['Tuần Giáo']),
  commune('03283', 'Chiềng Sinh', 'commune', false, 21.627, 103.312, 208, ['Tuần Giáo']),
  commune('03295', 'Quài Tở', 'commune', false, 21.552, 103.466, 182, ['Tuần Giáo']),
  commune('03301', 'Búng Lao', 'commune', false, 21.539, 103.306, 151, ['Mường Ảng']),
  commune('03313', 'Mường Lạn', 'commune', false, 21.454, 103.314, 133, ['Mường Ảng']),
  commune('03316', 'Nà Tấu', 'commune', false, 21.572, 103.153, 200, ['TP Điện Biên Phủ', 'Mường Ảng']),
  commune('03325', 'Mường Phăng', 'commune', false, 21.466, 103.104, 162, ['TP Điện Biên Phủ']),
  commune('03328', 'Thanh Nưa', 'commune', true, 21.428, 102.96, 176, ['Điện Biên']),
  commune('03334', 'Mường Thanh', 'ward', false, 21.363, 103.034, 28, ['TP Điện Biên Phủ', 'Điện Biên']),
  commune('03349', 'Thanh Yên', 'commune', true, 21.306, 102.921, 130, ['Điện Biên']),
  commune('03352', 'Thanh An', 'commune', false, 21.307, 103.039, 57, ['Điện Biên']),
  commune('03356', 'Sam Mứn', 'commune', true, 21.218, 102.953, 156, ['Điện Biên']),
  commune('03358', 'Núa Ngam', 'commune', true, 21.172, 103.043, 266, ['Điện Biên']),
  commune('03368', 'Mường Nhà', 'commune', true, 21.008, 103.163, 461, ['Điện Biên']),
  commune('03370', 'Pu Nhi', 'commune', false, 21.351, 103.144, 180, ['Điện Biên Đông']),
  commune('03382', 'Phình Giàng', 'commune', false, 21.121, 103.22, 227, ['Điện Biên Đông']),
  commune('03385', 'Tìa Dình', 'commune', false, 21.139, 103.341, 178, ['Điện Biên Đông']),
];

/** Upper-secondary school as named in a published list; the name is uncertain until the department confirms it. */
export interface PublishedSchool {
  readonly name: string;
  readonly kind: 'upperSecondary' | 'combinedSecondary' | 'ethnicBoardingUpper' | 'specialised';
  /** False: not in the published list; the school of that former district is known to exist, its exact name is not. */
  readonly listed: boolean;
}

/** What to show beside these names. */
export const publishedSchoolsNote = 'Tên theo danh sách công bố trước 1/7/2025, cập nhật theo Sở.';

function published(
  kind: PublishedSchool['kind'],
  listed: boolean,
  names: readonly string[],
): PublishedSchool[] {
  return names.map((name) => ({ name, kind, listed }));
}

/**
 * The 33 upper-secondary schools of 2023-2025: 25 named in a nationwide list of schools published before
 * 1/7/2025, and the eight boarding schools (PTDTNT) of former districts, of which two are named in the press
 * of 2024-2025. Names to choose from when a department enters its schools, not a register: the department's
 * own list decides.
 */
export const dienBienUpperSecondarySchools: readonly PublishedSchool[] = [
  ...published('upperSecondary', true, [
    'THPT thành phố Điện Biên Phủ',
    'THPT Phan Đình Giót',
    'THPT Lương Thế Vinh',
    'THPT thị xã Mường Lay',
    'THPT huyện Điện Biên',
    'THPT Thanh Chăn',
    'THPT Mường Nhà',
    'THPT Nà Tấu',
    'THPT Thanh Nưa',
    'THPT Tuần Giáo',
    'THPT Mùn Chung',
    'THPT Quài Tở',
    'THPT Mường Chà',
    'THPT Tủa Chùa',
    'THPT Trần Can',
    'THPT Mường Luân',
    'THPT Mường Nhé',
    'THPT Mường Ảng',
    'THPT Búng Lao',
    'THPT Chà Cang',
    'THPT Nậm Pồ',
  ]),
  ...published('specialised', true, ['THPT chuyên Lê Quý Đôn']),
  ...published('combinedSecondary', true, ['THCS và THPT Tả Sìn Thàng', 'THCS và THPT Quyết Tiến']),
  ...published('ethnicBoardingUpper', true, ['PTDTNT THPT tỉnh']),
  ...published('ethnicBoardingUpper', false, [
    'PTDTNT THPT Mường Ảng',
    'PTDTNT THPT Na Son',
    'PTDTNT THPT huyện Điện Biên',
    'PTDTNT THPT Tuần Giáo',
    'PTDTNT THPT Tủa Chùa',
    'PTDTNT THPT Mường Chà',
    'PTDTNT THPT Mường Nhé',
    'PTDTNT THPT Nậm Pồ',
  ]),
];
