import { v7 as uuidv7 } from 'uuid';
import type { Unit } from '#modules/organisation';
import { localDate } from '#platform/clock';
import { databaseRefusal, type ReadTx, type WriteTx } from '#platform/db';
import { selectPupilOptional } from '../data/pupils.ts';
import * as data from '../data/roll-over.ts';
import { peopleErrors } from '../errors.ts';
import {
  choiceProblems,
  fingerprintOf,
  type Outcome,
  proposeRollOver,
  type RollOverProposal,
} from '../rules/roll-over.ts';
import type { Acting } from './acting.ts';

/** What one school would do, with what it takes to do it. */
export interface SchoolStep {
  readonly unitId: string;
  readonly proposal: RollOverProposal;
  readonly facts: {
    readonly classes: readonly data.ClassOfYear[];
    readonly pupils: readonly data.PupilOfYear[];
  };
}

function bySchool<Row extends { unitId: string }>(rows: readonly Row[]): Map<string, Row[]> {
  const groups = new Map<string, Row[]>();
  for (const row of rows) {
    const group = groups.get(row.unitId);
    if (group) group.push(row);
    else groups.set(row.unitId, [row]);
  }
  return groups;
}

/**
 * Proposes the step from one year into the next for a school, or for every school in reach (`unitId` null); writes nothing.
 * A school without pupils in class is not among them.
 */
export async function proposeSteps(
  tx: ReadTx,
  years: { from: data.YearSpan; toId: string | null },
  unitId: string | null,
): Promise<SchoolStep[]> {
  // Without a next year nothing waits there; an id that is no year finds nothing.
  const ids = { fromId: years.from.id, toId: years.toId ?? years.from.id };
  const facts = await data.selectStepFacts(tx, ids, unitId);
  const classes = bySchool(facts.classes);
  const choices = bySchool(facts.choices);
  return [...bySchool(facts.pupils)].map(([school, pupils]) => {
    const own = classes.get(school) ?? [];
    const leaving = own.filter(({ schoolYearId }) => schoolYearId === years.from.id);
    const proposal = proposeRollOver({
      classes: leaving,
      pupils,
      waiting: own.filter(({ schoolYearId }) => schoolYearId === years.toId),
      choices: choices.get(school) ?? [],
    });
    return { unitId: school, proposal, facts: { classes: leaving, pupils } };
  });
}

/**
 * Keeps what a person decides for one pupil in the coming roll-over; outcome null takes the decision back.
 * @throws Refusal people.pupilNotFound, badMove with what does not fit, rollOverDone when the school has stepped already
 */
export async function chooseOutcome(
  tx: WriteTx,
  { actor, now }: Acting,
  pupilId: string,
  choice: {
    readonly fromYear: string | undefined;
    readonly outcome: Outcome | null;
    readonly toClassName: string | null;
    readonly reason: string | null;
  },
): Promise<void> {
  const { from, to } = await data.selectStepYears(tx, choice.fromYear);
  if (!from) throw peopleErrors.noSchoolYear();
  const pupil = await selectPupilOptional(tx, pupilId, 'lock');
  if (!pupil) throw peopleErrors.pupilNotFound();
  const done = await data.selectDoneOptional(tx, pupil.unitId, from.id);
  if (done) throw peopleErrors.rollOverDone(shownInstant(done.doneAt));
  if (choice.outcome === null) return data.deleteChoice(tx, pupilId, from.id);
  if (pupil.grade === null || pupil.classYearId !== from.id) throw peopleErrors.pupilNotFound();

  const [step] = await proposeSteps(tx, { from, toId: to?.id ?? null }, pupil.unitId);
  const kept = { ...choice, outcome: choice.outcome };
  const problems = choiceProblems(kept, pupil.grade, step?.proposal.classes ?? []);
  if (problems.length > 0) {
    const fields = { reasonMissing: 'reason', classUnfit: 'toClassName' } as const;
    throw peopleErrors.badMove(
      problems.map(({ kind, message }) => ({
        path: kind in fields ? fields[kind as keyof typeof fields] : 'outcome',
        message,
      })),
    );
  }
  await data.upsertChoice(tx, {
    ...kept,
    pupilId,
    unitId: pupil.unitId,
    departmentId: pupil.departmentId,
    fromYearId: from.id,
    accountId: actor.accountId,
    now,
  });
}

/** Both years of a step that can be carried out on the day. Throws Refusal people.noSchoolYear, noNextYear, rollOverTooEarly. */
export async function stepYears(
  tx: ReadTx,
  fromYear: string | undefined,
  today: string,
): Promise<{ from: data.YearSpan; to: data.YearSpan }> {
  const { from, to } = await data.selectStepYears(tx, fromYear);
  if (!from) throw peopleErrors.noSchoolYear();
  if (!to) throw peopleErrors.noNextYear(from.name);
  if (today < from.endsOn) throw peopleErrors.rollOverTooEarly(from.endsOn);
  return { from, to };
}

/**
 * Steps one school into the next year as the person saw it: `fingerprint` is that of the preview, `toYear` the name of the new
 * year as typed. All of it in one transaction.
 * @throws Refusal of `stepYears`; people.rollOverYearMistyped, rollOverDone, rollOverEmpty, rollOverChanged, rollOverBlocked
 */
export async function executeRollOver(
  tx: WriteTx,
  acting: Acting,
  school: Unit,
  input: { fromYear: string | undefined; toYear: string; fingerprint: string },
): Promise<{ id: string; pupils: number; classes: number }> {
  const years = await stepYears(tx, input.fromYear, localDate(acting.now));
  if (input.toYear !== years.to.name) throw peopleErrors.rollOverYearMistyped(years.to.name);
  // Read before asking whether it is done: who reads what another one's step left behind is sure to see that step too.
  const [step] = await proposeSteps(tx, { from: years.from, toId: years.to.id }, school.id);
  const done = await data.selectDoneOptional(tx, school.id, years.from.id);
  if (done) throw peopleErrors.rollOverDone(shownInstant(done.doneAt));
  if (!step) throw peopleErrors.rollOverEmpty();
  if (fingerprintOf(step.proposal) !== input.fingerprint) throw peopleErrors.rollOverChanged();
  const blocking = blockersOf(step);
  if (blocking.length > 0) throw peopleErrors.rollOverBlocked(blocking);
  const [id] = await carryOut(tx, acting, years, [step]);
  if (!id) throw peopleErrors.rollOverDone('vừa xong');
  const made = step.proposal.classes.filter((one) => one.id === null).length;
  return { id, pupils: step.proposal.counts.total, classes: made };
}

/** What must be solved before a step can be carried out. */
export function blockersOf({ proposal }: SchoolStep): { path: string; message: string }[] {
  return proposal.problems
    .filter(({ blocking }) => blocking)
    .map(({ pupilId, message }) => ({ path: pupilId ? `pupils.${pupilId}` : '', message }));
}

/**
 * Carries steps out, of one school or of all, in the same few statements. Gives the ids of the roll-overs; a school that another
 * one stepped meanwhile is left out.
 * @throws Refusal people.rollOverChanged when a pupil was moved meanwhile: nothing is written then
 */
export async function carryOut(
  tx: WriteTx,
  { actor, now }: Acting,
  years: { from: data.YearSpan; to: data.YearSpan },
  steps: readonly SchoolStep[],
): Promise<string[]> {
  const planned = steps.map((step) => {
    const classes = step.proposal.classes.map((one) => ({ ...one, classId: one.id ?? uuidv7() }));
    const madeClasses = classes.flatMap(({ id, classId, name, grade, modelId }) =>
      id === null && modelId !== null ? [{ id: classId, name, grade, modelId }] : [],
    );
    return { step, classes, head: { id: uuidv7(), unitId: step.unitId, madeClasses } };
  });
  const written = new Set(
    await data.insertRollOvers(
      tx,
      planned.map(({ head }) => head),
      {
        departmentId: actor.departmentId,
        fromYearId: years.from.id,
        toYearId: years.to.id,
        accountId: actor.accountId,
        now,
      },
    ),
  );
  const going = planned.filter(({ head }) => written.has(head.unitId));
  await data.insertMadeClasses(
    tx,
    going.map(({ head }) => head),
    years.to.id,
  );
  const traces = going.flatMap(({ step, classes, head }) => {
    const classOf = new Map(classes.map(({ name, classId }) => [name, classId]));
    return step.proposal.steps.map((one, at): data.NewTrace => {
      const toClassId = one.toClassName === null ? null : (classOf.get(one.toClassName) ?? null);
      return {
        rollOverId: head.id,
        pupilId: one.pupilId,
        unitId: head.unitId,
        outcome: one.outcome,
        fromClassId: one.fromClassId,
        toClassId,
        oldEnrolmentId: step.facts.pupils[at]?.enrolmentId ?? '',
        newEnrolmentId: toClassId === null ? null : uuidv7(),
      };
    });
  });
  await data.insertTraces(tx, traces, actor.departmentId);
  const ids = going.map(({ head }) => head.id);
  const ended = await data.moveAlong(tx, ids, {
    ...years,
    today: localDate(now),
    accountId: actor.accountId,
    now,
  });
  if (ended !== traces.length) throw peopleErrors.rollOverChanged();
  return ids;
}

/** What stepping every school came to. */
export interface RollOverSummary {
  readonly years: { readonly from: data.YearSpan; readonly to: data.YearSpan };
  readonly stepped: readonly SchoolStep[];
  readonly blocked: readonly SchoolStep[];
  /** Schools that had stepped before. */
  readonly alreadyDone: number;
}

/** Steps every school in reach that has not stepped yet; a school with something to solve stays behind, and is told. */
export async function rollOverAll(
  tx: WriteTx,
  acting: Acting,
  fromYear: string | undefined,
  work: 'dryRun' | 'execute',
): Promise<RollOverSummary> {
  const { from, to } = await data.selectStepYears(tx, fromYear);
  if (!from) throw peopleErrors.noSchoolYear();
  if (!to) throw peopleErrors.noNextYear(from.name);
  const years = work === 'execute' ? await stepYears(tx, fromYear, localDate(acting.now)) : { from, to };
  const steps = await proposeSteps(tx, { from, toId: to.id }, null);
  const done = new Set(await data.listDoneUnits(tx, from.id));
  const open = steps.filter(({ unitId }) => !done.has(unitId));
  const blocked = open.filter((step) => blockersOf(step).length > 0);
  const stepped = open.filter((step) => !blocked.includes(step));
  if (work === 'execute' && stepped.length > 0) await carryOut(tx, acting, years, stepped);
  return { years, stepped, blocked, alreadyDone: done.size };
}

/**
 * Takes a roll-over back: every pupil sits where the pupil sat, the classes it made are gone.
 * @throws Refusal people.rollOverNotFound, rollOverReversed, rollOverFinal once the new year has begun, rollOverInUse when pupils
 *   moved on since or somebody works with its classes
 */
export async function reverseRollOver(
  tx: WriteTx,
  { actor, now }: Acting,
  rollOverId: string,
): Promise<void> {
  const rollOver = await data.lockRollOverOptional(tx, rollOverId);
  if (!rollOver) throw peopleErrors.rollOverNotFound();
  if (rollOver.state === 'reversed') throw peopleErrors.rollOverReversed();
  if (localDate(now) >= rollOver.toYear.startsOn) throw peopleErrors.rollOverFinal(rollOver.toYear.startsOn);
  const obstacles = await data.selectObstacles(tx, rollOverId);
  if (obstacles.pupils > 0) {
    const names = obstacles.names.length > 0 ? ` (${obstacles.names.join(', ')}…)` : '';
    throw peopleErrors.rollOverInUse(
      `${obstacles.pupils} học sinh${names} đã đổi lớp, chuyển trường hoặc nghỉ sau khi chuyển năm học. Hãy sửa từng em.`,
    );
  }
  if (obstacles.classes.length > 0) {
    throw peopleErrors.rollOverInUse(
      `Lớp ${obstacles.classes.join(', ')} của năm học mới đã có học sinh khác. Hãy chuyển các em ra trước.`,
    );
  }
  try {
    await data.undoRollOver(tx, rollOverId, { accountId: actor.accountId, now });
  } catch (error) {
    if (databaseRefusal(error)?.kind !== 'foreignKey') throw error;
    throw peopleErrors.rollOverInUse(
      'Lớp của năm học mới đã được dùng (phân công giảng dạy, kế hoạch). Hãy xoá các phần đó trước.',
    );
  }
}

function shownInstant(instant: string): string {
  return `ngày ${localDate(new Date(instant)).split('-').reverse().join('/')}`;
}
