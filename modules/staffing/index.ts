/** Front door of staffing: who teaches what, the loads, and what is missing. */
import './actions/import-assignments.ts';
import './indicators.ts';

export { groundOf as assignmentGround } from './actions/place.ts';
export { publishAssignments, saveAssignments } from './actions/save-assignments.ts';
export { staffingRoutes } from './api/index.ts';
export { staffingOperations } from './contract.ts';
export {
  assignmentComplete,
  type Completeness,
  capacityBySubject,
  publishedAssignments,
  type SchoolCapacity,
  type TeacherLoad,
  teacherLoads,
} from './data/coverage.ts';
