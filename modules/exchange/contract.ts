import { clientOperations } from './contract/clients.ts';
import { onerosterOperations } from './contract/oneroster.ts';
import { populationOperations } from './contract/population.ts';
import { sectorOperations } from './contract/sector.ts';

/** What the API of the exchange accepts and says. */
export * from './contract/clients.ts';
export * from './contract/oneroster.ts';
export * from './contract/population.ts';
export * from './contract/sector.ts';

/** Every operation of the exchange. */
export const exchangeOperations = [
  ...clientOperations,
  ...onerosterOperations,
  ...sectorOperations,
  ...populationOperations,
];
