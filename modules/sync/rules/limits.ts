/** Most commands in one message. */
export const mostCommands = 200;
/** Largest input of one command, as JSON text in characters. */
export const largestInput = 64 * 1024;
/** Devices a person may have bound at the same time. */
export const mostDevices = 8;
/** Unsent commands that a device tells about one by one. */
export const mostToldWaiting = 500;
