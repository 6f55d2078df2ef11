import type { Commune } from '#reference/dien-bien';
import type { Draws } from './draws.ts';

/** Shares by code of an ethnic group ('03' Thái, in the national list of 1979); they need not make 100. */
export type EthnicShares = Readonly<Record<string, number>>;

const kinh = '01';
const tay = '02';
const thai = '03';
const hoa = '04';
const muong = '06';
const nung = '07';
const mong = '08';
const dao = '09';
const khoMu = '29';
const khang = '33';
const xinhMun = '34';
const haNhi = '35';
const lao = '37';
const cong = '48';
const siLa = '50';

/** Groups of fewer than 10,000 people in the country (dân tộc rất ít người) that live in the province. */
export const verySmallGroups: ReadonlySet<string> = new Set([cong, siLa]);

/** Who works in the schools, in the sample. */
export const staffShares: EthnicShares = { [thai]: 38, [mong]: 30, [kinh]: 24, [khoMu]: 8 };

/** Who lives where: the known picture of each former district in round figures, not a count. */
const sharesOfArea: Readonly<Record<string, EthnicShares>> = {
  'Điện Biên Phủ': { [kinh]: 55, [thai]: 34, [mong]: 6, [khoMu]: 2, [tay]: 1, [muong]: 1, [hoa]: 1 },
  'Mường Lay': { [thai]: 66, [kinh]: 16, [mong]: 12, [dao]: 2, [khang]: 2, [hoa]: 2 },
  'Điện Biên': { [thai]: 55, [kinh]: 21, [mong]: 11, [khoMu]: 8, [lao]: 3, [tay]: 1, [nung]: 1 },
  'Điện Biên Đông': { [mong]: 54, [thai]: 31, [khoMu]: 6, [lao]: 4, [xinhMun]: 3, [kinh]: 2 },
  'Mường Ảng': { [thai]: 73, [mong]: 14, [kinh]: 7, [khoMu]: 6 },
  'Mường Chà': { [mong]: 67, [thai]: 21, [kinh]: 4, [khoMu]: 3, [hoa]: 4, [khang]: 1 },
  'Mường Nhé': {
    [mong]: 76,
    [thai]: 7,
    [haNhi]: 4,
    [dao]: 4,
    [kinh]: 4,
    [cong]: 2,
    [siLa]: 1.5,
    [khang]: 1.5,
  },
  'Nậm Pồ': { [mong]: 70, [thai]: 18, [dao]: 4, [kinh]: 3, [khoMu]: 2, [hoa]: 2, [cong]: 1 },
  'Tuần Giáo': { [thai]: 58, [mong]: 30, [kinh]: 7, [khang]: 3, [khoMu]: 2 },
  'Tủa Chùa': { [mong]: 73, [thai]: 16, [kinh]: 4, [dao]: 4, [hoa]: 2, [khang]: 1 },
};

const sharesOfCommune: Readonly<Record<string, EthnicShares>> = {
  // Sín Thầu, in the corner of three countries
  '03158': { [haNhi]: 72, [mong]: 20, [kinh]: 5, [thai]: 3 },
};

/** Shares of the whole province, for communes of no known area. */
const sharesOfProvince: EthnicShares = {
  [thai]: 38.1,
  [mong]: 34.8,
  [kinh]: 18.4,
  [khoMu]: 3.3,
  [dao]: 1.1,
  [lao]: 0.9,
  [haNhi]: 0.9,
  [khang]: 0.9,
  [hoa]: 0.5,
  [xinhMun]: 0.4,
  [tay]: 0.3,
  [cong]: 0.2,
  [muong]: 0.1,
  [siLa]: 0.1,
};

/** Who lives in a commune; `area`: its former district. Communes of one area differ by up to a third in their first group. */
export function sharesOf(draws: Draws, commune: Commune, area: string): EthnicShares {
  const known = sharesOfCommune[commune.code];
  if (known) return known;
  const shares = sharesOfArea[area] ?? sharesOfProvince;
  const [first] = Object.entries(shares).sort(([, a], [, b]) => b - a);
  if (!first) throw new RangeError(`nobody lives in ${commune.name}`);
  const tilt = 0.7 + draws.number(`${commune.code}/tilt`, 61) / 100;
  return { ...shares, [first[0]]: first[1] * tilt };
}

/** One group for `path`, as often as its share. */
export function drawGroup(draws: Draws, path: string, shares: EthnicShares): string {
  const entries = Object.entries(shares);
  const total = entries.reduce((sum, [, share]) => sum + share, 0);
  let left = (draws.number(path, 2 ** 32) / 2 ** 32) * total;
  for (const [group, share] of entries) {
    left -= share;
    if (left < 0) return group;
  }
  throw new RangeError(`no share for ${path}`);
}
