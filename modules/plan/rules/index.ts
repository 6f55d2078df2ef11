export * from './reader/index.ts';
export { firstYearOf, isSchoolYear } from './school-year.ts';
