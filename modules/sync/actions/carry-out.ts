import { type Actor, gate } from '#modules/identity-access';
import { mayRetry, type WriteTx } from '#platform/db';
import { Refusal } from '#platform/errors';
import { problemDocument } from '#platform/http';
import { apart, takeRoleOptional } from '../data/circumstances.ts';
import type { Said } from '../data/receipts.ts';
import { syncErrors } from '../errors.ts';
import { findOfflineCommand, type OfflineCommandKind } from '../offline-commands.ts';
import { largestInput } from '../rules/index.ts';

/** One command as it came. */
export interface GivenCommand {
  readonly id: string;
  readonly name: string;
  readonly roleId: string;
  readonly madeAt: string;
  readonly input: unknown;
}

export interface CarriedOut extends Said {
  /** The first of those carried out in one step with it; null: by itself. */
  readonly togetherWith: string | null;
}

interface Ready extends GivenCommand {
  readonly kind: OfflineCommandKind;
  readonly parsed: unknown;
}

/** Who carries commands out, and how a fault of ours is told to whoever watches the server. */
export interface CarryingOut {
  readonly actor: Actor;
  readonly now: Date;
  readonly onFault: (error: unknown, command: { id: string; name: string }) => void;
}

/**
 * Carries commands out in their order, each in the role it was made in, each with its own outcome: what one of them is refused does
 * not touch the others. Neighbours that can be joined are carried out in one step.
 * @throws only what ends the whole transaction: a lost database, a deadlock.
 */
export async function carryOut(
  tx: WriteTx,
  { actor, now, onFault }: CarryingOut,
  commands: readonly GivenCommand[],
): Promise<CarriedOut[]> {
  const said: CarriedOut[] = [];
  let acting: Actor | undefined = actor;
  let roleId = actor.roleAssignmentId;

  for (let at = 0; at < commands.length; ) {
    const first = commands[at]!;
    if (first.roleId !== roleId) {
      const taken = await takeRoleOptional(tx, first.roleId, now);
      roleId = first.roleId;
      acting = taken ? ({ ...actor, ...taken } as Actor) : undefined;
    }
    if (!acting) {
      said.push(refused(syncErrors.roleEnded()));
      at += 1;
      continue;
    }
    const ready = makeReady(acting, first);
    if (ready instanceof Refusal) {
      said.push(refused(ready));
      at += 1;
      continue;
    }
    const run = [ready];
    for (let joined = ready.parsed; at + run.length < commands.length; ) {
      const next = commands[at + run.length]!;
      if (!ready.kind.join || next.name !== first.name || next.roleId !== first.roleId) break;
      const follower = makeReady(acting, next);
      if (follower instanceof Refusal) break;
      const both = ready.kind.join(joined, follower.parsed);
      if (both === undefined) break;
      joined = both;
      run.push(follower);
    }
    said.push(...(await carryOutRun(tx, acting, now, run, onFault)));
    at += run.length;
  }
  return said;
}

/** What is wrong with a command before its action is asked. */
function makeReady(actor: Actor, command: GivenCommand): Ready | Refusal {
  const kind = findOfflineCommand(command.name);
  if (!kind) return syncErrors.unknownCommand(command.name);
  const refusal = gate.refuse(command.name, actor);
  if (refusal) return refusal;
  if (JSON.stringify(command.input ?? null).length > largestInput) return syncErrors.inputTooLarge();
  const read = kind.schema.safeParse(command.input);
  if (read.success) return { ...command, kind, parsed: read.data };
  return new Refusal('http.invalidInput', {
    status: 422,
    title: 'Dữ liệu chưa đúng',
    detail: 'Hãy sửa các mục được nêu rồi gửi lại.',
    problems: read.error.issues.map(({ path, message }) => ({ path: path.map(String).join('.'), message })),
  });
}

/** Commands of one kind and role, joinable when more than one: together when all is well, else in halves until the culprit is alone. */
async function carryOutRun(
  tx: WriteTx,
  actor: Actor,
  now: Date,
  run: readonly Ready[],
  onFault: CarryingOut['onFault'],
): Promise<CarriedOut[]> {
  const [first] = run as [Ready];
  const { kind } = first;
  const input = run.slice(1).reduce((joined, next) => kind.join!(joined, next.parsed), first.parsed);
  try {
    const answer = await apart(tx, first.name, first.id, () =>
      kind.execute(tx, actor, { id: first.id, input, now, madeAt: new Date(first.madeAt) }),
    );
    const togetherWith = run.length > 1 ? first.id : null;
    return run.map(() => ({ outcome: 'applied', answer: answer ?? null, togetherWith }));
  } catch (error) {
    const document = problemDocument(error, first.id);
    if (mayRetry(error) || document.status === 503) throw error;
    if (run.length > 1) {
      const middle = run.length >> 1;
      const half = await carryOutRun(tx, actor, now, run.slice(0, middle), onFault);
      return [...half, ...(await carryOutRun(tx, actor, now, run.slice(middle), onFault))];
    }
    const sides = kind.conflicts?.[document.code]?.(document.facts ?? {});
    if (sides) {
      return [
        { outcome: 'conflict', answer: { ...problemOf(document), conflict: sides }, togetherWith: null },
      ];
    }
    if (document.status < 500)
      return [{ outcome: 'refused', answer: problemOf(document), togetherWith: null }];
    onFault(error, first);
    return [refused(syncErrors.fault())];
  }
}

interface Problem {
  readonly code: string;
  readonly title: string;
  readonly detail: string;
  readonly problems?: readonly { path: string; message: string }[] | undefined;
}

function problemOf({ code, title, detail, problems }: Problem): { problem: Problem } {
  return { problem: { code, title, detail, ...(problems ? { problems } : {}) } };
}

/** A refusal as it is kept and told. */
export function refused({ code, shape }: Refusal): CarriedOut {
  return { outcome: 'refused', answer: problemOf({ code, ...shape }), togetherWith: null };
}
