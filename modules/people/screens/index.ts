/** Door to the screens of people. */
import type { Screen } from '#platform/ui';
import { classScreens } from './classes/index.ts';
import { importScreens } from './imports/index.ts';
import { pupilScreens } from './pupils/index.ts';
import { staffScreens } from './staff/index.ts';

export { openScreens } from './imports/index.ts';

export const screens: readonly Screen[] = [
  ...pupilScreens,
  ...classScreens,
  ...staffScreens,
  ...importScreens,
];
