import { listClassesWithChoices } from '#modules/curriculum';
import type { Actor } from '#modules/identity-access';
import { settingsOf } from '#modules/organisation';
import { localDate } from '#platform/clock';
import type { ReadTx, WriteTx } from '#platform/db';
import { listBook } from '../data/class-book.ts';
import { listClassesInReach } from '../data/classes.ts';
import { type Help, insertHelp, listHelp, mayHelp } from '../data/help.ts';
import { gradebookErrors } from '../errors.ts';
import { type GroupOfPupil, groupsOfPupils } from '../groups-of-pupils.ts';
import {
  absenceWarningSessions,
  earlyWarningFall,
  type HelpForm,
  type Warning,
  warningsOf,
} from '../rules/index.ts';
import { studiedSubjects } from '../rules/studied.ts';
import { placeOf } from './place.ts';

export interface WarnedPupil {
  readonly pupilId: string;
  readonly name: string;
  readonly classId: string;
  readonly className: string;
  readonly grade: number;
  readonly warnings: readonly (Warning & { readonly subjectName: string | null })[];
  readonly help: readonly Help[];
  /** Remedial groups the pupil sits in, in this year. */
  readonly groups: readonly GroupOfPupil[];
}

/** Pupils below the requirement in the same grade and subject: for whom a remedial group makes sense (TT 29/2024 Điều 5). */
export interface RemedialNeed {
  readonly grade: number;
  readonly subjectCode: string;
  readonly subjectName: string;
  readonly pupils: number;
}

/**
 * Pupils of the current year who fall behind, of the classes in reach: the policies leave a teacher the own subjects and the class led. Those
 * with the most signs first, with the help already given.
 * @throws Refusal gradebook.noSchool, noSchoolYear
 */
export async function readWarnings(
  tx: ReadTx,
  semester: 1 | 2,
): Promise<{ pupils: WarnedPupil[]; needs: RemedialNeed[] }> {
  const { school, year } = await placeOf(tx, {});
  const [reach, all, { fall, absentFrom }] = await Promise.all([
    listClassesInReach(tx),
    listClassesWithChoices(tx, [school.id], year.id),
    settingsOf(tx, { fall: earlyWarningFall, absentFrom: absenceWarningSessions }),
  ]);
  const classes = all.filter(({ classId }) => reach.some(({ id, pupils }) => id === classId && pupils > 0));
  const ids = classes.map(({ classId }) => classId);
  const book = Map.groupBy(await listBook(tx, ids), ({ classId }) => classId);
  const found = classes.flatMap((one) => {
    return (book.get(one.classId) ?? []).flatMap((pupil): Omit<WarnedPupil, 'help' | 'groups'>[] => {
      const subjects = studiedSubjects(one.schoolYear, one, pupil.instead);
      const nameOf = new Map(subjects.map(({ code, name }) => [code, name]));
      const warnings = warningsOf(subjects, pupil, semester, { fall: Math.round(fall * 10), absentFrom });
      if (warnings.length === 0) return [];
      const named = warnings.map((warning) => ({
        ...warning,
        subjectName: warning.subjectCode ? (nameOf.get(warning.subjectCode) ?? null) : null,
      }));
      const { pupilId, name } = pupil;
      const { classId, name: className, grade } = one;
      return [{ pupilId, name, classId, className, grade, warnings: named }];
    });
  });
  const pupilIds = found.map(({ pupilId }) => pupilId);
  const help = Map.groupBy(await listHelp(tx, year.id, pupilIds), ({ pupilId }) => pupilId);
  const groups = Map.groupBy(
    await groupsOfPupils(tx, { unitId: school.id, schoolYearId: year.id, pupilIds }),
    ({ pupilId }) => pupilId,
  );
  return {
    pupils: found
      .map((one) => ({ ...one, help: help.get(one.pupilId) ?? [], groups: groups.get(one.pupilId) ?? [] }))
      .sort((a, b) => b.warnings.length - a.warnings.length),
    needs: needsOf(found),
  };
}

function needsOf(pupils: readonly Omit<WarnedPupil, 'help' | 'groups'>[]): RemedialNeed[] {
  const below = pupils.flatMap(({ grade, warnings }) =>
    warnings.flatMap(({ kind, subjectCode, subjectName }) =>
      kind === 'below' && subjectCode
        ? [{ grade, subjectCode, subjectName: subjectName ?? subjectCode }]
        : [],
    ),
  );
  return [...Map.groupBy(below, ({ grade, subjectCode }) => `${grade} ${subjectCode}`).values()]
    .map((group) => ({ ...group[0]!, pupils: group.length }))
    .sort((a, b) => b.pupils - a.pupils);
}

/**
 * Records help given to a pupil: by who teaches the subject, the homeroom teacher, or the school's office.
 * @throws Refusal gradebook.pupilNotHere, notYourPupil, noSchool, noSchoolYear, badHelpDay
 */
export async function recordHelp(
  tx: WriteTx,
  { actor, now }: { readonly actor: Actor; readonly now: Date },
  given: {
    readonly pupilId: string;
    readonly subjectCode: string | null;
    readonly form: HelpForm;
    readonly note: string;
    readonly givenOn: string;
  },
): Promise<{ id: string }> {
  const { school, year } = await placeOf(tx, {});
  if (given.givenOn < year.startsOn || given.givenOn > localDate(now)) throw gradebookErrors.badHelpDay();
  if (actor.scope === 'own' && !(await mayHelp(tx, given.pupilId, given.subjectCode))) {
    throw gradebookErrors.notYourPupil();
  }
  const at = { unitId: school.id, schoolYearId: year.id };
  const id = await insertHelp(tx, at, { ...given, givenBy: actor.accountId });
  if (id === undefined) throw gradebookErrors.pupilNotHere();
  return { id };
}
