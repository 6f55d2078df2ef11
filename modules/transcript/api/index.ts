import type { AnyRoute } from '#platform/http';
import { outsideRoutes } from './outside.ts';
import { pageRoutes } from './pages.ts';
import { signingRoutes } from './signing.ts';

/** Every route of the transcript. */
export const transcriptRoutes: AnyRoute[] = [...pageRoutes, ...signingRoutes, ...outsideRoutes];
