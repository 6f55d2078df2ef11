import { bind } from '#modules/identity-access';
import type { ReadTx } from '#platform/db';
import { renderWorkbook } from '#platform/documents';
import type { AnyRoute } from '#platform/http';
import { findSubject, type Programme, programmeOfYear } from '#reference/curriculum-2018';
import type { Role } from '#rules/identity-access';
import { computeFigures } from '../actions/compute-figures.ts';
import { type EquityGrouping, equityOf } from '../actions/equity.ts';
import { placeOf, placeToDecide, yearOf } from '../actions/place.ts';
import * as contract from '../contract.ts';
import {
  type FigureGroup,
  listGroupFigures,
  listSubjectFigures,
  type SubjectDistribution,
} from '../data/figures.ts';
import { listTeacherFigures } from '../data/teacher-figures.ts';
import { equityWorkbook, figuresWorkbook, outcomeNames, partName } from '../documents/figures-workbook.ts';
import { type EquityDimension, levelNames, type Period, resultLevels } from '../rules/index.ts';
import { mayOf } from './shapes.ts';

const xlsx = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';

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

/** Results and subjects of the reach as the page and the workbook show them. */
async function figuresOf(
  tx: ReadTx,
  query: { schoolYear?: string | undefined; period: Period; by: FigureGroup },
) {
  const year = await yearOf(tx, query.schoolYear);
  const programme = programmeOfYear(year.name);
  const [groups, subjects] = await Promise.all([
    listGroupFigures(tx, year.id, query.period, query.by),
    listSubjectFigures(tx, year.id, query.period),
  ]);
  const order = programme.subjects.map(({ code }) => code);
  return {
    schoolYear: year.name,
    groups,
    subjects: subjects
      .toSorted((a, b) => order.indexOf(a.subjectCode) - order.indexOf(b.subjectCode))
      .map((one) => distributionShape(programme, one)),
  };
}

type EquityQuery = {
  schoolYear?: string | undefined;
  period: Period;
  by: EquityGrouping;
  dimension: EquityDimension;
  measure: string;
};

/** What is shown of results by circumstances, with words. */
async function equityShape(tx: ReadTx, role: Role | null, query: EquityQuery) {
  const year = await yearOf(tx, query.schoolYear);
  const programme = programmeOfYear(year.name);
  const { measure } = query;
  const level = measure === 'academic' || measure === 'conduct';
  const judged = findSubject(programme, measure)?.judged ?? 'score';
  const { least, groups } = await equityOf(
    tx,
    { schoolYearId: year.id, period: query.period, dimension: query.dimension },
    level ? measure : { subjectCode: measure },
    {
      inSchool: ['principal', 'vicePrincipal', 'clerk'].includes(role ?? ''),
      namesTeachers: role === 'principal' || role === 'vicePrincipal',
      grouping: query.by,
    },
  );
  return {
    schoolYear: year.name,
    least,
    outcomes: [...(level ? resultLevels.map((one) => levelNames[one]) : outcomeNames[judged]), 'Chưa có'],
    groups: groups.map(({ key, name, parts }) => ({
      key,
      name,
      parts: parts.map(({ part, pupils, outcomes }) => ({
        part,
        name: partName(query.dimension, part),
        pupils,
        outcomes: [...outcomes],
      })),
    })),
    subjects: programme.subjects.map(({ code, name }) => ({ code, name })),
  };
}

/** Routes of the statistics. */
export const figureRoutes: AnyRoute[] = [
  bind(contract.getFigures, async ({ tx, actor, query }) => {
    const { groups, ...rest } = await figuresOf(tx, query);
    return {
      ...rest,
      groups: groups.map(({ academic, conduct, honours, decisions, ...group }) => ({
        ...group,
        academic: [...academic],
        conduct: [...conduct],
        honours: [...honours],
        decisions: [...decisions],
      })),
      may: mayOf(actor.role, ['gradebook.computeFigures']),
    };
  }),
  bind(contract.downloadFigures, async ({ tx, query }) => {
    const figures = await figuresOf(tx, query);
    return {
      fileName: `Thống kê kết quả ${figures.schoolYear}.xlsx`,
      mediaType: xlsx,
      bytes: await renderWorkbook(figuresWorkbook(figures)),
    };
  }),
  bind(contract.getEquity, ({ tx, actor, query }) => equityShape(tx, actor.role, query)),
  bind(contract.downloadEquity, async ({ tx, actor, query }) => {
    const equity = await equityShape(tx, actor.role, query);
    return {
      fileName: `Kết quả theo hoàn cảnh ${equity.schoolYear}.xlsx`,
      mediaType: xlsx,
      bytes: await renderWorkbook(equityWorkbook(equity)),
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
