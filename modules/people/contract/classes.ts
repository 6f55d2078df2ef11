import type { Operation } from '#platform/api';

/** Operations on classes and rooms. */
export const classOperations: readonly Operation[] = [];
