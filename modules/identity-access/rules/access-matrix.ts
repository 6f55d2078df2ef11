import { type Role, roleNames, roles } from './roles.ts';

/**
 * Who may use an operation.
 * 'public': everybody. 'session': whoever has given a name and password, even while the second factor is due.
 * 'signedIn': the second factor is given, the first password may still have to be changed or a role be missing.
 * 'anyRole': everybody with a role, once nothing is due. A list: the holders of these roles.
 * 'client': no person, but a registered system with a token; which scope it needs stands at the operation.
 */
export type Access = 'public' | 'session' | 'signedIn' | 'anyRole' | 'client' | readonly Role[];

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
  'identity.unlinkOidc': 'anyRole',
  'identity.getProfile': 'anyRole',
  'identity.updateProfile': 'anyRole',
  'identity.listSessions': 'anyRole',
  'identity.endSession': 'anyRole',

  // Accounts of others; rules/may-grant.ts says whose
  'identity.listAccounts': [...department, ...commune, ...schoolOffice, 'teamLead', 'systemAdmin'],
  'identity.getAccount': [...department, ...commune, ...schoolOffice, 'teamLead', 'systemAdmin'],
  'identity.createAccount': accountKeepers,
  'identity.grantRole': accountKeepers,
  'identity.endRole': accountKeepers,
  'identity.resetPassword': accountKeepers,
  'identity.resetSecondFactor': accountKeepers,
  'identity.disableAccount': accountKeepers,
  'identity.enableAccount': accountKeepers,

  // Lists of people from spreadsheets
  'people.getImportTemplate': schoolOffice,
  'people.listImports': schoolOffice,
  'people.startImport': schoolOffice,
  'people.previewImport': schoolOffice,
  'people.mapImportColumns': schoolOffice,
  'people.editImport': schoolOffice,
  'people.acceptImportProposals': schoolOffice,
  'people.downloadImport': schoolOffice,
  'people.acceptImport': schoolOffice,
  'people.discardImport': schoolOffice,

  // Slips with codes, and whoever holds one
  'people.listSlipGroups': schoolOffice,
  'people.printSlips': schoolOffice,
  'people.checkCode': 'public',
  'people.activateAccount': 'public',
  'people.listMyChildren': ['pupil', 'guardian'],
  'people.addChild': ['guardian'],

  // Organisation
  'organisation.listUnits': 'anyRole',
  'organisation.getUnit': 'anyRole',
  'organisation.importUnits': [...departmentHeads, 'systemAdmin'],
  'organisation.getUnitTemplate': [...departmentHeads, 'systemAdmin'],
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
  'organisation.listSettings': [...offices, 'systemAdmin'],
  // Administrators of communes and schools are refused by modules/organisation/actions/change-setting.ts.
  'organisation.updateSetting': [...departmentHeads, 'systemAdmin'],
  'organisation.resetSetting': [...departmentHeads, 'systemAdmin'],

  // Audit
  'audit.listEvents': [...departmentHeads, 'communeLeader', 'principal', 'systemAdmin'],

  // Working without a network. The commands inside a message are judged one by one, each in the role it was made in.
  'sync.bindDevice': 'anyRole',
  'sync.push': 'anyRole',
  'sync.pull': 'anyRole',
  'sync.reportDevice': 'public',
  'sync.listOwnDevices': 'anyRole',
  'sync.listDevices': accountKeepers,
  'sync.revokeDevice': 'anyRole',

  // Plan: the document
  'plan.listDocuments': workers,
  'plan.getDocument': workers,
  'plan.getDocumentState': workers,
  'plan.compareDocument': department,
  'plan.importDocument': departmentHeads,
  'plan.updateDocument': departmentHeads,
  'plan.discardDocument': departmentHeads,
  'plan.updateDuty': departmentHeads,
  'plan.mergeDuties': departmentHeads,
  'plan.splitDuty': departmentHeads,
  'plan.addDuty': departmentHeads,
  'plan.removeDuty': departmentHeads,
  'plan.previewPublication': departmentHeads,
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
  'plan.markNotApplicable': workers,
  'plan.listSplitTargets': heads,
  'plan.splitAssignment': heads,
  'plan.listApprovals': heads,
  'plan.acceptAssignments': heads,
  'plan.returnAssignment': heads,
  'plan.answerQuestion': heads,
  'plan.decideExtension': heads,
  'plan.listDifficulties': workers,
  'plan.getDifficulty': workers,
  // The difficulties of a team go to its school, and nothing is below a team.
  'plan.answerDifficulty': [...department, ...commune, ...schoolHeads],
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
  'plan.getNoticeSettings': 'anyRole',
  'plan.saveNoticeChoices': 'anyRole',
  'plan.subscribePush': 'anyRole',
  'plan.unsubscribePush': 'anyRole',
  'plan.makeFeedAddress': workers,
  'plan.getCalendarFeed': 'public', // the secret address is the key

  // Plan: inspections; whoever sits in a team inspects, whichever the role (rules/inspection.ts of the plan says what fits)
  'plan.listInspections': workers,
  'plan.getInspection': workers,
  'plan.downloadInspectionMinutes': workers,
  'plan.planInspection': [...department, ...commune],
  'plan.updateInspection': [...department, ...commune, ...schoolHeads],
  'plan.startInspection': [...department, ...commune, ...schoolHeads],
  'plan.concludeInspection': [...department, ...commune, ...schoolHeads],
  'plan.cancelInspection': [...department, ...commune, ...schoolHeads],
  'plan.addInspectionItem': workers,
  'plan.updateInspectionItem': workers,
  'plan.removeInspectionItem': workers,
  'plan.listFindings': workers,
  'plan.getFinding': workers,
  'plan.addFinding': workers,
  'plan.updateFinding': workers,
  'plan.closeFinding': [...department, ...commune, ...schoolHeads],
  'plan.reopenFinding': [...department, ...commune, ...schoolHeads],
  'plan.attachFindingFile': [...commune, ...schoolOffice],
  'plan.answerFinding': [...commune, ...schoolHeads],

  // Plan: official documents
  'plan.listOfficialDocuments': workers,
  'plan.getOfficialDocument': workers,
  'plan.readOfficialDocument': workers,
  'plan.registerOfficialDocument': offices,
  'plan.updateOfficialDocument': offices,
  'plan.attachOfficialDocumentFile': offices,
  'plan.removeOfficialDocumentFile': offices,
  'plan.collectOpinions': offices,
  'plan.issueOfficialDocument': [...departmentHeads, ...commune, ...schoolOffice],
  'plan.cancelOfficialDocument': offices,
  'plan.revokeOfficialDocument': [...departmentHeads, 'communeLeader', ...schoolHeads],
  'plan.listOfficialDocumentReadings': offices,
  'plan.giveOpinion': [...offices, 'teamLead'],
  'plan.updateOpinion': [...offices, 'teamLead'],
  'plan.disposeOpinion': offices,
  'plan.listOpinions': [...offices, 'teamLead'],
  'plan.exportOpinions': offices,
  'plan.getAgencySetting': offices,
  'plan.updateAgencySetting': [...departmentHeads, ...commune, ...schoolOffice],

  // Plan: reports; who stands where to a report (its unit, the level above) is decided in modules/plan
  'plan.listReports': [...offices, 'teamLead'],
  'plan.getReport': [...offices, 'teamLead'],
  'plan.listReportRows': [...offices, 'teamLead'],
  'plan.downloadReport': [...offices, 'teamLead'],
  'plan.openReport': [...offices, 'teamLead'],
  'plan.updateReport': [...offices, 'teamLead'],
  'plan.submitReport': ['departmentLeader', 'divisionHead', ...commune, ...schoolHeads, 'teamLead'],
  'plan.decideReport': [...department, ...commune, ...schoolHeads],
  'plan.aggregateReports': offices,
  'plan.listAggregateRows': offices,
  'plan.remindMissing': [...department, ...commune, ...schoolHeads],

  // People: staff, classes, rooms
  'people.listStaff': workers,
  'people.exportStaff': offices,
  'people.getStaff': workers,
  // A teacher reaches the own record only.
  'people.getStaffPrivate': [...departmentHeads, ...schoolOffice, 'homeroomTeacher', 'teacher'],
  'people.saveStaffPrivate': schoolOffice,
  'people.createStaff': schoolOffice,
  'people.updateStaff': schoolOffice,
  'people.setStaffLeft': schoolOffice,
  'people.linkStaffAccount': schoolOffice,
  'people.createStaffAccount': schoolOffice,
  'people.createPosting': [...departmentHeads, ...commune],
  'people.deletePosting': [...departmentHeads, ...commune],
  'people.listRooms': workers,
  'people.exportRooms': offices,
  'people.createRoom': schoolOffice,
  'people.updateRoom': schoolOffice,
  'people.listClasses': workers,
  'people.exportClasses': offices,
  'people.createClass': schoolOffice,
  'people.updateClass': schoolOffice,
  'people.deleteClass': schoolOffice,
  'people.listSchoolFigures': [...department, ...commune],
  'people.exportSchoolFigures': [...department, ...commune],

  // People: pupils; names of children only for the school, those who teach them, themselves and their guardians
  'people.listPupils': [...schoolOffice, 'homeroomTeacher', 'teacher', 'pupil', 'guardian'],
  'people.exportPupils': [...schoolOffice, 'homeroomTeacher'],
  'people.findPupils': departmentHeads,
  'people.getPupil': [...departmentHeads, ...schoolOffice, 'homeroomTeacher', 'teacher', 'pupil', 'guardian'],
  'people.getPupilPrivate': [...departmentHeads, ...schoolOffice, 'homeroomTeacher', 'pupil', 'guardian'],
  'people.savePupilPrivate': schoolOffice,
  'people.createPupil': schoolOffice,
  'people.updatePupil': schoolOffice,
  'people.recordMovement': schoolOffice,
  'people.getEnrolmentFigures': [...department, ...commune, ...schoolOffice],
  'people.listTransfers': schoolOffice,
  'people.exportTransfers': schoolOffice,
  'people.askTransfer': schoolOffice,
  'people.acceptTransfer': schoolHeads,
  'people.refuseTransfer': schoolHeads,
  'people.withdrawTransfer': schoolOffice,
  'people.previewRollOver': schoolOffice,
  'people.exportRollOver': schoolOffice,
  'people.chooseOutcome': schoolOffice,
  'people.executeRollOver': [...departmentHeads, ...schoolHeads],
  'people.reverseRollOver': [...departmentHeads, ...schoolHeads],

  // Curriculum
  'curriculum.getProgramme': 'anyRole',
  'curriculum.listClassChoices': workers,
  'curriculum.setClassChoices': schoolHeads,

  // Staffing
  'staffing.getAssignments': workers,
  'staffing.saveAssignments': schoolOffice,
  'staffing.proposeAssignments': schoolOffice,
  'staffing.publishAssignments': schoolHeads,
  'staffing.downloadAssignmentSheet': workers,
  'staffing.downloadAssignmentPaper': workers,
  'staffing.createDuty': schoolHeads,
  'staffing.updateDuty': schoolHeads,
  'staffing.deleteDuty': schoolHeads,
  'staffing.getCoverage': [...department, ...commune, ...schoolHeads],
  'staffing.exportCoverage': [...department, ...commune, ...schoolHeads],

  // Needs survey for session 2; answering needs no account, the code on the slip is the key
  'needsSurvey.openByCode': 'public',
  'needsSurvey.answerByCode': 'public',
  'needsSurvey.listMine': ['pupil', 'guardian'],
  'needsSurvey.answerMine': ['pupil', 'guardian'],
  'needsSurvey.listMyGroups': ['pupil', 'guardian'],
  'needsSurvey.listForms': [...department, ...schoolOffice],
  'needsSurvey.getForm': [...department, ...schoolOffice],
  'needsSurvey.createForm': [...department, ...schoolOffice],
  'needsSurvey.saveForm': [...department, ...schoolOffice],
  'needsSurvey.retireForm': [...department, ...schoolOffice],
  'needsSurvey.listSurveys': [...offices, 'homeroomTeacher'],
  'needsSurvey.getSurvey': [...offices, 'homeroomTeacher'],
  'needsSurvey.openSurvey': schoolOffice,
  'needsSurvey.changeSurvey': schoolOffice,
  'needsSurvey.getResults': [...offices, 'homeroomTeacher'],
  'needsSurvey.exportResults': [...offices, 'homeroomTeacher'],
  'needsSurvey.listUnanswered': [...schoolOffice, 'homeroomTeacher'],
  'needsSurvey.exportUnanswered': [...schoolOffice, 'homeroomTeacher'],
  'needsSurvey.proposeGroups': schoolOffice,
  'needsSurvey.createGroups': schoolOffice,
  'needsSurvey.createRemedialGroup': schoolHeads,
  'needsSurvey.listAskedWishes': schoolHeads,
  'needsSurvey.proposeElectiveBlock': schoolHeads,
  'needsSurvey.exportElectiveBlock': schoolHeads,
  'needsSurvey.createElectiveBlock': schoolHeads,
  'needsSurvey.listGroups': [...schoolOffice, ...teaching],
  'needsSurvey.exportGroups': schoolOffice,
  'needsSurvey.getGroup': [...schoolOffice, ...teaching],
  'needsSurvey.changeGroup': schoolOffice,
  'needsSurvey.confirmGroup': schoolHeads,
  'needsSurvey.deleteGroup': schoolOffice,
  'needsSurvey.addByDecision': schoolHeads,
  'needsSurvey.removeMember': schoolOffice,
  'needsSurvey.printRequests': schoolOffice,
  'needsSurvey.receiveRequests': schoolOffice,
  'needsSurvey.listCandidates': schoolOffice,
  'needsSurvey.recordEntitlements': schoolOffice,

  // Gradebook: marks of children only for their school and those who teach them; whose sheet it is decides modules/gradebook/actions
  'gradebook.listSheets': [...schoolOffice, 'homeroomTeacher', 'teacher'],
  'gradebook.getSheet': [...schoolOffice, 'homeroomTeacher', 'teacher'],
  'gradebook.downloadSheet': [...schoolOffice, 'homeroomTeacher', 'teacher'],
  'gradebook.readSheet': ['homeroomTeacher', 'teacher'],
  'gradebook.getCellHistory': [...schoolOffice, 'homeroomTeacher', 'teacher'],
  'gradebook.saveCells': ['homeroomTeacher', 'teacher'],
  'gradebook.keepAssessment': ['homeroomTeacher', 'teacher'],
  // Which pupils and subjects: the policies of gradebook.subject_marks and gradebook.help.
  'gradebook.getWarnings': [...schoolOffice, 'homeroomTeacher', 'teacher'],
  'gradebook.recordHelp': [...schoolOffice, 'homeroomTeacher', 'teacher'],
  'gradebook.listAttachments': [...schoolOffice, 'homeroomTeacher', 'teacher'],
  'gradebook.openAttachment': [...schoolOffice, 'homeroomTeacher', 'teacher'],
  'gradebook.attachFile': ['homeroomTeacher', 'teacher'],
  'gradebook.attachLink': ['homeroomTeacher', 'teacher'],
  'gradebook.removeAttachment': ['homeroomTeacher', 'teacher'],
  'gradebook.listMyClasses': [...schoolOffice, 'homeroomTeacher', 'teacher'],
  // A teacher who does not lead the class is refused by modules/gradebook/actions/class-results.ts.
  'gradebook.getClassResults': [...schoolOffice, 'homeroomTeacher', 'teacher'],
  'gradebook.downloadClassResults': [...schoolOffice, 'homeroomTeacher', 'teacher'],
  'gradebook.downloadClassRegister': [...schoolOffice, 'homeroomTeacher', 'teacher'],
  'gradebook.downloadTeacherRegister': ['homeroomTeacher', 'teacher'],
  'gradebook.saveConduct': ['homeroomTeacher', 'teacher'],
  'gradebook.saveSummer': schoolOffice,
  'gradebook.getAttendance': [...schoolOffice, 'homeroomTeacher', 'teacher'],
  'gradebook.saveAttendance': ['homeroomTeacher', 'teacher'],
  // Counts without names, for whoever manages the school.
  'gradebook.getFamilyBook': ['pupil', 'guardian'],
  // Which pupils: gradebook.classes_of_pupil; which subjects: the policies of gradebook.subject_marks.
  'gradebook.getProgress': [...schoolOffice, 'homeroomTeacher', 'teacher', 'pupil', 'guardian'],
  'gradebook.listLeaves': [...schoolOffice, 'homeroomTeacher', 'teacher', 'guardian'],
  'gradebook.askLeave': ['guardian'],
  'gradebook.decideLeave': ['homeroomTeacher', 'teacher'],
  'gradebook.withdrawLeave': ['guardian'],
  'gradebook.getRelease': schoolOffice,
  'gradebook.setRelease': ['principal'],
  'gradebook.getFigures': [...department, ...commune, ...schoolOffice],
  'gradebook.downloadFigures': [...department, ...commune, ...schoolOffice],
  // Counts of circumstances without names, small ones hidden: modules/gradebook/rules/equity.ts.
  'gradebook.getEquity': [...department, ...commune, ...schoolOffice],
  'gradebook.downloadEquity': [...department, ...commune, ...schoolOffice],
  'gradebook.computeFigures': schoolHeads,
  // Of everybody only for the heads; a teacher gets the own rows.
  'gradebook.getTeacherFigures': [...schoolHeads, 'homeroomTeacher', 'teacher'],
  'gradebook.getCouncil': schoolOffice,
  'gradebook.downloadCouncilMinutes': schoolOffice,
  'gradebook.setTermWindow': schoolHeads,
  'gradebook.lockTerm': schoolHeads,
  'gradebook.unlockTerm': ['principal'],
  'gradebook.remindTeachers': schoolHeads,
  'gradebook.listCorrections': [...schoolOffice, 'homeroomTeacher', 'teacher'],
  'gradebook.askCorrection': ['homeroomTeacher', 'teacher'],
  'gradebook.decideCorrection': ['principal'],
  'gradebook.keepExemption': ['principal'],
  'gradebook.listPhrases': [...schoolOffice, 'homeroomTeacher', 'teacher'],
  'gradebook.addPhrase': [...schoolOffice, 'homeroomTeacher', 'teacher'],
  'gradebook.removePhrase': [...schoolOffice, 'homeroomTeacher', 'teacher'],

  // Transcript; whose pages they see is decided by the policies of the database, whose turn it is by modules/transcript
  'transcript.getOverview': schoolOffice,
  'transcript.drawUpPages': ['principal', 'clerk'],
  'transcript.listClassPages': [...schoolOffice, 'homeroomTeacher', 'teacher'],
  'transcript.saveAwards': [...schoolOffice, 'homeroomTeacher', 'teacher'],
  'transcript.getPage': [...schoolOffice, 'homeroomTeacher', 'teacher', 'pupil', 'guardian'],
  'transcript.downloadPdf': [...schoolOffice, 'homeroomTeacher', 'teacher', 'pupil', 'guardian'],
  'transcript.downloadXml': [...schoolOffice, 'pupil', 'guardian'],
  'transcript.revokePage': ['principal'],
  'transcript.listMine': ['pupil', 'guardian'],
  'transcript.listQueue': [...schoolOffice, 'homeroomTeacher', 'teacher'],
  'transcript.listQueueSteps': [...schoolOffice, 'homeroomTeacher', 'teacher'],
  'transcript.confirmSteps': ['principal', 'homeroomTeacher', 'teacher'],
  'transcript.signSteps': ['homeroomTeacher', 'teacher'],
  'transcript.returnStep': ['principal', 'clerk', 'homeroomTeacher', 'teacher'],
  // The principal signs, the clerk keeps the seal: modules/transcript/actions/sign-run.ts.
  'transcript.openRun': ['principal', 'clerk'],
  'transcript.getRun': ['principal', 'clerk'],
  'transcript.continueRun': ['principal', 'clerk'],
  'transcript.listAnchors': [...departmentHeads, 'principal', 'clerk', 'systemAdmin'],
  'transcript.addAnchor': departmentHeads,
  'transcript.removeAnchor': departmentHeads,
  'transcript.addWithdrawnList': departmentHeads,
  'transcript.makeShare': [...schoolOffice, 'pupil', 'guardian'],
  'transcript.withdrawShare': [...schoolOffice, 'pupil', 'guardian'],
  'transcript.startArchive': schoolOffice,
  'transcript.listArchives': schoolOffice,
  'transcript.downloadArchive': schoolOffice,
  'transcript.verifyCode': 'public', // says nothing of the pupil
  'transcript.verifyFile': 'public',
  'transcript.openShare': 'public', // the secret of the link is the key

  // Timetable; the published week is for everybody of the school, as the policies of the database show it
  'timetable.getSetup': schoolOffice,
  'timetable.saveSetup': schoolOffice,
  'timetable.listTimetables': [...department, ...commune, ...schoolOffice],
  'timetable.getTimetable': workers,
  'timetable.createTimetable': schoolOffice,
  'timetable.renameTimetable': schoolOffice,
  'timetable.deleteTimetable': schoolOffice,
  'timetable.saveLessons': schoolOffice,
  'timetable.bePresent': schoolOffice,
  'timetable.publishTimetable': schoolHeads,
  'timetable.startSolve': schoolOffice,
  'timetable.getSolve': schoolOffice,
  'timetable.stopSolve': schoolOffice,
  'timetable.getWeek': 'anyRole',
  'timetable.downloadPdf': workers,
  'timetable.downloadWorkbook': workers,
  'timetable.importTimetable': schoolOffice,
  'timetable.makeFeedAddress': [...schoolOffice, ...teaching, 'pupil', 'guardian'],
  'timetable.getCalendarFeed': 'public', // the secret address is the key
  'timetable.proposeSubstitutes': schoolOffice,
  'timetable.proposeMoves': schoolOffice,
  'timetable.listDisruptions': schoolOffice,
  'timetable.recordDisruption': schoolOffice,
  'timetable.endDisruption': schoolOffice,
  'timetable.proposeMakeUp': schoolOffice,
  'timetable.makeUpLessons': schoolOffice,
  'timetable.readMakeUpUndo': schoolOffice,
  'timetable.undoMakeUp': schoolOffice,
  'timetable.getBoard': [...department, ...commune],
  'timetable.exportBoard': [...department, ...commune],

  // Lesson plans: whose they are and who decides is in modules/lessons/rules/plan-state.ts, which rows are seen say the policies
  'lessons.listPlans': teaching,
  'lessons.getPlan': [...schoolOffice, ...teaching],
  'lessons.createPlan': teaching,
  'lessons.savePlan': teaching,
  'lessons.sharePlan': teaching,
  'lessons.proposePlan': teaching,
  'lessons.reopenPlan': teaching,
  'lessons.removePlan': teaching,
  'lessons.listCopies': teaching,
  'lessons.addFile': teaching,
  'lessons.addLink': teaching,
  'lessons.removeMaterial': teaching,
  'lessons.downloadPlan': [...schoolOffice, ...teaching],
  'lessons.downloadMaterial': [...schoolOffice, ...teaching],
  'lessons.listQueue': [...schoolHeads, 'teamLead'],
  'lessons.decidePlans': [...schoolHeads, 'teamLead'],
  'lessons.getFigures': [...department, ...commune, ...schoolOffice, 'teamLead'],
  'lessons.downloadFigures': [...department, ...commune, ...schoolOffice, 'teamLead'],
  // The lesson log lies open in the school; who writes which line decides modules/lessons/actions/save-entry.ts.
  'lessons.getMyWeek': [...schoolHeads, ...teaching],
  'lessons.getClassWeek': [...schoolOffice, ...teaching],
  'lessons.listBooks': [...schoolOffice, ...teaching],
  'lessons.saveEntry': [...schoolHeads, ...teaching],
  'lessons.removeEntry': [...schoolHeads, ...teaching],
  'lessons.signWeek': [...schoolHeads, 'homeroomTeacher', 'teacher'],
  'lessons.unsignWeek': [...schoolHeads, 'homeroomTeacher', 'teacher'],
  'lessons.remindMissing': schoolHeads,
  'lessons.downloadBook': [...schoolOffice, ...teaching],
  'lessons.getProgress': [...schoolOffice, ...teaching],
  // Whose groups: modules/lessons/actions/group-log.ts and lessons.my_groups.
  'lessons.listGroupLogs': [...schoolOffice, ...teaching],
  'lessons.getGroupLog': [...schoolOffice, ...teaching],
  'lessons.downloadGroupLog': [...schoolOffice, ...teaching],
  'lessons.saveGroupEntry': [...schoolHeads, ...teaching],
  'lessons.removeGroupEntry': [...schoolHeads, ...teaching],
  // Notes that are not shared are their observer's alone.
  'lessons.listObservations': [...schoolHeads, ...teaching],
  'lessons.saveObservation': [...schoolHeads, ...teaching],
  'lessons.removeObservation': [...schoolHeads, ...teaching],
  // School and family; who may write to whom is in modules/family and its policies
  'family.getAnnouncementGround': [...schoolOffice, 'homeroomTeacher', 'teacher'],
  'family.listReceived': [...schoolOffice, ...teaching, 'pupil', 'guardian'],
  'family.listSent': [...schoolOffice, 'homeroomTeacher', 'teacher'],
  'family.getAnnouncement': [...schoolOffice, ...teaching, 'pupil', 'guardian'],
  'family.readAnnouncement': [...schoolOffice, ...teaching, 'pupil', 'guardian'],
  'family.createAnnouncement': [...schoolOffice, 'homeroomTeacher', 'teacher'],
  'family.updateAnnouncement': [...schoolOffice, 'homeroomTeacher', 'teacher'],
  'family.discardAnnouncement': [...schoolOffice, 'homeroomTeacher', 'teacher'],
  'family.attachAnnouncementFile': [...schoolOffice, 'homeroomTeacher', 'teacher'],
  'family.removeAnnouncementFile': [...schoolOffice, 'homeroomTeacher', 'teacher'],
  'family.downloadAnnouncementFile': [...schoolOffice, ...teaching, 'pupil', 'guardian'],
  'family.sendAnnouncement': [...schoolOffice, 'homeroomTeacher', 'teacher'],
  'family.withdrawAnnouncement': [...schoolOffice, 'homeroomTeacher', 'teacher'],
  'family.listReceipts': [...schoolOffice, 'homeroomTeacher', 'teacher'],
  'family.exportReceipts': [...schoolOffice, 'homeroomTeacher', 'teacher'],
  'family.remindUnread': [...schoolOffice, 'homeroomTeacher', 'teacher'],
  'family.listThreads': ['homeroomTeacher', 'teacher', 'pupil', 'guardian'],
  'family.openThread': ['homeroomTeacher', 'teacher', 'pupil', 'guardian'],
  'family.getThread': ['homeroomTeacher', 'teacher', 'pupil', 'guardian'],
  'family.readThread': ['homeroomTeacher', 'teacher', 'pupil', 'guardian'],
  'family.sendMessage': ['homeroomTeacher', 'teacher', 'pupil', 'guardian'],
  'family.reportThread': ['homeroomTeacher', 'teacher', 'pupil', 'guardian'],
  'family.listSchoolThreads': schoolHeads,
  'family.readWithReason': schoolHeads,
  'family.blockThread': schoolHeads,

  // The school education plan; who takes which step when is in modules/education-plan/rules/workflow.ts
  'educationPlan.listPlans': [...schoolOffice, ...teaching, 'pupil', 'guardian'],
  'educationPlan.getPlan': 'anyRole',
  'educationPlan.downloadPlan': 'anyRole',
  'educationPlan.comparePlan': 'anyRole',
  'educationPlan.draftPlan': schoolOffice,
  'educationPlan.updateCalendar': schoolOffice,
  'educationPlan.saveRows': schoolOffice,
  'educationPlan.proposePlan': schoolOffice,
  'educationPlan.approvePlan': ['principal'],
  'educationPlan.returnPlan': ['principal', ...department, ...commune],
  'educationPlan.acknowledgePlan': [...department, ...commune],
  'educationPlan.publishPlan': schoolHeads,
  'educationPlan.amendPlan': schoolHeads,
  'educationPlan.confirmReading': [...teaching, 'pupil', 'guardian'],
  'educationPlan.getTeamPlan': [...department, ...commune, ...schoolOffice, 'teamLead'],
  'educationPlan.saveTeamRows': [...schoolOffice, 'teamLead'],
  'educationPlan.proposeTeamPlan': [...schoolOffice, 'teamLead'],
  'educationPlan.decideTeamPlan': schoolHeads,
  'educationPlan.getTeacherPlan': [...schoolOffice, ...teaching],
  'educationPlan.drawTeacherPlan': teaching,
  'educationPlan.saveTeacherPlan': teaching,
  'educationPlan.getBoard': [...department, ...commune],
  'educationPlan.exportBoard': [...department, ...commune],
  'educationPlan.getGuidance': [...department, ...commune],
  'educationPlan.saveGuidance': [...departmentHeads, ...commune],
  'educationPlan.publishGuidance': [...departmentHeads, 'communeLeader'],
  'educationPlan.getPublicPlan': 'public', // what the school has made public

  // Other systems: who lets them in, and what they then read (the scope each needs stands in modules/exchange/contract)
  'exchange.listClients': ['departmentLeader', 'principal', 'systemAdmin'],
  'exchange.getClient': ['departmentLeader', 'principal', 'systemAdmin'],
  'exchange.createClient': ['departmentLeader', 'principal', 'systemAdmin'],
  'exchange.revokeClient': ['departmentLeader', 'principal', 'systemAdmin'],
  'exchange.issueToken': 'public', // with id and secret
  'exchange.downloadRoster': schoolOffice,
  'exchange.getSectorMapping': [...schoolOffice, ...departmentHeads, 'systemAdmin'],
  'exchange.saveSectorMapping': [...departmentHeads, 'systemAdmin'],
  'exchange.resetSectorMapping': [...departmentHeads, 'systemAdmin'],
  'exchange.previewSector': schoolOffice,
  'exchange.exportSector': schoolOffice,
  'exchange.listSectorExports': schoolOffice,
  'exchange.downloadSectorExport': schoolOffice,
  'exchange.listPopulationRuns': schoolOffice,
  'exchange.startPopulationRun': schoolOffice,
  'exchange.continuePopulationRun': schoolOffice,
  'exchange.stopPopulationRun': schoolOffice,
  'exchange.listPopulationResults': schoolOffice,
  'exchange.settlePopulationDifference': schoolOffice,
  'oneroster.getOrg': 'client',
  'oneroster.getAllOrgs': 'client',
  'oneroster.getSchool': 'client',
  'oneroster.getAllSchools': 'client',
  'oneroster.getAcademicSession': 'client',
  'oneroster.getAllAcademicSessions': 'client',
  'oneroster.getTerm': 'client',
  'oneroster.getAllTerms': 'client',
  'oneroster.getGradingPeriod': 'client',
  'oneroster.getAllGradingPeriods': 'client',
  'oneroster.getCourse': 'client',
  'oneroster.getAllCourses': 'client',
  'oneroster.getClass': 'client',
  'oneroster.getAllClasses': 'client',
  'oneroster.getEnrollment': 'client',
  'oneroster.getAllEnrollments': 'client',
  'oneroster.getUser': 'client',
  'oneroster.getAllUsers': 'client',
  'oneroster.getStudent': 'client',
  'oneroster.getAllStudents': 'client',
  'oneroster.getTeacher': 'client',
  'oneroster.getAllTeachers': 'client',
  'oneroster.getDemographics': 'client',
  'oneroster.getAllDemographics': 'client',
  'oneroster.getCategory': 'client',
  'oneroster.getAllCategories': 'client',
  'oneroster.getScoreScale': 'client',
  'oneroster.getAllScoreScales': 'client',
  'oneroster.getLineItem': 'client',
  'oneroster.getAllLineItems': 'client',
  'oneroster.getResult': 'client',
  'oneroster.getAllResults': 'client',
  'oneroster.getTermsForSchool': 'client',
  'oneroster.getCoursesForSchool': 'client',
  'oneroster.getClassesForSchool': 'client',
  'oneroster.getEnrollmentsForSchool': 'client',
  'oneroster.getStudentsForSchool': 'client',
  'oneroster.getTeachersForSchool': 'client',
  'oneroster.getEnrollmentsForClassInSchool': 'client',
  'oneroster.getStudentsForClassInSchool': 'client',
  'oneroster.getTeachersForClassInSchool': 'client',
  'oneroster.getStudentsForClass': 'client',
  'oneroster.getTeachersForClass': 'client',
  'oneroster.getClassesForCourse': 'client',
  'oneroster.getClassesForTerm': 'client',
  'oneroster.getGradingPeriodsForTerm': 'client',
  'oneroster.getClassesForStudent': 'client',
  'oneroster.getClassesForTeacher': 'client',
  'oneroster.getClassesForUser': 'client',
  'oneroster.getScoreScalesForSchool': 'client',
  'oneroster.getLineItemsForSchool': 'client',
  'oneroster.getScoreScalesForClass': 'client',
  'oneroster.getCategoriesForClass': 'client',
  'oneroster.getLineItemsForClass': 'client',
  'oneroster.getResultsForClass': 'client',
  'oneroster.getResultsForLineItemForClass': 'client',
  'oneroster.getResultsForStudentForClass': 'client',
  'oneroster.getBulkCsv': 'client',
};

/** The roles whose holders may use an operation, in the order of the list of roles; none for an operation not in the table. */
export function rolesWith(operation: string): readonly Role[] {
  const access = accessOf(operation);
  if (access === undefined || access === 'client') return [];
  if (typeof access === 'string') return roles;
  return roles.filter((role) => access.includes(role));
}

function accessOf(operation: string): Access | undefined {
  return Object.hasOwn(accessMatrix, operation) ? accessMatrix[operation] : undefined;
}

/** Whether the holder of `role` may do it once sign-in is complete; null: signed in without a role in force. */
export function mayDo(operation: string, role: string | null): boolean {
  const access = accessOf(operation);
  if (access === undefined) return false;
  if (access === 'public' || access === 'session' || access === 'signedIn') return true;
  if (role === null || access === 'client') return false;
  return access === 'anyRole' || access.some((allowed) => allowed === role);
}

/** The operations that the holder of `role` may do, for the screens. */
export function operationsOf(role: string | null): string[] {
  return Object.keys(accessMatrix).filter((operation) => mayDo(operation, role));
}

/** Who may do it, for people: 'hiệu trưởng, phó hiệu trưởng'; '' when nobody may. */
export function whoMay(operation: string): string {
  const allowed = rolesWith(operation);
  if (allowed.length === roles.length) return 'người đang giữ một vai trò';
  return allowed.map((role) => roleNames[role]).join(', ');
}
