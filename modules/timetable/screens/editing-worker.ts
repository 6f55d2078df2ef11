import { Editing } from '../rules/editing.ts';
import type { EditingAnswer, EditingJob } from './editing-messages.ts';

// Works beside the page: compiles the school once, then says what each cell means, so that dragging never waits.
let editing: Editing | undefined;
const say = (answer: EditingAnswer) => self.postMessage(answer);

self.addEventListener('message', ({ data: job }: MessageEvent<EditingJob>) => {
  if (job.kind === 'open') editing = new Editing(job.input);
  else if (job.kind === 'change') editing?.change(job.lessons);
  else if (job.kind === 'week')
    say({ kind: 'week', ask: job.ask, cells: editing?.week(job.lessonId) ?? new Map() });
  else say({ kind: 'chains', ask: job.ask, chains: editing?.chains(job.lessonId, job.at) ?? [] });
});
