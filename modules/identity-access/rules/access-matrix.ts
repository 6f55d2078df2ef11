import { type Role, roleNames, roles } from './roles.ts';

/**
 * Who may use an operation.
 * 'public': everybody. 'session': whoever has given a name and password, even while the second factor is due.
 * 'signedIn': the second factor is given, the first password may still have to be changed or a role be missing.
 * 'anyRole': everybody with a role, once nothing is due. A list: the holders of these roles.
 */
export type Access = 'public' | 'session' | 'signedIn' | 'anyRole' | readonly Role[];

const department: readonly Role[] = ['departmentLeader', 'divisionHead', 'specialist'];
const departmentHeads: readonly Role[] = ['departmentLeader', 'divisionHead'];
const commune: readonly Role[] = ['communeLeader', 'communeOfficer'];
const schoolHeads: readonly Role[] = ['principal', 'vicePrincipal'];
const schoolOffice: readonly Role[] = [...schoolHeads, 'clerk'];
const teaching: readonly Role[] = ['teamLead', 'homeroomTeacher', 'teacher'];

/** Everybody who works for a unit; not pupils, guardians, nor whoever only runs the system. */
const workers: readonly Role[] = [...department, ...commune, ...schoolOffice, ...teaching];
/** Those who hand duties down and judge what comes back. */
const heads: readonly Role[] = [...department, ...commune, ...schoolHeads, 'teamLead'];
/** Those who speak for their unit outside it. */
const offices: readonly Role[] = [...department, ...commune, ...schoolOffice];
/** Those who let others sign in. */
const accountKeepers: readonly Role[] = [...departmentHeads, ...commune, ...schoolOffice, 'systemAdmin'];

/**
 * Who may do what: every operation of the API. An operation that is not here is refused (deny by default). Which rows each of
 * them then sees is not decided here but by the policies of the database.
 */
export const accessMatrix: Readonly<Record<string, Access>> = {
  // Signing in and the own account
  'identity.signInOptions': 'public',
  'identity.signIn': 'public',
  'identity.beginOidc': 'public',
  'identity.finishOidc': 'public',
  'identity.signOut': 'session',
  'identity.me': 'session',
  'identity.verifyTotp': 'session',
  'identity.switchRole': 'signedIn',
  'identity.changePassword': 'signedIn',
  'identity.beginTotp': 'anyRole',
  'identity.confirmTotp': 'anyRole',
  'identity.removeTotp': 'anyRole',
  'identity.linkOidc': 'anyRole',
  'identity.getProfile': 'anyRole',
  'identity.updateProfile': 'anyRole',
  'identity.listSessions': 'anyRole',
  'identity.endSession': 'anyRole',

  // Accounts of others; rules/may-grant.ts says whose
  'identity.listAccounts': [...department, ...commune, ...schoolOffice, 'teamLead', 'systemAdmin'],
  'identity.createAccount': accountKeepers,
  'identity.grantRole': accountKeepers,
  'identity.endRole': accountKeepers,
  'identity.resetPassword': accountKeepers,
  'identity.disableAccount': accountKeepers,
  'identity.enableAccount': accountKeepers,

  // Organisation
  'organisation.listUnits': 'anyRole',
  'organisation.getUnit': 'anyRole',
  'organisation.updateUnit': [...departmentHeads, ...schoolHeads, 'systemAdmin'],
  'organisation.createSubjectTeam': [...schoolHeads, 'systemAdmin'],
  'organisation.closeSubjectTeam': [...schoolHeads, 'systemAdmin'],
  'organisation.createSite': [...departmentHeads, ...commune, ...schoolOffice],
  'organisation.updateSite': [...departmentHeads, ...commune, ...schoolOffice],
  'organisation.deleteSite': [...departmentHeads, ...commune, ...schoolHeads],
  'organisation.createCluster': departmentHeads,
  'organisation.setClusterSchools': departmentHeads,
  'organisation.listSchoolYears': 'anyRole',
  'organisation.getSchoolYear': 'anyRole',
  'organisation.setSchoolYear': departmentHeads,

  // Audit
  'audit.listEvents': [...departmentHeads, 'communeLeader', 'principal', 'systemAdmin'],

  // Plan: the document
  'plan.listDocuments': workers,
  'plan.getDocument': workers,
  'plan.getDocumentState': workers,
  'plan.compareDocument': department,
  'plan.importDocument': department,
  'plan.updateDocument': department,
  'plan.discardDocument': department,
  'plan.updateDuty': department,
  'plan.mergeDuties': department,
  'plan.splitDuty': department,
  'plan.addDuty': department,
  'plan.removeDuty': department,
  'plan.previewPublication': department,
  'plan.publishDocument': departmentHeads,

  // Plan: the work
  'plan.listMyWork': workers,
  'plan.getAssignment': workers,
  'plan.acknowledgeAssignments': workers,
  'plan.startAssignment': workers,
  'plan.giveFormEvidence': workers,
  'plan.giveDocumentEvidence': workers,
  'plan.giveConfirmation': workers,
  'plan.withdrawEvidence': workers,
  'plan.submitAssignment': workers,
  'plan.askQuestion': workers,
  'plan.addComment': workers,
  'plan.askExtension': workers,
  'plan.markBlocked': workers,
  'plan.downloadAttachment': workers,
  'plan.reopenAssignment': workers,
  'plan.markNotApplicable': heads,
  'plan.listSplitTargets': heads,
  'plan.splitAssignment': heads,
  'plan.listApprovals': heads,
  'plan.acceptAssignments': heads,
  'plan.returnAssignment': heads,
  'plan.answerQuestion': heads,
  'plan.decideExtension': heads,
  'plan.listDifficulties': workers,
  'plan.answerDifficulty': heads,
  'plan.closeDifficulty': workers,

  // Plan: the overview
  'plan.getBoard': [...offices, 'teamLead'],
  'plan.exportBoard': [...offices, 'teamLead'],
  'plan.listBoardCell': [...offices, 'teamLead'],
  'plan.listIndicators': [...offices, 'teamLead'],
  'plan.getCalendar': workers,
  'plan.search': workers,
  'plan.listNotices': 'anyRole',
  'plan.readNotices': 'anyRole',
  'plan.makeFeedAddress': workers,
  'plan.getCalendarFeed': 'public', // the secret address is the key

  // Plan: inspections
  'plan.listInspections': offices,
  'plan.getInspection': offices,
  'plan.downloadInspectionMinutes': offices,
  'plan.planInspection': [...department, ...commune, ...schoolHeads],
  'plan.updateInspection': [...department, ...commune, ...schoolHeads],
  'plan.startInspection': [...department, ...commune, ...schoolHeads],
  'plan.concludeInspection': [...department, ...commune, ...schoolHeads],
  'plan.cancelInspection': [...department, ...commune, ...schoolHeads],
  'plan.addInspectionItem': [...department, ...commune, ...schoolHeads],
  'plan.updateInspectionItem': [...department, ...commune, ...schoolHeads],
  'plan.removeInspectionItem': [...department, ...commune, ...schoolHeads],
  'plan.listFindings': offices,
  'plan.getFinding': offices,
  'plan.addFinding': [...department, ...commune, ...schoolHeads],
  'plan.updateFinding': [...department, ...commune, ...schoolHeads],
  'plan.closeFinding': [...department, ...commune, ...schoolHeads],
  'plan.reopenFinding': [...department, ...commune, ...schoolHeads],
  'plan.attachFindingFile': offices,
  'plan.answerFinding': offices,

  // Plan: official documents
  'plan.listOfficialDocuments': workers,
  'plan.getOfficialDocument': workers,
  'plan.readOfficialDocument': workers,
  'plan.registerOfficialDocument': offices,
  'plan.updateOfficialDocument': offices,
  'plan.attachOfficialDocumentFile': offices,
  'plan.removeOfficialDocumentFile': offices,
  'plan.collectOpinions': offices,
  'plan.issueOfficialDocument': offices,
  'plan.cancelOfficialDocument': offices,
  'plan.revokeOfficialDocument': offices,
  'plan.listOfficialDocumentReadings': offices,
  'plan.giveOpinion': [...offices, 'teamLead'],
  'plan.updateOpinion': [...offices, 'teamLead'],
  'plan.disposeOpinion': offices,
  'plan.listOpinions': [...offices, 'teamLead'],
  'plan.exportOpinions': offices,
  'plan.getAgencySetting': offices,
  'plan.updateAgencySetting': [...departmentHeads, ...commune, ...schoolHeads],
};

/** The roles whose holders may use an operation, in the order of the list of roles; none for an operation not in the table. */
export function rolesWith(operation: string): readonly Role[] {
  const access = accessOf(operation);
  if (access === undefined) return [];
  if (typeof access === 'string') return roles;
  return roles.filter((role) => access.includes(role));
}

function accessOf(operation: string): Access | undefined {
  return Object.hasOwn(accessMatrix, operation) ? accessMatrix[operation] : undefined;
}

/** The operations that the holder of `role` may use; null: signed in without a role in force. */
export function maySignedIn(role: string | null): string[] {
  return Object.keys(accessMatrix).filter((operation) => {
    const access = accessMatrix[operation]!;
    if (access !== 'anyRole' && typeof access === 'string') return true;
    return role !== null && rolesWith(operation).some((allowed) => allowed === role);
  });
}

/** Who may do it, for people: 'Việc này do hiệu trưởng, phó hiệu trưởng thực hiện.' */
export function whoMay(operation: string): string {
  const allowed = rolesWith(operation);
  if (allowed.length === 0) return 'Hệ thống không có việc này.';
  if (allowed.length === roles.length) return 'Việc này do người đang giữ một vai trò thực hiện.';
  return `Việc này do ${allowed.map((role) => roleNames[role]).join(', ')} thực hiện.`;
}
