export const roomKinds = [
  'classroom',
  'laboratory',
  'computerRoom',
  'musicRoom',
  'artRoom',
  'technologyRoom',
  'languageRoom',
  'gym',
  'playground',
  'library',
  'hall',
  'other',
] as const;
export type RoomKind = (typeof roomKinds)[number];

/** Names that rooms' equipment usually goes by; a school may write others. */
export const usualEquipment: readonly string[] = [
  'Máy chiếu',
  'Ti vi',
  'Bảng tương tác',
  'Máy tính',
  'Thiết bị thí nghiệm',
  'Đàn phím điện tử',
  'Loa, âm thanh',
  'Dụng cụ thể thao',
];

/** How people in schools call each kind, for spreadsheets. */
export const roomKindWords: Readonly<Record<RoomKind, string>> = {
  classroom: 'Phòng học',
  laboratory: 'Phòng thí nghiệm',
  computerRoom: 'Phòng Tin học',
  musicRoom: 'Phòng Âm nhạc',
  artRoom: 'Phòng Mĩ thuật',
  technologyRoom: 'Phòng Công nghệ',
  languageRoom: 'Phòng Ngoại ngữ',
  gym: 'Nhà đa năng',
  playground: 'Sân tập',
  library: 'Thư viện',
  hall: 'Hội trường',
  other: 'Phòng khác',
};
