import { bind } from '#modules/identity-access';
import type { AnyRoute } from '#platform/http';
import { findSubject, programmeOfYear } from '#reference/curriculum-2018';
import { computeFigures } from '../actions/compute-figures.ts';
import { placeToDecide, yearOf } from '../actions/place.ts';
import * as contract from '../contract.ts';
import { listGroupFigures, listSubjectFigures } from '../data/figures.ts';
import { mayOf } from './shapes.ts';

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
        .map(({ subjectCode, sumTenths, bands, comments }) => {
          const subject = findSubject(programme, subjectCode);
          const scored = bands.reduce((sum, one) => sum + one, 0);
          return {
            code: subjectCode,
            name: subject?.name ?? subjectCode,
            judged: subject?.judged ?? 'score',
            mean: scored === 0 ? null : Math.round((sumTenths * 10) / scored) / 100,
            bands: [...bands],
            comments: [...comments],
          };
        }),
      may: mayOf(actor.role, ['gradebook.computeFigures']),
    };
  }),
  bind(contract.computeFigures, async ({ tx, actor, body, now }) => {
    const { school, year } = await placeToDecide(tx, actor, body);
    return computeFigures(tx, { unitId: school.id, schoolYearId: year.id, now });
  }),
];
