import { localDate } from '#platform/clock';
import type { WriteTx } from '#platform/db';
import { formatDate } from '#platform/i18n';
import { updateInspectionRow } from '../data/inspections.ts';
import { planErrors } from '../errors.ts';
import type { InspectionState } from '../rules/inspection.ts';
import { inspectionLink } from '../rules/links.ts';
import type { Acting } from './acting.ts';
import { lockInspection, tellInspected } from './inspection-step.ts';

interface Moved {
  readonly state: InspectionState;
  readonly version: number;
}

/**
 * Begins an inspection today. From now on the inspected unit sees it, a surprise one too. A scheduled one does
 * not begin before the announced day.
 */
export async function startInspection(
  tx: WriteTx,
  acting: Acting,
  inspectionId: string,
  input: { version: number },
): Promise<Moved> {
  const row = await lockInspection(tx, acting, inspectionId, 'plan.startInspection', input);
  const today = localDate(acting.now);
  if (row.kind === 'scheduled' && today < row.plannedOn) {
    throw planErrors.inspectionTooEarly(formatDate(row.plannedOn));
  }
  await updateInspectionRow(tx, row.id, { state: 'underway', beganOn: today });
  await tellInspected(tx, acting, row.inspectedUnitId, {
    kind: 'inspection',
    title: `Bắt đầu kiểm tra: ${row.inspectedUnitName}`,
    body: row.purpose,
    link: inspectionLink(row.id),
  });
  return { state: 'underway', version: row.version + 1 };
}

/** Concludes an inspection of which at least one line was checked (an empty checklist needs none). */
export async function concludeInspection(
  tx: WriteTx,
  acting: Acting,
  inspectionId: string,
  input: { version: number; conclusion: string },
): Promise<Moved> {
  const row = await lockInspection(tx, acting, inspectionId, 'plan.concludeInspection', input);
  if (row.itemsTotal > 0 && row.itemsChecked === 0) throw planErrors.nothingChecked();
  await updateInspectionRow(tx, row.id, {
    state: 'concluded',
    conclusion: input.conclusion,
    concludedAt: acting.now,
  });
  await tellInspected(tx, acting, row.inspectedUnitId, {
    kind: 'inspection',
    title: `Kết luận kiểm tra: ${row.inspectedUnitName}`,
    body: input.conclusion.slice(0, 500),
    link: inspectionLink(row.id),
  });
  return { state: 'concluded', version: row.version + 1 };
}

/** Cancels an inspection with a reason; the unit hears of it only when it knew of the inspection. */
export async function cancelInspection(
  tx: WriteTx,
  acting: Acting,
  inspectionId: string,
  input: { version: number; reason: string },
): Promise<Moved> {
  const row = await lockInspection(tx, acting, inspectionId, 'plan.cancelInspection', input);
  await updateInspectionRow(tx, row.id, { state: 'cancelled', cancelReason: input.reason });
  if (row.kind === 'scheduled' || row.beganOn) {
    await tellInspected(tx, acting, row.inspectedUnitId, {
      kind: 'inspection',
      title: `Hủy cuộc kiểm tra: ${row.inspectedUnitName}`,
      body: input.reason,
      link: inspectionLink(row.id),
    });
  }
  return { state: 'cancelled', version: row.version + 1 };
}
