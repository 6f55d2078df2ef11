import { v7 as uuidv7 } from 'uuid';
import { currentSchoolYear, findUnit } from '#modules/organisation';
import { databaseRefusal, type WriteTx } from '#platform/db';
import type { Problem } from '#platform/errors';
import { deletePosting as erase, insertPosting } from '../data/postings.ts';
import { selectYearRefOptional } from '../data/school-years.ts';
import { selectStaffOptional } from '../data/staff.ts';
import { peopleErrors } from '../errors.ts';
import type { Acting } from './acting.ts';

/**
 * Sends a teacher to a second school for part of the week (dạy liên trường). Ordered by those above both schools, so it is they
 * who write it down: a school cannot take another's teacher.
 * @throws Refusal people.staffNotFound, staffHasLeft, noSchoolYear, badGround, postingTwice
 */
export async function postTeacher(
  tx: WriteTx,
  { actor }: Acting,
  staffId: string,
  input: {
    readonly unitId: string;
    readonly schoolYearId?: string | undefined;
    readonly periodsPerWeek: number;
    readonly decision: string;
    readonly startsOn: string;
    readonly endsOn: string;
  },
): Promise<{ id: string }> {
  const member = await selectStaffOptional(tx, staffId);
  if (!member) throw peopleErrors.staffNotFound();
  if (member.leftOn !== null && member.leftOn <= input.startsOn) throw peopleErrors.staffHasLeft();
  const host = await findUnit(tx, input.unitId);
  const year = input.schoolYearId
    ? await selectYearRefOptional(tx, input.schoolYearId)
    : await currentSchoolYear(tx);
  if (!year) throw peopleErrors.noSchoolYear();
  const problems: Problem[] = [];
  if (host?.kind !== 'school' || host.closedOn !== null) {
    problems.push({ path: 'unitId', message: 'Hãy chọn một trường đang hoạt động.' });
  } else if (host.id === member.unitId) {
    problems.push({ path: 'unitId', message: 'Đây là trường của giáo viên. Hãy chọn trường thứ hai.' });
  }
  if (input.endsOn < input.startsOn) {
    problems.push({ path: 'endsOn', message: 'Ngày kết thúc trước ngày bắt đầu.' });
  }
  if (problems.length > 0) throw peopleErrors.badGround(problems);
  const id = uuidv7();
  try {
    await insertPosting(tx, {
      ...input,
      id,
      staffId,
      departmentId: actor.departmentId,
      schoolYearId: year.id,
    });
  } catch (error) {
    const refusal = databaseRefusal(error);
    if (refusal?.kind === 'rowSecurity') {
      throw peopleErrors.badGround([{ path: 'unitId', message: 'Trường này ngoài phạm vi của bạn.' }]);
    }
    if (refusal?.kind === 'unique') throw peopleErrors.postingTwice();
    throw error;
  }
  return { id };
}

/** Takes back a posting written by mistake. Throws Refusal people.postingNotFound. */
export async function deletePosting(tx: WriteTx, postingId: string): Promise<void> {
  if (!(await erase(tx, postingId))) throw peopleErrors.postingNotFound();
}
