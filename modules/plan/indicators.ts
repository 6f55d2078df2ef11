import assert from 'node:assert/strict';
import type { Indicator } from './data/indicators.ts';
import { ownIndicators } from './data/own-indicators.ts';

export type { Indicator, IndicatorContext, UnitKind } from './data/indicators.ts';
export { countedReach } from './data/indicators.ts';

const registry = new Map<string, Indicator>();

/** Checks the definition of an indicator when the program starts: a wrong id would silently settle nothing. */
export function defineIndicator(indicator: Indicator): Indicator {
  assert.match(
    indicator.id,
    /^[a-z][A-Za-z-]*\.[a-z][A-Za-z]*$/,
    `indicator id is module.noun: ${indicator.id}`,
  );
  assert(indicator.unitKinds.length > 0, `indicator ${indicator.id} is counted for no unit`);
  return indicator;
}

/** Adds indicators of a module. Called once, when the module is loaded; an id that is taken is a fault. */
export function registerIndicators(list: readonly Indicator[]): void {
  for (const indicator of list.map(defineIndicator)) {
    assert(!registry.has(indicator.id), `indicator ${indicator.id} is defined twice`);
    registry.set(indicator.id, indicator);
  }
}

/** Every registered indicator, in the order of registration. */
export function listRegisteredIndicators(): Indicator[] {
  return [...registry.values()];
}

export function findIndicator(id: string): Indicator | undefined {
  return registry.get(id);
}

registerIndicators(ownIndicators);
