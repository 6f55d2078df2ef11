/** Who may do what: the one table behind the API guards, the disabled buttons and the tests. Not in the table: nobody. */

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

export const roleNames: Record<Role, string> = {
  departmentLeader: 'lãnh đạo Sở',
  divisionHead: 'trưởng phòng thuộc Sở',
  specialist: 'chuyên viên',
  communeLeader: 'lãnh đạo UBND cấp xã',
  communeOfficer: 'cán bộ Phòng VH-XH',
  principal: 'hiệu trưởng',
  vicePrincipal: 'phó hiệu trưởng',
  clerk: 'văn thư, giáo vụ',
  teamLead: 'tổ trưởng chuyên môn',
  teacher: 'giáo viên',
  homeroomTeacher: 'giáo viên chủ nhiệm',
  pupil: 'học sinh',
  guardian: 'phụ huynh',
  systemAdmin: 'quản trị hệ thống',
};

/** 'public': also without signing in; 'session': signed in, even with a step of the sign-in still due; 'anyRole': every role. */
export type Access = 'public' | 'session' | 'anyRole' | readonly Role[];

const department: readonly Role[] = ['departmentLeader', 'divisionHead', 'specialist'];
const planMakers: readonly Role[] = ['departmentLeader', 'divisionHead'];
const commune: readonly Role[] = ['communeLeader', 'communeOfficer'];
const schoolHeads: readonly Role[] = ['principal', 'vicePrincipal'];
const school: readonly Role[] = [...schoolHeads, 'clerk', 'teamLead'];
const teachers: readonly Role[] = ['teacher', 'homeroomTeacher'];
/** Everybody who works in the plan (not pupils, guardians, system administrators). */
const staff: readonly Role[] = [...department, ...commune, ...school, ...teachers];
/** Those who speak for a unit. */
const heads: readonly Role[] = [...department, ...commune, ...schoolHeads, 'teamLead'];
const officials: readonly Role[] = [...department, ...commune, ...school];

const identity = {
  'identity.signInOptions': 'public',
  'identity.signIn': 'public',
  'identity.signOut': 'session',
  'identity.me': 'session',
  'identity.changePassword': 'session',
  'identity.switchRole': 'session',
} as const satisfies Record<string, Access>;

const plan = {
  'plan.listDocuments': staff,
  'plan.getDocument': staff,
  'plan.getDocumentState': staff,
  'plan.compareDocument': department,
  'plan.importDocument': planMakers,
  'plan.updateDocument': planMakers,
  'plan.discardDocument': planMakers,
  'plan.updateDuty': planMakers,
  'plan.mergeDuties': planMakers,
  'plan.splitDuty': planMakers,
  'plan.addDuty': planMakers,
  'plan.removeDuty': planMakers,
  'plan.previewPublication': planMakers,
  'plan.publishDocument': planMakers,
  'plan.listMyWork': staff,
  'plan.listApprovals': heads,
  'plan.getAssignment': staff,
  'plan.acknowledgeAssignments': staff,
  'plan.startAssignment': staff,
  'plan.listSplitTargets': heads,
  'plan.splitAssignment': heads,
  'plan.giveFormEvidence': staff,
  'plan.giveDocumentEvidence': staff,
  'plan.giveConfirmation': staff,
  'plan.withdrawEvidence': staff,
  'plan.submitAssignment': staff,
  'plan.acceptAssignments': heads,
  'plan.returnAssignment': heads,
  'plan.markNotApplicable': staff,
  'plan.reopenAssignment': staff,
  'plan.askQuestion': staff,
  'plan.answerQuestion': heads,
  'plan.addComment': staff,
  'plan.askExtension': staff,
  'plan.decideExtension': heads,
  'plan.markBlocked': staff,
  'plan.listDifficulties': staff,
  'plan.answerDifficulty': heads,
  'plan.closeDifficulty': staff,
  'plan.downloadAttachment': staff,
  'plan.getBoard': officials,
  'plan.exportBoard': officials,
  'plan.listBoardCell': officials,
  'plan.getCalendar': staff,
  'plan.search': staff,
  'plan.listNotices': 'anyRole',
  'plan.readNotices': 'anyRole',
  'plan.makeFeedAddress': staff,
  'plan.getCalendarFeed': 'public',
  'plan.listIndicators': officials,
} as const satisfies Record<string, Access>;

export const accessMatrix: Readonly<Record<string, Access>> = { ...identity, ...plan };

/** Whether a role may do an operation once sign-in is complete. Unknown operations: nobody. */
export function mayDo(operationId: string, role: Role | null): boolean {
  const access = accessMatrix[operationId];
  if (access === undefined) return false;
  if (access === 'public' || access === 'session') return true;
  if (role === null) return false;
  return access === 'anyRole' || access.includes(role);
}

/** Operations a role may do, for the screens. */
export function operationsOf(role: Role | null): string[] {
  return Object.keys(accessMatrix).filter((operationId) => mayDo(operationId, role));
}

/** Who can, in words a refusal shows. */
export function whoMay(operationId: string): string {
  const access = accessMatrix[operationId];
  if (access === undefined) return '';
  if (typeof access === 'string') return 'người đã đăng nhập';
  return access.map((role) => roleNames[role]).join(', ');
}
