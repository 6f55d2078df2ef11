import type { operations } from '#api';

/** What an operation answers, as the client knows it. */
export type AnswerOf<Id extends keyof operations> = operations[Id] extends {
  responses: { 200: { content: { 'application/json': infer Answer } } };
}
  ? Answer
  : never;
