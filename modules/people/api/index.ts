import { classRoutes } from './classes.ts';
import { staffRoutes } from './staff.ts';

/** Every route of people. */
export const peopleRoutes = [...staffRoutes, ...classRoutes];
