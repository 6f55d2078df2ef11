/** Front door of people: staff, pupils, classes, rooms, enrolments. */
export { peopleRoutes } from './api/index.ts';
export { peopleOperations } from './contract.ts';
