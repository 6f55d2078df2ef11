import type { AnyRoute } from '#platform/http';
import { answeringRoutes } from './answering.ts';
import { formRoutes } from './forms.ts';
import { groupRoutes } from './groups.ts';
import { surveyRoutes } from './surveys.ts';

/** Every operation of the needs survey bound to what carries it out. */
export const needsSurveyRoutes: AnyRoute[] = [
  ...formRoutes,
  ...surveyRoutes,
  ...groupRoutes,
  ...answeringRoutes,
];
