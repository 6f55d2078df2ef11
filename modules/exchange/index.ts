/** Front door of the exchange with other systems: registered clients, OneRoster 1.2, the sector database, the population database. */
export { exportSector as exportSectorFile, sectorCounts } from './actions/sector.ts';
export { exchangeRoutes } from './api/index.ts';
export { exchangeOperations } from './contract.ts';
export { exchangeTasks } from './jobs/index.ts';
export { httpPersonRegister, type RegisterAddress } from './jobs/person-register.ts';
export type { SectorKind } from './rules/index.ts';
