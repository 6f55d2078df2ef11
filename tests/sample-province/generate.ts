import { type Commune, dienBienCommunes, dienBienProvince } from '#reference/dien-bien';
import { nationalSchoolYear2025 } from '#reference/school-years';
import { calendarRows } from './calendar-rows.ts';
import { demoCommuneCode } from './demo-accounts.ts';
import { type Draws, openDraws } from './draws.ts';
import { type PeopleScale, peopleRows, specialistOf, userPart } from './people-rows.ts';
import type { SchoolPeople } from './people-tables.ts';
import { villagesOf } from './pupil-people.ts';
import type { Province, UnitRow } from './rows.ts';
import type { SchoolContext } from './school-context.ts';
import { schoolPeople } from './school-people.ts';
import { planSchools, type SchoolPlan } from './school-plan.ts';
import { type ProvinceUnits, type SchoolUnits, unitRows } from './unit-rows.ts';

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
  /** Number of schools and centres. Default 166. */
  readonly schools?: number;
  readonly people?: PeopleScale;
  /** Teachers of a subject team besides its lead. Default 4. */
  readonly teachersPerTeam?: number;
  /** Pupils who go, come back or change class have done so up to this day, 'YYYY-MM-DD'. Default: the whole year. */
  readonly until?: string;
  /** Gives people the short user names of `demoAccounts`; needs the commune `demoCommuneCode`. One such province per database. */
  readonly demo?: boolean;
}

/** A province with what its people are made from. */
interface Built {
  readonly province: Province;
  readonly draws: Draws;
  readonly units: ProvinceUnits;
  readonly plans: ReadonlyMap<SchoolUnits, SchoolPlan>;
}

function build(options: ProvinceOptions): Built {
  const {
    seed = 'hoa-ban',
    departmentCode = 'DB',
    departmentName = dienBienProvince.department,
    communes = dienBienCommunes,
    schools = 166,
    people = 'all',
    teachersPerTeam = 4,
    demo = false,
  } = options;
  if (!/^[A-Za-z0-9]{1,8}$/.test(departmentCode))
    throw new RangeError(`departmentCode must be 1-8 letters or digits: ${departmentCode}`);

  const draws = openDraws(`${seed}/${departmentCode}`);
  const units = unitRows(draws, { departmentCode, departmentName, communes, schools });
  const plans = planSchools(draws, units.schools);
  const calendar = calendarRows(draws, units.department.id, nationalSchoolYear2025);
  const demoNames = demo ? demoUserNames(units) : new Map<string, string>();
  const familyOf = demo ? demoSchools(units).lower : undefined;
  const province = {
    departmentId: units.department.id,
    schoolYearId: calendar.schoolYear.id,
    units: units.units,
    lines: units.lines,
    sites: units.sites,
    schoolYears: [calendar.schoolYear],
    semesters: calendar.semesters,
    schoolWeeks: calendar.schoolWeeks,
    ...peopleRows(draws, units, { scale: people, teachersPerTeam, demoNames, plans, familyOf }),
  };
  return { province, draws, units, plans };
}

/**
 * An invented province as plain rows for the tables of organisation and identity: same options, same rows.
 * People and schools are invented; communes are real when taken from the reference data. School year
 * 2025-2026 by the national frame. Throws RangeError when `schools` cannot give every commune a
 * lower-secondary school.
 */
export function generateProvince(options: ProvinceOptions = {}): Province {
  return build(options).province;
}

/**
 * Everybody in the schools of the same province, one school after the other so that memory holds a single one: classes,
 * pupils with their families, staff, rooms. Same options, same rows, whatever `only` leaves out.
 */
export function* generateSchoolPeople(
  options: ProvinceOptions = {},
  only: (school: UnitRow) => boolean = () => true,
): Generator<{ readonly school: UnitRow; readonly people: SchoolPeople }> {
  const { province, draws, units, plans } = build(options);
  const [schoolYear] = province.schoolYears;
  if (!schoolYear) throw new RangeError('a province without a school year has no classes');
  const accounts = new Set(province.accounts.map((account) => account.id));
  const communes = units.communes.map((entry) => ({ ...entry, villages: villagesOf(draws, entry.commune) }));
  const planned = units.schools.map((school) => ({ units: school, plan: plans.get(school) }));
  const sites = Map.groupBy(province.sites, (site) => site.unit_id);
  for (const [number, { units: school, plan }] of planned.entries()) {
    if (!plan || !only(school.unit)) continue;
    const neighbours = planned.flatMap((other) =>
      other.plan && other.units !== school && other.units.cluster === school.cluster
        ? [{ units: other.units, plan: other.plan }]
        : [],
    );
    const context: SchoolContext = {
      draws,
      units: school,
      plan,
      number,
      schoolYear,
      sites: sites.get(school.unit.id) ?? [],
      communes,
      neighbours,
      until: options.until ?? schoolYear.ends_on,
      accountOf(path) {
        const id = draws.id(path);
        return accounts.has(id) ? id : null;
      },
    };
    yield { school: school.unit, people: schoolPeople(context) };
  }
}

/** Options of the province of the demo: Điện Biên's communes, 166 invented schools, the accounts of `demoAccounts`. */
export const demoOptions: ProvinceOptions = { demo: true };

/** The province of the demo. */
export function generateDemoProvince(): Province {
  return generateProvince(demoOptions);
}

/** The two schools of the demo accounts: the lower-secondary school of the demo commune, and an upper-secondary school near it. */
function demoSchools(units: ProvinceUnits): { lower: SchoolUnits; upper: SchoolUnits } {
  const home = units.communes.find(({ commune }) => commune.code === demoCommuneCode);
  const lower = units.schools.find(({ unit }) => unit.parent_id === home?.unit.id);
  const uppers = units.schools.filter(({ school }) => school.kind === 'upperSecondary');
  const upper = uppers.find(({ school }) => school.commune === home?.commune) ?? uppers[0];
  if (!lower || !upper)
    throw new RangeError(`the demo needs commune ${demoCommuneCode} and an upper-secondary school`);
  return { lower, upper };
}

/** Codes of the schools in which the demo accounts work. */
export function demoSchoolCodes(): { lower: string; upper: string } {
  const { lower, upper } = demoSchools(build(demoOptions).units);
  return { lower: lower.unit.code, upper: upper.unit.code };
}

function demoUserNames(units: ProvinceUnits): Map<string, string> {
  const { lower, upper } = demoSchools(units);
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
    [`hocsinh.${school}`, 'hocsinh'],
    [`chame.${school}`, 'chame'],
    [`hieutruong.${userPart(upper.unit)}`, 'hieutruong.thpt'],
  ]);
}
