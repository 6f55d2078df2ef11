import { bind } from '#modules/identity-access';
import { markNoticesOfPage } from '#modules/plan';
import type { ReadTx } from '#platform/db';
import { renderWorkbook } from '#platform/documents';
import { readFileContent } from '#platform/files';
import type { AnyRoute } from '#platform/http';
import { formatDateTime } from '#platform/i18n';
import { mayDo, type Role } from '#rules/identity-access';
import { ownSchool } from '../actions/acting.ts';
import { remindUnread, sendAnnouncement, withdrawAnnouncement } from '../actions/send-announcement.ts';
import {
  attachFile,
  createAnnouncement,
  discardAnnouncement,
  removeFile,
  saveAnnouncement,
} from '../actions/write-announcement.ts';
import * as contract from '../contract/announcements.ts';
import * as data from '../data/announcements.ts';
import { type AnnouncementFile, listFiles } from '../data/files.ts';
import { receiptSheet } from '../documents/receipt-sheet.ts';
import { familyErrors } from '../errors.ts';

function mayOf(role: Role | null, operations: readonly string[]): string[] {
  return operations.filter((operation) => mayDo(operation, role));
}

function fileShape({ id, fileName, bytes }: AnnouncementFile) {
  return { id, fileName, bytes };
}

async function found(tx: ReadTx, id: string): Promise<data.Announcement> {
  const announcement = await data.selectAnnouncementOptional(tx, id);
  if (!announcement) throw familyErrors.announcementNotFound();
  return announcement;
}

/** Steps on a notice, of those its state allows; the text is the author's alone. */
function stepsOf({ state }: data.Announcement, mine: boolean, role: Role | null): string[] {
  if (state === 'draft') {
    return mine
      ? mayOf(role, [
          'family.updateAnnouncement',
          'family.discardAnnouncement',
          'family.attachAnnouncementFile',
          'family.removeAnnouncementFile',
          'family.sendAnnouncement',
        ])
      : [];
  }
  const seen = mayOf(role, ['family.listReceipts', 'family.exportReceipts']);
  return state === 'sent'
    ? [...seen, ...mayOf(role, ['family.withdrawAnnouncement', 'family.remindUnread'])]
    : seen;
}

/** Writing, sending, reading notices, and who has read them. */
export const announcementRoutes: AnyRoute[] = [
  bind(contract.getAnnouncementGround, async ({ tx, actor }) => ({
    wholeSchool: actor.scope === 'subtree',
    classes: await data.listWritableClasses(tx, (await ownSchool(tx)).id),
  })),
  bind(contract.listReceived, async ({ tx }) => {
    const items = await data.listReceived(tx);
    return { unread: items.filter(({ readAt }) => readAt === null).length, items };
  }),
  bind(contract.listSent, async ({ tx, actor }) => ({
    items: await data.listWritten(tx, (await ownSchool(tx)).id),
    may: mayOf(actor.role, ['family.createAnnouncement']),
  })),
  bind(contract.getAnnouncement, async ({ tx, actor, params }) => {
    const [announcement, files, receipt] = await Promise.all([
      found(tx, params.announcementId),
      listFiles(tx, params.announcementId),
      data.selectOwnReceiptOptional(tx, params.announcementId),
    ]);
    const mine = announcement.authorId === actor.accountId;
    const sending = mine || actor.scope === 'subtree';
    if (announcement.state === 'draft' && !mine) throw familyErrors.announcementNotFound();
    const { id, title, body, author, state, sentAt, withdrawnAt, withdrawalReason } = announcement;
    return {
      id,
      title,
      body,
      author,
      state,
      sentAt,
      withdrawnAt,
      withdrawalReason,
      files: files.map(fileShape),
      readAt: receipt?.readAt ?? null,
      addressed: receipt !== undefined,
      sending: sending
        ? {
            audience: [...announcement.audience],
            grades: [...announcement.grades],
            classIds: [...announcement.classIds],
            asked: announcement.asked,
            unreached: announcement.unreached,
            read: await data.countRead(tx, id),
            version: announcement.version,
          }
        : null,
      may: sending ? stepsOf(announcement, mine, actor.role) : [],
    };
  }),
  bind(contract.readAnnouncement, async ({ tx, now, params }) => {
    await data.markRead(tx, params.announcementId, now);
    await markNoticesOfPage(tx, `/thong-bao/${params.announcementId}`, now);
    return undefined;
  }),
  bind(contract.createAnnouncement, ({ tx, actor, now, body }) =>
    createAnnouncement(tx, { actor, now }, body),
  ),
  bind(contract.updateAnnouncement, ({ tx, actor, now, params, body }) =>
    saveAnnouncement(tx, { actor, now }, params.announcementId, body),
  ),
  bind(contract.discardAnnouncement, async ({ tx, actor, now, params }) => {
    await discardAnnouncement(tx, { actor, now }, params.announcementId);
    return undefined;
  }),
  bind(contract.attachAnnouncementFile, async ({ tx, actor, now, params, file, services }) =>
    fileShape(await attachFile(tx, { actor, now }, services.filesFolder, params.announcementId, file)),
  ),
  bind(contract.removeAnnouncementFile, async ({ tx, actor, now, params }) => {
    await removeFile(tx, { actor, now }, params.announcementId, params.fileId);
    return undefined;
  }),
  bind(contract.downloadAnnouncementFile, async ({ tx, params, services }) => {
    const file = (await listFiles(tx, params.announcementId)).find(({ id }) => id === params.fileId);
    if (!file) throw familyErrors.announcementNotFound();
    const { fileName, mediaType, sha256 } = file;
    return { fileName, mediaType, bytes: await readFileContent(services.filesFolder, sha256) };
  }),
  bind(contract.sendAnnouncement, ({ tx, actor, now, params, body }) =>
    sendAnnouncement(tx, { actor, now }, params.announcementId, body.version),
  ),
  bind(contract.withdrawAnnouncement, async ({ tx, actor, now, params, body }) => {
    await withdrawAnnouncement(tx, { actor, now }, params.announcementId, body);
    return undefined;
  }),
  bind(contract.listReceipts, async ({ tx, params }) => {
    await found(tx, params.announcementId);
    const receipts = await data.listReceipts(tx, params.announcementId);
    return { items: receipts.map(({ accountId: _, ...receipt }) => receipt) };
  }),
  bind(contract.exportReceipts, async ({ tx, params }) => {
    await found(tx, params.announcementId);
    const receipts = await data.listReceipts(tx, params.announcementId);
    return {
      fileName: 'Người đọc thông báo.xlsx',
      mediaType: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
      bytes: await renderWorkbook([receiptSheet(receipts, formatDateTime)]),
    };
  }),
  bind(contract.remindUnread, ({ tx, actor, now, params }) =>
    remindUnread(tx, { actor, now }, params.announcementId),
  ),
];
