import { bindAhead } from '#platform/http';
import { setSchoolYear } from '../actions/set-school-year.ts';
import { bind } from '../actor.ts';
import * as contract from '../contract.ts';
import { listSchoolYears, listSemesters, listWeeks, selectSchoolYearOptional } from '../data/school-years.ts';
import { organisationErrors } from '../errors.ts';

export const schoolYearRoutes = [
  bindAhead(contract.listSchoolYears, async ({ tx }) => ({ items: await listSchoolYears(tx) })),
  bindAhead(contract.getSchoolYear, async ({ tx, params }) => {
    const schoolYear = await selectSchoolYearOptional(tx, { id: params.schoolYearId });
    if (!schoolYear) throw organisationErrors.schoolYearNotFound();
    const [semesters, weeks] = await Promise.all([
      listSemesters(tx, schoolYear.id),
      listWeeks(tx, schoolYear.id),
    ]);
    return { schoolYear, semesters, weeks };
  }),
  bind(contract.setSchoolYear, ({ tx, actor, params, body }) => setSchoolYear(tx, actor, params.name, body)),
];
