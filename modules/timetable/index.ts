/** Front door of the timetable: the week of a school, searches, timetables, what is published. */
import './indicators.ts';
import { registerSettings } from '#modules/organisation';
import { timetableSettings } from './rules/index.ts';

export { publishTimetable } from './actions/publish-timetable.ts';
export { startSolve, stopSolve } from './actions/solve.ts';
export { timetableRoutes } from './api/index.ts';
export { timetableOperations } from './contract.ts';
export { timetableCrontab, timetableTasks } from './jobs/solve.ts';

registerSettings(timetableSettings);
