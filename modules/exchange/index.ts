/** Front door of the exchange with other systems: registered clients, OneRoster 1.2, the sector database. */
export { exportSector as exportSectorFile, sectorCounts } from './actions/sector.ts';
export { exchangeRoutes } from './api/index.ts';
export { exchangeOperations } from './contract.ts';
export type { SectorKind } from './rules/index.ts';
