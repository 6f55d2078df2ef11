import { type UseMutationResult, useMutation, useQueryClient } from '@tanstack/react-query';
import { useMemo, useRef, useSyncExternalStore } from 'react';
import { v4 as uuid } from 'uuid';
import type { Queued, SaidConflict } from '#platform/offline';
import { ApiProblem } from '#platform/ui';
import { anybodyBound, choiceOf, keepChoice, type OfflineState, offlineState } from '../offline/state.ts';
import type { Me } from './me.ts';

export { onOfflineRefreshed } from '../offline/state.ts';
export type { OfflineState, Queued, SaidConflict };

/** The work itself is loaded only where somebody has bound the browser, or is about to. */
const manager = () => import('../offline/manager.ts');

/** What waits on this device and what is held, live. */
export function useOffline(): OfflineState {
  return useSyncExternalStore(offlineState.subscribe, offlineState.get);
}

/** Whether a failure is one of the line, not an answer of the server. */
export function isLineFault(error: unknown): boolean {
  return error instanceof ApiProblem
    ? error.document.status >= 502 && error.document.status <= 504
    : error instanceof TypeError;
}

/** Takes up what this browser holds for whoever is signed in. */
export async function takeUpOffline(me: Me): Promise<void> {
  const choice = choiceOf(me.account.id);
  if (choice === 'bound') await (await manager()).signedIn(me.account.id, me);
  else offlineState.set({ binding: choice ?? 'unasked' });
}

/** Who was here last, when there is no network to ask. */
export async function keptMe(): Promise<Me | undefined> {
  return anybodyBound() ? ((await (await manager()).keptMe()) as Me | undefined) : undefined;
}

/** The server knows nobody here: a bound browser asks at the door whether it still is. */
export async function askAtTheDoor(): Promise<void> {
  if (anybodyBound()) await (await manager()).atTheDoor();
}

/** What is done when the person signs out on a bound browser. */
export async function leaveOffline(): Promise<void> {
  if (offlineState.get().binding === 'bound') await (await manager()).signedOut();
}

/** What a person can do about this browser and what waits on it. */
export const offline = {
  /** @throws ApiProblem why not */
  async bind(me: Me): Promise<void> {
    const refused = await (await manager()).bindHere(me.account.id, me);
    if (typeof refused === 'object') throw new ApiProblem({ status: 422, ...refused });
    if (refused) throw new ApiProblem({ status: 503, code: 'web.offline', title: '', detail: '' });
  },
  decline(me: Me): void {
    keepChoice(me.account.id, 'declined');
    offlineState.set({ binding: 'declined' });
  },
  /** False: something waits. */
  release: async (): Promise<boolean> => (await manager()).releaseHere(),
  sendNow: async (): Promise<void> => (await manager()).kick(),
  forget: async (seqs: readonly number[]): Promise<void> => (await manager()).forget(seqs),
  /** Whether something done now has to wait: the browser may hold it, and there is no network or something waits before it. */
  mustWait: (): boolean =>
    offlineState.get().binding === 'bound' &&
    (!navigator.onLine || offlineState.get().items.some(({ state }) => state === 'waiting')),
  /** Keeps many small things that were done at once, each with its own outcome. Only where the browser is bound. */
  async keep(
    what: { name: string; roleId: string; title: string },
    inputs: readonly unknown[],
  ): Promise<void> {
    await (await manager()).enqueue(inputs.map((input) => ({ ...what, id: uuid(), decides: null, input })));
  },
  /** The same again as something new, in place of one that was refused or is in conflict. */
  again: async (item: Queued, input: unknown): Promise<void> => {
    const { name, roleId, title, seq } = item;
    const decides = item.state === 'conflict' ? item.id : null;
    await (await manager()).enqueue([{ id: uuid(), name, roleId, title, decides, input }], seq);
  },
};

/**
 * An answer of the server, or without a network the document held for it. `source` and `key` are those of the module's
 * `registerOfflineData`; `or`: another key that will do; `roleId`: the role in use.
 * @throws what `ask` throws, when nothing is held
 */
export async function keptAnswer<Answer>(
  held: { source: string; key: string; roleId: string | undefined; or?: string },
  ask: () => Promise<Answer>,
): Promise<Answer> {
  try {
    return await ask();
  } catch (error) {
    if (!isLineFault(error) || offlineState.get().binding !== 'bound') throw error;
    const { readDocument } = await manager();
    const at = (key: string) => readDocument(`${held.roleId}/${held.source}/${key}`);
    const document = (await at(held.key)) ?? (held.or === undefined ? undefined : await at(held.or));
    if (document === undefined) throw error;
    return document as Answer;
  }
}

/** What of one kind is on its way: to be laid over what the server said last. */
export function useOnTheWay(name: string): readonly Queued[] {
  const { items } = useOffline();
  return useMemo(
    () =>
      items.filter((item) => item.name === name && (item.state === 'waiting' || item.state === 'applied')),
    [items, name],
  );
}

export interface OfflineCommand<Input, Answer> {
  /** The operation, as the module registered it with the server. */
  readonly name: string;
  /** For the list of what waits; names no pupil. */
  readonly title: (input: Input) => string;
  readonly roleId: string | undefined;
  /** Sends it at once; spread `init` into the call of `api`. */
  readonly run: (input: Input, init: { headers: { 'Idempotency-Key': string } }) => Promise<Answer>;
  /** What the registered command takes, when it differs from the input. */
  readonly input?: (input: Input) => unknown;
  readonly refreshes?: readonly (readonly unknown[])[];
  /** `kept`: it waits on this device. */
  readonly onDone?: (answer: Answer | 'kept', input: Input) => void;
}

/**
 * A change that is carried out once, with a network or without: at once when there is one and nothing waits before it, else kept on
 * this device in its order. The command id is the same either way. Where the browser is not bound, a missing network is an error.
 */
export function useOfflineCommand<Input, Answer>(
  command: OfflineCommand<Input, Answer>,
): UseMutationResult<Answer | 'kept', Error, Input> {
  const queries = useQueryClient();
  const pending = useRef<{ input: string; id: string }>(undefined);
  return useMutation<Answer | 'kept', Error, Input>({
    networkMode: 'always',
    mutationFn: async (input) => {
      const text = JSON.stringify(input) ?? '';
      if (pending.current?.input !== text) pending.current = { input: text, id: uuid() };
      const { id } = pending.current;
      const { roleId, name } = command;
      const mayKeep = offlineState.get().binding === 'bound' && roleId !== undefined;
      const queueing = mayKeep && offline.mustWait();
      if (!queueing) {
        try {
          return await command.run(input, { headers: { 'Idempotency-Key': id } });
        } catch (error) {
          // Whether it arrived nobody knows: it goes on under the same id, and is carried out once.
          if (!mayKeep || !isLineFault(error)) throw error;
        }
      }
      const wanted = command.input ? command.input(input) : input;
      const title = command.title(input);
      await (await manager()).enqueue([{ id, name, roleId: roleId!, title, decides: null, input: wanted }]);
      return 'kept';
    },
    onSuccess: async (answer, input) => {
      pending.current = undefined;
      command.onDone?.(answer, input);
      if (answer === 'kept') return;
      const keys = command.refreshes ?? [[]];
      await Promise.all(keys.map((queryKey) => queries.invalidateQueries({ queryKey })));
    },
  });
}

/** How a module shows a conflict of one of its offline commands, and what keeps the own value. */
export interface OfflineKind {
  readonly name: string;
  /** Name of the file of words that `sides` speaks from. */
  readonly words: string;
  /** Both values in words, line by line. */
  sides(
    conflict: SaidConflict,
    input: unknown,
    t: (key: string) => string,
  ): readonly { what: string; mine: string; theirs: string }[];
  /** Input of the command that keeps mine over what has been seen now. */
  keepMine(conflict: SaidConflict, input: unknown): unknown;
}

/** Loads the kinds of a module. */
export type OfflineKinds = () => Promise<readonly OfflineKind[]>;

let kinds: readonly OfflineKinds[] = [];

/** Called once at the start: where the kinds are, not yet what they are. */
export function registerOfflineKinds(list: readonly OfflineKinds[]): void {
  kinds = list;
}

/** How conflicts of an operation are shown; undefined: its module says nothing of it. */
export async function loadOfflineKind(name: string): Promise<OfflineKind | undefined> {
  const all = await Promise.all(kinds.map((load) => load()));
  return all.flat().find((kind) => kind.name === name);
}
