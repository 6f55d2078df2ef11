/** Front door of the curriculum: what the classes of a school are taught, by programme and by their own choices. */
export { curriculumRoutes } from './api/index.ts';
export { curriculumOperations } from './contract.ts';
export { type ClassWithChoices, listClassesWithChoices } from './data/class-choices.ts';
export {
  selectOwnSchoolOptional as findOwnSchool,
  selectYearOptional as findSchoolYear,
} from './data/school-years.ts';
