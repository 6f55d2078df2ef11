import { defineRefusals } from '#platform/errors';
import { groundReasons } from './errors/ground.ts';

/** Every way people says no. */
export const peopleErrors = defineRefusals('people', { ...groundReasons });
