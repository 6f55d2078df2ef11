/** Addresses of the app's pages that notices, mails and documents lead to. */

export function assignmentLink(assignmentId: string): string {
  return `/viec/${assignmentId}`;
}

/** The list of difficulties with this one open beside it. */
export function difficultyLink(difficultyId: string): string {
  return `/kho-khan?loc=all&xem=${difficultyId}`;
}

export function inspectionLink(inspectionId: string): string {
  return `/kiem-tra/${inspectionId}`;
}

export function officialDocumentLink(documentId: string): string {
  return `/van-ban/${documentId}`;
}

export function reportLink(reportId: string): string {
  return `/bao-cao/${reportId}`;
}

/** The rows behind one figure of a report. */
export function reportRowsLink(reportId: string, figure: string): string {
  return `/bao-cao/${reportId}/so-lieu?figure=${encodeURIComponent(figure)}`;
}

/** The units behind one figure of the reports of a period, added up over what `unitId` reaches. */
export function aggregateRowsLink(
  query: { periodKind: string; periodStart: string; unitId: string },
  figure: string,
): string {
  const period = `periodKind=${query.periodKind}&periodStart=${query.periodStart}&unitId=${query.unitId}`;
  return `/bao-cao/tong-hop/so-lieu?${period}&figure=${encodeURIComponent(figure)}`;
}

/** One duty on the board: who is late with it. */
export function overdueDutyLink(dutyId: string): string {
  return `/bang-theo-doi?chi=qua-han&cot=nhiem-vu&nhiem-vu=${dutyId}`;
}
