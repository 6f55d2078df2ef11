import type { Actor } from '#modules/identity-access';
import { localDate } from '#platform/clock';
import type { ReadTx, WriteTx } from '#platform/db';
import { acceptFile, storeFile } from '#platform/files';
import {
  type AttachedTo,
  type Attachment,
  type AttachmentContent,
  deleteAttachment,
  holdAttachments,
  insertAttachment,
  listAttachments,
  noteOpened,
  selectAttachmentOptional,
} from '../data/attachments.ts';
import { gradebookErrors } from '../errors.ts';
import {
  type AttachmentKind,
  attachmentFault,
  mostAttachmentMegabytes,
  mostAttachments,
} from '../rules/index.ts';
import { writableRow } from './save-cells.ts';
import { openSheet } from './sheet.ts';

interface Acting {
  readonly actor: Actor;
  readonly now: Date;
}

/**
 * Attaches a file to a column or to a pupil's mark. The content is stored before the row; a row that is not kept leaves content nobody reads.
 * @throws Refusal gradebook.fileRefused and as `attach`
 */
export async function attachFile(
  tx: WriteTx,
  acting: Acting,
  filesFolder: string,
  of: AttachedTo,
  kind: AttachmentKind,
  file: { readonly fileName: string; readonly bytes: Uint8Array },
): Promise<{ id: string }> {
  const accepted = await acceptFile(file, mostAttachmentMegabytes);
  if ('refusal' in accepted) throw gradebookErrors.fileRefused(accepted.refusal);
  const { fileName, mediaType } = accepted;
  return attach(tx, acting, of, kind, fileName, async () => ({
    sha256: await storeFile(filesFolder, file.bytes),
    mediaType,
    bytes: file.bytes.length,
  }));
}

/** Attaches an https address, for example of a video or of a shared folder. @throws Refusal as `attach` */
export function attachLink(
  tx: WriteTx,
  acting: Acting,
  of: AttachedTo,
  { kind, title, link }: { kind: AttachmentKind; title: string; link: string },
): Promise<{ id: string }> {
  return attach(tx, acting, of, kind, title, () => Promise.resolve({ link }));
}

/** @throws Refusal gradebook.noSheet, notAssigned, locked, pupilNotHere, cannotAttach, tooManyAttachments */
async function attach(
  tx: WriteTx,
  { actor, now }: Acting,
  of: AttachedTo,
  kind: AttachmentKind,
  title: string,
  content: () => Promise<AttachmentContent>,
): Promise<{ id: string }> {
  const sheet = await mineAndUnlocked(tx, of, now);
  const fault = attachmentFault(kind, of.place, of.pupilId !== null);
  if (fault) throw gradebookErrors.cannotAttach(fault);
  if (!sheet.wanted.includes(of.place)) throw gradebookErrors.cannotAttach('Môn này không có cột điểm đó.');
  if (of.pupilId !== null && !sheet.rows.some(({ pupilId }) => pupilId === of.pupilId)) {
    throw gradebookErrors.pupilNotHere();
  }
  await holdAttachments(tx, of);
  const most = of.pupilId === null ? mostAttachments.column : mostAttachments.mark;
  if ((await listAttachments(tx, of)).length >= most) throw gradebookErrors.tooManyAttachments(most);
  const given = { kind, title, content: await content() };
  return { id: await insertAttachment(tx, sheet.ground, of, given, { accountId: actor.accountId, now }) };
}

/**
 * Takes an attachment away; its content stays in the audit trail by its hash.
 * @throws Refusal gradebook.noAttachment, noSheet, notAssigned, locked
 */
export async function removeAttachment(tx: WriteTx, { now }: Acting, id: string): Promise<void> {
  const attachment = await readAttachment(tx, id);
  await mineAndUnlocked(tx, attachment, now);
  await deleteAttachment(tx, id);
}

/** @throws Refusal gradebook.noAttachment: there is none in the reach of the person asking */
export async function readAttachment(tx: ReadTx, id: string): Promise<Attachment> {
  const attachment = await selectAttachmentOptional(tx, id);
  if (!attachment) throw gradebookErrors.noAttachment();
  return attachment;
}

/** The same, to be opened: looking at a child's work is noted. @throws Refusal gradebook.noAttachment */
export async function openAttachment(tx: WriteTx, id: string): Promise<Attachment> {
  const attachment = await readAttachment(tx, id);
  if (attachment.pupilId !== null) await noteOpened(tx, attachment);
  return attachment;
}

async function mineAndUnlocked(tx: ReadTx, of: AttachedTo, now: Date) {
  const { classId, subjectCode, semester } = of;
  const sheet = await openSheet(tx, { classId, subjectCode, semester }, localDate(now));
  writableRow(sheet, of.pupilId, of.place);
  if (sheet.state === 'locked') throw gradebookErrors.locked();
  return sheet;
}
