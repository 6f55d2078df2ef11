import { registerIndicators } from '#modules/plan';
import { surveyIndicators } from './data/survey-indicators.ts';

registerIndicators(surveyIndicators);
