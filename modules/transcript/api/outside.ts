import { bind } from '#modules/identity-access';
import { Refusal } from '#platform/errors';
import type { AnyRoute } from '#platform/http';
import { readArchive, startArchive } from '../actions/archive.ts';
import { ownSchool } from '../actions/place.ts';
import { makeShare, openShare, withdrawShare } from '../actions/share-page.ts';
import { type KnownPage, verifyCode, verifyFile } from '../actions/verify.ts';
import * as contract from '../contract/outside.ts';
import { type ArchiveRow, listArchives } from '../data/archives.ts';
import { contentShape } from './shapes.ts';

function publicShape({
  code,
  state,
  school,
  level,
  schoolYear,
  number,
  newest,
  issuedAt,
  endedAt,
}: KnownPage) {
  return { code, state, school, level, schoolYear, number, newest, issuedAt, endedAt };
}

function archiveShape({ id, schoolYear, state, asked, made, failed, bytes, askedAt, endedAt }: ArchiveRow) {
  return { id, schoolYear, state, asked, made, failed: [...failed], bytes, askedAt, endedAt };
}

export const outsideRoutes: AnyRoute[] = [
  bind(contract.verifyCode, async ({ tx, ip, now, body }) => {
    const page = await verifyCode(tx, { ip, now }, body.code);
    return page instanceof Refusal ? page : publicShape(page);
  }),
  bind(contract.verifyFile, async ({ tx, ip, now, params, file, services }) => {
    const checked = await verifyFile(tx, { ip, now }, params.code, file.bytes, services.filesFolder);
    if (checked instanceof Refusal) return checked;
    const { page, verdict, signatures } = checked;
    return { page: publicShape(page), verdict, signatures: [...signatures] };
  }),
  bind(contract.makeShare, ({ tx, actor, now, params, body, services }) =>
    makeShare(tx, { actor, now }, params.pageId, body.purpose, services.publicUrl),
  ),
  bind(contract.withdrawShare, async ({ tx, now, params }) => {
    await withdrawShare(tx, now, params.shareId);
    return undefined;
  }),
  bind(contract.openShare, async ({ tx, ip, now, body }) => {
    const shared = await openShare(tx, { ip, now }, body.token);
    if (shared instanceof Refusal) return shared;
    const { opened, content } = shared;
    return {
      state: opened.state ?? 'revoked',
      digest: opened.digest ?? '',
      until: opened.until ?? '',
      content: contentShape(content),
    };
  }),
  bind(contract.startArchive, ({ tx, actor, now, body }) =>
    startArchive(tx, { actor, now }, body.schoolYear),
  ),
  bind(contract.listArchives, async ({ tx }) => ({
    items: (await listArchives(tx, (await ownSchool(tx)).id)).map(archiveShape),
  })),
  bind(contract.downloadArchive, async ({ tx, params, services }) => {
    const { archive, bytes } = await readArchive(tx, params.archiveId, services.filesFolder);
    return {
      fileName: `Lưu trữ học bạ ${archive.schoolYear}.zip`,
      mediaType: 'application/zip',
      bytes,
    };
  }),
];
