/** Door to the rules of the exchange with other systems. */
export { csvCell, csvFile } from './csv.ts';
export {
  type Condition,
  chosenFields,
  type FieldKind,
  type Filter,
  type FilterFault,
  operators,
  readFilter,
} from './filter.ts';
export { mostPerPage, type PageOf, pageLinks } from './page.ts';
export { type Limiter, limits, minuteLimiter } from './rate.ts';
export {
  allScopes,
  carries,
  gradebookCoreScopes,
  rosterCoreScopes,
  type Scope,
  scopes,
} from './scopes.ts';
export {
  countRows,
  type Facts,
  isRefused,
  mappingFaults,
  type RowFault,
  type SectorRow,
  sectorRow,
} from './sector.ts';
export {
  defaultMappings,
  type SectorColumn,
  type SectorKind,
  type SectorMapping,
  sectorFields,
  sectorKinds,
} from './sector-template.ts';
