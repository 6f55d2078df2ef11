import { existsSync } from 'node:fs';
import { join } from 'node:path';

const project = join(import.meta.dirname, '../..');
const given = join(project, '../shared/seed/ke-hoach-nhiem-vu-trong-tam-2025-2026.txt');

/** The plan that the journeys import: the document the product was ordered with when it lies beside the repository, else the worked example. */
export const planFile = existsSync(given)
  ? given
  : join(project, 'reference-data/plans/ke-hoach-2025-2026.docx');
