/** From the words of a plan to the units and roles that receive its duties. */

/** Everyone a plan can name. The last three are partners without an account in the plan. */
export type Responsible =
  | 'department'
  | 'provincePC'
  | 'secondaryDivision'
  | 'communePC'
  | 'cultureSocialOffice'
  | 'school'
  | 'specialisedSchool'
  | 'ethnicBoardingSchool'
  | 'subjectTeam'
  | 'cluster'
  | 'teacher'
  | 'homeroomTeacher'
  | 'guardian'
  | 'vocationalInstitution'
  | 'enterprise';

export interface TargetRule {
  readonly responsible: Responsible;
  readonly unitKind: 'department' | 'division' | 'commune' | 'school' | 'subjectTeam' | 'cluster';
  /** Role in that unit which the assignment is addressed to. */
  readonly role: string;
  /** Only schools of these kinds; null: any (the duty's level still narrows). */
  readonly schoolKinds: readonly string[] | null;
  /** Below the school: see the note on calendar entries. */
  readonly insideSchool: boolean;
}

/**
 * A commune's duties go to its officer, who advises the leader, whichever of the two the plan names, so that
 * nobody finds the same duty twice. A teacher's duties go to the subject team, whose lead gives them to persons.
 *
 * The monthly calendar of a plan names its units for the whole month, not line by line ("Sở/Trường, Tổ/nhóm CM, GV,
 * GVCN" beside ten works). So an entry of the calendar that names schools goes to the schools, whose heads give it on
 * to teams and persons; one that names only those inside a school goes to them. Duties in the text go to everyone named.
 */
export const targetRules: readonly TargetRule[] = [
  {
    responsible: 'department',
    unitKind: 'department',
    role: 'departmentLeader',
    schoolKinds: null,
    insideSchool: false,
  },
  {
    responsible: 'provincePC',
    unitKind: 'department',
    role: 'departmentLeader',
    schoolKinds: null,
    insideSchool: false,
  },
  {
    responsible: 'secondaryDivision',
    unitKind: 'division',
    role: 'divisionHead',
    schoolKinds: null,
    insideSchool: false,
  },
  {
    responsible: 'communePC',
    unitKind: 'commune',
    role: 'communeOfficer',
    schoolKinds: null,
    insideSchool: false,
  },
  {
    responsible: 'cultureSocialOffice',
    unitKind: 'commune',
    role: 'communeOfficer',
    schoolKinds: null,
    insideSchool: false,
  },
  { responsible: 'school', unitKind: 'school', role: 'principal', schoolKinds: null, insideSchool: false },
  {
    responsible: 'specialisedSchool',
    unitKind: 'school',
    role: 'principal',
    schoolKinds: ['specialised'],
    insideSchool: false,
  },
  {
    responsible: 'ethnicBoardingSchool',
    unitKind: 'school',
    role: 'principal',
    schoolKinds: ['ethnicBoardingLower', 'ethnicBoardingUpper'],
    insideSchool: false,
  },
  {
    responsible: 'subjectTeam',
    unitKind: 'subjectTeam',
    role: 'teamLead',
    schoolKinds: null,
    insideSchool: true,
  },
  { responsible: 'cluster', unitKind: 'cluster', role: 'specialist', schoolKinds: null, insideSchool: false },
  { responsible: 'teacher', unitKind: 'subjectTeam', role: 'teacher', schoolKinds: null, insideSchool: true },
  {
    responsible: 'homeroomTeacher',
    unitKind: 'school',
    role: 'homeroomTeacher',
    schoolKinds: null,
    insideSchool: true,
  },
];

/** Vietnamese names of everyone a plan can name. */
export const responsibleNames: Record<Responsible, string> = {
  department: 'Sở GDĐT',
  secondaryDivision: 'Phòng GDTrH',
  communePC: 'UBND cấp xã',
  cultureSocialOffice: 'Phòng VH-XH xã/phường',
  school: 'Nhà trường',
  subjectTeam: 'Tổ/nhóm chuyên môn',
  cluster: 'Cụm chuyên môn',
  teacher: 'Giáo viên',
  homeroomTeacher: 'Giáo viên chủ nhiệm',
  specialisedSchool: 'Trường chuyên',
  ethnicBoardingSchool: 'Trường PTDTNT',
  provincePC: 'UBND tỉnh (Sở tham mưu)',
  guardian: 'Phụ huynh',
  vocationalInstitution: 'Cơ sở GDNN',
  enterprise: 'Doanh nghiệp',
};

/** Why a duty reaches no unit, for the person who is about to publish. */
export function unreachedReason(responsible: readonly Responsible[]): string {
  if (responsible.length === 0) return 'Chưa nêu đơn vị thực hiện.';
  const inside = responsible.filter((code) => targetRules.some((rule) => rule.responsible === code));
  if (inside.length === 0) {
    return `Chỉ nêu ${responsible.map((code) => responsibleNames[code]).join(', ')}: không phải đơn vị trong hệ thống.`;
  }
  return `Không có đơn vị nào thuộc ${inside.map((code) => responsibleNames[code]).join(', ')} ở cấp học này.`;
}
