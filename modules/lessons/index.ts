/** Front door of lessons: lesson plans, the lesson log, notes of observed lessons. */
import './api/offline.ts';
import './indicators.ts';
import { registerSettings } from '#modules/organisation';
import { lessonSettings } from './rules/index.ts';

export { lessonRoutes } from './api/index.ts';
export { lessonOperations } from './contract.ts';
export { lessonCrontab, lessonTasks } from './jobs/index.ts';

registerSettings(lessonSettings);
