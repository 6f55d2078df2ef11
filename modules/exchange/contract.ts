import { clientOperations } from './contract/clients.ts';
import { onerosterOperations } from './contract/oneroster.ts';

/** What the API of the exchange accepts and says. */
export * from './contract/clients.ts';
export * from './contract/oneroster.ts';

/** Every operation of the exchange. */
export const exchangeOperations = [...clientOperations, ...onerosterOperations];
