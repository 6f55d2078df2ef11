import { accountNames, bind } from '#modules/identity-access';
import { readFileContent } from '#platform/files';
import type { AnyRoute } from '#platform/http';
import { attachFile, attachLink, openAttachment, removeAttachment } from '../actions/attachments.ts';
import * as contract from '../contract.ts';
import { listAttachments } from '../data/attachments.ts';
import { gradebookErrors } from '../errors.ts';

/** Routes of what stands behind marks: files and addresses of columns, evidence of pupils. */
export const attachmentRoutes: AnyRoute[] = [
  bind(contract.listAttachments, async ({ tx, params, query }) => {
    const list = await listAttachments(tx, { ...params, pupilId: query.pupilId ?? null });
    const names = await accountNames(
      tx,
      list.map(({ addedBy }) => addedBy),
    );
    return {
      items: list.map(({ id, kind, title, link, bytes, addedBy, addedAt }) => ({
        id,
        kind,
        title,
        link,
        bytes,
        addedBy: names.get(addedBy) ?? null,
        addedAt,
      })),
    };
  }),
  bind(contract.attachFile, ({ tx, actor, now, services, params: { kind, ...of }, query, file }) =>
    attachFile(
      tx,
      { actor, now },
      services.filesFolder,
      { ...of, pupilId: query.pupilId ?? null },
      kind,
      file,
    ),
  ),
  bind(contract.attachLink, ({ tx, actor, now, params, query, body }) =>
    attachLink(tx, { actor, now }, { ...params, pupilId: query.pupilId ?? null }, body),
  ),
  bind(contract.openAttachment, async ({ tx, services, params }) => {
    const { title, mediaType, sha256 } = await openAttachment(tx, params.attachmentId);
    if (mediaType === null || sha256 === null) throw gradebookErrors.noAttachment();
    return { fileName: title, mediaType, bytes: await readFileContent(services.filesFolder, sha256) };
  }),
  bind(contract.removeAttachment, async ({ tx, actor, now, params }) => {
    await removeAttachment(tx, { actor, now }, params.attachmentId);
    return undefined;
  }),
];
