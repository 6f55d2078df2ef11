import type { AnyRoute } from '#platform/http';

export const staffRoutes: AnyRoute[] = [];
