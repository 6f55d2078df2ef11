import { registerIndicators } from '#modules/plan';
import { lessonIndicators } from './data/lesson-indicators.ts';

registerIndicators(lessonIndicators);
