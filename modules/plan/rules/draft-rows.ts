import type { EvidenceKind, EvidenceSpec } from './evidence.ts';
import {
  NOT_DUTY_REASONS,
  type PlanDraft,
  type PlanDraftItem,
  type ResponsibleUnit,
} from './reader/draft.ts';
import type { SourceParagraph } from './reader/source.ts';
import type { Responsible } from './targets.ts';

/** What becomes of each source paragraph of a draft, ready to be kept. */
export interface DraftParagraph {
  readonly ordinal: number;
  readonly body: string;
  readonly kind: 'heading' | 'duty' | 'solution' | 'calendar' | 'notDuty';
  readonly headingLevel: number | null;
  readonly reason: string | null;
}

const kindOfItem = { duty: 'duty', solution: 'solution', calendarEntry: 'calendar' } as const;

/** Names what became of every source paragraph; work wins over heading, so a heading that is itself a duty shows as one. */
export function draftParagraphs(draft: PlanDraft, paragraphs: readonly SourceParagraph[]): DraftParagraph[] {
  const byOrdinal = new Map<number, Omit<DraftParagraph, 'ordinal' | 'body'>>();
  for (const refused of draft.notDuty) {
    byOrdinal.set(refused.paragraphOrdinal, {
      kind: 'notDuty',
      headingLevel: null,
      reason: NOT_DUTY_REASONS[refused.reason],
    });
  }
  for (const heading of draft.headings) {
    for (const ordinal of heading.paragraphOrdinals) {
      byOrdinal.set(ordinal, { kind: 'heading', headingLevel: heading.sectionOrdinals.length, reason: null });
    }
  }
  for (const month of draft.calendar) {
    for (const ordinal of month.paragraphOrdinals) {
      byOrdinal.set(ordinal, { kind: 'calendar', headingLevel: null, reason: null });
    }
  }
  for (const item of draft.items) {
    for (const ordinal of item.paragraphOrdinals) {
      byOrdinal.set(ordinal, { kind: kindOfItem[item.kind], headingLevel: null, reason: null });
    }
  }
  return paragraphs.map((paragraph) => ({
    ordinal: paragraph.ordinal,
    body: paragraph.row ? paragraph.row.cells.join('\t') : paragraph.text,
    ...(byOrdinal.get(paragraph.ordinal) ?? {
      kind: 'notDuty' as const,
      headingLevel: null,
      reason: 'Chưa xếp loại, cần người xem lại',
    }),
  }));
}

/** The units of an item in the words of the plan's rows (see targets.ts). */
export function responsibleCodes(units: readonly ResponsibleUnit[]): Responsible[] {
  const codes = units.map((unit): Responsible => {
    if (unit.unit === 'school' && unit.restriction === 'gifted') return 'specialisedSchool';
    if (unit.unit === 'school' && unit.restriction === 'ethnicBoardingSchool') return 'ethnicBoardingSchool';
    return unit.unit;
  });
  return [...new Set(codes)];
}

/** The proposal of the reader as evidence of a duty. An indicator is asked for in full: threshold 1 is 100 %. */
export function evidenceOf(item: PlanDraftItem): { kind: EvidenceKind; spec: EvidenceSpec } {
  const { evidence } = item;
  switch (evidence.kind) {
    case 'indicator':
      return { kind: 'indicator', spec: { indicator: evidence.indicatorId, threshold: 1 } };
    case 'form':
      return { kind: 'form', spec: { fields: evidence.fields } };
    case 'document':
      return { kind: 'document', spec: { documentHint: evidence.documentName } };
    case 'confirmation':
      return { kind: 'confirmation', spec: { confirmRole: evidence.role } };
  }
}

/** Code of the n-th item: D001 for duties and solutions of the text, L001 for entries of the calendar. */
export function itemCode(item: Pick<PlanDraftItem, 'kind'>, countOfKind: number): string {
  return `${item.kind === 'calendarEntry' ? 'L' : 'D'}${String(countOfKind).padStart(3, '0')}`;
}
