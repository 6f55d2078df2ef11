/** Pages of lesson plans, loaded together. */
export { default as FiguresPage } from './plans/figures-page.tsx';
export { default as PlanPage } from './plans/plan-page.tsx';
export { default as PlansPage } from './plans/plans-page.tsx';
export { default as QueuePage } from './plans/queue-page.tsx';
