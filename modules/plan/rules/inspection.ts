/** Inspections: who may do what in which state. No clock: days come in as 'YYYY-MM-DD'. */

export type InspectionKind = 'scheduled' | 'surprise';
export type InspectionState = 'planned' | 'underway' | 'concluded' | 'cancelled';
export type ItemResult = 'notChecked' | 'met' | 'partlyMet' | 'notMet';
export type Severity = 'minor' | 'major' | 'critical';
export type FindingState = 'open' | 'resolved' | 'closed';

export const inspectionKindNames: Readonly<Record<InspectionKind, string>> = {
  scheduled: 'theo kế hoạch',
  surprise: 'đột xuất',
};

export const inspectionStateNames: Readonly<Record<InspectionState, string>> = {
  planned: 'Đã lập',
  underway: 'Đang kiểm tra',
  concluded: 'Đã kết luận',
  cancelled: 'Đã hủy',
};

export const itemResultNames: Readonly<Record<ItemResult, string>> = {
  notChecked: 'Chưa kiểm tra',
  met: 'Đạt',
  partlyMet: 'Đạt một phần',
  notMet: 'Chưa đạt',
};

export const severityNames: Readonly<Record<Severity, string>> = {
  minor: 'Nhẹ',
  major: 'Đáng kể',
  critical: 'Nghiêm trọng',
};

export const findingStateNames: Readonly<Record<FindingState, string>> = {
  open: 'Chờ khắc phục',
  resolved: 'Đã báo cáo khắc phục',
  closed: 'Đã công nhận',
};

/** Where a person stands to an inspection. */
export type InspectionStanding = 'inspecting' | 'inspected' | 'watching';

export interface Standpoint {
  readonly accountId: string;
  readonly unitId: string | null;
  /** Rows the acting role reaches: 'department', 'subtree' or 'own'. */
  readonly scope: string | null;
}

/**
 * The team and the inspecting unit inspect; the department's people stand in for its divisions. The heads of the
 * inspected unit answer. Everybody else who sees the inspection watches.
 */
export function inspectionStanding(
  person: Standpoint,
  inspection: {
    readonly unitId: string;
    readonly unitKind: string;
    readonly inspectedUnitId: string;
    readonly leaderId: string;
    readonly memberIds: readonly string[];
  },
): InspectionStanding {
  const inTeam = inspection.leaderId === person.accountId || inspection.memberIds.includes(person.accountId);
  const ofUnit =
    person.scope === 'department'
      ? inspection.unitKind === 'department' || inspection.unitKind === 'division'
      : person.scope === 'subtree' && person.unitId === inspection.unitId;
  if (inTeam || ofUnit) return 'inspecting';
  return person.scope === 'subtree' && person.unitId === inspection.inspectedUnitId
    ? 'inspected'
    : 'watching';
}

/** Steps of an inspection, all of the inspecting side, with the states they start from. */
const inspectionSteps: Readonly<Record<string, readonly InspectionState[]>> = {
  'plan.updateInspection': ['planned'],
  'plan.startInspection': ['planned'],
  'plan.cancelInspection': ['planned', 'underway'],
  'plan.concludeInspection': ['underway'],
  'plan.addInspectionItem': ['planned', 'underway'],
  'plan.updateInspectionItem': ['planned', 'underway'],
  'plan.removeInspectionItem': ['planned', 'underway'],
  'plan.addFinding': ['underway'],
};

/** Operations of an inspection that fit the standing and the state. */
export function inspectionMay(standing: InspectionStanding, state: InspectionState): string[] {
  const steps =
    standing === 'inspecting'
      ? Object.entries(inspectionSteps)
          .filter(([, from]) => from.includes(state))
          .map(([operation]) => operation)
      : [];
  return state === 'underway' || state === 'concluded' ? [...steps, 'plan.downloadInspectionMinutes'] : steps;
}

const findingSteps: Readonly<
  Record<string, { readonly by: InspectionStanding; readonly from: readonly FindingState[] }>
> = {
  'plan.updateFinding': { by: 'inspecting', from: ['open'] },
  'plan.attachFindingFile': { by: 'inspected', from: ['open'] },
  'plan.answerFinding': { by: 'inspected', from: ['open'] },
  'plan.closeFinding': { by: 'inspecting', from: ['resolved'] },
  'plan.reopenFinding': { by: 'inspecting', from: ['resolved', 'closed'] },
};

/** Operations of a finding that fit the standing and the state. */
export function findingMay(standing: InspectionStanding, state: FindingState): string[] {
  return Object.entries(findingSteps)
    .filter(([, step]) => step.by === standing && step.from.includes(state))
    .map(([operation]) => operation);
}

/** Who carries out an operation of an inspection or a finding; for the message of a refusal. */
export function whoInspects(operation: string): InspectionStanding {
  return findingSteps[operation]?.by ?? 'inspecting';
}

/** The line of the checklist made from a duty, at most 1000 letters. */
export function questionOf(duty: { readonly title: string; readonly definitionOfDone: string }): string {
  const question = `${duty.title.replace(/[.;\s]+$/u, '')}. Yêu cầu: ${duty.definitionOfDone}`;
  return question.length <= 1000 ? question : `${question.slice(0, 999)}…`;
}
