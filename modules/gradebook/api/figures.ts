import { bind } from '#modules/identity-access';
import type { AnyRoute } from '#platform/http';
import { findSubject, type Programme, programmeOfYear } from '#reference/curriculum-2018';
import { computeFigures } from '../actions/compute-figures.ts';
import { placeOf, placeToDecide, yearOf } from '../actions/place.ts';
import * as contract from '../contract.ts';
import { listGroupFigures, listSubjectFigures, type SubjectDistribution } from '../data/figures.ts';
import { listTeacherFigures } from '../data/teacher-figures.ts';
import { mayOf } from './shapes.ts';

function distributionShape(
  programme: Programme,
  { subjectCode, sumTenths, bands, comments }: SubjectDistribution,
) {
  const subject = findSubject(programme, subjectCode);
  const scored = bands.reduce((sum, one) => sum + one, 0);
  return {
    code: subjectCode,
    name: subject?.name ?? subjectCode,
    judged: subject?.judged ?? ('score' as const),
    mean: scored === 0 ? null : Math.round((sumTenths * 10) / scored) / 100,
    bands: [...bands],
    comments: [...comments],
  };
}

/** Routes of the statistics. */
export const figureRoutes: AnyRoute[] = [
  bind(contract.getFigures, async ({ tx, actor, query }) => {
    const year = await yearOf(tx, query.schoolYear);
    const programme = programmeOfYear(year.name);
    const [groups, subjects] = await Promise.all([
      listGroupFigures(tx, year.id, query.period, query.by),
      listSubjectFigures(tx, year.id, query.period),
    ]);
    const order = programme.subjects.map(({ code }) => code);
    return {
      schoolYear: year.name,
      groups: groups.map(({ academic, conduct, honours, decisions, ...group }) => ({
        ...group,
        academic: [...academic],
        conduct: [...conduct],
        honours: [...honours],
        decisions: [...decisions],
      })),
      subjects: subjects
        .toSorted((a, b) => order.indexOf(a.subjectCode) - order.indexOf(b.subjectCode))
        .map((one) => distributionShape(programme, one)),
      may: mayOf(actor.role, ['gradebook.computeFigures']),
    };
  }),
  bind(contract.getTeacherFigures, async ({ tx, actor, query: { period, ...wanted } }) => {
    const { school, year } = await placeOf(tx, wanted);
    const programme = programmeOfYear(year.name);
    const at = { unitId: school.id, schoolYearId: year.id, period, onlyMine: actor.scope === 'own' };
    const rows = await listTeacherFigures(tx, at);
    return {
      schoolYear: year.name,
      rows: rows.map(({ staffId, teacher, classes, ...figure }) => ({
        ...distributionShape(programme, figure),
        staffId,
        teacher,
        classes: [...classes],
      })),
    };
  }),
  bind(contract.computeFigures, async ({ tx, actor, body, now }) => {
    const { school, year } = await placeToDecide(tx, actor, body);
    return computeFigures(tx, { unitId: school.id, schoolYearId: year.id, now });
  }),
];
