import { outsideOperations } from './contract/outside.ts';
import { pageOperations } from './contract/pages.ts';
import { signingOperations } from './contract/signing.ts';

/** What the API of the transcript accepts and says. */
export * from './contract/outside.ts';
export * from './contract/pages.ts';
export * from './contract/signing.ts';

/** Every operation of the transcript. */
export const transcriptOperations = [...pageOperations, ...signingOperations, ...outsideOperations];
