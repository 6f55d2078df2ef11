import { bind } from '#modules/identity-access';
import { localDate } from '#platform/clock';
import type { ReadTx } from '#platform/db';
import { renderWorkbook } from '#platform/documents';
import { readYear } from '../actions/acting.ts';
import * as contract from '../contract.ts';
import { type BoardRow, listBoard, selectPublishBy } from '../data/board.ts';
import { boardSheet } from '../documents/sheets.ts';
import { type RuleId, ruleIds, ruleWords } from '../rules/index.ts';
import { excel } from './read.ts';

interface Filter {
  readonly schoolYear?: string | undefined;
  readonly state?: string | undefined;
  readonly rule?: string | undefined;
  readonly q?: string | undefined;
}

async function readBoard(tx: ReadTx, now: Date, filter: Filter) {
  const year = await readYear(tx, filter.schoolYear);
  const publishBy = await selectPublishBy(tx, year.id);
  const all = await listBoard(tx, { schoolYearId: year.id, publishBy, today: localDate(now), q: filter.q });
  const rows = all.filter(
    (row) =>
      (!filter.state || row.state === filter.state) && (!filter.rule || row.rules.includes(filter.rule)),
  );
  return { year, publishBy, all, rows };
}

/** Schools by state and by rule, over everything the filters of search leave. */
function counts(all: readonly BoardRow[]) {
  const states = Map.groupBy(all, ({ state }) => state);
  return {
    states: [...states].map(([state, list]) => ({ state, schools: list.length })),
    rules: ruleIds.flatMap((rule: RuleId) => {
      const schools = all.filter((row) => row.rules.includes(rule)).length;
      return schools > 0 ? [{ rule, name: ruleWords[rule], schools }] : [];
    }),
  };
}

export const boardRoutes = [
  bind(contract.getBoard, async ({ tx, now, query }) => {
    const { rows, all, publishBy } = await readBoard(tx, now, query);
    return { items: rows.map(({ rules: _rules, ...row }) => row), publishBy, ...counts(all) };
  }),
  bind(contract.exportBoard, async ({ tx, now, query }) => {
    const { rows, year } = await readBoard(tx, now, query);
    return {
      fileName: `Kế hoạch giáo dục các trường ${year.name}.xlsx`,
      mediaType: excel,
      bytes: await renderWorkbook([boardSheet(rows)]),
    };
  }),
];
