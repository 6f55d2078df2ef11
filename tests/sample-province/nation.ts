import type { Commune } from '#reference/dien-bien';
import { openDraws } from './draws.ts';
import { generateProvince, type Province } from './generate.ts';
import { differentPlaceNames } from './place-names.ts';

const communesPerSchool = 45 / 166;
const communesPerArea = 5;

/**
 * An invented country for measuring: `provinces` departments with `schools` schools between them, one after
 * the other so that memory holds a single province. Few people. All names are invented.
 */
export function* generateNation(options: {
  readonly provinces: number;
  readonly schools: number;
  readonly seed?: string;
}): Generator<Province> {
  const { provinces, schools, seed = 'hoa-ban-nation' } = options;
  for (let at = 0; at < provinces; at++) {
    const own = Math.floor(((at + 1) * schools) / provinces) - Math.floor((at * schools) / provinces);
    const number = String(at + 1).padStart(2, '0');
    yield generateProvince({
      seed,
      departmentCode: `P${number}`,
      departmentName: `Sở Giáo dục và Đào tạo tỉnh mẫu số ${number}`,
      communes: inventedCommunes(
        `${seed}/P${number}`,
        number,
        Math.max(1, Math.round(own * communesPerSchool)),
      ),
      schools: own,
      people: 'few',
    });
  }
}

function inventedCommunes(seed: string, provinceNumber: string, count: number): Commune[] {
  const draws = openDraws(seed);
  const names = differentPlaceNames(draws, 'communes', count);
  return names.map((name, at) => ({
    code: `${provinceNumber}${String(at + 1).padStart(3, '0')}`,
    name,
    kind: draws.number(`${at}/kind`, 7) === 0 ? 'ward' : 'commune',
    border: draws.number(`${at}/border`, 5) === 0,
    latitude: 9 + draws.number(`${at}/latitude`, 130_000) / 10_000,
    longitude: 103 + draws.number(`${at}/longitude`, 60_000) / 10_000,
    areaSquareKm: 30 + draws.number(`${at}/area`, 400),
    formerDistricts: [names[at - (at % communesPerArea)] ?? name],
  }));
}
