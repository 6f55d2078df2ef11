import { jobThread } from '#platform/threads';
import type { GridWorkbookSheet } from './grid-page-setup.ts';
import type { GridBook } from './grids.ts';
import type { OfficialDocument } from './official.ts';
import type { Petition } from './petitions.ts';
import { refuse } from './refusals.ts';
import type { Register } from './register.ts';
import type { SlipSheet } from './slips.ts';
import type { TemplateJob } from './template.ts';
import type { Sheet } from './workbook.ts';

export type RenderJob =
  | { kind: 'pdf' | 'docx'; document: OfficialDocument }
  | { kind: 'workbook'; sheets: Sheet[] }
  | { kind: 'petitions'; petitions: readonly Petition[] }
  | { kind: 'slips'; sheet: SlipSheet }
  | { kind: 'grids'; book: GridBook }
  | { kind: 'gridWorkbook'; sheets: readonly GridWorkbookSheet[] }
  | { kind: 'registerPdf' | 'registerDocx'; register: Register }
  | ({ kind: 'template' } & TemplateJob);

/**
 * Draws a file on a thread of its own.
 * @throws Refusal documents.busy when too many files wait, documents.tooSlow when one takes longer than two minutes
 *   (the largest allowed workbook takes about half of it on a small machine) or more memory than the thread may have
 */
export const renderOnThread = jobThread<RenderJob, Uint8Array>(
  new URL('./render-worker.ts', import.meta.url),
  {
    patience: 120_000,
    mostMegabytes: 2048,
    busy: refuse.busy,
    tooSlow: refuse.tooSlow,
  },
);
