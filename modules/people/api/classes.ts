import type { AnyRoute } from '#platform/http';

export const classRoutes: AnyRoute[] = [];
