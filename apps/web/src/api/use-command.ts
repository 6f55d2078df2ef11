import { type UseMutationResult, useMutation, useQueryClient } from '@tanstack/react-query';
import { useRef } from 'react';
import { v4 as uuid } from 'uuid';

export interface Command<Input, Answer> {
  /** Sends the command; spread `init` into the call of `api`. */
  readonly run: (input: Input, init: { headers: { 'Idempotency-Key': string } }) => Promise<Answer>;
  /** Keys of queries that are read again afterwards; by default all that are on the page. */
  readonly refreshes?: readonly (readonly unknown[])[];
  readonly onDone?: (answer: Answer, input: Input) => void;
}

/**
 * A change that is carried out once: pressing again after a lost answer sends the same command id, and the server gives the
 * answer it gave the first time. A new input is a new command.
 */
export function useCommand<Input, Answer>(
  command: Command<Input, Answer>,
): UseMutationResult<Answer, Error, Input> {
  const queries = useQueryClient();
  const pending = useRef<{ input: string; id: string }>(undefined);
  return useMutation<Answer, Error, Input>({
    mutationFn: (input) => {
      const text = JSON.stringify(input) ?? '';
      if (pending.current?.input !== text) pending.current = { input: text, id: uuid() };
      return command.run(input, { headers: { 'Idempotency-Key': pending.current.id } });
    },
    // Only a missing network is tried again by itself, and with the same command id.
    retry: (count, error) => error instanceof TypeError && count < 2,
    retryDelay: (count) => 500 * 2 ** count,
    networkMode: 'always',
    onSuccess: async (answer, input) => {
      pending.current = undefined;
      command.onDone?.(answer, input);
      if (command.refreshes) {
        await Promise.all(command.refreshes.map((queryKey) => queries.invalidateQueries({ queryKey })));
      } else {
        await queries.invalidateQueries();
      }
    },
  });
}
