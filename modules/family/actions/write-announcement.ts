import { v7 as uuidv7 } from 'uuid';
import type { WriteTx } from '#platform/db';
import { cleanFileName, recogniseFile, storeFile, type UnacceptableFile } from '#platform/files';
import {
  type Announcement,
  deleteDraft,
  insertAnnouncement,
  listWritableClasses,
  lockAnnouncementOptional,
  updateAnnouncement,
  type Written,
} from '../data/announcements.ts';
import { type AnnouncementFile, deleteFile, insertFile, listFiles } from '../data/files.ts';
import { familyErrors } from '../errors.ts';
import { type Acting, ownSchool } from './acting.ts';

/** A notice the person has a hand in, held until the end. @throws Refusal family.announcementNotFound */
export async function held(tx: WriteTx, id: string): Promise<Announcement> {
  const announcement = await lockAnnouncementOptional(tx, id);
  if (!announcement) throw familyErrors.announcementNotFound();
  return announcement;
}

/** An own draft. @throws Refusal family.announcementNotFound, notDraft */
async function ownDraft(tx: WriteTx, { actor }: Acting, id: string): Promise<Announcement> {
  const announcement = await held(tx, id);
  if (announcement.authorId !== actor.accountId) throw familyErrors.announcementNotFound();
  if (announcement.state !== 'draft') throw familyErrors.notDraft();
  return announcement;
}

/** Whoever sees only own rows writes to the classes led, and names them. @throws Refusal family.notYourClass */
async function checkReach(
  tx: WriteTx,
  { actor }: Acting,
  unitId: string,
  { classIds }: Written,
): Promise<void> {
  const classes = new Set((await listWritableClasses(tx, unitId)).map(({ id }) => id));
  if (classIds.some((id) => !classes.has(id))) throw familyErrors.notYourClass();
  if (actor.scope === 'own' && classIds.length === 0) throw familyErrors.notYourClass();
}

/** Begins a notice as a draft. @throws Refusal family.noSchool, notYourClass */
export async function createAnnouncement(
  tx: WriteTx,
  acting: Acting,
  written: Written,
): Promise<{ id: string; version: number }> {
  const school = await ownSchool(tx);
  await checkReach(tx, acting, school.id, written);
  const { accountId, displayName, departmentId } = acting.actor;
  const id = await insertAnnouncement(tx, written, {
    unitId: school.id,
    departmentId,
    accountId,
    name: displayName,
    now: acting.now,
  });
  return { id, version: 1 };
}

/** @throws Refusal family.announcementNotFound, notDraft, changedMeanwhile, notYourClass */
export async function saveAnnouncement(
  tx: WriteTx,
  acting: Acting,
  id: string,
  { version, ...written }: Written & { readonly version: number },
): Promise<{ id: string; version: number }> {
  const draft = await ownDraft(tx, acting, id);
  if (draft.version !== version) throw familyErrors.changedMeanwhile(written, draft);
  await checkReach(tx, acting, draft.unitId, written);
  await updateAnnouncement(tx, id, written);
  return { id, version: version + 1 };
}

/** @throws Refusal family.announcementNotFound, notDraft */
export async function discardAnnouncement(tx: WriteTx, acting: Acting, id: string): Promise<void> {
  await ownDraft(tx, acting, id);
  await deleteDraft(tx, id);
}

const largest = 10 * 1024 * 1024;
const mostFiles = 5;
const refusals: Readonly<Record<UnacceptableFile, string>> = {
  empty: 'Tệp rỗng. Hãy kiểm tra lại tệp rồi gửi lại.',
  oldOffice:
    'Tệp Word, Excel đời cũ hoặc đặt mật khẩu. Hãy lưu thành .docx hoặc .xlsx, bỏ mật khẩu rồi gửi lại.',
  macros: 'Tệp có macro nên không nhận. Hãy lưu thành .docx hoặc .xlsx rồi gửi lại.',
  damaged: 'Tệp bị hỏng, không mở được. Hãy kiểm tra lại tệp rồi gửi lại.',
  unknown: 'Chỉ nhận tệp PDF, Word (.docx), Excel (.xlsx) và ảnh (PNG, JPEG, WebP).',
};

/**
 * Adds a file to an own draft, told by its bytes; at most five of 10 MB. The content is stored before the row.
 * @throws Refusal family.announcementNotFound, notDraft, fileRefused
 */
export async function attachFile(
  tx: WriteTx,
  acting: Acting,
  filesFolder: string,
  id: string,
  file: { readonly fileName: string; readonly bytes: Uint8Array },
): Promise<AnnouncementFile> {
  const draft = await ownDraft(tx, acting, id);
  if (file.bytes.length > largest) throw familyErrors.fileRefused('Tệp lớn hơn 10 MB. Hãy giảm dung lượng.');
  if ((await listFiles(tx, id)).length >= mostFiles) {
    throw familyErrors.fileRefused('Thông báo đã có 5 tệp. Hãy bỏ bớt tệp rồi gửi lại.');
  }
  const recognised = await recogniseFile(file.bytes);
  if (typeof recognised === 'string') throw familyErrors.fileRefused(refusals[recognised]);
  const { mediaType, extensions } = recognised;
  const given = cleanFileName(file.fileName, `tep.${extensions[0]}`);
  const fits = extensions.some((extension) => given.toLowerCase().endsWith(`.${extension}`));
  const kept = {
    id: uuidv7(),
    fileName: fits ? given : `${given}.${extensions[0]}`,
    mediaType,
    bytes: file.bytes.length,
    sha256: await storeFile(filesFolder, file.bytes),
  };
  await insertFile(tx, draft, kept);
  return kept;
}

/** @throws Refusal family.announcementNotFound, notDraft */
export async function removeFile(tx: WriteTx, acting: Acting, id: string, fileId: string): Promise<void> {
  await ownDraft(tx, acting, id);
  await deleteFile(tx, id, fileId);
}
