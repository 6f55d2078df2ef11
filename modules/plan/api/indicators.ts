import { bind } from '#modules/identity-access';
import { listIndicators } from '../contract.ts';
import { listDuties, selectPublishedDocumentOptional } from '../data/documents.ts';
import { listIndicatorValues } from '../data/indicators.ts';
import { listRegisteredIndicators } from '../indicators.ts';
import { chosenYearId } from './chosen-year.ts';

export const indicatorRoutes = [
  bind(listIndicators, async ({ tx, query }) => {
    // Values are of today: what they are held against is the plan of the current year.
    const document = await selectPublishedDocumentOptional(tx, await chosenYearId(tx, {}));
    const duties = document ? await listDuties(tx, document.id) : [];
    const byIndicator = Map.groupBy(await listIndicatorValues(tx, query), (row) => row.indicator);
    return {
      indicators: listRegisteredIndicators()
        .filter(({ id }) => query.indicator === undefined || id === query.indicator)
        .map((indicator) => ({
          id: indicator.id,
          name: indicator.name,
          description: indicator.description,
          unitKinds: [...indicator.unitKinds],
          direction: indicator.direction,
          source: indicator.source,
          duties: duties.flatMap(({ id, code, title, evidenceKind, evidenceSpec: { threshold, ...spec } }) =>
            evidenceKind === 'indicator' && spec.indicator === indicator.id && threshold !== undefined
              ? [{ id, code, title, threshold }]
              : [],
          ),
          values: (byIndicator.get(indicator.id) ?? []).map((row) => ({
            unit: { id: row.unitId, name: row.unitName, kind: row.unitKind },
            value: row.value,
            numerator: row.numerator,
            denominator: row.denominator,
            computedAt: row.computedAt,
          })),
        })),
    };
  }),
];
