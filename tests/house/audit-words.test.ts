import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { isCommand } from '#platform/api';
import { allOperations } from '../../apps/cli/server.ts';

const words = JSON.parse(
  readFileSync(new URL('../../apps/web/src/locales/vi/audit.json', import.meta.url), 'utf8'),
) as { action: Record<string, Record<string, string>> };

/** Commands whose name the change log would have to show bare. */
function withoutWords(
  operations: readonly { id: string; method: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE' }[],
): string[] {
  return operations.filter(isCommand).flatMap(({ id }) => {
    const [area = '', name = ''] = id.split('.');
    return words.action[area]?.[name] ? [] : [id];
  });
}

test('the change log has words for everything a person can change', () => {
  expect(withoutWords(allOperations)).toEqual([]);
});

test('a command without words is found', () => {
  expect(withoutWords([{ id: 'plan.inventSomething', method: 'POST' }])).toEqual(['plan.inventSomething']);
});
