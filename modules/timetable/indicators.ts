import { registerIndicators } from '#modules/plan';
import { timetableIndicators } from './data/timetable-indicators.ts';

registerIndicators(timetableIndicators);
