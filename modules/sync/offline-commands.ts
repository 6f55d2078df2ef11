import assert from 'node:assert/strict';
import type { z } from 'zod';
import type { Actor } from '#modules/identity-access';
import type { WriteTx } from '#platform/db';

/** A command of a device as an action gets it. */
export interface OfflineCommand<Input> {
  readonly id: string;
  readonly input: Input;
  /** When the server received it: the time that counts for windows, locks and standing. */
  readonly now: Date;
  /** What the device's clock said: a claim, never more. */
  readonly madeAt: Date;
}

/** Both values of a thing that somebody else changed meanwhile, as the module shows them. */
export interface Sides {
  readonly mine: unknown;
  readonly theirs: unknown;
}

/**
 * Something that can be done without a network. `name` is the operation of the button; `execute` calls its action, in the role and
 * the scope in which the person did it, and throws the action's refusals.
 */
export interface OfflineCommandKind<Input = unknown> {
  readonly name: string;
  readonly schema: z.ZodType<Input>;
  execute(tx: WriteTx, actor: Actor, command: OfflineCommand<Input>): Promise<unknown>;
  /** Refusals by code that mean "changed meanwhile", and how their facts say both values. */
  readonly conflicts?: Readonly<Record<string, (facts: Readonly<Record<string, unknown>>) => Sides>>;
  /**
   * Joins two inputs that follow each other into one with the same effect, so that many are carried out in one statement; undefined:
   * they must stay apart. When the joined one is refused, each is carried out by itself.
   */
  readonly join?: (first: Input, second: Input) => Input | undefined;
}

const registry = new Map<string, OfflineCommandKind>();

/** Lets an operation be done without a network. Called once, when the owning module is loaded; a taken name is a fault. */
export function registerOfflineCommand<Input>(kind: OfflineCommandKind<Input>): void {
  assert(!registry.has(kind.name), `offline command ${kind.name} is registered twice`);
  registry.set(kind.name, kind as OfflineCommandKind);
}

export function findOfflineCommand(name: string): OfflineCommandKind | undefined {
  return registry.get(name);
}
