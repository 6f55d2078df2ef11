import type { Commune } from '#reference/dien-bien';
import type { Draws } from './draws.ts';
import { placeName } from './place-names.ts';
import type { SiteRow, UnitLineRow, UnitRow } from './rows.ts';
import { areaOf, listSchools, lowerKinds, type SampleSchool, zoneOf } from './school-list.ts';

/** A school with its rows. */
export interface SchoolUnits {
  readonly school: SampleSchool;
  readonly unit: UnitRow;
  readonly teams: readonly UnitRow[];
  readonly cluster: UnitRow;
}

/** Units, lines and sites of a province, and the same units by what they are. */
export interface ProvinceUnits {
  readonly department: UnitRow;
  /** Phòng Giáo dục trung học. */
  readonly secondaryDivision: UnitRow;
  readonly communes: readonly { readonly commune: Commune; readonly unit: UnitRow }[];
  readonly clusters: readonly UnitRow[];
  readonly schools: readonly SchoolUnits[];
  readonly units: readonly UnitRow[];
  readonly lines: readonly UnitLineRow[];
  readonly sites: readonly SiteRow[];
}

const secondaryDivisionName = { code: 'GDTrH', name: 'Phòng Giáo dục trung học' };
const otherDivisions = [
  { code: 'TCCB', name: 'Phòng Tổ chức cán bộ' },
  { code: 'KHTC', name: 'Phòng Kế hoạch – Tài chính' },
  { code: 'QLCL', name: 'Phòng Quản lý chất lượng' },
  { code: 'VP', name: 'Văn phòng' },
];

const teamNames = [
  'Tổ Toán – Khoa học tự nhiên',
  'Tổ Ngữ văn – Khoa học xã hội',
  'Tổ Ngoại ngữ – Tin học',
  'Tổ Thể chất – Nghệ thuật',
];

const schoolsPerClusterAtMost = 20;

/** Builds every unit of a province with the lines between them. */
export function unitRows(
  draws: Draws,
  options: {
    readonly departmentCode: string;
    readonly departmentName: string;
    readonly communes: readonly Commune[];
    readonly schools: number;
  },
): ProvinceUnits {
  const departmentId = draws.id('department');
  const units: UnitRow[] = [];
  const lines: UnitLineRow[] = [];
  const sites: SiteRow[] = [];

  function add(row: Pick<UnitRow, 'kind' | 'code' | 'name' | 'parent_id'> & Partial<UnitRow>): UnitRow {
    const unit: UnitRow = {
      id: draws.id(`unit/${row.kind}/${row.code}`),
      department_id: departmentId,
      school_kind: null,
      teaches_lower: false,
      teaches_upper: false,
      managing_authority: null,
      commune_kind: null,
      zone: null,
      border: false,
      latitude: null,
      longitude: null,
      position: units.length,
      ...row,
    };
    units.push(unit);
    return unit;
  }
  function link(line: UnitLineRow['line'], superior: UnitRow, subordinate: UnitRow): void {
    lines.push({
      superior_id: superior.id,
      subordinate_id: subordinate.id,
      line,
      department_id: departmentId,
    });
  }

  const department = add({
    id: departmentId,
    kind: 'department',
    code: options.departmentCode,
    name: options.departmentName,
    parent_id: null,
  });
  const [secondaryDivision] = [secondaryDivisionName, ...otherDivisions].map((division) => {
    const unit = add({ kind: 'division', ...division, parent_id: departmentId });
    link('state', department, unit);
    return unit;
  }) as [UnitRow, ...UnitRow[]];

  const communes = options.communes.map((commune) => {
    const unit = add({
      kind: 'commune',
      code: commune.code,
      name: `${commune.kind === 'ward' ? 'Phường' : 'Xã'} ${commune.name}`,
      parent_id: departmentId,
      commune_kind: commune.kind,
      zone: zoneOf(draws, commune),
      border: commune.border,
      latitude: commune.latitude,
      longitude: commune.longitude,
    });
    link('professional', department, unit);
    return { commune, unit };
  });

  const sampleSchools = listSchools(draws, options.departmentCode, options.communes, options.schools);
  const clusterOf = new Map<Commune, UnitRow>();
  const clusters = groupIntoClusters(options.communes, sampleSchools).map(({ name, members }, at) => {
    const cluster = add({
      kind: 'cluster',
      code: `CUM-${String(at + 1).padStart(2, '0')}`,
      name: `Cụm chuyên môn ${name}`,
      parent_id: departmentId,
    });
    link('professional', department, cluster);
    for (const commune of members) clusterOf.set(commune, cluster);
    return cluster;
  });

  const communeUnit = new Map(communes.map(({ commune, unit }) => [commune, unit]));
  const schools = sampleSchools.map((school): SchoolUnits => {
    const home = communeUnit.get(school.commune);
    const cluster = clusterOf.get(school.commune);
    if (!home || !cluster) throw new RangeError(`${school.code} lies in no commune or cluster`);
    const ofCommune = lowerKinds.has(school.kind);
    const unit = add({
      kind: 'school',
      code: school.code,
      name: school.name,
      parent_id: ofCommune ? home.id : departmentId,
      school_kind: school.kind,
      teaches_lower: ofCommune || school.kind === 'combinedSecondary',
      teaches_upper: !ofCommune,
      managing_authority: ofCommune ? 'communePC' : 'department',
      zone: school.zone,
      border: school.commune.border,
      latitude: near(draws, `${school.code}/latitude`, school.commune.latitude),
      longitude: near(draws, `${school.code}/longitude`, school.commune.longitude),
    });
    link('professional', department, unit);
    link('state', ofCommune ? home : department, unit);
    link('professional', cluster, unit);
    const teams = teamNames.slice(0, school.tiny ? 2 : 4).map((name, at) => {
      const team = add({ kind: 'subjectTeam', code: `${school.code}-T${at + 1}`, name, parent_id: unit.id });
      link('state', unit, team);
      link('professional', unit, team);
      return team;
    });
    sites.push(...siteRows(draws, unit, school));
    return { school, unit, teams, cluster };
  });

  return { department, secondaryDivision, communes, clusters, schools, units, lines, sites };
}

/** An invented position within about five kilometres. */
function near(draws: Draws, path: string, degrees: number): number {
  return Number((degrees + (draws.number(path, 1001) - 500) / 10_000).toFixed(4));
}

function siteRows(draws: Draws, unit: UnitRow, school: SampleSchool): SiteRow[] {
  return Array.from({ length: school.satellites + 1 }, (_, at) => {
    const path = `site/${school.code}/${at}`;
    const village = `Bản ${placeName(draws, path)}`;
    return {
      id: draws.id(path),
      unit_id: unit.id,
      department_id: unit.department_id,
      kind: at === 0 ? ('main' as const) : ('satellite' as const),
      name: at === 0 ? 'Điểm trường chính' : `Điểm trường ${village}`,
      village,
      distance_km: at === 0 ? 0 : 2 + draws.number(`${path}/km`, 170) / 10,
    };
  });
}

/** Clusters follow the areas; an area with too many schools is divided between neighbouring communes. */
function groupIntoClusters(
  communes: readonly Commune[],
  schools: readonly SampleSchool[],
): { name: string; members: Commune[] }[] {
  const schoolsIn = (members: readonly Commune[]) =>
    schools.filter((school) => members.includes(school.commune)).length;
  return [...Map.groupBy(communes, areaOf)].flatMap(([area, members]) => {
    const total = schoolsIn(members);
    const parts = Math.min(members.length, Math.ceil(total / schoolsPerClusterAtMost));
    const divided = Array.from({ length: parts }, (): Commune[] => []);
    let passed = 0;
    for (const commune of members) {
      divided[Math.min(parts - 1, Math.floor((passed * parts) / total))]?.push(commune);
      passed += schoolsIn([commune]);
    }
    return divided
      .filter((part) => part.length > 0)
      .map((part, at, all) => ({ name: all.length > 1 ? `${area} ${at + 1}` : area, members: part }));
  });
}
