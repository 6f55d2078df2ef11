import type { AssignmentRow } from '../data/assignments.ts';
import type { DocumentRow, DutyRow } from '../data/documents.ts';
import type { EvidenceRow } from '../data/evidence.ts';
import type { HistoryRow } from '../data/history.ts';
import type { DifficultyRow } from '../data/requests.ts';
import { shownState } from '../rules/assignment.ts';

/** From rows to what the contract says. */

export function documentShape({ unitId: _, schoolYearId: __, report: ___, ...document }: DocumentRow) {
  return document;
}

export function dutyShape({ documentId: _, lineageId: __, position: ___, ...duty }: DutyRow) {
  return {
    ...duty,
    evidenceSpec: mutableSpec(duty.evidenceSpec),
  };
}

function mutableSpec(spec: DutyRow['evidenceSpec']) {
  return { ...spec, fields: spec.fields ? [...spec.fields] : undefined };
}

function person(id: string | null, name: string | null) {
  return id === null ? null : { id, name: name ?? '' };
}

export function assignmentShape(row: AssignmentRow, today: string) {
  return {
    id: row.id,
    dutyId: row.dutyId,
    code: row.code,
    title: row.title,
    unit: { id: row.unitId, name: row.unitName, kind: row.unitKind },
    role: row.role,
    account: person(row.accountId, row.accountName),
    state: row.state,
    shown: shownState(row.state, row.dueOn, today),
    startsOn: row.startsOn,
    dueOn: row.dueOn,
    blocked: row.blockedSince !== null,
    question: row.questionSince !== null,
    acknowledged: row.acknowledgedAt !== null,
    evidenceKind: row.evidenceKind,
    parts: { total: row.partsTotal, accepted: row.partsAccepted },
    version: row.version,
  };
}

export function evidenceShape({ assignmentId: _, accountId, accountName, ...row }: EvidenceRow) {
  return { ...row, by: person(accountId, accountName) };
}

export function historyShape({ accountId, accountName, ...row }: HistoryRow) {
  return { ...row, by: person(accountId, accountName) };
}

/** `may`: operation ids the person may do with it now. */
export function difficultyShape(row: DifficultyRow, may: string[]) {
  return {
    id: row.id,
    unit: { id: row.unitId, name: row.unitName, kind: row.unitKind },
    addressedTo: { id: row.addressedId, name: row.addressedName, kind: row.addressedKind },
    assignmentId: row.assignmentId,
    dutyTitle: row.dutyTitle,
    title: row.title,
    body: row.body,
    state: row.state,
    raisedBy: { id: row.raisedBy, name: row.raisedByName },
    raisedAt: row.raisedAt,
    answer: row.answer,
    answeredBy: person(row.answeredBy, row.answeredByName),
    answeredAt: row.answeredAt,
    version: row.version,
    may,
  };
}
