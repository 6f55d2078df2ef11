/** Pure rules of working without a network. */
export { clockDoubt } from './clock-doubt.ts';
export { judgeBatch, type Numbered, type Remembered, type Verdict } from './judge-batch.ts';
export { largestInput, mostCommands, mostDevices, mostToldWaiting } from './limits.ts';
export { offlineDays, syncSettings } from './settings.ts';
export { signedMessage, signedReport } from './signed-content.ts';
