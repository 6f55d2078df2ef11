import { boardOperations } from './contract/board.ts';
import { disruptionOperations } from './contract/disruptions.ts';
import { fileOperations } from './contract/files.ts';
import { setupOperations } from './contract/setup.ts';
import { solveOperations } from './contract/solves.ts';
import { editingOperations } from './contract/timetables.ts';
import { weekOperations } from './contract/week.ts';

/** What the API of the timetable accepts and says. */
export * from './contract/board.ts';
export * from './contract/disruptions.ts';
export * from './contract/files.ts';
export * from './contract/setup.ts';
export * from './contract/solves.ts';
export * from './contract/timetables.ts';
export * from './contract/week.ts';

/** Every operation of the timetable. */
export const timetableOperations = [
  ...setupOperations,
  ...editingOperations,
  ...solveOperations,
  ...weekOperations,
  ...fileOperations,
  ...disruptionOperations,
  ...boardOperations,
];
