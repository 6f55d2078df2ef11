import type { Commune } from '#reference/dien-bien';
import type { Draws } from './draws.ts';
import type { SchoolKind } from './rows.ts';

/** A school before it becomes rows. */
export interface SampleSchool {
  readonly code: string;
  readonly name: string;
  readonly kind: SchoolKind;
  readonly commune: Commune;
  readonly zone: 1 | 2 | 3;
  /** Few classes: two subject teams instead of four. */
  readonly tiny: boolean;
  readonly satellites: number;
}

const titles: Record<SchoolKind, string> = {
  lowerSecondary: 'Trường THCS',
  ethnicSemiBoarding: 'Trường PTDTBT THCS',
  ethnicBoardingLower: 'Trường PTDTNT THCS',
  upperSecondary: 'Trường THPT',
  combinedSecondary: 'Trường THCS và THPT',
  ethnicBoardingUpper: 'Trường PTDTNT THPT',
  specialised: 'Trường THPT chuyên',
  vocContinuingCentre: 'Trung tâm GDNN – GDTX',
};

/** Kinds that teach grades 6-9 only; communes manage these since 1/7/2025. */
export const lowerKinds: ReadonlySet<SchoolKind> = new Set<SchoolKind>([
  'lowerSecondary',
  'ethnicSemiBoarding',
  'ethnicBoardingLower',
]);

/**
 * The schools of a province, `total` in all, in the proportions of Điện Biên in 2025 (166: 123 lower secondary,
 * 33 with upper secondary, 10 centres). Every commune has a lower-secondary school; throws RangeError when
 * `total` is too small for that.
 */
export function listSchools(
  draws: Draws,
  departmentCode: string,
  communes: readonly Commune[],
  total: number,
): SampleSchool[] {
  const centres = Math.round((total * 10) / 166);
  const upper = Math.round((total * 33) / 166);
  const lower = total - centres - upper;
  if (lower < communes.length)
    throw new RangeError(
      `${total} schools are too few: ${communes.length} communes need one lower-secondary school each`,
    );

  const specialised = total >= 100 ? 1 : 0;
  const combined = Math.floor((total * 2) / 166);
  const boardingUpper = Math.floor((total * 9) / 166);
  const boardingLower = Math.floor((total * 8) / 166);
  const spread = spreadOverAreas(communes);
  const rural = spread.filter((commune) => commune.kind === 'commune');

  const planned: { kind: SchoolKind; commune: Commune }[] = [];
  const place = (kind: SchoolKind, count: number, among: readonly Commune[]) => {
    for (let at = 0; at < count; at++) planned.push({ kind, commune: cyclic(among, at) });
  };
  const lowerPlan = planLower(draws, communes, lower, rural.slice(0, boardingLower));
  planned.push(...lowerPlan);
  place('upperSecondary', upper - specialised - combined - boardingUpper, spread);
  place('specialised', specialised, spread);
  place('ethnicBoardingUpper', boardingUpper, rural.length > 0 ? rural : spread);
  place('combinedSecondary', combined, [...spread].reverse());
  place('vocContinuingCentre', centres, spread);

  return nameSchools(draws, departmentCode, planned);
}

function planLower(
  draws: Draws,
  communes: readonly Commune[],
  lower: number,
  withBoarding: readonly Commune[],
): { kind: SchoolKind; commune: Commune }[] {
  const each = Math.floor(lower / communes.length);
  const luck = (commune: Commune) => draws.number(`${commune.code}/extra`, 2 ** 32);
  const byLuck = [...communes].sort((a, b) => luck(a) - luck(b) || (a.code < b.code ? -1 : 1));
  const withOneMore = new Set(byLuck.slice(0, lower % communes.length));
  const boarding = new Set(withBoarding);
  return communes.flatMap((commune) => {
    const count = each + (withOneMore.has(commune) ? 1 : 0);
    return Array.from({ length: count }, (_, at) => {
      if (at === 1 && boarding.has(commune)) return { kind: 'ethnicBoardingLower' as const, commune };
      const hard = zoneOf(draws, commune) === 3 || draws.number(`${commune.code}/${at}/kind`, 3) === 0;
      const kind = hard && commune.kind === 'commune' ? 'ethnicSemiBoarding' : 'lowerSecondary';
      return { kind: kind as SchoolKind, commune };
    });
  });
}

/** Area class of a commune, invented: wards 1, border communes 3, the others 2 or 3. */
export function zoneOf(draws: Draws, commune: Commune): 1 | 2 | 3 {
  if (commune.kind === 'ward') return 1;
  if (commune.border) return 3;
  return draws.number(`${commune.code}/zone`, 5) < 2 ? 2 : 3;
}

/** Area (former district) of a commune without its title: 'Điện Biên Phủ', 'Tuần Giáo'. */
export function areaOf(commune: Commune): string {
  return (commune.formerDistricts[0] ?? commune.name).replace(/^(TP|TX) /, '');
}

/** The communes in turns of one per area, in each area the one that carries its name first. */
function spreadOverAreas(communes: readonly Commune[]): Commune[] {
  const byArea = Map.groupBy(communes, areaOf);
  const isSeat = (commune: Commune) => (commune.name === areaOf(commune) || commune.kind === 'ward' ? 0 : 1);
  const queues = [...byArea.values()].map((own) =>
    [...own].sort((a, b) => isSeat(a) - isSeat(b) || (a.code < b.code ? -1 : 1)),
  );
  const longest = Math.max(...queues.map((queue) => queue.length));
  return Array.from({ length: longest }, (_, turn) => queues.flatMap((queue) => queue[turn] ?? [])).flat();
}

function cyclic<Item>(list: readonly Item[], at: number): Item {
  const item = list[at % list.length];
  if (item === undefined) throw new RangeError('an empty list has no items');
  return item;
}

function nameSchools(
  draws: Draws,
  departmentCode: string,
  planned: readonly { kind: SchoolKind; commune: Commune }[],
): SampleSchool[] {
  const used = new Map<string, number>();
  const next = (key: string) => {
    const count = (used.get(key) ?? 0) + 1;
    used.set(key, count);
    return count;
  };
  return planned.map(({ kind, commune }) => {
    const group = lowerKinds.has(kind) ? 'THCS' : kind === 'vocContinuingCentre' ? 'GDTX' : 'THPT';
    const code = `${departmentCode}-${group}-${String(next(group)).padStart(3, '0')}`;
    const plain = `${titles[kind]} ${commune.name}`;
    const nth = next(plain);
    const zone = zoneOf(draws, commune);
    const tiny = lowerKinds.has(kind) && zone === 3 && nth > 1 && draws.number(`${code}/tiny`, 3) === 0;
    const hard = zone === 3 && lowerKinds.has(kind) && kind !== 'ethnicBoardingLower';
    return {
      code,
      name: nth > 1 ? `${plain} ${nth}` : plain,
      kind,
      commune,
      zone,
      tiny,
      satellites: hard ? draws.number(`${code}/satellites`, 5) : 0,
    };
  });
}
