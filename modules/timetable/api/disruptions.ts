import { bind } from '#modules/identity-access';
import { localDate } from '#platform/clock';
import type { AnyRoute } from '#platform/http';
import { endDisruption, recordDisruption } from '../actions/disruptions.ts';
import { makeUpLessons, proposeMakeUp } from '../actions/make-up.ts';
import { mayWriteFor, placeOf } from '../actions/place.ts';
import { proposeMoves } from '../actions/propose-moves.ts';
import { proposeFor } from '../actions/substitutes.ts';
import { countTold, readMakeUpUndo, undoMakeUp } from '../actions/undo-make-up.ts';
import * as contract from '../contract.ts';
import { type Disruption, listDisruptions, listSites } from '../data/disruptions.ts';
import { selectGround } from '../data/ground.ts';
import type { MadeUpChange } from '../data/made-up.ts';
import { type Ground, type Lesson, lessonName } from '../rules/index.ts';
import { shortageOf } from '../rules/shortage.ts';

function shown({ unitId: _, schoolYearId: __, ...disruption }: Disruption) {
  return disruption;
}

/** A lesson as it is named where its first period alone is said: what has several says so. */
const titleOf = (ground: Ground, lesson: Lesson) =>
  lessonName(ground, lesson) + (lesson.duration > 1 ? ` (${lesson.duration} tiết)` : '');

/** Days on which the timetable does not hold. */
export const disruptionRoutes: AnyRoute[] = [
  bind(contract.proposeSubstitutes, async ({ tx, actor, query }) => {
    const { proposals, days } = await proposeFor(tx, actor, query);
    return {
      items: proposals.map(({ lesson, day, from, placeId, heldBy, chosen, candidates, busy, full }) => ({
        ...{ busy, full, heldBy: [...heldBy] },
        lessonId: lesson.id,
        day: from,
        heldOn: day,
        at: lesson.at!,
        duration: lesson.duration,
        title: lessonName(days.ground!, lesson),
        standsInFor: placeId === query.staffId ? null : placeId,
        chosen: chosen ?? null,
        candidates: [...candidates],
      })),
      teachers: days.ground!.teachers.map(({ id, name }) => ({ id, name })),
    };
  }),
  bind(contract.proposeMoves, async ({ tx, actor, query, now }) => {
    const weeks = await proposeMoves(tx, actor, query, now);
    return {
      weeks: weeks.map(({ week, outcome, lowerBound, moves, reason, ground, lessons }) => ({
        ...{ week, outcome, lowerBound, reason },
        moves: moves.map((move) => ({ ...move, title: titleOf(ground, lessons.get(move.lessonId)!) })),
      })),
      rooms: (weeks[0]?.ground.rooms ?? []).map(({ id, name }) => ({ id, name })),
    };
  }),
  bind(contract.listDisruptions, async ({ tx, actor, query, now }) => {
    const { school, year } = await placeOf(tx, query);
    const [items, { ground }, sites, mayEdit] = await Promise.all([
      listDisruptions(tx, school.id, year.id),
      selectGround(tx, school, year, 1),
      listSites(tx, school.id),
      mayWriteFor(tx, actor, school.id),
    ]);
    return {
      school: { id: school.id, name: school.name },
      today: localDate(now),
      items: items.map(shown),
      classes: ground.classes.map(({ id, name, grade }) => ({ id, name, grade })),
      teachers: ground.teachers.map(({ id, name }) => ({ id, name })),
      sites,
      rooms: ground.rooms.map(({ id, name }) => ({ id, name })),
      mayEdit,
    };
  }),
  bind(contract.recordDisruption, async ({ tx, actor, body, now }) => {
    const { disruption, told } = await recordDisruption(tx, actor, body, now);
    return { disruption: shown(disruption), told };
  }),
  bind(contract.endDisruption, async ({ tx, actor, params, body, now }) => {
    const { disruption, told } = await endDisruption(tx, actor, params.disruptionId, body, now);
    return { disruption: shown(disruption), told };
  }),
  bind(contract.proposeMakeUp, async ({ tx, actor, params, query, now }) => {
    const asked = { untilDay: query.untilDay, moving: query.moving === 'yes' };
    const found = await proposeMakeUp(tx, actor, params.disruptionId, asked, now);
    const { ground, lost, lessons, moves, most, fewest, lessonOf, shortage } = found;
    return {
      ...{ most, fewest },
      items: lost.map(({ changeId, lesson, day }, index) => ({
        changeId,
        duration: lesson.duration,
        title: titleOf(ground, lesson),
        lost: { day, half: lesson.at!.half, period: lesson.at!.period, roomId: lesson.roomId },
        lacks: shortageOf(shortage, lesson) ?? null,
        ...lessons[index]!,
      })),
      moves: moves.map((move) => ({ ...move, title: titleOf(ground, lessonOf.get(move.lessonId)!) })),
      rooms: ground.rooms.map(({ id, name }) => ({ id, name })),
    };
  }),
  bind(contract.readMakeUpUndo, async ({ tx, actor, params, now }) => {
    const planned = await readMakeUpUndo(tx, actor, params.disruptionId, undefined, now);
    const { ground, lessonOf, lost, back, staying } = planned;
    const held = (one: MadeUpChange) => ({ ...one.to, roomId: one.roomId });
    return {
      held: planned.held,
      staying,
      items: lost.map((one) => {
        const lesson = lessonOf.get(one.lessonId);
        // Of a timetable that holds no more, the name is gone with it.
        const title = lesson ? titleOf(ground, lesson) : 'Tiết của thời khoá biểu trước';
        const duration = lesson?.duration ?? 1;
        return { changeId: one.changeId, title, duration, lostOn: one.day, place: held(one) };
      }),
      moves: back.map((one) => {
        const lesson = lessonOf.get(one.lessonId)!;
        const { half, period } = lesson.at!;
        const to = { day: one.day, half, period, roomId: lesson.roomId };
        return { lessonId: lesson.id, title: titleOf(ground, lesson), from: held(one), to };
      }),
      told: await countTold(tx, actor, planned),
      rooms: ground.rooms.map(({ id, name }) => ({ id, name })),
    };
  }),
  bind(contract.undoMakeUp, async ({ tx, actor, params, body, now }) => {
    const { disruption, ...counts } = await undoMakeUp(tx, actor, params.disruptionId, body, now);
    return { disruption: shown(disruption), ...counts };
  }),
  bind(contract.makeUpLessons, async ({ tx, actor, params, body, now }) => {
    const { disruption, ...counts } = await makeUpLessons(tx, actor, params.disruptionId, body, now);
    return { disruption: shown(disruption), ...counts };
  }),
];
