import type { Screen } from '#platform/ui';

export const staffScreens: readonly Screen[] = [];
