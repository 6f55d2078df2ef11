import { writeFileSync } from 'node:fs';
import { renderOfficialPdf } from './platform/documents/index.ts';
import { sampleDocument } from './platform/documents/testing.ts';
writeFileSync('/tmp/sig/x.pdf', await renderOfficialPdf(sampleDocument()));
process.exit(0);
