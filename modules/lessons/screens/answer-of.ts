import type { operations } from '#api';

/** What the server answers to an operation: AnswerOf<'lessons.getPlan'>. */
export type AnswerOf<Name extends keyof operations> = operations[Name] extends {
  responses: { 200: { content: { 'application/json': infer Data } } };
}
  ? Data
  : never;
