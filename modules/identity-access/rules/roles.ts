/** Roles a person may hold in a unit; the same words as the CHECK of identity.role_assignment. */
export const roles = [
  'departmentLeader',
  'divisionHead',
  'specialist',
  'communeLeader',
  'communeOfficer',
  'principal',
  'vicePrincipal',
  'clerk',
  'teamLead',
  'teacher',
  'homeroomTeacher',
  'pupil',
  'guardian',
  'systemAdmin',
] as const;

export type Role = (typeof roles)[number];

/** How people in schools call each role. */
export const roleNames: Readonly<Record<Role, string>> = {
  departmentLeader: 'lãnh đạo Sở',
  divisionHead: 'trưởng phòng của Sở',
  specialist: 'chuyên viên Sở',
  communeLeader: 'lãnh đạo UBND xã',
  communeOfficer: 'công chức Phòng Văn hoá - Xã hội',
  principal: 'hiệu trưởng',
  vicePrincipal: 'phó hiệu trưởng',
  clerk: 'văn thư, giáo vụ',
  teamLead: 'tổ trưởng chuyên môn',
  teacher: 'giáo viên',
  homeroomTeacher: 'giáo viên chủ nhiệm',
  pupil: 'học sinh',
  guardian: 'cha mẹ học sinh',
  systemAdmin: 'quản trị hệ thống',
};

const unitKindsOfRole: Readonly<Record<Role, readonly string[]>> = {
  departmentLeader: ['department'],
  divisionHead: ['division'],
  specialist: ['division', 'cluster'],
  communeLeader: ['commune'],
  communeOfficer: ['commune'],
  principal: ['school'],
  vicePrincipal: ['school'],
  clerk: ['school'],
  teamLead: ['subjectTeam'],
  teacher: ['school', 'subjectTeam'],
  homeroomTeacher: ['school'],
  pupil: ['school'],
  guardian: ['school'],
  systemAdmin: ['department', 'commune', 'school'],
};

/** Whether `role` makes sense in a unit of this kind. The database refuses the others as well (identity.role_fits). */
export function roleFits(role: Role, unitKind: string): boolean {
  return unitKindsOfRole[role].includes(unitKind);
}
