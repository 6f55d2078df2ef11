import { accessCodeOperations } from './contract/access-codes.ts';
import { classOperations } from './contract/classes.ts';
import { importOperations } from './contract/imports.ts';
import { pupilOperations } from './contract/pupils.ts';
import { rollOverOperations } from './contract/roll-over.ts';
import { staffOperations } from './contract/staff.ts';
import { transferOperations } from './contract/transfers.ts';

/** What the API of people accepts and says. */
export * from './contract/access-codes.ts';
export * from './contract/classes.ts';
export * from './contract/imports.ts';
export * from './contract/pupils.ts';
export * from './contract/roll-over.ts';
export * from './contract/staff.ts';
export * from './contract/transfers.ts';

/** Every operation of people. */
export const peopleOperations = [
  ...staffOperations,
  ...classOperations,
  ...pupilOperations,
  ...transferOperations,
  ...rollOverOperations,
  ...importOperations,
  ...accessCodeOperations,
];
