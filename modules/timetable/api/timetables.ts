import { accountNames, bind } from '#modules/identity-access';
import { localDate } from '#platform/clock';
import type { AnyRoute } from '#platform/http';
import { mayWriteFor, placeOf, semesterOn } from '../actions/place.ts';
import { publishTimetable } from '../actions/publish-timetable.ts';
import { saveLessons } from '../actions/save-lessons.ts';
import { saveSetup } from '../actions/save-setup.ts';
import { startSolve, stopSolve } from '../actions/solve.ts';
import {
  createTimetable,
  deleteTimetable,
  holdTimetable,
  readTimetable,
  renameTimetable,
} from '../actions/timetables.ts';
import * as contract from '../contract.ts';
import { selectGround } from '../data/ground.ts';
import { selectLatestSolveOptional, selectSolveOptional } from '../data/solves.ts';
import { bePresent, listTimetables } from '../data/timetables.ts';
import { timetableErrors } from '../errors.ts';
import { lessonsOf, weekOn } from '../rules/index.ts';
import { roomierFrame } from '../rules/roomier-frame.ts';
import { groundShape, headerShape, lessonShape, solveShape } from './shapes.ts';

/** Lessons are only counted here: their ids are never kept. */
const noId = () => '00000000-0000-4000-8000-000000000000';

/** Routes of the office of a school: setup, searches, timetables and their editing. */
export const timetableOfficeRoutes: AnyRoute[] = [
  bind(contract.getSetup, async ({ tx, actor, query, now }) => {
    const { school, year } = await placeOf(tx, query);
    const semester = query.semester ?? semesterOn(year, localDate(now));
    const [{ ground, goals, demand, findings, teams, version }, mayEdit] = await Promise.all([
      selectGround(tx, school, year, semester),
      mayWriteFor(tx, actor, school.id),
    ]);
    const made = lessonsOf(ground, demand, noId);
    const roomier = roomierFrame(ground, made.lessons);
    return {
      school: { id: school.id, name: school.name },
      schoolYear: year.name,
      semester,
      ground: groundShape(ground),
      goals: { ...goals },
      teams: [...teams],
      version,
      mayEdit,
      lessons: made.lessons.length,
      findings: [...findings, ...made.findings],
      roomier: roomier ? { sessions: [...roomier.sessions], longer: [...roomier.longer] } : null,
    };
  }),
  bind(contract.saveSetup, ({ tx, actor, body }) => saveSetup(tx, actor, body)),
  bind(contract.listTimetables, async ({ tx, actor, query, now }) => {
    const { school, year } = await placeOf(tx, query);
    const [items, solve, mayEdit] = await Promise.all([
      listTimetables(tx, school.id, year.id),
      selectLatestSolveOptional(tx, school.id, year.id),
      mayWriteFor(tx, actor, school.id),
    ]);
    const today = localDate(now);
    return {
      school: { id: school.id, name: school.name },
      schoolYear: year.name,
      semester: semesterOn(year, today),
      week: weekOn(year.weeks, today)?.number ?? null,
      weeks: [...year.weeks],
      today,
      items: items.map(headerShape),
      solve: solve ? solveShape(solve) : null,
      mayEdit,
    };
  }),
  bind(contract.getTimetable, async ({ tx, actor, params }) => {
    const { timetable, school, year, ground, goals, lessons } = await readTimetable(tx, params.timetableId);
    const planner = await mayWriteFor(tx, actor, school.id);
    return {
      timetable: headerShape(timetable),
      school: { id: school.id, name: school.name },
      schoolYear: year.name,
      // When colleagues cannot come is between them and the office.
      ground: groundShape(planner ? ground : { ...ground, wishes: [], taken: [] }),
      goals: { ...goals },
      lessons: lessons.map(lessonShape),
      mayEdit: !timetable.publishedAt && planner,
    };
  }),
  bind(contract.createTimetable, async ({ tx, actor, body, now }) =>
    headerShape(await createTimetable(tx, actor, body, now)),
  ),
  bind(contract.renameTimetable, async ({ tx, actor, params, body }) =>
    headerShape(await renameTimetable(tx, actor, params.timetableId, body)),
  ),
  bind(contract.deleteTimetable, async ({ tx, actor, params, query }) => {
    await deleteTimetable(tx, actor, params.timetableId, query.version);
    return undefined;
  }),
  bind(contract.saveLessons, async ({ tx, actor, params, body, now }) => {
    const { timetable, saved } = await saveLessons(tx, actor, params.timetableId, body.changes, now);
    return { timetable: headerShape(timetable), saved };
  }),
  bind(contract.bePresent, async ({ tx, actor, params }) => {
    const timetable = await holdTimetable(tx, actor, params.timetableId);
    const others = await bePresent(tx, timetable, actor.accountId);
    const names = await accountNames(tx, others);
    return { version: timetable.version, others: others.map((id) => names.get(id) ?? 'Người khác') };
  }),
  bind(contract.publishTimetable, async ({ tx, actor, params, body, now }) =>
    headerShape(await publishTimetable(tx, actor, params.timetableId, body, now)),
  ),
  bind(contract.startSolve, async ({ tx, actor, body, now }) =>
    solveShape(await startSolve(tx, actor, body, now)),
  ),
  bind(contract.getSolve, async ({ tx, params }) => {
    const solve = await selectSolveOptional(tx, params.solveId);
    if (!solve) throw timetableErrors.solveNotFound();
    return solveShape(solve);
  }),
  bind(contract.stopSolve, async ({ tx, actor, params }) =>
    solveShape(await stopSolve(tx, actor, params.solveId)),
  ),
];
