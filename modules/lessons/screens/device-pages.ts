/** Pages that a bound device opens without a network, loaded and kept together. */
export { default as MyWeekPage } from './log/my-week-page.tsx';
export { default as ObservationsPage } from './log/observations-page.tsx';
