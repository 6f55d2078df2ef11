import { registerIndicators } from '#modules/plan';
import { educationPlanIndicators } from './data/plan-indicators.ts';

registerIndicators(educationPlanIndicators);
