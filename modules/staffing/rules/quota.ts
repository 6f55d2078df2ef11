import { type Level, notionalClass, quotaPerClass, type SchoolKind } from './settings.ts';

/** A school as the quota sees it; pupils by level. */
export interface QuotaSchool {
  readonly schoolKind: SchoolKind;
  /** Area class of the commune; null: not yet given, counted as 1 (the larger quota). */
  readonly zone: number | null;
  readonly pupils: Readonly<Record<Level, number>>;
}

/** Boarding and chuyên schools have classes of 35 by their own charters, whatever the zone (STF-41). */
const ownClassSize: readonly SchoolKind[] = ['ethnicBoardingLower', 'ethnicBoardingUpper', 'specialised'];

/**
 * Most teachers a school may have, by TT 20/2023/TT-BGDĐT Điều 3 (STF-01..08): notional classes of the zone times the rate, and
 * one more for each group of pupils left over, by level and added (STF-06); plus one TPTĐ where lower grades are taught (STF-07).
 * Gives whole teachers and the figure before rounding.
 * @throws RangeError for a number of pupils below 0
 */
export function teacherQuota({ schoolKind, zone, pupils }: QuotaSchool): {
  exact: number;
  teachers: number;
  youthLeaders: number;
} {
  const area = ownClassSize.includes(schoolKind) || (zone !== 2 && zone !== 3) ? 1 : zone;
  const { size, leftover } = notionalClass.value[area];
  const ofLevel = (level: Level): number => {
    const count = pupils[level];
    if (count < 0) throw new RangeError('pupils cannot be fewer than none');
    const classes = Math.floor(count / size);
    return classes * quotaPerClass.value[schoolKind][level] + Math.floor((count - classes * size) / leftover);
  };
  const exact = Math.round((ofLevel('lower') + ofLevel('upper')) * 100) / 100;
  return { exact, teachers: Math.round(exact), youthLeaders: pupils.lower > 0 ? 1 : 0 };
}
