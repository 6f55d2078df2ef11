import type { operations } from '#api';

type Answer<Name extends keyof operations> = operations[Name] extends {
  responses: { 200: { content: { 'application/json': infer Body } } };
}
  ? Body
  : never;

export type DocumentDetail = Answer<'plan.getDocument'>;
export type PlanDocument = DocumentDetail['document'];
export type Paragraph = DocumentDetail['paragraphs'][number];
export type Duty = DocumentDetail['duties'][number];
export type Comparison = Answer<'plan.compareDocument'>;
export type Preview = Answer<'plan.previewPublication'>;
export type Published = Answer<'plan.publishDocument'>;
export type DutyState = Answer<'plan.getDocumentState'>['duties'][number];
export type Indicator = Answer<'plan.listIndicators'>['indicators'][number];

/** How many paragraphs there are of each kind, and how many of the source are none of them (never any). */
export function accountOf(detail: DocumentDetail) {
  const byKind = { heading: 0, duty: 0, solution: 0, calendar: 0, notDuty: 0 };
  for (const paragraph of detail.paragraphs) byKind[paragraph.kind] += 1;
  const accounted = Object.values(byKind).reduce((sum, count) => sum + count, 0);
  return { byKind, total: detail.report.paragraphs, lost: detail.report.paragraphs - accounted };
}
