import type { Seed } from '#tests/harness/database.ts';
import { demoOptions, demoSchoolCodes, generateSchoolPeople } from './generate.ts';
import { loadPeople } from './load.ts';
import { demoProvinceSeed } from './seed.ts';

/**
 * The demo province with everybody in the two schools of the demo accounts: the lower-secondary school of `hieutruong`, and
 * the upper-secondary school of `hieutruong.thpt`. The other schools have accounts, but neither classes nor pupils.
 */
export const peopleOfSchoolSeed: Seed = {
  name: 'people_of_school',
  async load(urls) {
    await demoProvinceSeed.load(urls);
    const { lower, upper } = demoSchoolCodes();
    await loadPeople(urls.ownerUrl, {
      schools: generateSchoolPeople(demoOptions, ({ code }) => code === lower || code === upper),
    });
  },
};
