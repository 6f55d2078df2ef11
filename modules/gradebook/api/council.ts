import { bind } from '#modules/identity-access';
import { officialHeading } from '#modules/plan';
import { renderOfficialDocx } from '#platform/documents';
import type { AnyRoute } from '#platform/http';
import { readCouncil } from '../actions/council.ts';
import { termOfSchool } from '../actions/place.ts';
import * as contract from '../contract.ts';
import { councilMinutes } from '../documents/council-minutes.ts';
import { mayOf, paperOf, termShape } from './shapes.ts';

/** Routes of the council that considers the results of a semester or the year. */
export const councilRoutes: AnyRoute[] = [
  bind(contract.getCouncil, async ({ tx, actor, query: { period, ...wanted } }) => {
    const { school, year, classes } = await readCouncil(tx, actor, wanted, period);
    const term = await termOfSchool(tx, { school, year }, period === 1 ? 1 : 2);
    return {
      school: { id: school.id, name: school.name },
      schoolYear: year.name,
      period,
      term: termShape(term),
      classes: classes.map(({ figure, short, cases, ...one }) => ({
        ...one,
        pupils: figure.pupils,
        academic: [...figure.academic],
        conduct: [...figure.conduct],
        honours: [...figure.honours],
        decisions: [...figure.decisions],
        short: short.map(({ subjectCode, subjectName, teachers, wanted: cells, filled }) => ({
          subjectCode,
          subjectName,
          teachers: [...teachers],
          missing: cells - filled,
        })),
        cases: cases.map((item) => ({ ...item, kinds: [...item.kinds], reasons: [...item.reasons] })),
      })),
      may: mayOf(actor.role, [
        'gradebook.setTermWindow',
        'gradebook.lockTerm',
        'gradebook.unlockTerm',
        'gradebook.remindTeachers',
      ]),
    };
  }),
  bind(
    contract.downloadCouncilMinutes,
    async ({ tx, actor, query: { period, heldOn, chair, secretary, ...wanted } }) => {
      const { school, year, classes } = await readCouncil(tx, actor, wanted, period);
      const head = await officialHeading(tx, school.id);
      const paper = councilMinutes({
        head,
        schoolYear: year.name,
        period,
        heldOn,
        chair,
        secretary,
        classes,
      });
      const name = `Biên bản xét kết quả ${period === 0 ? 'cả năm' : `học kì ${period}`} ${year.name}`;
      return paperOf(name, 'docx', await renderOfficialDocx(paper));
    },
  ),
];
