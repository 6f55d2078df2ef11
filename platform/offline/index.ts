/** The device's side of working without a network: what waits, what is held, both sealed; sending in order until everything has its answer. */
export { type Device, type DeviceStore, type HeldDocument, openDeviceStore } from './device-store.ts';
export type { Doing, Queue, Queued, QueueState, SaidConflict, SaidProblem, Settled } from './queue.ts';
export { type NoAnswer, pauseAfter, type ReplayEnd, replay, type Sending, type Transport } from './replay.ts';
