import { bind } from '#modules/identity-access';
import { Refusal } from '#platform/errors';
import type { AnyRoute } from '#platform/http';
import { answerByCode, answerMine, openByCode } from '../actions/answer.ts';
import * as contract from '../contract/answering.ts';
import { listAskedOfMine, listGroupsOfMine } from '../data/answering.ts';
import { subjectName } from '../rules/template.ts';
import { askedShape } from './shapes.ts';

export const answeringRoutes: AnyRoute[] = [
  bind(contract.openByCode, async ({ tx, now, ip, body }) => {
    const row = await openByCode(tx, { ip, now }, body.code);
    if (row instanceof Refusal) return row;
    const { pupilName: name, className, schoolName } = row.asked;
    return { holder: row.holder, pupil: { name, className, schoolName }, survey: askedShape(row.asked, now) };
  }),
  bind(contract.answerByCode, ({ tx, now, ip, body }) => answerByCode(tx, { ip, now }, body)),
  bind(contract.listMine, async ({ tx, now }) => ({
    items: (await listAskedOfMine(tx, now)).flatMap((row) => {
      const survey = askedShape(row, now);
      const { pupilId: id, pupilName: name, className, schoolName } = row;
      return survey ? [{ pupil: { id, name, className, schoolName }, survey }] : [];
    }),
  })),
  bind(contract.listMyGroups, async ({ tx }) => ({
    items: (await listGroupsOfMine(tx)).map(({ subjectCode, ...group }) => ({
      ...group,
      subjectName: subjectCode === null ? null : subjectName(subjectCode),
    })),
  })),
  bind(contract.answerMine, ({ tx, now, body }) => answerMine(tx, now, body)),
];
