/** Front door of the exchange with other systems: registered clients, OneRoster 1.2. */
export { exchangeRoutes } from './api/index.ts';
export { exchangeOperations } from './contract.ts';
