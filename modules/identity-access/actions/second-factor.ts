import { generateSecret, generateURI, verifySync } from 'otplib';
import { toDataURL } from 'qrcode';
import type { WriteTx } from '#platform/db';
import type { Refusal } from '#platform/errors';
import type { Actor } from '../actor.ts';
import {
  acceptTotpStep,
  type OwnCredential,
  selectOwnCredential,
  updateOwnTotp,
} from '../data/credentials.ts';
import { identityErrors } from '../errors.ts';
import { countWrong, refuseLocked } from './attempts.ts';
import { verifyPassword } from './password-hash.ts';
import { openSecret, sealSecret } from './sealed-secret.ts';

/** RFC 6238: a new code every 30 seconds; the codes just before and after count too, for clocks that are off. */
const stepSeconds = 30;

interface Asking {
  readonly actor: Actor;
  /** The server's key for secrets at rest, 32 bytes. */
  readonly key: Buffer;
  readonly now: Date;
  readonly ip: string;
  readonly action: string;
}

/** Makes a new secret for the person's authenticator app; it protects nothing before its first code is confirmed. */
export async function beginTotp(
  tx: WriteTx,
  { actor, key }: Pick<Asking, 'actor' | 'key'>,
): Promise<{ secret: string; uri: string; qrCode: string }> {
  const credential = await selectOwnCredential(tx);
  if (credential.totpConfirmed) throw identityErrors.totpAlreadyOn();
  const secret = generateSecret();
  const uri = generateURI({ issuer: 'Hoa Ban', label: credential.username, secret });
  await updateOwnTotp(tx, sealSecret(key, actor.accountId, secret));
  return { secret, uri, qrCode: await toDataURL(uri, { errorCorrectionLevel: 'M', margin: 2, scale: 6 }) };
}

/** Switches the second factor on with the first code. */
export async function confirmTotp(tx: WriteTx, asking: Asking, code: string): Promise<Refusal | undefined> {
  const credential = await selectOwnCredential(tx);
  if (credential.totpConfirmed) throw identityErrors.totpAlreadyOn();
  if (!credential.totpSecret) throw identityErrors.totpNotBegun();
  return spendCode(tx, asking, credential, code);
}

/** Completes a sign-in with a code. Wrong codes count towards the same lock as wrong passwords. */
export async function verifyTotp(tx: WriteTx, asking: Asking, code: string): Promise<Refusal | undefined> {
  if (!asking.actor.secondFactorDue) return undefined;
  return spendCode(tx, asking, await selectOwnCredential(tx), code);
}

/** Switches the second factor off; needs the password, because a phone left open is not its owner. */
export async function removeTotp(
  tx: WriteTx,
  asking: Asking,
  password: string,
): Promise<Refusal | undefined> {
  const credential = await selectOwnCredential(tx);
  const locked = refuseLocked(credential.lockedUntil, asking.now);
  if (locked) return locked;
  if (!(await verifyPassword(credential.passwordHash, password))) {
    return countWrong(tx, { ...asking, accountId: asking.actor.accountId }, identityErrors.wrongPassword());
  }
  await updateOwnTotp(tx, null);
  return undefined;
}

async function spendCode(
  tx: WriteTx,
  asking: Asking,
  credential: OwnCredential,
  code: string,
): Promise<Refusal | undefined> {
  const locked = refuseLocked(credential.lockedUntil, asking.now);
  if (locked) return locked;
  const { accountId, sessionId } = asking.actor;
  const secret = openSecret(asking.key, accountId, credential.totpSecret!);
  const epoch = Math.floor(asking.now.getTime() / 1000);
  const result = verifySync({ secret, token: code, epoch, epochTolerance: stepSeconds });
  const step = result.valid ? Math.floor(epoch / stepSeconds) + result.delta : undefined;
  if (step !== undefined && (await acceptTotpStep(tx, sessionId, step, asking.now))) return undefined;
  return countWrong(tx, { ...asking, accountId }, identityErrors.wrongCode());
}
