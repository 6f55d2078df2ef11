import { createHash, randomBytes } from 'node:crypto';
import { settingsOf } from '#modules/organisation';
import type { WriteTx } from '#platform/db';
import type { Refusal } from '#platform/errors';
import { insertShare, type OpenedShare, openShareRow, withdrawShareRow } from '../data/shares.ts';
import { transcriptErrors } from '../errors.ts';
import { type PageContent, shareDays } from '../rules/index.ts';
import type { Acting } from './place.ts';
import { pageOf } from './read-page.ts';

const day = 24 * 3600 * 1000;

function hashOf(token: string): Buffer {
  return createHash('sha256').update(token).digest();
}

/**
 * Makes a link that shows an issued page once to whoever holds it. Only the hash of its secret is kept: the address is told now or never.
 * The secret stands behind '#', which browsers do not send and servers do not log.
 * @throws Refusal transcript.pageNotFound, notInForce
 */
export async function makeShare(
  tx: WriteTx,
  { actor, now }: Acting,
  pageId: string,
  purpose: string,
  publicUrl: string,
): Promise<{ id: string; address: string; expiresAt: string }> {
  const [page, { days }] = await Promise.all([pageOf(tx, pageId), settingsOf(tx, { days: shareDays })]);
  if (page.state !== 'issued') throw transcriptErrors.notInForce();
  const token = randomBytes(24).toString('base64url');
  const expiresAt = new Date(now.getTime() + days * day);
  const id = await insertShare(
    tx,
    {
      pageId,
      unitId: page.unitId,
      departmentId: actor.departmentId,
      hash: hashOf(token),
      purpose,
      expiresAt,
    },
    { accountId: actor.accountId, now },
  );
  return { id, address: `${publicUrl}/hoc-ba-chia-se#${token}`, expiresAt: expiresAt.toISOString() };
}

/** Takes a link back. @throws Refusal transcript.shareNotFound */
export async function withdrawShare(tx: WriteTx, now: Date, shareId: string): Promise<void> {
  if (!(await withdrawShareRow(tx, shareId, now))) throw transcriptErrors.shareNotFound();
}

/**
 * What a link shows. The refusals shareNotValid and tooManyQuestions are returned, not thrown: the question stays counted.
 */
export async function openShare(
  tx: WriteTx,
  { ip, now }: { ip: string; now: Date },
  token: string,
): Promise<{ opened: OpenedShare; content: PageContent } | Refusal> {
  const opened = await openShareRow(tx, hashOf(token), ip, now);
  if (opened.limited) return transcriptErrors.tooManyQuestions();
  if (opened.state === null || opened.content === null) return transcriptErrors.shareNotValid();
  return { opened, content: JSON.parse(opened.content.toString('utf8')) as PageContent };
}
