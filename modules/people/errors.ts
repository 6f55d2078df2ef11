import { defineRefusals } from '#platform/errors';
import { accessCodeReasons } from './errors/access-codes.ts';
import { groundReasons } from './errors/ground.ts';
import { importReasons } from './errors/imports.ts';
import { pupilReasons } from './errors/pupils.ts';

/** Every way people says no. */
export const peopleErrors = defineRefusals('people', {
  ...groundReasons,
  ...pupilReasons,
  ...importReasons,
  ...accessCodeReasons,
});
