import { accessCodeRoutes } from './access-codes.ts';
import { classRoutes } from './classes.ts';
import { importRoutes } from './imports.ts';
import { pupilRoutes } from './pupils.ts';
import { rollOverRoutes } from './roll-over.ts';
import { staffRoutes } from './staff.ts';
import { transferRoutes } from './transfers.ts';

/** Every route of people. */
export const peopleRoutes = [
  ...staffRoutes,
  ...classRoutes,
  ...pupilRoutes,
  ...transferRoutes,
  ...rollOverRoutes,
  ...importRoutes,
  ...accessCodeRoutes,
];
