import { v7 as uuidv7 } from 'uuid';
import { currentSchoolYear, type Unit } from '#modules/organisation';
import { localDate } from '#platform/clock';
import { databaseRefusal, type WriteTx } from '#platform/db';
import type { Problem } from '#platform/errors';
import {
  type ClassFields,
  deleteClass as erase,
  hasSitters,
  insertClass,
  selectClassOptional,
  selectClassPlaces,
  updateClass,
} from '../data/classes.ts';
import { selectYearRefOptional } from '../data/school-years.ts';
import { peopleErrors } from '../errors.ts';
import { classFieldProblems } from '../rules/school-class.ts';
import { type Acting, schoolOf } from './acting.ts';

/**
 * Adds a class to the own school, in the year asked for or the current one.
 * @throws Refusal people.badGround with every fault, people.classNameTaken, people.noSchoolYear
 */
export async function createClass(
  tx: WriteTx,
  acting: Acting,
  { schoolYearId, ...input }: ClassFields & { readonly schoolYearId?: string | undefined },
): Promise<{ id: string }> {
  const school = await schoolOf(tx, acting, undefined);
  const year = schoolYearId ? await selectYearRefOptional(tx, schoolYearId) : await currentSchoolYear(tx);
  if (!year) throw peopleErrors.noSchoolYear();
  await refuseFaults(tx, acting, { school, input, keeps: undefined });
  const id = uuidv7();
  const { departmentId } = acting.actor;
  await named(input.name, () =>
    insertClass(tx, { ...input, id, unitId: school.id, departmentId, schoolYearId: year.id }),
  );
  return { id };
}

/**
 * Changes a class of the own school.
 * @throws Refusal people.schoolClassNotFound, badGround, classNameTaken, changedMeanwhile with both
 */
export async function changeClass(
  tx: WriteTx,
  acting: Acting,
  classId: string,
  input: ClassFields & { readonly version: number },
): Promise<{ version: number }> {
  const current = await selectClassOptional(tx, classId);
  if (!current) throw peopleErrors.schoolClassNotFound();
  const school = await schoolOf(tx, acting, current.unitId);
  if (current.grade !== input.grade && (await hasSitters(tx, classId))) {
    throw peopleErrors.badGround([
      { path: 'grade', message: 'Lớp đã có học sinh nên không đổi khối được. Hãy lập lớp mới.' },
    ]);
  }
  await refuseFaults(tx, acting, { school, input, keeps: current });
  const saved =
    input.version === current.version &&
    (await named(input.name, () => updateClass(tx, { ...input, id: classId })));
  if (!saved) throw peopleErrors.changedMeanwhile(input, await selectClassOptional(tx, classId));
  return { version: input.version + 1 };
}

/** Removes a class nobody ever sat in. Throws Refusal people.schoolClassNotFound, people.classInUse. */
export async function deleteClass(tx: WriteTx, classId: string): Promise<void> {
  if (await hasSitters(tx, classId)) throw peopleErrors.classInUse();
  try {
    if (!(await erase(tx, classId))) throw peopleErrors.schoolClassNotFound();
  } catch (error) {
    if (databaseRefusal(error)?.kind === 'foreignKey') throw peopleErrors.classInUse();
    throw error;
  }
}

/** What stays as it was is not judged again: a room closed since, a teacher who has left, must not hinder another change. */
async function refuseFaults(
  tx: WriteTx,
  { now }: Acting,
  { school, input, keeps }: { school: Unit; input: ClassFields; keeps: ClassFields | undefined },
): Promise<void> {
  const found = await selectClassPlaces(tx, school.id, input, localDate(now));
  const strange = (
    path: 'roomId' | 'homeroomStaffId' | 'siteId',
    isThere: boolean,
    message: string,
  ): Problem[] =>
    input[path] !== null && input[path] !== keeps?.[path] && !isThere ? [{ path, message }] : [];
  const problems = [
    ...classFieldProblems(input, school),
    ...strange('roomId', found.room, 'Hãy chọn một phòng đang dùng của trường.'),
    ...strange('homeroomStaffId', found.homeroom, 'Hãy chọn một người đang làm việc ở trường.'),
    ...strange('siteId', found.site, 'Hãy chọn một điểm trường của trường.'),
  ];
  if (problems.length > 0) throw peopleErrors.badGround(problems);
}

async function named<Result>(name: string, write: () => Promise<Result>): Promise<Result> {
  try {
    return await write();
  } catch (error) {
    const refusal = databaseRefusal(error);
    if (refusal?.constraint === 'school_class_unit_id_school_year_id_name_key')
      throw peopleErrors.classNameTaken(name);
    throw error;
  }
}
