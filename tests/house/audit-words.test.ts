import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { isCommand } from '#platform/api';
import { allOperations } from '../../apps/cli/server.ts';

const words = JSON.parse(
  readFileSync(new URL('../../apps/web/src/locales/vi/audit.json', import.meta.url), 'utf8'),
) as { action: Record<string, string | Record<string, string>> };

/** Commands, and readings that are noted, whose name the change log would have to show bare. What linked systems read goes by one name. */
function withoutWords(
  operations: readonly {
    id: string;
    method: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';
    writes?: boolean | undefined;
  }[],
): string[] {
  return operations
    .filter((operation) => isCommand(operation) || operation.writes)
    .flatMap(({ id }) => {
      const [area = '', name = ''] = id.split('.');
      const named = words.action[area];
      return typeof named === 'string' || named?.[name] ? [] : [id];
    });
}

test('the change log has words for everything a person can change, and for every reading that is noted', () => {
  expect(withoutWords(allOperations)).toEqual([]);
});

/** Under which names the system itself works in a source file. */
const ownWork = (source: string) =>
  [...source.matchAll(/(?:systemSettings\([^,]+, |inEachDepartment\(|^const \w+ = )'([a-z]\w*\.\w+)'/gm)].map(
    ([, id = '']) => ({ id, method: 'POST' as const }),
  );

test('and for what the system does by itself', () => {
  const root = join(import.meta.dirname, '../..');
  const works = globSync(['modules/*/jobs/*.ts', 'modules/*/actions/create-admin.ts'], { cwd: root })
    .filter((path) => !path.endsWith('.test.ts'))
    .flatMap((path) => ownWork(readFileSync(join(root, path), 'utf8')));
  expect(works.map(({ id }) => id)).toEqual(expect.arrayContaining(['plan.remind', 'gradebook.writeLeaves']));
  expect(withoutWords(works)).toEqual([]);
  expect(withoutWords(ownWork("systemSettings(id, 'plan.inventAtNight')"))).toEqual(['plan.inventAtNight']);
});

test('a command without words is found', () => {
  expect(withoutWords([{ id: 'plan.inventSomething', method: 'POST' }])).toEqual(['plan.inventSomething']);
});
