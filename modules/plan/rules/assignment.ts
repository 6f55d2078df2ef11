/** The life of an assignment: states, who stands where, what may be done next. */

export type AssignmentState =
  | 'notStarted'
  | 'inProgress'
  | 'submitted'
  | 'returned'
  | 'accepted'
  | 'notApplicable';

export type ShownState = AssignmentState | 'overdue';

/** Vietnamese words of the states, for refusals and documents. */
export const stateNames: Record<ShownState, string> = {
  notStarted: 'Chưa bắt đầu',
  inProgress: 'Đang làm',
  submitted: 'Đã nộp, chờ duyệt',
  returned: 'Bị trả lại',
  accepted: 'Đã công nhận',
  notApplicable: 'Không áp dụng',
  overdue: 'Quá hạn',
};

const open: readonly AssignmentState[] = ['notStarted', 'inProgress', 'returned'];

/** Still to be handed in. */
export function isOpen(state: AssignmentState): boolean {
  return open.includes(state);
}

/** Overdue is not stored: it is an open assignment after its last day. Dates are 'YYYY-MM-DD'. */
export function shownState(state: AssignmentState, dueOn: string, today: string): ShownState {
  return isOpen(state) && dueOn < today ? 'overdue' : state;
}

/** Whole days to the deadline; negative when it has passed. */
export function daysLeft(dueOn: string, today: string): number {
  return Math.round((Date.parse(dueOn) - Date.parse(today)) / 86_400_000);
}

/** Roles that may carry out what is addressed to a role in the same unit. */
const carriersOf: Record<string, readonly string[]> = {
  departmentLeader: ['departmentLeader'],
  divisionHead: ['divisionHead', 'specialist'],
  specialist: ['specialist'],
  communeLeader: ['communeLeader', 'communeOfficer'],
  communeOfficer: ['communeOfficer', 'communeLeader'],
  principal: ['principal', 'vicePrincipal', 'clerk'],
  homeroomTeacher: ['homeroomTeacher', 'principal', 'vicePrincipal'],
  teamLead: ['teamLead'],
  teacher: ['teacher', 'teamLead'],
};

/** The addressed roles that a holder of `role` carries out in the own unit. */
export function carriedRoles(role: string): string[] {
  return Object.entries(carriersOf)
    .filter(([, carriers]) => carriers.includes(role))
    .map(([addressed]) => addressed);
}

/** Roles that speak for their unit: hand in, split, ask for time. A clerk prepares, a teacher does own parts. */
const heads = [
  'departmentLeader',
  'divisionHead',
  'communeLeader',
  'communeOfficer',
  'principal',
  'vicePrincipal',
  'teamLead',
  'specialist',
];

const rankOfKind: Record<string, number> = {
  department: 0,
  division: 1,
  commune: 2,
  cluster: 2,
  school: 3,
  subjectTeam: 4,
};

export interface Standing {
  readonly accountId: string;
  readonly role: string;
  readonly unitId: string;
  readonly unitKind: string;
}

export interface Addressee {
  readonly unitId: string;
  readonly unitKind: string;
  readonly role: string;
  readonly accountId: string | null;
}

/**
 * Where a person stands to an assignment that the person can see:
 * 'head' carries it and speaks for it, 'helper' carries it without the last word, 'above' decides on it, 'none' looks on.
 * Seeing it at all is the database's decision (row-level security).
 */
export function standingTo(person: Standing, to: Addressee): 'head' | 'helper' | 'above' | 'none' {
  if (to.accountId !== null) {
    if (to.accountId === person.accountId) return 'head';
    return heads.includes(person.role) && reaches(person, to, true) ? 'above' : 'none';
  }
  if (to.unitId === person.unitId && (carriersOf[to.role] ?? []).includes(person.role)) {
    return heads.includes(person.role) ? 'head' : 'helper';
  }
  return heads.includes(person.role) && reaches(person, to, false) ? 'above' : 'none';
}

function reaches(person: Standing, to: Addressee, personal: boolean): boolean {
  const own = rankOfKind[person.unitKind] ?? 9;
  const other = (rankOfKind[to.unitKind] ?? 9) + (personal ? 1 : 0);
  return own < other;
}

interface Step {
  readonly from: readonly AssignmentState[];
  readonly by: readonly ('head' | 'helper' | 'above')[];
}

/** Every step of an assignment's life: from which states, by whom. Operation ids are the keys. */
export const steps: Record<string, Step> = {
  'plan.acknowledgeAssignments': { from: [...open, 'submitted'], by: ['head', 'helper'] },
  'plan.startAssignment': { from: ['notStarted', 'returned'], by: ['head', 'helper'] },
  'plan.splitAssignment': { from: open, by: ['head'] },
  'plan.giveFormEvidence': { from: open, by: ['head', 'helper'] },
  'plan.giveDocumentEvidence': { from: open, by: ['head', 'helper'] },
  'plan.giveConfirmation': { from: open, by: ['head'] },
  'plan.withdrawEvidence': { from: open, by: ['head', 'helper'] },
  'plan.submitAssignment': { from: open, by: ['head'] },
  'plan.acceptAssignments': { from: ['submitted'], by: ['above'] },
  'plan.returnAssignment': { from: ['submitted', 'accepted', 'notApplicable'], by: ['above'] },
  'plan.markNotApplicable': { from: open, by: ['head'] },
  'plan.reopenAssignment': { from: ['submitted', 'notApplicable'], by: ['head'] },
  'plan.askQuestion': { from: open, by: ['head', 'helper'] },
  'plan.answerQuestion': { from: open, by: ['above'] },
  'plan.addComment': {
    from: [...open, 'submitted', 'accepted', 'notApplicable'],
    by: ['head', 'helper', 'above'],
  },
  'plan.askExtension': { from: open, by: ['head'] },
  'plan.decideExtension': { from: open, by: ['above'] },
  'plan.markBlocked': { from: open, by: ['head', 'helper'] },
};

/** Operations of the life of an assignment that fit its state and the person's standing. */
export function possibleSteps(
  state: AssignmentState,
  standing: 'head' | 'helper' | 'above' | 'none',
): string[] {
  if (standing === 'none') return [];
  return Object.entries(steps)
    .filter(([, step]) => step.from.includes(state) && step.by.includes(standing))
    .map(([operation]) => operation);
}
