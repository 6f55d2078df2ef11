import type { Screen } from '#platform/ui';

export const classScreens: readonly Screen[] = [];
