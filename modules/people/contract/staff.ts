import type { Operation } from '#platform/api';

/** Operations on staff. */
export const staffOperations: readonly Operation[] = [];
