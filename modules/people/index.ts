/** Front door of people: staff, pupils, classes, rooms, enrolments. */
import './indicators.ts';

export { rollOverAll } from './actions/roll-over.ts';
export { savePupils } from './actions/save-pupils.ts';
export { peopleRoutes } from './api/index.ts';
export { peopleOperations } from './contract.ts';
export { type EnrolmentFigures, listEnrolmentFigures } from './data/enrolment-figures.ts';
export { matchPupils, type PupilRow } from './data/save-pupils.ts';
