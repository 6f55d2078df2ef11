/** Rules of the digital transcript: what a page says, its one text, the chain of versions, codes. Pure. */
export { canonicalText } from './canonical.ts';
export { type ChainFault, chainFaults, type FoundVersion } from './chain.ts';
export { codeOf, printedCode, readCode } from './code.ts';
export { ageOn, type ClassFacts, type Draft, drawUp, type PupilFacts } from './draw-up.ts';
export {
  comparableText,
  contentText,
  type Level,
  type Mark,
  type PageContent,
  printedMark,
  type SubjectLine,
} from './page-content.ts';
export { completionLatestAge, shareDays, transcriptSettings } from './settings.ts';
export type { Step, StepKind, StepMethod } from './step.ts';
