import type { WriteTx } from '#platform/db';
import { programmeOfYear } from '#reference/curriculum-2018';
import { type ClassWithChoices, holdClassesWithChoices, replaceClassChoices } from '../data/class-choices.ts';
import { curriculumErrors } from '../errors.ts';
import { type Choice, choiceProblems } from '../rules/index.ts';

interface Change {
  readonly classId: string;
  readonly seen: readonly Choice[];
  readonly choices: readonly Choice[];
}

/** Choices as text that does not depend on their order: to see whether two lists say the same. */
function fingerprint(choices: readonly Choice[]): string {
  return choices
    .map(({ kind, subjectCode, periods, reason }) =>
      JSON.stringify([kind, subjectCode, periods, reason || null]),
    )
    .sort()
    .join();
}

/**
 * Sets what classes learn beyond the compulsory subjects: all of them or none. Gives the classes as they are then.
 * @throws Refusal curriculum.classNotFound, badChoices (all faults of all classes), changedMeanwhile
 */
export async function setClassChoices(tx: WriteTx, changes: readonly Change[]): Promise<ClassWithChoices[]> {
  const known = await holdClassesWithChoices(
    tx,
    changes.map(({ classId }) => classId),
  );
  const pairs = changes.map((change, index) => {
    const current = known.find(({ classId }) => classId === change.classId);
    if (!current) throw curriculumErrors.classNotFound();
    const choices = change.choices.map((choice) => ({ ...choice, reason: choice.reason?.trim() || null }));
    return { index, current, seen: change.seen, choices };
  });
  const problems = pairs.flatMap(({ index, current, choices }) =>
    choiceProblems(programmeOfYear(current.schoolYear), current, choices).map(({ path, message }) => ({
      path: `classes.${index}.choices${path && `.${path}`}`,
      message: `${current.name}: ${message}`,
    })),
  );
  if (problems.length > 0) throw curriculumErrors.badChoices(problems);
  const changed = pairs.filter(({ current, seen }) => fingerprint(current.choices) !== fingerprint(seen));
  if (changed.length > 0) {
    throw curriculumErrors.changedMeanwhile(
      changed.map(({ current, choices }) => ({ name: current.name, choices })),
      changed.map(({ current }) => ({
        classId: current.classId,
        name: current.name,
        choices: current.choices,
      })),
    );
  }
  await replaceClassChoices(
    tx,
    pairs.map(({ current, choices }) => ({ ...current, choices })),
  );
  return pairs.map(({ current, choices }) => ({ ...current, choices }));
}
