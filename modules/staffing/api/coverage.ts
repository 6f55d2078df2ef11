import { bind } from '#modules/identity-access';
import { localDate } from '#platform/clock';
import type { ReadTx } from '#platform/db';
import { renderWorkbook } from '#platform/documents';
import { programmeOfYear } from '#reference/curriculum-2018';
import { yearOf } from '../actions/place.ts';
import * as contract from '../contract.ts';
import { capacityOf, completenessOf, listPublished, listReachedSchools } from '../data/coverage.ts';
import { loadGrounds } from '../data/ground.ts';
import { coverageSheets } from '../documents/coverage-sheets.ts';
import { teacherQuota } from '../rules/index.ts';

const round = (value: number) => Math.round(value * 100) / 100;

/** Every school in reach with need against capacity, subject by subject. */
async function coverage(tx: ReadTx, schoolYear: string | undefined, today: string) {
  const year = await yearOf(tx, schoolYear, today);
  const reached = await listReachedSchools(tx, year.id);
  const ids = reached.map(({ id }) => id);
  const [grounds, published] = await Promise.all([
    loadGrounds(tx, ids, year),
    listPublished(tx, ids, year.id),
  ]);
  const groundOf = new Map(grounds.map((ground) => [ground.school.id, ground]));
  const rows = reached.flatMap(({ id, place, lower, upper }) => {
    const ground = groundOf.get(id);
    if (!ground) return [];
    const { school, classes, teachers } = ground;
    const capacity = capacityOf(ground, year);
    const posts = (key: 'needFte' | 'haveFte') =>
      round(capacity.subjects.reduce((sum, subject) => sum + subject[key], 0));
    return [
      {
        schoolId: id,
        name: school.name,
        place,
        classes: classes.length,
        pupils: lower + upper,
        teachers: teachers.filter(({ post, postedFrom }) => post === 'teacher' && !postedFrom).length,
        quota: teacherQuota({ schoolKind: school.schoolKind, zone: school.zone, pupils: { lower, upper } })
          .exact,
        total: {
          need: capacity.need,
          have: capacity.have,
          needFte: posts('needFte'),
          haveFte: posts('haveFte'),
        },
        subjects: Object.fromEntries(
          capacity.subjects.map(({ subjectCode, ...figures }) => [subjectCode, figures]),
        ),
        published: published.has(id),
        ...completenessOf(ground),
      },
    ];
  });
  const taught = new Set(rows.flatMap(({ subjects }) => Object.keys(subjects)));
  const subjects = programmeOfYear(year.name)
    .subjects.filter(({ code }) => taught.has(code))
    .map(({ code, name, shortName }) => ({ code, name, shortName }));
  return { schoolYear: year.name, subjects, rows };
}

/** Routes of the surplus and shortage of teachers over many schools. */
export const coverageRoutes = [
  bind(contract.getCoverage, ({ tx, query, now }) => coverage(tx, query.schoolYear, localDate(now))),
  bind(contract.exportCoverage, async ({ tx, query, now }) => {
    const { schoolYear, rows, subjects } = await coverage(tx, query.schoolYear, localDate(now));
    return {
      fileName: `Thừa thiếu giáo viên ${schoolYear}.xlsx`,
      mediaType: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
      bytes: await renderWorkbook(coverageSheets(rows, subjects)),
    };
  }),
];
