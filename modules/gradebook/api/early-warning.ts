import { accountNames, bind } from '#modules/identity-access';
import type { AnyRoute } from '#platform/http';
import { readWarnings, recordHelp } from '../actions/early-warning.ts';
import * as contract from '../contract.ts';
import { printedScore } from '../rules/index.ts';

/** Routes of the early warning and of the help given. */
export const warningRoutes: AnyRoute[] = [
  bind(contract.getWarnings, async ({ tx, query }) => {
    const { pupils, needs } = await readWarnings(tx, query.semester);
    const names = await accountNames(
      tx,
      pupils.flatMap(({ help }) => help.map(({ givenBy }) => givenBy)),
    );
    return {
      pupils: pupils.map(({ grade: _, warnings, help, groups, ...pupil }) => ({
        ...pupil,
        warnings: warnings.map(({ value, before, ...warning }) => ({
          ...warning,
          value: value === null ? null : warning.kind === 'absent' ? String(value) : printedScore(value),
          before: before === null ? null : printedScore(before),
        })),
        help: help.map(({ id, subjectCode, form, note, givenOn, givenBy }) => ({
          id,
          subjectName: warnings.find((one) => one.subjectCode === subjectCode)?.subjectName ?? subjectCode,
          form,
          note,
          givenOn,
          givenBy: names.get(givenBy) ?? null,
        })),
        groups: groups.map(({ name, confirmed }) => ({ name, confirmed })),
      })),
      needs,
    };
  }),
  bind(contract.recordHelp, ({ tx, actor, now, body }) => recordHelp(tx, { actor, now }, body)),
];
