// The dependency rules of the house as dependency-cruiser reads them. JavaScript, because the checker loads it itself.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';

/** Paths of tests and their builders: they may open more doors. */
const tests = '(\\.(test|spec|bench|fixture)\\.tsx?$|(^|/)testing\\.ts$|^tests/|^bench/)';

/** Which rooms of its own module a room may open. `contract` and `errors` are open to all. */
const openRooms = {
  rules: [],
  data: ['rules'],
  documents: ['rules'],
  actions: ['data', 'rules', 'documents'],
  api: ['actions', 'data', 'rules', 'documents'],
  jobs: ['actions', 'data', 'rules', 'documents'],
  screens: ['rules'],
};
const rooms = Object.keys(openRooms);

/** What other modules may open: its front door, its rules, its contract, its screens' door. */
const doors = ['index\\.ts', 'rules/index\\.ts', 'contract\\.ts', 'contract/.*', 'screens/index\\.tsx?'];

function roomRules() {
  return rooms.map((room) => {
    const closed = rooms.filter((other) => other !== room && !openRooms[room].includes(other));
    return {
      name: `room-${room}`,
      comment: `${room} opens only: ${['contract', 'errors', ...openRooms[room]].join(', ')}`,
      severity: 'error',
      from: { path: `^modules/([^/]+)/${room}/`, pathNot: tests },
      to: { path: `^modules/$1/(${closed.join('|')})/` },
    };
  });
}

function floorRules(modules) {
  return modules.map(({ name, uses }) => ({
    name: `floor-${name}`,
    comment: `${name} uses only: ${uses.join(', ') || 'no other module'} (modules/map.json)`,
    severity: 'error',
    from: { path: `^modules/${name}/`, pathNot: tests },
    to: { path: '^modules/', pathNot: `^modules/(${[name, ...uses].join('|')})/` },
  }));
}

/** A module may name only those written above it in the map: so that there is a ground floor. */
function checkMap(modules) {
  const above = new Set();
  for (const { name, uses } of modules) {
    const wrong = uses.filter((other) => !above.has(other));
    if (wrong.length > 0)
      throw new Error(`modules/map.json: ${name} uses ${wrong.join(', ')}, not written above it`);
    above.add(name);
  }
}

const ours = '^(apps|modules|engines|platform|reference-data|tests|bench|tools)/';

/** The configuration for the tree at `root`. Throws when the map itself is wrong. */
export function dependencyRules(root) {
  const { modules } = JSON.parse(readFileSync(join(root, 'modules/map.json'), 'utf8'));
  checkMap(modules);
  const known = modules.map(({ name }) => name).join('|');
  return {
    forbidden: [
      {
        name: 'not-found',
        comment: 'every import of ours leads somewhere (packages: the type check tells)',
        severity: 'error',
        from: {},
        to: { couldNotResolve: true, path: '^[.#]' },
      },
      {
        name: 'circle',
        comment: 'no circle of imports (types alone may refer to each other)',
        severity: 'error',
        from: {},
        to: { circular: true, viaOnly: { dependencyTypesNot: ['type-only'] } },
      },
      {
        name: 'module-unknown',
        comment: 'every module is in modules/map.json',
        severity: 'error',
        from: {},
        to: { path: '^modules/[^/]+/', pathNot: `^modules/(${known})/` },
      },
      ...floorRules(modules),
      ...roomRules(),
      {
        name: 'door-of-module',
        comment: 'other modules, and the platform of the program, come in by a door',
        severity: 'error',
        from: { path: '^modules/([^/]+)/', pathNot: tests },
        to: { path: '^modules/([^/]+)/', pathNot: ['^modules/$1/', `^modules/[^/]+/(${doors.join('|')})$`] },
      },
      {
        name: 'door-of-platform',
        comment: 'a mechanism is entered by its index.ts',
        severity: 'error',
        from: { pathNot: ['^platform/', tests] },
        to: { path: '^platform/', pathNot: '^platform/[^/]+/index\\.tsx?$|\\.css$' },
      },
      {
        name: 'door-between-mechanisms',
        comment: 'a mechanism enters another by its index.ts',
        severity: 'error',
        from: { path: '^platform/([^/]+)/', pathNot: tests },
        to: { path: '^platform/', pathNot: ['^platform/$1/', '^platform/[^/]+/index\\.tsx?$'] },
      },
      {
        name: 'platform-knows-no-school',
        comment: 'platform uses npm and itself only',
        severity: 'error',
        from: { path: '^platform/', pathNot: tests },
        to: { path: ours, pathNot: '^platform/' },
      },
      {
        name: 'engines-know-nothing',
        comment: 'an engine uses nothing of ours but itself',
        severity: 'error',
        from: { path: '^engines/([^/]+)/', pathNot: tests },
        to: { path: ours, pathNot: '^engines/$1/' },
      },
      {
        name: 'door-of-engine',
        comment: 'an engine is entered by its index.ts (or the door of its threads, for Node)',
        severity: 'error',
        from: { pathNot: ['^engines/', tests] },
        to: { path: '^engines/', pathNot: '^engines/[^/]+/(index|threads/index)\\.ts$' },
      },
      {
        name: 'rules-do-nothing',
        comment: 'rules, contracts and engines are pure: no Node, no mechanism that acts',
        severity: 'error',
        from: { path: '^(modules/[^/]+/(rules/|contract|errors\\.ts)|engines/)', pathNot: tests },
        to: { path: '^platform/', pathNot: '^platform/(api|errors|i18n)/' },
      },
      {
        name: 'rules-without-node',
        comment: 'rules, contracts and engines run in the browser too (but for the threads of an engine)',
        severity: 'error',
        from: {
          path: '^(modules/[^/]+/(rules/|contract|errors\\.ts)|engines/)',
          pathNot: [tests, '^engines/[^/]+/threads/'],
        },
        to: { dependencyTypes: ['core'] },
      },
      {
        name: 'screens-in-the-browser',
        comment: 'what runs in the browser touches no server mechanism',
        severity: 'error',
        from: { path: '^(modules/[^/]+/screens|apps/web/src|platform/ui)/', pathNot: tests },
        to: { path: '^platform/', pathNot: '^platform/(ui|i18n|errors|offline)/' },
      },
      {
        name: 'web-reads-no-server',
        comment: 'the web app enters modules by screens, rules and contract',
        severity: 'error',
        from: { path: '^apps/web/src/', pathNot: tests },
        to: {
          path: '^modules/',
          pathNot:
            '^modules/[^/]+/(screens/index\\.tsx?|screens/.*\\.json|rules/index\\.ts|contract(\\.ts|/.*))$',
        },
      },
      {
        name: 'apps-are-entry-points',
        comment: 'nobody imports apps (screens use the API client that is generated there)',
        severity: 'error',
        from: { path: '^(modules/[^/]+|engines|platform|reference-data)/', pathNot: tests },
        to: { path: '^apps/', pathNot: '^apps/web/src/api/' },
      },
      {
        name: 'client-is-for-screens',
        comment: 'the API client of the browser is no way between modules',
        severity: 'error',
        from: { path: '^modules/', pathNot: ['^modules/[^/]+/screens/', tests] },
        to: { path: '^apps/' },
      },
      {
        name: 'tests-stay-tests',
        comment: 'product code imports no test code (the command line loads the sample province)',
        severity: 'error',
        from: { pathNot: [tests, '^apps/cli/', '^tools/'] },
        to: { path: '^tests/' },
      },
      {
        name: 'reference-data-stands-alone',
        severity: 'error',
        comment: 'national lists import nothing of ours',
        from: { path: '^reference-data/', pathNot: tests },
        to: { path: ours, pathNot: '^reference-data/' },
      },
    ],
    options: {
      doNotFollow: { path: 'node_modules' },
      exclude: { path: '(^|/)(dist|\\.tmp)/' },
      tsPreCompilationDeps: true,
      enhancedResolveOptions: {
        conditionNames: ['import', 'require', 'node', 'default', 'types'],
        extensions: ['.ts', '.tsx', '.mjs', '.js', '.json', '.css'],
        mainFields: ['module', 'main', 'types'],
      },
    },
  };
}
