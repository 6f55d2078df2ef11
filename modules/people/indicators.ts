import { registerIndicators } from '#modules/plan';
import { peopleIndicators } from './data/people-indicators.ts';

registerIndicators(peopleIndicators);
