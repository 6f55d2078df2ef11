import { registerIndicators } from '#modules/plan';
import { staffingIndicators } from './data/staffing-indicators.ts';

registerIndicators(staffingIndicators);
