import type { Draws } from './draws.ts';

const firsts = ['Huổi', 'Nà', 'Nậm', 'Pú', 'Pá', 'Co', 'Háng', 'Phiêng', 'Hua', 'Tà', 'Chiềng', 'Mường'];
const seconds = [
  'Lóng',
  'Pen',
  'Khoang',
  'Sản',
  'Mạ',
  'Hịa',
  'Chua',
  'Lanh',
  'Sung',
  'Cang',
  'Nhộp',
  'Pục',
  'Đích',
  'Hạ',
  'Lếch',
  'Say',
  'Nọi',
  'Luông',
  'Tấu',
  'Vai',
  'Cuông',
  'Xôm',
  'Thín',
  'Én',
];

/** An invented village or commune name of two words for `path`. */
export function placeName(draws: Draws, path: string): string {
  return `${draws.pick(`${path}/first`, firsts)} ${draws.pick(`${path}/second`, seconds)}`;
}

/** `count` different invented place names in a fixed order; at most 288. */
export function differentPlaceNames(draws: Draws, path: string, count: number): string[] {
  const all = firsts.flatMap((first) => seconds.map((second) => `${first} ${second}`));
  if (count > all.length)
    throw new RangeError(`only ${all.length} different place names, ${count} asked for`);
  const ordered = all.map((name) => ({ name, key: draws.number(`${path}/${name}`, 2 ** 32) }));
  ordered.sort((a, b) => a.key - b.key || (a.name < b.name ? -1 : 1));
  return ordered.slice(0, count).map((entry) => entry.name);
}
