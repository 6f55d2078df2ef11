import { v7 as uuidv7 } from 'uuid';
import type { Actor } from '#modules/identity-access';
import type { WriteTx } from '#platform/db';
import { readWorkbook } from '#platform/documents';
import type { UploadedFile } from '#platform/http';
import { jobThread } from '#platform/threads';
import { selectGround } from '../data/ground.ts';
import type { Timetable } from '../data/timetables.ts';
import { type Cells, type ReadCellFault, readWall } from '../documents/read-wall.ts';
import { timetableErrors } from '../errors.ts';
import { lessonsOf } from '../rules/index.ts';
import { joinDoubles } from '../rules/join-doubles.ts';
import { type Wanted, writablePlace } from './place.ts';
import { keepTimetable } from './timetables.ts';

type FetReading = { readonly cells: Cells; readonly fault?: undefined } | { readonly fault: string };
const readFetFile = jobThread<Uint8Array, FetReading>(
  new URL('../documents/read-fet-worker.ts', import.meta.url),
  {
    patience: 30_000,
    mostMegabytes: 512,
    busy: timetableErrors.tooManyAsk,
    tooSlow: timetableErrors.fileTooComplex,
  },
);

/**
 * Makes a draft of the timetable a school already has: the lessons are those of the published assignment, laid where the sheet has
 * them. What the sheet has and the assignment has not is listed by cell; what the sheet lacks stays unplaced.
 * @throws Refusal timetable.noWeekGrid, noClassInFet, nothingRead, unreadableFile, fileTooComplex, tooManyAsk, nothingToLay,
 *   schoolOutOfReach, noSchool, noSchoolYear, documents.*
 */
export async function importTimetable(
  tx: WriteTx,
  actor: Actor,
  input: Wanted & { readonly name: string; readonly semester: 1 | 2 },
  file: UploadedFile,
  now: Date,
): Promise<{ timetable: Timetable; cells: number; placed: number; findings: readonly ReadCellFault[] }> {
  const { school, year } = await writablePlace(tx, actor, input);
  const { ground, demand, findings } = await selectGround(tx, school, year, input.semester);
  const missing = findings.filter(({ severity }) => severity === 'mustFix');
  if (missing.length > 0)
    throw timetableErrors.nothingToLay(missing.map(({ message }) => ({ path: '', message })));
  const sheets = await readSheets(file);
  // Single periods: a sheet shows a double lesson as two cells.
  const single = { ...ground, subjectRules: ground.subjectRules.map((rule) => ({ ...rule, doubles: 0 })) };
  const { lessons } = lessonsOf(single, demand, uuidv7);
  const [read] = sheets.flatMap((cells) => readWall(ground, lessons, cells) ?? []);
  if (!read)
    throw isFet(file) ? timetableErrors.noClassInFet(sheets[0]![0]!.slice(3)) : timetableErrors.noWeekGrid();
  if (read.places.size === 0)
    throw timetableErrors.nothingRead(
      read.faults.slice(0, 20).map(({ cell, message }) => ({ path: cell, message: `${cell}: ${message}` })),
    );
  const singles = lessons.map((lesson) => ({
    ...lesson,
    at: read.places.get(lesson.id) ?? lesson.at,
    roomId: read.rooms.get(lesson.id) ?? lesson.roomId,
  }));
  const laid = joinDoubles(singles, lessonsOf(ground, demand, uuidv7).lessons);
  const timetable = await keepTimetable(
    tx,
    { school, yearId: year.id, ground, lessons: laid, parentId: null, state: 'draft' },
    { name: input.name, semester: input.semester, accountId: actor.accountId, now },
  );
  return { timetable, cells: read.cells, placed: read.places.size, findings: read.faults.slice(0, 500) };
}

const isFet = ({ fileName }: UploadedFile) => fileName.toLowerCase().endsWith('.fet');

/** The sheets of a spreadsheet, or the one grid of a .fet file, as text. */
async function readSheets(file: UploadedFile): Promise<readonly Cells[]> {
  if (isFet(file)) {
    const reading = await readFetFile(file.bytes);
    if (reading.fault !== undefined) throw timetableErrors.unreadableFile(reading.fault);
    return [reading.cells];
  }
  const sheets = await readWorkbook(file.bytes, file.fileName);
  return sheets.map(({ rows }) => rows.map((row) => row.map((cell) => (cell === null ? '' : String(cell)))));
}
