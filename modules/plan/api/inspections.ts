import { bind } from '#modules/identity-access';
import { localDate } from '#platform/clock';
import type { ReadTx } from '#platform/db';
import { renderOfficialDocx, renderOfficialPdf } from '#platform/documents';
import type { Acting } from '../actions/acting.ts';
import { selectHeading } from '../actions/agency.ts';
import { attachFindingFile } from '../actions/attach-finding-file.ts';
import { cancelInspection, concludeInspection, startInspection } from '../actions/carry-out-inspection.ts';
import { addInspectionItem, removeInspectionItem, updateInspectionItem } from '../actions/check-items.ts';
import {
  addFinding,
  answerFinding,
  closeFinding,
  reopenFinding,
  updateFinding,
} from '../actions/follow-findings.ts';
import { standingToFinding, standingToInspection } from '../actions/inspection-step.ts';
import { planInspection, updateInspection } from '../actions/plan-inspection.ts';
import * as contract from '../contract/inspections.ts';
import {
  countFindings,
  type FindingRow,
  listFindingEvents,
  listFindings,
  listFindingsOf,
  selectFindingOptional,
} from '../data/findings.ts';
import { type InspectionItemRow, listInspectionItems } from '../data/inspection-items.ts';
import {
  countInspections,
  type InspectionRow,
  listInspections,
  listPeople,
  selectInspectionOptional,
} from '../data/inspections.ts';
import { inspectionMinutes } from '../documents/inspection-minutes.ts';
import { planErrors } from '../errors.ts';
import { findingMay, inspectionMay, inspectionStateNames } from '../rules/inspection.ts';
import { inspectionLink } from '../rules/links.ts';
import { mayOf, nextCursorOf, pageAfter } from './paging.ts';

function inspectionShape(row: InspectionRow) {
  return {
    id: row.id,
    kind: row.kind,
    state: row.state,
    purpose: row.purpose,
    inspectingUnit: { id: row.unitId, name: row.unitName, kind: row.unitKind },
    inspectedUnit: { id: row.inspectedUnitId, name: row.inspectedUnitName, kind: row.inspectedUnitKind },
    plannedOn: row.plannedOn,
    beganOn: row.beganOn,
    leader: { id: row.leaderId, name: row.leaderName },
    items: { total: row.itemsTotal, checked: row.itemsChecked, notMet: row.itemsNotMet },
    findings: { total: row.findingsTotal, open: row.findingsOpen, overdue: row.findingsOverdue },
    version: row.version,
  };
}

function itemShape({ inspectionId: _, ...item }: InspectionItemRow) {
  return item;
}

function findingShape(acting: Acting, row: FindingRow) {
  return {
    id: row.id,
    inspectionId: row.inspectionId,
    itemId: row.itemId,
    unit: { id: row.unitId, name: row.unitName, kind: row.unitKind },
    body: row.body,
    severity: row.severity,
    foundOn: row.foundOn,
    dueOn: row.dueOn,
    overdue: row.state === 'open' && row.dueOn < localDate(acting.now),
    state: row.state,
    answer: row.answer,
    answeredBy: row.answeredBy ? { id: row.answeredBy, name: row.answeredByName ?? '' } : null,
    answeredAt: row.answeredAt,
    files: [...row.files],
    version: row.version,
    may: mayOf(acting, findingMay(standingToFinding(acting, row), row.state)),
  };
}

async function selectInspection(tx: ReadTx, { now }: Acting, id: string): Promise<InspectionRow> {
  const row = await selectInspectionOptional(tx, id, localDate(now));
  if (!row) throw planErrors.inspectionNotFound();
  return row;
}

async function minutesOf(tx: ReadTx, acting: Acting, id: string, publicUrl: string) {
  const row = await selectInspection(tx, acting, id);
  if (!row.beganOn || row.state === 'cancelled') throw planErrors.wrongState(inspectionStateNames[row.state]);
  const [heading, items, findings, members] = await Promise.all([
    selectHeading(tx, row.unitId),
    listInspectionItems(tx, id),
    listFindingsOf(tx, id),
    listPeople(tx, row.memberIds),
  ]);
  return inspectionMinutes({
    superior: heading.superior,
    agency: heading.agency,
    place: heading.place,
    date: localDate(row.concludedAt ? new Date(row.concludedAt) : acting.now),
    kind: row.kind,
    purpose: row.purpose,
    inspectedUnit: row.inspectedUnitName,
    beganOn: row.beganOn,
    leader: row.leaderName,
    members: members.map((member) => member.name),
    items,
    findings,
    conclusion: row.conclusion,
    address: `${publicUrl}${inspectionLink(id)}`,
  });
}

const wordType = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document';

/** Routes of inspections and their findings. */
export const inspectionRoutes = [
  bind(contract.listInspections, async ({ tx, now, query }) => {
    const page = { today: localDate(now), after: pageAfter(query.cursor), limit: query.limit };
    const [rows, count] = await Promise.all([listInspections(tx, query, page), countInspections(tx, query)]);
    return {
      items: rows.map(inspectionShape),
      nextCursor: nextCursorOf(rows, query.limit, (row) => ({ on: row.plannedOn, id: row.id })),
      count,
    };
  }),
  bind(contract.planInspection, ({ tx, actor, now, body }) => planInspection(tx, { actor, now }, body)),
  bind(contract.getInspection, async ({ tx, actor, now, params }) => {
    const acting = { actor, now };
    const row = await selectInspection(tx, acting, params.inspectionId);
    const [items, findings, members] = await Promise.all([
      listInspectionItems(tx, row.id),
      listFindingsOf(tx, row.id),
      listPeople(tx, row.memberIds),
    ]);
    return {
      inspection: {
        ...inspectionShape(row),
        members,
        conclusion: row.conclusion,
        concludedAt: row.concludedAt,
        cancelReason: row.cancelReason,
      },
      items: items.map(itemShape),
      findings: findings.map((finding) => findingShape(acting, finding)),
      may: mayOf(acting, inspectionMay(standingToInspection(acting, row), row.state)),
    };
  }),
  bind(contract.updateInspection, ({ tx, actor, now, params, body }) =>
    updateInspection(tx, { actor, now }, params.inspectionId, body),
  ),
  bind(contract.startInspection, ({ tx, actor, now, params, body }) =>
    startInspection(tx, { actor, now }, params.inspectionId, body),
  ),
  bind(contract.concludeInspection, ({ tx, actor, now, params, body }) =>
    concludeInspection(tx, { actor, now }, params.inspectionId, body),
  ),
  bind(contract.cancelInspection, ({ tx, actor, now, params, body }) =>
    cancelInspection(tx, { actor, now }, params.inspectionId, body),
  ),
  bind(contract.addInspectionItem, async ({ tx, actor, now, params, body }) =>
    itemShape(await addInspectionItem(tx, { actor, now }, params.inspectionId, body)),
  ),
  bind(contract.updateInspectionItem, async ({ tx, actor, now, params, body }) =>
    itemShape(await updateInspectionItem(tx, { actor, now }, params.itemId, body)),
  ),
  bind(contract.removeInspectionItem, async ({ tx, actor, now, params, body }) => {
    await removeInspectionItem(tx, { actor, now }, params.itemId, body);
    return undefined;
  }),
  bind(contract.downloadInspectionMinutes, async ({ tx, actor, now, params, query, services }) => {
    const document = await minutesOf(tx, { actor, now }, params.inspectionId, services.publicUrl);
    return query.format === 'pdf'
      ? {
          fileName: 'Biên bản kiểm tra.pdf',
          mediaType: 'application/pdf',
          bytes: await renderOfficialPdf(document),
        }
      : {
          fileName: 'Biên bản kiểm tra.docx',
          mediaType: wordType,
          bytes: await renderOfficialDocx(document),
        };
  }),
  bind(contract.listFindings, async ({ tx, actor, now, query }) => {
    const filter = { filter: query.filter, unitId: query.unitId, today: localDate(now) };
    const [rows, count] = await Promise.all([
      listFindings(tx, filter, { after: pageAfter(query.cursor), limit: query.limit }),
      countFindings(tx, filter),
    ]);
    return {
      items: rows.map((row) => findingShape({ actor, now }, row)),
      nextCursor: nextCursorOf(rows, query.limit, (row) => ({ on: row.dueOn, id: row.id })),
      count,
    };
  }),
  bind(contract.getFinding, async ({ tx, actor, now, params }) => {
    const row = await selectFindingOptional(tx, params.findingId);
    if (!row) throw planErrors.findingNotFound();
    const events = await listFindingEvents(tx, row.id);
    return {
      finding: findingShape({ actor, now }, row),
      history: events.map(({ accountId, accountName, ...event }) => ({
        ...event,
        by: { id: accountId, name: accountName },
      })),
    };
  }),
  bind(contract.addFinding, ({ tx, actor, now, params, body }) =>
    addFinding(tx, { actor, now }, params.inspectionId, body),
  ),
  bind(contract.updateFinding, ({ tx, actor, now, params, body }) =>
    updateFinding(tx, { actor, now }, params.findingId, body),
  ),
  bind(contract.attachFindingFile, ({ tx, actor, now, params, file, services }) =>
    attachFindingFile(tx, { actor, now }, services.filesFolder, params.findingId, file),
  ),
  bind(contract.answerFinding, ({ tx, actor, now, params, body }) =>
    answerFinding(tx, { actor, now }, params.findingId, body),
  ),
  bind(contract.closeFinding, ({ tx, actor, now, params, body }) =>
    closeFinding(tx, { actor, now }, params.findingId, body),
  ),
  bind(contract.reopenFinding, ({ tx, actor, now, params, body }) =>
    reopenFinding(tx, { actor, now }, params.findingId, body),
  ),
];
