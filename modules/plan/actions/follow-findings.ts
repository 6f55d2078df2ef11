import { v7 as uuidv7 } from 'uuid';
import type { WriteTx } from '#platform/db';
import { formatDate } from '#platform/i18n';
import { tellPeople } from '../data/announcements.ts';
import { type FindingRow, insertFinding, insertFindingEvent, updateFindingRow } from '../data/findings.ts';
import { selectInspectionItemOptional } from '../data/inspection-items.ts';
import { planErrors } from '../errors.ts';
import type { FindingState, Severity } from '../rules/inspection.ts';
import { inspectionLink } from '../rules/links.ts';
import type { Acting } from './acting.ts';
import { lockFinding, lockInspection, tellInspected } from './inspection-step.ts';

interface Moved {
  readonly state: FindingState;
  readonly version: number;
}

/** Records what is wrong and by when the unit mends it: not before the day of the inspection. */
export async function addFinding(
  tx: WriteTx,
  acting: Acting,
  inspectionId: string,
  input: { body: string; severity: Severity; dueOn: string; itemId?: string | undefined },
): Promise<{ id: string; version: number }> {
  const inspection = await lockInspection(tx, acting, inspectionId, 'plan.addFinding');
  const foundOn = inspection.beganOn!;
  if (input.dueOn < foundOn) throw planErrors.findingDueTooEarly(formatDate(foundOn));
  if (input.itemId) {
    const item = await selectInspectionItemOptional(tx, input.itemId);
    if (item?.inspectionId !== inspectionId) throw planErrors.inspectionItemNotFound();
  }
  const id = uuidv7();
  await insertFinding(tx, {
    id,
    inspectionId,
    itemId: input.itemId ?? null,
    departmentId: acting.actor.departmentId,
    unitId: inspection.inspectedUnitId,
    body: input.body,
    severity: input.severity,
    foundOn,
    dueOn: input.dueOn,
  });
  await record(tx, acting, id, 'found', input.body);
  await tellInspected(tx, acting, inspection.inspectedUnitId, {
    kind: 'finding',
    title: `Kiến nghị cần khắc phục trước ${formatDate(input.dueOn)}`,
    body: input.body.slice(0, 500),
    link: inspectionLink(inspectionId),
  });
  return { id, version: 1 };
}

function record(
  tx: WriteTx,
  { actor, now }: Acting,
  findingId: string,
  kind: 'found' | 'amended' | 'answered' | 'reopened' | 'closed',
  note: string | null,
): Promise<void> {
  return insertFindingEvent(tx, findingId, { kind, note, accountId: actor.accountId, at: now });
}

/** Rewords an open finding or moves its deadline. */
export async function updateFinding(
  tx: WriteTx,
  acting: Acting,
  findingId: string,
  input: {
    version: number;
    body?: string | undefined;
    severity?: Severity | undefined;
    dueOn?: string | undefined;
  },
): Promise<{ version: number }> {
  const row = await lockFinding(tx, acting, findingId, 'plan.updateFinding', input);
  checkDeadline(row, input.dueOn);
  await updateFindingRow(tx, findingId, {
    body: input.body,
    severity: input.severity,
    dueOn: input.dueOn,
  });
  const deadline = input.dueOn && input.dueOn !== row.dueOn ? `Hạn mới: ${formatDate(input.dueOn)}` : null;
  await record(tx, acting, findingId, 'amended', deadline);
  await tellInspected(tx, acting, row.unitId, {
    kind: 'finding',
    title: 'Kiến nghị kiểm tra đã được sửa',
    body: deadline ?? (input.body ?? row.body).slice(0, 500),
    link: inspectionLink(row.inspectionId),
  });
  return { version: row.version + 1 };
}

function checkDeadline(row: FindingRow, dueOn: string | undefined): void {
  if (dueOn !== undefined && dueOn < row.foundOn) {
    throw planErrors.findingDueTooEarly(formatDate(row.foundOn));
  }
}

/** The inspected unit says what it has mended; the leader of the team hears. */
export async function answerFinding(
  tx: WriteTx,
  acting: Acting,
  findingId: string,
  input: { version: number; answer: string },
): Promise<Moved> {
  const row = await lockFinding(tx, acting, findingId, 'plan.answerFinding', input);
  await updateFindingRow(tx, findingId, {
    state: 'resolved',
    answer: { text: input.answer, by: acting.actor.accountId, at: acting.now },
  });
  await record(tx, acting, findingId, 'answered', input.answer);
  await tellPeople(tx, [row.leaderId], acting.actor.departmentId, {
    kind: 'finding',
    title: `Đã báo cáo khắc phục: ${row.unitName}`,
    body: input.answer.slice(0, 500),
    link: inspectionLink(row.inspectionId),
    now: acting.now,
  });
  return { state: 'resolved', version: row.version + 1 };
}

/** The inspecting side accepts the answer. */
export async function closeFinding(
  tx: WriteTx,
  acting: Acting,
  findingId: string,
  input: { version: number; note?: string | undefined },
): Promise<Moved> {
  const row = await lockFinding(tx, acting, findingId, 'plan.closeFinding', input);
  await updateFindingRow(tx, findingId, { state: 'closed', closedAt: acting.now });
  await record(tx, acting, findingId, 'closed', input.note ?? null);
  await tellInspected(tx, acting, row.unitId, {
    kind: 'finding',
    title: 'Đã công nhận khắc phục',
    body: row.body.slice(0, 500),
    link: inspectionLink(row.inspectionId),
  });
  return { state: 'closed', version: row.version + 1 };
}

/** The inspecting side asks for more, perhaps with a new deadline; the earlier answer stays in the history. */
export async function reopenFinding(
  tx: WriteTx,
  acting: Acting,
  findingId: string,
  input: { version: number; note: string; dueOn?: string | undefined },
): Promise<Moved> {
  const row = await lockFinding(tx, acting, findingId, 'plan.reopenFinding', input);
  checkDeadline(row, input.dueOn);
  await updateFindingRow(tx, findingId, { state: 'open', closedAt: null, dueOn: input.dueOn });
  await record(tx, acting, findingId, 'reopened', input.note);
  await tellInspected(tx, acting, row.unitId, {
    kind: 'finding',
    title: 'Cần khắc phục tiếp',
    body: input.note.slice(0, 500),
    link: inspectionLink(row.inspectionId),
  });
  return { state: 'open', version: row.version + 1 };
}
