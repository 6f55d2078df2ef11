import { spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';

// A checker that says nothing may be asleep: here is a small house with one mistake of each kind.

const root = join(import.meta.dirname, '../..');
let house: string;

const map = {
  modules: [
    { name: 'ground', uses: [] },
    { name: 'upper', uses: ['ground'] },
  ],
};

const files: Record<string, string> = {
  'package.json': JSON.stringify({
    type: 'module',
    imports: { '#modules/*': './modules/*/index.ts', '#platform/*': './platform/*/index.ts' },
  }),
  'modules/map.json': JSON.stringify(map),
  'platform/db/index.ts': `export * from './pool.ts';`,
  'platform/db/pool.ts': 'export const pool = 1;',
  'platform/errors/index.ts': 'export const refuse = 1;',
  'apps/cli/main.ts': `import '#modules/upper';`,
  'apps/web/src/api/index.ts': 'export const client = 1;',
  'modules/ground/index.ts': `export * from './actions/open.ts';`,
  'modules/ground/contract.ts': 'export const contract = 1;',
  'modules/ground/errors.ts': `export { refuse } from '#platform/errors';`,
  'modules/ground/rules/index.ts': `export * from '../contract.ts';`,
  'modules/ground/data/table.ts': `import '../rules/index.ts'; import '#platform/db'; export const table = 1;`,
  'modules/ground/actions/open.ts': `export * from '../data/table.ts';`,
  'modules/ground/screens/index.ts': `import '../rules/index.ts'; import '../../../apps/web/src/api/index.ts';`,
  'modules/upper/index.ts': `import '#modules/ground'; import '../ground/rules/index.ts';`,
  'tests/helper.ts': 'export const helper = 1;',
};

const mistakes: readonly { rule: string; file: string; text: string }[] = [
  { rule: 'not-found', file: 'modules/ground/actions/a.ts', text: `import './nowhere.ts';` },
  { rule: 'module-unknown', file: 'modules/ground/actions/b.ts', text: `import '../../stranger/index.ts';` },
  { rule: 'floor-ground', file: 'modules/ground/actions/c.ts', text: `import '../../upper/contract.ts';` },
  { rule: 'room-rules', file: 'modules/ground/rules/d.ts', text: `import '../data/table.ts';` },
  { rule: 'room-data', file: 'modules/ground/data/e.ts', text: `import '../actions/open.ts';` },
  { rule: 'room-documents', file: 'modules/ground/documents/f.ts', text: `import '../data/table.ts';` },
  { rule: 'room-actions', file: 'modules/ground/actions/g.ts', text: `import '../screens/index.ts';` },
  {
    rule: 'room-screens',
    file: 'modules/ground/screens/h.ts',
    text: `import type {} from '../actions/open.ts';`,
  },
  { rule: 'door-of-module', file: 'modules/upper/data/i.ts', text: `import '../../ground/data/table.ts';` },
  {
    rule: 'door-of-platform',
    file: 'modules/ground/data/j.ts',
    text: `import '../../../platform/db/pool.ts';`,
  },
  { rule: 'door-between-mechanisms', file: 'platform/http/k.ts', text: `import '../db/pool.ts';` },
  { rule: 'platform-knows-no-school', file: 'platform/http/l.ts', text: `import '#modules/ground';` },
  { rule: 'engines-know-nothing', file: 'engines/timetable/m.ts', text: `import '#platform/db';` },
  {
    rule: 'door-of-engine',
    file: 'modules/ground/actions/x.ts',
    text: `import '../../../engines/timetable/m.ts';`,
  },
  { rule: 'rules-without-node', file: 'engines/timetable/core/y.ts', text: `import 'node:fs';` },
  { rule: 'rules-do-nothing', file: 'modules/ground/rules/n.ts', text: `import '#platform/db';` },
  { rule: 'rules-without-node', file: 'modules/ground/rules/o.ts', text: `import 'node:fs';` },
  { rule: 'screens-in-the-browser', file: 'modules/ground/screens/p.ts', text: `import '#platform/db';` },
  { rule: 'web-reads-no-server', file: 'apps/web/src/q.ts', text: `import '#modules/ground';` },
  {
    rule: 'apps-are-entry-points',
    file: 'modules/ground/api/r.ts',
    text: `import '../../../apps/cli/main.ts';`,
  },
  {
    rule: 'client-is-for-screens',
    file: 'modules/ground/api/s.ts',
    text: `import '../../../apps/web/src/api/index.ts';`,
  },
  { rule: 'tests-stay-tests', file: 'modules/ground/data/t.ts', text: `import '../../../tests/helper.ts';` },
  { rule: 'reference-data-stands-alone', file: 'reference-data/u.ts', text: `import '#platform/db';` },
  { rule: 'circle', file: 'modules/ground/actions/v.ts', text: `import './w.ts'; export const v = 1;` },
];

function write(path: string, text: string): void {
  mkdirSync(dirname(join(house, path)), { recursive: true });
  writeFileSync(join(house, path), `${text}\n`);
}

function inspect(outputType: 'json' | 'err' = 'json'): {
  status: number | null;
  found: { rule: string; file: string }[];
  complaint: string;
} {
  const done = spawnSync(
    process.execPath,
    [
      join(root, 'node_modules/dependency-cruiser/bin/dependency-cruiser.mjs'),
      ...['--config', '.dependency-cruiser.mjs', '--output-type', outputType],
      ...['apps', 'modules', 'engines', 'platform', 'reference-data', 'tests'],
    ],
    { cwd: house, encoding: 'utf8' },
  );
  const summary = done.stdout.startsWith('{') ? JSON.parse(done.stdout).summary : { violations: [] };
  const violations = summary.violations as { rule: { name: string }; from: string }[];
  return {
    status: done.status,
    found: violations.map(({ rule, from }) => ({ rule: rule.name, file: from })),
    complaint: done.stderr,
  };
}

beforeAll(() => {
  mkdirSync(join(root, '.tmp'), { recursive: true });
  house = mkdtempSync(join(root, '.tmp/house-'));
  for (const [path, text] of Object.entries(files)) write(path, text);
  write('engines/timetable/index.ts', 'export const engine = 1;');
  write('reference-data/index.ts', 'export const list = 1;');
  mkdirSync(join(house, 'tools'));
  for (const path of ['.dependency-cruiser.mjs', 'tools/dependency-rules.mjs'])
    cpSync(join(root, path), join(house, path));
  symlinkSync(join(root, 'node_modules'), join(house, 'node_modules'));
});
afterAll(() => rmSync(house, { recursive: true }));

test('a house without mistakes passes', () => {
  expect(inspect()).toEqual({ status: 0, found: [], complaint: '' });
});

test('one mistake of each kind is found, each under its own rule', () => {
  write('modules/upper/contract.ts', 'export const contract = 1;');
  write('modules/stranger/index.ts', 'export const stranger = 1;');
  write('modules/ground/actions/w.ts', `import './v.ts'; export const w = 1;`);
  for (const { file, text } of mistakes) write(file, text);
  const { found } = inspect();
  for (const { rule, file } of mistakes) expect(found).toContainEqual({ rule, file });
  expect(inspect('err').status).not.toBe(0); // what `npm run check` goes by
});

test('a map in which a module uses one written below it is refused', () => {
  write(
    'modules/map.json',
    JSON.stringify({
      modules: [
        { name: 'ground', uses: ['upper'] },
        { name: 'upper', uses: [] },
      ],
    }),
  );
  const { status, complaint } = inspect();
  expect(status).not.toBe(0);
  expect(complaint).toContain('ground uses upper');
});
