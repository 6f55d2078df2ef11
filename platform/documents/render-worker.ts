import { parentPort } from 'node:worker_threads';
import { drawGridWorkbook } from './grid-workbook.ts';
import { drawGrids } from './grids-pdf.ts';
import { drawOfficialDocx } from './official-docx.ts';
import { drawOfficialPdf } from './official-pdf.ts';
import { drawPetitions } from './petitions-pdf.ts';
import { drawRegisterDocx } from './register-docx.ts';
import { drawRegisterPdf } from './register-pdf.ts';
import type { RenderJob } from './render-thread.ts';
import { drawSlips } from './slips-pdf.ts';
import { drawTemplate } from './template.ts';
import { drawWorkbook } from './workbook.ts';

// The render thread: takes one job, answers with the bytes of the file, takes the next.
parentPort!.on('message', async (job: RenderJob) => {
  try {
    const bytes = await draw(job);
    parentPort!.postMessage({ answer: bytes }, [bytes.buffer as ArrayBuffer]);
  } catch (error) {
    parentPort!.postMessage({ error });
  }
});

function draw(job: RenderJob): Uint8Array | Promise<Uint8Array> {
  switch (job.kind) {
    case 'pdf':
      return drawOfficialPdf(job.document);
    case 'docx':
      return drawOfficialDocx(job.document);
    case 'workbook':
      return drawWorkbook(job.sheets);
    case 'petitions':
      return drawPetitions(job.petitions);
    case 'slips':
      return drawSlips(job.sheet);
    case 'grids':
      return drawGrids(job.book);
    case 'gridWorkbook':
      return drawGridWorkbook(job.sheets);
    case 'registerPdf':
      return drawRegisterPdf(job.register);
    case 'registerDocx':
      return drawRegisterDocx(job.register);
    case 'template':
      return drawTemplate(job);
  }
}
