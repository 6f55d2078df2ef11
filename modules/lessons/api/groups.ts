import { bind } from '#modules/identity-access';
import { renderWorkbook } from '#platform/documents';
import type { AnyRoute } from '#platform/http';
import { readGroupLog, removeGroupEntry, saveGroupEntry } from '../actions/group-log.ts';
import * as contract from '../contract.ts';
import { type GroupHead, listGroupHeads } from '../data/group-log.ts';
import { groupLogSheets } from '../documents/group-log-sheets.ts';
import { excel, mayOf, subjectNames } from './shapes.ts';

function headShape(group: GroupHead) {
  const { id, name, subjectCode, teacherName, periodsPerWeek, pupils, lessons, missed, lastDay } = group;
  const places = pupils * lessons;
  return {
    ...{ id, name, teacherName, periodsPerWeek, pupils, lessons, lastDay },
    subjectName: subjectCode ? subjectNames(group.schoolYear)(subjectCode) : null,
    present: places > 0 ? Math.max(0, (places - missed) / places) : null,
  };
}

/** The log of groups of session 2. */
export const groupRoutes: AnyRoute[] = [
  bind(contract.listGroupLogs, async ({ tx, actor }) => ({
    groups: (await listGroupHeads(tx, actor.scope === 'own')).map(headShape),
  })),
  bind(contract.getGroupLog, async ({ tx, actor, now, params }) => {
    const log = await readGroupLog(tx, { actor, now }, params.groupId);
    const { group, today, lateDays, roster, entries, due, free, programme, nextPeriod } = log;
    const head = actor.role === 'principal' || actor.role === 'vicePrincipal';
    return {
      ...headShape(group),
      ...{ today, lateDays, roster: [...roster], due: [...due], free },
      ...{ inBlock: group.inBlock, programme: [...programme], nextPeriod },
      entries: entries.map((entry) => ({ ...entry, absent: [...entry.absent] })),
      may:
        group.mine || head ? mayOf(actor.role, ['lessons.saveGroupEntry', 'lessons.removeGroupEntry']) : [],
    };
  }),
  bind(contract.saveGroupEntry, ({ tx, actor, now, params, body }) =>
    saveGroupEntry(tx, { actor, now }, params.groupId, body),
  ),
  bind(contract.removeGroupEntry, async ({ tx, actor, now, params }) => {
    await removeGroupEntry(tx, { actor, now }, params.groupId, params.entryId);
    return undefined;
  }),
  bind(contract.downloadGroupLog, async ({ tx, actor, now, params }) => {
    const log = await readGroupLog(tx, { actor, now }, params.groupId);
    return {
      fileName: `Sổ ${log.group.name}.xlsx`,
      mediaType: excel,
      bytes: await renderWorkbook(groupLogSheets(log, log.group.lessons)),
    };
  }),
];
