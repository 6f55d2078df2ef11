import { bind } from '#modules/identity-access';
import type { AnyRoute } from '#platform/http';
import { classPages, saveAwards } from '../actions/class-pages.ts';
import { drawUpPages } from '../actions/draw-up-pages.ts';
import { ownSchool, yearOf } from '../actions/place.ts';
import { readPage, readPageFile, revokePage } from '../actions/read-page.ts';
import * as contract from '../contract/pages.ts';
import { listClassStandings } from '../data/overview.ts';
import { listMyPages } from '../data/pages.ts';
import { contentShape, mayOf, versionShape } from './shapes.ts';

export const pageRoutes: AnyRoute[] = [
  bind(contract.getOverview, async ({ tx, actor, query }) => {
    const [school, year] = await Promise.all([ownSchool(tx), yearOf(tx, query.schoolYear)]);
    return {
      school,
      schoolYear: year.name,
      classes: await listClassStandings(tx, { unitId: school.id, schoolYearId: year.id }),
      may: mayOf(actor.role, [
        'transcript.drawUpPages',
        'transcript.startArchive',
        'transcript.listArchives',
      ]),
    };
  }),
  bind(contract.drawUpPages, async ({ tx, actor, now, body }) => {
    const { refused, ...counts } = await drawUpPages(tx, { actor, now }, body);
    return { ...counts, refused: refused.map((one) => ({ ...one, why: [...one.why] })) };
  }),
  bind(contract.listClassPages, async ({ tx, actor, params }) => {
    const { ground, rows } = await classPages(tx, actor, params.classId);
    return {
      class: { id: ground.id, name: ground.name, grade: ground.grade },
      schoolYear: ground.schoolYear,
      rows: rows.map((row) => ({ ...row, awards: [...row.awards] })),
      may: mayOf(actor.role, ['transcript.drawUpPages', 'transcript.saveAwards', 'transcript.getPage']),
    };
  }),
  bind(contract.saveAwards, ({ tx, actor, params, body }) => saveAwards(tx, actor, params, body)),
  bind(contract.getPage, async ({ tx, actor, params }) => {
    const { page, content, steps, versions, shares } = await readPage(tx, actor, params.pageId);
    const { id, pupilId, classId, code, number, digest, state, issuedAt, revokedAt, revokedReason } = page;
    const inForce = state === 'issued';
    const own = actor.unitId === page.unitId;
    return {
      id,
      pupilId,
      classId,
      code,
      number,
      digest,
      state,
      issuedAt,
      revokedAt,
      revokedReason,
      hasFiles: page.pdfSha256 !== null,
      content: contentShape(content),
      steps: steps.map(({ pageId: _page, digest: _digest, signature: _signature, ...step }) => step),
      versions: versions.filter(({ schoolYear }) => schoolYear === page.schoolYear).map(versionShape),
      shares: [...shares],
      may: mayOf(actor.role, [
        'transcript.downloadPdf',
        'transcript.downloadXml',
        ...(inForce ? ['transcript.makeShare', 'transcript.withdrawShare'] : []),
        ...(inForce && own ? ['transcript.revokePage', 'transcript.drawUpPages'] : []),
        ...(state === 'collecting' && own && actor.role === 'principal'
          ? ['transcript.confirmSteps', 'transcript.returnStep']
          : []),
      ]),
    };
  }),
  bind(contract.downloadPdf, ({ tx, params, services }) => readPageFile(tx, params.pageId, 'pdf', services)),
  bind(contract.downloadXml, ({ tx, params, services }) => readPageFile(tx, params.pageId, 'xml', services)),
  bind(contract.revokePage, ({ tx, actor, now, params, body }) =>
    revokePage(tx, { actor, now }, params.pageId, body.reason),
  ),
  bind(contract.listMine, async ({ tx }) => ({
    items: (await listMyPages(tx)).map((page) => ({
      ...versionShape(page),
      pupilName: page.pupilName,
      className: page.className,
      school: page.school,
      code: page.code,
    })),
  })),
];
