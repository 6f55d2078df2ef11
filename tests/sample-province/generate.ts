import { type Commune, dienBienCommunes, dienBienProvince } from '#reference/dien-bien';
import { nationalSchoolYear2025 } from '#reference/school-years';
import { calendarRows } from './calendar-rows.ts';
import { demoCommuneCode } from './demo-accounts.ts';
import { openDraws } from './draws.ts';
import { type PeopleScale, peopleRows, specialistOf, userPart } from './people-rows.ts';
import type { Province } from './rows.ts';
import { type ProvinceUnits, unitRows } from './unit-rows.ts';

export type { Province } from './rows.ts';

/** What sample province to make; `{}` makes the demo province without demo accounts. */
export interface ProvinceOptions {
  /** Another seed gives another province; the same seed gives the same rows. Default 'hoa-ban'. */
  readonly seed?: string;
  /** Letters and digits; begins every school code and user name, so it must differ between departments. Default 'DB'. */
  readonly departmentCode?: string;
  readonly departmentName?: string;
  /** Default: the 45 communes and wards of Điện Biên. */
  readonly communes?: readonly Commune[];
  /** Number of schools and centres. Default 160. */
  readonly schools?: number;
  readonly people?: PeopleScale;
  /** Teachers of a subject team besides its lead. Default 4. */
  readonly teachersPerTeam?: number;
  /** Gives people the short user names of `demoAccounts`; needs the commune `demoCommuneCode`. One such province per database. */
  readonly demo?: boolean;
}

/**
 * An invented province as plain rows for the tables of organisation and identity: same options, same rows.
 * People and schools are invented; communes are real when taken from the reference data. School year
 * 2025-2026 by the national frame. Throws RangeError when `schools` cannot give every commune a
 * lower-secondary school.
 */
export function generateProvince(options: ProvinceOptions = {}): Province {
  const {
    seed = 'hoa-ban',
    departmentCode = 'DB',
    departmentName = dienBienProvince.department,
    communes = dienBienCommunes,
    schools = 160,
    people = 'all',
    teachersPerTeam = 4,
    demo = false,
  } = options;
  if (!/^[A-Za-z0-9]{1,8}$/.test(departmentCode))
    throw new RangeError(`departmentCode must be 1-8 letters or digits: ${departmentCode}`);

  const draws = openDraws(`${seed}/${departmentCode}`);
  const units = unitRows(draws, { departmentCode, departmentName, communes, schools });
  const calendar = calendarRows(draws, units.department.id, nationalSchoolYear2025);
  const demoNames = demo ? demoUserNames(units) : new Map<string, string>();
  return {
    departmentId: units.department.id,
    schoolYearId: calendar.schoolYear.id,
    units: units.units,
    lines: units.lines,
    sites: units.sites,
    schoolYears: [calendar.schoolYear],
    semesters: calendar.semesters,
    schoolWeeks: calendar.schoolWeeks,
    ...peopleRows(draws, units, { scale: people, teachersPerTeam, demoNames }),
  };
}

/** The province of the demo: Điện Biên's communes, 160 invented schools, the accounts of `demoAccounts`. */
export function generateDemoProvince(): Province {
  return generateProvince({ demo: true });
}

function demoUserNames(units: ProvinceUnits): Map<string, string> {
  const home = units.communes.find(({ commune }) => commune.code === demoCommuneCode);
  const lower = units.schools.find(({ unit }) => unit.parent_id === home?.unit.id);
  const uppers = units.schools.filter(({ school }) => school.kind === 'upperSecondary');
  const upper = uppers.find(({ school }) => school.commune === home?.commune) ?? uppers[0];
  if (!home || !lower || !upper)
    throw new RangeError(`the demo needs commune ${demoCommuneCode} and an upper-secondary school`);
  const department = userPart(units.department);
  const school = userPart(lower.unit);
  const specialist = specialistOf(units.clusters.indexOf(lower.cluster), units.clusters.length);
  return new Map([
    [`giamdoc.${department}`, 'giamdoc'],
    [`truongphong.${department}`, 'truongphong'],
    [`chuyenvien.${department}.${specialist}`, 'chuyenvien'],
    [`quantri.${department}`, 'quantri'],
    [`lanhdao.${department}-${demoCommuneCode}`, 'lanhdao.muongpon'],
    [`xa.${department}-${demoCommuneCode}`, 'xa.muongpon'],
    [`hieutruong.${school}`, 'hieutruong'],
    [`phohieutruong.${school}`, 'phohieutruong'],
    [`vanthu.${school}`, 'vanthu'],
    [`totruong.${school}.t1`, 'totruong'],
    [`giaovien.${school}.t1.1`, 'giaovien'],
    [`giaovien.${school}.t2.1`, 'chunhiem'],
    [`hieutruong.${userPart(upper.unit)}`, 'hieutruong.thpt'],
  ]);
}
