import { bind } from '#modules/identity-access';
import type { AnyRoute } from '#platform/http';
import { programmeOfYear } from '#reference/curriculum-2018';
import { setClassChoices } from '../actions/set-class-choices.ts';
import * as contract from '../contract.ts';
import { type ClassWithChoices, listClassesWithChoices } from '../data/class-choices.ts';
import { selectOwnSchoolOptional, selectYearOptional } from '../data/school-years.ts';
import { curriculumErrors } from '../errors.ts';
import { choiceProblems, classProgramme, specialisedFactor, totalPeriods } from '../rules/index.ts';

function shown({ unitId: _, departmentId: __, schoolYear, choices, ...schoolClass }: ClassWithChoices) {
  const programme = programmeOfYear(schoolYear);
  const needs = classProgramme(programme, schoolClass, choices);
  return {
    ...schoolClass,
    choices: [...choices],
    periodsPerYear: needs.reduce((sum, need) => sum + need.periodsPerYear, 0),
    problems: choiceProblems(programme, schoolClass, choices).map(({ message }) => message),
  };
}

/** Every route of the curriculum. */
export const curriculumRoutes: AnyRoute[] = [
  bind(contract.getProgramme, async ({ tx, query }) => {
    const year = await selectYearOptional(tx, query.schoolYear);
    if (!year) throw curriculumErrors.noSchoolYear(query.schoolYear ?? 'hiện tại');
    const programme = programmeOfYear(year.name);
    return {
      ...programme,
      subjects: programme.subjects.map((subject) => ({
        ...subject,
        strands: subject.strands.map(({ code, name }) => ({ code, name })),
      })),
      lines: programme.lines.map((line) => ({ ...line })),
      totals: [6, 7, 8, 9, 10, 11, 12].map((grade) => ({ grade, periods: totalPeriods(programme, grade) })),
      specialisedFactor,
    };
  }),
  bind(contract.listClassChoices, async ({ tx, query }) => {
    const [year, school] = await Promise.all([
      selectYearOptional(tx, query.schoolYear),
      selectOwnSchoolOptional(tx, query.schoolId),
    ]);
    if (!school) throw curriculumErrors.noSchool();
    if (!year && query.schoolYear) throw curriculumErrors.noSchoolYear(query.schoolYear);
    const classes = year ? await listClassesWithChoices(tx, [school.id], year.id) : [];
    return { schoolId: school.id, schoolName: school.name, classes: classes.map(shown) };
  }),
  bind(contract.setClassChoices, async ({ tx, body }) => ({
    classes: (await setClassChoices(tx, body.classes)).map(shown),
  })),
];
