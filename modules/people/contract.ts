import { classOperations } from './contract/classes.ts';
import { staffOperations } from './contract/staff.ts';

/** What the API of people accepts and says. */
export * from './contract/classes.ts';
export * from './contract/staff.ts';

/** Every operation of people. */
export const peopleOperations = [...staffOperations, ...classOperations];
