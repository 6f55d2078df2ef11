import { boardOperations } from './contract/board.ts';
import { planOperations } from './contract/plans.ts';
import { publicPlanOperations } from './contract/public-plan.ts';
import { teamPlanOperations } from './contract/team-plans.ts';

/** What the API of the school education plan accepts and says. */
export * from './contract/board.ts';
export * from './contract/plans.ts';
export * from './contract/public-plan.ts';
export * from './contract/team-plans.ts';

/** Every operation of the school education plan; fixed addresses before those with an id in the same place. */
export const educationPlanOperations = [
  ...boardOperations,
  ...planOperations,
  ...teamPlanOperations,
  ...publicPlanOperations,
];
