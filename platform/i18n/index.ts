export {
  compareByGivenName,
  foldVietnamese,
  formatDate,
  formatDateTime,
  formatNumber,
  formatPercent,
  parseDate,
} from './format.ts';
export { type DaysAround, type ReadDay, readDay } from './read-day.ts';
