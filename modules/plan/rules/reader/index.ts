export { type ChangedAspect, type ComparableItem, comparePlans, type PlanComparison } from './compare.ts';
export * from './draft.ts';
export { readPlan } from './read-plan.ts';
export {
  listSourceParagraphs,
  type ReadingNote,
  type ReadingProblem,
  type SourceBlock,
  type SourceDocument,
  type SourceFormat,
  type SourceParagraph,
} from './source.ts';
export { type PlanSummary, summarisePlan } from './summary.ts';
