import { createHash, randomBytes, randomInt } from 'node:crypto';
import { v7 as uuidv7 } from 'uuid';
import { hashPassword } from '#modules/identity-access';
import type { WriteTx } from '#platform/db';
import type { Refusal } from '#platform/errors';
import { passwordProblems, suggestUsername } from '#rules/identity-access';
import {
  type Activation,
  activateCode,
  type CodeHolder,
  listSlipPeople,
  replaceCodes,
  selectActivationOptional,
  type TriedCode,
  tryCode,
} from '../data/access-codes.ts';
import { takeChild } from '../data/children.ts';
import { peopleErrors } from '../errors.ts';
import { codeLength, readCode, writeCode } from '../rules/access-code.ts';
import type { ImportScope } from './import-kinds.ts';

/** From where and when a code is tried. */
export interface Trying {
  readonly ip: string;
  readonly now: Date;
}

/** Only the hash of a code is kept or looked up. `code` as readCode gives it. */
export function hashAccessCode(code: string): Buffer {
  return createHash('sha256').update(`hoaban access code ${code}`).digest();
}

/** A code found, or why not; a Refusal must be returned (not thrown): the wrong attempt is counted. */
async function findCode(
  tx: WriteTx,
  typed: string,
  { ip, now }: Trying,
): Promise<{ hash: Buffer; code: TriedCode } | Refusal> {
  const signs = readCode(typed) ?? '';
  const hash = hashAccessCode(signs);
  const code = await tryCode(tx, { hash, prefix: signs.slice(0, 4), ip, now });
  if (code.limited) return peopleErrors.tooManyCodes();
  return code.id === null ? peopleErrors.codeNotValid() : { hash, code };
}

export interface PupilOfCode {
  readonly pupilId: string;
  readonly holder: 'pupil' | 'guardian';
  readonly unitId: string;
  readonly departmentId: string;
}

/**
 * The pupil whose slip carries this code, also after it became an account. A Refusal (people.codeNotValid, people.tooManyCodes) must
 * be returned, not thrown, so that the wrong attempt stays counted.
 */
export async function pupilByCode(
  tx: WriteTx,
  typed: string,
  trying: Trying,
): Promise<PupilOfCode | Refusal> {
  const found = await findCode(tx, typed, trying);
  if (!('code' in found) || !('hash' in found)) return found;
  const { pupilId, holder, unitId, departmentId } = found.code;
  if (!pupilId || holder === 'staff') return peopleErrors.codeNotValid();
  return { pupilId, holder: holder!, unitId: unitId!, departmentId: departmentId! };
}

/** Whose account a code opens. A Refusal must be returned, not thrown. */
export async function checkCode(tx: WriteTx, typed: string, trying: Trying): Promise<Activation | Refusal> {
  const found = await findCode(tx, typed, trying);
  if (!('hash' in found)) return found;
  return (await selectActivationOptional(tx, found.code.id!)) ?? peopleErrors.codeNotValid();
}

/**
 * Makes the account of whoever holds the slip, with the password chosen. Once for each code. A Refusal must be returned, not thrown.
 * @throws Refusal people.weakPassword
 */
export async function activateAccount(
  tx: WriteTx,
  input: { code: string; password: string },
  trying: Trying,
): Promise<{ username: string } | Refusal> {
  const found = await findCode(tx, input.code, trying);
  if (!('hash' in found)) return found;
  const activation = await selectActivationOptional(tx, found.code.id!);
  if (!activation) return peopleErrors.codeNotValid();
  const usernames = usernamesFor(activation.name);
  const [problem] = passwordProblems(input.password, {
    username: usernames[0]!.split('.')[0]!,
    path: 'password',
  });
  if (problem) throw peopleErrors.weakPassword(problem.message);
  const username = await activateCode(tx, {
    hash: found.hash,
    accountId: uuidv7(),
    usernames,
    passwordHash: await hashPassword(input.password),
    now: trying.now,
  });
  return username === null ? peopleErrors.codeNotValid() : { username };
}

/**
 * Puts a child under the account of the guardian asking, by the code of the child's own slip: no second account. A Refusal must be returned,
 * not thrown, so that wrong codes are counted.
 */
export async function addChild(
  tx: WriteTx,
  typed: string,
  trying: Trying,
): Promise<{ name: string } | Refusal> {
  const found = await findCode(tx, typed, trying);
  if (!('hash' in found)) return found;
  const name = await takeChild(tx, found.hash, trying.now);
  return name === null ? peopleErrors.codeNotValid() : { name };
}

/** Names to sign in with, the first that is free is taken: 'duc.lv4821'. Digits by chance: nobody learns from them who else has one. */
function usernamesFor(name: string): string[] {
  const base = suggestUsername(name).slice(0, 50) || 'nguoidung';
  return Array.from({ length: 8 }, () => `${base}${randomInt(1000, 10_000)}`);
}

/** Slips live to the end of the school year; those printed late at least this long. */
const leastDays = 60;

export interface MadeSlip {
  readonly fullName: string;
  readonly className: string | null;
  /** As printed: 'ABCD-EFGH-JKLM'. */
  readonly code: string;
}

/**
 * Makes new codes for a class (of pupils or their guardians) or for the teachers of the school without an account, and takes the
 * valid ones back. The codes are in the answer only.
 * @throws Refusal people.slipsExist unless `replace`, people.nobodyForSlips
 */
export async function makeSlips(
  tx: WriteTx,
  scope: ImportScope,
  wanted: { classId: string | null; holder: CodeHolder; replace: boolean },
): Promise<MadeSlip[]> {
  const { unitId, departmentId, schoolYear, now } = scope;
  const place = { unitId, departmentId, schoolYearId: schoolYear.id, holder: wanted.holder, now };
  const people = await listSlipPeople(tx, { ...place, classId: wanted.classId });
  if (people.length === 0) throw peopleErrors.nobodyForSlips();
  const standing = people.filter(({ hasCode }) => hasCode).length;
  if (standing > 0 && !wanted.replace) throw peopleErrors.slipsExist(standing);
  const slips = people.map((person) => ({ person, code: writeCode(randomBytes(codeLength)) }));
  const expiresAt = new Date(
    Math.max(Date.parse(`${schoolYear.endsOn}T23:59:59+07:00`), now.getTime() + leastDays * 86_400_000),
  );
  const codes = slips.map(({ person, code }) => ({
    id: uuidv7(),
    personId: person.id,
    hash: hashAccessCode(readCode(code)!),
  }));
  await replaceCodes(tx, { ...place, expiresAt }, codes);
  return slips.map(({ person: { fullName, className }, code }) => ({ fullName, className, code }));
}
