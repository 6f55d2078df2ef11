import { availableParallelism } from 'node:os';
import { defineConfig } from 'vitest/config';

const serverOfTheRun = './tests/harness/global-setup.ts';
// The files of a worker share the modules they import: loading the product anew for each cost a quarter of the whole run.
const isolate = false;

const elsewhere = ['**/node_modules/**', '**/.tmp/**', '**/dist/**'];

/** Three kinds of test, told apart by their suffix: nothing needed, PostgreSQL, browser. */
export default defineConfig({
  test: {
    // A test mostly waits for PostgreSQL or the browser: one worker a core (the default leaves one core idle) would wait with it.
    maxWorkers: availableParallelism() + 1,
    projects: [
      {
        test: {
          name: 'unit',
          isolate,
          include: ['**/*.test.ts'],
          exclude: [...elsewhere, '**/*.db.test.ts'],
          // A wait, not a measure: keys and PDFs take their time on a busy machine.
          testTimeout: 20_000,
          hookTimeout: 60_000,
        },
      },
      {
        test: {
          name: 'database',
          isolate,
          include: ['**/*.db.test.ts'],
          exclude: elsewhere,
          globalSetup: serverOfTheRun,
          // A wait, not a measure: what starts programs or runs every migration takes half a minute at ten times the load.
          testTimeout: 60_000,
          // A hook may wait for the rows of many files to be made, or for a timetable.
          hookTimeout: 180_000,
        },
      },
      {
        test: {
          name: 'journeys',
          isolate,
          include: ['tests/journeys/**/*.spec.ts'],
          exclude: elsewhere,
          globalSetup: [serverOfTheRun, './tests/harness/build-web.ts'],
          testTimeout: 120_000,
          hookTimeout: 180_000,
          // As patient as a locator (visit.ts): a second would measure the machine.
          expect: { poll: { timeout: 15_000 } },
        },
      },
    ],
  },
});
