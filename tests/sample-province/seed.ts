import { hash } from '@node-rs/argon2';
import type { Seed } from '#tests/harness/database.ts';
import { generateDemoProvince } from './generate.ts';
import { loadProvince } from './load.ts';

/** Password of every account of `demoProvinceSeed`. */
export const seedPassword = 'hoa-ban-thu-nghiem';

/** The demo province for `freshDatabase(demoProvinceSeed)`; nobody has to change the password. */
export const demoProvinceSeed: Seed = {
  name: 'demo_province',
  async load({ ownerUrl }) {
    await loadProvince(ownerUrl, generateDemoProvince(), {
      passwordHash: await hash(seedPassword),
      mustChangePassword: false,
    });
  },
};
