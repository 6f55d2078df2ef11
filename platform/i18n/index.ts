export {
  compareByGivenName,
  foldVietnamese,
  formatDate,
  formatDateTime,
  formatNumber,
  formatPercent,
  parseDate,
} from './format.ts';
