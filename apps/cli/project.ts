import { join } from 'node:path';

/** The folder of the project, whatever the current folder is. */
export const projectRoot = join(import.meta.dirname, '../..');
